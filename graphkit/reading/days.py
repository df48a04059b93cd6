"""ISO days from the ways in which files write dates.

Only what is certain becomes a day: 27/11/2025 does, 03/04/2025 does not, because half the world reads it the other way.
"""

import re
from datetime import UTC, date, datetime
from functools import cache

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_YEAR = r"((?:1[5-9]|2\d)\d\d)"
_LONGEST = 120  # code points in which a date is looked for

FULL_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)\s*,?\s+{_YEAR}"
"""Regular expression (to be compiled without regard to case) of a date with day, month in letters and year."""


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns in order of trust, each with the order of its groups."""
    return tuple(
        (re.compile(pattern, re.IGNORECASE), order)
        for pattern, order in (
            (rf"^{_YEAR}[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?!\d)", "ymd"),
            (rf"^{_YEAR}(\d\d)(\d\d)(?:t?\d{{4,6}}z?)?$", "ymd"),
            (rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH}[\s,-]+{_YEAR}\b", "dmy"),
            (rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+{_YEAR}\b", "mdy"),
            (rf"^(\d{{1,2}})\.(\d{{1,2}})\.{_YEAR}\b", "dmy"),  # with dots the day is first everywhere
            (rf"^(\d{{1,2}})[/-](\d{{1,2}})[/-]{_YEAR}\b", "either"),
        )
    )


def iso_day(value: object) -> str | None:
    """ISO day that a value of a file stands for, or None if it is no date or not a certain one.

    Time and zone are left aside: the day is the one that is written. Numbers are seconds or
    milliseconds since 1970.

    Examples
    --------
    >>> iso_day("2025-11-27T23:30:00-05:00"), iso_day("Nov. 27, 2025"), iso_day("Thu, 27 Nov 2025 08:00:00 GMT")
    ('2025-11-27', '2025-11-27', '2025-11-27')
    >>> iso_day("27/11/2025"), iso_day("03/04/2025"), iso_day("soon"), iso_day(1764201600)
    ('2025-11-27', None, None, '2025-11-27')
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _epoch_day(value)
    if not isinstance(value, str):
        return None
    text = value[:_LONGEST].strip()
    if re.fullmatch(r"\d{10}(\d{3})?", text, re.ASCII):
        return _epoch_day(int(text))
    for pattern, order in _patterns():
        found = pattern.search(text)
        if found is not None:
            return _day(found.groups(), order)
    return None


def _day(groups: tuple[str, ...], order: str) -> str | None:
    if order == "either":
        first, second, year = map(int, groups)
        if first <= 12 and second <= 12 and first != second:
            return None
        month, day = (second, first) if first > 12 else (first, second)
    else:
        parts = dict(zip(order, groups, strict=True))
        year, day, month = int(parts["y"]), int(parts["d"]), _month(parts["m"])
    try:
        return date(year, month, day).isoformat()
    except ValueError:  # 31 February
        return None


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    start = word[:3].lower()
    return next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(start))


def _epoch_day(seconds: float) -> str | None:
    if seconds > 1e11:
        seconds /= 1000
    if not 0 < seconds < 4e9:  # also false for NaN
        return None
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
