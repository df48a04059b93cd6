"""Quotation marks: which belong together, and which stretch of text they hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.extraction.tree import Tree

DOUBLE = '"'
SINGLE = "'"
BEFORE_OPENING = frozenset("([{-–—/")
AFTER_CLOSING = frozenset(".,;:!?)]}-–—/")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text between quotation marks: half-open range with the marks; `closed` is false where the end mark is missing."""

    start: int
    end: int
    closed: bool = True

    def inside(self) -> tuple[int, int]:
        """The range without the marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


def stretches(tree: Tree) -> list[Stretch]:
    """All stretches in quotation marks in text order, paragraph by paragraph; inner marks give none of their own.

    A mark opens or closes by the white space around it, else by turns. An opening mark that stays open holds the rest
    of its paragraph if it begins the paragraph or the next paragraph opens too (a quotation goes on over paragraphs);
    otherwise it holds nothing.
    """
    found: list[Stretch] = []
    lines = list(_lines(tree))
    opens_line = [_first_mark(tree, start, end) for start, end in lines]
    for n, (start, end) in enumerate(lines):
        goes_on = n + 1 < len(lines) and opens_line[n + 1] is not None
        found.extend(_double(tree, start, end, goes_on=goes_on))
    if any(word == SINGLE for word in tree.words):
        taken = bytearray(len(tree.words))
        for s in found:
            taken[s.start : s.end] = b"\1" * (s.end - s.start)
        found.extend(s for start, end in lines for s in _single(tree, start, end, taken))
        found.sort(key=lambda s: s.start)
    return found


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


def _double(tree: Tree, start: int, end: int, *, goes_on: bool) -> Iterator[Stretch]:
    opened: int | None = None
    for i in range(start, end):
        if tree.words[i] != DOUBLE:
            continue
        side = _side(tree, i, start, end, DOUBLE)
        if opened is None:
            if side != "close":
                opened = i
        elif side == "open" and i > opened + 1:
            opened = i  # the mark before never closed
        elif i > opened + 1:
            yield Stretch(opened, i + 1)
            opened = None
    if opened is not None and (goes_on or opened == _first_mark(tree, start, end)):
        last = end
        while last > opened and tree.pos[last - 1] == "SPACE":
            last -= 1
        if last > opened + 1:
            yield Stretch(opened, last, closed=False)


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
            yield Stretch(opened, i + 1)
            opened = None


def _ends_quotation(tree: Tree, i: int, end: int) -> bool:
    """A mark behind a plural noun is its apostrophe if the noun phrase goes on."""
    if tree.tags[i] != "POS" or tree.words[i - 1][-1:] != "s":
        return True
    return i + 1 >= end or tree.pos[i + 1] not in ("NOUN", "PROPN", "ADJ", "NUM")
