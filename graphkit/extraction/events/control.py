"""Whose deed a verb without a subject tells: that of an infinitive, a gerund, a participle, a coordinated verb."""

from graphkit.extraction.events.nouns import EVENT_SHARE, event_noun, listed
from graphkit.extraction.types.words import Words, antecedent, is_passive, subject_of

_CLIMBS = 8
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_CLIMBED = frozenset({"conj", "dobj", "pobj", "xcomp", "advcl", "acomp"})
_OBJECT_TAKES_OVER = ("dobj", "nsubjpass")


def doer_of(words: Words, verb: int) -> int | None:
    """Head of who does it, looked for up the tree where the verb has no subject; of a passive, of its agent only.

    A verb under another has the object of that one for its doer ("urged Oslo to act", "accused Berg of lying"), or
    else its subject ("left to hide"); under a noun, the noun ("men carrying guns") or who has the chance or plan.
    """
    return subject_of(words, verb) if is_passive(words, verb) else holder_of(words, verb)


def holder_of(words: Words, verb: int) -> int | None:
    """Head of who or what is said to do or undergo a verb without subject of its own."""
    tree = words.tree
    at = verb
    for _ in range(_CLIMBS):
        own = tree.child(at, "nsubj", "nsubjpass", "csubj")
        if own is not None:
            return antecedent(words, own)
        above, dep = tree.heads[at], tree.deps[at]
        if above == at or (dep == "ccomp" and tree.tags[at] in _FINITE):  # a sentence of its own in a quotation
            return None
        noun = tree.tags[above][:1] in ("N", "P")
        if dep in ("acl", "relcl") and noun:
            if dep == "acl" and tree.deps[above] == "attr" and tree.tags[at] == "VB":
                return subject_of(words, tree.heads[above])  # "is the candidate to lead"
            if tree.lemmas[above].lower() not in listed("chances"):
                return above
            at = _holder(words, above)
            if at != above:
                return at
        elif dep == "pcomp" and tree.deps[above] == "prep":
            at = above
        elif dep == "prep" and noun:
            return _under_noun(words, above)
        elif dep in ("xcomp", "advcl", "prep", "ccomp", "dobj", "pobj") and tree.tags[above][:1] in ("V", "J", "I"):
            taken = _taken(words, at, above, dep)
            if taken is not None:
                return taken
        elif dep not in _CLIMBED:
            return None
        at = above if at != above else tree.heads[at]
    return None


def _taken(words: Words, at: int, above: int, dep: str) -> int | None:
    """Who is told to do it as the object of the verb above: "urged Oslo to act", "accused Berg of lying"."""
    tree = words.tree
    if tree.lemmas[above] in listed("of_subject"):
        return None
    handed = dep == "xcomp" or (dep == "prep" and tree.words[at] in ("of", "from", "into", "for"))
    found = tree.child(above, *_OBJECT_TAKES_OVER) if handed else None
    person = found is not None and (words.ents[found] in ("PERSON", "ORG", "GPE", "NORP") or dep == "xcomp")
    return antecedent(words, found) if found is not None and person and found < at else None


def _holder(words: Words, noun: int) -> int:
    """Who has a chance, plan or duty: its owner; the noun itself where only the verb above tells."""
    tree = words.tree
    owner = tree.child(noun, "poss")
    if owner is None:
        by = next((c for c in tree.children[noun] if c > noun and tree.words[c] == "by"), None)
        owner = None if by is None else tree.child(by, "pobj")
    return noun if owner is None else antecedent(words, owner)


def _happens(words: Words, noun: int) -> bool:
    """Whether a noun tells an event, which does nothing itself."""
    return words.tree.tags[noun] in ("NN", "NNS") and event_noun(words.lemmas[noun].lower()) >= EVENT_SHARE


def _under_noun(words: Words, noun: int) -> int | None:
    """Who does what a noun is of: "Holm's habit of smoking", "charged on suspicion of driving drunk"."""
    tree = words.tree
    at = noun
    for _ in range(_CLIMBS):
        owner = _holder(words, at)
        if owner != at:
            return owner
        if tree.heads[at] == at:
            return None
        at = tree.heads[at]
        if tree.tags[at][:2] == "VB":
            if tree.deps[at] == "acl" and is_passive(words, at):
                return tree.heads[at]
            passive = tree.child(at, "nsubjpass")
            found = passive if passive is not None else doer_of_governor(words, at)
            return None if found is not None and _happens(words, found) else found
    return None


def doer_of_governor(words: Words, verb: int) -> int | None:
    """Subject of a verb that governs a noun, up its coordination and the noun of its relative clause."""
    found = subject_of(words, verb)
    if found is None and words.tree.deps[verb] in ("acl", "relcl"):
        return words.tree.heads[verb]
    return found
