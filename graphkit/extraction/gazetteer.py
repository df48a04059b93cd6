"""What is known of names and nouns without reading the story: states, organisations, outlets, people nouns."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

NounClass = Literal["person", "group", "organization", "no"]
Sense = Literal["name", "adjective", "people", "capital", "seat"]

_NO_PLURAL = ("ese", "ish", "ch", "ss", "ic", "Swiss", "lao")


@dataclass(frozen=True, slots=True)
class State:
    """A state: ISO code, common name, the adjective used first for it."""

    code: str
    name: str
    adjective: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a listed name stands for: the canonical name, its kind, and for states how the words point to it."""

    name: str
    kind: Literal["state", "organization", "outlet", "group"]
    code: str | None = None
    sense: Sense = "name"


def folded(text: str) -> str:
    """Lower case without accents.

    Examples
    --------
    >>> folded("Élysée")
    'elysee'
    """
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def _rows(name: str) -> list[list[str]]:
    """Cells of a table of graphkit/data without its comment lines."""
    lines = files("graphkit.data").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _values(cell: str) -> list[str]:
    return [value for value in cell.split(";") if value]


def _people(adjectives: list[str], people: str) -> list[str]:
    """People nouns of a state, singular and plural."""
    out: list[str] = []
    for word in adjectives:
        out.append(word)
        if not word.isupper() and not word.endswith(_NO_PLURAL) and "." not in word:
            out.append(word + "s")
    for word in _values(people):
        one, _, many = word.partition(":")
        out += [one, many or one + "s"]
    return out


@cache
def states() -> dict[str, State]:
    """States by ISO code.

    Examples
    --------
    >>> states()["FR"].name
    'France'
    """
    out = {}
    for code, name, adjective, *_ in _rows("states.tsv")[1:]:
        out[code] = State(code, name, (_values(adjective) or [name])[0])
    return out


@cache
def state_words() -> dict[str, Known]:
    """Names, adjectives, people nouns, capitals and seats of all states, as written.

    Examples
    --------
    >>> state_words()["Kremlin"].code, state_words()["Danes"].sense
    ('RU', 'people')
    """
    out: dict[str, Known] = {}
    for code, name, adjective, people, capital, alias, seat in _rows("states.tsv")[1:]:
        adjectives = _values(adjective)
        groups: list[tuple[Sense, list[str]]] = [
            ("name", [name, *_values(alias)]),
            ("adjective", adjectives),
            ("seat", _values(seat)),
            ("capital", _values(capital)),
            ("people", _people(adjectives, people)),
        ]
        for sense, words in groups:
            for word in words:
                out.setdefault(word, Known(name, "state", code, sense))
    return out


@cache
def inhabitants() -> dict[str, str]:
    """ISO codes of the countries of people called by their state, province or city, by the last word of that.

    Examples
    --------
    >>> inhabitants()["Londoner"]
    'GB'
    """
    return {word.split()[-1]: code for words, code in _rows("inhabitants.tsv") for word in _values(words)}


@cache
def organization_words() -> dict[str, Known]:
    """Names and aliases of listed organisations and outlets.

    Examples
    --------
    >>> organization_words()["CSTO"].name
    'Collective Security Treaty Organization'
    """
    out: dict[str, Known] = {}
    for name, aliases, *_ in _rows("organizations.tsv"):
        for word in (name, *_values(aliases)):
            out.setdefault(word, Known(name, "organization"))
    for name, *rest in _rows("outlets.tsv"):
        for word in (name, *_values(rest[0] if rest else "")):
            out.setdefault(word, Known(name, "outlet"))
    for name in ("West", "Global South"):
        out[name] = Known(name, "group")
    return out


@cache
def leaders() -> dict[str, tuple[str, str]]:
    """ISO code and office of the heads of state and government in office, by their names, folded.

    Examples
    --------
    >>> leaders()["vladimir putin"]
    ('RU', 'president')
    """
    rows = [row for row in _rows("leaders.tsv") if len(row) < 5 or not row[4]]
    return {folded(row[2]): (row[0], row[1].lower()) for row in rows}


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], Known], ...]]:
    """Listed names of several words by their first word, the longest first, each as its words."""
    by_first: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for table in (state_words(), organization_words()):
        for written, known in table.items():
            words = tuple(written.replace("'s ", " 's ").replace(",", " ,").replace("&", " & ").split())
            by_first.setdefault(words[0], []).append((words, known))
    return {first: tuple(sorted(found, key=lambda item: -len(item[0]))) for first, found in by_first.items()}


@cache
def given_names() -> dict[str, str]:
    """Gender of given names (f, m, or u for either), folded.

    Examples
    --------
    >>> given_names()["olga"]
    'f'
    """
    out = dict(_rows("given_names.tsv"))
    out.update((name, gender) for name, gender in _rows("given_names_more.tsv"))
    return out


@cache
def nouns() -> dict[str, tuple[NounClass, str]]:
    """Class and gender ("f", "m" or "") of nouns that mean persons, groups or organisations.

    Examples
    --------
    >>> nouns()["actress"]
    ('person', 'f')
    """
    out: dict[str, tuple[NounClass, str]] = {}
    for word, person, _group in _rows("people_nouns.tsv"):
        if int(person) >= 50:
            out[word] = ("person", "")
    classes: dict[str, NounClass] = {"person": "person", "group": "group", "organization": "organization", "no": "no"}
    for word, name, gender in _rows("actor_nouns.tsv"):
        out[word] = (classes[name], gender)
    return out


@cache
def name_words() -> dict[str, frozenset[str]]:
    """What a word inside or around a name may be (honorific, particle, suffix …), by the folded word without full stop.

    Examples
    --------
    >>> sorted(name_words()["von"])
    ['particle']
    """
    out: dict[str, set[str]] = {}
    for word, sort in _rows("name_words.tsv"):
        out.setdefault(word, set()).add(sort)
    return {word: frozenset(sorts) for word, sorts in out.items()}


def is_name_word(word: str, sort: str) -> bool:
    """Whether a word may be of that sort (``mr``, ``particle``, ``suffix``, ``organization`` …)."""
    return sort in name_words().get(folded(word).rstrip("."), ())


@cache
def _word_lists() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, words in _rows("actor_words.tsv"):
        if name in found:
            raise ValueError(f"actor_words.tsv: the list {name!r} stands twice; put its words on one line")
        found[name] = frozenset(words.split())
    return found


@cache
def synonyms() -> dict[str, str]:
    """Nouns of descriptions by what says the same.

    Examples
    --------
    >>> synonyms()["mom"]
    'mother'
    """
    return dict(pair.split(":") for pair in sorted(word_list("synonym")))


def word_list(name: str) -> frozenset[str]:
    """A short list of words that a rule asks for, by its name in actor_words.tsv."""
    return _word_lists()[name]
