"""Around every token: the stack of those who say it, outermost first."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from graphkit.extraction.quotations.direct import is_speech
from graphkit.extraction.quotations.marks import Stretch
from graphkit.extraction.quotations.phrases import RELATIVE, Found, Page, Range, cut_out
from graphkit.extraction.tree import Tree
from graphkit.model import Quoted

ASIDES = frozenset({"which", "who", "whose", "whom", "when", "where"})
DEEPEST = 8  # hearsay of hearsay beyond this is left out
CLAUSES = frozenset({"clause", "inserted", "raising", "noun-clause", "adjective-clause"})
SILENT_LINES = 3  # how many lines back the speaker of a quotation without cue may stand


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who says what, by token: segments of the text, each with its sayings.

    Attributes
    ----------
    starts
        First tokens of the segments, ascending; the first is 0.
    stacks
        For each segment the head tokens of its sources, outermost first; a relative pronoun gives its noun.
    direct
        For each segment whether it stands in quotation marks of somebody who speaks.
    """

    starts: tuple[int, ...] = (0,)
    stacks: tuple[tuple[int, ...], ...] = ((),)
    direct: tuple[bool, ...] = (False,)

    def said_by(self, token: int) -> tuple[int, ...]:
        """Head tokens of all who say the token, outermost first; empty where the outlet itself says it."""
        return self.stacks[bisect_right(self.starts, token) - 1]

    def quoted(self, token: int) -> Quoted:
        """Whether the token stands in quotation marks of a source, in reported speech, or in neither."""
        at = bisect_right(self.starts, token) - 1
        return "direct" if self.direct[at] else "indirect" if self.stacks[at] else "none"


@dataclass(frozen=True, slots=True)
class _Saying:
    start: int
    end: int
    rank: int
    source: int
    direct: bool


def stack_up(page: Page, found: Sequence[Found]) -> Speakers:
    """The speakers of a text from all its possible quotations, nested ones included."""
    tree = page.tree
    claims = [f for f in found if f.source is not None and _is_claim(f)]
    owner = bytearray(len(tree.words))
    asides = _asides(page)
    sayings: list[_Saying] = []
    for rank, f in enumerate(sorted(claims, key=lambda f: (-sum(b - a for a, b in f.content), f.head))):
        nested = owner[f.head] == 1
        for a, b in f.content:
            if f.source is not None and (nested or not owner[a]):
                direct = f.direct or (page.quoted[a] >= 0 and page.stretches[page.quoted[a]].end == b)
                holes = [] if direct else _within(asides, a, b)
                who = _real(tree, _quoted_speaker(tree, f.head, f.source.head))
                sayings += [_Saying(x, y, rank, who, direct) for x, y in cut_out(a, b, holes)]
        for a, b in f.content:
            owner[a:b] = b"\1" * (b - a)
    sayings += _without_cue(page, found, owner)
    return _sweep(page, sayings)


def _is_claim(f: Found) -> bool:
    if f.rule in ("as", "small-clause"):  # a judgement of what is there anyway
        return False
    return f.saying or (f.kind == "think" and f.rule in CLAUSES)


def _asides(page: Page) -> list[Range]:
    """Relative clauses behind a comma, outside quotation marks: what the outlet itself adds to what it reports."""
    tree = page.tree
    out: list[Range] = []
    for i, dep in enumerate(tree.deps):
        start = tree.left[i]
        if dep != "relcl" or tree.words[start] not in ASIDES or page.quoted[i] >= 0:
            continue
        if start > 0 and tree.words[start - 1] == "," and (not out or start >= out[-1][1]):
            out.append((start, tree.right[i]))
    return out


def _within(asides: Sequence[Range], start: int, end: int) -> list[Range]:
    """Those that lie wholly in the range."""
    low = bisect_left(asides, (start, start))
    out = []
    while low < len(asides) and asides[low][0] < end:
        if asides[low][1] <= end:
            out.append(asides[low])
        low += 1
    return out


def _quoted_speaker(tree: Tree, verb: int, source: int) -> int:
    """Who is quoted by the source: "the paper quoted her as saying", "she was quoted by the paper as saying"."""
    as_ = next((i for i in tree.kids(verb, "prep") if tree.words[i] == "as"), None)
    if as_ is None or tree.child(as_, "pcomp") is None or tree.lemmas[verb] not in ("quote", "cite"):
        return source
    quoted = tree.child(verb, "nsubjpass", "dobj")
    return source if quoted is None else quoted


def _real(tree: Tree, head: int) -> int:
    """The noun that a relative pronoun stands for, else the head itself."""
    if tree.words[head] not in RELATIVE:
        return head
    verb = tree.heads[head]
    for _ in range(DEEPEST):
        if tree.deps[verb] == "relcl":
            return tree.heads[verb]
        if tree.heads[verb] == verb:
            break
        verb = tree.heads[verb]
    return head


def _without_cue(page: Page, found: Sequence[Found], owner: bytearray) -> Iterable[_Saying]:
    """Quotations that fill a line and name no speaker belong to who was quoted just before."""
    spoken = sorted((f for f in found if f.direct and f.source is not None), key=lambda f: f.head)
    at = 0
    line, source = -SILENT_LINES - 1, -1
    for stretch in page.stretches:
        while at < len(spoken) and spoken[at].head < stretch.start:
            f = spoken[at]
            line, source = page.tree.line[f.head], _real(page.tree, f.source.head) if f.source else -1
            at += 1
        if owner[stretch.start] or not is_speech(page.tree, stretch) or not _fills_line(page, stretch):
            continue
        here = page.tree.line[stretch.start]
        if source >= 0 and here - line <= SILENT_LINES:
            yield _Saying(stretch.start, stretch.end, -1, source, direct=True)
            line = here


def _fills_line(page: Page, stretch: Stretch) -> bool:
    tree = page.tree
    before = stretch.start - 1
    while before >= 0 and tree.pos[before] == "SPACE" and tree.line[before] == tree.line[stretch.start]:
        before -= 1
    return before < 0 or tree.line[before] != tree.line[stretch.start]


def _sweep(page: Page, sayings: Sequence[_Saying]) -> Speakers:
    length = len(page.tree.words)
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for n, s in enumerate(sayings):
        opening.setdefault(s.start, []).append(n)
        closing.setdefault(s.end, []).append(n)
    starts: list[int] = [0]
    stacks: list[tuple[int, ...]] = [()]
    direct = [False]
    active: set[int] = set()
    for at in sorted({*opening, *closing}):
        active.difference_update(closing.get(at, ()))
        active.update(opening.get(at, ()))
        order = nsmallest(DEEPEST, active, key=lambda n: (sayings[n].rank, n))
        stack = tuple(dict.fromkeys(sayings[n].source for n in order))
        if at >= length:
            break
        if at == 0:
            starts, stacks, direct = [], [], []
        starts.append(at)
        stacks.append(stack)
        direct.append(any(sayings[n].direct for n in order))
    return Speakers(tuple(starts), tuple(stacks), tuple(direct))
