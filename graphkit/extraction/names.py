"""The names in a story: what the entity recogniser marked, repaired.

Listed names come first, then entities without titles and possessives, then runs of proper nouns that it missed.
Headlines in capitals are read last, with the names of the text below them.
"""

from collections.abc import Iterator
from dataclasses import replace

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import Known, folded, given_names, is_name_word, nouns, phrases, word_list
from graphkit.extraction.headlines import Label, Name, headlines, in_headlines

_LABELS: dict[str, Label] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people",
    "PRODUCT": "thing", "EVENT": "thing", "WORK_OF_ART": "thing", "LAW": "thing",
}  # fmt: skip
_COMMON = {"NN", "NNS", "VBD", "VBZ"}
_PROPER = {"NNP", "NNPS"}
_WEAK = {"thing", "place", "unknown"}  # labels that the last word of the name may correct


def find_names(columns: Columns) -> list[Name]:
    """All names of a story in text order, none overlapping another."""
    capitals = headlines(columns)
    names = list(_listed(columns))
    taken = _cover(names, len(columns))
    for start, end, kind in columns.ents:
        label = _LABELS.get(kind)
        if label is not None:
            names.extend(_outside(_trim(columns, start, end, label), taken, columns))
    taken = _cover(names, len(columns))
    names += [run for run in _runs(columns, taken) if columns.sent[run.start] not in capitals]
    names = _joined(columns, sorted(names, key=lambda name: name.start))
    names = [_by_words(columns, name) for name in names]
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
    if whole is None:
        return end > at + 1 or columns.tag[at] in (_PROPER if known.kind != "state" else {*_PROPER, "JJ", "NNS"})
    start, stop, label = whole
    if label == "PERSON" and end == at + 1 and known.kind == "state" and known.sense in ("name", "capital"):
        return False
    longer = [i for i in range(start, stop) if not at <= i < end and columns.lower[i] not in {"the", "'s", "'", "a"}]
    if longer and known.kind == "state" and label in ("GPE", "LOC", "NORP"):
        return not any(columns.tag[i] in _PROPER for i in longer)
    return not longer


def _trim(columns: Columns, start: int, end: int, label: Label) -> Name | None:
    """An entity without article, title, possessive and stray punctuation; None where nothing is left."""
    while start < end and (columns.tag[start] in {"DT", "POS", "PRP$"} or not columns.text[start][0].isalnum()):
        start += 1
    while end > start and (
        columns.tag[end - 1] == "POS" or not (columns.text[end - 1][-1].isalnum() or columns.text[end - 1][-1] == ".")
    ):
        end -= 1
    for i in range(start + 1, end):
        if columns.tag[i] == "POS" and label == "person":
            end = i  # "Ann Holm's Oslo"
            break
    money = next((i for i in range(start + 1, end) if columns.tag[i] == "$"), end)
    end = money  # "Corvane $3 million"
    brackets = [i for i in range(start, end) if columns.text[i] in "[]()"]
    if brackets:  # an editor's insertion: "Jan [the] Berg"
        start = brackets[-1] + 1
        if start >= end:
            return None
    while label == "person" and end - start > 1 and columns.text[end - 1].islower() and columns.tag[end - 1] in _COMMON:
        end -= 1  # "Olm bridges"
    if label == "person":
        start = _after_title(columns, start, end)
        if end - start == 1 and columns.tag[start] not in _PROPER and columns.text[start].islower():
            return None
    if label != "person" and all(nouns().get(w, ("no",))[0] == "person" for w in columns.lower[start:end]):
        return None  # "Surgeon General" is a post
    return Name(start, end, label) if start < end else None


def _after_title(columns: Columns, start: int, end: int) -> int:
    """Where the name begins behind titles; "Pope" stays before a single name."""
    at = start
    while at < end - 1:
        word = folded(columns.text[at]).rstrip(".")
        if is_name_word(word, "royal") and end - at <= 3:
            return at
        title = (
            any(is_name_word(word, sort) for sort in ("mr", "ms", "dr")) or nouns().get(word, ("no",))[0] == "person"
        )
        honorific = is_name_word(word, "mr") or is_name_word(word, "ms")
        if not title or (word in given_names() and not honorific and not columns.text[at].endswith(".")):
            return at
        at += 1
    return at


def _outside(name: Name | None, taken: list[bool], columns: Columns) -> Iterator[Name]:
    """The parts of an entity that no listed name covers, as long as they are proper nouns."""
    if name is None:
        return
    if not any(taken[name.start : name.end]):
        yield name
        return
    at = name.start
    while at < name.end:
        end = at
        while end < name.end and not taken[end]:
            end += 1
        if end > at and any(columns.tag[i] in _PROPER for i in range(at, end)):
            part = _trim(columns, at, end, name.label)
            if part is not None:
                yield part
        at = max(end, at) + 1


def _runs(columns: Columns, taken: list[bool]) -> Iterator[Name]:
    """Runs of proper nouns that nobody marked."""
    at, size = 0, len(columns)
    while at < size:
        if taken[at] or not (columns.tag[at] in _PROPER or _numbered(columns.text[at])) or not _name_like(columns, at):
            at += 1
            continue
        end = at + 1
        while (
            end < size
            and not taken[end]
            and (columns.tag[end] in _PROPER or _numbered(columns.text[end]))
            and _name_like(columns, end)
            and columns.sent[end] == columns.sent[at]
        ):
            end += 1
        yield Name(at, end, "unknown")
        at = end


def _numbered(word: str) -> bool:
    """Whether a word is a number turned into a team's name ("49ers")."""
    return word[0].isdigit() and word.endswith("ers") and word[:-3].isdigit()


def _name_like(columns: Columns, at: int) -> bool:
    word = columns.text[at]
    if _numbered(word):
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
    ends_open = is_name_word(columns.text[a.end - 1], "particle") and a.end - a.start > 1
    given = folded(columns.text[a.start]) in given_names() and a.end - a.start == 1
    if a.label == "person" and (
        ends_open or (is_name_word(columns.text[b.start], "particle") and b.label in ("person", "unknown"))
    ):
        return replace(a, end=b.end)
    if {a.label, b.label} <= {"person", "unknown"} and (given or b.label == "unknown" == a.label):
        return Name(a.start, b.end, "person")
    if (a.label == "place" and b.label == "unknown") or (
        a.label == "state" and b.label == "unknown" and b.known is None
    ):
        plural = columns.tag[b.end - 1] == "NNPS" or _numbered(columns.text[b.end - 1])
        if plural or is_name_word(columns.text[b.end - 1], "organization"):
            return Name(a.start, b.end, "organization")
    return None


def _by_words(columns: Columns, name: Name) -> Name:
    """The name with the label that its own words give it."""
    if name.known is not None:
        return name
    words = name.words(columns)
    if len(words) == 1 and name.label in ("organization", "place", "unknown") and _titled(columns, name):
        royal = is_name_word(columns.lower[name.start - 1], "royal")
        return Name(name.start - royal, name.end, "person")
    if is_name_word(words[-1], "thing") and name.label not in ("person", "state", "people"):
        return replace(name, label="thing")
    last, first = folded(words[-1]).rstrip("."), folded(words[0]).rstrip(".")
    if name.label in _WEAK or name.label == "person":
        if len(words) > 1 and is_name_word(last, "organization") and name.label != "person":
            return replace(name, label="organization")
        if len(words) > 2 and is_name_word(first, "organization") and words[1].lower() in {"of", "for"}:
            return replace(name, label="organization")
    if name.label == "unknown":
        if len(words) > 1 and first in given_names() and not is_name_word(last, "facility"):
            return replace(name, label="person")
        if columns.tag[name.end - 1] == "NNPS":
            return replace(name, label="organization")
        if len(words) > 1 and is_name_word(last, "facility"):
            return replace(name, label="place")
    if (
        name.label == "person"
        and name.start
        and columns.lower[name.start - 1] == "the"
        and columns.head[name.start - 1] == name.end - 1
    ):
        return replace(name, label="group" if columns.tag[name.end - 1] == "NNPS" else "thing")  # "the Obamas"
    return name


def _titled(columns: Columns, name: Name) -> bool:
    """Whether the title of a person hangs on a single word ("King Olaf", "President Sato")."""
    at, word = name.start - 1, columns.text[name.start]
    if at < 0 or columns.head[at] != name.start or columns.tag[at] != "NNP" or not word.istitle():
        return False
    title = columns.lower[at].rstrip(".")
    body = any(is_name_word(word, sort) for sort in ("organization", "facility", "thing", "team"))
    return not body and (nouns().get(title, ("no",))[0] == "person" or is_name_word(title, "royal"))
