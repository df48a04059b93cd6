"""Which nouns, adjectives and verbs tell an event, by the word lists and WordNet's senses."""

from functools import cache

from graphkit.extraction.clauses.words import word_classes
from graphkit.extraction.types import lexicon
from graphkit.extraction.types.words import Words

EVENT_SHARE = 0.2
MODIFIER_SHARE = 0.45
PROPER_SHARE = 0.5
_NAMES = frozenset({"PERSON", "GPE", "NORP", "LOC", "FAC", "MONEY", "PERCENT", "QUANTITY", "DATE", "TIME", "CARDINAL"})
_MODIFIES = frozenset({"compound", "nmod", "amod"})


def listed(name: str) -> frozenset[str]:
    """Words of a class of ``event_words.tsv``.

    Examples
    --------
    >>> "summit" in listed("nameable")
    True
    """
    return word_classes("event_words.tsv")[name]


@cache
def event_noun(lemma: str) -> float:
    """How far a noun tells an event, from 0 to 1; the hand-made lists come before WordNet.

    Examples
    --------
    >>> event_noun("killing") >= EVENT_SHARE, event_noun("table") >= EVENT_SHARE
    (True, False)
    """
    if lemma in lexicon.nouns():
        return 1.0
    if lemma in listed("never"):
        return 0.0
    sense = lexicon.senses().get(lemma)
    if sense is None:
        return 0.0
    if sense.kind in "pl" or (sense.kind == "g" and sense.share < EVENT_SHARE):
        return 0.0
    return max(sense.share, 0.25 if sense.verbal else 0.0)


def tells_event(words: Words, i: int) -> bool:
    """Whether a noun of the text tells an event of its own."""
    tree = words.tree
    if words.ents[i] in _NAMES:
        return False
    share = event_noun(words.lemmas[i].lower())
    if tree.tags[i] in ("NNP", "NNPS"):  # headlines in capitals
        return share >= PROPER_SHARE and words.ents[i] not in ("ORG", "PRODUCT", "WORK_OF_ART", "LAW")
    if tree.deps[i] in _MODIFIES:
        return share >= MODIFIER_SHARE and words.lemmas[i].lower() not in listed("weak")
    return share >= EVENT_SHARE


def adjective_event(words: Words, i: int) -> bool:
    """Whether a predicative adjective tells what happened to somebody: "was found dead"."""
    tree = words.tree
    return tree.deps[i] in ("acomp", "oprd") and tree.tags[i] in ("JJ", "VBN") and tree.words[i] in listed("adjective")


def verb_event(words: Words, i: int) -> bool:
    """Whether a verb that no clause tells may be a mention: not an auxiliary, not a bare modifier, no "according"."""
    tree = words.tree
    if not tree.tags[i].startswith("VB") or tree.pos[i] not in ("VERB", "NOUN", "ADJ", "PROPN"):
        return False
    if tree.deps[i] == "amod":
        return tree.tags[i] == "VBN" and words.lemmas[i] in lexicon.verbs()
    if tree.deps[i] in ("aux", "auxpass", "compound", "prep", "case", "punct", "nmod", "advmod"):
        return False
    return tree.words[i] not in ("according", "including", "following", "regarding", "concerning", "given", "based")
