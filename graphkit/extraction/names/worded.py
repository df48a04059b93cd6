"""What a name names by its own words and the title before it: "Halden Superior Court", "the Obamas", "King Olaf"."""

from dataclasses import replace

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import folded, given_names, is_name_word, nouns, word_list
from graphkit.extraction.names.foreign_names import body_around
from graphkit.extraction.names.headlines import Label, Name
from graphkit.extraction.place_names import areas

_WEAK = {"thing", "place", "unknown"}  # labels that the last word of the name may correct


def by_words(columns: Columns, name: Name) -> Name:
    """The name with the label that its own words give it."""
    if name.known is not None:
        return name
    words = name.words(columns)
    if len(words) == 1 and name.label in ("organization", "place", "unknown") and _titled(columns, name):
        royal = is_name_word(columns.lower[name.start - 1], "royal")
        return Name(name.start - royal, name.end, "person")
    told = _last_word_label(columns, name, words)
    if told is not None:
        return replace(name, label=told)
    last, first = folded(words[-1]).rstrip("."), folded(words[0]).rstrip(".")
    if name.label == "unknown":
        if len(words) > 1 and first in given_names() and not is_name_word(last, "facility"):
            return replace(name, label="person")
        if columns.tag[name.end - 1] == "NNPS":
            return replace(name, label="organization")
        if len(words) > 1 and is_name_word(last, "facility"):
            return replace(name, label="place")
    if name.label == "person" and (body_around(columns, name) or any("&" in word for word in words)):
        return replace(name, label="organization")
    if (
        name.label == "person"
        and name.start
        and columns.lower[name.start - 1] == "the"
        and columns.head[name.start - 1] == name.end - 1
    ):
        return replace(name, label="group" if columns.tag[name.end - 1] == "NNPS" else "thing")  # "the Obamas"
    return name


def _last_word_label(columns: Columns, name: Name, words: tuple[str, ...]) -> Label | None:
    """Label that the last or first word of a name tells: "Halden Superior Court", "Rue Lafitte", "Peace Prize"."""
    several, person = len(words) > 1, name.label == "person"
    if is_name_word(words[-1], "thing") and name.label not in ("person", "state", "people"):
        return "thing"
    last, first = folded(words[-1]).rstrip("."), folded(words[0]).rstrip(".")
    if name.label in ("person", "organization") and several and is_name_word(first, "site"):
        return "place"
    if person and several and last in word_list("sure_institution"):
        return "organization"
    institution = is_name_word(last, "public") or is_name_word(last, "organization")
    if person and several and first not in given_names() and (institution or first in areas()):
        return "organization"
    if name.label in ("organization", "place") and several and _behind_role(columns, name):
        return "person"
    if name.label in _WEAK and several and is_name_word(last, "organization"):
        return "organization"
    of = len(words) > 2 and is_name_word(first, "organization") and words[1].lower() in {"of", "for"}
    return "organization" if of and (person or name.label in _WEAK) else None


def _behind_role(columns: Columns, name: Name) -> bool:
    """Whether a role hangs on a name of several words that are no body's: "protester Paris Halden"."""
    at, head = name.start - 1, name.end - 1
    if at < 0 or columns.head[at] != head or columns.tag[at] != "NN" or columns.dep[at] not in ("compound", "nmod"):
        return False
    words = name.words(columns)
    body = any(is_name_word(word, sort) for word in words for sort in ("organization", "facility", "thing", "team"))
    plain = all(word.istitle() for word in words) and columns.tag[head] == "NNP"
    return plain and not body and nouns().get(columns.lower[at], ("no",))[0] == "person"


def _titled(columns: Columns, name: Name) -> bool:
    """Whether the title of a person hangs on a single word ("King Olaf", "President Sato")."""
    at, word = name.start - 1, columns.text[name.start]
    if at < 0 or columns.head[at] != name.start or columns.tag[at] != "NNP" or not word.istitle():
        return False
    title = columns.lower[at].rstrip(".")
    body = any(is_name_word(word, sort) for sort in ("organization", "facility", "thing", "team"))
    return not body and (nouns().get(title, ("no",))[0] == "person" or is_name_word(title, "royal"))
