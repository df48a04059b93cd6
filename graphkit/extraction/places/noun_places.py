"""Where the thing or event of a noun phrase is: "the capital of X", "a summit in X", "X airport"."""

from spacy.tokens import Token

from graphkit.extraction.listed import listed

REACH = 60  # tokens that "the city" looks back
DEEP = 4  # noun phrases inside each other: "at a meeting on the sidelines of a summit in X"


def last_locative(noun: Token, at: dict[int, int], deep: int = 3) -> int | None:
    """Place of a locative phrase that the parser hung on the object ("killed three people in Oslo")."""
    if deep == 0:
        return None
    for child in noun.rights:
        if child.lower_ in listed("compass") and child.dep_ == "advmod":  # "a convoy north of X"
            return next((under(of, at) for of in child.children if of.lower_ == "of"), None)
        if child.dep_ != "prep":
            continue
        if child.lower_ in listed("attached"):
            return under(child, at)
        if child.lower_ in ("of", "from", "with"):
            for inner in child.children:
                found = last_locative(inner, at, deep - 1) if inner.dep_ == "pobj" and inner.i not in at else None
                if found is not None:
                    return found
    return None


def under(preposition: Token, at: dict[int, int]) -> int | None:
    """Place that a preposition governs, at once or through noun phrases ("at a summit in Bishkek")."""
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp"):
            if child.i in at:
                return at[child.i]
            found = under_noun(child, at, DEEP)
            return found if found is not None else _spoken_of(child, at)
        if child.dep_ == "prep":
            found = under(child, at)
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


def under_noun(noun: Token, at: dict[int, int], deep: int) -> int | None:
    """Place that says where the thing of a noun is: "the capital of X", "a summit in X", "X airport", "X's capital"."""
    if deep == 0:
        return None
    for of in noun.children:
        if of.lower_ == "of" and of.dep_ == "prep" and noun.lemma_ in listed("place_nouns"):  # "the X suburb of Y": Y
            found = next((at[inner.i] for inner in of.children if inner.i in at), None)
            if found is not None:
                return found
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
                        found = under_noun(inner, at, deep - 1)
                    if found is not None:
                        return found
    return None


def of_noun(noun: Token, at: dict[int, int]) -> int | None:
    """Place of an event noun: "the Bishkek summit", "a fire in Oslo", "his arrival at X"."""
    for child in noun.children:
        if child.dep_ in ("compound", "nmod") and child.i in at:
            return at[child.i]
    for child in noun.children:
        if child.dep_ != "prep":
            continue
        if child.lower_ in listed("locative") or (child.lower_ == "to" and noun.lemma_ in listed("motion_nouns")):
            found = under(child, at)
            if found is not None:
                return found
    return None
