"""The law with judgements, aliases and the real resolver: whatever the order, the parts and what was taken back."""

from collections.abc import Mapping

import pytest
import strategies
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule, run_state_machine_as_test
from storetools import KINDS
from test_store_laws import Loading

from graphkit import api
from graphkit.errors import ResolutionError
from graphkit.loaders.loading import version
from graphkit.model import Judgement, Record, Resolved
from graphkit.resolution import resolve


class Judging(Loading):
    """Loads, retractions, judgements and aliases, through the verbs that users call."""

    @initialize()
    def begin(self) -> None:
        super().begin()
        self.aliases: list[tuple[str, str]] = []

    def resolution(self) -> list[Resolved]:
        return self.resolved(self.records)

    def resolved(self, records: Mapping[str, Record], *more: Judgement) -> list[Resolved]:
        aliases = sorted(set(self.aliases))
        return resolve(records.values(), judgements=[*self.judgements, *more], aliases=aliases)

    def contradicts(self, records: Mapping[str, Record], *more: Judgement) -> bool:
        try:
            self.resolved(records, *more)
        except ResolutionError:
            return True
        return False

    @rule(new=strategies.records(), replace=st.booleans())
    def load(self, new: list[Record], replace: bool) -> None:
        after = dict(self.records)
        for record in new:
            old = after.get(record.story.id)
            if old is None or replace or version(record.version) >= version(old.version):
                after[record.story.id] = record
        if not self.contradicts(after):
            self.records = after
            api.load(self.store, new, replace=replace)

    @rule(data=st.data())
    def retract(self, data: st.DataObject) -> None:
        if not self.records:
            return
        gone = data.draw(st.lists(st.sampled_from(sorted(self.records)), min_size=1, max_size=3, unique=True))
        for story_id in gone:
            del self.records[story_id]
        api.retract(self.store, gone)

    @rule(new=strategies.judgements(), undo=st.booleans())
    def judge(self, new: Judgement, undo: bool) -> None:
        made = [new]
        if undo:
            made.append(Judgement(verdict="undo", kind=new.kind, a=new.a, b=new.b))
        made = [judgement for judgement in made if judgement not in self.judgements]
        if self.contradicts(self.records, *made):
            return
        self.judgements += made
        api.load(self.store, [], judgements=made)

    @rule(new=strategies.aliases())
    def spell(self, new: tuple[str, str]) -> None:
        self.aliases.append(new)
        if self.contradicts(self.records):
            self.aliases.pop()
        else:
            api.load(self.store, [], aliases=[new])


@pytest.mark.parametrize("kind", KINDS)
def test_graph_is_a_function_of_records_judgements_and_aliases_as_resolved(kind: str) -> None:
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
