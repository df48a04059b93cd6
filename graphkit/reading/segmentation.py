"""Where stories begin in a plain text file that may hold several, run together in whatever way."""

from dataclasses import dataclass
from itertools import pairwise

from graphkit.reading.evidence import points
from graphkit.reading.lines import Line, lines_of
from graphkit.reading.openings import OPENING, SEPARATORS, Paper, layout, openings

ENOUGH = 3.0
"""Points from which on a story begins."""
ENOUGH_ALIKE = 2.4
"""The same for a place that opens like the file itself."""
ENOUGH_AGAIN = 1.9
"""The same once two stories have begun like this."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A story of a file without the separators around it, the lines that open it, and its first running text."""

    start: int
    end: int
    opening: tuple[Line, ...]
    lead: Line | None


def segments(text: str) -> list[Segment]:
    r"""Stories of a text, in order; one if nothing says that there are more, none if there is nothing but blanks.

    Examples
    --------
    >>> text = "Oslo votes again\n\nIt did.\n-----\nRiga lets the port buy its bridge\n\nRIGA — It is sold."
    >>> [text[part.start : part.end][:4] for part in segments(text)]
    ['Oslo', 'Riga']
    """
    lines = lines_of(text)
    paper = Paper(text, lines, _usual_gap(lines))
    places = openings(paper)
    first = places[0] if places and places[0].first <= 1 and places[0].separator is None else None
    own = layout(paper, first) if first is not None else frozenset()
    starts = [0]
    found = 0
    for place in places:
        if place is first or place.first <= starts[-1]:
            continue
        alike = first is not None and layout(paper, place) == own
        enough = ENOUGH if not alike else ENOUGH_ALIKE if found < 2 else ENOUGH_AGAIN
        if points(paper, place, starts[-1], first) >= enough:
            starts.append(place.first)
            found += alike
    parts = (lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True))
    return [segment for part in parts if (segment := _segment(part)) is not None]


def _segment(lines: list[Line]) -> Segment | None:
    inside = [index for index, line in enumerate(lines) if line.kind not in SEPARATORS]
    if not inside:
        return None
    lines = lines[inside[0] : inside[-1] + 1]
    length = next((index for index, line in enumerate(lines) if line.kind not in OPENING), len(lines))
    return Segment(lines[0].start, lines[-1].end, tuple(lines[:length]), lines[length] if length < len(lines) else None)


def _usual_gap(lines: list[Line]) -> int:
    gaps = sorted(line.gap for before, line in pairwise(lines) if before.kind == line.kind == "body")
    return gaps[len(gaps) // 2] if gaps else max((line.gap for line in lines), default=0)
