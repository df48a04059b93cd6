"""Loading and retracting: the graph in a store becomes that of the records it is to hold.

Stories go in by batches, each in one transaction together with everything that is derived from it: the actors, events
and places it touches are made again from the facts of all stories that touch them. So after every transaction the
graph is that of the stories in the store, whatever was loaded before and in which order.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from graphkit.errors import OptionError, StoreLocked
from graphkit.loaders.assignment import assignments, check_covered, digest
from graphkit.loaders.draft import Plan
from graphkit.loaders.plan import Planner, joined_aliases
from graphkit.loaders.store import GraphStore, LoadReport, StaleStore
from graphkit.model import Judgement, Record, Resolved

ROWS_PER_BATCH = 20_000
"""Mentions, triples and actors after which a batch is written: it bounds memory and the size of a transaction."""

_RETRIES = 100
_MOVED = 50
"""Stories that are moved in one transaction, with those that share a moved actor or event."""

Progress = Callable[[int, int], None]
"""Called with the number of stories dealt with so far, and of all; 0 where that is not known."""

Resolve = Callable[[Iterable[Record]], Sequence[Resolved]]


def load(
    store: GraphStore,
    records: Iterable[Record],
    resolution: Iterable[Resolved],
    *,
    judgements: Sequence[Judgement] = (),
    aliases: Sequence[Sequence[str]] = (),
    replace: bool = False,
    progress: Progress | None = None,
) -> LoadReport:
    """Report of loading the records; loading them again changes nothing.

    A story that is in the store already gets the new record, unless that was made by an older version of graphkit.

    Parameters
    ----------
    records
        Gone through twice: an iterator is read into memory, anything else (a list, a class that reads a file) is not.
    resolution
        What `graphkit.resolution.resolve` says of the store's records and the new ones together.
    judgements
        Added to those of the store; one is taken back by another with the verdict "undo".
    aliases
        Added to those of the store, which keeps them for later resolutions: each a name and then other spellings.
    replace
        Take the new record even where the store has one of a newer version.
    progress
        Called after each batch.

    Raises
    ------
    ResolutionError
        The resolution does not cover the store's stories and the new ones.
    """
    given = list(records) if isinstance(records, Iterator) else records
    planner = Planner(store, assignments(resolution), judgements, joined_aliases((), aliases))
    run = _Run(store, planner, replace=replace)
    total = run.survey(given)
    store.ensure_schema()
    done = 0
    for batch in _batches(given):
        run.load(batch)
        done += len(batch)
        if progress is not None:
            progress(done, total)
    run.settle()
    store.flush()
    return run.report()


def retract(store: GraphStore, story_ids: Iterable[str], *, resolve: Resolve) -> LoadReport:
    """Report of taking stories out of the store, and with them exactly what only they supported.

    Parameters
    ----------
    resolve
        Function from records to their resolution, called with the records of the stories that stay.

    Raises
    ------
    OptionError
        A story is not in the store; nothing is retracted then.
    """
    gone = sorted(set(story_ids))
    present = {entry.id for entry in store.index()}
    unknown = [story_id for story_id in gone if story_id not in present]
    if unknown:
        raise OptionError(
            f"story {unknown[0]} is not in {store.url} ({len(unknown)} such of {len(gone)}); nothing was retracted"
        )
    table = assignments(resolve(store.records(sorted(present - set(gone)))))
    run = _Run(store, Planner(store, table, ()), replace=False)
    run.retract(gone)
    run.settle()
    store.flush()
    return run.report()


class _Run:
    """One run of loading: the planner, and what was done so far."""

    def __init__(self, store: GraphStore, planner: Planner, *, replace: bool) -> None:
        self.store = store
        self.replace = replace
        self.planner = planner
        self.before = frozenset(self.planner.entries)
        self.given: set[str] = set()
        self.put: set[str] = set()
        self.written = {"nodes_written": 0, "edges_written": 0}

    def survey(self, records: Iterable[Record]) -> int:
        """Number of the records; checks before anything is written that the resolution covers what will be there."""
        total = 0
        for record in records:
            total += 1
            if self._wins(record, None):
                check_covered(record, self.planner.assignment(record.story.id))
                self.planner.leaving.add(record.story.id)
        self.planner.check_covered()
        return total

    def load(self, batch: Sequence[Record]) -> None:
        """Load records in one transaction."""

        def plan() -> Plan:
            chosen: dict[str, Record] = {}
            for record in batch:
                if self._wins(record, chosen.get(record.story.id)):
                    chosen[record.story.id] = record
            return self.planner.plan(put=chosen)

        self.given.update(record.story.id for record in batch)
        self._apply(plan)

    def retract(self, story_ids: Sequence[str]) -> None:
        """Take stories out in one transaction."""
        self.planner.leaving.update(story_ids)
        self.planner.check_covered()
        self._apply(lambda: self.planner.plan(remove=[i for i in story_ids if i in self.planner.entries]))

    def settle(self) -> None:
        """Bring stories along whose actors or events have become others, and draw the judgements."""
        while self.planner.stale or self.planner.undrawn:
            self._apply(lambda: self.planner.plan(move=sorted(self.planner.stale)[:_MOVED]))

    def report(self) -> LoadReport:
        """What was done, and what the store holds now."""
        return LoadReport(
            created=len(self.put - self.before),
            updated=len(self.put & self.before),
            unchanged=len(self.given - self.put),
            removed=len(self.before - self.planner.entries.keys()),
            **self.written,
            counts=self.store.counts(),
        )

    def _apply(self, make: Callable[[], Plan]) -> None:
        """Apply a plan; make it again if somebody else has written in the meantime."""
        for _ in range(_RETRIES):
            plan = make()
            if plan.is_empty:
                return
            try:
                self.store.apply(plan.change, expect=self.planner.revision)
            except StaleStore:
                self.planner.refresh()
                self.planner.check_covered()
                continue
            self.planner.applied(plan)
            self.put |= plan.entries.keys()
            self.written["nodes_written"] += len(plan.change.nodes)
            self.written["edges_written"] += len(plan.change.rels) + len(plan.change.judged or ())
            return
        raise StoreLocked(
            f"{self.store.url}: others wrote to it all the time ({_RETRIES} attempts); load again when they are done"
        )

    def _wins(self, record: Record, chosen: Record | None) -> bool:
        """Whether a record takes the place of what is there: of another of this batch, else of that in the store."""
        story_id = record.story.id
        if chosen is None:
            entry = self.planner.entries.get(story_id)
            if entry is None:
                return True
            if digest(record, self.planner.assignment(story_id)).split("-")[0] == entry.digest.split("-")[0]:
                return False
            chosen = next(self.store.records([story_id]))
        return wins(record, chosen, replace=self.replace)


def wins(record: Record, there: Record, *, replace: bool = False) -> bool:
    """Whether a record takes the place of another of its story: one of an older version only with `replace`."""
    return replace or version(record.version) >= version(there.version)


def version(text: str) -> tuple[int, ...]:
    """First dotted number of a text, as numbers that compare.

    Examples
    --------
    >>> version("graphkit 0.10.2, spaCy 3.8.7") > version("graphkit 0.9, spaCy 4")
    True
    """
    match = re.search(r"\d+(?:\.\d+)*", text)
    return tuple(int(part) for part in match.group().split(".")) if match else ()


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    batch: list[Record] = []
    size = 0
    for record in records:
        batch.append(record)
        size += 1 + len(record.actors) + 3 * len(record.mentions)
        if size >= ROWS_PER_BATCH:
            yield sorted(batch, key=lambda record: record.story.id)
            batch, size = [], 0
    if batch:
        yield sorted(batch, key=lambda record: record.story.id)
