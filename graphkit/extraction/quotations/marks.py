"""Quotation marks: which belong together, and which stretch of text they hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.extraction.tree import Tree

DOUBLE = '"'
SINGLE = "'"
BEFORE_OPENING = frozenset("([{-–—/")
AFTER_CLOSING = frozenset(".,;:!?)]}-–—/")
LINES_LONGEST = 12  # lines that one quotation may run over without a mark


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text between quotation marks in one line: half-open range with the marks.

    `opened`, `closed` say whether the marks stand in this line; `group` is shared by the lines of one quotation, it is
    the index of its opening mark.
    """

    start: int
    end: int
    opened: bool = True
    closed: bool = True
    group: int = -1

    def inside(self) -> tuple[int, int]:
        """The range without the marks."""
        return self.start + self.opened, self.end - self.closed


def stretches(tree: Tree) -> list[Stretch]:
    """All stretches in quotation marks in text order, line by line; inner marks give none of their own.

    A mark opens or closes by the white space around it, else by turns. One that stays open in its line goes on to the
    mark that closes it in one of the next lines (a text may have a line for each sentence); else it holds the rest of
    its line if it begins the line or the next line opens too (a quotation over paragraphs); else it holds nothing.
    """
    found: list[Stretch] = []
    lines = list(_lines(tree))
    marks = [[i for i in range(a, b) if tree.words[i] == DOUBLE] for a, b in lines]
    opened: int | None = None
    closing_line = -1
    for n, (start, end) in enumerate(lines):
        begun = opened
        line_found, opened = _double(tree, start, end, marks[n], begun)
        found.extend(line_found)
        if opened is None:
            continue
        if n >= closing_line:
            closing_line = _closing_line(tree, lines, marks, n)
        if n < closing_line:
            found.extend(_open_part(tree, max(opened, start), end, opened))
            continue
        opens_next = n + 1 < len(lines) and _first_mark(tree, *lines[n + 1]) is not None
        if opens_next or opened == _first_mark(tree, start, end):
            found.extend(_open_part(tree, opened, end, opened))
        opened = None
    if any(word == SINGLE for word in tree.words):
        taken = bytearray(len(tree.words))
        for s in found:
            taken[s.start : s.end] = b"\1" * (s.end - s.start)
        found.extend(s for start, end in lines for s in _single(tree, start, end, taken))
        found.sort(key=lambda s: s.start)
    return found


def _closing_line(tree: Tree, lines: list[tuple[int, int]], marks: list[list[int]], n: int) -> int:
    """The line, among the next few, whose first mark closes what line `n` left open; `n` itself if there is none."""
    for k in range(n + 1, min(n + 1 + LINES_LONGEST, len(lines))):
        if marks[k]:
            side = _side(tree, marks[k][0], *lines[k], DOUBLE)
            return k if side == "close" or (side == "either" and len(marks[k]) % 2 == 1) else n
    return n


def _open_part(tree: Tree, start: int, end: int, group: int) -> Iterator[Stretch]:
    """The part of a quotation from `start` to the end of a line that does not close it."""
    while start < end and tree.pos[start] == "SPACE":
        start += 1
    while end > start and tree.pos[end - 1] == "SPACE":
        end -= 1
    opened = start == group
    if end > start + opened:
        yield Stretch(start, end, opened=opened, closed=False, group=group)


def _lines(tree: Tree) -> Iterator[tuple[int, int]]:
    start = 0
    for i in range(1, len(tree.line) + 1):
        if i == len(tree.line) or tree.line[i] != tree.line[start]:
            yield start, i
            start = i


def _first_mark(tree: Tree, start: int, end: int) -> int | None:
    """The mark that begins the paragraph, if one does."""
    while start < end and tree.pos[start] == "SPACE":
        start += 1
    return start if start < end and tree.words[start] == DOUBLE else None


def _side(tree: Tree, i: int, start: int, end: int, mark: str) -> str:
    """Whether white space and neighbours make the mark at `i` opening, closing or leave it open."""
    before = tree.words[i - 1] if i > start else ""
    after = tree.words[i + 1] if i + 1 < end else ""
    gap_before = i == start or tree.spaced[i - 1] or before.isspace() or before in BEFORE_OPENING or before == mark
    gap_after = tree.spaced[i] or not after or after.isspace() or after in AFTER_CLOSING or after == mark
    if gap_before != gap_after:
        return "open" if gap_before else "close"
    return "either"


def _double(tree: Tree, start: int, end: int, marks: list[int], opened: int | None) -> tuple[list[Stretch], int | None]:
    """Stretches that close in a line, and the mark left open at its end; `opened` is one left open before."""
    found = []
    for i in marks:
        side = _side(tree, i, start, end, DOUBLE)
        if opened is None:
            if side != "close":
                opened = i
        elif side == "open" and i > opened + 1 and opened >= start:
            opened = i  # the mark before never closed
        elif i > opened + 1:
            first = opened if opened >= start else next((k for k in range(start, i) if tree.pos[k] != "SPACE"), i)
            found.append(Stretch(first, i + 1, opened=opened >= start, group=opened))
            opened = None
    return found, opened


def _single(tree: Tree, start: int, end: int, taken: bytearray) -> Iterator[Stretch]:
    """Single marks outside double ones; "leaders'" and "'90s" are apostrophes."""
    opened: int | None = None
    for i in range(start, end):
        if tree.words[i] != SINGLE or taken[i]:
            continue
        side = _side(tree, i, start, end, SINGLE)
        if opened is None:
            opened = i if side == "open" else None
        elif side == "close" and i > opened + 1 and _ends_quotation(tree, i, end):
            yield Stretch(opened, i + 1, group=opened)
            opened = None


def _ends_quotation(tree: Tree, i: int, end: int) -> bool:
    """A mark behind a plural noun is its apostrophe if the noun phrase goes on."""
    if tree.tags[i] != "POS" or tree.words[i - 1][-1:] != "s":
        return True
    return i + 1 >= end or tree.pos[i + 1] not in ("NOUN", "PROPN", "ADJ", "NUM")
