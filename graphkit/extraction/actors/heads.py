"""Which tokens stand for an actor: heads of its mentions, and nouns that say the same by construction."""

from graphkit.extraction.columns import Columns
from graphkit.extraction.layers import Chain

_HAVING_MEMBERS = frozenset({"include", "comprise"})


def heads_of(columns: Columns, chains: tuple[Chain, ...]) -> dict[int, int]:
    """Chain (its index) of each token that stands for an actor."""
    out: dict[int, int] = {}
    ends: dict[int, int] = {}
    for number, chain in enumerate(chains):
        for m in chain.mentions:
            out[m.phrase.head] = number
            if m.form == "name":
                ends[m.phrase.end] = number
    for number, chain in enumerate(chains):
        for m in chain.mentions:
            title = m.phrase.start - 1
            noun = title >= 0 and columns.pos[title] in ("NOUN", "PROPN")
            if m.form == "name" and noun and columns.head[m.phrase.head] == title:
                out.setdefault(title, number)  # the parser made the title the head
    for i, dep in enumerate(columns.dep):
        found = None
        if dep == "appos" and columns.pos[i] == "NOUN":
            found = _apposition(columns, i, ends)
        elif dep == "nsubj" and columns.lower[i] == "members":
            found = _having_members(columns, i, out)
            if found is not None:
                out[i] = found
        if found is not None:
            out.setdefault(i, found)
    return out


def _apposition(columns: Columns, i: int, ends: dict[int, int]) -> int | None:
    """Chain of the name right before "…, a trade pact": what it is called once."""
    start = columns.left[i]
    if columns.tag[start] != "DT" or start < 2 or columns.text[start - 1] != ",":
        return None
    end = start - 1
    return ends.get(end - 1 if columns.text[end - 1] == ")" else end)


def _having_members(columns: Columns, i: int, heads: dict[int, int]) -> int | None:
    """Chain of the body in "its members include …", "members of the NTO include …": it includes them."""
    if columns.lemma[columns.head[i]].lower() not in _HAVING_MEMBERS:
        return None
    for k in columns.kids[i]:
        if columns.dep[k] == "poss":
            return heads.get(k)
        if columns.lower[k] == "of":
            return next((heads[o] for o in columns.kids[k] if o in heads), None)
    return None
