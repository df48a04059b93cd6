"""The law with judgements and the real resolver: any order, in parts, taken back and undone, the graph is the same."""

import pytest
import strategies
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test
from storetools import KINDS
from test_store_laws import Loading

from graphkit.errors import ResolutionError
from graphkit.loaders import load, retract
from graphkit.model import Judgement, Record, Resolved
from graphkit.resolution import resolve


class Judging(Loading):
    """Loads, retractions and judgements, all of them resolved by what users run."""

    def resolution(self) -> list[Resolved]:
        return resolve(self.records.values(), judgements=self.judgements)

    def contradicts(self, records: list[Record], judgements: list[Judgement]) -> bool:
        try:
            resolve(records, judgements=judgements)
        except ResolutionError:
            return True
        return False

    @rule(new=strategies.records(), replace=st.booleans())
    def load(self, new: list[Record], replace: bool) -> None:
        after = {**self.records, **{record.story.id: record for record in new}}
        if not self.contradicts(list(after.values()), self.judgements):
            super().load(new, replace)

    @rule(data=st.data())
    def retract(self, data: st.DataObject) -> None:
        if not self.records:
            return
        gone = data.draw(st.lists(st.sampled_from(sorted(self.records)), min_size=1, max_size=3, unique=True))
        for story_id in gone:
            del self.records[story_id]
        retract(self.store, gone, resolve=lambda left: resolve(left, judgements=self.judgements))

    @rule(new=strategies.judgements(), undo=st.booleans())
    def judge(self, new: Judgement, undo: bool) -> None:
        made = [new]
        if undo:
            made.append(Judgement(verdict="undo", kind=new.kind, a=new.a, b=new.b))
        made = [judgement for judgement in made if judgement not in self.judgements]
        if self.contradicts(list(self.records.values()), [*self.judgements, *made]):
            return
        self.judgements += made
        load(self.store, [], self.resolution(), judgements=made)


@pytest.mark.parametrize("kind", KINDS)
def test_graph_is_a_function_of_records_and_judgements_as_resolved(kind: str) -> None:
    machine = type("JudgingOf", (Judging,), {"kind": kind})
    server = kind.startswith("neo4j")
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=4 if server else 8,
            stateful_step_count=8,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
