"""What resolution promises whatever the records: order does not matter, every member once, undo undoes."""

import pytest
import strategies
import synthetic
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.errors import ResolutionError
from graphkit.model import Judgement, Record
from graphkit.resolution import resolve

WORLD = [strategies.record(seed, sentences=3) for seed in range(12)]
ENDS = [(r.story.id, a.mentions[0].span, a.name) for r in WORLD for a in r.actors if a.mentions]


def together(records: list[Record], judgements: list[Judgement], a: int, b: int) -> bool:
    """Whether the actors of two ends are one."""
    owner = {m: line.id for line in resolve(records, judgements=judgements) for m in line.members}
    ids = []
    for story, span, _ in (ENDS[a], ENDS[b]):
        record = next(r for r in records if r.story.id == story)
        actor = next(x for x in record.actors if any(m.span == span for m in x.mentions))
        ids.append(owner[story, actor.id])
    return ids[0] == ids[1]


def judged(verdict: str, a: int, b: int) -> Judgement:
    return Judgement(verdict=verdict, kind="actor", a=ENDS[a], b=ENDS[b])  # type: ignore[arg-type]


@given(st.permutations(WORLD))
@settings(max_examples=15, deadline=None, derandomize=True)
def test_order_of_records_does_not_matter(records: list[Record]) -> None:
    assert resolve(records) == resolve(WORLD)


@given(st.lists(st.sampled_from(WORLD), unique_by=lambda r: r.story.id))
@settings(max_examples=15, deadline=None, derandomize=True)
def test_every_actor_and_event_is_in_one_line_and_ids_are_unique(records: list[Record]) -> None:
    lines = resolve(records)
    for kind in ("actor", "event"):
        found = sorted(m for line in lines if line.kind == kind for m in line.members)
        things = [(r.story.id, x.id) for r in records for x in (r.actors if kind == "actor" else r.events)]
        assert found == sorted(things)
    ids = [line.id for line in lines]
    assert len(ids) == len(set(ids))


@given(st.integers(0, len(ENDS) - 1), st.integers(0, len(ENDS) - 1))
@settings(max_examples=15, deadline=None, derandomize=True)
def test_judgements_hold_and_undo_is_as_if_never_judged(a: int, b: int) -> None:
    plain = resolve(WORLD)
    if a == b:
        return
    assert together(WORLD, [judged("same", a, b)], a, b)
    if ENDS[a][0] != ENDS[b][0]:
        assert not together(WORLD, [judged("different", a, b)], a, b)
    assert resolve(WORLD, judgements=[judged("same", a, b), judged("undo", a, b)]) == plain
    assert resolve(WORLD, judgements=[judged("different", a, b), judged("undo", b, a)]) == plain


def test_a_contradiction_is_refused_with_its_chain() -> None:
    a, b, c = 0, len(ENDS) // 2, len(ENDS) - 1
    with pytest.raises(ResolutionError, match=r"also the same: .* = .*; .* = "):
        resolve(WORLD, judgements=[judged("same", a, b), judged("same", b, c), judged("different", a, c)])


def test_unsure_changes_nothing() -> None:
    assert resolve(WORLD, judgements=[judged("unsure", 0, len(ENDS) - 1)]) == resolve(WORLD)


def test_why_points_to_members_of_the_line() -> None:
    for line in resolve(WORLD):
        assert all(0 <= i < j < len(line.members) for i, j in (why.members for why in line.why))
        assert line.kind == "story" or len(line.why) == len(line.members) - 1


def test_a_world_of_many_stories_is_resolved_at_all() -> None:
    records = list(synthetic.records(60))
    assert sum(len(line.members) for line in resolve(records) if line.kind == "actor") == sum(
        len(r.actors) for r in records
    )
