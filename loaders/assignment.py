"""Which resolved actor or event each actor and event of a story has become."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from graphkit.errors import ResolutionError
from graphkit.model import Actor, Record, Resolved, encode

ROWS = 4
"""Version of the rules that make rows of records: a change of them rewrites the stories of older stores."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Resolved ``(id, name)`` for each actor and event of one story, and its cluster of near-duplicates."""

    actors: dict[str, tuple[str, str]] = field(default_factory=dict)
    events: dict[str, tuple[str, str]] = field(default_factory=dict)
    cluster: list[str] = field(default_factory=list)


def assignments(resolution: Iterable[Resolved]) -> dict[str, Assignment]:
    """Assignment of each story that the resolution speaks of, by story id.

    Raises
    ------
    ResolutionError
        An actor or event of a story is in two resolved ones.
    """
    found: dict[str, Assignment] = {}
    for line in resolution:
        for story_id, own in line.members:
            assignment = found.get(story_id)
            if assignment is None:
                assignment = found[story_id] = Assignment()
            if line.kind == "story":
                assignment.cluster.append(line.id)
                continue
            if own is None:
                raise ResolutionError(
                    f"{line.kind} {line.id} has a member of story {story_id} without an id; resolve again"
                )
            table = assignment.actors if line.kind == "actor" else assignment.events
            if own in table:
                raise ResolutionError(
                    f"{line.kind} {own} of story {story_id} belongs to {table[own][0]} and to {line.id}; "
                    "each may be in one line of the resolution: resolve again"
                )
            table[own] = (line.id, line.name or "")
    return found


def digest(record: Record, assignment: Assignment) -> str:
    """Fingerprint of all that the rows of a story depend on; where a story was read from does not count."""
    story = msgspec.structs.replace(record.story, source=None, source_id=None, offset=None)
    content = hashlib.sha256(encode(msgspec.structs.replace(record, story=story))).hexdigest()[:16]
    return f"{content}-{fingerprint(assignment)}"


def fingerprint(assignment: Assignment) -> str:
    """Fingerprint of an assignment alone: the second half of `digest`."""
    hasher = hashlib.sha256(b"%d" % ROWS)
    for table in (assignment.actors, assignment.events):
        for own in sorted(table):
            hasher.update(repr((own, table[own])).encode())
        hasher.update(b";")
    hasher.update(repr(sorted(assignment.cluster)).encode())
    return hasher.hexdigest()[:16]


def is_loaded(actor: Actor) -> bool:
    """Whether an actor of a record can be in the graph: not if only pronouns speak of it.

    Examples
    --------
    >>> is_loaded(Actor(id="a", name="NATO", kind="organization"))
    True
    """
    return not actor.mentions or any(mention.form != "pronoun" for mention in actor.mentions)


def check_covered(record: Record, assignment: Assignment) -> None:
    """Check that the resolution says what becomes of every actor and event of the record.

    Raises
    ------
    ResolutionError
        It does not.
    """
    missing = [f"actor {actor.id}" for actor in record.actors if is_loaded(actor) and actor.id not in assignment.actors]
    missing += [f"event {event.id}" for event in record.events if event.id not in assignment.events]
    if missing:
        raise ResolutionError(
            f"the resolution does not cover story {record.story.id}: {missing[0]} is in none of its lines "
            f"({len(missing)} such). Resolve the new records together with those of the store and load again"
        )
