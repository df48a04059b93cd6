"""One actor, one event, across stories: members that share a key are one.

A first, cautious version: states by code, Wikidata ids, full names of persons and names of organisations by folded
spelling, named events by folded name and year. Everything else stands alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graphkit.model import Actor, Event, Judgement, Record, Resolved, Why, identity
from graphkit.resolution.names import fold

Member = tuple[str, str]
"""``(story id, id inside that record)``."""


def resolve(records: Iterable[Record], *, judgements: Sequence[Judgement] = ()) -> list[Resolved]:
    """Resolved actors and events of the records, sorted by kind and id; those that stand alone too.

    Parameters
    ----------
    records
        Records of distinct stories, in any order: the result does not depend on it.
    judgements
        What people decided; not used by this version.
    """
    actors: dict[tuple[str, ...], list[tuple[Member, Actor]]] = defaultdict(list)
    events: dict[tuple[str, ...], list[tuple[Member, Event]]] = defaultdict(list)
    for record in records:
        for actor in record.actors:
            member = (record.story.id, actor.id)
            actors[actor_key(record.story.id, actor)].append((member, actor))
        for event in record.events:
            member = (record.story.id, event.id)
            events[event_key(record, event)].append((member, event))
    lines = [resolved_actor(key, members) for key, members in actors.items()]
    lines += [resolved_event(key, members) for key, members in events.items()]
    return sorted(lines, key=lambda line: (line.kind, line.id))


def actor_key(story_id: str, actor: Actor) -> tuple[str, ...]:
    """What two mentions of one actor share; the actor's own id where nothing can be shared safely."""
    if actor.wikidata:
        return ("wikidata", actor.wikidata)
    if actor.kind == "state" and actor.country:
        return ("state", actor.country)
    name = fold(actor.name)
    if actor.kind == "person" and len(name.split()) > 1:
        return ("person", name)
    if actor.kind in ("organization", "state") and name:
        return (actor.kind, name)
    return ("alone", story_id, actor.id)


def event_key(record: Record, event: Event) -> tuple[str, ...]:
    """Folded name and year of a named event; the event's own id for all others."""
    year = (event.date_from or record.story.published or "")[:4]
    if event.named and year:
        return ("named", fold(event.name), year)
    return ("alone", record.story.id, event.id)


def canonical(names: Iterable[str]) -> str:
    """Most frequent name, of these the longest, of these the first in the alphabet.

    Examples
    --------
    >>> canonical(["Kyiv", "Kiev", "Kyiv"])
    'Kyiv'
    """
    counts: dict[str, int] = defaultdict(int)
    for name in names:
        counts[name] += 1
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def resolved_actor(key: tuple[str, ...], members: list[tuple[Member, Actor]]) -> Resolved:
    """Line of the resolution for the actors that share a key."""
    members = sorted(members, key=lambda pair: pair[0])
    name = canonical(actor.name for _, actor in members)
    first = members[0][1]
    if key[0] == "state":
        own = identity("actor", "state", key[1])
    elif key[0] == "wikidata":
        own = identity("actor", "wikidata", key[1])
    elif key[0] == "alone":
        own = identity("actor", first.kind, fold(name), members[0][1].id)
    else:
        own = identity("actor", first.kind, fold(name))
    return line("actor", own, name, [member for member, _ in members], rule="+".join(key[:1]), value=key[-1])


def resolved_event(key: tuple[str, ...], members: list[tuple[Member, Event]]) -> Resolved:
    """Line of the resolution for the events that share a key."""
    members = sorted(members, key=lambda pair: pair[0])
    name = canonical(event.name for _, event in members)
    if key[0] == "named":
        own = identity("event", key[1], key[2])
    else:
        own = identity("event", min(m for _, event in members for m in event.mentions))
    return line("event", own, name, [member for member, _ in members], rule=key[0], value=key[1])


def line(kind: str, own: str, name: str, members: list[Member], *, rule: str, value: str) -> Resolved:
    """Resolved line whose members are held together by one shared key."""
    why = tuple(Why(members=(0, i), rule=rule, score=1.0, values={"key": value}) for i in range(1, len(members)))
    return Resolved(kind=kind, id=own, name=name, members=tuple(members), why=why)  # type: ignore[arg-type]
