"""Where stories begin in a plain text file that may hold several, run together in whatever way.

No single sign is trusted: a line without a final stop may be a headline, a deck, a crosshead or a caption, and three
stars may part stories or sections. So every place where a story might begin is given points for what speaks for and
against it, and a story begins where they reach `ENOUGH`. Three kinds of evidence count:

* form: how long the headline is, by-line, dateline, date, separators, more blank lines than usual;
* likeness to the way in which the file itself opens;
* content: names that change, persons introduced again by their full names, against persons who go on by family name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graphkit.reading.lines import Line, lines_of
from graphkit.reading.names import Names, names_in
from graphkit.reading.words import word_list

ENOUGH = 3.0

_OPENING = frozenset({"head", "byline", "dateline", "date", "label", "title", "number"})
_SEPARATORS = frozenset({"rule", "stars"})
_BEFORE, _AFTER = 5, 3  # paragraphs that are compared on the two sides of a place
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|tonight)\b")


@dataclass(frozen=True, slots=True)
class Segment:
    """A story of a file without the separators around it, the lines that open it, and its first running text."""

    start: int
    end: int
    opening: tuple[Line, ...]
    lead: Line | None


@dataclass(frozen=True, slots=True)
class Opening:
    """A place where a story might begin: `first` is the index of its first line, `lead` of its first running text."""

    first: int
    lead: int
    separator: str | None  # kind of the separator before it
    gap: int
    after_end: bool  # an end mark or the agency's sign-off stands before it


@dataclass(slots=True)
class _Paper:
    """The lines of a file with what they name, worked out when first asked for."""

    text: str
    lines: list[Line]
    usual_gap: int
    seen: dict[int, Names] = field(default_factory=dict)

    def names(self, indices: Sequence[int]) -> list[Names]:
        for index in indices:
            if index not in self.seen:
                line = self.lines[index]
                self.seen[index] = names_in([self.text[line.start : line.end]])
        return [self.seen[index] for index in indices]

    def first_word(self, index: int) -> str:
        start = self.lines[index].start
        words = self.text[start : start + 80].lstrip("“\"'‘").split(maxsplit=1)
        return words[0].strip(",.’'").lower() if words else ""


def segments(text: str) -> list[Segment]:
    r"""Stories of a text, in order; one if nothing says that there are more, none if there is nothing but blanks.

    Examples
    --------
    >>> text = "Oslo votes again\n\nIt did.\n-----\nRiga lets the port buy its bridge\n\nRIGA — It is sold."
    >>> [text[part.start:part.end][:4] for part in segments(text)]
    ['Oslo', 'Riga']
    """
    lines = lines_of(text)
    if not any(line.kind not in _SEPARATORS for line in lines):
        return []
    paper = _Paper(text, lines, _usual_gap(lines))
    places = _openings(paper)
    starts = [0]
    first = next((place for place in places if place.first <= 1 and place.separator is None), None)
    for place in places:
        if place.first > starts[-1] and place is not first and _points(paper, place, starts[-1], first) >= ENOUGH:
            starts.append(place.first)
    return [segment for part in _cut(lines, starts) if (segment := _segment(part)) is not None]


def _cut(lines: list[Line], starts: list[int]) -> list[list[Line]]:
    return [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _segment(lines: list[Line]) -> Segment | None:
    while lines and lines[0].kind in _SEPARATORS:
        lines = lines[1:]
    while lines and lines[-1].kind in _SEPARATORS:
        lines = lines[:-1]
    if not lines:
        return None
    length = next((index for index, line in enumerate(lines) if line.kind not in _OPENING), len(lines))
    lead = lines[length] if length < len(lines) else None
    return Segment(lines[0].start, lines[-1].end, tuple(lines[:length]), lead)


def _usual_gap(lines: list[Line]) -> int:
    """Blank lines between two paragraphs of running text, as most have it."""
    gaps = sorted(line.gap for before, line in pairwise(lines) if before.kind == line.kind == "body")
    return gaps[len(gaps) // 2] if gaps else max((line.gap for line in lines), default=0)


def _openings(paper: _Paper) -> list[Opening]:
    """Places where a story might begin, by form alone."""
    lines = paper.lines
    found = []
    index = 0
    while index < len(lines):
        begin = index
        while index < len(lines) and lines[index].kind in _OPENING:
            index += 1
        if index > begin:
            begin = _widest(lines, begin, index)
        line = lines[begin] if begin < len(lines) else None
        if index < len(lines) and line is not None and lines[index].kind == "body":
            separator, gap, after_end = _before(lines, begin)
            if index > begin or line.dateline or separator or after_end or gap > paper.usual_gap:
                found.append(Opening(begin, index, separator, gap, after_end))
        index += 1
    return found


def _widest(lines: list[Line], begin: int, end: int) -> int:
    """Where in a run of opening lines the story begins: after the widest gap, if a headline or the like follows it."""
    best = begin
    for index in range(begin + 1, end):
        if lines[index].gap > lines[best].gap and lines[index].kind != "byline":
            best = index
    return best


def _before(lines: list[Line], index: int) -> tuple[str | None, int, bool]:
    """Separator before a line, blank lines around it, and whether an end mark comes before."""
    separator, gap, after_end = None, lines[index].gap, False
    while index > 0 and lines[index - 1].kind in {*_SEPARATORS, "end"}:
        index -= 1
        kind = lines[index].kind
        after_end = after_end or kind == "end"
        if kind in _SEPARATORS and separator != "rule":
            separator = kind
    return separator, gap, after_end


def _points(paper: _Paper, place: Opening, start: int, first: Opening | None) -> float:
    """What speaks for a story beginning here, minus what speaks against it; `start` is where the present one began."""
    so_far = [index for index in range(max(start, place.first - 12), place.first) if paper.lines[index].kind == "body"]
    if not so_far and not place.separator:
        return 0.0
    points = _form(paper, place) + _surroundings(paper, place) + _likeness(paper, place, first)
    points += _content(paper, place, so_far)
    if len(so_far) < 2:
        points -= 0.5
    return points


def _form(paper: _Paper, place: Opening) -> float:
    """Points for the opening lines themselves."""
    lines = paper.lines[place.first : place.lead]
    kinds = {line.kind for line in lines}
    heads = [line for line in lines if line.kind == "head"]
    points = 0.0
    if heads:
        longest = max(line.words for line in heads)
        points += (
            2.4
            if longest >= 11
            else 2.0
            if longest >= 8
            else 1.0
            if longest >= 6
            else 0.3
            if longest == 5
            else -0.3
            if longest == 4
            else -1.0
        )
        points += 1.0 if 2 <= len(heads) <= 3 else 0.0
        points -= 3.0 if len(heads) > 4 else 0.0
        if any(line.question for line in heads):
            points -= 0.7
        if len(heads) == 1 and paper.first_word(place.first) in word_list("asking"):
            points -= 0.7
    points += 2.5 * ("byline" in kinds) + 2.0 * ("date" in kinds) + 4.0 * ("title" in kinds) + 3.0 * ("number" in kinds)
    points += 2.5 * ("dateline" in kinds or paper.lines[place.lead].dateline) + 1.0 * ("label" in kinds)
    return points


def _surroundings(paper: _Paper, place: Opening) -> float:
    """Points for what stands before the opening lines: separators, end marks, more blank lines than usual."""
    points = {"rule": 2.0, "stars": 1.0, None: 0.0}[place.separator]
    points += 1.5 if place.after_end else 0.0
    extra = place.gap - paper.usual_gap
    if extra > 0 and not place.separator:
        points += 1.0 if extra == 1 else 2.0
    if place.first == place.lead and not paper.lines[place.lead].dateline and paper.lines[place.lead].words < 12:
        points -= 1.0
    return points


def _likeness(paper: _Paper, place: Opening, first: Opening | None) -> float:
    """Points for opening like the file itself, off for lacking what its opening has."""
    own = _layout(paper, first) if first is not None else set()
    if not own:
        return 0.0
    mine = _layout(paper, place)
    signs = own & {"byline", "dateline", "date", "label", "title", "number"}
    points = 0.0
    if signs:
        points += 1.0 if signs <= mine else -1.5 if not signs & mine else 0.0
    if "long" in own and "long" not in mine:
        points -= 0.5
    if own == mine and "long" in own:
        points += 0.5
    return points


def _layout(paper: _Paper, place: Opening) -> set[str]:
    lines = paper.lines[place.first : place.lead]
    layout: set[str] = {line.kind for line in lines}
    if paper.lines[place.lead].dateline:
        layout.add("dateline")
    if any(line.kind == "head" and line.words >= 6 for line in lines):
        layout.add("long")
    if sum(line.kind == "head" for line in lines) > 1:
        layout.add("deck")
    return layout


def _content(paper: _Paper, place: Opening, so_far: list[int]) -> float:
    """Points for what is spoken of before and after."""
    lines = paper.lines
    after = []
    for index in range(place.lead, min(place.lead + 2 * _AFTER, len(lines))):
        if lines[index].kind == "body":
            after.append(index)
        elif lines[index].kind in _OPENING and after:
            break
        if len(after) == _AFTER:
            break
    heads = [index for index in range(place.first, place.lead) if lines[index].kind == "head"]
    before_names, after_names = paper.names(so_far[-_BEFORE:]), paper.names(after)
    head_names = paper.names(heads)
    points = _shift(before_names, after_names) + _persons(before_names, head_names, after_names)
    points += _cohesion(before_names, head_names, after_names)
    if paper.first_word(place.lead) in word_list("continuing"):
        points -= 1.5
    elif _WEEKDAY.search(
        paper.text, lines[place.lead].start, min(lines[place.lead].end, lines[place.lead].start + 400)
    ):
        points += 0.7
    return points


def _shift(before: list[Names], after: list[Names]) -> float:
    """Between 1.5 for other names and -1.5 for the same."""
    left, right = _union(before, "names"), _union(after, "names")
    few = min(len(left), len(right))
    if few >= 3:
        return max(-1.5, 1.5 - 3.0 * len(left & right) / few)
    left, right = _union(before, "stems"), _union(after, "stems")
    few = min(len(left), len(right))
    return max(-1.0, 1.0 - 5.0 * len(left & right) / few) if few >= 5 else 0.0


def _persons(before: list[Names], heads: list[Names], after: list[Names]) -> float:
    """For a full name given again, against a family name that goes on without being introduced again."""
    introduced = {name.rsplit(" ", 1)[1]: name for name in _union(before, "full")}
    fulls = [name for names in (*heads, *after[:2]) for name in names.full]
    points = 0.0
    if any(introduced.get(name.rsplit(" ", 1)[1]) == name for names in after[:2] for name in names.full):
        points += 1.0
    again = {name.rsplit(" ", 1)[1] for name in fulls}
    going_on = {name for names in after[:2] for name in names.bare if name in introduced and name not in again}
    followed_up = {name.rsplit(" ", 1)[1] for name in _union(after, "full")} & _union(after, "bare")
    if followed_up and not going_on:
        points += 0.7
    return points - min(3.0, 1.5 * len(going_on))


def _cohesion(before: list[Names], heads: list[Names], after: list[Names]) -> float:
    """Between -1 and 1: whether the words of the headline belong to what follows or to what precedes."""
    words = _union(heads, "names") | _union(heads, "bare") | _union(heads, "stems")
    if len(words) < 3:
        return 0.0
    sides = []
    for side in (after, before):
        known = _union(side, "names") | _union(side, "bare") | _union(side, "stems")
        sides.append(len(words & known) / len(words))
    return max(-1.0, min(1.0, 2.0 * (sides[0] - sides[1])))


def _union(parts: list[Names], what: str) -> frozenset[str]:
    return frozenset().union(*(getattr(part, what) for part in parts))
