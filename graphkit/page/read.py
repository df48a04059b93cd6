"""Content of a page, read from a graph in the form of the NetworkX store."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graphkit.page.content import Claim, Content, Graph, Link, Node, Statement, status_of
from graphkit.page.core import View
from graphkit.page.denials import with_denials

Facts = Mapping[str, Any]
Edges = dict[str, list[tuple[str, str, Facts]]]

LINKS = {"AFFILIATED_WITH": "affiliated", "PART_OF": "part of", "JUDGED": "perhaps the same"}
BELOW = ("CONTAINS", "OF", "SAID_BY", "PARTICIPANT", "AT")


def read_graph(graph: Graph) -> Content:
    """Content of a graph whose nodes carry `node_label` and whose edges carry `edge_type`.

    The order of everything depends on ids, names and dates alone, never on the order of the graph.
    """
    facts: dict[str, Facts] = {key: graph.nodes[key] for key in graph}
    labels: dict[str, list[str]] = defaultdict(list)
    for key in sorted(facts):
        labels[facts[key].get("node_label", "")].append(key)
    stories = sorted(labels["Story"], key=lambda key: (str(facts[key].get("published") or ""), key))
    edges, events, tellers = _edges(graph)
    keys = labels["Actor"] + labels["Event"]
    index = {key: position for position, key in enumerate(keys)}
    places = {key: position for position, key in enumerate(labels["Place"])}
    place_of = {event: places[place] for event, place, _ in reversed(edges["AT"]) if place in places}
    numbers = {key: i for i, key in enumerate(stories)}
    event_of = {mention: index[event] for mention, event in events.items() if event in index}
    story_of = {mention: numbers[story] for mention, story in tellers.items() if story in numbers}
    order = sorted(
        labels["Mention"],
        key=lambda key: (event_of.get(key, -1), story_of.get(key, -1), facts[key].get("start") or 0, key),
    )
    claims = _claims(order, facts, edges, index, event_of, story_of)
    return Content(
        nodes=[_node(key, facts[key], place_of.get(key)) for key in keys],
        statements=_statements(edges, index, claims, {key: i for i, key in enumerate(order)}),
        claims=claims,
        links=_links(edges, index),
        stories=[facts[key] for key in stories],
        places=[facts[key] for key in labels["Place"]],
        index=index,
    )


def _edges(graph: Graph) -> tuple[Edges, dict[str, str], dict[str, str]]:
    """Edges by type, sorted by their ends where no later step sorts them; event and story of each mention apart."""
    edges: Edges = defaultdict(list)
    event_of: dict[str, str] = {}
    story_of: dict[str, str] = {}
    for source, target, key, facts in graph.edges(keys=True, data=True):
        kind = facts.get("edge_type") or str(key).split(":", 1)[0]
        if kind == "OF":
            event_of[source] = min(target, event_of.get(source, target))
        elif kind == "CONTAINS":
            story_of[target] = min(source, story_of.get(target, source))
        else:
            edges[kind].append((source, target, facts))
    for kind in ("AT", "SAID_BY", *LINKS):
        edges[kind].sort(key=lambda edge: edge[:2])
    return edges, event_of, story_of


def _node(key: str, facts: Facts, place: int | None) -> Node:
    event = facts["node_label"] == "Event"
    kind = "event" if event else str(facts.get("kind") or "group")
    return Node(key, str(facts.get("name") or key), kind, facts, place)


def _claims(
    order: list[str],
    facts: Mapping[str, Facts],
    edges: Edges,
    index: Mapping[str, int],
    event_of: Mapping[str, int],
    story_of: Mapping[str, int],
) -> list[Claim]:
    said: dict[str, list[int]] = defaultdict(list)
    for mention, actor, _ in edges["SAID_BY"]:
        if actor in index:
            said[mention].append(index[actor])
    ends: dict[str, list[tuple[str, Facts]]] = defaultdict(list)
    for mention, actor, participant in edges["PARTICIPANT"]:
        ends[mention].append((actor, participant))
    return with_denials(
        [
            _claim(event_of.get(key), story_of.get(key), facts[key], tuple(said.get(key, ())), ends.get(key, []), index)
            for key in order
        ]
    )


def _claim(
    event: int | None,
    story: int | None,
    facts: Facts,
    said_by: tuple[int, ...],
    ends: list[tuple[str, Facts]],
    index: Mapping[str, int],
) -> Claim:
    sentence = str(facts.get("sentence") or "")
    offset = _sentence_start(sentence, facts, [end for _, end in ends])
    parts = []
    for actor, end in sorted(ends, key=lambda pair: (pair[1].get("start") or 0, pair[0])):
        first, last = -1, -1
        if offset is not None and isinstance(end.get("start"), int) and _fits(sentence, offset, end):
            first, last = end["start"] - offset, end["end"] - offset
        parts.append((str(end.get("role") or ""), index.get(actor), str(end.get("text") or ""), first, last))
    trigger = None
    if offset is not None and facts.get("trigger"):
        trigger = (facts["start"] - offset, facts["start"] - offset + len(facts["trigger"]))
    return Claim(event, story, facts, status_of(facts), said_by, tuple(parts), trigger)


def _fits(sentence: str, offset: int, end: Facts) -> bool:
    start, stop = end["start"] - offset, end["end"] - offset
    return bool(0 <= start < stop <= len(sentence) and sentence[start:stop] == end.get("text", sentence[start:stop]))


def _sentence_start(sentence: str, facts: Facts, ends: list[Facts]) -> int | None:
    """Where the sentence begins in its story, from the trigger's place in both; None where that cannot be told.

    A trigger that occurs several times in its sentence is settled by the participants: the reading that most fit wins.
    """
    trigger, start = str(facts.get("trigger") or ""), facts.get("start")
    if not trigger or not isinstance(start, int):
        return None
    best: tuple[int, int] | None = None
    found = sentence.find(trigger)
    tries = 0
    while found >= 0 and tries < 20:
        offset = start - found
        score = sum(1 for end in ends if isinstance(end.get("start"), int) and _fits(sentence, offset, end))
        if best is None or score > best[0]:
            best = (score, offset)
        found, tries = sentence.find(trigger, found + 1), tries + 1
    return best[1] if best else None


def _statements(
    edges: Edges, index: Mapping[str, int], claims: list[Claim], position: Mapping[str, int]
) -> list[Statement]:
    carried = _carried(edges, index, claims, position)
    found = []
    for kind, listed in sorted(edges.items()):
        if kind in LINKS or kind in BELOW:
            continue
        for source, target, facts in listed:
            if source in index and target in index:
                role, predicate = str(facts.get("role") or ""), str(facts.get("predicate") or "")
                mine = carried.get((index[source], index[target], role), [])
                exact = [c for c in mine if _same_words(claims[c].facts, kind, predicate)]
                found.append(_statement((index[source], index[target]), kind, facts, exact or mine, claims))
    return sorted(found, key=lambda s: (s.actor, s.event, s.event_type, s.predicate, s.role))


def _same_words(facts: Facts, kind: str, predicate: str) -> bool:
    return bool(facts.get("predicate") == predicate and facts.get("event_type", kind) == kind)


def _carried(
    edges: Edges, index: Mapping[str, int], claims: list[Claim], position: Mapping[str, int]
) -> dict[tuple[int, int, str], list[int]]:
    """Claims by actor, event and role."""
    carried: dict[tuple[int, int, str], list[int]] = defaultdict(list)
    for mention, actor, facts in edges["PARTICIPANT"]:
        claim = position.get(mention)
        if claim is None or actor not in index:
            continue
        event = claims[claim].event
        if event is not None:
            carried[index[actor], event, str(facts.get("role") or "")].append(claim)
    return {key: sorted(set(found)) for key, found in carried.items()}


def _statement(ends: tuple[int, int], kind: str, facts: Facts, carried: list[int], claims: list[Claim]) -> Statement:
    told = [claims[claim].status for claim in carried]
    if facts.get("asserted", not told or 0 in told):
        status = 0
    else:
        status = max((1, 2, 3, 4), key=told.count) if any(told) else 2
    stories = facts.get("n_stories") or len({claims[claim].story for claim in carried}) or 1
    return Statement(
        actor=ends[0],
        event=ends[1],
        event_type=kind,
        predicate=str(facts.get("predicate") or kind.lower()),
        role=str(facts.get("role") or ""),
        status=status,
        confidence=float(facts.get("confidence") or 0.0) if "confidence" in facts else 1.0,
        n_stories=int(stories),
        claims=tuple(carried),
    )


def _links(edges: Edges, index: Mapping[str, int]) -> list[Link]:
    found = []
    for kind, name in LINKS.items():
        for source, target, facts in edges.get(kind, ()):
            if source not in index or target not in index or facts.get("verdict") == "different":
                continue
            text = str(facts.get("position") or name)
            found.append(Link(index[source], index[target], name, text, facts.get("since"), facts.get("until")))
    return found


def view_of(graph: Graph, *, ids: Iterable[str] | None = None, **view: Any) -> View:
    """View with its ids made those of actors and events."""
    return View(ids=None if ids is None else drawable_ids(graph, ids), **view)


def drawable_ids(graph: Graph, ids: Iterable[str]) -> tuple[str, ...]:
    """Ids of the actors and events among `ids`; mentions, stories and places stand for their events."""
    found: dict[str, None] = {}
    for key in ids:
        found |= dict.fromkeys(_events_below(graph, key) if key in graph else ())
    return tuple(found)


def _events_below(graph: Graph, key: str) -> list[str]:
    label = graph.nodes[key].get("node_label")
    if label in ("Actor", "Event"):
        return [key]
    if label == "Place":
        return sorted(event for event, _, facts in graph.in_edges(key, data=True) if facts.get("edge_type") == "AT")
    edges = sorted((target, str(facts.get("edge_type"))) for _, target, facts in graph.out_edges(key, data=True))
    below = [target for target, kind in edges if kind in ("CONTAINS", "OF")]
    return below if label == "Mention" else [event for mention in below for event in _events_below(graph, mention)]
