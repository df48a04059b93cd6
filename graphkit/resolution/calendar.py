"""Days as numbers, and intervals of days."""

from datetime import date
from functools import lru_cache


@lru_cache(1 << 14)
def day(text: str | None) -> int | None:
    """Number of an ISO day; None for none or another form.

    Examples
    --------
    >>> day("2025-01-02") - day("2025-01-01"), day("2025")
    (1, None)
    """
    if text is None or len(text) != 10:
        return None
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def days_apart(a: str | None, b: str | None) -> int | None:
    """Days between two ISO days; None where one is not known."""
    first, second = day(a), day(b)
    return None if first is None or second is None else abs(first - second)


def gap(a: tuple[str | None, str | None], b: tuple[str | None, str | None]) -> int | None:
    """Days between two intervals of days, 0 where they meet; None where one is not known.

    Examples
    --------
    >>> gap(("2025-03-01", "2025-03-31"), ("2025-04-02", "2025-04-02"))
    2
    """
    a_from, a_to = day(a[0]), day(a[1] or a[0])
    b_from, b_to = day(b[0]), day(b[1] or b[0])
    if a_from is None or a_to is None or b_from is None or b_to is None:
        return None
    return max(0, b_from - a_to, a_from - b_to)
