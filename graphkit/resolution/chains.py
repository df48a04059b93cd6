"""The actors of all records as resolution looks at them."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from graphkit.model import Actor, Record
from graphkit.resolution.described import Description, described, singular
from graphkit.resolution.lexicon import lines, peer
from graphkit.resolution.names import Person, fold, organization, person
from graphkit.resolution.offices import holder, spellings, titled

_AGE = re.compile(r",\s(\d{1,3})(?=[,.;])")
_TITLE = 24  # characters before a name in which a title stands


class Profile(NamedTuple):
    """What is known of a person: year of birth, heads of descriptions and titles."""

    born: int | None  # the age, negative, where the story has no day
    dated: bool
    roles: frozenset[str]


class Chain(NamedTuple):
    """An actor of a record: a coreference chain."""

    story: int  # index of the record
    actor: Actor
    named: bool  # has a mention that is a name
    said: Description  # by its nominal mentions
    parts: Person | None  # of a person with a name
    office: str | None  # name of who holds the office by which an actor without a name is called

    profile: Profile | None  # of a person with a full name
    lands: frozenset[str]  # countries of which its story speaks

    @property
    def kind(self) -> str:
        """Kind of the actor."""
        return self.actor.kind


def chains_of(records: Sequence[Record]) -> list[Chain]:
    """All actors in the order of the records."""
    chains = []
    for story, record in enumerate(records):
        titles: dict[str, set[str]] = {}
        for role in record.affiliations:
            titles.setdefault(role.actor, set()).update(peer(singular(word)) for word in fold(role.title).split()[-1:])
        lands = frozenset(land for land in (x.country for x in record.places) if land)
        lands |= frozenset(land for land in (x.country for x in record.actors) if land)
        chains += [_chain(story, record, actor, titles.get(actor.id, set()), lands) for actor in record.actors]
    return chains


def _chain(story: int, record: Record, actor: Actor, titles: set[str], lands: frozenset[str]) -> Chain:
    said = described(record.story.text, actor)
    named = not actor.mentions or any(mention.form == "name" for mention in actor.mentions)
    parts = person(actor.name) if named and actor.kind == "person" else None
    office = _office(record, actor, named=named, parts=parts) if actor.kind == "person" else None
    if named and office is not None:
        parts = person(office)
    known = (
        Profile(_born(record, actor), bool(record.story.published), frozenset(titles | set(said.heads)))
        if parts and parts.given
        else None
    )
    return Chain(story, actor, named, said, parts, office, known, lands)


def _office(record: Record, actor: Actor, *, named: bool, parts: Person | None) -> str | None:
    """Name of the head of state or government who is meant: the US president, President Bush."""
    if not named:
        return holder(actor.name, record.story.published)
    if parts is None or parts.given:
        return None
    text = record.story.text
    for mention in actor.mentions:
        if mention.form == "name":
            before = text[max(0, mention.head[0] - _TITLE) : mention.head[0]]
            return titled(parts.family, before, record.story.published)
    return None


def _born(record: Record, actor: Actor) -> int | None:
    """Year of birth by an age beside the name: Ann Holm, 24; of a story without a day the age, negative."""
    for mention in actor.mentions:
        if mention.form == "name":
            age = _AGE.match(record.story.text, mention.span[1])
            if age:
                return int((record.story.published or "0")[:4]) - int(age[1])
    return None


@cache
def known_organizations() -> Mapping[str, str]:
    """Name by each folded name or alias of the shipped tables of organisations and outlets."""
    table: dict[str, str] = {}
    for file in ("organizations.tsv", "outlets.tsv"):
        for line in lines(file):
            for alias in (line[0], *(line[1].split(";") if len(line) > 1 else ())):
                if alias:
                    table.setdefault(organization(alias), line[0])
    return table


def strong_key(chain: Chain, aliases: Mapping[str, str]) -> tuple[str, ...] | None:
    """What chains of one actor share in any affair; None for chains that only their affair can tell."""
    actor = chain.actor
    if actor.wikidata:
        return ("wikidata", actor.wikidata)
    if actor.kind == "state" and actor.country:
        return ("state", actor.country)
    if not chain.named and chain.office is None:
        return None
    if actor.kind == "person":
        name = chain.office or actor.name
        folded = fold(name)
        parts = person(aliases.get(folded) or spellings().get(folded, name))
        return ("person", *parts.given, parts.family, parts.suffix) if parts.given else None
    name = organization(actor.name)
    if not name or actor.kind == "group":
        return ("group", name) if name and len(name) > 2 else None
    known = aliases.get(name) or known_organizations().get(name)
    return (actor.kind, organization(known) if known else name)
