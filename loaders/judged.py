"""JUDGED: what people decided of two actors or events and what has not made one node of them."""

from collections.abc import Collection, Mapping, Sequence

from graphkit.loaders.schema import Label
from graphkit.loaders.store import Ref, Rel
from graphkit.model import Judgement, Span

Found = dict[tuple[str, str, Span], str]
"""``(kind, story id, span)`` of an end of a judgement -> resolved id."""

_LABELS: Mapping[str, Label] = {"actor": "Actor", "event": "Event"}


def judged_refs(judgements: Sequence[Judgement], found: Found) -> set[Ref]:
    """Nodes that the judgements speak of."""
    ends = ((_LABELS[j.kind], found.get((j.kind, end[0], end[1]))) for j in judgements for end in (j.a, j.b))
    return {(label, own) for label, own in ends if own is not None}


def judged_rels(judgements: Sequence[Judgement], found: Found, present: Collection[Ref]) -> list[Rel]:
    """Relationships for the judgements in force ("different" and "unsure"), between nodes that are present, sorted.

    Of several judgements on the same two nodes the last one counts; "same" and "undo" draw nothing.
    """
    last: dict[tuple[Label, str, str], Judgement] = {}
    for judgement in judgements:
        ends = [found.get((judgement.kind, end[0], end[1])) for end in (judgement.a, judgement.b)]
        label = _LABELS[judgement.kind]
        if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
            continue
        first, second = sorted(end for end in ends if end)
        if (label, first) in present and (label, second) in present:
            last[label, first, second] = judgement
    rels = []
    for (label, first, second), judgement in sorted(last.items(), key=lambda item: item[0]):
        if judgement.verdict in ("different", "unsure"):
            props = {"verdict": judgement.verdict, "score": None, "by": judgement.by, "at": judgement.at}
            rels.append(Rel("JUDGED", (label, first), (label, second), "JUDGED", props))
    return rels
