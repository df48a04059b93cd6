"""Scores quotations against the cases of ``tests/cases/attribution.jsonl``.

A quotation is right if its content overlaps that of the case by half or more (characters, intersection over union)
and its source is the same words; a source of none is right where none is asked for.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from spacy.tokens import Doc

from graphkit.extraction.layers import Quote, char_span
from graphkit.extraction.quotations import find_quotations


def wanted(case: Mapping[str, Any]) -> list[tuple[str | None, set[int]]]:
    """Source and content characters of each quotation of a case."""
    out = []
    for quotation in case["quotations"]:
        content = quotation["content"]
        pieces = content if isinstance(content, list) else [content]
        out.append((quotation["source"], characters(case["text"], pieces)))
    return out


def characters(text: str, pieces: Iterable[str]) -> set[int]:
    """Offsets of the pieces, each looked for behind the one before."""
    at, found = 0, set()
    for piece in pieces:
        at = text.index(piece, at)
        found |= set(range(at, at + len(piece)))
        at += len(piece)
    return found


def got(doc: Doc, quote: Quote, text: str) -> tuple[str | None, set[int]]:
    """Source and content characters of a quotation that was found."""
    found = {i for a, b in quote.content for i in range(*char_span(doc, a, b))}
    if quote.source is None:
        return None, found
    start, end = char_span(doc, quote.source.start, quote.source.end)
    return text[start:end], found


def same_source(one: str | None, other: str | None) -> bool:
    """Whether two sources are the same words, a closing comma aside."""
    return (one or "").rstrip(",").casefold() == (other or "").rstrip(",").casefold()


def matches(case: Mapping[str, Any], doc: Doc) -> Iterator[bool]:
    """For each quotation asked for whether it was found; then a False for each one too many."""
    found = [got(doc, quote, case["text"]) for quote in find_quotations(doc)]
    for source, content in wanted(case):
        hit = next((f for f in found if overlap(f[1], content) >= 0.5), None)
        if hit is not None:
            found.remove(hit)
        yield hit is not None and same_source(source, hit[0])
    yield from (False for _ in found)


def overlap(one: set[int], other: set[int]) -> float:
    """Intersection over union."""
    return len(one & other) / len(one | other)
