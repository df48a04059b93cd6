"""What kind of act an event is: PLOVER types by a lexicon and composition over the parse.

value(head) = operator(value(complement)): "declined to endorse" is a rejection because of its head.
The trace says which words and operators decided.
"""

from spacy.tokens import Doc

from graphkit.extraction.clauses.words import word_classes
from graphkit.extraction.layers import Clause, TypeDecision
from graphkit.extraction.types import lexicon
from graphkit.extraction.types import values as op
from graphkit.extraction.types.doers import lifeless
from graphkit.extraction.types.evaluate import noun_value, value
from graphkit.extraction.types.gate import is_state, standing, state_like, timeless
from graphkit.extraction.types.properties import idle_talk, mere_property, valued
from graphkit.extraction.types.unfit import unfit
from graphkit.extraction.types.values import NEUTRAL, Value
from graphkit.extraction.types.words import Words, is_verb, read_words

__all__ = ["classify"]

_REFUSING = frozenset({"will", "wo", "would", "can", "ca", "could"})
_MOST_WORDS = 40  # of the clause that are looked at for contexts


def classify(doc: Doc, head: int, *, clause: Clause | None = None) -> TypeDecision:
    """Type of the event that the token `head` tells; type None where it is a state, a property or a habit.

    Parameters
    ----------
    doc
        A parsed story.
    head
        Token index of a verb, or of a noun that may tell an event.
    clause
        The clause whose trigger `head` is: its governors decide with it ("declined to endorse").
    """
    words = read_words(doc)
    top = _top(words, head, clause)
    if not _verbal(words, top):
        found = noun_value(words, top)
        if found is None:
            return TypeDecision("OTHER", trace=(f"{words.lemmas[top]}: in no list",))
        wrong = unfit(words, top, found)
        return _decision(words, top, found) if wrong is None else TypeDecision("OTHER", trace=(*found.trace, wrong))
    found = value(words, top)
    why = state_like(words, top)
    if why is not None and (why != "a state" or found is None):
        return TypeDecision(None, trace=(f"{words.lemmas[top]}: {why}",))
    idle = idle_talk(words, top) if found is None or found.type in NEUTRAL else None
    if idle is None and top != head and is_state(words, head) and words.lemmas[top] in _raising():
        idle = "a state"
    adjective = valued(words, top) if idle is None else None
    if adjective is not None and words.tree.words[adjective] in word_classes("event_words.tsv")["ease"]:
        idle = "what an act would be like"
    if idle is not None:
        return TypeDecision(None, trace=(f"{words.lemmas[top]}: {idle}",))
    if found is None or found.type == "OTHER":
        stands = standing(words, top) or mere_property(words, top)
        if stands is not None:
            return TypeDecision(None, trace=(f"{words.lemmas[top]}: {stands}",))
    if found is None:
        return _unknown(words, top)
    for reason in (timeless(words, top, found), lifeless(words, top, found), unfit(words, top, found)):
        if reason is not None and found.type not in NEUTRAL:
            kind = None if reason == "in general" or mere_property(words, top) is not None else "OTHER"
            return TypeDecision(kind, trace=(*found.trace, reason))
    return _decision(words, top, _negated(words, top, found))


def _top(words: Words, head: int, clause: Clause | None) -> int:
    """The governor that decides: the outermost that is no mere state ("is thought to have fallen" tells of a fall)."""
    if clause is None or not clause.chain or not is_verb(words, clause.chain[0]):
        return head
    for governor in clause.chain:
        if is_verb(words, governor) and not (_passes_on(words, governor) and value(words, governor) is None):
            return governor
    return head


def _passes_on(words: Words, governor: int) -> bool:
    """Whether a verb of state leaves the event to its infinitive: "hopes to win", not "likes to sing"."""
    tree = words.tree
    if not is_state(words, governor):
        return False
    below = tree.child(governor, "xcomp")
    gerund = below is not None and tree.tags[below] == "VBG"
    fond = words.lemmas[governor] in word_classes("event_words.tsv")["fond"] and tree.tags[governor] in ("VBZ", "VBP")
    return not gerund and not fond


def _raising() -> frozenset[str]:
    return word_classes("verb_classes.tsv")["raising"]


def _verbal(words: Words, i: int) -> bool:
    return is_verb(words, i) or words.tree.pos[i] in ("VERB", "AUX")


def _unknown(words: Words, verb: int) -> TypeDecision:
    """Decision where the lexicon is silent: an event of no type, unless a frame says that it is none."""
    return TypeDecision("OTHER", trace=(f"{words.lemmas[verb]}: in no list",))


def _negated(words: Words, verb: int, found: Value) -> Value:
    """Cooperation that somebody will not or cannot give is refused; what just did not happen keeps its type."""
    tree = words.tree
    if any(tree.words[c] == "will" for c in tree.children[verb]) and not any(
        tree.deps[c] == "neg" for c in tree.children[verb]
    ):
        return _future(found)
    if not any(tree.deps[c] == "neg" or tree.words[c] == "never" for c in tree.children[verb]):
        return found
    if found.type not in op.COOPERATIVE | {"REQUEST", "STATEMENT"}:
        return found
    modal = any(tree.words[c] in _REFUSING for c in tree.children[verb])
    present = any(tree.words[c] in ("do", "does") for c in tree.children[verb])
    if modal and (found.type != "STATEMENT" or words.lemmas[verb] == "comment"):
        return op.refuse(found, f"not {words.lemmas[verb]}")
    if present and found.type in ("SUPPORT", "AGREE", "CONCEDE"):
        return op.refuse(found, f"not {words.lemmas[verb]}")
    return found


def _future(found: Value) -> Value:
    """What is announced: help and concessions are promised, violence and force are threatened."""
    if found.type in ("AID", "COOPERATE", "CONCEDE", "RETREAT", "CONSULT"):
        return op.step(found, "AGREE", None, "promised: will")
    if found.type in ("ASSAULT", "COERCE", "SANCTION"):
        return op.threaten(found, "will")
    return found


def _decision(words: Words, head: int, found: Value) -> TypeDecision:
    return TypeDecision(found.type, found.mode, _contexts(words, head), found.trace)


def _contexts(words: Words, head: int) -> tuple[str, ...]:
    """Contexts that the words of the clause name, in text order."""
    tree, known = words.tree, lexicon.contexts()
    left, right = tree.left[head], tree.right[head]
    start, end = max(left, head - _MOST_WORDS // 2), min(right, head + _MOST_WORDS)
    return tuple(dict.fromkeys(known[lemma] for lemma in words.lemmas[start:end] if lemma in known))
