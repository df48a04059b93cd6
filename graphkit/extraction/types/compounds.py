"""Nouns whose kind of act another word decides: strikes of workers or of weapons, "ceasefire agreement"."""

from graphkit.extraction.types import lexicon
from graphkit.extraction.types.values import Value, of_kind
from graphkit.extraction.types.words import Words, classes_of, prepositions


def strike_kind(words: Words, noun: int) -> str:
    """A strike of weapons, or of workers."""
    tree = words.tree
    verb = tree.heads[noun]
    aimed = tree.deps[noun] == "dobj" and words.lemmas[verb] in ("carry", "launch", "conduct", "order", "make")
    if aimed and any(word in ("against", "on") for word, _ in prepositions(words, verb)):
        return "ASSAULT/aerial"
    for c in tree.children[noun]:
        if c < noun and (words.ents[c] in ("NORP", "GPE") or "weapon" in classes_of(words, c)):
            return "ASSAULT/aerial"
        if c < noun and tree.words[c] in ("hunger",):
            return "PROTEST/hunger"
        if c < noun and tree.words[c] in ("air", "retaliatory", "deadly", "precision", "preemptive", "military"):
            return "ASSAULT/aerial"
        if c > noun and tree.deps[c] == "prep" and tree.words[c] in ("on", "against", "in"):
            below = tree.child(c, "pobj")
            if below is not None and tree.words[c] != "in" and words.ents[below] not in ("DATE", "TIME"):
                return "ASSAULT/aerial"
    return "PROTEST/strike"


def compound_value(words: Words, noun: int) -> Value | None:
    """Value of the noun before: "ceasefire agreement", "prisoner swap"."""
    tree = words.tree
    for c in reversed(tree.children[noun]):
        if c < noun and tree.deps[c] == "compound":
            lemma = words.lemmas[c].lower()
            if lemma in ("prisoner", "hostage", "captive"):
                return Value("RETREAT", "release", (f"{lemma} exchange",), lemma)
            kind = lexicon.nouns().get(lemma)
            return None if kind is None else of_kind(kind, lemma, "noun")
    return None
