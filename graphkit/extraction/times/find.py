"""All times of a text: one scan of the grammar over its pieces, each match read to TIMEX3 values."""

from bisect import bisect_right
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from graphkit.errors import OptionError
from graphkit.extraction.layers import Timex
from graphkit.extraction.listed import listed
from graphkit.extraction.times.calendar import bounds, precision
from graphkit.extraction.times.grammar import Grammar, grammar
from graphkit.extraction.times.match import Anchor, Found, Match
from graphkit.extraction.times.readings import READINGS
from graphkit.extraction.times.words import lexicon, pieces_of

ANCHOR_REACH = 60  # pieces: how far back a date is still what "two days later" counts from
QUARTER_REACH = 80
FRAME_REACH = 60
NEVER_ANCHORS = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def find_times(doc: Doc, *, published: str | None = None) -> tuple[Timex, ...]:
    """Time expressions of a document in text order, without overlaps.

    Parameters
    ----------
    doc
        The parsed story; tags and tree say which way a bare weekday points.
    published
        Day of the story, ISO. Without it relative times have reference values (PAST_REF, XXXX-WXX-4) and no days.

    Raises
    ------
    OptionError
        If `published` is no ISO day.

    Examples
    --------
    >>> import spacy
    >>> doc = spacy.blank("en")("She resigned in late 2020.")
    >>> [(time.value, time.from_, time.to) for time in find_times(doc)]
    [('2020', '2020-10-01', '2020-12-31')]
    """
    return _Scan(doc, _day(published)).run()


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError as error:
        raise OptionError(f"the story's day is {published!r}; expected an ISO day such as 2025-11-27") from error


class _Scan:
    """One pass over a text; it has a lifetime because what relative times count from changes on the way."""

    def __init__(self, doc: Doc, published: date | None) -> None:
        self.doc, self.published = doc, published
        self.text = doc.text
        self.rules: Grammar = grammar()
        self.codes, self.starts, self.ends = pieces_of(self.text, self.rules.codes)
        self.offsets: list[int] = doc.to_array("IDX").tolist()
        self.words = {word: value for word, (_, value) in lexicon().items()}
        self.anchor = Anchor()
        self.anchor_at = self.quarter_at = self.frame_at = -1000

    def run(self) -> tuple[Timex, ...]:
        """All times."""
        out: list[Timex] = []
        place, size = 0, len(self.codes)
        search, fits = self.rules.starts.search, self.rules.rules.match
        while place < size and (start := search(self.codes, place)) is not None:
            place = start.start()
            found = fits(self.codes, place)
            if found is None or found.lastindex is None:
                place += 1
                continue
            end = found.end()
            times = self._read(self.rules.readings[found.lastindex - 1], place, end)
            if times is None:
                place += 1
                continue
            out.extend(times)
            place = end
        return tuple(out)

    def _read(self, reading: str, start: int, end: int) -> list[Timex] | None:
        if reading == "skip":
            return []
        match = self._match(start, end)
        founds = READINGS[reading](match)
        if founds is None:
            return None
        out: list[Timex] = []
        for found in founds:
            first, last = found.part or (0, end - start)
            time = self._timex(found, start + first, start + last)
            out.append(time)
            self._remember(time, start)
        return out

    def _match(self, start: int, end: int) -> Match:
        texts = tuple(self.text[self.starts[i] : self.ends[i]] for i in range(start, end))
        kinds = tuple(self.rules.names[code] for code in self.codes[start:end])
        values = tuple(self.words.get(text.lower()) or text for text in texts)
        tokens = tuple(max(0, bisect_right(self.offsets, self.starts[i]) - 1) for i in range(start, end))
        return Match(
            doc=self.doc,
            published=self.published,
            anchor=self._anchor_at(start),
            kinds=kinds,
            texts=texts,
            values=values,
            tokens=tokens,
            before=self._piece(start - 1),
            after=self._piece(end),
        )

    def _piece(self, i: int) -> str:
        return self.text[self.starts[i] : self.ends[i]].lower().strip() if 0 <= i < len(self.starts) else ""

    def _anchor_at(self, start: int) -> Anchor:
        near = start - self.anchor_at <= ANCHOR_REACH
        return Anchor(
            day=self.anchor.day if near else None,
            value=self.anchor.value if near else None,
            quarter=self.anchor.quarter if start - self.quarter_at <= QUARTER_REACH else None,
            frame=self.anchor.frame if start - self.frame_at <= FRAME_REACH else None,
        )

    def _timex(self, found: Found, start: int, end: int) -> Timex:
        while (
            end - start > 1
            and self._piece(start) in listed("leading")
            and self._piece(start + 1) not in ("least", "most")
        ):
            start += 1
        span = self.starts[start], self.ends[end - 1]
        if self.text[span[1] - 1 : span[1]] == "\n":
            span = span[0], span[1] - 1
        days = found.days or (bounds(found.value) if found.type in ("DATE", "TIME") else None)
        return Timex(
            start=max(0, bisect_right(self.offsets, span[0]) - 1),
            end=bisect_right(self.offsets, span[1] - 1),
            span=span,
            type=found.type,
            value=found.value,
            from_=days[0].isoformat() if days else None,
            to=days[1].isoformat() if days else None,
            precision=found.precision or (precision(found.value) if days else None),  # type: ignore[arg-type]
        )

    def _remember(self, time: Timex, start: int) -> None:
        """Let later relative times count from this one."""
        if time.type not in ("DATE", "TIME") or time.from_ is None or time.value in NEVER_ANCHORS:
            return
        if "-Q" in time.value:
            self.anchor, self.quarter_at = replace(self.anchor, quarter=time.value), start
        day = date.fromisoformat(time.from_)
        self.anchor, self.anchor_at = replace(self.anchor, day=day, value=time.value), start
        if self.published is None:
            return
        said = str(day.year) in self.text[slice(*time.span)]
        whole = len(time.value) >= 10 or (len(time.value) in (4, 7) and self._opens_sentence(start))
        if said and whole:
            old = day.year < self.published.year - 1
            self.anchor, self.frame_at = replace(self.anchor, frame=day.year if old else None), start

    def _opens_sentence(self, start: int) -> bool:
        before = [self._piece(i) for i in range(max(0, start - 2), start)]
        return (
            not before
            or before[-1] in (".", "")
            or (before[-1] in listed("leading") and before[0] in (".", "", *listed("leading")))
        )
