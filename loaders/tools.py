"""What all stores do alike with their export and with the shipped questions."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from graphkit.loaders.find import finders
from graphkit.loaders.store import Counts, GraphStore, Node, Rel, Table
from graphkit.queries import load_question


def ask(
    store: GraphStore,
    name: str,
    params: Mapping[str, Any],
    *,
    timeout: float | None = None,
    max_rows: int | None = None,
) -> Table:
    """Answer of a store to a shipped question.

    Raises
    ------
    QuestionError
        There is no such question, or the parameters are not what it needs.
    """
    question = load_question(name)
    return store.query(question.cypher, question.bind(params, finders(store)), timeout=timeout, max_rows=max_rows)


def count(things: Iterable[Node | Rel]) -> Counts:
    """Numbers of nodes of each label and of edges of each type, sorted by name."""
    nodes: Counter[str] = Counter()
    edges: Counter[str] = Counter()
    for thing in things:
        if isinstance(thing, Node):
            nodes[thing.label] += 1
        else:
            edges[thing.type] += 1
    return Counts(dict(sorted(nodes.items())), dict(sorted(edges.items())))


def multigraph(things: Iterable[Node | Rel]) -> "nx.MultiDiGraph[str]":
    """NetworkX graph: node key = id, `node_label`, `edge_type` and the properties, edge key = type:predicate:role."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for thing in things:
        if isinstance(thing, Node):
            graph.add_node(thing.id, node_label=thing.label, **thing.props)
        else:
            graph.add_edge(thing.src[1], thing.dst[1], thing.key, edge_type=thing.type, **thing.props)
    return graph
