"""Which verb or noun a time in a sentence belongs to."""

from spacy.tokens import Doc, Token

from graphkit.extraction.eventive import eventive
from graphkit.extraction.layers import Timex
from graphkit.extraction.listed import listed

CLIMB = 10


def goes_along(verb: Token) -> bool:
    """Whether a verb happens with the one above it: "reported, citing a friend", "fell as he climbed"."""
    if verb.head.pos_ != "VERB" or verb.head.i == verb.i:
        return False
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    if verb.tag_ == "VBG":
        alone = not any(child.dep_ in ("nsubj", "mark") for child in verb.children)
        return alone and verb.dep_ in ("advcl", "prep")
    return verb.dep_ == "advcl" and verb.tag_ == "VBD" and bool(marks & {"as", "while", "when"})


def verb_of_occasion(noun: Token) -> Token | None:
    """Verb that dates an event noun as well: "held talks on Monday", "played a lute during a visit on Monday"."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    up = noun.head
    if noun.dep_ == "pobj" and up.lower_ in ("during", "at") and up.head.pos_ == "VERB":
        return up.head
    whole = noun.dep_ in ("dobj", "nsubj", "nsubjpass") and up.pos_ == "VERB" and up.lemma_ in listed("light")
    return up if whole else None


def head_of(doc: Doc, time: Timex) -> Token:
    """Token of the time that the rest of the sentence hangs on."""
    for index in range(time.start, time.end):
        token = doc[index]
        if not time.start <= token.head.i < time.end or token.head.i == index:
            return token
    return doc[time.end - 1]


def governor(doc: Doc, time: Timex, chain: frozenset[int]) -> tuple[int | None, Token]:
    """How far up from the time the first token of the chain is, None where something else owns the time."""
    token = head_of(doc, time)
    crossed = 0
    for step in range(CLIMB):
        if token.i in chain:
            return step + 10 * crossed, token
        up = token.head
        if up.i == token.i:
            return None, token
        if up.i not in chain and not time.start <= up.i < time.end:
            if up.pos_ in ("VERB", "AUX") and not _passes(token, up, chain):
                return None, up
            if up.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
                if not _through_noun(up, chain):
                    return None, up
                crossed += 1
        token = up
    return None, token


def _passes(token: Token, verb: Token, chain: frozenset[int]) -> bool:
    """Whether a verb outside the chain lets the time of its own clause through: "is set to meet", "has to wait"."""
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(c.dep_ in ("nsubj", "mark") for c in verb.children):
        return verb.head.i in chain  # "Speaking on Wednesday, he defended …"
    if verb.dep_ == "acl" and verb.head.i in chain and verb.lemma_ in listed("planning"):
        return True  # "a strike planned for Friday"
    if verb.dep_ in ("pcomp", "pobj") and verb.tag_ == "VBG" and token.dep_ == "npadvmod":
        return verb.head.lower_ in ("for", "by", "in") and verb.head.head.i in chain  # "stopped for speeding Sunday"
    return verb.dep_ in ("aux", "auxpass") or (token.dep_ == "aux" and verb.i in chain)


def _through_noun(noun: Token, chain: frozenset[int]) -> bool:
    """Whether the time on a noun tells of the verb above it.

    It does for the object of "hold" and "attend", for "at a meeting on Thursday", and where the parser hung the time on
    a noun that tells no event ("told reporters on Thursday").
    """
    up = noun.head
    if noun.dep_ in ("dobj", "obj", "nsubjpass", "oprd", "attr", "dative"):
        return up.lemma_ in listed("light") or not eventive(noun)
    if noun.dep_ == "pobj":
        place = up.lower_ in (
            "in",
            "at",
            "during",
            "on",
            "near",
            "to",
            "with",
            "by",
            "against",
            "outside",
            "for",
            "into",
        )
        shares = up.lower_ in ("at", "during") or (up.lower_ == "in" and up.head.lemma_ in listed("harmed"))
        return place and (shares or not eventive(noun))  # "killed in a blast on Monday"
    return noun.dep_ in ("npadvmod", "nummod", "nmod", "compound", "poss") and up.i in chain


def owner_of(token: Token) -> Token | None:
    """Verb whose clause a time stands in; of a fronted participle, the verb it goes with."""
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            return token.head if token.dep_ == "advcl" and token.tag_ == "VBG" and token.i < token.head.i else token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def joined(token: Token, owner: Token) -> bool:
    """Whether a verb is coordinated with the owner of the time, or a participle or infinitive of it."""
    for _ in range(CLIMB):
        if token.i == owner.i:
            return True
        linked = token.dep_ in ("conj", "xcomp") or (token.dep_ in ("advcl", "prep") and token.tag_ == "VBG")
        if not linked or token.head.i == token.i:
            return False
        token = token.head
    return False
