"""Nouns that only look like acts, by what goes with them: "cardiac arrest", "release of an album"."""

from graphkit.extraction.types import lexicon
from graphkit.extraction.types.words import Words, classes_of

_NEAR = 8
_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "punct"})
_BOUND = frozenset({"det", "poss"})


def figure(words: Words, noun: int) -> str | None:
    """Kind that the first fitting frame of a noun gives it; None where no frame fits."""
    for frame in lexicon.noun_frames().get(words.lemmas[noun].lower(), ()):
        if all(_holds(words, noun, slot, wanted) for slot, wanted in frame.conditions):
            return frame.kind
    return None


def of_sense(words: Words, noun: int, wanted: frozenset[str]) -> bool:
    """Whether a common noun is of one of the kinds of WordNet that are asked for ("@n": a living thing, no person)."""
    if words.ents[noun] or not any(len(name) == 2 and name[0] == "@" for name in wanted):
        return False
    sense = lexicon.senses().get(words.lemmas[noun].lower())
    kind = "?" if sense is None else sense.kind
    if f"@{kind}" not in wanted or (sense is None and words.tree.tags[noun] not in ("NN", "NNS")):
        return False
    return classes_of(words, noun).isdisjoint({"person", "state", "weapon", "violent", "troops"})


def _holds(words: Words, noun: int, slot: str, wanted: frozenset[str]) -> bool:
    tree = words.tree
    children = tree.children[noun]
    if slot == "bare":
        return tree.tags[noun] != "NNS" and all(tree.deps[c] not in _BOUND for c in children)
    if slot == "inf":
        return any(c > noun and tree.deps[c] == "acl" and tree.tags[c] == "VB" for c in children)
    if slot == "pre":
        return any(c < noun and tree.deps[c] in _BEFORE and _fits(words, c, wanted) for c in children)
    if slot == "near":
        near = range(max(0, noun - _NEAR), min(len(tree.words), noun + _NEAR + 1))
        return any(words.lemmas[i].lower() in wanted for i in near if tree.sent[i] == tree.sent[noun])
    if slot == "verb":
        return words.lemmas[tree.heads[noun]] in wanted
    if slot == "without":
        return all(tree.words[c] not in wanted for c in children if c > noun)
    if slot == "owner":
        owned = any(tree.deps[c] == "poss" and _fits(words, c, wanted) for c in children)
        return owned or _behind(words, noun, "of", wanted)
    return _behind(words, noun, slot, wanted)


def _behind(words: Words, noun: int, preposition: str, wanted: frozenset[str]) -> bool:
    """Whether a preposition behind the noun governs one of the words wanted."""
    tree = words.tree
    for c in tree.children[noun]:
        if c > noun and tree.words[c] == preposition:
            below = tree.child(c, "pobj")
            if below is not None and ("*" in wanted or _fits(words, below, wanted)):
                return True
    return False


def _fits(words: Words, i: int, wanted: frozenset[str]) -> bool:
    return words.lemmas[i].lower() in wanted or words.tree.words[i] in wanted or of_sense(words, i, wanted)
