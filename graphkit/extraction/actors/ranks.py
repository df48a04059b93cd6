"""Walks of life that titles tell: a bishop is a cleric, a constable an officer, an envoy a diplomat."""

from functools import cache

from graphkit.extraction.actors.discourse import Discourse, Thread
from graphkit.extraction.actors.mentions import Found
from graphkit.extraction.actors.reach import WINDOW, recent_threads, told_behind
from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import word_list

_WALKS = ("clergy", "military", "police", "bench", "diplomacy", "politics")
_LASTING = frozenset({"clergy", "police", "bench", "politics"})  # who has one of these titles has no other of them
_HEADS = frozenset({"chief", "commander", "head"})


@cache
def _walks() -> dict[str, frozenset[str]]:
    """Walks of life by title."""
    titles = {title for walk in _WALKS for title in word_list(f"title_of_{walk}")}
    return {t: frozenset(w for w in _WALKS if t in word_list(f"title_of_{w}")) for t in sorted(titles)}


@cache
def _called() -> dict[str, frozenset[str]]:
    """Walks of life that a description may mean: "officer" the police and the military."""
    pairs = [pair.split(":") for pair in sorted(word_list("called_by_walk"))]
    return {noun: frozenset(walk for n, walk in pairs if n == noun) for noun, _walk in pairs}


def lasting_walk(columns: Columns, start: int) -> str:
    """Walk of life that the title right before a name tells for good, "" where there is none."""
    found = _walks().get(columns.lower[start - 1], frozenset()) if start else frozenset()
    return min(found) if len(found) == 1 and found <= _LASTING else ""


def person_of_walk(discourse: Discourse, m: Found, options: list[int]) -> int | None:
    """The one person around whose title is of the class that a description names: "the cleric" after "Bishop Lund"."""
    wanted = _called().get(m.noun)
    if wanted is None or m.modifiers or told_behind(discourse, m):
        return None
    near = [t for t in recent_threads(discourse, m, WINDOW) if t in options]
    fits = [t for t in near if wanted & _walks_of(discourse.threads[t])]
    return fits[0] if len(fits) == 1 else None


def _walks_of(thread: Thread) -> frozenset[str]:
    found = frozenset(walk for noun in thread.nouns for walk in _walks().get(noun, ()))
    leads = thread.nouns & _HEADS and thread.modifiers & word_list("armed_service")
    return found | {"military"} if leads else found
