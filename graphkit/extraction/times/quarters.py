"""Readings of quarters, halves and seasons of a year."""

import re

from graphkit.extraction.listed import listed
from graphkit.extraction.times.match import Found, Match
from graphkit.extraction.times.shifts import base_day, dated, season_near, shift_of


def quarter(match: Match) -> list[Found] | None:
    """A quarter or half of a year: the year said, else the last one begun, ahead by tense."""
    letter = "H" if match.has("half") else "Q"
    number = quarter_number(match)
    if number is None or number > (2 if letter == "H" else 4):
        return None
    if not match.has("YEAR", "QN") and _of_a_match(match):
        return None
    said = match.first("YEAR") or (match.first("DECADE") or "")[:4] or None
    name = f"{letter}{number}"
    if said is None and match.has("UNIT") and match.has("LAST", "NEXT", "THIS", "PREV", "FOLL", "same"):
        base = base_day(match)
        said = f"{base.year + shift_of(match):04}" if base else None
    if said is None and match.published is not None:
        said = f"{quarter_year(match, letter, number):04}"
    elif said is None:
        said = "XXXX"
    if (
        letter == "H"
        and said is not None
        and not match.has("YEAR", "DECADE", "UNIT", "DASH")
        and match.before not in listed("year_words")
    ):
        return None  # halves of matches and of everything else
    return dated(match, f"{said}-{name}", unknown="XXXX")


def _of_a_match(match: Match) -> bool:
    """Whether the words around are those of a report on sports, where quarters are no quarters of a year."""
    at = match.tokens[0]
    return any(token.lower_ in listed("sports") for token in match.doc[max(0, at - 30) : at + 30])


def quarter_number(match: Match) -> int | None:
    """1 to 4 of "third quarter", "Q3", "2nd half"."""
    text = match.first("QN")
    if text is not None:
        return int(text.strip("qQ"))
    text = match.first("ORDWORD", "ORDNUM")
    found = re.match(r"\d+", text or "")
    return int(found[0]) if found and found[0] != "0" else None


def quarter_year(match: Match, letter: str, number: int) -> int:
    """Year of a quarter or half that is named without one."""
    story = match.published
    assert story is not None
    now = (story.month + 2) // 3 if letter == "Q" else (story.month + 5) // 6
    way = match.direction(match.at("ORDWORD", "ORDNUM", "QN") or 0)
    if way == "future":
        return story.year + (number < now)
    if way == "past" and number == now and letter == "Q" and story.month % 3 == 1:
        return story.year - 1  # in a quarter's first month what is told in the past is last year's
    return story.year - (number > now)


def season(match: Match) -> list[Found] | None:
    """Reads "summer 2024", "the spring of last year"."""
    name = match.first("SEASON")
    said = match.first("YEAR")
    if said is None and match.published is not None:
        said = f"{match.published.year + shift_of(match):04}"
    return dated(match, f"{said or 'XXXX'}-{name}", unknown="XXXX")


def bare_season(match: Match) -> list[Found] | None:
    """Reads "in the summer": the last one begun, ahead by tense."""
    name = match.first("SEASON") or "SU"
    if (
        match.after in ("of", "water", "training", "season")
        or match.after.isdigit()
        or match.token(match.at("SEASON") or 0).pos_ == "VERB"
    ):
        return None
    at = match.at("SEASON") or 0
    token = match.token(at)
    if match.texts[at][0].isupper() and token.i + 1 < len(match.doc) and match.doc[token.i + 1].text[:1].isupper():
        return None  # the Winter Games
    part = (1, len(match.kinds))
    if match.published is None:
        return [Found("DATE", f"XXXX-{name}", part=part)]
    value = season_near(match.published, name, match.direction(at))
    return [Found("DATE", value, part=part)]
