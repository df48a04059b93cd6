"""Names of bodies in other languages, put together around their small words: "Médecins du Monde", "Brot für Alle"."""

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import folded, given_names, is_name_word, word_list
from graphkit.extraction.names.headlines import Name

_WEAK = frozenset({"unknown", "thing", "organization", "place", "person"})


def joined_around(columns: Columns, a: Name, b: Name) -> Name | None:
    """One body out of two names with a small word of another language between, None where they are two."""
    if b.start != a.end + 1 or a.known is not None or b.known is not None or not {a.label, b.label} <= _WEAK:
        return None
    if "unknown" not in (a.label, b.label) or columns.sent[a.start] != columns.sent[b.start]:
        return None
    return Name(a.start, b.end, "organization") if _names_a_body(columns, a.start, a.end) else None


def body_around(columns: Columns, name: Name) -> bool:
    """Whether what was taken for a person is a body by its small word: "Terre des Enfants"."""
    inside = range(name.start + 1, name.end - 1)
    return any(columns.lower[i] in word_list("foreign_for") and _names_a_body(columns, name.start, i) for i in inside)


def _names_a_body(columns: Columns, start: int, at: int) -> bool:
    """Whether a small word at `at` joins no family name to a given name."""
    word = columns.text[at]
    if not word.islower() or not columns.text[start].istitle() or folded(columns.text[start]) in given_names():
        return False
    if is_name_word(columns.text[start], "site"):
        return False
    return word in word_list("foreign_for") or word in word_list("foreign_of")
