"""Where an event happened: the place that hangs on its trigger, never where somebody is from."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from graphkit.extraction.eventive import eventive
from graphkit.extraction.layers import Clause, Spot
from graphkit.extraction.listed import listed
from graphkit.extraction.places.datelines import dateline_place
from graphkit.extraction.places.noun_places import last_locative, of_noun, under, under_noun
from graphkit.extraction.places.spotting import Spots


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
    found = _place_of(doc, head, at, clause) if at else None
    if found is None and at:
        return dateline_place(doc, head, at)
    if found is None or spots[found].country is not None:
        return found
    return _around(doc, head, found, spots, at)


def _around(doc: Doc, head: int, spot: int, spots: Sequence[Spot], at: dict[int, int]) -> int:
    """The city beside a street or building that no table knows ("on Baker Street in London"); else that itself."""
    _, end = min(spots[spot].mentions, key=lambda mention: abs(mention[0] - head))
    for child in doc[end - 1].rights:
        if child.dep_ == "prep" and child.lower_ in ("in", "at"):
            found = under(child, at)
            if found is not None and spots[found].precision == "city":
                return found
    return spot


def _place_of(doc: Doc, head: int, at: dict[int, int], clause: Clause | None) -> int | None:
    if clause is None:
        found = of_noun(doc[head], at)
        return found if found is not None else _of_governing_verb(doc[head], at)
    for index in (*reversed(clause.chain), *_participles(doc, clause)):
        found = of_verb(doc[index], at)
        if found is not None:
            return found
    first = doc[clause.chain[0]]
    for found in (_of_antecedent(first, at), _shared(first, at), _of_subject(first, at)):
        if found is not None:
            return found
    return None


def _is_body(noun: Token) -> bool:
    """Whether a subject is named by what it is, not by a name of its own or a pronoun."""
    named = noun.pos_ == "PROPN" and noun.ent_type_ not in ("", "NORP")
    return noun.pos_ in ("NOUN", "PROPN") and not named and not noun.lower_.endswith("one")


def _of_subject(verb: Token, at: dict[int, int]) -> int | None:
    """Place of who or what does it: "police in Hamburg arrested three men", "the plant in X will close"."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass") and _is_body(child):
            where = (p for p in child.rights if p.dep_ == "prep" and p.lower_ in listed("attached"))
            return next((found for p in where if (found := under(p, at)) is not None), None)
    return None


def of_verb(verb: Token, at: dict[int, int]) -> int | None:
    """Place of a verb: locative phrases, goals of motion, the object of "visit" and "attack"."""
    if verb.pos_ not in ("VERB", "AUX"):
        return of_noun(verb, at)
    weaker: int | None = None
    for child in verb.children:
        if child.dep_ == "prep":
            word = child.lower_
            if word == "during" and weaker is None:
                weaker = under(child, at)
            goal = word in listed("goals") and verb.lemma_ in listed("arrivals")
            source = word in ("from", "out") and (verb.lemma_ == "report" or verb.lemma_ in listed("origins"))
            bodily = listed("harmed") | listed("place_objects") | listed("arrivals")
            between = word == "between" and verb.lemma_ in bodily  # relations "between Oslo and Rome" are in neither
            if not (word in listed("locative") or goal or source or between):
                weaker = _beside(verb, child, at) if weaker is None else weaker
                continue
        found = _child_place(verb, child, at)
        if found is None and child.dep_ == "prep" and weaker is None:
            weaker = _beside(verb, child, at)
        if found is not None:
            if child.dep_ not in ("nsubj", "advmod", "npadvmod"):
                return found
            weaker = found
    return weaker


def _beside(verb: Token, preposition: Token, at: dict[int, int]) -> int | None:
    """Place on whom something was done with or to: "fighting between farmers and herders in Nigeria"."""
    if preposition.lower_ not in listed("sides") or verb.lemma_ in listed("no_place_objects") | listed("speaking"):
        return None
    for noun in preposition.children:
        if noun.dep_ == "pobj" and noun.i not in at:
            both = (noun, *(k for k in noun.children if k.dep_ == "conj"))
            return next((found for k in both if (found := last_locative(k, at)) is not None), None)
    return None


def _child_place(verb: Token, child: Token, at: dict[int, int]) -> int | None:
    if child.dep_ == "prep":
        return under(child, at)
    if child.dep_ in ("dobj", "obj"):
        return _object_place(verb, child, at)
    if child.dep_ == "nsubjpass":
        known = verb.lemma_ in listed("holding") or verb.lemma_ in listed("place_objects")
        return _object_place(verb, child, at) if known else None
    if child.dep_ == "nsubj":
        return of_noun(child, at) if eventive(child) else None
    if child.dep_ == "agent":
        return next((of_noun(noun, at) for noun in child.children if noun.dep_ == "pobj" and eventive(noun)), None)
    if child.lower_ in listed("compass") and child.dep_ in ("advmod", "npadvmod"):  # "was hit north of X"
        return next((under(of, at) for of in child.children if of.lower_ == "of"), None)
    return at.get(child.i) if child.dep_ in ("advmod", "npadvmod") else None


def _object_place(verb: Token, child: Token, at: dict[int, int]) -> int | None:
    if verb.lemma_ in listed("place_objects"):
        if child.i in at:
            return at[child.i]
        found = under_noun(child, at, 2)
        return found if found is not None else last_locative(child, at)
    if verb.lemma_ in listed("holding"):
        found = of_noun(child, at)
        return found if found is not None else last_locative(child, at)
    return None if verb.lemma_ in listed("no_place_objects") else last_locative(child, at)


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
    return at[noun.i] if noun.i in at else under_noun(noun, at, 2)


def _shared(verb: Token, at: dict[int, int]) -> int | None:
    """Place of the verb before in a coordination, where that place stands in front or is where they arrived."""
    if verb.dep_ != "conj":
        if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.pos_ == "VERB":
            return of_verb(verb.head, at)
        return None
    first = verb.head
    for child in first.lefts:
        if child.dep_ == "prep" and child.lower_ in listed("locative"):
            return under(child, at)
    return of_verb(first, at) if first.lemma_ in listed("arrivals") | {"visit", "tour"} else None
