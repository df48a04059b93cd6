"""A parsed story as plain lists: reading spaCy's attributes once is many times faster than asking each token again."""

from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from graphkit.extraction.strings import strings_of

_BEGINS = 3  # ENT_IOB of the first token of an entity


@dataclass(frozen=True, slots=True)
class Columns:
    """The tokens of a `Doc`, one list an attribute.

    Attributes
    ----------
    head
        Index of the syntactic head; a root has its own.
    kids
        Indices of the dependents, in text order.
    left, right
        First and last token of the subtree.
    sent
        Number of the sentence.
    ents
        Entities as ``(start, end, label)``, half-open.
    starts
        First token of each sentence, and the number of tokens.
    """

    text: list[str]
    lower: list[str]
    lemma: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    kids: list[list[int]]
    left: list[int]
    right: list[int]
    sent: list[int]
    ents: list[tuple[int, int, str]]
    starts: list[int]

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.text)


def read_columns(doc: Doc) -> Columns:
    """The columns of a parsed `Doc`."""
    array = doc.to_array(["ENT_IOB", "HEAD", "SENT_START"]).astype(np.int64)
    if not len(doc):
        return Columns([], [], [], [], [], [], [], [], [], [], [], [], [0])
    strings = strings_of(doc)
    words = [strings[name] for name in ("ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE")]
    offsets = array[:, 1].tolist()
    head = [i + offset for i, offset in enumerate(offsets)]
    starts = [i for i, flag in enumerate(array[:, 2].tolist()) if flag == 1 or i == 0]
    starts.append(len(head))
    sent = [number for number in range(len(starts) - 1) for _ in range(starts[number], starts[number + 1])]
    kids: list[list[int]] = [[] for _ in head]
    for i, h in enumerate(head):
        if h != i:
            kids[h].append(i)
    left, right = _edges(head)
    ents = _entities(words[6], array[:, 0].tolist())
    return Columns(
        words[0], words[1], words[2], words[3], words[4], words[5], head, kids, left, right, sent, ents, starts
    )


def _edges(head: list[int]) -> tuple[list[int], list[int]]:
    """First and last token of each subtree."""
    left, right = list(range(len(head))), list(range(len(head)))
    for i in range(len(head)):
        j = i
        while head[j] != j and left[head[j]] > i:
            j = head[j]
            left[j] = i
    for i in range(len(head) - 1, -1, -1):
        j = i
        while head[j] != j and right[head[j]] < i:
            j = head[j]
            right[j] = i
    return left, right


def _entities(types: list[str], iob: list[int]) -> list[tuple[int, int, str]]:
    """Entities as token ranges."""
    found: list[tuple[int, int, str]] = []
    start = -1
    for i, label in enumerate(types):
        if start >= 0 and (not label or iob[i] == _BEGINS or label != types[start]):
            found.append((start, i, types[start]))
            start = -1
        if label and start < 0:
            start = i
    if start >= 0:
        found.append((start, len(types), types[start]))
    return found
