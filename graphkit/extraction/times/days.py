"""Readings of days, parts of days and hours."""

import re
from datetime import date, timedelta

from graphkit.extraction.listed import listed
from graphkit.extraction.times.calendar import bounds, easter, nth_weekday, shifted, weekday_of
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


def time_suffix(match: Match) -> str | None:
    """T and the hour or the part of the day that the match names, None where it names none."""
    part = "NI" if match.has("tonight") else match.first("PART")
    hour = clock_value(match, part)
    return hour or (f"T{part}" if part else None)


def clock_value(match: Match, part: str | None = None) -> str | None:
    """``T16:00`` of "4 p.m.", "16:00", "noon", "four o'clock", "1600 GMT"."""
    point = match.first("POINT")
    if point:
        return point
    at = match.at("oclock")
    if at is not None:
        hours, minutes, half = int(match.values[at - 1]), 0, ""
    elif (text := match.first("CLOCK", "HHMM")) is not None:
        digits = re.findall(r"\d+", text)
        hours, minutes = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
        half = "p" if "p" in text.lower() else "a" if "a" in text.lower() else ""
    elif (text := match.texts[0] if match.kinds[0] in ("YEAR", "NUM") and match.has("TZ") else None) is not None:
        if not re.fullmatch(r"[0-2]\d[0-5]\d", text):
            return None
        hours, minutes, half = int(text[:2]), int(text[2:]), ""
    else:
        return None
    half = half or {"AF": "p", "EV": "p", "NI": "p"}.get(part or "", "")
    if half == "p" and hours < 12:
        hours += 12
    elif half == "a" and hours == 12:
        hours = 0
    if hours > 24 or minutes > 59:
        return None
    zone = "Z" if match.first("TZ") == "Z" else ""
    return f"T{hours:02}:{minutes:02}{zone}"


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
    if back and match.direction(at) == "future":
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


def anaphoric_part(match: Match) -> list[Found] | None:
    """Reads "that night", "the next morning": of the day last spoken of."""
    day = match.anchor.known("D") or match.published
    away = -1 if match.has("PREV") else 1 if match.has("NEXT", "FOLL") else 0
    if match.has("same") and not match.has("the", "that"):
        return None
    value = shifted(day, "D", away) if day else None
    suffix = clock_value(match, match.first("PART")) or f"T{match.first('PART')}"
    return [Found("TIME", (value or "XXXX-XX-XX") + suffix)]


def clock(match: Match) -> list[Found] | None:
    """An hour alone: of the day last spoken of in this passage, else the story's."""
    suffix = clock_value(match)
    if suffix is None:
        return None
    if match.kinds[0] == "HHMM" and len(match.kinds) == 1 and match.before not in listed("clock_words"):
        return None  # scores and ratios
    day = match.anchor.known("D") or match.published
    return [Found("TIME", (day.isoformat() if day else "XXXX-XX-XX") + suffix)]


def overnight(match: Match) -> list[Found] | None:
    """The night that belongs to the story's day."""
    return [Found("TIME", f"{match.published.isoformat() if match.published else 'XXXX-XX-XX'}TNI")]


def part_of_day(match: Match) -> list[Found] | None:
    """Reads "in the morning", "mid-afternoon" of the day last spoken of."""
    part = match.first("PART")
    if match.before in ("each", "every", "one", "another") or (part == "NI" and match.has("in", "by")):
        return None
    day = match.anchor.known("D") or match.published
    return [Found("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{part}")]


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


def holiday(match: Match) -> list[Found] | None:
    """A holiday of the year that is said or that nearness and tense give."""
    rule = holiday_rule(match)
    if rule is None:
        return None
    year = match.first("YEAR")
    eve = match.has("eve")
    if year is None and match.published is None:
        return [Found("DATE", f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) and not eve else "XXXX-XX-XX")]
    if year is not None:
        day = holiday_in(rule, int(year))
    else:
        day = _holiday_near(match, rule)
    if eve:
        day -= timedelta(1)
    return [Found("DATE", day.isoformat())]


def _holiday_near(match: Match, rule: str) -> date:
    story = match.published
    assert story is not None
    if match.has("LAST", "NEXT", "THIS") and match.has("UNIT"):
        return holiday_in(rule, story.year + int(match.first("LAST", "NEXT", "THIS") or 0))
    days = [holiday_in(rule, year) for year in (story.year - 1, story.year, story.year + 1)]
    way = "past" if match.has("LAST") else "future" if match.has("NEXT") else match.direction(0)
    right = [day for day in days if not ((way == "past" and day > story) or (way == "future" and day < story))]
    return min(right, key=lambda day: abs((day - story).days))


def holiday_rule(match: Match) -> str | None:
    """Month and day of the holiday, or the name of the way it is reckoned."""
    if match.kinds[0] == "good":
        return "good friday" if match.first("WEEKDAY") == "5" else None
    if match.has("HOLIDAY"):
        if match.has("WEEKDAY"):
            return "easter monday" if match.first("WEEKDAY") == "1" else match.first("HOLIDAY")
        return match.first("HOLIDAY")
    if match.kinds[0] == "new":
        return "01-01" if match.first("UNIT") == "Y" else None
    if match.kinds[0] == "MONTH":
        return "05-01" if match.texts[:2] == ("May", "Day") else None
    names = {"boxing": "12-26", "valentine": "02-14", "independence": "07-04", "veterans": "11-11", "bastille": "07-14"}
    names |= {"anzac": "04-25", "earth": "04-22", "international": "03-08", "memorial": "memorial", "labor": "labor"}
    names |= {"columbus": "columbus", "martin": "king", "presidents": "presidents"}
    named = match.texts[0][:1].isupper() and match.first("UNIT") == "D"
    return names.get(match.kinds[0]) if named else None


def holiday_in(rule: str, year: int) -> date:
    """Day of a holiday in a year."""
    if re.fullmatch(r"\d\d-\d\d", rule):
        return date(year, int(rule[:2]), int(rule[3:]))
    if rule.startswith("easter") or rule == "good friday":
        return easter(year) + timedelta({"easter": 0, "easter monday": 1, "good friday": -2}[rule])
    month, day, nth = {"thanksgiving": (11, 4, 4), "memorial": (5, 1, -1), "labor": (9, 1, 1), "columbus": (10, 1, 2),
                       "king": (1, 1, 3), "presidents": (2, 1, 3)}[rule]  # fmt: skip
    return nth_weekday(year, month, day, nth)
