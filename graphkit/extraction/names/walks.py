"""Walks of life that titles tell: a bishop is of the clergy, a constable of the police, an envoy of diplomacy."""

from functools import cache

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import word_list

_WALKS = ("clergy", "military", "police", "bench", "diplomacy", "politics")
_LASTING = frozenset({"clergy", "police", "bench", "politics"})  # who has one of these titles has no other of them


@cache
def walks_by_title() -> dict[str, frozenset[str]]:
    """Walks of life by title."""
    titles = {title for walk in _WALKS for title in word_list(f"title_of_{walk}")}
    return {t: frozenset(w for w in _WALKS if t in word_list(f"title_of_{w}")) for t in sorted(titles)}


def lasting_walk(columns: Columns, start: int) -> str:
    """Walk of life that the title right before a name tells for good, "" where there is none."""
    found = walks_by_title().get(columns.lower[start - 1], frozenset()) if start else frozenset()
    return min(found) if len(found) == 1 and found <= _LASTING else ""
