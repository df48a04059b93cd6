"""Readings of distances in time: "a year ago", "three days later"."""

from datetime import date

from graphkit.extraction.listed import listed
from graphkit.extraction.times.calendar import bounds, shifted
from graphkit.extraction.times.match import Found, Match
from graphkit.extraction.times.numbers import VAGUE_KINDS, count_of, duration

UNIT_KINDS = ("UNIT", "UNITS", "HOUR", "HOURS")


def quantity(match: Match) -> float | None:
    """How many units; None where that is vague, one where there is only an article."""
    return count_of(match.kinds, match.values)


def away(match: Match, base: date | None, sign: int, ref: str) -> Found:
    """The unit that lies so many units before or after a day."""
    unit, count = match.first(*UNIT_KINDS) or "D", quantity(match)
    bare = match.kinds[0] in ("UNITS", "HOURS") or (match.has("UNITS", "HOURS") and not counted(match))
    if base is None or count is None or bare:
        return Found("DATE", ref)
    if unit[0] == "T":
        return Found("TIME", f"{base.isoformat()}TXX")
    if count != int(count):
        factor, unit = {"Y": (12, "M"), "DE": (10, "Y"), "CE": (100, "Y"), "M": (4, "W"), "W": (7, "D")}.get(
            unit, (1, unit)
        )
        count = count * factor
    count = int(count)
    if unit in ("DE", "CE"):
        unit, count = "Y", count * {"DE": 10, "CE": 100}[unit]
    return Found("DATE", shifted(base, unit, sign * count) or ref)


def counted(match: Match) -> bool:
    """Whether a match says a number or a vague one, more than an article."""
    return any(kind in ("NUMWORD", "DAYNUM", "NUM", "YEAR", "couple", "half", *VAGUE_KINDS) for kind in match.kinds)


def ago(match: Match) -> list[Found] | None:
    """Reads "a year ago" is the year, "two weeks ago" the week, "several years ago" PAST_REF."""
    if not match.has(*UNIT_KINDS):
        return [Found("DATE", "PAST_REF")]
    if match.anchor.quarter and match.first("UNIT") == "Y" and not counted(match) and not match.has("APPROX", "more"):
        return [Found("DATE", f"{int(match.anchor.quarter[:4]) - 1}{match.anchor.quarter[4:]}")]
    return [away(match, match.published, -1, "PAST_REF")]


def hence(match: Match) -> list[Found] | None:
    """Reads "two weeks from now"."""
    return [away(match, match.published, 1, "FUTURE_REF")]


def shifted_later(match: Match) -> list[Found] | None:
    """Reads "three days later", "a year earlier": from the day last spoken of."""
    sign = -1 if match.has("EARLIER") else 1
    unit, bare = match.first(*UNIT_KINDS) or "D", not counted(match) and match.has("UNITS", "HOURS")
    if bare or quantity(match) is None:
        return [Found("DURATION", duration(None, unit))]
    if unit[0] == "T":
        return [Found("DURATION", duration(quantity(match), unit), part=(0, len(match.kinds) - 1))]
    if match.anchor.quarter and unit == "Y" and sign < 0 and not counted(match):
        return [Found("DATE", f"{int(match.anchor.quarter[:4]) - 1}{match.anchor.quarter[4:]}")]
    base = match.anchor.known(unit) or (match.published if match.anchor.day is None else None)
    found = away(match, base, sign, "PAST_REF" if sign < 0 else "FUTURE_REF")
    if sign > 0 and not may_be_ahead(match, found):
        return [Found("DURATION", duration(quantity(match), unit), part=(0, len(match.kinds) - 1))]
    return [found]


def may_be_ahead(match: Match, found: Found) -> bool:
    """Whether a day "later" can be right: in the past it is not after the story's day."""
    days = bounds(found.value)
    ahead = days is not None and match.published is not None and days[0] > match.published
    return not ahead or match.direction(len(match.kinds) - 1) != "past"


def year_earlier(match: Match) -> list[Found] | None:
    """Reads "the year-earlier quarter": the quarter last named, a year back."""
    if match.first("UNIT") != "Y":
        return None
    if match.anchor.quarter:
        return [Found("DATE", f"{int(match.anchor.quarter[:4]) - 1}{match.anchor.quarter[4:]}")]
    return [Found("DATE", f"{match.published.year - 1:04}" if match.published else "PAST_REF")]


def distance(match: Match) -> list[Found] | None:
    """Reads "three days before the vote" as a duration, "three days before." as a day, from the one last spoken of."""
    last = len(match.kinds) - 1
    vague = not counted(match) and not match.has("a", "an", "another")
    if vague and match.has("UNIT", "HOUR"):
        return None
    if match.after.isalnum() and match.after not in listed("open_words"):
        count = None if vague else quantity(match)
        return [Found("DURATION", duration(count, match.first(*UNIT_KINDS) or "D"), part=(0, last))]
    if vague:
        return None
    sign = -1 if match.has("before") else 1
    base = match.anchor.known(match.first(*UNIT_KINDS) or "D") or match.published
    return [away(match, base, sign, "PAST_REF" if sign < 0 else "FUTURE_REF")]
