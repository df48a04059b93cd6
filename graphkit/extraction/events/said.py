"""Whom a verb is said of or done to, where the words that tell it stand further up the tree."""

from graphkit.extraction.clauses.words import verbs
from graphkit.extraction.events.control import doer_of, holder_of
from graphkit.extraction.types.words import Words, antecedent, is_passive, object_of

_CLIMBS = 5


def said_of(words: Words, adjective: int, verb: int) -> int | None:
    """Who an adjective is said of: "found Berg guilty", "Berg pleaded guilty"."""
    tree = words.tree
    own = tree.child(adjective, "nsubj")
    own = tree.child(verb, "dobj", "nsubjpass") if own is None else own
    return subject_told(words, verb) if own is None else antecedent(words, own)


def patient_of(words: Words, verb: int) -> int | None:
    """Whom a verb is done to, also where its subject stands with the verb before "and", or is the noun above it."""
    shared = words.tree.deps[verb] == "conj" and words.tree.child(verb, "nsubj", "nsubjpass") is None
    found = None if shared and is_passive(words, verb) else object_of(words, verb)
    if found is None and words.tree.tags[verb] == "VBD" and words.lemmas[verb] in verbs("suffered"):
        return words.tree.child(verb, "nsubj")  # a headline: "Bank robber arrested on suspicion of fraud"
    if found is not None or not is_passive(words, verb):
        return found
    tree, at = words.tree, verb
    if tree.deps[verb] == "pcomp":  # "was in prison after being convicted"
        return holder_of(words, verb)
    for _ in range(_CLIMBS):
        above = tree.heads[at]
        if tree.deps[at] in ("acl", "relcl") and tree.tags[above][:1] in ("N", "P"):
            return above
        if tree.deps[at] not in ("conj", "xcomp", "advcl") or above == at:
            return None
        own = tree.child(above, "nsubj", "nsubjpass")
        if own is not None:
            return antecedent(words, own)
        at = above
    return None


def subject_told(words: Words, verb: int) -> int | None:
    """Who the verb is said of: its doer, or who an infinitive, participle or passive belongs to."""
    tree = words.tree
    own = tree.child(verb, "nsubj", "nsubjpass")
    if own is not None and not is_passive(words, verb):
        return antecedent(words, own)
    if (
        tree.deps[verb] in ("acl", "relcl")
        and tree.tags[tree.heads[verb]][:1] in ("N", "P")
        and tree.tags[verb] != "VB"
    ):
        return tree.heads[verb]
    return doer_of(words, verb)
