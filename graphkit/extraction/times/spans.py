"""Readings of durations, sets and words of reference."""

from dataclasses import replace

from graphkit.extraction.listed import listed
from graphkit.extraction.times.calendar import Days, shifted
from graphkit.extraction.times.distances import UNIT_KINDS, counted, quantity
from graphkit.extraction.times.match import Found, Match
from graphkit.extraction.times.numbers import duration
from graphkit.extraction.times.shifts import stretch_days


def stretch(match: Match) -> list[Found] | None:
    """Reads "the past three years", "the next few weeks", "the first nine months"."""
    unit = match.first(*UNIT_KINDS) or match.first("SEASON") or "D"
    with_count = counted(match)
    if match.has("HOURS") and not with_count and not match.has("LAST", "PAST", "NEXT", "COMING"):
        return None  # the closing minutes of a match
    count = quantity(match) if with_count or match.has("UNIT", "HOUR") else None
    if match.has("COMING", "ahead") and not with_count:
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
    if match.has("long") and not counted(match):
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
    if match.has("time"):
        if match.after in ("of", "when", "that", "for", "to", "as"):
            return None
        return [Found("DATE", "PRESENT_REF" if match.has("THIS") else "PAST_REF", part=(1, 3))]
    at = match.at("present") or 0
    noun = match.token(at).pos_ == "NOUN" and match.before in ("at", "to", "for") and match.after not in ("a", "the")
    return [Found("DATE", "PRESENT_REF")] if noun or (match.has("the") and _is_noun(match)) else None


def _is_noun(match: Match) -> bool:
    """Whether the last word is the head of its phrase ("in the past"), not a modifier ("the past president")."""
    token = match.token(len(match.kinds) - 1)
    return token.dep_ not in ("amod", "compound", "prep", "advmod") and token.tag_ in ("NN", "JJ")
