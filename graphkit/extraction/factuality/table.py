"""What governing words say of the reality of what they govern, from ``graphkit/data/implicatives.tsv``."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graphkit.extraction.inflection import inflections
from graphkit.extraction.tree import Tree

CHARGED = frozenset({"for", "over", "about", "in"})


@dataclass(frozen=True, slots=True)
class Signature:
    """Values of what a word governs where the word itself is affirmed and where it is negated; the file says which."""

    affirmed: str
    negated: str


OPEN = Signature("o", "o")
REAL = Signature("+", "-")
KEEP = Signature("=", "o")


@dataclass(frozen=True, slots=True)
class Governor:
    """A governing verb: signatures of its infinitive, that-clause and object; None where it has no such frame."""

    infinitive: Signature | None
    tense: str
    clause: Signature | None
    noun: Signature | None


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = files("graphkit.data").joinpath("implicatives.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


def _signature(affirmed: str, negated: str) -> Signature | None:
    if affirmed == "." and negated == ".":
        return None
    return Signature("=" if affirmed == "." else affirmed, "o" if negated == "." else negated)


@cache
def governors() -> dict[str, dict[str | None, Governor]]:
    """Form of a verb → its particle or preposition (None for none) → what it says of its complements."""
    table: dict[str, dict[str | None, Governor]] = {}
    for row in _rows():
        if row[1] != "verb":
            continue
        verb, _, particle = row[0].partition(" ")
        entry = Governor(_signature(row[3], row[4]), row[5], _signature(row[6], row[7]), _signature(row[8], row[9]))
        for form in inflections(verb, row[2] if row[2] != "-" else _irregular().get(verb, "-")):
            table.setdefault(form, {})[particle or None] = entry
    return table


def governor(tree: Tree, verb: int) -> Governor | None:
    """The entry of a governing verb, with its particle or preposition if the table has that."""
    entries = governors().get(tree.words[verb])
    if entries is None:
        return None
    for i in tree.kids(verb, "prt", "prep", "advmod"):
        if tree.words[i] in entries:
            return entries[tree.words[i]]
    return entries.get(None)


def past_agent(tree: Tree, head: int) -> int:
    """The verb of "accused by the police of theft", "suspect him of theft" where the parser hangs "of" on a name."""
    above = tree.heads[head]
    if tree.deps[head] == "dobj" and (tree.pos[head] == "PROPN" or tree.words[above] in forms("accusing")):
        return above if tree.words[above] in governors() else head
    verb = tree.heads[above]
    agent = tree.deps[head] == "pobj" and tree.deps[above] == "agent"
    return verb if agent and tree.words[verb] in governors() else head


def charged(tree: Tree, verb: int, preposition: str) -> bool:
    """Whether somebody is "wanted for", "sought over", "questioned about" a deed."""
    return preposition in CHARGED and tree.tags[verb] == "VBN" and tree.words[verb] in forms("sought")


@cache
def _irregular() -> dict[str, str]:
    return {row[0]: row[2] for row in _rows() if len(row) > 2 and row[2] != "-"}


@cache
def words(kind: str) -> dict[str, tuple[str, str]]:
    """Word → its value and tense, for the classes noun, adjective, modifier, adverb and mark (tense "." there)."""
    table = {}
    for row in _rows():
        if row[1] == kind:
            table[row[0]] = (row[3], row[4] if len(row) > 4 else ".")
            if kind == "noun" and row[0][-1] != "s":
                plural = row[0][:-1] + "ies" if row[0][-1] == "y" else row[0] + "s"
                table.setdefault(plural, table[row[0]])
    return table


@cache
def forms(kind: str) -> frozenset[str]:
    """All forms of the verbs of a class: support, act, preventing."""
    return frozenset(form for row in _rows() if row[1] == kind for form in inflections(row[0], row[2]))
