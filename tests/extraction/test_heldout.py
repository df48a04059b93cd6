"""The held-out cases, written without sight of the rules: the share right must not fall below what was reached."""

import json
from pathlib import Path

import pytest
from judging import JUDGES, wrong_cases
from spacy.language import Language

HELDOUT = Path(__file__).parents[1] / "cases" / "heldout"
FLOORS = json.loads((HELDOUT / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.model
@pytest.mark.parametrize("area", JUDGES)
def test_share_of_heldout_cases_right_is_not_below_the_floor(area: str, nlp: Language) -> None:
    cases = [json.loads(line) for line in (HELDOUT / f"{area}.jsonl").read_text(encoding="utf-8").splitlines()]
    wrong = wrong_cases(area, cases, nlp)
    assert 1 - len(wrong) / len(cases) >= FLOORS[area], "\n".join(f"{own}: {faults}" for own, faults in wrong.items())
