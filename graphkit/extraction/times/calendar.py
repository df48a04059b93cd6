"""TIMEX3 values as days: what a value covers, and the value a unit has that many units away from a day."""

import re
from datetime import date, timedelta

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
MONTH = re.compile(r"(\d{4})-(\d\d)$")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
YEARS = re.compile(r"\d{2,4}$")
FIRST_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASONS = ("WI", "SP", "SU", "FA")
Days = tuple[date, date]


def month_end(year: int, month: int) -> date:
    """Last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1) if (year, month) != (9999, 12) else date.max


def bounds(value: str) -> Days | None:
    """First and last day that a DATE or TIME value covers; None where it names no days of the calendar.

    Examples
    --------
    >>> [day.isoformat() for day in bounds("2024-02")]
    ['2024-02-01', '2024-02-29']
    >>> bounds("PAST_REF") is None
    True
    """
    try:
        return _bounds(value)
    except ValueError:  # 2025-02-30, 0000
        return None


def _bounds(value: str) -> Days | None:
    if found := DAY.match(value):
        day = date(*map(int, found.groups()))
        return day, day
    if found := MONTH.match(value):
        year, month = int(found[1]), int(found[2])
        return date(year, month, 1), month_end(year, month)
    if found := WEEK.match(value):
        year, week = int(found[1]), int(found[2])
        sunday = date.fromisocalendar(year, week, 7)
        return (sunday - timedelta(1) if found[3] else date.fromisocalendar(year, week, 1)), sunday
    if found := PART.match(value):
        year, first = int(found[1]), FIRST_MONTH[found[2]]
        last = first + (5 if found[2][0] == "H" else 2)
        return date(year, first, 1), month_end(year + (last - 1) // 12, (last - 1) % 12 + 1)
    if YEARS.match(value):
        width = 10 ** (4 - len(value))
        first = int(value) * width
        return date(first, 1, 1), date(first + width - 1, 12, 31)
    return None


def precision(value: str) -> str | None:
    """Precision of a DATE or TIME value.

    Examples
    --------
    >>> precision("2025-W48"), precision("198"), precision("2025-11-27TNI")
    ('week', 'decade', 'day')
    """
    if DAY.match(value):
        return "day"
    if MONTH.match(value):
        return "month"
    if found := WEEK.match(value):
        return "interval" if found[3] else "week"
    if found := PART.match(value):
        return {"Q": "quarter", "H": "interval"}.get(found[2][0], "season")
    if YEARS.match(value):
        return {4: "year", 3: "decade"}.get(len(value), "interval")
    return None


def narrowed(days: Days, part: str) -> Days:
    """The early, middle or late part of a stretch: its first, middle or last third, a year's first or last quarter."""
    first, last = days
    length = (last - first).days + 1
    if length == 1:
        return days
    if length in (365, 366):
        year = first.year
        early, late = date(year, 3, 31), date(year, 10, 1)
    else:
        early, late = first + timedelta(length // 3 - 1), last - timedelta(length // 3 - 1)
    if part == "early":
        return first, max(first, early)
    if part == "late":
        return min(last, late), last
    return early + timedelta(1), late - timedelta(1)


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the last day of that month.

    Raises
    ------
    ValueError, OverflowError
        Outside the years 1 to 9999.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, month_end(year, month + 1).day))


def shifted(day: date, unit: str, count: int) -> str | None:
    """Value of the unit (Y M W D Q DE CE ML WE F or a season) that lies `count` units from the one that holds `day`.

    Examples
    --------
    >>> shifted(date(2025, 11, 27), "W", -1), shifted(date(2025, 11, 27), "Q", 1), shifted(date(2025, 11, 27), "Y", -20)
    ('2025-W47', '2026-Q1', '2005')
    """
    try:
        return _shifted(day, unit, count)
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return None


def _shifted(day: date, unit: str, count: int) -> str:
    if unit == "D":
        return (day + timedelta(count)).isoformat()
    if unit in ("W", "WE", "F"):
        year, week, _ = (day + timedelta(weeks=count * (2 if unit == "F" else 1))).isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return add_months(day, count).isoformat()[:7]
    if unit == "Q":
        other = add_months(day.replace(day=1), 3 * count)
        return f"{other.year:04}-Q{(other.month + 2) // 3}"
    if unit in SEASONS:
        return f"{day.year + count:04}-{unit}"
    years = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}[unit]
    year = date(day.year + years * count, 1, 1).year
    return f"{year:04}"[: {"Y": 4, "DE": 3, "CE": 2, "ML": 1}[unit]]


def weekday_of(value: str, weekday: int) -> str | None:
    """The day of that ISO weekday (1 to 7) in the week of a WEEK value."""
    days = bounds(value)
    return (days[1] - timedelta(7 - weekday)).isoformat() if days else None


def easter(year: int) -> date:
    """Easter Sunday of a year (Gregorian; anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth given ISO weekday of a month; nth -1 is the last."""
    if nth < 0:
        last = month_end(year, month)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
