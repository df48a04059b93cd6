"""Readings of durations, sets, distances in time ("a year ago") and words of reference ("now")."""

from dataclasses import replace
from datetime import date

from graphkit.extraction.listed import listed
from graphkit.extraction.times.calendar import Days, bounds, shifted
from graphkit.extraction.times.match import Found, Match
from graphkit.extraction.times.numbers import VAGUE_KINDS, count_of, duration
from graphkit.extraction.times.periods import stretch_days

UNIT_KINDS = ("UNIT", "UNITS", "HOUR", "HOURS")


def quantity(match: Match) -> float | None:
    """How many units; None where that is vague, one where there is only an article."""
    return count_of(match.kinds, match.values)


def away(match: Match, base: date | None, sign: int, ref: str) -> Found:
    """The unit that lies so many units before or after a day."""
    unit, count = match.first(*UNIT_KINDS) or "D", quantity(match)
    bare = match.kinds[0] in ("UNITS", "HOURS") or (match.has("UNITS", "HOURS") and not _counted(match))
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


def _counted(match: Match) -> bool:
    return any(kind in ("NUMWORD", "DAYNUM", "NUM", "YEAR", "couple", "half", *VAGUE_KINDS) for kind in match.kinds)


def ago(match: Match) -> list[Found] | None:
    """Reads "a year ago" is the year, "two weeks ago" the week, "several years ago" PAST_REF."""
    if not match.has(*UNIT_KINDS):
        return [Found("DATE", "PAST_REF")]
    if match.anchor.quarter and match.first("UNIT") == "Y" and not _counted(match) and not match.has("APPROX", "more"):
        return [Found("DATE", f"{int(match.anchor.quarter[:4]) - 1}{match.anchor.quarter[4:]}")]
    return [away(match, match.published, -1, "PAST_REF")]


def hence(match: Match) -> list[Found] | None:
    """Reads "two weeks from now"."""
    return [away(match, match.published, 1, "FUTURE_REF")]


def shifted_later(match: Match) -> list[Found] | None:
    """Reads "three days later", "a year earlier": from the day last spoken of."""
    sign = -1 if match.has("EARLIER") else 1
    unit, bare = match.first(*UNIT_KINDS) or "D", not _counted(match) and match.has("UNITS", "HOURS")
    if bare or quantity(match) is None:
        return [Found("DURATION", duration(None, unit))]
    if unit[0] == "T":
        return [Found("DURATION", duration(quantity(match), unit), part=(0, len(match.kinds) - 1))]
    if match.anchor.quarter and unit == "Y" and sign < 0 and not _counted(match):
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
    vague = not _counted(match) and not match.has("a", "an", "another")
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


def stretch(match: Match) -> list[Found] | None:
    """Reads "the past three years", "the next few weeks", "the first nine months"."""
    unit = match.first(*UNIT_KINDS) or match.first("SEASON") or "D"
    counted = _counted(match)
    if match.has("HOURS") and not counted and not match.has("LAST", "PAST", "NEXT", "COMING"):
        return None  # the closing minutes of a match
    count = quantity(match) if counted or match.has("UNIT", "HOUR") else None
    if match.has("COMING", "ahead") and not counted:
        return [Found("DATE", "FUTURE_REF")]
    if match.has("SEASON"):
        value = shifted(match.published, unit, 0) if match.published else None
        return [Found("DATE", value or "PAST_REF")]
    sign = -1 if match.has("LAST", "PAST", "PREV") else 1 if match.has("NEXT", "COMING", "FOLL") else 0
    days: Days | None = stretch_days(match.published, unit, sign * count) if sign and count and unit[0] != "T" else None
    return [Found("DURATION", duration(count, unit), days=days, precision="interval" if days else None)]


def recent(_: Match) -> list[Found] | None:
    """Reads "recent weeks"."""
    return [Found("DATE", "PAST_REF")]


def present_days(match: Match) -> list[Found] | None:
    """Reads "these days"."""
    return [Found("DATE", "PRESENT_REF")] if match.first("UNITS") == "D" else None


def past_days(match: Match) -> list[Found] | None:
    """Reads "those days"."""
    return [Found("DATE", "PAST_REF")] if match.first("UNITS") in ("D", "Y") else None


SET_VALUES = {"SEASON": "XXXX-{}", "PART": "XXXX-XX-XXT{}"}


def repeated(match: Match) -> list[Found] | None:
    """Reads "every day", "each Monday", "twice a week", "on weekends", "daily"."""
    if match.has("SETWORD"):
        if match.texts[0][:1].isupper() and match.token().i and match.token().pos_ == "PROPN":
            return None
        return [Found("SET", match.first("SETWORD") or "P1D")]
    weekday = match.first("WEEKDAY", "WEEKDAYS")
    if weekday is not None:
        return [Found("SET", f"XXXX-WXX-{weekday}")]
    if match.has("on", "at"):
        return [Found("SET", "XXXX-WXX-WE", part=(1, 2))]
    if match.has("MONTH"):
        return [Found("SET", f"XXXX-{int(match.first('MONTH') or 1):02}")]
    for kind, pattern in SET_VALUES.items():
        if match.has(kind):
            return [Found("SET", pattern.format(match.first(kind)))]
    unit = match.first(*UNIT_KINDS) or "D"
    if unit == "WE":
        return [Found("SET", "XXXX-WXX-WE")]
    if match.has("times", "once", "twice"):
        return [Found("SET", duration(1, unit))]
    count = (
        2.0
        if match.has("other")
        else quantity(match)
        if not match.has("ORDWORD")
        else float(match.first("ORDWORD") or 1)
    )
    return [Found("SET", duration(count, unit))]


def rate(match: Match) -> list[Found] | None:
    """Reads "$5 a day" recurs; "in a day", "a week of talks" lasts; else the noun says nothing of time."""
    unit = match.first("UNIT", "HOUR") or "D"
    if match.has("per"):
        return [Found("SET", duration(1, unit), part=(1, 2))]
    if unit == "WE":
        return None
    token, at = match.token(1), match.tokens[0]
    previous = match.doc[at - 1] if at else None
    if match.before in listed("spending"):
        return [Found("DURATION", duration(1, unit))]
    if previous is not None and match.before and match.after not in ("of", "when", "that", "before", "after"):
        numeric = previous.like_num or match.before in listed("counted") or previous.tag_ == "CD"
        if numeric or (previous.tag_ in ("NNS", "NN") and token.dep_ in ("npadvmod", "pobj", "nmod")):
            return [Found("SET", duration(1, unit))]
    if token.dep_ == "npadvmod" or (match.after == "of" and unit not in ("D",)):
        return [Found("DURATION", duration(1, unit))]
    return None


def lasting(match: Match) -> list[Found] | None:
    """Reads "three years", "two-week", "half an hour", "all day", "months-long"."""
    if match.has("LONG"):
        return [Found("DURATION", match.first("LONG") or "P1D")]
    units = [value for kind, value in zip(match.kinds, match.values, strict=True) if kind in UNIT_KINDS]
    if match.has("PART"):
        return [Found("DURATION", f"PT{match.first('PART')}")] if match.has("all") else None
    if not units:
        return None
    if match.kinds[0] == "UNIT" and len(units) == 2:
        return quarter_of(units)
    if "UNIT" in match.kinds and len(units) == 2:  # "a quarter of a century"
        return quarter_of(units)
    unit = units[0]
    if match.has("long") and not _counted(match):
        plural = match.has("UNITS", "HOURS")
        founds = [Found("DURATION", duration(None if plural else 1, unit))]
    else:
        founds = counted_span(match, unit) or []
    adjective = match.has("DASH") and match.kinds[0] in ("a", "an") and match.after.isalpha()
    return [replace(found, part=(1, len(match.kinds))) if adjective else found for found in founds] or None


def quarter_of(units: list[str]) -> list[Found] | None:
    """Reads "a quarter of a century", "quarter-century"."""
    if units[0] != "Q" or units[1] not in ("CE", "Y"):
        return None
    return [Found("DURATION", "P25Y" if units[1] == "CE" else "P3M")]


def counted_span(match: Match, unit: str) -> list[Found] | None:
    """A duration with its count, unless the words only look like one ("one day", "some day")."""
    count = quantity(match)
    singular = match.has("UNIT", "HOUR")
    if count is None and singular and not match.has("DASH"):
        return None
    plain = match.texts[0].lower() in ("one", "that") and singular and len(match.kinds) == 2
    if plain and unit in ("D", "Q") and match.before not in listed("spending"):
        return None
    if singular and match.has("some"):
        return None
    if unit == "WE" and singular:
        return None
    if match.has("long") and match.has("LOTS") and match.before == "as":
        return None
    return [Found("DURATION", duration(count, unit))]


def plural(match: Match) -> list[Found] | None:
    """Reads "for years", "months of talks", "the days before": so many is not said."""
    unit = match.first("UNITS", "HOURS") or "D"
    if unit == "WE" or (unit[0] == "T" and match.after == "of" and unit != "TH") or unit == "Q":
        return None
    if match.has("the"):
        near = (match.before == "over" and match.has("UNITS")) or match.after in (
            "before",
            "after",
            "since",
            "leading",
            "following",
            "ahead",
        )
        return [Found("DURATION", duration(None, unit))] if near else None
    if match.before in listed("plural_before") or (
        match.after in listed("plural_after") and match.before not in ("business", "working")
    ):
        return [Found("DURATION", duration(None, unit))]
    return None


def reference(match: Match) -> list[Found] | None:
    """Reads "now", "recently", "the past", "the future"."""
    if match.has("REF"):
        if match.before in ("as", "how", "too") and match.texts[0].lower() == "soon":
            return None
        if match.texts[0].lower() == "now" and match.after == "that":
            return None
        return [Found("DATE", match.first("REF") or "PRESENT_REF")]
    if match.has("PAST"):
        return [Found("DATE", "PAST_REF")] if _is_noun(match) else None
    if match.has("future"):
        return [Found("DATE", "FUTURE_REF")] if _is_noun(match) and match.has("the", "near") else None
    if match.has("moment", "being"):
        here = match.before in ("at", "for") and match.after not in ("when", "of", "that")
        return [Found("DATE", "PRESENT_REF")] if here else None
    at = match.at("present") or 0
    noun = match.token(at).pos_ == "NOUN" and match.before in ("at", "to", "for") and match.after not in ("a", "the")
    return [Found("DATE", "PRESENT_REF")] if noun or (match.has("the") and _is_noun(match)) else None


def _is_noun(match: Match) -> bool:
    """Whether the last word is the head of its phrase ("in the past"), not a modifier ("the past president")."""
    token = match.token(len(match.kinds) - 1)
    return token.dep_ not in ("amod", "compound", "prep", "advmod") and token.tag_ in ("NN", "JJ")
