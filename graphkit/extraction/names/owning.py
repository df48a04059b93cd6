"""Names taken for people's that are bodies by what they have: "Telnor cut its forecast", "Telnor customers"."""

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import folded, given_names, nouns
from graphkit.extraction.names.headlines import Name

_WIDEST = 60  # dependents of a verb that are looked at


def owners_of_its(columns: Columns, names: list[Name]) -> list[tuple[str, ...]]:
    """Single names of which something is told that is "its" or "their": "Telnor cut its forecast"."""
    out = {}
    for name in names:
        verb, word = columns.head[name.start], columns.text[name.start]
        strange = name.label == "people" and name.known is None and columns.tag[name.start] == "NNP"
        if (name.label != "person" and not strange) or name.end - name.start > 1 or folded(word) in given_names():
            continue
        alone = not any(columns.dep[k] == "conj" for k in columns.kids[name.start])
        if columns.dep[name.start] == "nsubj" and alone and tells_of_own(columns, verb):
            out[(word,)] = True
    return list(out)


def tells_of_own(columns: Columns, verb: int) -> bool:
    """Whether the object of a verb, or the subject of what is said, is "its" or "their" thing."""
    kids = columns.kids[verb][:_WIDEST]
    objects = [k for k in kids if columns.dep[k] == "dobj"]
    told = [k for k in kids if columns.dep[k] == "ccomp" and not any(columns.dep[o] == "dobj" for o in kids)]
    objects += [o for k in told for o in columns.kids[k][:_WIDEST] if columns.dep[o] in ("nsubj", "nsubjpass")]
    return any(columns.lower[o] in ("its", "their") for k in objects for o in columns.kids[k])


def always_before_nouns(columns: Columns, names: list[Name]) -> list[tuple[str, ...]]:
    """Names taken for people's that stand only before nouns or behind "at" ("Telnor customers"): names of firms."""
    free: dict[tuple[str, ...], bool] = {}
    for name in names:
        words = name.words(columns)
        single = len(words) == 1 and folded(words[0]) not in given_names()
        if name.label == "person" and name.known is None and (single or len(words) > 1):
            head = name.end - 1
            bound = columns.dep[head] in ("compound", "nmod") and columns.pos[columns.head[head]] == "NOUN"
            bound = bound and (single or not _titled_before(columns, name))
            bound = bound or (
                (single or folded(words[0]) not in given_names())
                and columns.dep[head] == "pobj"
                and columns.lower[columns.head[head]] in ("at", "in", "inside")
            )
            free[words] = free.get(words, False) or not bound
    family = {words[-1] for words, is_free in free.items() if is_free}
    return [words for words, is_free in free.items() if not is_free and words[-1] not in family]


def _titled_before(columns: Columns, name: Name) -> bool:
    """Whether a full name stands between two nouns for its bearer: "named assistant Tony Berg coach"."""
    nearby = (columns.lower[name.start - 1] if name.start else "", columns.lower[columns.head[name.end - 1]])
    return folded(columns.text[name.start]) in given_names() and all(
        nouns().get(word, ("no",))[0] == "person" for word in nearby
    )
