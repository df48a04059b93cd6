"""A small table of words to a parsed `Doc`, for tests of rules that need no model."""

from functools import cache

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

_LEMMAS = {
    "was": "be",
    "is": "be",
    "were": "be",
    "has": "have",
    "had": "have",
    "met": "meet",
    "told": "tell",
    "said": "say",
}


@cache
def vocab() -> Vocab:
    """English words with their lower-case forms; a bare `Vocab` has none."""
    return spacy.blank("en").vocab


def parsed(table: str, *, ents: tuple[tuple[int, int, str], ...] = ()) -> Doc:
    """A `Doc` from lines of `word tag dep head [lemma]`; `head` is the number of the head's line, from 0.

    Examples
    --------
    >>> doc = parsed('''
    ...     Oslo   NNP nsubj 1
    ...     voted  VBD ROOT  1 vote
    ... ''')
    >>> [(t.text, t.head.text, t.lemma_) for t in doc]
    [('Oslo', 'voted', 'Oslo'), ('voted', 'voted', 'vote')]
    """
    rows = [line.split() for line in table.strip().splitlines()]
    doc = Doc(
        vocab(),
        words=[row[0] for row in rows],
        tags=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) for row in rows],
        lemmas=[row[4] if len(row) > 4 else _LEMMAS.get(row[0].lower(), row[0]) for row in rows],
    )
    doc.set_ents([Span(doc, a, b, label=kind) for a, b, kind in ents])
    return doc
