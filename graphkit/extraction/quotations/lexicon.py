"""The words that lead to what somebody says, thinks, wants or judges, from ``graphkit/data/cue_*.tsv``."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graphkit.extraction.inflection import inflections


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word: its kind (say, think, want, judge, show), its frames and the prepositions it governs.

    `after_object` are the prepositions that follow an object ("accused X of").
    """

    lemma: str
    kind: str
    frames: frozenset[str]
    prepositions: frozenset[str] = frozenset()
    after_object: frozenset[str] = frozenset()


def _rows(name: str) -> list[list[str]]:
    text = files("graphkit.data").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _split(field: str) -> frozenset[str]:
    return frozenset() if field == "-" else frozenset(field.split(","))


@cache
def verbs() -> dict[str, tuple[tuple[str | None, Cue], ...]]:
    """Form of a verb → its cues, each with the particle it needs, those with a particle first."""
    table: dict[str, list[tuple[str | None, Cue]]] = {}
    for name, kind, frames, prepositions, irregular in _rows("cue_verbs.tsv"):
        verb, _, particle = name.partition(" ")
        after = _split(prepositions[2:]) if prepositions.startswith("P:") else frozenset()
        before = _split(prepositions[2:]) if prepositions.startswith("p:") else frozenset()
        cue = Cue(name, kind, _split(frames), before, after)
        for form in inflections(verb, irregular if irregular != "-" else _irregular_of(verb)):
            table.setdefault(form, []).append((particle or None, cue))
    return {form: tuple(sorted(found, key=lambda x: x[0] is None)) for form, found in table.items()}


@cache
def _irregular() -> dict[str, str]:
    return {row[0]: row[4] for row in _rows("cue_verbs.tsv") if row[4] != "-"} | {
        "make": "made",
        "go": "went,gone,going",
        "spell": "spelt,spelled",
    }


def _irregular_of(verb: str) -> str:
    return _irregular().get(verb, "-")


@cache
def nouns() -> dict[str, Cue]:
    """Cue nouns by singular and plural form."""
    table = {}
    for word, kind_of_word, kind, frames, prepositions in _rows("cue_nouns.tsv"):
        if kind_of_word == "noun":
            plural = word[:-1] + "ies" if word.endswith("y") else word + ("es" if word.endswith("s") else "s")
            table[word] = table[plural] = Cue(word, kind, _split(frames), _split(prepositions))
    return table


@cache
def adjectives() -> dict[str, Cue]:
    """Cue adjectives by form."""
    return {
        row[0]: Cue(row[0], row[2], _split(row[3]), _split(row[4]))
        for row in _rows("cue_nouns.tsv")
        if row[1] == "adjective"
    }


@cache
def light_verbs() -> frozenset[str]:
    """Forms of the verbs that lend a cue noun its speaker: "made the claim that", "has no plans to"."""
    return frozenset(
        form for row in _rows("cue_nouns.tsv") if row[1] == "light" for form in inflections(row[0], row[4])
    )


@cache
def no_speakers() -> frozenset[str]:
    """Words before a colon that are no speaker: "Photo: …"."""
    return frozenset(row[0] for row in _rows("cue_nouns.tsv") if row[1] == "label")
