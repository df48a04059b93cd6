"""Events of a story: nominal and named ones, participants, which mentions are one event."""

import pytest
from event_cases import floors, layers, nominal_right, participants_right, rows
from spacy.language import Language

from graphkit.extraction.events.families import family
from graphkit.extraction.events.naming import third_person
from graphkit.extraction.events.nouns import EVENT_SHARE, event_noun


def test_things_are_no_events() -> None:
    assert [
        noun for noun in ("killing", "table", "cable", "earthquake", "teacher") if event_noun(noun) >= EVENT_SHARE
    ] == [
        "killing",
        "earthquake",
    ]


def test_verbs_and_their_nouns_are_one_family() -> None:
    assert family("invade") == family("invasion")
    assert family("visit") != family("vote")


def test_events_are_named_in_the_present() -> None:
    assert third_person("deny") == "denies"


@pytest.mark.model
def test_the_killing_is_the_event_told_before(nlp: Language) -> None:
    text = "Gunmen killed the senator Anna Holm in Oslo on Friday. The killing shocked Norway."
    [found] = layers([text], nlp)
    chains = {
        found.doc[found.events.mentions[i].head].text: n for n, c in enumerate(found.events.chains) for i in c.mentions
    }
    assert chains["killed"] == chains["killing"]


@pytest.mark.model
def test_two_victims_are_two_events(nlp: Language) -> None:
    text = "A gunman killed Anna Holm on Friday. Another gunman killed Jon Berg on Sunday."
    [found] = layers([text], nlp)
    heads = [i for i, m in enumerate(found.events.mentions) if found.doc[m.head].text == "killed"]
    assert not any(set(heads) <= set(chain.mentions) for chain in found.events.chains)


@pytest.mark.model
def test_speech_at_a_summit_is_a_mention_of_the_summit(nlp: Language) -> None:
    [found] = layers(["Anna Holm addressed the Geneva summit on Friday."], nlp)
    [chain] = [c for c in found.events.chains if c.named]
    assert chain.name == "Geneva summit"
    assert {found.events.mentions[i].type for i in chain.mentions} == {"STATEMENT", "CONSULT"}


@pytest.mark.model
def test_passive_subject_is_the_recipient(nlp: Language) -> None:
    [found] = layers(["Jon Berg was pardoned by Anna Holm."], nlp)
    [mention] = [m for m in found.events.mentions if m.type == "CONCEDE"]
    assert {p.role: found.doc[p.phrase.head].text for p in mention.participants} == {
        "actor": "Holm",
        "recipient": "Berg",
    }


@pytest.mark.model
def test_nominal_and_named_events_are_right(nlp: Language) -> None:
    cases = rows("nominals")
    right = [
        nominal_right(found, case) for case, found in zip(cases, layers([c["text"] for c in cases], nlp), strict=True)
    ]
    assert sum(right) / len(right) >= floors()["nominals"], [
        c["id"] for c, ok in zip(cases, right, strict=True) if not ok
    ]


@pytest.mark.model
def test_participants_are_right(nlp: Language) -> None:
    cases = rows("participants")
    found = layers([c["text"] for c in cases], nlp)
    right = [participants_right(own, case) for case, own in zip(cases, found, strict=True)]
    assert sum(right) / len(right) >= floors()["participants"], [
        c["id"] for c, ok in zip(cases, right, strict=True) if not ok
    ]
