"""Readings of years, decades and centuries."""

import re
from datetime import date

from graphkit.extraction.listed import listed
from graphkit.extraction.times.match import Found, Match
from graphkit.extraction.times.shifts import dated, edge


def year(match: Match) -> list[Found] | None:
    """A year, unless the number counts something or is part of a name."""
    value = match.first("YEAR")
    at = match.at("YEAR") or 0
    if value is None or (len(match.kinds) == 1 and not plausible_year(match, at)):
        return None
    if match.has("UNIT") and not match.has("the", "MOD", "EDGE", "fiscal"):
        return None
    return dated(match, value, unknown="XXXX")


def plausible_year(match: Match, at: int) -> bool:
    """Whether a bare number of four digits is a year."""
    token, number = match.token(at), int(match.values[at])
    if (
        match.before in listed("no_year_before")
        or match.after in listed("no_year_after")
        or token.text != match.texts[at]
    ):
        glued = token.text.startswith(("mid", "pre", "post", match.texts[at] + "."))
        return token.text != match.texts[at] and glued and number >= 1500
    if token.dep_ == "nummod" and token.head.i > token.i:
        counted = token.head.tag_ in ("NNS", "NNPS")
        determined = any(
            child.dep_ in ("det", "poss") and child.lower_ not in ("a", "some") for child in token.head.children
        )
        if counted and not (determined and 1800 <= number <= 2100):
            return False
    if match.before in listed("year_words"):
        return number >= 1400 or match.before in ("in", "of", "since")
    if not 1700 <= number <= 2100:
        return False
    if token.i and match.before and match.before == match.doc[token.i - 1].lower_:
        previous = match.doc[token.i - 1]
        return not (previous.pos_ == "PROPN" and previous.ent_type_ != "DATE" and previous.text[:1].isupper())
    return True


def year_range(match: Match) -> list[Found] | None:
    """Reads "2014-2021", "2024/25": both years."""
    first, last = match.values[0], match.values[-1]
    if (
        "/" in (match.before, match.after)
        or match.before in listed("no_year_before")
        or not 1200 <= int(first) <= 2150
        or not last.isdigit()
    ):
        return None
    if len(last) < 4:
        last = first[: 4 - len(last)] + last
    if int(last) <= int(first) or (len(match.values[-1]) == 2 and int(last) - int(first) > 30):
        return None
    return [Found("DATE", first, part=(0, 1)), Found("DATE", last, part=(2, 3))]


def two_decades(match: Match) -> list[Found] | None:
    """Reads "the 1960s and 70s": two decades of one century."""
    first, last = re.sub(r"\D", "", match.first("DECADE") or ""), (match.first("TENS") or "")[:2]
    century = first[:2] if len(first) == 4 else "19"
    at = match.at("DECADE") or 0
    return [
        Found("DATE", (first if len(first) == 4 else century + first)[:3], part=(0, at + 1)),
        Found("DATE", century + last[0], part=(len(match.kinds) - 1, len(match.kinds))),
    ]


def decade(match: Match) -> list[Found] | None:
    """Reads "the early 1990s", "the '80s", "the nineties"."""
    text = match.first("DECADE", "TENS")
    if match.has("TENS") and (
        match.before not in ("in", "of", "since", "during", "from", "by") or match.after == "and"
    ):
        return None  # temperatures, ages
    if text is None:
        if not match.has("the", "NUMWORD"):
            return None
        value = match.first("DECWORD") or ""
        hundred = match.first("NUMWORD")
        if hundred is not None and hundred not in ("18", "19"):
            return None
        return decade_dated(match, (hundred or "19") + value[2:])
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4 and not text[-2].isdigit() and not match.has("the", "MOD", "EDGE"):
        return [Found("DATE", digits)]  # "1990's budget"
    if len(digits) == 2:
        digits = ("20" if digits in ("00", "10") else "19") + digits
    if not 1000 <= int(digits) <= 2190 or match.before in ("his", "her", "their", "my"):
        return None
    return decade_dated(match, digits[:3])


def decade_dated(match: Match, value: str) -> list[Found]:
    """A decade or the part of it that the match says: years 0 to 3, 4 to 6, 7 to 9."""
    part = edge(match)
    if part is None or not value:
        return [Found("DATE", value)] if value else []
    first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
    days = date(int(value) * 10 + first, 1, 1), date(int(value) * 10 + last, 12, 31)
    return [Found("DATE", value, days=days, precision="interval")]


def century(match: Match) -> list[Found] | None:
    """Reads "the 20th century" is 19."""
    total = 0
    for kind, value in zip(match.kinds, match.values, strict=True):
        if kind in ("ORDNUM", "ORDWORD", "NUMWORD"):
            total += int(re.match(r"\d+", value)[0])  # type: ignore[index]
    return dated(match, f"{total - 1:02}", unknown="XX") if 1 <= total <= 99 else None
