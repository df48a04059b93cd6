"""What readings of periods share: the early or late part, what a shift counts from, a stretch up to the story's day."""

from datetime import date, timedelta

from graphkit.extraction.times.calendar import Days, add_months, bounds, narrowed
from graphkit.extraction.times.match import Found, Match

REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


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


def shift_of(match: Match) -> int:
    """Units away that last, next, this, previous, following, coming say."""
    return int(match.first("LAST", "NEXT", "PREV", "FOLL", "COMING", "THIS") or 0)


def base_day(match: Match) -> date | None:
    """Day that a shift counts from: what was last spoken of for "the previous", "that", else the story's."""
    if match.has("PREV", "FOLL", "same", "that"):
        return match.anchor.known(match.first("UNIT") or "Y") or match.published
    return match.published


def season_near(story: date, name: str, way: str | None) -> str:
    """The season that the tense points to, or the last one begun."""
    years = (story.year - 1, story.year, story.year + 1)
    spans = [(days, year) for year in years if (days := bounds(f"{year:04}-{name}"))]
    if way == "future":
        return f"{next(year for days, year in spans if days[1] >= story):04}-{name}"
    return f"{max(year for days, year in spans if days[0] <= story):04}-{name}"


def season_shift(base: date, name: str, count: int) -> str:
    """Reads "last summer" is the last one over, "next summer" the first that has not begun."""
    years = (base.year - 1, base.year, base.year + 1)
    spans = [(days, year) for year in years if (days := bounds(f"{year:04}-{name}"))]
    if count < 0:
        return f"{max(year for days, year in spans if days[1] < base):04}-{name}"
    if count > 0:
        return f"{next(year for days, year in spans if days[0] > base):04}-{name}"
    return f"{base.year:04}-{name}"


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
