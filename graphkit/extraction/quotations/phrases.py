"""Extents of quotations: the phrase of the source, the words of the cue, the pieces of the content."""

from dataclasses import dataclass

from graphkit.extraction.layers import Phrase
from graphkit.extraction.quotations.lexicon import Cue, verbs
from graphkit.extraction.quotations.marks import DOUBLE, Stretch, stretches
from graphkit.extraction.tree import Tree

Range = tuple[int, int]

RELATIVE = frozenset({"who", "whom", "which", "that"})
LOOSE = frozenset(".,;:-–—()[]")
DATELINE_DASHES = frozenset({"-", "--", "–", "—"})
DATELINE_LONGEST = 12
CLOSING_AHEAD = 3  # tokens of punctuation between a clause and its closing quotation mark
CLIMB = 6  # verbs between a cue and the subject it shares


@dataclass(frozen=True, slots=True)
class Page:
    """A tree with its quotation marks: for each token the index of the stretch it is in, -1 outside."""

    tree: Tree
    stretches: list[Stretch]
    quoted: list[int]


@dataclass(frozen=True, slots=True)
class Found:
    """A possible quotation: as `Quote`, with the one token the cue hangs on."""

    head: int
    cue: tuple[int, ...]
    source: Phrase | None
    content: tuple[Range, ...]
    rule: str
    kind: str
    saying: bool
    direct: bool = False


def open_page(tree: Tree) -> Page:
    """The tree with its quotation marks paired."""
    found: list[Stretch] = []
    for s in stretches(tree):
        if not found or s.start >= found[-1].end:
            found.append(s)
    quoted = [-1] * len(tree.words)
    for k, s in enumerate(found):
        quoted[s.start : s.end] = [k] * (s.end - s.start)
    return Page(tree, found, quoted)


def trim(page: Page, start: int, end: int) -> Range | None:
    """The range without loose punctuation at its ends, with the quotation marks that belong to it; None if empty."""
    tree, quoted = page.tree, page.quoted
    while start < end and (tree.pos[start] == "SPACE" or tree.words[start] in LOOSE):
        start += 1
    while end > start and (tree.pos[end - 1] == "SPACE" or tree.words[end - 1] in LOOSE):
        end -= 1
    if start == end:
        return None
    last = page.stretches[quoted[end - 1]] if quoted[end - 1] >= 0 else None
    if last is not None and last.start >= start - 1 and last.end - end <= CLOSING_AHEAD:
        end = max(end, last.end)
    first = page.stretches[quoted[start]] if quoted[start] >= 0 else None
    if first is not None and first.start == start - 1 and first.end <= end:
        start -= 1
    if tree.words[end - 1] == DOUBLE and end - 1 == start:
        return None
    return start, end


def cut_out(start: int, end: int, holes: list[Range]) -> list[Range]:
    """What is left of the range without the holes.

    Examples
    --------
    >>> cut_out(0, 10, [(3, 5), (9, 12)])
    [(0, 3), (5, 9)]
    """
    out = []
    for a, b in sorted(holes):
        if b <= start or a >= end:
            continue
        if a > start:
            out.append((start, a))
        start = max(start, b)
    if start < end:
        out.append((start, end))
    return out


def pieces(page: Page, start: int, end: int, holes: list[Range]) -> tuple[Range, ...]:
    """The trimmed pieces of a content, without source and cue where they stand inside it."""
    found = (trim(page, a, b) for a, b in cut_out(start, end, holes))
    return tuple(p for p in found if p is not None)


def cue_words(tree: Tree, verb: int, *more: int) -> tuple[int, ...]:
    """Tokens of a verbal cue: auxiliaries, negation, the verb, its particle, and what else is given."""
    with_it = tree.kids(verb, "aux", "auxpass", "neg", "prt")
    return tuple(sorted({verb, *with_it, *more}))


def phrase(tree: Tree, head: int, *, cue: int | None = None) -> Phrase:
    """The noun phrase of a head: its subtree, without a dateline, with the comma that closes an apposition.

    `cue` is the cue's token: the phrase does not reach over it.
    """
    start, end = tree.left[head], tree.right[head]
    if cue is not None and start <= cue < end:
        start, end = (start, cue) if head < cue else (cue + 1, end)
    for i in range(start, min(head, start + DATELINE_LONGEST)):
        if tree.words[i] in DATELINE_DASHES and tree.sent[i] == start and i > start and tree.spaced[i - 1]:
            start = i + 1  # not the hyphen of "centre-right"
    while start < head and (tree.pos[start] in ("SPACE", "PUNCT") and tree.words[start] != DOUBLE):
        start += 1
    while end - 1 > head and (tree.pos[end - 1] == "SPACE" or tree.words[end - 1] in LOOSE):
        end -= 1
    if tree.words[start:end].count(DOUBLE) % 2 == 1:
        end = next(
            (i + 1 for i in range(end, min(end + CLOSING_AHEAD, len(tree.words))) if tree.words[i] == DOUBLE), end
        )
    closes = end < len(tree.words) and tree.words[end] == "," and "," in tree.words[head:end]
    return Phrase(head, start, end + 1 if closes and cue is not None and cue > end else end)


def noun_before(tree: Tree, verb: int, low: int) -> Phrase | None:
    """The nouns right before a verb and its auxiliaries, not before `low`; None if there are none."""
    end = verb
    while end > low and tree.pos[end - 1] in ("AUX", "ADV", "PART"):
        end -= 1
    start = end
    while start > low and tree.pos[start - 1] in ("PROPN", "NOUN", "DET", "ADJ", "PRON", "NUM"):
        start -= 1
    return Phrase(end - 1, start, end) if start < end else None


def subject(tree: Tree, verb: int) -> int | None:
    """Head token of who does what the verb says: own, shared by coordination, or controlled; None if there is none."""
    for _ in range(CLIMB):
        own = tree.kids(verb, "nsubj")
        if own:
            return min(own, key=lambda i: verb - tree.right[i] if i < verb else tree.left[i] - verb - 1)
        dep, head = tree.deps[verb], tree.heads[verb]
        if tree.child(verb, "nsubjpass") is not None or dep == "ROOT":
            return None
        if dep in ("acl", "relcl"):
            if tree.tags[verb] == "VBG":
                return _author(tree, head)
            if tree.tags[verb] != "VB" or tree.deps[head] != "dobj":
                return None
            verb = tree.heads[head]  # "renewed efforts to say …": who makes the effort
            continue
        if dep in ("xcomp", "pcomp", "advcl", "conj", "ccomp", "prep", "dep", "aux"):
            if dep == "xcomp" and (object_ := tree.child(head, "dobj")) is not None and object_ < verb:
                return object_
            verb = head
            if tree.child(verb, "nsubjpass") is not None:
                return tree.child(verb, "nsubjpass")
            continue
        return None
    return None


DOCUMENTS = frozenset(
    {
        "statement",
        "letter",
        "note",
        "tweet",
        "memo",
        "email",
        "message",
        "post",
        "interview",
        "speech",
        "video",
        "ad",
        "petition",
        "article",
        "essay",
        "column",
    }
)


def _author(tree: Tree, noun: int) -> int:
    """Who speaks through the noun: the one who sent the letter where it is a letter sent, else the noun itself."""
    verb = tree.heads[noun]
    if tree.words[noun] in DOCUMENTS and tree.deps[noun] == "dobj":
        writer = tree.child(verb, "nsubj")
        if writer is not None:
            return writer
    return noun


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is in the passive, reduced relative clauses included."""
    if tree.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if tree.deps[verb] not in ("acl", "advcl") or tree.child(verb, "aux", "nsubj") is not None:
        return False
    return tree.tags[verb] == "VBN" or (tree.tags[verb] == "VBD" and _is_asked(tree, verb))


def _is_asked(tree: Tree, verb: int) -> bool:
    """As in ", asked whether …,", "when told that …": a participle that was tagged as a past tense."""
    first = tree.left[verb]
    if not any("u" in cue.frames for _, cue in verbs().get(tree.words[verb], ())):
        return False  # "said" has no addressee as its subject
    return first > 0 and ((first == verb and tree.words[first - 1] == ",") or tree.words[first] == "when")


def agent(tree: Tree, verb: int) -> int | None:
    """Head token of the "by" phrase of a passive."""
    by = tree.child(verb, "agent")
    return None if by is None else tree.child(by, "pobj")


def says(cue: Cue, rule: str) -> bool:
    """Whether the source utters the content as true, by kind of cue and construction."""
    if rule in ("clause", "inserted", "quotation", "raising", "noun-clause", "adjective-clause"):
        return cue.kind in ("say", "show")
    return (rule in ("small-clause", "as") and cue.kind == "judge") or cue.lemma == "accuse"
