"""Denial by somebody, plain negation and condition are told apart; the act of denying belongs to what is denied."""

from typing import Any

import pytest

from graphkit.page.content import STATUSES, Claim, status_of
from graphkit.page.denials import with_denials

BISHOP, MAYOR = 0, 1
SENTENCE = "The bishop denied that he had sold the chapel."


def claim(predicate: str, sentence: str, said: int | None = None, doer: int | None = None, **facts: Any) -> Claim:
    facts = {"predicate": predicate, "sentence": sentence, "quoted": "none" if said is None else "indirect"} | facts
    at = sentence.find(facts.get("trigger", "") or predicate[:4])
    trigger = (at, sentence.find(" ", at) if " " in sentence[at:] else len(sentence))
    parts = () if doer is None else (("actor", doer, "", -1, -1),)
    return Claim(0, 0, facts, status_of(facts), () if said is None else (said,), parts, trigger)


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"polarity": "negative", "quoted": "indirect", "tense": "past"}, "denied"),
        ({"polarity": "negative", "quoted": "direct", "tense": "present"}, "denied"),
        ({"polarity": "negative", "quoted": "none", "tense": "past"}, "negated"),
        ({"polarity": "negative", "quoted": "indirect", "tense": "future"}, "negated"),
        ({"polarity": "negative", "certainty": "possible", "quoted": "indirect"}, "possible"),
        ({"polarity": "positive", "tense": "future"}, "planned"),
        ({}, "asserted"),
    ],
)
def test_standing_of_a_mention(facts: dict[str, str], status: str) -> None:
    assert STATUSES[status_of(facts)] == status


def test_the_act_and_what_is_denied_have_the_same_denier() -> None:
    act = claim("deny", SENTENCE, doer=BISHOP)
    sold = claim("sell", SENTENCE, said=BISHOP, polarity="negative", trigger="sold")
    act, sold = with_denials([act, sold])
    assert (act.denying, act.denier, STATUSES[act.status]) == (True, BISHOP, "asserted")
    assert (sold.outright, sold.denier, STATUSES[sold.status]) == (True, BISHOP, "denied")


def test_what_is_denied_of_the_future_is_denied_too() -> None:
    sentence = "The mayor denied that taxes would rise."
    act = claim("deny", sentence, doer=MAYOR)
    rise = claim("rise", sentence, said=MAYOR, polarity="negative", tense="future")
    assert STATUSES[with_denials([act, rise])[1].status] == "denied"


def test_another_speaker_of_the_sentence_denies_nothing_outright() -> None:
    sentence = "The bishop denied the sale, but had not paid, the mayor said."
    act = claim("deny", sentence, doer=BISHOP)
    paid = claim("pay", sentence, said=MAYOR, polarity="negative", trigger="paid")
    found = with_denials([act, paid])[1]
    assert (found.outright, found.denier) == (False, MAYOR)


@pytest.mark.parametrize(
    ("predicate", "sentence", "denies"),
    [
        ("reject", "The bishop rejected the latest accusations.", True),
        ("dismiss", "The bishop dismissed the report as gossip.", True),
        ("reject", "The bishop rejected the mayor's offer.", False),
        ("refuse", "The bishop refused to answer.", False),
        ("dispute", "The bishop disputed the figure.", True),
    ],
)
def test_denying_is_of_what_was_said(predicate: str, sentence: str, denies: bool) -> None:
    assert with_denials([claim(predicate, sentence, doer=BISHOP)])[0].denying is denies


def test_to_deny_somebody_a_thing_is_no_denial() -> None:
    act = claim("deny", "The mayor denied the bishop a permit.", doer=MAYOR)
    refused = Claim(0, 0, act.facts, 0, (), (*act.parts, ("recipient", BISHOP, "", -1, -1)), act.trigger)
    assert not with_denials([refused])[0].denying


@pytest.mark.parametrize(
    ("sentence", "outright"),
    [
        ("The bishop has always denied that he sold the chapel.", True),
        ("Denying that he sold the chapel, the bishop left.", True),
        ("The bishop said that he never sold the chapel.", False),
    ],
)
def test_the_verb_tells_a_denial_where_no_act_was_found(sentence: str, outright: bool) -> None:
    sold = claim("sell", sentence, said=BISHOP, polarity="negative", trigger="sold")
    assert with_denials([sold])[0].outright is outright
