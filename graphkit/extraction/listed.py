"""Word lists of the rules for times and places, read once from ``time_place_words.tsv``."""

from functools import cache

from graphkit.extraction.clauses.words import word_classes


@cache
def listed(name: str) -> frozenset[str]:
    """Words of a list.

    Examples
    --------
    >>> "visit" in listed("place_objects")
    True
    """
    return word_classes("time_place_words.tsv")[name]
