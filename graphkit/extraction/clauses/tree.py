"""A parse as plain lists, read from the `Doc` once: token attributes of spaCy are slow one by one."""

from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from graphkit.extraction.clauses.mends import mend
from graphkit.extraction.strings import strings_of

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


@dataclass(frozen=True, slots=True)
class Tree:
    """Parallel lists, one entry a token.

    `left` and `right` are the half-open range of the token's subtree; `children` are in text order.
    """

    words: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    ents: list[str]
    ent_starts: list[bool]
    children: list[list[int]]
    left: list[int]
    right: list[int]

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children of token `i` with one of the labels, in text order."""
        labels = self.deps
        return [c for c in self.children[i] if labels[c] in deps]

    def kid(self, i: int, *deps: str) -> int | None:
        """The first child of token `i` with one of the labels."""
        labels = self.deps
        for c in self.children[i]:
            if labels[c] in deps:
                return c
        return None


def read_tree(doc: Doc) -> Tree:
    """The parse of `doc` as lists."""
    n = len(doc)
    array = doc.to_array(["ENT_IOB", "HEAD"]).astype(np.int64)
    heads = (array[:, 1] + np.arange(n)).tolist()
    strings = strings_of(doc)
    columns = [list(strings[name]) for name in ("LOWER", "LEMMA", "TAG", "DEP", "ENT_TYPE")]
    children: list[list[int]] = [[] for _ in range(n)]
    for i, h in enumerate(heads):
        if h != i:
            children[h].append(i)
    mend(columns, heads, children)
    left, right = _edges(heads, children)
    return Tree(
        words=columns[0],
        lemmas=columns[1],
        tags=columns[2],
        deps=columns[3],
        ents=columns[4],
        ent_starts=(array[:, 0] == 3).tolist(),
        heads=heads,
        children=children,
        left=left,
        right=right,
    )


def _edges(heads: list[int], children: list[list[int]]) -> tuple[list[int], list[int]]:
    """Subtree ranges without recursion: a coordination of 5,000 names is a chain 5,000 deep."""
    n = len(heads)
    left, right = list(range(n)), list(range(1, n + 1))
    order = [i for i in range(n) if heads[i] == i]
    for i in order:  # grows while it is walked: parents come before their children
        order.extend(children[i])
    for i in reversed(order):
        h = heads[i]
        if left[i] < left[h]:
            left[h] = left[i]
        if right[i] > right[h]:
            right[h] = right[i]
    return left, right
