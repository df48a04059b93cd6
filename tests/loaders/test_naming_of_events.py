"""Names of events that have none, and of the rows of a story."""

import strategies
import synthetic

from graphkit.loaders import Node, graph
from graphkit.loaders.naming import cut, event_name, present


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
