"""Hard pairs of names and of events through the real pipeline; linguists edit tests/cases/*_pairs.jsonl."""

import pairtools
import pytest


@pytest.mark.model
@pytest.mark.parametrize(
    ("area", "kind", "key"), [("name_pairs", "actor", "name"), ("event_pairs", "event", "trigger")]
)
def test_share_of_pairs_that_are_right(area: str, kind: str, key: str) -> None:
    wrong = []
    merged = 0
    cases = pairtools.cases(f"{area}.jsonl")
    for case in cases:
        sides = [case["a"], case["b"]]
        found = pairtools.one(kind, pairtools.records(sides), [side[key] for side in sides])
        if found != case["same"]:
            wrong.append(case["id"])
            merged += found is True
    assert 1 - len(wrong) / len(cases) >= pairtools.floor(area), wrong
    assert merged <= max(1, 0.03 * len(cases)), wrong
