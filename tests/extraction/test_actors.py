"""Rules for actors, each on a sentence of its own."""

import pytest
from spacy.language import Language

from graphkit.extraction import actors, clauses, parse, quotations
from graphkit.extraction.gazetteer import given_names, nouns, state_words, states
from graphkit.extraction.layers import Actors, Chain
from graphkit.extraction.names.likeness import same_organization, same_person


def actors_of(nlp: Language, text: str) -> Actors:
    doc = next(iter(parse.parse([text], nlp)))
    return actors.find_actors(doc, quotations.find_quotations(doc), clauses.find_clauses(doc)[0])


def chain(found: Actors, name: str) -> Chain:
    return next(c for c in found.chains if c.name == name)


def test_states_have_codes_names_and_adjectives() -> None:
    table = states()
    assert len(table) > 200
    assert all(len(code) == 2 and code.isupper() for code in table)
    assert len({state.name for state in table.values()}) == len(table)
    assert (table["GB"].name, table["GB"].adjective) == ("United Kingdom", "British")


@pytest.mark.parametrize(
    ("word", "code", "sense"),
    [
        ("Kremlin", "RU", "seat"),
        ("Washington", "US", "capital"),
        ("Kyiv", "UA", "capital"),
        ("Danes", "DK", "people"),
        ("Swiss", "CH", "adjective"),
        ("Holland", "NL", "name"),
    ],
)
def test_words_for_states_point_to_their_state(word: str, code: str, sense: str) -> None:
    known = state_words()[word]
    assert (known.code, known.sense) == (code, sense)


def test_adjectives_in_sh_and_ese_have_no_plural() -> None:
    assert "Chineses" not in state_words()
    assert "Britishs" not in state_words()


def test_given_names_know_other_languages() -> None:
    assert [given_names()[n] for n in ("volodymyr", "fatima", "recep", "ursula")] == ["m", "f", "m", "f"]


def test_nouns_that_wordnet_takes_for_people_can_be_struck() -> None:
    assert nouns()["printer"][0] == "no"
    assert nouns()["actress"] == ("person", "f")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("ann holm", "holm", True),
        ("ann holm", "eva holm", False),
        ("robert holm", "rob holm", True),
        ("erik m dahl", "erik t dahl", False),
        ("xi jinping", "xi", True),
        ("ann holm", "ann", False),
    ],
)
def test_short_forms_of_people(a: str, b: str, same: bool) -> None:
    assert same_person(tuple(a.split()), tuple(b.split())) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("norland trade organization", "nto", True),
        ("halden steel corp", "halden steel", True),
        ("ministry of fisheries", "ministry", False),
        ("tarn rangers", "rangers", True),
        ("bank of norland", "bank", False),
    ],
)
def test_short_forms_of_organisations(a: str, b: str, same: bool) -> None:
    assert same_organization(tuple(a.split()), tuple(b.split())) is same


@pytest.mark.model
def test_titles_become_roles_with_their_body(nlp: Language) -> None:
    found = actors_of(nlp, "Russian President Ivan Sokolov spoke. Sokolov left Moscow.")
    doc = next(iter(parse.parse(["Russian President Ivan Sokolov spoke. Sokolov left Moscow."], nlp)))
    person = chain(found, "Ivan Sokolov")
    assert [doc[r.start : r.end].text for r in person.roles] == ["President"]
    assert person.country == "RU"


@pytest.mark.model
def test_the_two_leaders_are_both(nlp: Language) -> None:
    found = actors_of(nlp, "Jonas Falk met Eva Brandt in Oslo. The two leaders signed a pact.")
    assert [[found.chains[c].name for c in cs] for cs in found.several.values()] == [["Jonas Falk", "Eva Brandt"]]


@pytest.mark.model
def test_it_may_stand_for_a_thing(nlp: Language) -> None:
    found = actors_of(nlp, "The bridge collapsed. It was built in 1960.")
    assert not found.chains
    assert [phrase.head for phrase in found.names.values()] == [1]


@pytest.mark.model
def test_what_cannot_be_told_stays_open(nlp: Language) -> None:
    found = actors_of(nlp, "Peter Roth met Jan Kruse. It was clear that they agreed.")
    assert 6 in found.open


@pytest.mark.model
def test_possessors_are_named_in_descriptions(nlp: Language) -> None:
    found = actors_of(nlp, "Peter Roth resigned. His lawyer said so. Kiev's troops withdrew.")
    assert {"Peter Roth's lawyer", "Ukrainian troops"} <= {c.name for c in found.chains}


@pytest.mark.model
def test_the_same_text_gives_the_same_actors(nlp: Language) -> None:
    text = "Ann Holm and Eva Berg met. She told her that the company would sue its director."
    assert actors_of(nlp, text) == actors_of(nlp, text)


@pytest.mark.model
def test_an_empty_text_has_no_actors(nlp: Language) -> None:
    assert actors_of(nlp, "").chains == ()
