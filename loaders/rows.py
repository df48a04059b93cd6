"""Records and their resolution as rows of the graph. Pure: the same records and resolution give the same rows.

A story owns its own node, its mentions and their relationships (`story_rows`). Actors, events, places and what is
derived with them are made in `units` of the facts which all their stories contribute.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graphkit.errors import RecordError
from graphkit.loaders.assignment import Assignment, assignments, check_covered, is_loaded
from graphkit.loaders.facts import Fact, no_facts
from graphkit.loaders.judged import Found, judged_rels
from graphkit.loaders.naming import cut
from graphkit.loaders.store import Node, Ref, Rel
from graphkit.loaders.story_facts import story_facts
from graphkit.loaders.units import unit_rows
from graphkit.loaders.view import View, check_type, objects
from graphkit.model import Actor, Judgement, Mention, Record, Resolved, Triple


@dataclass(frozen=True, slots=True)
class StoryRows:
    """Rows a story owns, and the facts it contributes to actors, events and places."""

    nodes: list[Node]
    rels: list[Rel]
    facts: list[tuple[Ref, Fact]]


def graph(
    records: Iterable[Record], resolution: Iterable[Resolved], *, judgements: Sequence[Judgement] = ()
) -> Iterator[Node | Rel]:
    """The whole graph of the records in canonical order, made in one go and in memory.

    Raises
    ------
    ResolutionError
        The resolution does not cover the records.
    RecordError
        A record contradicts itself.
    """
    table = assignments(resolution)
    facts = no_facts()
    nodes: list[Node] = []
    rels: list[Rel] = []
    found: Found = {}
    for record in records:
        assignment = table.get(record.story.id, Assignment())
        rows = story_rows(record, assignment)
        nodes += rows.nodes
        rels += rows.rels
        for ref, fact in rows.facts:
            facts[ref][fact] += 1
        found.update(members(record, assignment, judgements))
    for ref, counter in facts.items():
        node, owned = unit_rows(ref, counter)
        nodes.append(node)
        rels += owned
    rels += judged_rels(judgements, found, set(facts))
    yield from canonical(nodes, rels)


def canonical(nodes: Iterable[Node], rels: Iterable[Rel]) -> Iterator[Node | Rel]:
    """Nodes by label and id, then relationships by type, ends and key."""
    yield from sorted(nodes, key=lambda node: (node.label, node.id))
    yield from sorted(rels, key=lambda rel: (rel.type, rel.src, rel.dst, rel.key))


def story_rows(record: Record, assignment: Assignment) -> StoryRows:
    """Rows that a story owns, and what it contributes to others.

    Raises
    ------
    ResolutionError
        The assignment does not cover the record.
    RecordError
        The record contradicts itself: a mention of an event that is not there, an unknown type.
    """
    check_covered(record, assignment)
    triples: dict[str, list[Triple]] = {}
    for triple in record.triples:
        if triple.mention is not None:
            triples.setdefault(triple.mention, []).append(triple)
    chains: dict[str | None, Actor] = {actor.id: actor for actor in record.actors if is_loaded(actor)}
    view = View(record, assignment, chains, {place.id for place in record.places}, triples)
    nodes, rels = [_story_node(view)], list[Rel]()
    events: dict[str, list[Mention]] = {event.id: [] for event in record.events}
    for mention in record.mentions:
        if mention.event not in events:
            raise RecordError(
                f"story {record.story.id}: mention {mention.id} is of event {mention.event}, which is not in the record"
            )
        check_type(record, mention.id, mention.type)
        events[mention.event].append(mention)
        nodes.append(_mention_node(view, mention))
        rels += _mention_rels(view, mention)
    return StoryRows(nodes, rels, story_facts(view, events))


def members(record: Record, assignment: Assignment, judgements: Sequence[Judgement]) -> Found:
    """Resolved id of each end of the judgements that lies in this story."""
    found: Found = {}
    wanted = {(j.kind, end) for j in judgements for end in (j.a, j.b) if end[0] == record.story.id}
    if not wanted:
        return found
    spans: dict[tuple[str, tuple[int, int]], str] = {}
    for actor in record.actors:
        if is_loaded(actor):
            spans.update((("actor", mention.span), assignment.actors[actor.id][0]) for mention in actor.mentions)
    for mention in record.mentions:
        spans["event", mention.trigger] = assignment.events[mention.event][0]
    for kind, (story_id, span, _) in wanted:
        if (kind, span) in spans:
            found[kind, story_id, span] = spans[kind, span]
    return found


def _story_node(view: View) -> Node:
    story = view.record.story
    name = cut(story.title or story.text) or story.id
    cluster = min(view.assignment.cluster, default=None)
    props = {"id": story.id, "name": name, "url": story.url, "publisher": story.publisher}
    props |= {"published": story.published, "language": story.language, "cluster": cluster}
    return Node("Story", story.id, props)


def _mention_node(view: View, mention: Mention) -> Node:
    text = view.record.story.text
    triples = view.triples.get(mention.id, [])
    trigger = text[slice(*mention.trigger)]
    return Node(
        "Mention",
        mention.id,
        {
            "id": mention.id,
            "name": mention.predicate or trigger,
            "event_type": mention.type,
            "mode": mention.mode,
            "context": list(mention.context) or None,  # an empty list is no value: not every import can tell it
            "objects": objects(triples) or None,
            "voice": triples[0].voice if triples else None,
            "sentence": text[slice(*mention.sentence)],
            "start": mention.trigger[0],
            "end": mention.trigger[1],
            "trigger": trigger,
            "predicate": mention.predicate or trigger,
            "polarity": mention.polarity,
            "certainty": mention.certainty,
            "tense": mention.tense,
            "quoted": mention.quoted,
            "confidence": round(float(mention.confidence), 4),
            "rule": mention.rule,
            "version": view.record.version,
        },
    )


def _mention_rels(view: View, mention: Mention) -> Iterator[Rel]:
    own: Ref = ("Mention", mention.id)
    yield Rel("CONTAINS", ("Story", view.record.story.id), own, "CONTAINS", {})
    yield Rel("OF", own, ("Event", view.assignment.events[mention.event][0]), "OF", {})
    speaker = view.actor(mention.said_by)
    if speaker is not None:
        yield Rel("SAID_BY", own, ("Actor", speaker), "SAID_BY", {})
    seen: set[tuple[str, str]] = set()
    for participant in mention.participants:
        actor = view.actor(participant.actor)
        key = f"PARTICIPANT:{mention.id}:{participant.role}:{participant.span[0]}"
        if actor is not None and (actor, key) not in seen:
            seen.add((actor, key))
            props = {"role": participant.role, "text": participant.text}
            spans = {"start": participant.span[0], "end": participant.span[1]}
            yield Rel("PARTICIPANT", own, ("Actor", actor), key, {**props, **spans})
