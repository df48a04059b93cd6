"""Readings of hours and parts of a day."""

import re

from graphkit.extraction.listed import listed
from graphkit.extraction.times.calendar import shifted
from graphkit.extraction.times.match import Found, Match


def time_suffix(match: Match) -> str | None:
    """T and the hour or the part of the day that the match names, None where it names none."""
    part = "NI" if match.has("tonight") else match.first("PART") or ("MO" if match.has("HOURS") else None)
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


def clock(match: Match) -> list[Found] | None:
    """An hour alone: of the day last spoken of in this passage, else the story's."""
    suffix = clock_value(match)
    if suffix is None:
        return None
    if suffix in ("TMO", "TEV", "TNI") and match.before not in listed("clock_words"):
        return None  # the dawn of a new era
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


def anaphoric_part(match: Match) -> list[Found] | None:
    """Reads "that night", "the next morning": of the day last spoken of."""
    day = match.anchor.known("D") or match.published
    away = -1 if match.has("PREV") else 1 if match.has("NEXT", "FOLL") else 0
    if match.has("same") and not match.has("the", "that"):
        return None
    guessed = match.anchor.known("D") is None and away > 0 and match.direction(len(match.kinds) - 1) == "past"
    value = shifted(day, "D", away) if day and not guessed else None
    suffix = clock_value(match, match.first("PART")) or f"T{match.first('PART')}"
    return [Found("TIME", (value or "XXXX-XX-XX") + suffix)]
