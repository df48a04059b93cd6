"""Noun phrases and pronouns that may stand for an actor, before it is known which."""

from dataclasses import dataclass
from typing import Literal

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import is_name_word, nouns, synonyms

Form = Literal["name", "nominal", "pronoun"]
_BEFORE = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "poss",
        "nmod",
        "advmod",
        "quantmod",
        "predet",
        "punct",
        "neg",
        "npadvmod",
        "case",
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """A mention: head token, half-open range, form, and what it says of its actor ("" where it says nothing).

    `noun` is the lower-case head noun in the singular; `modifiers` the lower-case content words before it.
    """

    head: int
    start: int
    end: int
    form: Form
    sort: str  # person, group, organization, state, or "" for a pronoun
    number: str  # singular, plural, or ""
    gender: str  # f, m, n, or ""
    noun: str = ""
    definite: bool = False
    modifiers: frozenset[str] = frozenset()


def singular(word: str, lemma: str) -> str:
    """Singular of a noun: the lemma, or the plural's ending cut where the lemmatizer left it (nouns taken for names).

    Examples
    --------
    >>> singular("ministers", "ministers"), singular("police", "police")
    ('minister', 'police')
    """
    if lemma != word or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return lemma
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def canonical(noun: str) -> str:
    """The noun that stands for it and its synonyms (mom: mother; ex-president: president)."""
    noun = noun.removeprefix("ex-")
    return synonyms().get(noun, noun)


def base_start(columns: Columns, head: int) -> int:
    """First token of the noun phrase up to its head: articles, adjectives, compounds, possessors."""
    start = head
    for k in reversed(columns.kids[head]):
        if k < head and columns.dep[k] in _BEFORE and columns.right[k] == start - 1:
            start = columns.left[k]
    while start < head and (columns.dep[start] == "punct" or columns.tag[start] in ("RB", "IN", "CC")):
        start += 1
    return start


def hyphenated_end(columns: Columns, i: int) -> int:
    """End of a noun that goes on behind hyphens: "brother-in-law", "president-elect"."""
    end = i + 1
    while end + 1 < len(columns) and columns.tag[end] == "HYPH" and columns.text[end + 1].isalpha():
        end += 2
    return end


def title_start(columns: Columns, start: int) -> int | None:
    """First token of the title right before a name that begins at `start`, None where there is none.

    "Norwegian foreign minister | Ann Holm" begins at "Norwegian"; articles stay outside.
    """
    at = start - 1
    while (
        at >= 0
        and columns.sent[at] == columns.sent[start]
        and any(is_name_word(columns.lower[at], s) for s in ("mr", "ms"))
    ):
        at -= 1
    if at < 0 or columns.sent[at] != columns.sent[start]:
        return None
    word = columns.lower[at]
    entry = nouns().get(word) or nouns().get(singular(word, columns.lemma[at].lower()))
    if ((entry is None or entry[0] != "person") and not is_name_word(word, "dr")) or columns.pos[at] not in (
        "NOUN",
        "PROPN",
        "ADJ",
    ):
        return None
    first = at
    while (
        first > 0
        and columns.sent[first - 1] == columns.sent[start]
        and (
            columns.pos[first - 1] in ("NOUN", "PROPN", "ADJ")
            or columns.tag[first - 1] in ("POS", "HYPH")
            or columns.lower[first - 1] in ("then", "ex")
        )
    ):
        first -= 1
    return first
