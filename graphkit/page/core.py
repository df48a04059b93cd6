"""Which nodes of a content are drawn at first: the most relevant, those around a focus, or the answer of a question."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from graphkit.errors import PageError
from graphkit.page.content import Content, day
from graphkit.page.focus import find_focus

WARN_ABOVE, REFUSE_ABOVE = 1000, 2000
PENDANTS = 3  # events of one actor alone that the first view shows of each, unless the whole graph is small
SMALL = 80
FRAGMENT = 4  # parts of fewer nodes than this are left out of a first view that has more to show


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is drawn of a graph: `top` nodes at most, around a `focus`, in a time, or the nodes with these `ids`."""

    top: int = 300
    focus: str | None = None
    hops: int = 2
    since: str | None = None
    until: str | None = None
    ids: tuple[str, ...] | None = None
    force: bool = False


def choose(content: Content, view: View, score: np.ndarray) -> list[int]:
    """Nodes to draw, best first.

    Raises
    ------
    PageError
        If there is nothing to draw, too much is asked for, or the focus or an id is not there.
    """
    if not content.nodes:
        raise PageError("the graph holds no actor and no event; load records first (graphkit build), then export")
    if view.top < 1:
        raise PageError(f"top is {view.top}; expected at least 1")
    if view.top > REFUSE_ABOVE and not view.force:
        raise PageError(
            f"{view.top} nodes asked for; a browser draws up to {REFUSE_ABOVE} smoothly. "
            f"Ask for fewer (--top {REFUSE_ABOVE}), or insist with --force; all others stay within reach of the search"
        )
    order = [int(i) for i in np.lexsort((np.arange(len(score)), -score))]
    neighbours = _neighbours(content)
    allowed = _within(content, view)
    if view.ids is not None:
        return _answer(content, view, order, neighbours)
    if view.focus is not None:
        start = find_focus(content, view.focus, order)
        return _around(start, view, order, neighbours, allowed)
    candidates = [i for i in order if i in allowed]
    if len(candidates) > SMALL:
        candidates = _without_pendants(candidates, neighbours)
    chosen = _connected_top(candidates, view.top, neighbours)
    if not chosen:
        raise PageError(
            f"no event between {view.since or 'the beginning'} and {view.until or 'the end'}; widen --since and --until"
        )
    return chosen


def _neighbours(content: Content) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for statement in content.statements:
        found[statement.actor].add(statement.event)
        found[statement.event].add(statement.actor)
    for link in content.links:
        found[link.source].add(link.target)
        found[link.target].add(link.source)
    return found


def _within(content: Content, view: View) -> Collection[int]:
    """Events of the time asked for and the actors that take part in them; all nodes where no time is asked for."""
    low, high = day(view.since), day(view.until, last=True)
    for name, text, value in (("since", view.since, low), ("until", view.until, high)):
        if text and value is None:
            raise PageError(f"{name} is {text!r}; expected a day, month or year such as 2025-11-27, 2025-11 or 2025")
    if low is None and high is None:
        return range(len(content.nodes))
    events = set()
    for position, node in enumerate(content.nodes):
        first = day(node.facts.get("date_from")) if node.kind == "event" else None
        if first is not None:
            end = day(node.facts.get("date_to"), last=True) or first
            if (high is None or first <= high) and (low is None or end >= low):
                events.add(position)
    return events | {s.actor for s in content.statements if s.event in events}


def _without_pendants(order: list[int], neighbours: dict[int, set[int]]) -> list[int]:
    """Nodes without most of those that hang on a single other one: they tell little and hide what ties others."""
    shown: dict[int, int] = defaultdict(int)
    kept = []
    for node in order:
        ends = neighbours.get(node, set())
        if len(ends) == 1:
            (end,) = ends
            shown[end] += 1
            if shown[end] > PENDANTS:
                continue
        kept.append(node)
    return kept


def _connected_top(order: Iterable[int], top: int, neighbours: dict[int, set[int]]) -> list[int]:
    """Best nodes that have a neighbour among the chosen, filled up as long as loners are dropped.

    A graph without any edge gives its best nodes all the same.
    """
    order = list(order)
    chosen = order[:top]
    for _ in range(6):
        kept = _without_fragments(chosen, neighbours)
        if len(kept) == len(chosen):
            break
        inside = set(kept)
        spare = [i for i in order if i not in inside and neighbours.get(i, set()) & inside][: top - len(kept)]
        chosen = kept + spare
        if not spare:
            break
    position = {node: i for i, node in enumerate(order)}
    return sorted(chosen, key=position.__getitem__) or order[:top]


def _without_fragments(chosen: list[int], neighbours: dict[int, set[int]]) -> list[int]:
    """Nodes of the connected parts that are large enough; of all parts but loners where none is."""
    part: dict[int, int] = {}
    inside, sizes = set(chosen), {}
    for start in chosen:
        if start in part:
            continue
        part[start], ring = start, [start]
        for node in ring:  # grows while it is read
            fresh = [n for n in neighbours.get(node, ()) if n in inside and n not in part]
            part |= dict.fromkeys(fresh, start)
            ring += fresh
        sizes[start] = len(ring)
    least = FRAGMENT if max(sizes.values(), default=0) > 2 * FRAGMENT and len(chosen) > SMALL else 2
    return [node for node in chosen if sizes[part[node]] >= least]


def _around(
    start: int, view: View, order: list[int], neighbours: dict[int, set[int]], allowed: Collection[int]
) -> list[int]:
    """Focus and what lies within `hops` steps of it, nearer ones first, best first among equals."""
    position = {node: i for i, node in enumerate(order)}
    chosen, seen, ring = [start], {start}, [start]
    for _ in range(view.hops):
        found = {n for node in ring for n in neighbours.get(node, ()) if n not in seen and n in allowed}
        ring = sorted(found, key=position.__getitem__)[: max(0, view.top - len(chosen))]
        seen |= found
        chosen += ring
    return chosen


def _answer(content: Content, view: View, order: list[int], neighbours: dict[int, set[int]]) -> list[int]:
    """Nodes of an answer, what ties at least two of them together, and all who take part in its events."""
    wanted = {content.index[key] for key in view.ids or () if key in content.index}
    if not wanted:
        raise PageError(
            "none of the ids of the answer is in the graph; ask a question that returns ids, of the same store"
        )
    ties = [i for i in order if i not in wanted and len(neighbours.get(i, set()) & wanted) > 1]
    loners = [i for i in order if i in wanted and not neighbours.get(i, set()) & (wanted | set(ties))]
    position = {node: i for i, node in enumerate(order)}
    near = [min(neighbours[i], key=position.__getitem__) for i in loners if neighbours.get(i)]
    events = [i for i in order if i in wanted and content.nodes[i].kind == "event"]
    parts = [i for event in events for i in sorted(neighbours.get(event, ()), key=position.__getitem__)]
    return list(dict.fromkeys([i for i in order if i in wanted] + ties + near + parts))[: view.top]
