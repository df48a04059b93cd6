"""Readings of weeks, months and years by their unit: "last week", "the end of the year"."""

from graphkit.extraction.times.calendar import Days, bounds, narrowed, shifted
from graphkit.extraction.times.match import Found, Match
from graphkit.extraction.times.shifts import (
    REFS,
    base_day,
    dated,
    edge,
    season_near,
    season_shift,
    shift_of,
    stretch_days,
)


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
