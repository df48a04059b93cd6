"""How relevant each node of a content is."""

import numpy as np

from graphkit.page.content import Content, day


def relevance(content: Content) -> np.ndarray:
    """Score of each node, by its page rank, weighted by how recent it is and by how many stories tell of it.

    An event loses half its weight with each third of the time that the graph spans, but never more than three quarters;
    one that is a mere saying, or of no type, has half the weight.
    Actors and events are ranked apart and then merged, two actors to three events, so that neither crowd out the other.
    """
    count = len(content.nodes)
    ends = np.array([(s.actor, s.event, s.n_stories) for s in content.statements], dtype=np.int64).reshape(-1, 3)
    rank = _page_rank(ends[:, 0], ends[:, 1], np.sqrt(ends[:, 2].astype(float)), count)
    stories = np.ones(count)
    np.maximum.at(stories, ends[:, 0], ends[:, 2])
    np.maximum.at(stories, ends[:, 1], ends[:, 2])
    score = rank * _recency(content, ends) * (1 + np.log(stories))
    plain = [node.facts.get("event_type") in ("STATEMENT", "OTHER") for node in content.nodes]
    score[np.array(plain, dtype=bool)] *= 0.5
    is_event = np.array([node.kind == "event" for node in content.nodes], dtype=bool)
    merged = np.zeros(count)
    for kind, share in ((is_event, 0.6), (~is_event, 0.4)):
        places = np.flatnonzero(kind)
        merged[places[np.argsort(-score[places], kind="stable")]] = -np.arange(len(places)) / share
    return merged


def _page_rank(source: np.ndarray, target: np.ndarray, weight: np.ndarray, count: int) -> np.ndarray:
    """Page rank of an undirected graph by forty steps of the power method, damping 0.85."""
    left, right = np.concatenate([source, target]), np.concatenate([target, source])
    weight = np.concatenate([weight, weight])
    out = np.bincount(left, weights=weight, minlength=count)
    rank = np.full(count, 1 / count)
    share = weight / out[left]
    for _ in range(40):
        flow = np.bincount(right, weights=rank[left] * share, minlength=count)
        rank = 0.15 / count + 0.85 * (flow + rank[out == 0].sum() / count)
    return rank


def _recency(content: Content, ends: np.ndarray) -> np.ndarray:
    missing = -(10**7)
    last = np.full(len(content.nodes), missing, dtype=np.int64)
    for position, node in enumerate(content.nodes):
        if node.kind == "event":
            last[position] = day(node.facts.get("date_to") or node.facts.get("date_from"), last=True) or missing
    np.maximum.at(last, ends[:, 0], last[ends[:, 1]])
    known = last[last > missing]
    if not len(known) or known.max() == known.min():
        return np.ones(len(last))
    age = np.clip((known.max() - last) / (known.max() - known.min()), 0, 1)
    recency: np.ndarray = np.maximum(0.5 ** (3 * age), 0.25)
    return recency
