"""Names in headlines: where every word has a capital, only the names of the text below can be told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import Known, folded, given_names

Label = Literal["person", "organization", "state", "people", "group", "place", "thing", "unknown"]

_HEADLINE_WORDS = 3
_HEADLINE_SHARE = 0.8
_LONG = 3
_NOT_IN_NAMES = {"VBZ", "VBD", "VBP", "VB", "MD", "IN", "TO", "CC", "VBG", "RB", "WDT", "WP"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: its token range without title and possessive, what it names, and the list that knows it."""

    start: int
    end: int
    label: Label
    known: Known | None = None

    def words(self, columns: Columns) -> tuple[str, ...]:
        """The words as written."""
        return tuple(columns.text[self.start : self.end])


def headlines(columns: Columns) -> set[int]:
    """Numbers of the sentences in capitals or title case, whose capitals tell nothing of names."""
    found = set()
    for number, start in enumerate(columns.starts[:-1]):
        tokens = columns.text[start : columns.starts[number + 1]]
        words = [w for w in tokens if w.isalpha()]
        long = [w for w in words if len(w) > 3]
        capitals = sum(w[0].isupper() for w in long)
        stop = next((t for t in reversed(tokens) if t.strip()), "")
        shouted = len(words) > 1 and len(long) > 0 and all(w.isupper() for w in words)
        if shouted or (
            stop != "." and len(words) >= _HEADLINE_WORDS and len(long) > 2 and capitals >= _HEADLINE_SHARE * len(long)
        ):
            found.add(number)
    return found


def in_headlines(columns: Columns, names: list[Name], capitals: set[int]) -> list[Name]:
    """The names with those of the headlines read again: names of the text first, then what the rest makes likely."""
    body = [name for name in names if columns.sent[name.start] not in capitals]
    by_first = _parts(columns, body)
    again: list[Name] = []
    for number in sorted(capitals):
        start, end = columns.starts[number], columns.starts[number + 1]
        known = list(_seen_below(columns, start, end, by_first))
        taken = {i for name in known for i in range(name.start, name.end)}
        again += known
        for name in names:
            if start <= name.start < end:
                again += _rest(columns, name, taken)
    return sorted(body + again, key=lambda name: name.start)


def _parts(columns: Columns, body: list[Name]) -> dict[str, list[tuple[tuple[str, ...], Name]]]:
    """Names of the text, and family names of its people, by their first word in lower case, the longest first."""
    found: dict[tuple[str, ...], Name] = {}
    for name in body:
        words = tuple(columns.lower[name.start : name.end])
        if name.label in ("thing", "unknown") or (len(words) == 1 and not words[0].isalpha()):
            continue
        found.setdefault(words, name)
        if name.label == "person" and len(words) > 1:
            found.setdefault(words[-1:], name)
    out: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
    for words in sorted(found, key=lambda words: (-len(words), words)):
        out.setdefault(words[0], []).append((words, found[words]))
    return out


def _seen_below(
    columns: Columns, start: int, end: int, by_first: dict[str, list[tuple[tuple[str, ...], Name]]]
) -> Iterator[Name]:
    at = start
    while at < end:
        step = 1
        for words, name in by_first.get(columns.lower[at], ()):
            if tuple(columns.lower[at : min(end, at + len(words))]) == words:
                yield replace(name, start=at, end=at + len(words))
                step = len(words)
                break
        at += step


def _rest(columns: Columns, name: Name, taken: set[int]) -> Iterator[Name]:
    """A name that only the headline has, without the words that are no part of names."""
    if name.known is not None:
        if not taken.intersection(range(name.start, name.end)):
            yield name
        return
    if taken.intersection(range(name.start, name.end)):
        return
    end = name.start
    while end < name.end and columns.tag[end] not in _NOT_IN_NAMES:
        end += 1
    if name.label == "person" and end - name.start > 2 and folded(columns.text[name.start]) in given_names():
        initial = len(columns.text[name.start + 1].rstrip(".")) == 1
        end = min(end, name.start + (3 if initial else 2))  # "Ann Holm Enters Race"
    if end > name.start:
        yield replace(name, end=end)
