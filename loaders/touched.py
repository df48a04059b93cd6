"""What a run of loading remembers of the actors, events and places that stories touch."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from graphkit.loaders.assignment import Assignment
from graphkit.loaders.facts import Fact, touch, untouch
from graphkit.loaders.rows import StoryRows
from graphkit.loaders.store import Node, Ref, Rel, StoryEntry
from graphkit.loaders.units import unit_rows

Unit = tuple[Node, dict[tuple[str, str, str], Rel]]
"""Node of an actor, event or place, and its derived relationships by type, other end and key."""

Stored = Callable[[Sequence[str]], Iterator[tuple[str, StoryRows]]]
"""Function that makes the rows of stored stories again."""

_AT_ONCE = 200
"""Stored stories whose facts are read at once."""


class Touched:
    """Stories by what they touch, with facts and rows of what more than one touches; of all else nothing is kept.

    Parameters
    ----------
    table
        What the resolution says of each story.
    """

    def __init__(self, table: Mapping[str, Assignment]) -> None:
        self._shared = _shared(table)
        self._stories: defaultdict[str, set[str]] = defaultdict(set)
        self._facts: dict[Ref, Counter[Fact]] = {}
        self._units: dict[Ref, Unit] = {}

    def is_shared(self, text: str) -> bool:
        """Whether more than one story may touch this."""
        return text[0] == "P" or text in self._shared

    def share(self, texts: Iterable[str]) -> None:
        """Treat these as touched by several."""
        self._shared.update(texts)

    def stories(self, text: str) -> Collection[str]:
        """Ids of the stored stories that touch something shared."""
        return self._stories.get(text, frozenset())

    def unit(self, ref: Ref) -> Unit | None:
        """Rows that this run has last written for something shared."""
        return self._units.get(ref)

    def clear(self) -> None:
        """Forget everything but what is shared."""
        self._stories.clear()
        self._facts.clear()
        self._units.clear()

    def add(self, entry: StoryEntry) -> None:
        """Take note of a stored story."""
        for text in entry.touches.split():
            if self.is_shared(text):
                self._stories[text].add(entry.id)

    def remove(self, entry: StoryEntry) -> None:
        """Forget a stored story."""
        for text in entry.touches.split():
            if text in self._stories:
                self._stories[text].discard(entry.id)

    def keep(self, facts: Mapping[Ref, Counter[Fact]], units: Mapping[Ref, Unit | None]) -> None:
        """Take note of what has been written."""
        for ref, unit in units.items():
            if unit is None or not self.is_shared(touch(ref)):
                self._facts.pop(ref, None)
                self._units.pop(ref, None)
            else:
                self._facts[ref] = facts[ref]
                self._units[ref] = unit

    def collect(
        self, touched: Iterable[str], rows: Mapping[str, StoryRows], changed: Collection[str], stored: Stored
    ) -> dict[Ref, Counter[Fact]]:
        """Facts of everything touched, from all stories that will be in the store.

        Parameters
        ----------
        touched
            As `touch` writes it.
        rows
            Of the stories that are written.
        changed
            Ids of the stories that are written or go.
        """
        facts: dict[Ref, Counter[Fact]] = {}
        cold: dict[Ref, set[str]] = {}
        for text in sorted(touched):
            ref = untouch(text)
            stories = self.stories(text)
            others = set(stories).difference(changed)
            if ref in self._facts and len(others) == len(stories):
                facts[ref] = Counter(self._facts[ref])
            else:
                facts[ref] = Counter()
                if others:
                    cold[ref] = others
        _warm(cold, facts, stored)
        for story_id in sorted(rows):
            for ref, fact in rows[story_id].facts:
                facts[ref][fact] += 1
        return facts


def units_of(facts: Mapping[Ref, Counter[Fact]]) -> dict[Ref, Unit | None]:
    """Rows of everything that there are facts of; None where there are none left."""
    units: dict[Ref, Unit | None] = {}
    for ref, counter in facts.items():
        units[ref] = None
        if counter:
            node, rels = unit_rows(ref, counter)
            units[ref] = node, {(rel.type, _other(rel, ref)[1], rel.key): rel for rel in rels}
    return units


def _warm(cold: Mapping[Ref, set[str]], facts: dict[Ref, Counter[Fact]], stored: Stored) -> None:
    """Add what stored stories say of actors, events and places that this run has not met so far."""
    wanted = sorted(set().union(*cold.values()))
    for start in range(0, len(wanted), _AT_ONCE):
        for story_id, rows in stored(wanted[start : start + _AT_ONCE]):
            for ref, fact in rows.facts:
                if ref in cold and story_id in cold[ref]:
                    facts[ref][fact] += 1


def _other(rel: Rel, ref: Ref) -> Ref:
    return rel.dst if rel.src == ref else rel.src


def _shared(table: Mapping[str, Assignment]) -> set[str]:
    """What several stories touch, as `touch` writes it."""
    seen: set[str] = set()
    shared: set[str] = set()
    for assignment in table.values():
        for label, resolved in (("Actor", assignment.actors), ("Event", assignment.events)):
            for own in {own for own, _ in resolved.values()}:
                text = f"{label[0]}:{own}"
                (shared if text in seen else seen).add(text)
    return shared
