"""Runs of proper nouns that the entity recogniser missed."""

from collections.abc import Iterator

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import folded, given_names, is_name_word, nouns, word_list
from graphkit.extraction.names.headlines import Name

_PROPER = {"NNP", "NNPS"}


def runs(columns: Columns, taken: list[bool]) -> Iterator[Name]:
    """Runs of proper nouns that nobody marked."""
    at, size = 0, len(columns)
    while at < size:
        if (
            taken[at]
            or not (columns.tag[at] in _PROPER or is_numbered(columns.text[at]))
            or not _name_like(columns, at)
        ):
            at += 1
            continue
        end = at + 1
        while (
            end < size
            and not taken[end]
            and (columns.tag[end] in _PROPER or is_numbered(columns.text[end]))
            and _name_like(columns, end)
            and columns.sent[end] == columns.sent[at]
        ):
            end += 1
        yield Name(at, end, "unknown")
        at = end


def is_numbered(word: str) -> bool:
    """Whether a word is a number turned into a team's name ("49ers")."""
    return word[0].isdigit() and word.endswith("ers") and word[:-3].isdigit()


def _name_like(columns: Columns, at: int) -> bool:
    word = columns.text[at]
    if is_numbered(word):
        return True
    if word in ("May", "April", "June", "August") and at and columns.lower[at - 1] not in word_list("calendar"):
        behind = columns.text[at + 1] if at + 1 < len(columns) else ""
        return folded(columns.text[at - 1]) in given_names() and columns.text[at - 1].istitle() and not behind.isdigit()
    if (
        not word[0].isupper()
        or columns.lower[at].rstrip(".") in word_list("calendar")
        or not any(c.isalpha() for c in word)
    ):
        return False
    bare = folded(word).rstrip(".")
    if bare in given_names():
        return True
    return nouns().get(bare, ("no",))[0] != "person" and not any(
        is_name_word(bare, sort) for sort in ("mr", "ms", "dr")
    )
