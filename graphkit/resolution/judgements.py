"""What people decided: which judgements hold, where their ends are, and whether they contradict each other."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from graphkit.errors import ResolutionError
from graphkit.model import Judgement, Span
from graphkit.resolution.joining import Link

End = tuple[str, Span, str]
Place = Callable[[End], int | None]
"""Index of the member that an end of a judgement names; None where its story is not there."""


class Decided(NamedTuple):
    """Members that were judged the same, as links, and pairs that were judged different."""

    same: list[Link]
    apart: list[tuple[int, int]]


def holding(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Judgements that still hold: the last one of each pair of ends, unless it is an undo.

    Examples
    --------
    >>> ends = {"kind": "actor", "a": ("s1", (0, 3), "Ann"), "b": ("s2", (0, 3), "Ann")}
    >>> yes, undo = Judgement(verdict="same", **ends), Judgement(verdict="undo", **ends)
    >>> len(holding([yes])), len(holding([yes, undo]))
    (1, 0)
    """
    last: dict[tuple[str, frozenset[End]], Judgement] = {}
    for judgement in judgements:
        last[judgement.kind, frozenset((judgement.a, judgement.b))] = judgement
    kept = [judgement for judgement in last.values() if judgement.verdict != "undo"]
    return sorted(kept, key=lambda j: (j.kind, *sorted((j.a, j.b)), j.verdict))


def decided(judgements: Sequence[Judgement], kind: str, place: Place) -> Decided:
    """Links and pairs of members that hold by judgement.

    Raises
    ------
    ResolutionError
        Two members are judged different but the same by a chain of others; the chain is told.
    """
    same: list[tuple[int, int, Judgement]] = []
    different: list[tuple[int, int, Judgement]] = []
    for judgement in holding(judgements):
        a, b = place(judgement.a), place(judgement.b)
        if judgement.kind == kind and a is not None and b is not None and judgement.verdict != "unsure":
            (same if judgement.verdict == "same" else different).append((min(a, b), max(a, b), judgement))
    near: dict[int, list[tuple[int, Judgement]]] = defaultdict(list)
    for i, j, judgement in same:
        near[i].append((j, judgement))
        near[j].append((i, judgement))
    for i, j, judgement in different:
        chain = _path(near, i, j)
        if chain is not None:
            raise ResolutionError(_contradiction(judgement, chain))
    links = [Link(1.0, i, j, "judged the same", (("by", judgement.by),)) for i, j, judgement in same if i != j]
    return Decided(links, [(i, j) for i, j, _ in different])


def _path(near: Mapping[int, list[tuple[int, Judgement]]], start: int, goal: int) -> list[Judgement] | None:
    """Judgements that lead from one member to another; None where none do."""
    ways: dict[int, list[Judgement]] = {start: []}
    queue = [start]
    for node in queue:
        if node == goal:
            return ways[node]
        for other, judgement in near.get(node, ()):
            if other not in ways:
                ways[other] = [*ways[node], judgement]
                queue.append(other)
    return None


def _contradiction(different: Judgement, chain: Sequence[Judgement]) -> str:
    told = f"{_end(different.a)} and {_end(different.b)} are judged different"
    if not chain:
        return f"{told}, but they are one {different.kind} inside one story; undo that judgement"
    steps = "; ".join(f"{_end(j.a)} = {_end(j.b)}" for j in chain)
    return f"{told}, but also the same: {steps}; undo one of these judgements"


def _end(end: End) -> str:
    return f"{end[2]!r} ({end[0]}:{end[1][0]})"


def locator(spans: Mapping[tuple[str, Span], int], names: Mapping[tuple[str, str], int]) -> Place:
    """Function that finds ends by story and span, else by story and name (a newer version may draw spans anew)."""

    def place(end: End) -> int | None:
        found = spans.get((end[0], end[1]))
        return found if found is not None else names.get((end[0], end[2]))

    return place
