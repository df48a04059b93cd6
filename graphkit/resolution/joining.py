"""Links between members, taken best first, unless that would bring together what must stay apart."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple


class Link(NamedTuple):
    """A reason to hold two members for one."""

    score: float
    a: int
    b: int
    rule: str
    values: tuple[tuple[str, Any], ...] = ()


class Joined(NamedTuple):
    """Root (least member) of each member, and the links that made it so."""

    root: list[int]
    links: list[Link]


def join(
    n: int,
    links: Iterable[Link],
    apart: Iterable[tuple[int, int]] = (),
    *,
    anchors: Sequence[int | None] | None = None,
) -> Joined:
    """Clusters of ``n`` members by their links.

    Parameters
    ----------
    anchors
        Of each member the known thing it stands for, if any: no link brings two of them together.

    Examples
    --------
    >>> join(3, [Link(1.0, 0, 1, "name"), Link(0.5, 1, 2, "name")], apart=[(0, 2)]).root
    [0, 0, 2]
    >>> join(3, [Link(0.6, 0, 1, "said"), Link(0.6, 1, 2, "said")], anchors=[0, None, 2]).root
    [0, 0, 2]
    """
    parent = list(range(n))
    anchor = list(anchors or [None] * n)
    foes: dict[int, set[int]] = {}
    for i, j in apart:
        foes.setdefault(i, set()).add(j)
        foes.setdefault(j, set()).add(i)
    used = []
    for link in sorted(links, key=lambda x: (-x.score, x.a, x.b, x.rule)):
        a, b = sorted((find(parent, link.a), find(parent, link.b)))
        if a == b or b in foes.get(a, ()):
            continue
        if anchor[a] is not None and anchor[b] is not None and anchor[a] != anchor[b]:
            continue
        parent[b] = a
        anchor[a] = anchor[b] if anchor[a] is None else anchor[a]
        for foe in foes.pop(b, ()):
            foes[foe].discard(b)
            foes[foe].add(a)
            foes.setdefault(a, set()).add(foe)
        used.append(link)
    return Joined([find(parent, i) for i in range(n)], used)


def find(parent: list[int], i: int) -> int:
    """Root of a member."""
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def linked(score: float, a: int, b: int, rule: str, **values: Any) -> Link:
    """Link of two members in any order."""
    return Link(score, min(a, b), max(a, b), rule, tuple(values.items()))


def star(members: list[int], rule: str, score: float, **values: Any) -> list[Link]:
    """Links of all members to the first."""
    told = tuple(values.items())
    return [Link(score, members[0], other, rule, told) for other in members[1:]]
