"""Networks for analysis, made of the graph: who is linked with whom, how strongly, and how friendly.

>>> import networkx as nx
>>> actor_network(nx.MultiDiGraph()).number_of_nodes()
0
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, Literal

import networkx as nx

from graphkit.errors import OptionError

Period = Literal["year", "month", "day"]

SCORES: Mapping[int, float] = {0: 0.0, 1: 1.0, 2: 2.0, 3: -1.0, 4: -2.0}
"""Quad class -> how friendly an event is: verbal 1 and material 2, conflict negative, neutral events 0."""

_DIGITS: Mapping[str, int] = {"year": 4, "month": 7, "day": 10}
_CROWD = 50
"""Actors of one event beyond which it links nobody: a list of signatories is no set of pairs."""


def actor_network(
    graph: "nx.MultiDiGraph[str]",
    *,
    since: str | None = None,
    until: str | None = None,
    asserted_only: bool = True,
) -> "nx.Graph[str]":
    """Network of the actors that take part in the same events.

    Nodes keep their attributes. Edges have ``weight`` (number of events), ``sign`` (mean of `SCORES` over the events
    that are not neutral, from -2 to 2; 0 where all are), ``cooperation`` and ``conflict`` (numbers of events),
    ``first`` and ``last`` (days of the events, None where unknown).

    Parameters
    ----------
    graph
        As `GraphStore.to_networkx` gives it.
    since, until
        Only events on these days or between: ISO days, months or years, both included.
    asserted_only
        Leave out denied and planned events.
    """
    network: nx.Graph[str] = nx.Graph()
    events = dict(_events(graph, since, until, asserted_only=asserted_only))
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event, actors in events.items():
        network.add_nodes_from((actor, dict(graph.nodes[actor])) for actor in actors)
        if len(actors) <= _CROWD:
            for pair in combinations(actors, 2):
                pairs[pair].append(event)
    for (one, other), shared in sorted(pairs.items()):
        network.add_edge(one, other, **_strength([graph.nodes[event] for event in shared]))
    return network


def networks_by_period(
    graph: "nx.MultiDiGraph[str]", period: Period = "month", *, asserted_only: bool = True
) -> dict[str, "nx.Graph[str]"]:
    """Network of the actors for each year, month or day that has dated events, in order.

    Raises
    ------
    OptionError
        The period is none of these.
    """
    if period not in _DIGITS:
        raise OptionError(f"the period is {period!r}; expected year, month or day")
    dates = {data.get("date_from") for _, data in graph.nodes(data=True) if data.get("node_label") == "Event"}
    starts = sorted({date[: _DIGITS[period]] for date in dates if date and len(date) >= _DIGITS[period]})
    made = {start: actor_network(graph, since=start, until=start, asserted_only=asserted_only) for start in starts}
    return {start: network for start, network in made.items() if network}


def _events(
    graph: "nx.MultiDiGraph[str]", since: str | None, until: str | None, *, asserted_only: bool
) -> Iterator[tuple[str, list[str]]]:
    """Events of the window with their actors, each sorted."""
    for event in sorted(graph.nodes):
        data = graph.nodes[event]
        if data.get("node_label") != "Event" or not _within(data.get("date_from"), since, until):
            continue
        actors = set()
        for edge in graph.in_edges(event, keys=True):
            if _is_actor(graph, edge[0]) and (graph.edges[edge].get("asserted") or not asserted_only):
                actors.add(edge[0])
        yield event, sorted(actors)


def _is_actor(graph: "nx.MultiDiGraph[str]", own: str) -> bool:
    return bool(graph.nodes[own].get("node_label") == "Actor")


def _within(date: str | None, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    if date is None:
        return False
    return (since is None or date >= since) and (until is None or date[: len(until)] <= until)


def _strength(events: list[dict[str, Any]]) -> dict[str, Any]:
    quads = Counter(event.get("quad", 0) for event in events)
    told = sum(n for quad, n in quads.items() if SCORES[quad])
    days = sorted(event["date_from"] for event in events if event.get("date_from"))
    return {
        "weight": len(events),
        "sign": sum(SCORES[quad] * n for quad, n in quads.items()) / told if told else 0.0,
        "cooperation": quads[1] + quads[2],
        "conflict": quads[3] + quads[4],
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
    }
