"""Which nouns, adjectives and verbs tell an event, by the word lists and WordNet's senses."""

from functools import cache

from graphkit.extraction.clauses.words import word_classes
from graphkit.extraction.types import lexicon
from graphkit.extraction.types.figures import figure
from graphkit.extraction.types.gate import headline
from graphkit.extraction.types.words import Words, classes_of

EVENT_SHARE = 0.35
OTHER_SHARE = 0.5  # of a noun that mostly means something else
SURE_SHARE = 0.9
PROPER_SHARE = 0.5
_NAMES = frozenset({"PERSON", "GPE", "NORP", "LOC", "FAC", "MONEY", "PERCENT", "QUANTITY", "DATE", "TIME", "CARDINAL"})
_MODIFIES = frozenset({"compound", "nmod", "amod"})
_BARE = frozenset({"in", "on", "under", "at", "by", "with", "to", "into", "out"})
_JOINED = ["-", "and", "-"]
_DONE = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID", "ACCUSE"})
_TOLD = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST"})


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
    if lemma in lexicon.nouns() or lemma in listed("happens"):
        return 1.0
    if lemma in listed("never"):
        return 0.0
    sense = lexicon.senses().get(lemma)
    if sense is None or sense.kind in "pl":
        return 0.0
    if not sense.verbal and (sense.kind != "e" or sense.share < SURE_SHARE):
        return 0.0  # "a sequel", "a berth": from no verb, and often something else
    return sense.share if sense.kind == "e" or sense.share >= OTHER_SHARE else 0.0


def tells_event(words: Words, i: int) -> bool:
    """Whether a noun of the text tells an event of its own."""
    tree = words.tree
    lemma = words.lemmas[i].lower()
    if lemma in listed("offences") and tree.deps[i] not in ("nsubj", "ROOT"):
        return True
    if words.ents[i] in _NAMES:
        return False
    share = event_noun(lemma)
    if lemma in listed("festive"):
        return _festive(words, i)
    known = lemma in lexicon.nouns() or lemma in listed("happens")
    if not known and (_said_of(words, i) or _in_general(words, i)):
        return False
    if share < EVENT_SHARE or _in_phrase(words, i, lemma) or figure(words, i) == "-":
        return False
    if tree.tags[i] in ("NNP", "NNPS"):  # headlines in capitals
        return share >= PROPER_SHARE and words.ents[i] not in ("ORG", "PRODUCT", "WORK_OF_ART", "LAW")
    return tree.deps[i] not in _MODIFIES or _tells_before(words, i, lemma)


def _said_of(words: Words, i: int) -> bool:
    """Whether a noun says what something is: "was a hit"."""
    tree = words.tree
    return tree.deps[i] == "attr" and any(tree.words[c] in ("a", "an") for c in tree.children[i])


def _in_general(words: Words, i: int) -> bool:
    """Whether a bare noun names an activity, not a case of it: "shipping suffers", but "committed suicide"."""
    tree = words.tree
    if tree.tags[i] != "NN" or tree.children[i] or tree.deps[i] not in ("pobj", "dobj", "nsubj"):
        return False
    return words.lemmas[tree.heads[i]] not in listed("commits") and not headline(words, i)


def _tells_before(words: Words, i: int, lemma: str) -> bool:
    """Whether a noun before another tells an event: a deed before whom or what it touches ("rape victim")."""
    head = words.tree.heads[i]
    other = words.lemmas[head].lower()
    if lemma in listed("weak"):
        return False
    if lexicon.nouns().get(lemma, "").split("/")[0] in _TOLD or lemma in listed("happens"):
        return other in listed("touched") or event_noun(other) >= EVENT_SHARE
    return other in listed("touched")


def _in_phrase(words: Words, i: int, lemma: str) -> bool:
    """Whether a bare noun behind a preposition is a set phrase: "in advance", "under the influence", "with ease"."""
    tree = words.tree
    at = tree.heads[i]
    if tree.words[max(i - 2, 0) : i] == ["in", "the"] and tree.words[i + 1 : i + 2] == ["of"]:
        return lemma in listed("complex")
    if tree.deps[i] != "pobj" or tree.tags[i] != "NN" or tree.words[at] not in _BARE:
        return False
    if lemma in listed("phrase"):
        return all(tree.deps[c] == "det" for c in tree.children[i] if c < i)
    if lemma in lexicon.nouns() or lemma in listed("happens") or tree.children[i] or at + 1 != i:
        return False
    return tree.words[at] in ("in", "on", "under", "at", "out", "to")


def _festive(words: Words, i: int) -> bool:
    """Whether a word like "party" tells a gathering: of an occasion, held, attended, or the place where one is."""
    tree = words.tree
    head = tree.heads[i]
    for c in tree.children[i]:
        if c < i and tree.deps[c] in ("compound", "amod", "nmod") and tree.words[c] in listed("occasion"):
            return True
    if tree.deps[i] == "dobj":
        return words.lemmas[head] in listed("gathers")
    return tree.deps[i] == "pobj" and tree.words[head] in ("at", "after", "during", "before")


def adjective_event(words: Words, i: int) -> bool:
    """Whether a predicative adjective tells what happened to somebody: "was found dead"."""
    tree = words.tree
    return (
        tree.deps[i] in ("acomp", "oprd", "advcl", "advmod", "ccomp", "conj")
        and tree.tags[i] in ("JJ", "VBN")
        and tree.words[i] in listed("adjective")
    )


@cache
def _done(lemma: str) -> bool:
    """Whether a participle before a noun tells what was done to it: "the fired man", "the injured driver"."""
    kinds = [lexicon.verbs().get(lemma, ""), *(frame.kind for frame in lexicon.frames().get(lemma, ()))]
    return any(kind.split("/")[0] in _DONE for kind in kinds)


def verb_event(words: Words, i: int) -> bool:
    """Whether a verb that no clause tells may be a mention: not an auxiliary, not a bare modifier, no "according"."""
    tree = words.tree
    if not tree.tags[i].startswith("VB") or tree.pos[i] not in ("VERB", "NOUN", "ADJ", "PROPN"):
        return False
    if tree.deps[i] == "amod":
        if tree.tags[i] != "VBN" or tree.words[i] in listed("hedges") or not _done(words.lemmas[i]):
            return False
        return not classes_of(words, tree.heads[i]).isdisjoint({"person", "troops", "target", "weapon"})
    if tree.deps[i] in ("aux", "auxpass", "compound", "prep", "case", "punct", "nmod", "advmod"):
        return False
    return tree.words[i] not in ("according", "including", "following", "regarding", "concerning", "given", "based")


def passes(words: Words, verb: int) -> bool:
    """Whether a verb over an infinitive or gerund tells no event of its own: "managed to leave", "began firing"."""
    return words.lemmas[verb] in listed("passing")


def in_compound(words: Words, i: int) -> bool:
    """Whether a word is a piece of one joined by "-and-" that stands before a noun ("a hit-and-run driver")."""
    all_ = words.tree.words
    first = all_[i + 1 : i + 4] == _JOINED
    last = i >= 3 and all_[i - 3 : i] == _JOINED
    behind = i + (5 if first else 1)
    return (first or last) and behind < len(all_) and words.tree.tags[behind][:1] == "N"
