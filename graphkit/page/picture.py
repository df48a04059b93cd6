"""The first view as a picture: nodes with place, size, shape and colour, lines with width, direction and dashes."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log, log2
from typing import Any

import numpy as np

from graphkit.page.content import Content, Statement
from graphkit.page.core import View, choose
from graphkit.page.layout import arrange
from graphkit.page.ranking import relevance

LABEL_CHARACTERS = 24  # of a line of a label, as in labels.js
CHARACTER, LINE = 6.6, 14.0  # width and height of a character of a label, in pixels


@dataclass(frozen=True, slots=True)
class Line:
    """All statements and links between two drawn nodes: from `source` to `target`, so that it reads doer to done-to."""

    source: int
    target: int
    both: bool
    status: int | None
    kind: str
    width: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A content, its nodes by relevance (`order`), and the drawn ones with their positions and lines."""

    content: Content
    order: list[int]
    drawn: list[int]
    positions: list[tuple[int, int]]
    lines: list[Line]


@cache
def look() -> Mapping[str, Any]:
    """Shapes, colours and sizes, shared with the scripts of the page."""
    found: Mapping[str, Any] = json.loads(files("graphkit.page.assets").joinpath("look.json").read_text("utf-8"))
    return found


def draw(content: Content, view: View) -> Picture:
    """Picture of a content.

    Raises
    ------
    PageError
        As `graphkit.page.core.choose`.
    """
    score = relevance(content) if content.nodes else np.zeros(0)
    drawn = choose(content, view, score)
    order = [int(i) for i in np.lexsort((np.arange(len(score)), -score))]
    lines = _lines(content, set(drawn))
    number = {node: i for i, node in enumerate(drawn)}
    edges = [(number[line.source], number[line.target]) for line in lines]
    boxes = np.array([_box(content, node, len(drawn)) for node in drawn])
    positions = [(int(x), int(y)) for x, y in arrange(len(drawn), edges, boxes)]
    return Picture(content, order, drawn, positions, lines)


def degrees(content: Content) -> list[int]:
    """Number of statements of each node."""
    found = [0] * len(content.nodes)
    for statement in content.statements:
        found[statement.actor] += 1
        found[statement.event] += 1
    return found


def size(kind: str, degree: int) -> float:
    """Radius of a node, in pixels; grows with the logarithm of its statements up to a cap, so that hubs stay small."""
    least, step, most = look()["size"]["event" if kind == "event" else "actor"]
    return float(round(min(most, least + step * log2(1 + degree)), 1))


def _box(content: Content, node: int, count: int) -> tuple[float, float]:
    """What a node wants for itself and its label; in a large picture, where few labels fit, only for itself."""
    name = content.nodes[node].name
    lines = 1 if len(name) <= LABEL_CHARACTERS else 2
    width = min(len(name), LABEL_CHARACTERS) * CHARACTER + 14
    share = min(1.0, 150 / count)
    return (34 + (max(width, 34) - 34) * share, 30 + (14 + lines * LINE) * share)


def _lines(content: Content, drawn: set[int]) -> list[Line]:
    pairs: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    for statement in content.statements:
        if statement.actor in drawn and statement.event in drawn:
            pairs[statement.actor, statement.event].append(statement)
    lines = [_statement_line(*pair, carried) for pair, carried in sorted(pairs.items())]
    taken = set(pairs)
    for link in content.links:
        pair = (link.source, link.target)
        if link.source in drawn and link.target in drawn and pair not in taken and link.source != link.target:
            taken.add(pair)
            lines.append(Line(*pair, both=False, status=None, kind=link.kind, width=1.0))
    return lines


def _statement_line(actor: int, event: int, carried: list[Statement]) -> Line:
    toward = {statement.role in look()["toward_event"] for statement in carried}
    source, target = (actor, event) if True in toward else (event, actor)
    least, step, most = look()["width"]
    width = round(min(most, least + step * log(sum(s.n_stories for s in carried))), 1)
    return Line(source, target, len(toward) == 2, min(s.status for s in carried), "statement", width)
