"""Where the nodes of the first view stand: a force layout of each connected part, parts packed side by side."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

Positions = np.ndarray
SEED = 20
LANDSCAPE = 1.3  # width of the picture over its height


def arrange(count: int, edges: Sequence[tuple[int, int]], boxes: np.ndarray) -> Positions:
    """Positions, in the page's units, of `count` nodes so that connected ones are near and no box covers another.

    Parameters
    ----------
    edges
        Pairs of nodes; directions and repetitions do not matter.
    boxes
        Width and height that each node wants for itself and its label, shape ``(count, 2)``.

    Notes
    -----
    Fruchterman and Reingold (1991), as in networkx with ``method="force"``, which needs SciPy from 500 nodes on.
    The same input gives the same output: the start is seeded, nothing depends on the order of sets.
    """
    parts = _components(count, edges)
    placed = []
    for part in parts:
        number = {node: i for i, node in enumerate(part)}
        inner = sorted({(number[a], number[b]) for a, b in edges if a in number and a != b})
        spread = _lying(_force(len(part), inner))
        area = boxes[part].prod(axis=1).sum()
        placed.append(_separate(spread * np.sqrt(max(area, 1.0)) * 0.42, boxes[part]))
    return _pack(count, parts, placed, boxes)


def _components(count: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Connected parts, largest first."""
    root = list(range(count))

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for a, b in edges:
        root[max(find(a), find(b))] = min(find(a), find(b))
    parts: dict[int, list[int]] = defaultdict(list)
    for node in range(count):
        parts[find(node)].append(node)
    return sorted(parts.values(), key=lambda part: (-len(part), part[0]))


def _force(count: int, edges: list[tuple[int, int]], steps: int = 120) -> Positions:
    """Force layout within about the unit square, centred."""
    if count == 1:
        return np.zeros((1, 2))
    position = np.random.default_rng(SEED).random((count, 2)).astype(np.float64)
    ends = np.array(edges, dtype=np.int64).reshape(-1, 2)
    ideal = np.sqrt(1.0 / count)
    heat = 0.12
    for step in range(steps if count <= 600 else 60):
        delta_x = position[:, 0, None] - position[None, :, 0]
        delta_y = position[:, 1, None] - position[None, :, 1]
        push = ideal * ideal / np.maximum(delta_x * delta_x + delta_y * delta_y, 1e-4)
        move = np.stack([(delta_x * push).sum(axis=1), (delta_y * push).sum(axis=1)], axis=1)
        pull = position[ends[:, 0]] - position[ends[:, 1]]
        pull *= np.linalg.norm(pull, axis=1)[:, None] / ideal
        for axis in (0, 1):
            move[:, axis] -= np.bincount(ends[:, 0], weights=pull[:, axis], minlength=count)
            move[:, axis] += np.bincount(ends[:, 1], weights=pull[:, axis], minlength=count)
        move -= (position - position.mean(axis=0)) * 0.5  # a weak pull to the middle keeps far branches in the picture
        length = np.maximum(np.linalg.norm(move, axis=1), 0.01)
        position += move / length[:, None] * np.minimum(length, heat * (1 - step / steps))[:, None]
    position -= position.mean(axis=0)
    spread: Positions = position / max(np.abs(position).max(), 1e-9)
    return spread


def _lying(position: Positions) -> Positions:
    """Positions turned so that they spread most from left to right, and stretched towards the shape of the picture."""
    if len(position) < 3:
        return position[:, ::-1] if np.ptp(position[:, 1]) > np.ptp(position[:, 0]) else position
    _, axes = np.linalg.eigh(np.cov(position.T))
    long, short = axes[:, 1] * np.sign(axes[0, 1] or 1.0), axes[:, 0] * np.sign(axes[1, 0] or 1.0)
    turned = np.stack([position @ long, position @ short], axis=1)
    width, height = np.ptp(turned[:, 0]), np.ptp(turned[:, 1])
    stretch = np.clip(LANDSCAPE * height / max(width, 1e-9), 0.6, 1.6)
    lying: Positions = turned * np.array([np.sqrt(stretch), 1 / np.sqrt(stretch)])
    return lying


def _separate(position: Positions, boxes: np.ndarray, rounds: int = 240) -> Positions:
    """Positions moved as little as it takes that no two boxes overlap; pairs give way along their shorter overlap."""
    count = len(position)
    if count < 2:
        return position
    position = position.copy()
    first, second = np.triu_indices(count, 1)
    for turn in range(1, rounds + 1 if count <= 600 else 26):
        gap = position[second] - position[first]
        overlap = (boxes[first] + boxes[second]) / 2 - np.abs(gap)
        hit = (overlap > 0.5).all(axis=1)
        if not hit.any():
            break
        a, b, gap, overlap = first[hit], second[hit], gap[hit], overlap[hit]
        if turn % 20 == 0:
            position *= 1.04  # a knot that does not come apart by pushing needs room all around
        axis = (overlap[:, 1] <= overlap[:, 0]).astype(np.int64)
        rows = np.arange(len(a))
        sign = np.where(gap[rows, axis] >= 0, 1.0, -1.0)
        shift = overlap[rows, axis] * 0.5 * sign
        for which in (0, 1):
            chosen = axis == which
            step = np.bincount(b[chosen], weights=shift[chosen], minlength=count)
            step -= np.bincount(a[chosen], weights=shift[chosen], minlength=count)
            crowd = np.bincount(np.concatenate([a[chosen], b[chosen]]), minlength=count)
            position[:, which] += step / np.maximum(np.sqrt(crowd), 1)
    return position


def _pack(count: int, parts: list[list[int]], placed: list[Positions], boxes: np.ndarray) -> Positions:
    """Parts in rows, as wide as lets the whole be drawn largest."""
    margin = 26.0
    result = np.zeros((count, 2))
    sizes = []
    for part, position in zip(parts, placed, strict=True):
        low, high = (position - boxes[part] / 2).min(axis=0), (position + boxes[part] / 2).max(axis=0)
        position -= low
        sizes.append((float(high[0] - low[0]) + margin, float(high[1] - low[1]) + margin))
    for part, position, corner in zip(parts, placed, _best_rows(sizes), strict=True):
        result[part] = position + np.array(corner)
    centre: Positions = (result.min(axis=0) + result.max(axis=0)) / 2
    result -= centre
    return np.round(result)


def _best_rows(sizes: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Corners of parts in rows; of a few widths of the rows the one that suits the shape of the picture best."""
    least = max(width for width, _ in sizes)
    ideal = max(least, float(np.sqrt(sum(width * height for width, height in sizes) * LANDSCAPE)))
    tries = [_rows(sizes, width) for width in (least, *(ideal * (1 + 0.08 * i) for i in range(9)))]
    return min(tries, key=lambda found: max(found[1] / LANDSCAPE, found[2]))[0]


def _rows(sizes: list[tuple[float, float]], most: float) -> tuple[list[tuple[float, float]], float, float]:
    """Corners of parts in rows of a greatest width, each row in the middle; width and height of the whole."""
    rows: list[list[float]] = []  # right end, top, height
    placed: list[tuple[int, float]] = []
    for width, height in sizes:
        # the lowest row may still grow
        room = [row[2] * (1.5 if i == len(rows) - 1 else 1.02) for i, row in enumerate(rows)]
        fits = [i for i, row in enumerate(rows) if row[0] + width <= most and height <= room[i]]
        if not fits:
            fits = [len(rows)]
            rows.append([0.0, rows[-1][1] + rows[-1][2] if rows else 0.0, height])
        row = rows[fits[0]]
        placed.append((fits[0], row[0]))
        row[0], row[2] = row[0] + width, max(row[2], height)
    wide = max(row[0] for row in rows)
    corners = [
        (left + (wide - rows[i][0]) / 2, rows[i][1] + (rows[i][2] - height) / 2)
        for (i, left), (_, height) in zip(placed, sizes, strict=True)
    ]
    return corners, wide, rows[-1][1] + rows[-1][2]
