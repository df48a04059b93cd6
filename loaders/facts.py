"""What one story contributes to an actor, an event or a place: small tuples that can be counted."""

from collections import Counter, defaultdict
from typing import NamedTuple

from graphkit.loaders.schema import Label
from graphkit.loaders.store import Ref


class ActorFact(NamedTuple):
    """A chain of a story that has become this actor."""

    name: str
    chain: str
    kind: str
    aliases: tuple[str, ...]
    country: str | None
    wikidata: str | None


class AffiliationFact(NamedTuple):
    """A role that a story gives this actor with another."""

    with_: str
    position: str
    published: str | None


class PlaceFact(NamedTuple):
    """How a story describes this place."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    geonames_id: int | None


class MentionFact(NamedTuple):
    """A mention of this event; `rank` orders the mentions by how well their `title` names the event."""

    type: str
    predicate: str
    asserted: bool
    denied: bool
    planned: bool
    confidence: float
    participants: tuple[tuple[str, str], ...]
    rank: tuple[bool, bool, bool, bool, str]
    title: str


class EventFact(NamedTuple):
    """What a story says of this event."""

    story: str
    own: str
    origin: str  # cluster of copies, else the story
    publisher: str | None
    published: str | None
    resolved_name: str
    named: bool
    type: str
    mode: str | None
    date: tuple[str | None, str | None, str | None, str | None]
    place: str | None
    part_of: tuple[str, ...]
    mentions: tuple[MentionFact, ...]


Fact = ActorFact | AffiliationFact | PlaceFact | EventFact
Facts = defaultdict[Ref, Counter[Fact]]
"""Facts of each actor, event and place, with how often they were given."""


def no_facts() -> Facts:
    """Empty facts."""
    return defaultdict(Counter)


_LABELS: dict[str, Label] = {"A": "Actor", "E": "Event", "P": "Place"}


def touch(ref: Ref) -> str:
    """Reference as one string, as a store keeps it.

    Examples
    --------
    >>> untouch(touch(("Actor", "a1")))
    ('Actor', 'a1')
    """
    return f"{ref[0][0]}:{ref[1]}"


def untouch(text: str) -> Ref:
    """Reference that `touch` wrote."""
    return _LABELS[text[0]], text[2:]
