"""Readings of weeks, months, seasons, quarters, years, decades and centuries."""

import re
from datetime import date, timedelta

from graphkit.extraction.listed import listed
from graphkit.extraction.times.calendar import Days, add_months, bounds, narrowed, shifted
from graphkit.extraction.times.match import Found, Match

REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
UNKNOWN_SEASON = "XXXX"


def edge(match: Match) -> str | None:
    """early, mid or late where the match opens with such a word."""
    for kind, text, value in zip(match.kinds, match.texts, match.values, strict=True):
        if kind in ("MOD", "EDGE"):
            return value
        if text.lower() in ("latter", "final", "later"):
            return "late"
    return None


def dated(match: Match, value: str | None, *, unknown: str) -> list[Found]:
    """The value, narrowed to its early, middle or late part where the match says so."""
    if value is None:
        return [Found("DATE", unknown)]
    part, days = edge(match), bounds(value)
    if part is None or days is None:
        return [Found("DATE", value)]
    return [Found("DATE", value, days=narrowed(days, part), precision="interval")]


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


def shift_of(match: Match) -> int:
    """Units away that last, next, this, previous, following, coming say."""
    return int(match.first("LAST", "NEXT", "PREV", "FOLL", "COMING", "THIS") or 0)


def base_day(match: Match) -> date | None:
    """Day that a shift counts from: what was last spoken of for "the previous", "that", else the story's."""
    if match.has("PREV", "FOLL", "same", "that"):
        return match.anchor.known(match.first("UNIT") or "Y") or match.published
    return match.published


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


def season_near(story: date, name: str, way: str | None) -> str:
    """The season that the tense points to, or the last one begun."""
    years = (story.year - 1, story.year, story.year + 1)
    spans = [(days, year) for year in years if (days := bounds(f"{year:04}-{name}"))]
    if way == "future":
        return f"{next(year for days, year in spans if days[1] >= story):04}-{name}"
    return f"{max(year for days, year in spans if days[0] <= story):04}-{name}"


def decade(match: Match) -> list[Found] | None:
    """Reads "the early 1990s", "the '80s", "the nineties"."""
    text = match.first("DECADE")
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


def unit_shift(match: Match) -> list[Found] | None:
    """Reads "last week", "earlier this year", "the following month", "that summer"."""
    unit = match.first("UNIT") or match.first("SEASON") or ""
    count, base = shift_of(match), base_day(match)
    if match.has("the") and match.has("LAST", "NEXT") and not match.has("EDGE", "MOD", "fiscal"):
        if unit not in ("D", "CE"):
            return span_of_one(match, unit, count)
        if unit == "D" and match.has("LAST"):
            return None
        base = match.anchor.known("D") or match.published
    if match.has("PAST"):
        count = -1
    if match.has("latest"):
        count = -1
    if match.has("same", "that") and unit == "D" and base is None:
        return [Found("DATE", "XXXX-XX-XX")]
    if match.has("that") and not match.anchor.known(unit):
        return [Found("DATE", "XXXX-XX-XX")] if unit == "D" and match.anchor.day else None
    if base is None:
        return [Found("DATE", REFS[count])]
    value = season_shift(base, unit, count) if match.has("SEASON") else shifted(base, unit, count)
    days = bounds(value) if value else None
    counted_on = match.has("the") and count > 0 and days and match.published and days[0] > match.published
    if counted_on and match.direction(len(match.kinds) - 1) == "past":
        return [Found("DATE", "XXXX-XX-XX" if unit == "D" else "FUTURE_REF")]
    return within(match, value) if value else [Found("DATE", REFS[count])]


def season_shift(base: date, name: str, count: int) -> str:
    """Reads "last summer" is the last one over, "next summer" the first that has not begun."""
    years = (base.year - 1, base.year, base.year + 1)
    spans = [(days, year) for year in years if (days := bounds(f"{year:04}-{name}"))]
    if count < 0:
        return f"{max(year for days, year in spans if days[1] < base):04}-{name}"
    if count > 0:
        return f"{next(year for days, year in spans if days[0] > base):04}-{name}"
    return f"{base.year:04}-{name}"


def within(match: Match, value: str) -> list[Found]:
    """The value with the part of it that "earlier", "later", "the rest of" or "early" leave."""
    days, story = bounds(value), match.published
    if days and story and days[0] <= story <= days[1] and match.has("EARLIER", "LATER", "rest", "remainder", "balance"):
        cut: Days = (days[0], story) if match.has("EARLIER") else (story, days[1])
        return [Found("DATE", value, days=cut, precision="interval")]
    return dated(match, value, unknown=value)


def span_of_one(match: Match, unit: str, count: int) -> list[Found] | None:
    """Reads "the past year", "the next week": a stretch up to or from the story's day."""
    if unit in ("WE", "SP", "SU", "FA", "WI"):
        value = None
        if match.published:
            shift = season_shift if unit != "WE" else shifted
            value = shift(match.published, unit, count)
        return [Found("DATE", value or REFS[count])]
    name = {"ML": "P1ML", "F": "P2W"}.get(unit, f"P1{unit}")
    return [Found("DURATION", name, days=stretch_days(match.published, unit, count), precision="interval")]


def stretch_days(story: date | None, unit: str, count: float) -> Days | None:
    """Days from or up to the story's day over so many units (negative: back)."""
    if story is None:
        return None
    months = {"Y": 12, "M": 1, "Q": 3, "DE": 120, "CE": 1200}
    try:
        if unit in months:
            other = add_months(story, int(count * months[unit]))
        else:
            other = story + timedelta({"W": 7, "F": 14, "D": 1, "WE": 7}.get(unit, 0) * count)
    except (ValueError, OverflowError):
        return None
    return (other, story) if other <= story else (story, other)


def unit_edge(match: Match) -> list[Found] | None:
    """Reads "the end of the year", "the rest of the week": of the story's year, week."""
    unit = match.first("UNIT") or match.first("SEASON") or ""
    if unit == "D":
        return None
    if match.published is None:
        return [Found("DATE", "XXXX")]
    value = season_near(match.published, unit, None) if match.has("SEASON") else shifted(match.published, unit, 0)
    return within(match, value) if value else None


def year_end(match: Match) -> list[Found] | None:
    """Reads "year-end", "mid-year"."""
    unit = match.first("UNIT") or "Y"
    if match.has("UNIT") and not (edge(match) or match.has("MOD", "EDGE")):
        return None
    if match.kinds[0] == "UNIT" and edge(match) != "late":
        return None
    if match.published is None:
        return [Found("DATE", "XXXX")]
    part = edge(match) or "mid"
    value = shifted(match.published, unit, 0)
    days = bounds(value) if value else None
    return [Found("DATE", value, days=narrowed(days, part), precision="interval")] if value and days else None


def current_unit(match: Match) -> list[Found] | None:
    """Reads "at the weekend", "over the weekend": the last one, or the next by tense."""
    part = (1, len(match.kinds))
    story = match.published
    if story is None:
        return [Found("DATE", "XXXX-WXX-WE", part=part)]
    ahead = match.direction(2) == "future" or story.isoweekday() >= 6
    value = shifted(story, "WE", 0 if ahead else -1)
    return [Found("DATE", value, part=part)] if value else None


def year_ended(match: Match) -> list[Found] | None:
    """Reads "the year ended Dec. 31": so long a time, up to the day that follows."""
    return [Found("DURATION", f"P1{match.first('UNIT')}", part=(0, len(match.kinds) - 1))]


def bare_unit(match: Match) -> list[Found] | None:
    """Reads "the quarter", "the year" in reports on a business year; else nothing."""
    unit = match.first("UNIT")
    if match.after in ("of", "that", "when", "before", "after", "to", "since", "the", "in"):
        return None
    if unit == "WE":
        story = match.published
        value = (
            shifted(story, "WE", 0 if match.direction(1) == "future" or story.isoweekday() >= 6 else -1)
            if story
            else None
        )
        return [Found("DATE", value or "XXXX-WXX-WE")]
    if unit == "Q" and match.before in ("for", "in", "during", "of"):
        value = match.anchor.quarter or (shifted(match.published, "Q", -1) if match.published else None)
        return [Found("DATE", value or "XXXX")]
    if unit == "Y" and match.before in ("for", "during", "throughout") and match.published is not None:
        return [Found("DATE", f"{match.published.year:04}")]
    return None
