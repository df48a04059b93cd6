"""What has to change in a store so that its graph is that of its records: worked out before anything is written."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from graphkit.loaders.assignment import Assignment, check_covered, digest, fingerprint
from graphkit.loaders.draft import Draft, Plan
from graphkit.loaders.facts import touch
from graphkit.loaders.judged import Found, judged_refs, judged_rels
from graphkit.loaders.packing import pack_record
from graphkit.loaders.rows import StoryRows, members, story_rows
from graphkit.loaders.store import Change, GraphStore, Node, Prune, Ref, Rel, Spellings, StoryEntry
from graphkit.loaders.touched import Touched, Unit, units_of
from graphkit.model import Judgement, Record


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
        self._touched = Touched(table)
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
        self._touched.clear()
        self._found.clear()
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
        draft = Draft(dict(put or {}), set(remove))
        draft.records.update((r.story.id, r) for r in self._read(set(move) - draft.records.keys()))
        self._complete(draft)
        facts = self._touched.collect(draft.touched, draft.rows, draft.changed, self._stored)
        existed = {
            t for story_id in draft.changed & self.entries.keys() for t in self.entries[story_id].touches.split()
        }
        units = units_of(facts)
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
            self._touched.remove(self.entries.pop(story_id))
        for story_id, entry in plan.entries.items():
            self.entries[story_id] = entry
            self._touched.add(entry)
        self.stale -= plan.removed | plan.entries.keys()
        self.leaving -= plan.entries.keys()
        for story_id in plan.removed:
            self._found.pop(story_id, None)
        self._found.update((story_id, found) for story_id, found in plan.found.items() if found)
        self._touched.keep(plan.facts, plan.units)
        self.undrawn = False

    def _join_stored(self) -> None:
        """Put the judgements and aliases of the store before ours."""
        stored, names = self.store.judgements(), self.store.aliases()
        known = set(stored)
        self.judgements = stored + [j for j in self.judgements if j not in known]
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
            self._touched.share(self.entries[story_id].touches.split())
        for entry in self.entries.values():
            self._touched.add(entry)
        judged = {end[0] for judgement in self.judgements for end in (judgement.a, judgement.b)}
        for record in self._read(judged & self.entries.keys()):
            if record.story.id not in self.stale:
                self._found[record.story.id] = members(record, self.assignment(record.story.id), self.judgements)

    def _read(self, story_ids: Collection[str]) -> list[Record]:
        return list(self.store.records(sorted(story_ids))) if story_ids else []

    def _stored(self, story_ids: Sequence[str]) -> Iterator[tuple[str, StoryRows]]:
        for record in self.store.records(story_ids):
            yield record.story.id, story_rows(record, self.assignment(record.story.id))

    def _complete(self, draft: Draft) -> None:
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
            near = (self.stale.intersection(self._touched.stories(text)) for text in draft.touched)
            late = set().union(*near) - draft.changed if self.stale else set()
            if not late:
                return
            for story_id in late & self.leaving:
                draft.gone.add(story_id)
                draft.touched.update(self.entries[story_id].touches.split())
            draft.records.update((record.story.id, record) for record in self._read(late - self.leaving))
            pending = sorted(late - self.leaving)

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
        if self._touched.is_shared(text):
            return bool(self._touched.stories(text))
        return any(
            text in self.entries[story_id].touches.split() for story_id in self._found if story_id in self.entries
        )

    def _change(
        self,
        draft: Draft,
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
            before = touch(ref) in existed or bool(self._touched.stories(touch(ref)))
            if unit is None:
                drop += [ref] if before else []
                continue
            old_node, old = self._touched.unit(ref) or (None, {})
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
            judged=judged if self.undrawn or nodes or drop else None,
            **decided,
        )


def joined_aliases(stored: Iterable[Sequence[str]], new: Iterable[Sequence[str]]) -> list[Spellings]:
    """Aliases of a store and further ones together, sorted: it does not matter which came first."""
    return sorted({tuple(own) for own in (*stored, *new)})


def _entry(draft: Draft, story_id: str, assignment: Assignment) -> StoryEntry:
    touches = sorted({touch(ref) for ref, _ in draft.rows[story_id].facts})
    return StoryEntry(story_id, digest(draft.records[story_id], assignment), " ".join(touches))
