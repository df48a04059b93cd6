"""Readings of days beside others: ranges of days, "Friday last week", "the day before"."""

import re

from graphkit.extraction.listed import listed
from graphkit.extraction.times.calendar import bounds, shifted, weekday_of
from graphkit.extraction.times.days import UNKNOWN_DAY, day_number, deictic, nearest_day, weekday
from graphkit.extraction.times.match import Found, Match


def day_in_week(match: Match) -> list[Found] | None:
    """Reads "Friday last week", "Monday of next week"."""
    unit = match.first("UNIT")
    if unit != "W":
        return weekday_and_rest(match)
    shift = int(match.first("LAST", "NEXT", "THIS") or 0)
    number = int(match.first("WEEKDAY", "WABBR") or 1)
    part = match.first("PART")
    week = shifted(match.published, "W", shift) if match.published else None
    day = weekday_of(week, number) if week else f"XXXX-WXX-{number}"
    if day is None:
        return None
    return [Found("TIME", f"{day}T{part}") if part else Found("DATE", day)]


def weekday_and_rest(match: Match) -> list[Found] | None:
    """The weekday alone, where the unit beside it is no week ("Monday this year")."""
    end = (match.at("PART") or match.at("WEEKDAY", "WABBR") or 0) + 1
    day = weekday(match) if not match.has("LAST", "NEXT", "THIS") else None
    return [Found("DATE", day, part=(0, end))] if day else None


def day_range(match: Match) -> list[Found] | None:
    """Two days of one month: "Nov. 3-5", "3 to 5 November 2025"."""
    places = [i for i, kind in enumerate(match.kinds) if kind in ("DAYNUM", "ORDNUM")]
    month, year = int(match.first("MONTH", "MABBR") or 0), match.first("YEAR")
    numbers = [int(re.match(r"\d+", match.values[i])[0]) for i in places[:2]]  # type: ignore[index]
    if match.has("and") and match.after.isalpha() and match.after not in listed("closed_words"):
        return None
    at = match.at("MONTH", "MABBR") or 0
    first = f"{year or 'XXXX'}-{month:02}-{numbers[0]:02}"
    if year is None and match.published is not None:
        first = nearest_day(match, month, numbers[0], at) or first
    second = first[:8] + f"{numbers[1]:02}"
    if year is not None and not (bounds(first) and bounds(second)):
        return None
    inner = at > places[0]
    one = (places[0], places[0] + 1) if inner else (0, places[0] + 1)
    two = (places[1], len(match.kinds)) if inner or year is not None else (places[1], places[1] + 1)
    return [Found("DATE", first, part=one), Found("DATE", second, part=two)]


def weekday_range(match: Match) -> list[Found] | None:
    """Reads "Monday and Tuesday this week": two days of that week."""
    shift = int(match.first("LAST", "NEXT", "THIS") or 0)
    places = [i for i, kind in enumerate(match.kinds) if kind in ("WEEKDAY", "WABBR")]
    week = shifted(match.published, "W", shift) if match.published else None
    if match.first("UNIT") != "W" or len(places) != 2:
        return None
    values = [weekday_of(week, int(match.values[i])) if week else f"XXXX-WXX-{match.values[i]}" for i in places]
    parts = ((0, places[1] - 1), (places[1], len(match.kinds)))
    return [Found("DATE", value, part=part) for value, part in zip(values, parts, strict=True) if value]


def nine_eleven(match: Match) -> list[Found] | None:
    """The date that has become a name."""
    return [Found("DATE", "2001-09-11")] if match.texts == ("9", "/", "11") else None


def ordinal_day(match: Match) -> list[Found] | None:
    """Reads "on the 18th": of the month of the story, nearest."""
    if match.after.isalpha() and match.after not in listed("closed_words"):
        return None
    number = day_number(match)
    if match.published is None or number is None:
        return None
    months = [shifted(match.published, "M", away) for away in (-1, 0, 1)]
    days = [found[0] for month in months if (found := bounds(f"{month}-{number:02}"))]
    way = match.direction(0)
    story = match.published
    days = [d for d in days if not ((way == "past" and d > story) or (way == "future" and d < story))]
    best = min(days, key=lambda day: abs((day - story).days), default=None)
    return [Found("DATE", best.isoformat(), part=(1, 3))] if best else None


def day_beside(match: Match) -> list[Found] | None:
    """Reads "the day before yesterday"; "the day before", "a day earlier", "the week after" that end their clause."""
    away = -1 if match.has("before", "EARLIER") else 1
    if match.has("DEICTIC"):
        value = deictic(match.published, int(match.first("DEICTIC") or 0)) if match.published else None
        both = (bounds(value) or (None,))[0] if value else None
        shifted_value = shifted(both, "D", away) if both else None
        return [Found("DATE", shifted_value or UNKNOWN_DAY[away])]
    if match.has("before", "after") and match.after.isalnum() and match.after not in listed("closed_words"):
        return None  # "the day before the vote" is known only to who knows the day of the vote
    unit = match.first("UNIT")
    if match.anchor.quarter and unit == "Y":
        return [Found("DATE", f"{int(match.anchor.quarter[:4]) + away}{match.anchor.quarter[4:]}")]
    day = match.anchor.known(unit or "D") or match.published
    if unit is None:
        value = shifted(day, "D", away) if day else "XXXX-XX-XX"
        return [Found("TIME", f"{value}T{match.first('PART')}")]
    value = shifted(day, unit, away) if day else None
    return [Found("DATE", value or UNKNOWN_DAY[away])]
