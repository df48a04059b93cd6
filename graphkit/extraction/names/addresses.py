"""Web addresses in a text, also those that a tokenizer has torn apart: their words name nobody."""

from graphkit.extraction.columns import Columns

_JOINTS = frozenset("/._-?=&:#%~+,")


def address_tokens(columns: Columns) -> set[int]:
    """Tokens that belong to the address of a page.

    An address begins with "http" or "www" and ends with its line, or where two words follow each other without a
    stroke, dot or dash between them.
    """
    found: set[int] = set()
    at, size, text = 0, len(columns), columns.text
    while at < size:
        if not columns.lower[at].startswith(("http", "www")):
            at += 1
            continue
        end = at + 1
        while end < size and "\n" not in text[end] and (_joins(text[end]) or _joins(text[end - 1])):
            end += 1
        found.update(range(at, end))
        at = end
    return found


def _joins(token: str) -> bool:
    return all(c in _JOINTS for c in token) or (token[-1] in "./-" and not token[0].isupper())
