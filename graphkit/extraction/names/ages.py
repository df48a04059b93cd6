"""How old somebody is said to be, before and behind a name."""

import re

from graphkit.extraction.columns import Columns

_AGE = re.compile(r"\d{1,3}")
_YEARS = re.compile(r"(\d{1,3})-year-old")


def is_age(columns: Columns, i: int) -> bool:
    """Whether a token may be an age."""
    return bool(_AGE.fullmatch(columns.text[i])) and int(columns.text[i]) < 120


def age_behind(columns: Columns, end: int) -> int | None:
    """Age that follows a name: "Ann Holm, 45," or "Ann Holm (45)"."""
    if end + 2 >= len(columns) or columns.text[end] not in (",", "(") or not is_age(columns, end + 1):
        return None
    return int(columns.text[end + 1]) if columns.text[end + 2] in (",", ")", ".", ";") else None


def age_before(columns: Columns, start: int, end: int) -> int | None:
    """Age in a description: "the 45-year-old teacher"."""
    found = _YEARS.search("".join(columns.lower[start:end]))
    return int(found.group(1)) if found else None
