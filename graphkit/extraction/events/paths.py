"""By what a noun hangs on the verb above it: through prepositions, coordination and nouns that only lead on."""

from dataclasses import dataclass

from graphkit.extraction.events.nouns import listed
from graphkit.extraction.types.words import Words

_CLIMBS = 10
_DIRECT = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "oprd", "dative"})


@dataclass(frozen=True, slots=True)
class Path:
    """The verb above a noun; `link` is its preposition, or the label of a noun that hangs on the verb directly.

    `through` has the nouns between, from below: "count" in "convicted on a count of murder"; `adjective` one that
    stands between ("guilty of murder").
    """

    verb: int
    link: str
    through: tuple[int, ...] = ()
    adjective: int | None = None


def path_of(words: Words, noun: int) -> Path | None:
    """Path from a noun to its verb; None where there is none, or where another noun has it."""
    tree = words.tree
    at, through = noun, list[int]()
    for _ in range(_CLIMBS):
        above, dep = tree.heads[at], tree.deps[at]
        if above == at:
            return None
        if dep == "conj" or (dep == "appos" and not tree.child(at, "det")):  # a list without "and"
            at = above
        elif tree.tags[above][:1] in ("V", "M") and dep != "pobj":
            return Path(above, dep, tuple(through)) if dep in _DIRECT else None
        elif dep in ("pobj", "pcomp"):
            top = _upper(words, above)
            governor = tree.heads[top]
            if tree.tags[governor][:1] in ("V", "M"):
                return Path(governor, tree.words[above], tuple(through))
            if tree.tags[governor][:2] == "JJ":
                verb = tree.heads[governor]
                fits = tree.tags[verb][:1] in ("V", "M")
                return Path(verb, tree.words[above], tuple(through), governor) if fits else None
            if not _leads(words, governor):
                return Path(governor, tree.words[above], tuple(through))
            through.append(governor)
            at = governor
        elif dep in ("compound", "nmod", "amod") and tree.tags[above][:1] == "N":
            if not _leads(words, above):
                return Path(above, "compound", tuple(through))
            through.append(above)
            at = above
        else:
            return None
    return None


def _upper(words: Words, preposition: int) -> int:
    """The outer of two prepositions: "from under fire"."""
    tree = words.tree
    above = tree.heads[preposition]
    return above if tree.deps[preposition] in ("prep", "pcomp") and tree.tags[above] in ("IN", "TO") else preposition


def _leads(words: Words, noun: int) -> bool:
    """Whether a noun only leads on to the deed: a charge, a count, a case; a part in it, its scene, years for it."""
    lemma = words.lemmas[noun].lower()
    return lemma in listed("through") or lemma in listed("held") or lemma in listed("leading_on")
