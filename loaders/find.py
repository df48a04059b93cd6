"""Actors, events and places by a name given loosely: "putin", "CSTO", "Kiev"."""

import gzip
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graphkit.errors import QuestionError
from graphkit.loaders.store import GraphStore
from graphkit.resolution.names import fold

_QUERIES: Mapping[str, str] = {
    "actor": (
        "MATCH (n:Actor) OPTIONAL MATCH (n)-[]->(e:Event) "
        "WITH n.id AS id, n.name AS name, n.kind AS kind, n.aliases AS aliases, count(DISTINCT e.id) AS n "
        "RETURN id, name, kind, aliases, n"
    ),
    "event": (
        "MATCH (n:Event) RETURN n.id AS id, n.name AS name, n.event_type AS kind, null AS aliases, n.n_mentions AS n"
    ),
    "place": (
        "MATCH (n:Place) OPTIONAL MATCH (n)<-[:AT]-(e:Event) "
        "WITH n.id AS id, n.name AS name, n.country AS kind, count(DISTINCT e.id) AS n "
        "RETURN id, name, kind, null AS aliases, n"
    ),
}
_LISTING: Mapping[str, str] = {"actor": "actors", "event": "events_in_window", "place": "events_in_country"}
"""Question that lists what there is of each kind."""

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be meant: an actor, event or place; `n` is its number of events (of an event: of mentions)."""

    id: str
    name: str
    kind: str | None
    n: int


def finders(store: GraphStore) -> dict[str, Callable[[str], str]]:
    """Functions from a loose name to an id, by kind."""
    return {kind: lambda text, kind=kind: find(store, kind, text).id for kind in _QUERIES}  # type: ignore[misc]


def find_actor(store: GraphStore, text: str) -> Candidate:
    """The actor of the store that a text means.

    Raises
    ------
    QuestionError
        There is none, or several: the message lists them.
    """
    return find(store, "actor", text)


def find(store: GraphStore, kind: str, text: str) -> Candidate:
    """The actor, event or place of the store that a text means.

    Raises
    ------
    QuestionError
        There is none, or several: the message lists them.
    """
    found = candidates(store, kind, text)
    if not found:
        raise QuestionError(
            f"no {kind} of {store.url} is called {text!r}; the question {_LISTING[kind]} shows those that are there"
        )
    if len(found) > 1:
        listed = "; ".join(f"{c.name} ({c.kind}, {c.id}, {c.n})" for c in found[:_SHOWN])
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise QuestionError(f"{text!r} may be {len(found)} of the store: {listed}{more}. Give the full name or the id")
    return found[0]


def candidates(store: GraphStore, kind: str, text: str) -> list[Candidate]:
    """Those that a text means with the best likeness: id, name, alias, word of a name; most frequent first."""
    rows = store.query(_QUERIES[kind]).rows
    found = _best(rows, text, [fold(text)])
    if not found:
        found = _best(rows, text, sorted(_other_spellings(fold(text))))
    return sorted(found, key=lambda candidate: (-candidate.n, candidate.name, candidate.id))


def _best(
    rows: Iterable[tuple[str, str, str | None, list[str] | None, int]], text: str, wanted: list[str]
) -> list[Candidate]:
    best: dict[int, list[Candidate]] = {}
    for own, name, kind, aliases, n in rows:
        names = [fold(name), *map(fold, aliases or ())]
        ranks = [rank for rank in (_rank(one, names) for one in wanted if one) if rank is not None]
        if text == own:
            ranks = [0]
        if ranks:
            best.setdefault(min(ranks), []).append(Candidate(own, name, kind, n))
    return best[min(best)] if best else []


def _rank(wanted: str, names: list[str]) -> int | None:
    """How well names fit, the smaller the better: the first of them is the name, the others are aliases."""
    if wanted == names[0]:
        return 1
    if wanted in names:
        return 2
    inside = f" {wanted} "
    if inside in f" {names[0]} ":
        return 3
    return 4 if any(inside in f" {name} " for name in names) else None


@cache
def _other_spellings(wanted: str) -> frozenset[str]:
    """Names under which the shipped gazetteer (GeoNames) knows a city of this name."""
    rows = _city_names().get(wanted, ())
    cities = _cities() if rows else []
    return frozenset(fold(cities[row if row >= 0 else ~row]) for row in rows) - {wanted}


@cache
def _city_names() -> dict[str, tuple[int, ...]]:
    """Folded name → rows of cities; the complement of a row where the name is an old or other one."""
    lines = (line.partition("\t") for line in _table("city_names.tsv.gz"))
    return {name: tuple(map(int, rows.split())) for name, _, rows in lines}


@cache
def _cities() -> list[str]:
    """Main name of each city, by row."""
    return [line.split("\t", 2)[1] for line in _table("cities.tsv.gz")]


def _table(name: str) -> list[str]:
    """Lines of a compressed table."""
    data = files("graphkit.data").joinpath(name).read_bytes()
    return gzip.decompress(data).decode("utf-8").splitlines()
