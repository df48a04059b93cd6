"""Times of a story: TIMEX3 type and value, and the days they cover."""

from graphkit.extraction.times.find import find_times

__all__ = ["find_times"]
