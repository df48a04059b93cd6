"""What one story contributes to the actors, events and places that it touches."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from graphkit.errors import RecordError
from graphkit.loaders.facts import ActorFact, AffiliationFact, EventFact, Fact, MentionFact, PlaceFact
from graphkit.loaders.naming import cut, event_name, listed
from graphkit.loaders.store import Ref
from graphkit.loaders.view import View, check_type, objects
from graphkit.model import Actor, Event, Mention

_RECEIVING = frozenset({"recipient", "victim", "target", "beneficiary", "addressee"})
_NOUNS = ("noun", "nominal", "light")
"""Beginnings of the rules for events told by a noun: "the trial of Taylor", "made an announcement"."""

_WITHIN = frozenset({"time", "place", "other"})
"""Roles of arguments that can say of what larger event a clause is a part: "met at the summit"."""


def story_facts(view: View, events: Mapping[str, Sequence[Mention]]) -> list[tuple[Ref, Fact]]:
    """Facts of a story, given the mentions of each of its events.

    Raises
    ------
    RecordError
        An event is of no known type, or at a place that is not in the record.
    """
    facts: list[tuple[Ref, Fact]] = []
    part_of = _wholes(view)
    used_places = Counter[str]()
    for event in view.record.events:
        if not events[event.id]:
            continue
        check_type(view.record, event.id, event.type)
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


def _event_fact(view: View, event: Event, mentions: Sequence[Mention], wholes: tuple[str, ...]) -> EventFact:
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


def _mention_fact(view: View, event: Event, mention: Mention) -> MentionFact:
    positive = mention.polarity == "positive"
    triples = view.triples.get(mention.id, [])
    alleged = mention.certainty == "probable" and bool(triples) and all(t.hypothetical for t in triples)
    real = mention.certainty in ("certain", "probable") and mention.tense in ("past", "present")
    asserted = positive and real and not alleged  # who is accused of poisoning somebody did not, for all we know
    loaded = [(p.role, view.chains[p.actor]) for p in mention.participants if p.actor in view.chains]
    doers = list(dict.fromkeys(chain for role, chain in loaded if role == "actor"))
    receivers = list(dict.fromkeys(chain for role, chain in loaded if role in _RECEIVING))
    done_to = list(dict.fromkeys(chain for role, chain in loaded if role == "object"))
    things = [*view.names(done_to), *objects(triples)]
    predicate = mention.predicate or view.record.story.text[slice(*mention.trigger)]
    return MentionFact(
        type=mention.type,
        predicate=predicate,
        asserted=asserted,
        denied=not positive,
        planned=positive and mention.tense == "future",
        confidence=round(float(mention.confidence), 4),
        participants=tuple(dict.fromkeys((role, view.assignment.actors[chain.id][0]) for role, chain in loaded)),
        rank=(not triples, not asserted, not doers, not (receivers or things), mention.id),
        title=_title(view, event, mention, (doers, receivers, things)),
    )


def _title(view: View, event: Event, mention: Mention, parts: tuple[list[Actor], list[Actor], list[str]]) -> str:
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


def _actor_facts(view: View) -> Iterator[tuple[Ref, Fact]]:
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


def _wholes(view: View) -> dict[str, set[str]]:
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
