"""Records and their resolution as rows of the graph. Pure: the same records and resolution give the same rows.

A story owns its own node, its mentions and their relationships (`story_rows`). Actors, events, places and what is
derived with them are made in `units` of the facts which all their stories contribute.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphkit.errors import RecordError
from graphkit.loaders.assignment import Assignment, assignments, check_covered, is_loaded
from graphkit.loaders.facts import (
    ActorFact,
    AffiliationFact,
    EventFact,
    Fact,
    MentionFact,
    PlaceFact,
    no_facts,
)
from graphkit.loaders.judged import Found, judged_rels
from graphkit.loaders.naming import cut, event_name, listed, short_name
from graphkit.loaders.schema import QUADS
from graphkit.loaders.store import Node, Ref, Rel
from graphkit.loaders.units import unit_rows
from graphkit.model import Actor, Event, Judgement, Mention, Record, Resolved, Triple

_RECEIVING = frozenset({"recipient", "victim", "target", "beneficiary", "addressee"})
_NOUNS = ("noun", "nominal", "light")
"""Beginnings of the rules for events told by a noun: "the trial of Taylor", "made an announcement"."""

_WITHIN = frozenset({"time", "place", "other"})
"""Roles of arguments that can say of what larger event a clause is a part: "met at the summit"."""


@dataclass(frozen=True, slots=True)
class StoryRows:
    """Rows a story owns, and the facts it contributes to actors, events and places."""

    nodes: list[Node]
    rels: list[Rel]
    facts: list[tuple[Ref, Fact]]


@dataclass(frozen=True, slots=True)
class _View:
    """A record with what is looked up in it again and again."""

    record: Record
    assignment: Assignment
    chains: Mapping[str | None, Actor]  # those that can be loaded, by id in the record
    places: Collection[str]
    triples: Mapping[str, list[Triple]]  # by mention

    def actor(self, own: str | None) -> str | None:
        """Resolved id of an actor of the record, None if it is not loaded."""
        return self.assignment.actors[own][0] if own is not None and own in self.chains else None

    def names(self, chains: Iterable[Actor]) -> list[str]:
        """Short names of actors of the record."""
        resolved = self.assignment.actors
        return [short_name(resolved[c.id][1] or c.name, c.aliases, c.kind) for c in chains]


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
    view = _View(record, assignment, chains, {place.id for place in record.places}, triples)
    nodes, rels = [_story_node(view)], list[Rel]()
    events: dict[str, list[Mention]] = {event.id: [] for event in record.events}
    for mention in record.mentions:
        if mention.event not in events:
            raise RecordError(
                f"story {record.story.id}: mention {mention.id} is of event {mention.event}, which is not in the record"
            )
        _known_type(record, mention.id, mention.type)
        events[mention.event].append(mention)
        nodes.append(_mention_node(view, mention))
        rels += _mention_rels(view, mention)
    return StoryRows(nodes, rels, _facts(view, events))


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


def _known_type(record: Record, thing: str, type_: str) -> None:
    if type_ not in QUADS:
        raise RecordError(f"story {record.story.id}: {thing} has type {type_!r}; expected one of {', '.join(QUADS)}")


def _story_node(view: _View) -> Node:
    story = view.record.story
    name = cut(story.title or story.text) or story.id
    cluster = min(view.assignment.cluster, default=None)
    props = {"id": story.id, "name": name, "url": story.url, "publisher": story.publisher}
    props |= {"published": story.published, "language": story.language, "cluster": cluster}
    return Node("Story", story.id, props)


def _mention_node(view: _View, mention: Mention) -> Node:
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
            "objects": _objects(triples) or None,
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


def _objects(triples: Sequence[Triple]) -> list[str]:
    """Names of the things that something was done with; in the passive they stand before the verb."""
    ends = [triple.subject if triple.voice == "passive" else triple.object for triple in triples]
    return list(dict.fromkeys(end.name for end in ends if end and end.kind == "thing" and end.resolved))


def _mention_rels(view: _View, mention: Mention) -> Iterator[Rel]:
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


def _facts(view: _View, events: Mapping[str, Sequence[Mention]]) -> list[tuple[Ref, Fact]]:
    facts: list[tuple[Ref, Fact]] = []
    part_of = _wholes(view)
    used_places = Counter[str]()
    for event in view.record.events:
        if not events[event.id]:
            continue
        _known_type(view.record, event.id, event.type)
        if event.place is not None:
            used_places[event.place] += 1
        wholes = tuple(sorted(part_of.get(event.id, ())))
        facts.append(
            (("Event", view.assignment.events[event.id][0]), _event_fact(view, event, events[event.id], wholes))
        )
    facts += _actor_facts(view)
    for place in view.record.places:
        if place.id in used_places:
            fact = PlaceFact(place.name, place.country, place.lat, place.lon, place.precision, place.geonames_id)
            facts.append((("Place", place.id), fact))
    return facts


def _event_fact(view: _View, event: Event, mentions: Sequence[Mention], wholes: tuple[str, ...]) -> EventFact:
    story = view.record.story
    if event.place is not None and event.place not in view.places:
        raise RecordError(f"story {story.id}: event {event.id} is at place {event.place}, which is not in the record")
    return EventFact(
        story=story.id,
        own=event.id,
        origin=min(view.assignment.cluster, default=story.id),
        publisher=story.publisher,
        published=story.published,
        resolved_name=view.assignment.events[event.id][1] or event.name,
        named=event.named,
        type=event.type,
        mode=event.mode,
        date=(event.date_from, event.date_to, event.date_precision, event.date_source),
        place=event.place,
        part_of=wholes,
        mentions=tuple(_mention_fact(view, event, mention) for mention in mentions),
    )


def _mention_fact(view: _View, event: Event, mention: Mention) -> MentionFact:
    positive = mention.polarity == "positive"
    triples = view.triples.get(mention.id, [])
    alleged = mention.certainty == "probable" and bool(triples) and all(t.hypothetical for t in triples)
    real = mention.certainty in ("certain", "probable") and mention.tense in ("past", "present")
    asserted = positive and real and not alleged  # who is accused of poisoning somebody did not, for all we know
    loaded = [(p.role, view.chains[p.actor]) for p in mention.participants if p.actor in view.chains]
    doers = list(dict.fromkeys(chain for role, chain in loaded if role == "actor"))
    receivers = list(dict.fromkeys(chain for role, chain in loaded if role in _RECEIVING))
    done_to = list(dict.fromkeys(chain for role, chain in loaded if role == "object"))
    objects = [*view.names(done_to), *_objects(triples)]
    predicate = mention.predicate or view.record.story.text[slice(*mention.trigger)]
    return MentionFact(
        type=mention.type,
        predicate=predicate,
        asserted=asserted,
        denied=not positive,
        planned=positive and mention.tense == "future",
        confidence=round(float(mention.confidence), 4),
        participants=tuple(dict.fromkeys((role, view.assignment.actors[chain.id][0]) for role, chain in loaded)),
        rank=(not triples, not asserted, not doers, not (receivers or objects), mention.id),
        title=_title(view, event, mention, (doers, receivers, objects)),
    )


def _title(view: _View, event: Event, mention: Mention, parts: tuple[list[Actor], list[Actor], list[str]]) -> str:
    """Name that a mention would give its event."""
    triples = view.triples.get(mention.id, [])
    trigger = view.record.story.text[slice(*mention.trigger)]
    predicate = mention.predicate or trigger
    doers, receivers = view.names(parts[0]), view.names(parts[1])
    if mention.rule.startswith(_NOUNS):
        if trigger.casefold() in event.name.casefold():
            return cut(event.name)  # as extraction has it: "Norway's sanctions on Malta"
        return event_name(predicate, [], [*doers, *receivers], parts[2])
    if not triples:
        return cut(event.name or predicate)
    if mention.rule.startswith("adjective"):
        predicate = f"be {predicate}"
    if not doers and triples[0].voice == "passive" and (receivers or parts[2]):
        return cut(f"{listed([*receivers, *parts[2]])} {trigger}")
    plural = bool(parts[0]) and parts[0][0].number == "plural"
    return event_name(predicate, doers, receivers, parts[2], plural=plural)


def _actor_facts(view: _View) -> Iterator[tuple[Ref, Fact]]:
    """Facts of the actors that take part, speak or hold a role with somebody: others have no place in the graph."""
    record = view.record
    active = {p.actor for mention in record.mentions for p in mention.participants}
    active |= {mention.said_by for mention in record.mentions}
    for a in record.affiliations:
        holder, with_ = view.actor(a.actor), view.actor(a.with_)
        if holder is not None and with_ is not None and holder != with_:
            active |= {a.actor, a.with_}
            yield ("Actor", holder), AffiliationFact(with_, " ".join(a.title.split()), record.story.published)
    for chain in view.chains.values():
        if chain.id in active:
            resolved, name = view.assignment.actors[chain.id]
            fact = ActorFact(name or chain.name, chain.name, chain.kind, chain.aliases, chain.country, chain.wikidata)
            yield ("Actor", resolved), fact


def _wholes(view: _View) -> dict[str, set[str]]:
    """Resolved named events of which the unnamed events of a record are a part, by id in the record."""
    named = {event.id for event in view.record.events if event.named}
    triggers = sorted((m.trigger, m.event) for m in view.record.mentions if m.event in named)
    if not triggers:
        return {}
    event_of = {mention.id: mention.event for mention in view.record.mentions}
    wholes: dict[str, set[str]] = {}
    for mention, triples in view.triples.items():
        part = event_of.get(mention)
        if part is None or part in named:
            continue
        spans = [a.span for triple in triples for a in triple.arguments if a.role in _WITHIN]
        for (start, end), whole in triggers if spans else ():
            if any(span[0] <= start and end <= span[1] for span in spans):
                resolved = view.assignment.events[whole][0]
                if resolved != view.assignment.events[part][0]:
                    wholes.setdefault(part, set()).add(resolved)
    return wholes
