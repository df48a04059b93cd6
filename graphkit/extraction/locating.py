"""Where an event happened: the place that hangs on its trigger, never where somebody is from."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from graphkit.extraction.eventive import eventive
from graphkit.extraction.layers import Clause, Spot
from graphkit.extraction.listed import listed
from graphkit.extraction.spotting import Spots

REACH = 60  # tokens that "the city" looks back
DEEP = 4  # noun phrases inside each other: "at a meeting on the sidelines of a summit in X"
CONTENT_EDGES = frozenset({"prep", "agent", "advmod"})


def place_of(doc: Doc, head: int, spots: Sequence[Spot], *, clause: Clause | None = None) -> int | None:
    """Index of the place where the event of a trigger happened, None where the text does not say.

    Parameters
    ----------
    doc
        The parsed story.
    head
        Token of the trigger, a verb or a noun.
    spots
        The places of the story, best as `find_places` gave them.
    clause
        The clause of the trigger, if it has one.
    """
    at = spots.at if isinstance(spots, Spots) else Spots(spots).at
    if not at:
        return None
    if clause is None:
        found = of_noun(doc[head], at)
        return found if found is not None else _of_governing_verb(doc[head], at)
    for index in (*reversed(clause.chain), *_participles(doc, clause)):
        found = of_verb(doc[index], at)
        if found is not None:
            return found
    found = _of_antecedent(doc[clause.chain[0]], at)
    return found if found is not None else _shared(doc[clause.chain[0]], at)


def of_verb(verb: Token, at: dict[int, int]) -> int | None:
    """Place of a verb: locative phrases, goals of motion, the object of "visit" and "attack"."""
    if verb.pos_ not in ("VERB", "AUX"):
        return of_noun(verb, at)
    weaker: int | None = None
    for child in verb.children:
        if child.dep_ == "prep":
            word = child.lower_
            if word == "during" and weaker is None:
                weaker = _under(child, at)
            goal = word in listed("goals") and verb.lemma_ in listed("arrivals")
            if not (word in listed("locative") or goal or (word == "from" and verb.lemma_ == "report")):
                continue
        found = _child_place(verb, child, at)
        if found is not None:
            if child.dep_ != "nsubj":
                return found
            weaker = found
    return weaker


def _child_place(verb: Token, child: Token, at: dict[int, int]) -> int | None:
    if child.dep_ == "prep":
        return _under(child, at)
    if child.dep_ in ("dobj", "obj"):
        return _object_place(verb, child, at)
    if child.dep_ == "nsubjpass":
        known = verb.lemma_ in listed("holding") or verb.lemma_ in listed("place_objects")
        return _object_place(verb, child, at) if known else None
    if child.dep_ == "nsubj":
        return of_noun(child, at) if eventive(child) else None
    if child.dep_ == "agent":
        return next((of_noun(noun, at) for noun in child.children if noun.dep_ == "pobj" and eventive(noun)), None)
    return at.get(child.i) if child.dep_ in ("advmod", "npadvmod") else None


def _object_place(verb: Token, child: Token, at: dict[int, int]) -> int | None:
    if verb.lemma_ in listed("place_objects"):
        if child.i in at:
            return at[child.i]
        return _under_noun(child, at, 2)
    if verb.lemma_ in listed("holding"):
        found = of_noun(child, at)
        return found if found is not None else _last_locative(child, at)
    return None if verb.lemma_ in listed("no_place_objects") else _last_locative(child, at)


def _last_locative(noun: Token, at: dict[int, int], deep: int = 3) -> int | None:
    """Place of a locative phrase that the parser hung on the object ("killed three people in Oslo")."""
    if deep == 0:
        return None
    for child in noun.rights:
        if child.dep_ != "prep":
            continue
        if child.lower_ in listed("attached"):
            return _under(child, at)
        if child.lower_ in ("of", "from", "with"):
            for inner in child.children:
                found = _last_locative(inner, at, deep - 1) if inner.dep_ == "pobj" and inner.i not in at else None
                if found is not None:
                    return found
    return None


def _under(preposition: Token, at: dict[int, int]) -> int | None:
    """Place that a preposition governs, at once or through noun phrases ("at a summit in Bishkek")."""
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp"):
            if child.i in at:
                return at[child.i]
            found = _under_noun(child, at, DEEP)
            return found if found is not None else _spoken_of(child, at)
        if child.dep_ == "prep":
            found = _under(child, at)
            if found is not None:
                return found
    return None


def _spoken_of(noun: Token, at: dict[int, int]) -> int | None:
    """The place last named before "the area", "the city"."""
    if noun.lemma_ not in listed("place_nouns") or not any(child.lower_ in ("the", "that") for child in noun.children):
        return None
    if any(child.dep_ in ("amod", "prep", "relcl", "acl", "compound") for child in noun.children):
        return None
    last = next((i for i in range(noun.i - 1, max(-1, noun.i - REACH), -1) if i in at), None)
    if last is None:
        return None
    token = noun.doc[last]
    for _ in range(DEEP):  # "the village of X in Y": X
        if token.dep_ == "pobj" and token.head.lower_ == "in" and token.head.head.i in at:
            token = token.head.head
    return at[token.i]


def _under_noun(noun: Token, at: dict[int, int], deep: int) -> int | None:
    """Place that says where the thing of a noun is: "the capital of X", "a summit in X", "X airport", "X's capital"."""
    if deep == 0:
        return None
    for wanted in (("appos",), ("compound", "nmod", "poss")):
        for child in noun.children:
            if child.dep_ in wanted and child.i in at:
                return at[child.i]
    moves = noun.lemma_ in listed("motion_nouns")
    for child in noun.children:
        if child.dep_ == "prep" and (child.lower_ in listed("inner") or (moves and child.lower_ == "to")):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    found = at.get(inner.i)
                    if found is None:
                        found = _under_noun(inner, at, deep - 1)
                    if found is not None:
                        return found
    return None


def of_noun(noun: Token, at: dict[int, int]) -> int | None:
    """Place of an event noun: "the Bishkek summit", "a fire in Oslo", "his arrival at X"."""
    for child in noun.children:
        if child.dep_ in ("compound", "nmod") and child.i in at:
            return at[child.i]
    for child in noun.children:
        if child.dep_ == "prep" and (
            child.lower_ in listed("locative") or (child.lower_ == "to" and noun.lemma_ in listed("motion_nouns"))
        ):
            found = _under(child, at)
            if found is not None:
                return found
    return None


def _of_governing_verb(noun: Token, at: dict[int, int]) -> int | None:
    """Where "hold", "attend" and the like say it: "talks were held in Geneva"."""
    head = noun.head
    if noun.dep_ in ("dobj", "nsubjpass", "nsubj") and head.lemma_ in listed("holding") and head.pos_ == "VERB":
        return of_verb(head, at)
    return None


def _participles(doc: Doc, clause: Clause) -> list[int]:
    """Participles without a subject that tell what else went on: "warned …, addressing leaders in Bishkek"."""
    return [
        child.i
        for child in doc[clause.trigger].children
        if child.dep_ == "advcl"
        and child.tag_ == "VBG"
        and not any(inner.dep_ in ("nsubj", "mark") for inner in child.children)
    ]


def _of_antecedent(verb: Token, at: dict[int, int]) -> int | None:
    """Place of what a relative clause is about: "a town where …", "a crossing into X that was seized"."""
    if verb.dep_ != "relcl":
        return None
    noun = verb.head
    where = any(child.lower_ == "where" for child in verb.children)
    seized = verb.lemma_ in listed("place_objects") and any(
        child.dep_ in ("nsubjpass", "dobj") and child.tag_ in ("WDT", "WP") for child in verb.children
    )
    if not (where or seized):
        return None
    return at[noun.i] if noun.i in at else _under_noun(noun, at, 2)


def _shared(verb: Token, at: dict[int, int]) -> int | None:
    """Place of the verb before in a coordination, where that place stands in front or is where they arrived."""
    if verb.dep_ != "conj":
        if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.pos_ == "VERB":
            return of_verb(verb.head, at)
        return None
    first = verb.head
    for child in first.lefts:
        if child.dep_ == "prep" and child.lower_ in listed("locative"):
            return _under(child, at)
    return of_verb(first, at) if first.lemma_ in listed("arrivals") | {"visit", "tour"} else None
