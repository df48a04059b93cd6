"""Places of a plain text file where a story might begin, by the form of the lines alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graphkit.reading.lines import Line
from graphkit.reading.names import Names, names_in, union
from graphkit.reading.words import word_list

OPENING = frozenset({"head", "byline", "dateline", "date", "label", "title", "number"})
SEPARATORS = frozenset({"rule", "stars"})
SIGNS = frozenset({"byline", "dateline", "date", "label", "title", "number"})
"""Kinds of lines that hardly stand inside a story."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A place where a story might begin: `first` is the index of its first line, `lead` of its first running text."""

    first: int
    lead: int
    separator: str | None  # kind of the separator before it
    gap: int  # blank lines before it
    after_end: bool  # an end mark or the agency's sign-off stands before it


@dataclass(slots=True)
class Paper:
    """The lines of a file with what they name, worked out when first asked for."""

    text: str
    lines: list[Line]
    usual_gap: int  # blank lines between two paragraphs of running text, as most have it
    seen: dict[int, Names] = field(default_factory=dict)

    def names(self, indices: Iterable[int]) -> list[Names]:
        """What each of the lines names."""
        wanted = list(indices)
        for index in wanted:
            if index not in self.seen:
                line = self.lines[index]
                self.seen[index] = names_in(self.text[line.start : line.end])
        return [self.seen[index] for index in wanted]

    def bodies(self, start: int, end: int) -> list[int]:
        """Indices of the running text in a stretch of lines."""
        return [index for index in range(max(start, 0), min(end, len(self.lines))) if self.lines[index].kind == "body"]

    def first_word(self, index: int) -> str:
        """First word of a line in lower case."""
        start = self.lines[index].start
        words = self.text[start : start + 80].lstrip("“\"'‘").split(maxsplit=1)
        return words[0].strip(",.’'").lower() if words else ""


def openings(paper: Paper) -> list[Opening]:
    """Places where a story might begin, in order; the first of them may be the beginning of the file."""
    lines = paper.lines
    found: list[Opening] = []
    index = 0
    while index < len(lines):
        begin = index
        while index < len(lines) and lines[index].kind in OPENING:
            index += 1
        if index < len(lines) and lines[index].kind == "body":
            if index > begin > 0:
                own = layout(paper, found[0]) if found and found[0].first <= 1 else frozenset()
                begin = _past_the_tail(paper, _widest(lines, begin, index), index, own)
            separator, gap, after_end = _before(lines, begin)
            if index > begin or lines[index].dateline or separator or after_end or gap > paper.usual_gap:
                found.append(Opening(begin, index, separator, gap, after_end))
        index += 1
    return found


def layout(paper: Paper, place: Opening) -> frozenset[str]:
    """What an opening is made of: kinds of its lines, ``deck`` for several headlines, ``long`` for a long one."""
    lines = paper.lines[place.first : place.lead]
    made_of: set[str] = {line.kind for line in lines}
    if lines:
        made_of.add("first:" + lines[0].kind)
    if paper.lines[place.lead].dateline:
        made_of.add("dateline")
    if any(line.kind == "head" and line.words >= 5 for line in lines):
        made_of.add("long")
    if sum(line.kind == "head" for line in lines) > 1:
        made_of.add("deck")
    return frozenset(made_of)


def _widest(lines: list[Line], begin: int, end: int) -> int:
    """Where in a run of opening lines the story begins: after the widest gap, if a headline or the like follows it."""
    best = begin
    for index in range(begin + 1, end):
        if lines[index].gap > lines[best].gap and lines[index].kind != "byline":
            best = index
    return best


def _past_the_tail(paper: Paper, begin: int, end: int, own: frozenset[str]) -> int:
    """Where the story begins after lines that end the one before: a date, a question, a paragraph without its stop.

    `own` is the layout of the opening of the file; where it has such lines too, they are no tail.
    """
    lines = paper.lines
    while 0 < begin < end - 1 and own and lines[begin].gap <= paper.usual_gap and lines[begin - 1].kind == "body":
        line, following = lines[begin], lines[begin + 1]
        if line.kind in SIGNS:
            tail = line.kind not in {"title", "number"} and f"first:{line.kind}" not in own
        elif following.kind != "head" or "deck" in own:
            tail = False
        else:
            tail = line.question or line.words <= 3 or _belongs_before(paper, begin, end)
        if not tail:
            break
        begin += 1
    return begin


def _belongs_before(paper: Paper, index: int, lead: int) -> bool:
    """Whether a line goes on with what precedes, or shares more words with it than with what follows."""
    if paper.first_word(index) in word_list("continuing"):
        return True
    [own] = paper.names([index])
    before = union(paper.names(paper.bodies(index - 2, index)))
    after = union(paper.names(range(index + 1, min(index + 6, lead + 2, len(paper.lines)))))
    return len(own.words & before.words) > len(own.words & after.words)


def _before(lines: list[Line], index: int) -> tuple[str | None, int, bool]:
    """Separator before a line, blank lines before it, and whether an end mark comes before."""
    separator, gap, after_end = None, lines[index].gap, False
    while index > 0 and lines[index - 1].kind in {*SEPARATORS, "end"}:
        index -= 1
        kind = lines[index].kind
        after_end = after_end or kind == "end"
        if kind in SEPARATORS and separator != "rule":
            separator = kind
    return separator, gap, after_end
