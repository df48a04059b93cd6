"""What a reading gets and gives: the matched pieces with what is known around them, and the times found in them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from spacy.tokens import Doc, Token

from graphkit.extraction.times.calendar import Days
from graphkit.extraction.times.tense import Direction, direction
from graphkit.model import Precision

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Found:
    """A time read from a match: TIMEX3 type and value.

    Attributes
    ----------
    days
        First and last day where the value does not say them (a part of it, a stretch counted from the story's day).
    part
        The pieces of the match that are this time, half-open; None for all of them.
    """

    type: TimeType
    value: str
    days: Days | None = None
    precision: Precision | None = None
    part: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative times of the text can count from.

    Attributes
    ----------
    day
        First day of the last date before this place, if it is near.
    value
        Its TIMEX3 value.
    quarter
        The last quarter named, if it is near.
    frame
        The past year that the passage tells of ("In 1944, ... On June 6"), if there is one.
    """

    day: date | None = None
    value: str | None = None
    quarter: str | None = None
    frame: int | None = None

    def known(self, unit: str) -> date | None:
        """The day, if the date is at least as fine as the unit: no "two days later" counts from 1991."""
        size = len((self.value or "").partition("T")[0])
        week = "-W" in (self.value or "")
        fine = {"D": size == 10 and not week, "W": size == 10 or week, "F": size == 10 or week, "M": size >= 7}
        return self.day if fine.get(unit, True) else None


@dataclass(frozen=True, slots=True)
class Match:
    """Pieces that fit a rule: their classes, texts, lexicon values, and the words around.

    Attributes
    ----------
    first_token
        Index of the token that holds the first piece.
    before, after
        The pieces just before and after, in lower case; empty at an edge or a line break.
    """

    doc: Doc
    published: date | None
    anchor: Anchor
    kinds: tuple[str, ...]
    texts: tuple[str, ...]
    values: tuple[str, ...]
    tokens: tuple[int, ...]
    before: str = ""
    after: str = ""
    memo: dict[int, Direction] = field(default_factory=dict, compare=False)

    def has(self, *kinds: str) -> bool:
        """Whether a piece is of one of these classes or is one of these words."""
        return any(kind in self.kinds for kind in kinds)

    def first(self, *kinds: str) -> str | None:
        """Value of the first piece of one of these classes."""
        for kind, value in zip(self.kinds, self.values, strict=True):
            if kind in kinds:
                return value
        return None

    def at(self, *kinds: str) -> int | None:
        """Place of the first piece of one of these classes."""
        for i, kind in enumerate(self.kinds):
            if kind in kinds:
                return i
        return None

    def token(self, piece: int = 0) -> Token:
        """Token that holds a piece."""
        return self.doc[self.tokens[piece]]

    def direction(self, piece: int = 0) -> Direction:
        """Where the tense of the words around points."""
        if piece not in self.memo:
            self.memo[piece] = direction(self.doc, self.tokens[piece])
        return self.memo[piece]
