"""Readings of months."""

import re
from datetime import date, timedelta

from graphkit.extraction.listed import listed
from graphkit.extraction.times.calendar import bounds, nth_weekday, shifted
from graphkit.extraction.times.match import Found, Match
from graphkit.extraction.times.shifts import base_day, dated, shift_of


def month(match: Match) -> list[Found] | None:
    """A month without a year: by tense, else the nearest."""
    at = match.at("MONTH", "MABBR") or 0
    token = match.token(at)
    plain = not match.has("MOD", "EDGE", "LAST", "NEXT", "THIS")
    if plain and not is_month(match, at):
        return None
    number = int(match.values[at])
    if match.published is None:
        return [Found("DATE", f"XXXX-{number:02}")]
    story = match.published
    if match.has("LAST"):
        chosen = story.year - (number >= story.month)
    elif match.has("NEXT"):
        chosen = story.year + (number <= story.month)
    elif match.has("THIS"):
        chosen = story.year
    elif match.anchor.frame is not None and match.direction(at) != "future":
        chosen = match.anchor.frame
    else:
        chosen = nearest_year(story, number, match.direction(at), back=match.before == "since")
    del token
    return dated(match, f"{chosen:04}-{number:02}", unknown="XXXX")


def is_month(match: Match, at: int) -> bool:
    """Whether the word is the month: neither modal nor verb nor somebody's name."""
    token = match.token(at)
    if token.ent_type_ in ("PERSON", "ORG", "FAC", "PRODUCT", "WORK_OF_ART", "GPE"):
        return False
    if match.kinds[at] == "MABBR" and "." not in match.texts and match.before not in listed("year_words"):
        return False
    word = match.texts[at].lower()
    if word in listed("short_names"):
        return token.pos_ in ("PROPN", "NOUN") and (
            token.ent_type_ in ("DATE", "TIME") or match.before in listed("year_words")
        )
    return True


def nearest_year(story: date, month_number: int, way: str | None, *, back: bool = False) -> int:
    """Year of a month that is named without one."""
    ahead = month_number > story.month
    if way == "past" or back:
        return story.year - ahead
    if way == "future":
        return story.year + (month_number < story.month)
    distance = month_number - story.month
    return story.year - (distance > 6) + (distance < -6)


def month_year(match: Match) -> list[Found] | None:
    """Reads "November 2025", "early November of last year"."""
    number = int(match.first("MONTH", "MABBR") or 0)
    said = match.first("YEAR")
    if said is not None:
        return dated(match, f"{said}-{number:02}", unknown="XXXX")
    if match.first("UNIT") != "Y":
        end = (match.at("MONTH", "MABBR") or 0) + 1
        found = month_alone(match, number)
        return [Found("DATE", found, part=(0, end))] if found else None
    base = base_day(match)
    if base is None:
        return [Found("DATE", f"XXXX-{number:02}")]
    return dated(match, f"{base.year + shift_of(match):04}-{number:02}", unknown="XXXX")


def week_of_month(match: Match) -> list[Found] | None:
    """Reads "the first week of November": the week that holds most of those seven days."""
    number = int(match.first("MONTH", "MABBR") or 0)
    said = match.first("YEAR")
    value = f"{said}-{number:02}" if said else month_alone(match, number)
    days = bounds(value) if value else None
    nth = int(re.match(r"\d+", match.first("ORDWORD", "ORDNUM") or "0")[0])  # type: ignore[index]
    if days is None or nth > 5 or not (nth or match.has("LAST")):
        return [Found("DATE", "XXXX-WXX")]
    middle = days[0] + timedelta(7 * nth - 4) if nth else days[1] - timedelta(3)
    return [Found("DATE", shifted(middle, "W", 0) or "XXXX-WXX")]


def nth_weekday_of(match: Match) -> list[Found] | None:
    """Reads "the third Thursday of November"."""
    number, weekday = int(match.first("MONTH", "MABBR") or 0), int(match.first("WEEKDAY", "WABBR") or 1)
    said = match.first("YEAR")
    value = f"{said}-{number:02}" if said else month_alone(match, number)
    nth = -1 if match.has("LAST") else int(re.match(r"\d+", match.first("ORDWORD", "ORDNUM") or "0")[0])  # type: ignore[index]
    if value is None or not value[:4].isdigit() or not (nth == -1 or 1 <= nth <= 4):
        return [Found("DATE", f"XXXX-{number:02}")]
    return [Found("DATE", nth_weekday(int(value[:4]), number, weekday, nth).isoformat())]


def month_alone(match: Match, number: int) -> str | None:
    """Value of a month whose neighbour says nothing of the year."""
    if match.published is None:
        return f"XXXX-{number:02}"
    return f"{nearest_year(match.published, number, match.direction(0)):04}-{number:02}"


def month_range(match: Match) -> list[Found] | None:
    """Reads "March to May 2024": both months of that year."""
    places = [i for i, kind in enumerate(match.kinds) if kind in ("MONTH", "MABBR")]
    said = match.first("YEAR")
    parts = ((0, places[1] - 1), (places[1], len(match.kinds)))
    return [
        Found("DATE", f"{said}-{int(match.values[i]):02}", part=part) for i, part in zip(places, parts, strict=True)
    ]
