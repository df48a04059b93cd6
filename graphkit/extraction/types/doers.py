"""Who cannot do such a thing: "doubt seized him", "a swarm of bees attacked"."""

from graphkit.extraction.clauses.words import word_classes
from graphkit.extraction.types import lexicon
from graphkit.extraction.types.figures import of_sense
from graphkit.extraction.types.gate import VERBAL
from graphkit.extraction.types.values import NEUTRAL, Value
from graphkit.extraction.types.words import Words, classes_of, subject_of

_POWERLESS = frozenset("nodfqcsuierbm")
_SPEAKING = frozenset({"STATEMENT", "PROTEST", "ACCUSE", "REQUEST", "AGREE"})
_FORCE = frozenset({"ASSAULT", "COERCE", "THREATEN"})
_BEASTS = frozenset({"@n"})
_EVENTIVE_SUBJECTS = frozenset({"attack", "bombing", "shooting", "blast", "explosion", "strike", "airstrike", "raid"})


def _first_word(words: Words, i: int) -> bool:
    """Whether a noun was taken for a name because it begins its sentence: "Doubt seized him"."""
    tree = words.tree
    starts = i == 0 or tree.sent[i - 1] != tree.sent[i]
    return starts and tree.tags[i] == "NNP" and not words.ents[i] and not tree.children[i]


def _of_beasts(words: Words, subject: int) -> bool:
    """Whether a group is one of animals or plants: "a swarm of bees"."""
    tree = words.tree
    of = next((c for c in tree.children[subject] if c > subject and tree.words[c] == "of"), None)
    below = None if of is None else tree.child(of, "pobj")
    return below is not None and of_sense(words, below, _BEASTS)


def _of_attack(words: Words, verb: int, subject: int) -> bool:
    """Whether a relative clause may mean the attack that its noun stands behind: "a raid on a church which killed"."""
    tree, at = words.tree, subject
    if tree.deps[verb] not in ("relcl", "conj"):
        return False
    for _ in range(4):
        if tree.deps[at] != "pobj":
            return False
        at = tree.heads[tree.heads[at]]
        if lexicon.nouns().get(words.lemmas[at].lower(), "").startswith("ASSAULT"):
            return True
    return False


def lifeless(words: Words, verb: int, found: Value) -> str | None:
    """Why the doer cannot do such a thing; None where it can or nobody is named."""
    if found.type in NEUTRAL or words.lemmas[verb] in word_classes("event_words.tsv")["drawing"]:
        return None
    subject = subject_of(words, verb)
    if subject is None:
        return None
    if found.type in _FORCE and _of_beasts(words, subject):
        return "a thing is no doer"
    kinds = classes_of(words, subject)
    lemma = words.lemmas[subject].lower()
    if kinds & {"person", "state", "violent", "weapon", "troops", "place"} or lemma in _EVENTIVE_SUBJECTS:
        return None
    noun = lexicon.nouns().get(lemma, "")
    if noun and not noun.startswith("happening") and found.type in ("ASSAULT", "COERCE", "ACCUSE", "SANCTION"):
        return None
    speaks = noun.split("/")[0] in _SPEAKING or bool(kinds & {"document", "speech"})
    if (found.type in VERBAL and speaks) or (found.type in _FORCE and _of_attack(words, verb, subject)):
        return None
    sense = lexicon.senses().get(lemma)
    tag = words.tree.tags[subject]
    if sense is None:
        return None
    if tag not in ("NN", "NNS") and not _first_word(words, subject):
        return None
    tool = sense.kind == "a" and not noun and (found.type in VERBAL or "target" not in kinds)
    return "a thing is no doer" if sense.kind in _POWERLESS or tool else None
