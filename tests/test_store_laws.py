"""The law: the graph is a function of the records and judgements, never of how they came in."""

import tempfile
from pathlib import Path

import pytest
import strategies
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from storetools import KINDS, lines, opener

from graphkit.loaders import graph, load, retract
from graphkit.loaders.graph_file import line_of
from graphkit.loaders.loading import version
from graphkit.model import Judgement, Record, Resolved


class Loading(RuleBasedStateMachine):
    """Whatever is loaded, loaded again, replaced, retracted or judged, in any order."""

    kind = "networkx"

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.open = opener(self.kind, Path(self.folder.name))
        self.store = self.open()
        self.records: dict[str, Record] = {}
        self.judgements: list[Judgement] = []

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    def resolution(self) -> list[Resolved]:
        return strategies.resolved(self.records.values(), self.judgements)

    @rule(new=strategies.records(), replace=st.booleans())
    def load(self, new: list[Record], replace: bool) -> None:
        for record in new:
            old = self.records.get(record.story.id)
            if old is None or replace or version(record.version) >= version(old.version):
                self.records[record.story.id] = record
        load(self.store, new, self.resolution(), judgements=self.judgements, replace=replace)

    @precondition(lambda self: self.records)
    @rule(data=st.data())
    def retract(self, data: st.DataObject) -> None:
        gone = data.draw(st.lists(st.sampled_from(sorted(self.records)), min_size=1, max_size=3, unique=True))
        for story_id in gone:
            del self.records[story_id]
        retract(self.store, gone, resolve=lambda left: strategies.resolved(left, self.judgements))

    @rule(new=strategies.judgements())
    def judge(self, new: Judgement) -> None:
        if new not in self.judgements:
            self.judgements.append(new)
        load(self.store, [], self.resolution(), judgements=[new])

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = self.open()

    @invariant()
    def is_the_graph_of_what_is_left(self) -> None:
        if hasattr(self, "store"):
            once = graph(self.records.values(), self.resolution(), judgements=self.judgements)
            assert lines(self.store) == [line_of(thing) for thing in once]


@pytest.mark.parametrize("kind", KINDS)
def test_graph_is_a_function_of_records_and_judgements(kind: str) -> None:
    machine = type("LoadingOf", (Loading,), {"kind": kind})
    server = kind.startswith("neo4j")
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=6 if server else 60,
            stateful_step_count=8 if server else 12,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_order_of_records_does_not_matter() -> None:
    pool = list(strategies.POOL)
    made = [line_of(thing) for thing in graph(pool, strategies.resolved(pool))]
    assert [line_of(thing) for thing in graph(pool[::-1], strategies.resolved(pool[::-1])[::-1])] == made
