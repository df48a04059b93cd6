"""Names of events that have none, and of the rows of a story."""

import pytest
import strategies
import synthetic
from spacy.language import Language

from graphkit.extraction import pipeline
from graphkit.loaders import Node, Rel, graph
from graphkit.loaders.naming import cut, event_name, present
from graphkit.model import make_story


def test_verbs_in_the_third_person() -> None:
    verbs = ["meet", "carry out", "pass", "go", "be", "have", "decline to join", "fix", "pay"]
    assert [present(verb) for verb in verbs] == [
        "meets", "carries out", "passes", "goes", "is", "has", "declines to join", "fixes", "pays",
    ]  # fmt: skip
    assert [present(verb, plural=True) for verb in ("meet", "be")] == ["meet", "are"]


def test_name_of_a_long_list_is_cut_short() -> None:
    assert event_name("meet", list("ABCDE"), [], []) == "A, B and 3 others meet"
    assert len(cut("word " * 100)) <= 120


def test_every_node_of_many_records_has_id_and_name() -> None:
    records = list(synthetic.records(20))
    nodes = [thing for thing in graph(records, strategies.resolved(records)) if isinstance(thing, Node)]
    assert all(node.props["id"] == node.id and node.props["name"] for node in nodes)
    assert len({node.id for node in nodes}) == len(nodes)


@pytest.mark.model
def test_who_is_accused_of_poisoning_has_no_asserted_edge(nlp: Language) -> None:
    story = make_story("Karl Brandt was accused of poisoning Ines Roth. Olga Berg attacked Tom Frey.")
    records = list(pipeline.records([story], nlp))
    rels = [thing for thing in graph(records, strategies.resolved(records)) if isinstance(thing, Rel)]
    asserted = {(e.props["predicate"], e.props["asserted"]) for e in rels if "asserted" in e.props}
    assert ("poison", False) in asserted
    assert ("poison", True) not in asserted
    assert ("attack", True) in asserted
