"""Which way a bare weekday, month or season points: the tense of the verb that it hangs on."""

from typing import Literal

from spacy.tokens import Doc, Token

from graphkit.extraction.listed import listed

Direction = Literal["past", "future"] | None

CLIMBED = frozenset({"xcomp", "acomp", "conj", "advcl", "auxpass", "aux", "ccomp", "acl"})
PLANNED = frozenset({"schedule", "slate", "set", "expect", "plan"})
CLIMB = 12  # steps up the tree; deeper noun phrases say nothing of the tense


def direction(doc: Doc, index: int) -> Direction:
    """Where the words around a token point from the day of the story; None where they do not say."""
    token = doc[index]
    if index and doc[index - 1].lower_ in listed("forward_prepositions"):
        verb = _verb(token)
        past = verb is not None and _finite(verb) == "past" and doc[index - 1].lower_ != "effective"
        return "past" if past and doc[index - 1].lower_ in ("by", "starting", "beginning") else "future"
    verb = _verb(token)
    return _finite(verb) if verb is not None else None


def _verb(token: Token) -> Token | None:
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _finite(verb: Token) -> Direction:
    """Tense of a verb with its auxiliaries, looked up through infinitives and conjuncts."""
    for _ in range(CLIMB):
        own = _own_tense(verb)
        if own is not None:
            return own
        if verb.dep_ not in CLIMBED or verb.head.i == verb.i:
            return None
        if verb.tag_ == "VB" and verb.head.lemma_ in listed("planning"):
            return "future"
        verb = verb.head
    return None


def _own_tense(verb: Token) -> Direction:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if words & listed("future_modals") or (verb.lower_ in listed("future_modals") and verb.tag_ == "MD"):
        return "future"
    if words & listed("weak_modals"):
        return None if words & {"could", "can", "must"} else "future"
    if any(child.lemma_ == "have" for child in auxiliaries):
        return "past" if "to" not in words else None
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and not auxiliaries:  # "a strike planned for Friday"
        return _planned(verb, None)
    if verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in auxiliaries):
        return _planned(verb, "past")
    if verb.tag_ == "VBG" and any(child.tag_ in ("VBZ", "VBP") for child in auxiliaries):
        return "future"
    if verb.tag_ == "VBN" and any(child.tag_ in ("VBZ", "VBP") for child in auxiliaries):
        return _planned(verb, None)
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ == "be":
        future = any((c.dep_ == "xcomp" and c.tag_ == "VB") or c.lemma_ in ("due", "set") for c in verb.children)
        return "future" if future else None
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in listed("scheduled"):
        return "future"
    return None


def _planned(verb: Token, otherwise: Direction) -> Direction:
    """Reads "is scheduled for Friday", "was due on Friday": a plan points forward."""
    return "future" if verb.lemma_ in PLANNED and verb.tag_ == "VBN" else otherwise
