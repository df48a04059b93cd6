"""Factuality: polarity, certainty and tense of an event, on small parses; cases by the model."""

import json
from pathlib import Path

import pytest
from doctools import parsed
from spacy.language import Language
from spacy.tokens import Doc

from graphkit.extraction import parse
from graphkit.extraction.factuality import judge
from graphkit.extraction.layers import Factuality

CASES = Path(__file__).parent.parent / "cases"

DECLINED = """
    Oslo     NNP nsubj 1
    declined VBD ROOT  1
    to       TO  aux   3
    endorse  VB  xcomp 1
    it       PRP dobj  3
"""


def token(doc: Doc, trigger: str) -> int:
    """Token of ``word`` or ``word#n``, the n-th time it stands there."""
    word, _, number = trigger.partition("#")
    return [t.i for t in doc if t.text.casefold() == word.casefold()][int(number or 1) - 1]


def test_what_is_declined_did_not_happen() -> None:
    assert judge(parsed(DECLINED), 3) == Factuality("negative", "certain", "past")


def test_declining_is_an_act_by_itself_where_it_is_in_the_chain() -> None:
    assert judge(parsed(DECLINED), 3, chain=(1, 3)) == Factuality("positive", "certain", "past")


def test_plan_in_the_chain_leaves_the_event_open() -> None:
    doc = parsed(
        """
        Oslo  NNP nsubj 1
        plans VBZ ROOT  1
        to    TO  aux   3
        leave VB  xcomp 1
        """
    )
    assert judge(doc, 3, chain=(1, 3)).hypothetical


@pytest.mark.parametrize(
    ("helper", "tag", "dep", "expected"),
    [
        ("not", "RB", "neg", Factuality("negative", "certain", "past")),
        ("will", "MD", "aux", Factuality("positive", "certain", "future")),
        ("may", "MD", "aux", Factuality("positive", "possible", "future")),
        ("reportedly", "RB", "advmod", Factuality("positive", "probable", "past")),
    ],
)
def test_own_words_of_the_verb(helper: str, tag: str, dep: str, expected: Factuality) -> None:
    doc = parsed(f"Oslo NNP nsubj 2\n{helper} {tag} {dep} 2\nwithdrew VBD ROOT 2")
    assert judge(doc, 2) == expected


def test_clause_of_a_saying_is_as_real_as_it_says_itself() -> None:
    doc = parsed("Oslo NNP nsubj 1\nsaid VBD ROOT 1\ntroops NNS nsubj 3\nleft VBD ccomp 1")
    assert judge(doc, 3) == Factuality("positive", "certain", "past")


@pytest.mark.model
def test_cases_of_factuality(nlp: Language) -> None:
    rows = [json.loads(line) for line in (CASES / "factuality.jsonl").read_text(encoding="utf-8").splitlines()]
    floor = json.loads((CASES / "floors.json").read_text(encoding="utf-8"))["factuality"]
    missed = []
    for row, doc in zip(rows, parse.parse([row["text"] for row in rows], nlp), strict=True):
        expected = Factuality(row["polarity"], row["certainty"], row["tense"])
        if judge(doc, token(doc, row["trigger"])) != expected:
            missed.append(row["id"])
    assert 1 - len(missed) / len(rows) >= floor, missed
