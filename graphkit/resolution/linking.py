"""Average-link clustering of sparse pair scores under what must and must not be together."""

import heapq
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def components(nodes: Iterable[Node], pairs: Iterable[tuple[Node, Node]]) -> dict[Node, Node]:
    """The least node of the connected component of each node.

    Examples
    --------
    >>> components("abcd", [("b", "a"), ("c", "d")])
    {'a': 'a', 'b': 'a', 'c': 'c', 'd': 'c'}
    """
    parent = {node: node for node in nodes}

    def root(node: Node) -> Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in pairs:
        a, b = root(a), root(b)
        if a != b:
            low, high = (a, b) if a < b else (b, a)  # type: ignore[operator]
            parent[high] = low
    return {node: root(node) for node in parent}


def average_link(
    scores: Mapping[tuple[int, int], float],
    *,
    cut: float,
    sizes: Mapping[int, int] | None = None,
    apart: Collection[tuple[int, int]] = (),
) -> dict[int, int]:
    """Cluster (its least node) of each node that has a score.

    Clusters are merged while the mean score of the pairs across is at least `cut`, best first; a pair without a score
    counts as 0. The cost is that of the scores times the logarithm of their number.

    Parameters
    ----------
    scores
        Score of pairs ``(i, j)`` with i < j, at most 1.
    sizes
        How many members a node stands for; 1 where not given.
    apart
        Pairs that never come into one cluster.
    """
    near: dict[int, dict[int, float]] = {}
    size: dict[int, int] = {}
    given = sizes or {}
    for (i, j), score in scores.items():
        size[i], size[j] = given.get(i, 1), given.get(j, 1)
        total = score * size[i] * size[j]
        near.setdefault(i, {})[j] = total
        near.setdefault(j, {})[i] = total
    foes: dict[int, set[int]] = {}
    for i, j in apart:
        foes.setdefault(i, set()).add(j)
        foes.setdefault(j, set()).add(i)
    means = ((near[i][j] / (size[i] * size[j]), i, j) for i, j in scores)
    heap = [(-mean, i, j) for mean, i, j in means if mean >= cut]
    heapq.heapify(heap)
    into: dict[int, int] = {node: node for node in near}
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in near or j not in near or j in foes.get(i, ()):
            continue
        known = near[i].get(j)
        if known is None or -known / (size[i] * size[j]) != negative:
            continue
        _merge(i, j, near, size, foes)
        into[j] = i
        for k in sorted(near[i]):
            mean = near[i][k] / (size[i] * size[k])
            if mean >= cut:
                heapq.heappush(heap, (-mean, *((i, k) if i < k else (k, i))))
    return {node: _find(into, node) for node in into}


def _merge(i: int, j: int, near: dict[int, dict[int, float]], size: dict[int, int], foes: dict[int, set[int]]) -> None:
    """Put cluster j into cluster i."""
    for k, total in near.pop(j).items():
        del near[k][j]
        if k != i:
            near[i][k] = near[k][i] = near[i].get(k, 0.0) + total
    size[i] += size[j]
    for k in foes.pop(j, ()):
        foes[k].discard(j)
        foes[k].add(i)
        foes.setdefault(i, set()).add(k)


def _find(into: dict[int, int], node: int) -> int:
    while into[node] != node:
        into[node] = into[into[node]]
        node = into[node]
    return node
