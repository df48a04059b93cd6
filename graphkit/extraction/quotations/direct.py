"""Direct quotations: stretches in quotation marks, and the cue beside them."""

from collections.abc import Sequence

from graphkit.extraction.quotations.beside import REACH, Hold, beside, hold_of, quoting
from graphkit.extraction.quotations.marks import Stretch
from graphkit.extraction.quotations.phrases import RELATIVE, Found, Page, Range, cue_words
from graphkit.extraction.tree import Tree

SENTENCE_ENDS = frozenset({".", "?", "!", ";"})
INNER_ENDS = frozenset({",", ".", "?", "!", "...", "…", "—", "--", "–"})
SMALL_WORDS = frozenset({"a", "an", "the", "of", "in", "on", "for", "and", "or", "to", "with", "at", "by", "from"})
SPEECH_WORDS = 4
TITLE_WORDS = 6


def by_marks(page: Page, found: Sequence[Found]) -> list[Found]:
    """Quotations in quotation marks; `found` are those of the parse, which keep the stretches they hold.

    Each stretch of speech goes to the cue before or behind it, else to the cue of the stretch or clause before it in
    the paragraph.
    """
    taken = _taken(page, found)
    holds: list[tuple[Stretch, Hold]] = []
    orphans: list[Stretch] = []
    last: tuple[int, Hold] | None = None
    claimed = {f.head: f for f in found}
    for unit in units(page.stretches):
        parts = [page.stretches[k] for k in unit]
        if len(unit) == 1 and not is_speech(page.tree, parts[0]):
            continue
        hold = next((h for h in (beside(page, k) for k in unit) if h is not None), None)
        if all(_is_part(page, k, taken[k], hold) for k in unit):
            continue
        if hold is None and _stands_alone(page.tree, parts[0]):
            hold = _handed_on(page, parts[0], last, found)
        if hold is None:
            orphans += parts
            continue
        if orphans and _adjoins(page, orphans, parts[0]):
            holds += [(orphan, hold) for orphan in orphans]
        orphans = []
        holds += [(part, hold) for part in parts]
        last = (page.tree.line[parts[-1].start], hold)
    return _collect(page, holds, claimed)


def _stands_alone(tree: Tree, stretch: Stretch) -> bool:
    """Whether the stretch is a sentence of its own, not words borrowed in a clause of the outlet."""
    before = stretch.start - 1
    while before >= 0 and tree.pos[before] == "SPACE" and tree.line[before] == tree.line[stretch.start]:
        before -= 1
    if before < 0 or tree.line[before] != tree.line[stretch.start]:
        return True
    return tree.words[before] in (".", "!", "?", ":", '"', "...", "…")


def _is_part(page: Page, k: int, found: Found | None, hold: Hold | None) -> bool:
    """Whether the stretch is a quoted part of an indirect quotation, which keeps it."""
    if found is None or hold is None:
        return found is not None
    start = page.stretches[k].start
    begins_before = any(a < start < b and page.quoted[a] < 0 for a, b in found.content)
    return found.head == hold.verb and begins_before


def units(stretches: Sequence[Stretch]) -> list[list[int]]:
    """Indices of the stretches, those of one quotation over several lines together."""
    out: list[list[int]] = []
    for k, stretch in enumerate(stretches):
        if out and stretches[out[-1][-1]].group == stretch.group:
            out[-1].append(k)
        else:
            out.append([k])
    return out


def is_speech(tree: Tree, stretch: Stretch) -> bool:
    """Whether what stands in quotation marks is speech, not a title or a single borrowed word."""
    start, end = stretch.inside()
    words = [i for i in range(start, end) if tree.pos[i] not in ("PUNCT", "SPACE")]
    if not words:
        return False
    has_verb = any(tree.pos[i] in ("VERB", "AUX") for i in words)
    ends = tree.words[end - 1] in INNER_ENDS
    names = sum(tree.pos[i] == "PROPN" or tree.words[i] in SMALL_WORDS for i in words)
    if len(words) <= TITLE_WORDS and names == len(words):
        return tree.words[end - 1] in ("?", "!")
    return (has_verb and len(words) >= SPEECH_WORDS) or ends or not stretch.closed


def _taken(page: Page, found: Sequence[Found]) -> list[Found | None]:
    """For each stretch the quotation by the parse whose content begins before it and holds it whole."""
    out: list[Found | None] = [None] * len(page.stretches)
    for f in found:
        for a, b in f.content:
            k = max(0, page.quoted[a])
            if page.quoted[a] < 0:
                k = _next_stretch(page, a)
            while k < len(page.stretches) and page.stretches[k].start < b:
                if out[k] is None and a <= page.stretches[k].start and page.stretches[k].end <= b:
                    out[k] = f
                k += 1
    return out


def _next_stretch(page: Page, token: int) -> int:
    low, high = 0, len(page.stretches)
    while low < high:
        mid = (low + high) // 2
        if page.stretches[mid].start < token:
            low = mid + 1
        else:
            high = mid
    return low


def _handed_on(page: Page, stretch: Stretch, last: tuple[int, Hold] | None, found: Sequence[Found]) -> Hold | None:
    """The speaker of the quotation or clause before the stretch in its paragraph, or the one a colon left open."""
    tree = page.tree
    line = tree.line[stretch.start]
    nearest = _clause_before(page, stretch, found)
    if nearest is not None and (last is None or last[0] != line or nearest.head > last[1].verb):
        return Hold(nearest.head, None, nearest.source)
    if last is not None and last[0] == line:
        return last[1]
    i = stretch.start - 1
    while i >= 0 and tree.pos[i] == "SPACE":
        i -= 1
    if i < 0 or tree.words[i] != ":" or tree.line[i] != line - 1:
        return None
    for j in range(i - 1, max(i - REACH, -1), -1):
        if tree.words[j] in SENTENCE_ENDS:
            return None
        cue = quoting(tree, j)
        if cue is not None:
            return hold_of(page, j, cue, 0, inverted=False)
    return None


def _clause_before(page: Page, stretch: Stretch, found: Sequence[Found]) -> Found | None:
    """The last quotation by the parse before the stretch in its paragraph."""
    low, high = 0, len(found)
    while low < high:
        mid = (low + high) // 2
        if found[mid].head < stretch.start:
            low = mid + 1
        else:
            high = mid
    tree = page.tree
    while low > 0:
        low -= 1
        f = found[low]
        if tree.line[f.head] != tree.line[stretch.start] or stretch.start - f.head > 2 * REACH:
            return None
        aside = f.source is not None and tree.words[f.source.head] in RELATIVE
        if f.kind == "say" and f.saying and page.quoted[f.head] < 0 and f.source is not None and not aside:
            return f
    return None


def _adjoins(page: Page, orphans: Sequence[Stretch], stretch: Stretch) -> bool:
    """Whether stretches without a cue lead up to this one with nothing but blanks between."""
    end = stretch.start
    for orphan in reversed(orphans):
        if any(page.tree.pos[i] not in ("SPACE", "PUNCT") for i in range(orphan.end, end)) or end - orphan.end > 2:
            return False
        end = orphan.start
    return page.tree.line[end] == page.tree.line[stretch.start]


def _collect(page: Page, holds: list[tuple[Stretch, Hold]], claimed: dict[int, Found]) -> list[Found]:
    """One quotation a cue, its stretches as pieces; a clause of the parse with the same cue keeps its words besides."""
    groups: dict[int, tuple[Hold, list[Range]]] = {}
    for stretch, hold in holds:
        groups.setdefault(hold.verb, (hold, []))[1].append((stretch.start, stretch.end))
    out = []
    for verb, (hold, content) in groups.items():
        old = claimed.get(verb)
        source = hold.source
        cue: tuple[int, ...] = (verb,)
        direct = True
        if old is not None:
            longer = source is not None and old.source is not None and source.head == old.source.head
            source = source if longer or old.source is None else old.source
            cue = old.cue
            extra = [r for r in old.content if not any(_meet(r, c) for c in content)]
            extra = [r for r in extra if page.quoted[r[0]] < 0]
            if old.rule in ("clause", "inserted", "according-to", "raising") and extra and _beyond(page, extra):
                content, direct = extra + content, False
        elif hold.cue is not None:
            cue = cue_words(page.tree, verb)
        kind = hold.cue.kind if hold.cue is not None else "say"
        rule = "colon" if page.tree.words[verb] == ":" else "quotation"
        out.append(Found(verb, cue, source, tuple(sorted(content)), rule, kind, saying=True, direct=direct))
    return out


def _meet(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _beyond(page: Page, extra: list[Range]) -> bool:
    """Whether there are words in the ranges, not only marks."""
    return any(page.tree.pos[i] not in ("PUNCT", "SPACE") for a, b in extra for i in range(a, b))
