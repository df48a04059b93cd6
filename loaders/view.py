"""A record with what is looked up in it again and again while its rows and facts are made."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphkit.errors import RecordError
from graphkit.loaders.assignment import Assignment
from graphkit.loaders.naming import short_name
from graphkit.loaders.schema import QUADS
from graphkit.model import Actor, Record, Triple


@dataclass(frozen=True, slots=True)
class View:
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


def objects(triples: Sequence[Triple]) -> list[str]:
    """Names of the things that something was done with; in the passive they stand before the verb."""
    ends = [triple.subject if triple.voice == "passive" else triple.object for triple in triples]
    return list(dict.fromkeys(end.name for end in ends if end and end.kind == "thing" and end.resolved))


def check_type(record: Record, thing: str, type_: str) -> None:
    """Check that a type is one of the graph's.

    Raises
    ------
    RecordError
        It is not.
    """
    if type_ not in QUADS:
        raise RecordError(f"story {record.story.id}: {thing} has type {type_!r}; expected one of {', '.join(QUADS)}")
