"""Hard pairs of names and of events through the real pipeline; linguists edit tests/cases/*_pairs.jsonl."""

import pairtools
import pytest

KEYS = [("name_pairs", "actor", "name"), ("event_pairs", "event", "trigger")]


@pytest.mark.model
@pytest.mark.parametrize("folder", ["", "heldout/"])
@pytest.mark.parametrize(("area", "kind", "key"), KEYS)
def test_share_of_pairs_that_are_right(folder: str, area: str, kind: str, key: str) -> None:
    wrong = []
    merged = 0
    cases = pairtools.cases(f"{folder}{area}.jsonl")
    for case in cases:
        sides = [case["a"], case["b"]]
        found = pairtools.one(kind, pairtools.records(sides), [side[key] for side in sides])
        if found != case["same"]:
            wrong.append(case["id"])
            merged += found is True
    share = 1 - len(wrong) / len(cases)
    assert share >= pairtools.floor(area, folder), (round(share, 3), merged, "" if folder else wrong)
    assert merged <= max(1, pairtools.merged_at_most(area, folder) * len(cases)), (merged, "" if folder else wrong)


@pytest.mark.model
@pytest.mark.parametrize("folder", ["", "heldout/"])
def test_people_of_many_affairs_are_told_apart(folder: str) -> None:
    total, wrong, merged = pairtools.affair_pairs(pairtools.cases(f"{folder}affairs.jsonl"))
    share = 1 - len(wrong) / total
    assert share >= pairtools.floor("affairs", folder), (round(share, 3), merged, "" if folder else wrong)
    assert merged <= pairtools.merged_at_most("affairs", folder) * total, (merged, "" if folder else wrong)
