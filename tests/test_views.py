"""Networks of actors for analysis."""

import networkx as nx
import pytest

from graphkit.errors import OptionError
from graphkit.views import actor_network, networks_by_period


def small() -> "nx.MultiDiGraph[str]":
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for own in ("a1", "a2", "a3"):
        graph.add_node(own, node_label="Actor", name=own)
    graph.add_node("e1", node_label="Event", quad=1, date_from="2024-01-05")
    graph.add_node("e2", node_label="Event", quad=4, date_from="2024-02-05")
    graph.add_node("e3", node_label="Event", quad=0)
    for actor, event, asserted in (
        ("a1", "e1", True), ("a2", "e1", True), ("a1", "e2", True), ("a2", "e2", True),
        ("a3", "e2", False), ("a2", "e3", True), ("a3", "e3", True),
    ):  # fmt: skip
        graph.add_edge(actor, event, key="k", edge_type="OTHER", asserted=asserted)
    graph.add_node("m1", node_label="Mention")
    graph.add_edge("m1", "e1", key="OF", edge_type="OF")
    return graph


def test_network_is_weighted_and_signed() -> None:
    network = actor_network(small())
    assert dict(network.edges["a1", "a2"]) == {
        "weight": 2, "sign": -0.5, "cooperation": 1, "conflict": 1, "first": "2024-01-05", "last": "2024-02-05",
    }  # fmt: skip
    assert network.edges["a2", "a3"]["sign"] == 0.0
    assert network.edges["a2", "a3"]["first"] is None
    assert not network.has_edge("a1", "a3")


def test_denied_and_planned_count_only_where_asked_for() -> None:
    assert actor_network(small(), asserted_only=False).has_edge("a1", "a3")


def test_window_keeps_dated_events_of_its_days() -> None:
    assert actor_network(small(), since="2024-02", until="2024").edges["a1", "a2"]["weight"] == 1
    assert set(actor_network(small(), until="2023")) == set()


def test_networks_of_months_in_order() -> None:
    months = networks_by_period(small(), "month")
    assert list(months) == ["2024-01", "2024-02"]
    with pytest.raises(OptionError, match="expected year, month or day"):
        networks_by_period(small(), "week")  # type: ignore[arg-type]
