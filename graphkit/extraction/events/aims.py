"""Whom the act of a clause is aimed at where its object is a thing: behind a preposition, or inside the object."""

from graphkit.extraction.events.parts import is_actor, phrase_of, somebody
from graphkit.extraction.layers import Actors, Clause, Oblique, Phrase
from graphkit.extraction.types.values import NEUTRAL
from graphkit.extraction.types.words import Words

_TOWARD = ("on", "against", "to", "for", "with", "at", "of", "from", "into", "over", "toward", "towards", "about")
_TAKES = frozenset({"recipient", "addressee", "beneficiary", "destination", "companion", "topic", "other"})
_WHERE = frozenset({"in", "at", "near", "inside", "outside"})
_SITES = frozenset({"GPE", "LOC", "FAC", "ORG"})
_HARD = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_OWNED = frozenset({"ACCUSE", "SUPPORT", "REJECT", "SANCTION", "COERCE", "ASSAULT", "THREATEN"})


def meant_by(words: Words, clause: Clause, type_: str, actors: Actors) -> Phrase | None:
    """Whom an act is aimed at where its object is a thing: "imposed sanctions on Riga", "faulted Holm's plan"."""
    tree = words.tree
    markers = {word: n for n, word in enumerate(_TOWARD)}
    fitting = [
        o
        for o in clause.obliques
        if (is_actor(actors, o.phrase.head) or (type_ in _HARD and somebody(words, actors, o.phrase.head)))
        and (o.role not in ("time", "place") or _shot_at(words, o, type_))
        and not (o.marker is not None and tree.words[o.marker] in _WHERE and words.ents[o.phrase.head] in _SITES)
        and (o.role in _TAKES - {"other"} or o.marker is None or tree.words[o.marker] in markers)
    ]
    if fitting:
        return fitting[0].phrase
    if (
        clause.object is None
        or somebody(words, actors, clause.object.head)
        or tree.tags[clause.object.head][:2] == "VB"
    ):
        return None
    return within(words, clause.object.head, type_, actors)


def _shot_at(words: Words, oblique: Oblique, type_: str) -> bool:
    """Whether "at" names people that an attack is aimed at: "fired shots at the guards"."""
    at = oblique.marker is not None and words.tree.words[oblique.marker] == "at"
    return at and type_ == "ASSAULT" and words.ents[oblique.phrase.head] not in _SITES


def within(words: Words, noun: int, type_: str, actors: Actors, depth: int = 3) -> Phrase | None:
    """Somebody named inside a noun phrase: behind a preposition, or as its owner."""
    tree = words.tree
    for c in tree.children[noun]:
        if (
            c > noun
            and tree.deps[c] == "prep"
            and tree.words[c] in _TOWARD
            and not (type_ in NEUTRAL and tree.words[c] in _WHERE)
            and not (type_ == "OTHER" and tree.words[c] == "of")
        ):
            below = tree.child(c, "pobj")
            if below is not None and is_actor(actors, below):
                return phrase_of(words, below)
            if below is not None and depth:
                found = within(words, below, type_, actors, depth - 1)
                if found is not None:
                    return found
    if type_ in _OWNED:
        for c in tree.children[noun]:
            if c < noun and tree.deps[c] in ("poss", "compound", "amod", "nmod") and is_actor(actors, c):
                return phrase_of(words, c)
    return None


def gains(words: Words, clause: Clause, meant: Phrase, type_: str) -> bool:
    """Whether somebody behind "for" gains by it: "scored twenty points for Riga"."""
    marks = (o.marker for o in clause.obliques if o.phrase.head == meant.head)
    return type_ == "OTHER" and any(mark is not None and words.tree.words[mark] == "for" for mark in marks)
