"""The names in a story: what the entity recogniser marked, repaired.

Listed names come first, then entities without titles and possessives, then runs of proper nouns that it missed.
Headlines in capitals are read last, with the names of the text below them.
"""

from collections.abc import Iterator
from dataclasses import replace

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import (
    Known,
    folded,
    given_names,
    is_name_word,
    nouns,
    phrases,
    state_words,
)
from graphkit.extraction.names.addresses import address_tokens
from graphkit.extraction.names.foreign_names import joined_around
from graphkit.extraction.names.headlines import Label, Name, headlines, in_headlines
from graphkit.extraction.names.runs import is_numbered, runs
from graphkit.extraction.names.trimming import outside, trim
from graphkit.extraction.names.worded import by_words

_LABELS: dict[str, Label] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people",
    "PRODUCT": "thing", "EVENT": "thing", "WORK_OF_ART": "thing", "LAW": "thing",
}  # fmt: skip
_PROPER = {"NNP", "NNPS"}


def find_names(columns: Columns) -> list[Name]:
    """All names of a story in text order, none overlapping another."""
    capitals = headlines(columns)
    names = list(_listed(columns))
    taken = _cover(names, len(columns))
    for start, end, kind in columns.ents:
        label = _LABELS.get(kind)
        if label is not None:
            names.extend(outside(trim(columns, start, end, label), taken, columns))
    taken = _cover(names, len(columns))
    names += [run for run in runs(columns, taken) if columns.sent[run.start] not in capitals]
    addresses = address_tokens(columns)
    names = [name for name in names if name.start not in addresses]
    names = _joined(columns, sorted(names, key=lambda name: name.start))
    names = [by_words(columns, name) for name in names]
    return in_headlines(columns, names, capitals) if capitals else names


def _cover(names: list[Name], size: int) -> list[bool]:
    taken = [False] * size
    for name in names:
        for i in range(name.start, name.end):
            taken[i] = True
    return taken


def _listed(columns: Columns) -> Iterator[Name]:
    """Names that a list knows, unless they are a part of a longer entity ("Bank of America")."""
    table, text, inside = phrases(), columns.text, {}
    for start, end, kind in columns.ents:
        if kind in _LABELS:
            inside.update(dict.fromkeys(range(start, end), (start, end, kind)))
    at = 0
    while at < len(text):
        found = _match(columns, at, table.get(text[at], ()))
        if found is None:
            at += 1
            continue
        end, known = found
        whole = inside.get(at) or inside.get(end - 1)
        if _fits(columns, at, end, known, whole):
            label: Label = "state" if known.kind == "state" else "group" if known.kind == "group" else "organization"
            if known.sense in ("adjective", "people"):
                label = "people"
            yield Name(at, end, label, known)
            at = end
        else:
            at += 1


def _match(columns: Columns, at: int, options: tuple[tuple[tuple[str, ...], Known], ...]) -> tuple[int, Known] | None:
    for words, known in options:
        end = at + len(words)
        if tuple(columns.text[at:end]) == words:
            return end, known
    return None


def _fits(columns: Columns, at: int, end: int, known: Known, whole: tuple[int, int, str] | None) -> bool:
    """Whether a listed name is meant here, and not a part of a longer name or a common word in capitals."""
    tags = columns.tag[at:end]
    if not any(tag in _PROPER or tag in {"JJ", "NNS", "NN"} for tag in tags) or not columns.text[at][0].isupper():
        return False
    if known.sense in ("adjective", "people") and _hyphened(columns, at):
        return False  # "African-American" speaks of no state
    if whole is None:
        return end > at + 1 or columns.tag[at] in (_PROPER if known.kind != "state" else {*_PROPER, "JJ", "NNS"})
    start, stop, label = whole
    if label == "PERSON" and end == at + 1 and known.kind == "state" and known.sense in ("name", "capital"):
        alone = not any(columns.tag[i] in _PROPER for i in range(start, at))  # not the family name of "Rosa Lima"
        return alone and stop == end and columns.dep[at] == "nsubj" and folded(columns.text[at]) not in given_names()
    longer = [i for i in range(start, stop) if not at <= i < end and columns.lower[i] not in {"the", "'s", "'", "a"}]
    if longer and known.kind == "state" and label in ("GPE", "LOC", "NORP"):
        return not any(columns.tag[i] in _PROPER for i in longer)
    return not longer


def _hyphened(columns: Columns, at: int) -> bool:
    """Whether a word is the second part of a compound with a word for no state."""
    if at < 2 or columns.text[at - 1] != "-" or columns.tag[at - 1] != "HYPH":
        return False
    return columns.text[at - 2][0].isupper() and columns.text[at - 2] not in state_words()


def _joined(columns: Columns, names: list[Name]) -> list[Name]:
    """Names that were cut in two put together again."""
    out: list[Name] = []
    for name in names:
        before = out[-1] if out else None
        if before is not None and before.end == name.start and columns.sent[before.start] == columns.sent[name.start]:
            joined = _join(columns, before, name)
            if joined is not None:
                out[-1] = joined
                continue
        joined = None if before is None else joined_around(columns, before, name)
        if joined is not None:
            out[-1] = joined
            continue
        out.append(name)
    return out


def _join(columns: Columns, a: Name, b: Name) -> Name | None:
    """One name out of two neighbours, or None where they are two."""
    if (
        a.known is not None
        and a.label != "place"
        and not (a.known.sense in ("name", "capital") and b.label == "unknown")
    ):
        return None
    first = columns.text[a.start]
    if a.end - a.start == 1 and first.isupper() and is_name_word(first, "ship"):
        return Name(a.start, b.end, "organization")
    ends_open = is_name_word(columns.text[a.end - 1], "particle") and a.end - a.start > 1
    given = folded(columns.text[a.start]) in given_names() and a.end - a.start == 1
    if a.label == "person" and (
        ends_open or (is_name_word(columns.text[b.start], "particle") and b.label in ("person", "unknown"))
    ):
        return replace(a, end=b.end)
    one_each = a.end - a.start == b.end - b.start == 1
    if a.label == "unknown" and b.label == "person" and one_each and _before_family_name(columns, a, b):
        return Name(a.start, b.end, "person")
    bound = one_each and columns.dep[a.start] == "compound" and columns.head[a.start] == b.start
    if a.label in ("organization", "place") and a.known is None and b.label == "unknown" and given and bound:
        return Name(a.start, b.end, "person")  # "Petra Simic", the second not known
    unlisted = a.label in ("unknown", "people") and a.known is None
    if unlisted and b.label == "state" and one_each and columns.head[a.start] == b.start:
        return Name(a.start, b.end, "organization")  # "Telnor Norway"
    if {a.label, b.label} <= {"person", "unknown"} and (given or b.label == "unknown" == a.label):
        return Name(a.start, b.end, "person")
    if (a.label == "place" and b.label == "unknown") or (
        a.label == "state" and b.label == "unknown" and b.known is None
    ):
        plural = columns.tag[b.end - 1] == "NNPS" or is_numbered(columns.text[b.end - 1])
        if plural or is_name_word(columns.text[b.end - 1], "organization"):
            return Name(a.start, b.end, "organization")
    return None


def _before_family_name(columns: Columns, a: Name, b: Name) -> bool:
    """Whether a word in capitals that stands alone before a family name is the given name of its bearer."""
    bound = columns.dep[a.start] == "compound" and columns.head[a.start] == b.start
    words = (columns.text[a.start], columns.text[b.start])
    sorts = ("organization", "public", "team", "thing", "facility")
    known = any(is_name_word(word, sort) for word in words for sort in sorts)
    return bound and not known and words[0].istitle() and nouns().get(words[0].lower(), ("no",))[0] == "no"
