"""Dates of files to ISO days."""

import pytest

from graphkit.reading import iso_day


@pytest.mark.parametrize(
    "value",
    [
        "2025-11-27", "2025-11-27T01:00:00Z", "2025-11-27 23:59:59+09:00", "2025/11/27", "20251127",
        "20251127T101500Z",        "27 November 2025", "27th of November 2025", "Nov. 27, 2025", "November 27 2025",
        "Thursday, 27 Nov 2025, 14:30",
        "Thu, 27 Nov 2025 08:00:00 +0000", "27/11/2025", "11/27/2025", "27.11.2025", "27-Nov-2025",
        1764201600, 1764201600000, "1764201601",
    ],
)  # fmt: skip
def test_days(value: object) -> None:
    assert iso_day(value) == "2025-11-27"


@pytest.mark.parametrize(
    "value",
    ["", "soon", "03/04/2025", "31 February 2025", "2025-13-01", "2025", None, True, -5, float("nan"), [], "9" * 5000],
)
def test_what_is_no_certain_day(value: object) -> None:
    assert iso_day(value) is None


def test_equal_day_and_month_are_certain() -> None:
    assert iso_day("03/03/2021") == "2021-03-03"
