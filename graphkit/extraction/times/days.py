"""Readings of days: a date, a weekday, today."""

import re
from datetime import date, timedelta

from graphkit.extraction.times.calendar import bounds, shifted
from graphkit.extraction.times.hours import time_suffix
from graphkit.extraction.times.match import Found, Match

DAY_KINDS = ("DAYNUM", "ORDNUM", "ORDWORD")


TENSE_REACH = {"past": 335, "future": 240}  # days: further off, nearness decides and not the tense


UNKNOWN_DAY = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def moment(match: Match) -> list[Found] | None:
    """A day, with the part of it or the hour that goes with it."""
    suffix = time_suffix(match)
    day = day_value(match)
    if day is None:
        return None
    if suffix is None:
        return [Found("DATE", day)] if not match.has("THIS") or match.has("WEEKDAY", "WABBR") else None
    if day.endswith("_REF"):
        day = "XXXX-XX-XX"
    return [Found("TIME", day + suffix)]


def day_value(match: Match) -> str | None:
    """The day a match names, as a value; the story's day where it names only an hour or "this morning"."""
    if (text := match.first("ISODATE")) is not None:
        return text if bounds(text) else None
    if (text := match.first("NUMDATE")) is not None:
        return numeric_date(text)
    if match.has("MONTH", "MABBR"):
        return month_day(match)
    if match.has("WEEKDAY", "WABBR"):
        return weekday_the(match) if match.has("ORDNUM") else weekday(match)
    if match.has("DEICTIC"):
        return deictic(match.published, int(match.first("DEICTIC") or 0))
    return deictic(match.published, -1 if match.has("LAST") else 0)


def deictic(published: date | None, days: int) -> str:
    """The day so many days from the story's; a bare reference where that is unknown."""
    return shifted(published, "D", days) or "PAST_REF" if published else UNKNOWN_DAY[days]


def numeric_date(text: str) -> str | None:
    """Value of 27/11/2025 or 11/27/25: month first where both readings are dates and slashes divide it."""
    first, second, year = map(int, re.split(r"[/.]", text))
    if year < 100:
        if "." in text:
            return None
        year += 2000 if year < 50 else 1900
    month_first = "/" in text and first <= 12
    month, day = (first, second) if month_first or second > 12 else (second, first)
    value = f"{year:04}-{month:02}-{day:02}"
    return value if bounds(value) else None


def month_day(match: Match) -> str | None:
    """Value of a month with a day, its year said or the one that tense and nearness give."""
    month, number = match.first("MONTH", "MABBR"), day_number(match)
    if month is None or number is None:
        return None
    year = match.first("YEAR")
    at = match.at("MONTH", "MABBR") or 0
    if match.has("UNIT") and match.published is not None:
        year = f"{match.published.year + int(match.first('LAST', 'NEXT', 'THIS') or 0):04}"
    if year is not None:
        value = f"{year}-{int(month):02}-{number:02}"
        return value if bounds(value) else None
    if not 1 <= number <= 31:
        return None
    if match.texts[at] == "Sept" and number == 11 and match.after in ("attack", "attacks"):
        return "2001-09-11"
    if match.published is None:
        return f"XXXX-{int(month):02}-{number:02}"
    return nearest_day(match, int(month), number, at)


def day_number(match: Match) -> int | None:
    """Day of the month in a match; the hour of "four o'clock" is none."""
    clock = match.at("oclock")
    total = 0
    for i, (kind, value) in enumerate(zip(match.kinds, match.values, strict=True)):
        if kind in (*DAY_KINDS, "NUMWORD") and (clock is None or i != clock - 1):
            digits = re.match(r"\d+", value)
            total += int(digits[0]) if digits else 0
    return total or None


def nearest_day(match: Match, month: int, number: int, at: int) -> str | None:
    """The day of that name nearest to the story; tense overrides within `TENSE_REACH`."""
    story = match.published
    if story is None:
        return None
    way = "past" if match.has("LAST") else "future" if match.has("NEXT") else match.direction(at)
    if match.anchor.frame is not None and way != "future":
        value = f"{match.anchor.frame:04}-{month:02}-{number:02}"
        if bounds(value):
            return value
    values = (f"{year:04}-{month:02}-{number:02}" for year in range(story.year - 2, story.year + 3))
    days = [found[0] for value in values if (found := bounds(value))]
    if not days:
        return None
    best = min(days, key=lambda day: abs((day - story).days))
    wrong = (way == "past" and best > story) or (way == "future" and best < story)
    if wrong:
        other = [day for day in days if (day <= story if way == "past" else day >= story)]
        turned = min(other, key=lambda day: abs((day - story).days), default=best)
        reach = 400 if match.has("LAST", "NEXT") else TENSE_REACH[way or "past"]
        best = turned if abs((turned - story).days) <= reach else best
    return best.isoformat()


def weekday(match: Match) -> str | None:
    """Value of a weekday: the story's day or the last one before it, ahead where tense or "next" say so."""
    at = match.at("WEEKDAY", "WABBR") or 0
    number = int(match.values[at])
    if match.kinds[at] == "WABBR" and not match.has("DOT") and match.token(at).ent_type_ not in ("DATE", "TIME"):
        return None  # the Sun, Mon dieu
    story = match.published
    if story is None:
        return f"XXXX-WXX-{number}"
    back = (story.isoweekday() - number) % 7
    if match.has("LAST", "PAST"):
        return shifted(story, "D", -(back or 7))
    if match.has("NEXT"):
        ahead = (-back) % 7 or 7
        same_week = story.isoweekday() < number
        return shifted(story, "D", ahead + 7 if same_week else ahead)
    if match.has("COMING"):
        return shifted(story, "D", (-back) % 7 or 7)
    if match.has("THIS"):
        return shifted(story, "D", number - story.isoweekday())
    if match.before in ("previous", "following") and match.anchor.day is not None:
        away = (number - match.anchor.day.isoweekday()) % 7 or 7
        return shifted(match.anchor.day, "D", away if match.before == "following" else away - 7 or -7)
    if back and (match.before in ("until", "till") or match.direction(at) == "future"):
        return shifted(story, "D", 7 - back)
    first = match.anchor.known("D")
    if match.before in ("through", "to", "until") and first is not None and 0 < (story - first).days + 7 - back < 7:
        return shifted(story, "D", 7 - back)  # "Monday through Friday"
    return shifted(story, "D", -back)


def weekday_the(match: Match) -> str | None:
    """Value of "Friday the 13th": the last day that was both."""
    number, story = int(match.first("WEEKDAY", "WABBR") or 1), match.published
    if story is None:
        return f"XXXX-WXX-{number}"
    back = (story - timedelta(days) for days in range(400) if story.toordinal() - days >= 1)
    return next((d.isoformat() for d in back if d.day == day_number(match) and d.isoweekday() == number), None)
