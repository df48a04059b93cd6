"""A transaction in the making, and when it is made."""

from collections import Counter
from dataclasses import dataclass, field

from graphkit.loaders.facts import Fact
from graphkit.loaders.judged import Found
from graphkit.loaders.rows import StoryRows
from graphkit.loaders.store import Change, Ref, StoryEntry
from graphkit.loaders.touched import Unit
from graphkit.model import Record


@dataclass(frozen=True, slots=True)
class Plan:
    """One transaction, and what will be true after it."""

    change: Change
    entries: dict[str, StoryEntry]
    removed: frozenset[str]
    facts: dict[Ref, Counter[Fact]]
    units: dict[Ref, Unit | None]
    found: dict[str, Found]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        c = self.change
        decided = (c.judged, c.judgements, c.aliases)
        return not (c.nodes or c.drop or c.clear or any(some is not None for some in decided))


@dataclass(slots=True)
class Draft:
    """Stories of a plan in the making: rows of those that are written, ids of those that go."""

    records: dict[str, Record]
    gone: set[str]
    rows: dict[str, StoryRows] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)

    @property
    def changed(self) -> set[str]:
        """Ids of the stories that are written or go."""
        return self.rows.keys() | self.gone
