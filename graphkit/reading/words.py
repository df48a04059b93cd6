"""The word lists of reading, from ``graphkit/data/reading_words.tsv``."""

from functools import cache
from importlib import resources


@cache
def word_list(name: str) -> frozenset[str]:
    """Words of a list, in lower case.

    Examples
    --------
    >>> "why" in word_list("asking")
    True
    """
    lines = (resources.files("graphkit.data") / "reading_words.tsv").read_text(encoding="utf-8").splitlines()
    lists = dict(line.split("\t") for line in lines if not line.startswith("#"))
    return frozenset(lists[name].split())
