"""What has to change in a store so that its graph is that of its records: worked out before anything is written."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphkit.loaders.assignment import Assignment, check_covered, digest, fingerprint
from graphkit.loaders.facts import Fact, touch, untouch
from graphkit.loaders.judged import Found, judged_refs, judged_rels
from graphkit.loaders.packing import pack_record
from graphkit.loaders.rows import StoryRows, members, story_rows
from graphkit.loaders.store import Change, GraphStore, Node, Prune, Ref, Rel, Spellings, StoryEntry
from graphkit.loaders.units import unit_rows
from graphkit.model import Judgement, Record

Unit = tuple[Node, dict[tuple[str, str, str], Rel]]
"""Node of an actor, event or place, and its derived relationships by type, other end and key."""


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
class _Draft:
    """Stories of a plan in the making: rows of those that are written, ids of those that go."""

    records: dict[str, Record]
    gone: set[str]
    rows: dict[str, StoryRows] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)

    @property
    def changed(self) -> set[str]:
        return self.rows.keys() | self.gone


class Planner:
    """Knows the stories of a store and what their resolution has become; makes plans and follows their application.

    Attributes
    ----------
    entries
        Stories of the store by id.
    stale
        Ids of stored stories whose actors or events have become others under the new resolution.
    leaving
        Ids of stored stories of which the resolution need not know: they are retracted or get another record.
    undrawn
        Whether judgements or aliases are to be written yet.
    """

    def __init__(
        self,
        store: GraphStore,
        table: Mapping[str, Assignment],
        judgements: Sequence[Judgement],
        aliases: Iterable[Spellings] = (),
    ) -> None:
        self.store = store
        self.table = table
        self.leaving: set[str] = set()
        self.revision = store.revision()
        self.entries = {entry.id: entry for entry in store.index()}
        self.judgements = list(dict.fromkeys(judgements))
        self.aliases = list(aliases)
        self._join_stored()
        self._shared = _shared(table)
        self._touching: defaultdict[str, set[str]] = defaultdict(set)
        self._facts: dict[Ref, Counter[Fact]] = {}
        self._units: dict[Ref, Unit] = {}
        self._found: dict[str, Found] = {}
        self.stale: set[str] = set()
        self._survey()

    def assignment(self, story_id: str) -> Assignment:
        """What the resolution says of a story."""
        return self.table.get(story_id) or Assignment()

    def check_covered(self) -> None:
        """Check that the resolution covers the stories of the store.

        Raises
        ------
        ResolutionError
            It does not.
        """
        left = self.stale - self.leaving
        for record in self.store.records(sorted(left)) if left else ():
            check_covered(record, self.assignment(record.story.id))

    def refresh(self) -> None:
        """Read again what is in the store: somebody else has written to it."""
        self.revision = self.store.revision()
        self.entries = {entry.id: entry for entry in self.store.index()}
        self._join_stored()
        for known in (self._touching, self._facts, self._units, self._found):
            known.clear()
        self._survey()

    def plan(
        self, *, put: Mapping[str, Record] | None = None, remove: Iterable[str] = (), move: Sequence[str] = ()
    ) -> Plan:
        """Plan of one transaction.

        Parameters
        ----------
        put
            Records to write, by story id.
        remove
            Stored stories that go.
        move
            Stored stories that are written again under the new resolution.
        """
        draft = _Draft(dict(put or {}), set(remove))
        draft.records.update((r.story.id, r) for r in self._read(set(move) - draft.records.keys()))
        self._complete(draft)
        facts = self._collect(draft)
        existed = {
            t for story_id in draft.changed & self.entries.keys() for t in self.entries[story_id].touches.split()
        }
        units: dict[Ref, Unit | None] = {}
        for ref, counter in facts.items():
            if counter:
                node, rels = unit_rows(ref, counter)
                units[ref] = node, {(rel.type, _other(rel, ref)[1], rel.key): rel for rel in rels}
            else:
                units[ref] = None
        entries = {story_id: _entry(draft, story_id, self.assignment(story_id)) for story_id in sorted(draft.rows)}
        found = {
            story_id: members(draft.records[story_id], self.assignment(story_id), self.judgements)
            for story_id in entries
        }
        change = self._change(draft, units, existed, entries, self._judged(units, found, draft.gone))
        return Plan(change, entries, frozenset(draft.gone), facts, units, found)

    def applied(self, plan: Plan) -> None:
        """Take note that the store has done what the plan says."""
        self.revision += 1
        for story_id in plan.removed | (plan.entries.keys() & self.entries.keys()):
            for text in self.entries.pop(story_id).touches.split():
                if text in self._touching:
                    self._touching[text].discard(story_id)
        for story_id, entry in plan.entries.items():
            self.entries[story_id] = entry
            self._note(entry)
        self.stale -= plan.removed | plan.entries.keys()
        self.leaving -= plan.entries.keys()
        for story_id in plan.removed:
            self._found.pop(story_id, None)
        self._found.update((story_id, found) for story_id, found in plan.found.items() if found)
        for ref, unit in plan.units.items():
            if unit is None or not self._is_shared(touch(ref)):
                self._facts.pop(ref, None)
                self._units.pop(ref, None)
            else:
                self._facts[ref] = plan.facts[ref]
                self._units[ref] = unit
        self.undrawn = False

    def _join_stored(self) -> None:
        """Put the judgements and aliases of the store before ours."""
        stored, names = self.store.judgements(), self.store.aliases()
        self.judgements = stored + [j for j in self.judgements if j not in set(stored)]
        self.aliases = joined_aliases(names, self.aliases)
        self.undrawn = self.judgements != stored or self.aliases != names

    def _survey(self) -> None:
        """Find out which stories are stale, and which stories touch what is touched by several."""
        self.stale = {
            story_id
            for story_id, entry in self.entries.items()
            if entry.digest.partition("-")[2] != fingerprint(self.assignment(story_id))
        }
        for story_id in self.stale:
            self._shared.update(self.entries[story_id].touches.split())
        for entry in self.entries.values():
            self._note(entry)
        judged = {end[0] for judgement in self.judgements for end in (judgement.a, judgement.b)}
        for record in self._read(judged & self.entries.keys()):
            if record.story.id not in self.stale:
                self._found[record.story.id] = members(record, self.assignment(record.story.id), self.judgements)

    def _note(self, entry: StoryEntry) -> None:
        for text in entry.touches.split():
            if self._is_shared(text):
                self._touching[text].add(entry.id)

    def _is_shared(self, text: str) -> bool:
        """Whether more than one story may touch this; of all else nothing need be remembered."""
        return text[0] == "P" or text in self._shared

    def _read(self, story_ids: Collection[str]) -> list[Record]:
        return list(self.store.records(sorted(story_ids))) if story_ids else []

    def _complete(self, draft: _Draft) -> None:
        """Make the rows; stories whose resolution is out of date come along where they share an actor or event.

        Of these, the ones that are leaving go now; they come back when it is the turn of their new records.
        """
        for story_id in draft.gone:
            draft.touched.update(self.entries[story_id].touches.split())
        pending = sorted(draft.records)
        while True:
            for story_id in pending:
                rows = draft.rows[story_id] = story_rows(draft.records[story_id], self.assignment(story_id))
                draft.touched.update(touch(ref) for ref, _ in rows.facts)
                if story_id in self.entries:
                    draft.touched.update(self.entries[story_id].touches.split())
            near = (self.stale & self._touching[text] for text in draft.touched if text in self._touching)
            late = set().union(*near) - draft.changed if self.stale else set()
            if not late:
                return
            for story_id in late & self.leaving:
                draft.gone.add(story_id)
                draft.touched.update(self.entries[story_id].touches.split())
            draft.records.update((record.story.id, record) for record in self._read(late - self.leaving))
            pending = sorted(late - self.leaving)

    def _collect(self, draft: _Draft) -> dict[Ref, Counter[Fact]]:
        """Facts of everything touched, from all stories that will be in the store."""
        facts: dict[Ref, Counter[Fact]] = {}
        cold: dict[Ref, set[str]] = {}
        for text in sorted(draft.touched):
            ref = untouch(text)
            touching = self._touching.get(text, set())
            others = touching - draft.changed
            if ref in self._facts and len(others) == len(touching):
                facts[ref] = Counter(self._facts[ref])
            else:
                facts[ref] = Counter()
                if others:
                    cold[ref] = others
        self._warm(cold, facts)
        for story_id in sorted(draft.rows):
            for ref, fact in draft.rows[story_id].facts:
                facts[ref][fact] += 1
        return facts

    def _warm(self, cold: Mapping[Ref, set[str]], facts: dict[Ref, Counter[Fact]]) -> None:
        """Add what stored stories say of actors, events and places that this run has not met so far."""
        wanted = sorted(set().union(*cold.values())) if cold else []
        for start in range(0, len(wanted), 200):
            for record in self.store.records(wanted[start : start + 200]):
                for ref, fact in story_rows(record, self.assignment(record.story.id)).facts:
                    if ref in cold and record.story.id in cold[ref]:
                        facts[ref][fact] += 1

    def _judged(
        self, units: Mapping[Ref, Unit | None], found: Mapping[str, Found], gone: Collection[str]
    ) -> list[Rel] | None:
        """JUDGED relationships after the plan; None where there never were judgements."""
        if not self.judgements:
            return None
        known: Found = {}
        for story_id, some in {**self._found, **found}.items():
            if story_id not in gone:
                known.update(some)
        present = {
            ref
            for ref in judged_refs(self.judgements, known)
            if (units[ref] is not None if ref in units else self._is_there(ref))
        }
        return judged_rels(self.judgements, known, present)

    def _is_there(self, ref: Ref) -> bool:
        text = touch(ref)
        if self._is_shared(text):
            return bool(self._touching.get(text))
        return any(
            text in self.entries[story_id].touches.split() for story_id in self._found if story_id in self.entries
        )

    def _change(
        self,
        draft: _Draft,
        units: Mapping[Ref, Unit | None],
        existed: Collection[str],
        entries: Mapping[str, StoryEntry],
        judged: list[Rel] | None,
    ) -> Change:
        drop: list[Ref] = [("Story", story_id) for story_id in sorted(draft.gone)]
        prune: list[Prune] = []
        nodes: list[Node] = []
        rels: list[Rel] = []
        for story_id, entry in entries.items():
            first, *rest = draft.rows[story_id].nodes
            kept = {"record": pack_record(draft.records[story_id]), "digest": entry.digest, "touches": entry.touches}
            nodes += [Node(first.label, first.id, {**first.props, **kept}), *rest]
            rels += draft.rows[story_id].rels
        for ref, unit in units.items():
            before = touch(ref) in existed or bool(self._touching.get(touch(ref)))
            if unit is None:
                drop += [ref] if before else []
                continue
            old_node, old = self._units.get(ref, (None, {}))
            nodes += [unit[0]] if unit[0] != old_node else []
            rels += [rel for key, rel in unit[1].items() if old.get(key) != rel]
            if before and (old_node is None or old.keys() - unit[1].keys()):
                prune.append(Prune(ref, tuple("|".join(key) for key in unit[1])))
        clear = sorted(draft.changed & self.entries.keys())
        decided: dict[str, Any] = {"judgements": self.judgements, "aliases": self.aliases} if self.undrawn else {}
        return Change(
            clear=clear,
            drop=drop,
            prune=prune,
            nodes=nodes,
            rels=rels,
            judged=self._if_needed(judged, nodes, drop),
            **decided,
        )

    def _if_needed(self, judged: list[Rel] | None, nodes: Sequence[Node], drop: Sequence[Ref]) -> list[Rel] | None:
        return judged if self.undrawn or nodes or drop else None


def joined_aliases(stored: Iterable[Sequence[str]], new: Iterable[Sequence[str]]) -> list[Spellings]:
    """Aliases of a store and further ones together, sorted: it does not matter which came first."""
    return sorted({tuple(own) for own in (*stored, *new)})


def _other(rel: Rel, ref: Ref) -> Ref:
    return rel.dst if rel.src == ref else rel.src


def _entry(draft: _Draft, story_id: str, assignment: Assignment) -> StoryEntry:
    touches = sorted({touch(ref) for ref, _ in draft.rows[story_id].facts})
    return StoryEntry(story_id, digest(draft.records[story_id], assignment), " ".join(touches))


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
