"""Readings of holidays."""

import re
from datetime import date, timedelta

from graphkit.extraction.times.calendar import easter, nth_weekday
from graphkit.extraction.times.match import Found, Match


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
