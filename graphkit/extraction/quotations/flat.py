"""From all possible quotations to the flat list: nothing inside a content is a quotation of its own."""

from collections.abc import Iterable

from graphkit.extraction.quotations.phrases import Found

# constructions from the surest to the least sure; of two that claim one stretch the surer one stays
ORDER = (
    "quotation",
    "clause",
    "according-to",
    "inserted",
    "colon",
    "speaker",
    "raising",
    "person-infinitive",
    "infinitive",
    "small-clause",
    "as",
    "noun-clause",
    "adjective-clause",
    "object-preposition",
    "gerund",
    "preposition",
    "object",
    "passive",
    "noun-infinitive",
    "adjective-infinitive",
    "adjective-preposition",
    "noun-preposition",
)
RANK = {rule: n for n, rule in enumerate(ORDER)}


def once_a_cue(found: Iterable[Found]) -> list[Found]:
    """One quotation a cue token, the surest; in text order."""
    best: dict[int, Found] = {}
    for f in found:
        old = best.get(f.head)
        if old is None or RANK[f.rule] < RANK[old.rule]:
            best[f.head] = f
    return [best[head] for head in sorted(best)]


def outermost(found: Iterable[Found], length: int) -> list[Found]:
    """Those whose cue stands in no other's content, and whose content is not claimed by a larger one; in text order.

    `length` is the number of tokens of the document.
    """
    owner = bytearray(length)
    kept = []
    for f in sorted(found, key=lambda f: (-_size(f), RANK[f.rule], f.head)):
        if owner[f.head] or any(owner[i] == 1 for i in f.cue):
            continue
        claimed = sum(owner[a:b].count(1) for a, b in f.content)
        if 2 * claimed > _size(f):
            continue
        kept.append(f)
        for a, b in f.content:
            owner[a:b] = b"\1" * (b - a)
    return sorted(kept, key=lambda f: f.head)


def _size(f: Found) -> int:
    return sum(b - a for a, b in f.content)
