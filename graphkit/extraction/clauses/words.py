"""Word lists of the clause rules, read once from the data files."""

from functools import cache
from importlib.resources import files

SAY_RULE = "say"  # rule name of clauses whose verb is plain speech


@cache
def word_classes(name: str) -> dict[str, frozenset[str]]:
    """Class → words of the table `name` in `graphkit/data`: class, a tab, words; several lines of a class add up.

    Examples
    --------
    >>> "accuse" in word_classes("verb_classes.tsv")["objcontrol"]
    True
    """
    out: dict[str, frozenset[str]] = {}
    for line in files("graphkit.data").joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, words = line.split("\t")
            out[kind] = out.get(kind, frozenset()) | frozenset(words.split())
    return out


def verbs(kind: str) -> frozenset[str]:
    """Lemmas of a class of verbs."""
    return word_classes("verb_classes.tsv")[kind]


def event_nouns(kind: str) -> frozenset[str]:
    """Lemmas of a class of event nouns."""
    return word_classes("event_nouns.tsv")[kind]


@cache
def all_event_nouns() -> frozenset[str]:
    """Lemmas of all event nouns."""
    return frozenset().union(*word_classes("event_nouns.tsv").values())


@cache
def _people() -> dict[str, tuple[int, int]]:
    rows = files("graphkit.data").joinpath("people_nouns.tsv").read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {word: (int(person), int(group)) for word, person, group in cells}


def is_person(noun: str) -> bool:
    """Whether a noun, by its lemma, means persons in most of its senses.

    Examples
    --------
    >>> is_person("manager"), is_person("hotel")
    (True, False)
    """
    person, group = _people().get(noun.lower(), (0, 0))
    return person >= 60 and group == 0


def is_doer(noun: str) -> bool:
    """Whether a noun, by its lemma, means persons or groups in most of its senses.

    Examples
    --------
    >>> is_doer("rebel"), is_doer("army"), is_doer("theft")
    (True, True, False)
    """
    return sum(_people().get(noun.lower(), (0, 0))) >= 60


def is_vague(text: str) -> bool:
    """Whether a phrase says only how many or which of what is not named.

    Examples
    --------
    >>> is_vague("the former"), is_vague("some"), is_vague("some ships")
    (True, True, False)
    """
    return text.lower().removeprefix("the ") in word_classes("clause_words.tsv")["vague"]


def is_indefinite(text: str) -> bool:
    """Whether a phrase names nobody and nothing in particular: a clause between two such tells no fact.

    Examples
    --------
    >>> is_indefinite("No one"), is_indefinite("No one in Oslo"), is_indefinite("others")
    (True, False, True)
    """
    return text.lower().replace(" ", "-") in word_classes("clause_words.tsv")["indefinite"]
