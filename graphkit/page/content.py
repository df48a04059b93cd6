"""What a page tells, read from a graph of a store: nodes, statements, claims, stories, places.

A *node* is an actor or an event. A *statement* is one edge between an actor and an event. A *claim* is one mention:
a sentence of a story that says so. A *link* is any other line: an affiliation, a part of, an undecided merge.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

import networkx as nx

Graph: TypeAlias = "nx.MultiDiGraph[str]"
STATUSES = ("asserted", "planned", "possible", "denied", "negated")
DENIED, NEGATED = 3, 4
EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Node:
    """An actor or an event; `kind` is the kind of the actor or ``event``; `facts` are its other attributes."""

    id: str
    name: str
    kind: str
    facts: Mapping[str, Any]
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A mention: the sentence, who says it, what is said of its reality.

    `parts` are ``(role, node or None, text, start, end)``, in code points of the sentence, or -1 where the participant
    stands outside of it; `trigger` is ``(start, end)`` likewise. `denier` is who says that it is not so; a claim that
    is `denying` tells of the act of denying; what is denied `outright` stands in the sentence of such an act.
    """

    event: int | None
    story: int | None
    facts: Mapping[str, Any]
    status: int
    said_by: tuple[int, ...]
    parts: tuple[tuple[str, int | None, str, int, int], ...]
    trigger: tuple[int, int] | None
    denier: int | None = None
    denying: bool = False
    outright: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """An edge between an actor and an event, with the claims that carry it."""

    actor: int
    event: int
    event_type: str
    predicate: str
    role: str
    status: int
    confidence: float
    n_stories: int
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A line that is no statement: an affiliation, a part of, an undecided merge."""

    source: int
    target: int
    kind: str
    text: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """All that the page holds; indices point into these lists."""

    nodes: list[Node]
    statements: list[Statement]
    claims: list[Claim]
    links: list[Link]
    stories: list[Mapping[str, Any]]
    places: list[Mapping[str, Any]]
    index: Mapping[str, int]


def status_of(facts: Mapping[str, Any]) -> int:
    """Index into `STATUSES` of what a mention says of its reality.

    A negation is a denial where somebody says it of what is past or present, and plain where the story itself does;
    under a condition ("if he did not come") nothing is negated.

    Examples
    --------
    >>> STATUSES[status_of({"polarity": "negative", "quoted": "indirect"})]
    'denied'
    >>> STATUSES[status_of({"polarity": "negative", "quoted": "none"})]
    'negated'
    """
    if facts.get("polarity") == "negative":
        if facts.get("certainty") == "possible":
            return 2
        quoted = facts.get("quoted") not in (None, "", "none")
        return DENIED if quoted and facts.get("tense") != "future" else NEGATED
    if facts.get("tense") == "future":
        return 1
    return 2 if facts.get("certainty") == "possible" else 0


def standings(content: Content) -> dict[int, str]:
    """Word that must go with the name of an event that is no plain fact: planned, denied, disputed …, as in data.js."""
    told: dict[int, set[int]] = defaultdict(set)
    best: dict[int, int] = {}
    for claim in content.claims:
        if claim.event is not None:
            told[claim.event].add(claim.status)
    for statement in content.statements:
        best[statement.event] = min(statement.status, best.get(statement.event, statement.status))
    found = {}
    for event in sorted({*told, *best}):
        status = best.get(event, min(told[event], default=0))
        if {0, DENIED} <= told[event]:
            found[event] = "disputed"
        elif status:
            found[event] = "uncertain" if STATUSES[status] == "possible" else STATUSES[status]
    return found


def day(value: Any, *, last: bool = False) -> int | None:
    """Days since 1970-01-01 of an ISO day, month or year (its first day, or the last one); None for anything else.

    Examples
    --------
    >>> day("1970-01-03"), day("1970", last=True), day("soon")
    (2, 364, None)
    """
    text = str(value or "")[:10]
    try:
        if len(text) == 4:
            text += "-12-31" if last else "-01-01"
        elif len(text) == 7:
            first = date.fromisoformat(text + "-01").toordinal()
            return (date.fromordinal(first + 31).replace(day=1).toordinal() - 1 if last else first) - EPOCH
        return date.fromisoformat(text).toordinal() - EPOCH
    except ValueError:
        return None
