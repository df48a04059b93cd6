"""Whom a walk of life describes: "the cleric" is the bishop, "the officer" the constable, "the diplomat" the envoy."""

from functools import cache

from graphkit.extraction.actors.discourse import Discourse, Thread
from graphkit.extraction.actors.mentions import Found
from graphkit.extraction.actors.reach import WINDOW, recent_threads, told_behind
from graphkit.extraction.gazetteer import word_list
from graphkit.extraction.names.walks import walks_by_title

_HEADS = frozenset({"chief", "commander", "head"})


@cache
def _called() -> dict[str, frozenset[str]]:
    """Walks of life that a description may mean: "officer" the police and the military."""
    pairs = [pair.split(":") for pair in sorted(word_list("called_by_walk"))]
    return {noun: frozenset(walk for n, walk in pairs if n == noun) for noun, _walk in pairs}


def person_of_walk(discourse: Discourse, m: Found, options: list[int]) -> int | None:
    """The one person around whose title is of the class that a description names: "the cleric" after "Bishop Lund"."""
    wanted = _called().get(m.noun)
    if wanted is None or m.modifiers or told_behind(discourse, m):
        return None
    near = [t for t in recent_threads(discourse, m, WINDOW) if t in options]
    fits = [t for t in near if wanted & _walks_of(discourse.threads[t])]
    return fits[0] if len(fits) == 1 else None


def _walks_of(thread: Thread) -> frozenset[str]:
    found = frozenset(walk for noun in thread.nouns for walk in walks_by_title().get(noun, ()))
    leads = thread.nouns & _HEADS and thread.modifiers & word_list("armed_service")
    return found | {"military"} if leads else found
