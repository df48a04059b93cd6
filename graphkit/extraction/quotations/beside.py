"""The cue beside a stretch in quotation marks, before or behind it, and its speaker."""

from dataclasses import dataclass

from graphkit.extraction.layers import Phrase
from graphkit.extraction.quotations.lexicon import Cue, verbs
from graphkit.extraction.quotations.marks import Stretch
from graphkit.extraction.quotations.phrases import Page, noun_before, phrase, subject
from graphkit.extraction.tree import Tree

REACH = 40  # tokens from a quotation mark to its cue
LEAD_IN = 8  # tokens between the quotation mark and the speaker who follows
SENTENCE_ENDS = frozenset({".", "?", "!", ";"})
FILLERS = frozenset(
    {"PUNCT", "ADV", "SPACE", "ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "PART", "SCONJ", "CCONJ"}
)
APPOSITION_LONGEST = 16
NOMINAL = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM"})
SPEAKERS = NOMINAL | {"PRON"}


@dataclass(frozen=True, slots=True)
class Hold:
    """A cue beside a stretch: its verb (or colon), its entry, its speaker."""

    verb: int
    cue: Cue | None
    source: Phrase | None


def beside(page: Page, k: int) -> Hold | None:
    """The cue before the stretch if it leads up to it, else the one behind, else the colon before."""
    stretch = page.stretches[k]
    low = page.stretches[k - 1].end if k else 0
    high = page.stretches[k + 1].start if k + 1 < len(page.stretches) else len(page.tree.words)
    return _before(page, stretch, low) or _behind(page, stretch, high) or _colon(page, stretch, low)


def quoting(tree: Tree, i: int) -> Cue | None:
    """The entry of a verb that can introduce a quotation."""
    if not tree.tags[i].startswith("VB"):
        return None
    return next((cue for _, cue in verbs().get(tree.words[i], ()) if "q" in cue.frames), None)


def _before(page: Page, stretch: Stretch, low: int) -> Hold | None:
    """'He said: "…"', 'he told reporters, "…"'."""
    tree = page.tree
    if not stretch.opened:
        return None
    i = stretch.start - 1
    line = tree.line[stretch.start]
    mark = tree.words[i] if i >= low else ""
    stop = max(low, stretch.start - REACH)
    while i >= stop and tree.line[i] == line:
        if tree.words[i] in SENTENCE_ENDS:
            return None
        cue = quoting(tree, i)
        if cue is not None and (mark in (",", ":") or i == stretch.start - 1 or _is_object_of(tree, stretch, i)):
            return hold_of(page, i, cue, low, inverted=False)
        if tree.pos[i] not in FILLERS:
            return _led_in(page, stretch, i, low) if mark == ":" else None
        i -= 1
    return None


def _led_in(page: Page, stretch: Stretch, verb: int, low: int) -> Hold | None:
    """'He laughed: "…"': any verb of a person whose clause a colon ends leads in a sentence in quotation marks."""
    tree = page.tree
    _, last = stretch.inside()
    if tree.tags[verb] not in ("VBD", "VBZ", "VBP") or tree.deps[verb] not in ("ROOT", "conj", "ccomp"):
        return None
    who = tree.child(verb, "nsubj")
    if who is None or who < low or tree.pos[who] not in ("PROPN", "PRON", "NOUN") or tree.pos[verb] != "VERB":
        return None
    return Hold(verb, None, phrase(tree, who, cue=verb)) if tree.words[last - 1] in SENTENCE_ENDS else None


def _is_object_of(tree: Tree, stretch: Stretch, verb: int) -> bool:
    """Whether the stretch as a whole depends on the verb, not the end of a clause whose beginning is not quoted."""
    first = stretch.start + 1
    return tree.heads[first] == verb and tree.left[first] >= stretch.start


def _behind(page: Page, stretch: Stretch, high: int) -> Hold | None:
    """'"…," he said', '"…," said Holm, the mayor'."""
    tree = page.tree
    if not stretch.closed:
        return None
    _, last = stretch.inside()
    ends_sentence = tree.words[last - 1] == "."
    i = stretch.end
    line = tree.line[stretch.start]
    stop = min(high, stretch.end + REACH, len(tree.words))
    while i < stop and tree.line[i] == line:
        if tree.words[i] in SENTENCE_ENDS:
            return None
        cue = quoting(tree, i)
        if cue is not None and not _in_relative(tree, i, stretch.end):
            if ends_sentence and (i == stretch.end or tree.child(i, "ccomp") is not None):
                return None
            if tree.words[last - 1] in SENTENCE_ENDS and i + 1 < len(tree.words) and tree.words[i + 1] == ":":
                return None  # '"Why?" She added: "…"'
            inverted = i == stretch.end or (i == stretch.end + 1 and tree.pos[stretch.end] not in SPEAKERS)
            return hold_of(page, i, cue, stretch.end, inverted=inverted)
        if tree.pos[i] == "VERB" and tree.tags[i] in ("VBD", "VBZ", "VBP") and not _in_relative(tree, i, stretch.end):
            return None
        i += 1
    return None


def _in_relative(tree: Tree, verb: int, low: int) -> bool:
    """Whether the verb stands in a relative clause on a noun of the same region."""
    for _ in range(LEAD_IN):
        if tree.deps[verb] in ("relcl", "acl") and low <= tree.heads[verb] < verb:
            return True
        if tree.deps[verb] in ("ROOT", "parataxis") or tree.heads[verb] < low:
            return False
        verb = tree.heads[verb]
    return False


def hold_of(page: Page, verb: int, cue: Cue, low: int, *, inverted: bool) -> Hold | None:
    """The cue with its speaker: by the parse, else the noun phrase beside the verb."""
    tree = page.tree
    who = subject(tree, verb)
    if who is not None and page.quoted[who] < 0 and tree.pos[who] in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"):
        near = tree.line[who] == tree.line[verb]
        if near and (inverted == (who > verb) or tree.deps[verb] in ("advcl", "conj", "xcomp")):
            found = phrase(tree, who, cue=verb)
            if found.start >= low or tree.deps[verb] in ("advcl", "conj", "xcomp"):
                return Hold(verb, cue, _with_apposition(tree, found) if who > verb else found)
    if not inverted:
        return Hold(verb, cue, noun_before(tree, verb, low))
    behind = tree.child(verb, "dobj", "attr", "oprd", "npadvmod", "dative")
    if behind is not None and verb < tree.left[behind] <= verb + 1 and tree.pos[behind] in ("NOUN", "PROPN", "PRON"):
        return Hold(verb, cue, _with_apposition(tree, phrase(tree, behind, cue=verb)))
    return Hold(verb, cue, _noun_after(tree, verb))


def _with_apposition(tree: Tree, source: Phrase) -> Phrase:
    """The speaker behind an inverted verb with ", a spokeswoman for the port," where the parse left that out."""
    end = source.end
    if end >= len(tree.words) or tree.words[end] != "," or tree.pos[min(end + 1, len(tree.words) - 1)] not in NOMINAL:
        return source
    for i in range(end + 1, min(end + APPOSITION_LONGEST, len(tree.words))):
        if tree.words[i] in (".", ",", '"'):
            goes_on = tree.words[i] == "," and i + 1 < len(tree.words) and tree.words[i + 1] == '"'
            return Phrase(source.head, source.start, i + goes_on) if goes_on or tree.words[i] == "." else source
        if tree.tags[i] in ("VBD", "VBZ", "VBP", "MD", "CC") or tree.words[i] in ("and", "but"):
            return source
    return source


def _noun_after(tree: Tree, verb: int) -> Phrase | None:
    end = verb + 1
    while end < len(tree.words) and tree.pos[end] in ("PROPN", "NOUN", "DET", "ADJ", "PRON", "NUM"):
        end += 1
    return Phrase(end - 1, verb + 1, end) if end > verb + 1 else None


def _colon(page: Page, stretch: Stretch, low: int) -> Hold | None:
    """'His message: "…"', 'Holm on the vote: "…"': the colon is the cue."""
    tree = page.tree
    colon = stretch.start - 1
    if colon < low or tree.words[colon] != ":":
        return None
    start = colon
    while start > low and tree.line[start - 1] == tree.line[colon] and tree.words[start - 1] not in SENTENCE_ENDS:
        if tree.pos[start - 1] == "VERB" or colon - start > LEAD_IN:
            return None
        start -= 1
    if start == colon:
        return None
    end = next((i for i in range(start, colon) if tree.words[i] in ("on", ",") and i > start), colon)
    return Hold(colon, None, Phrase(end - 1, start, end))
