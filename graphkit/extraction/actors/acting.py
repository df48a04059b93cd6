"""Whether a state, a capital or a seat of power acts in a place of the text, or is only where something happens."""

from graphkit.extraction.actors.mentions import singular
from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import nouns, word_list
from graphkit.extraction.names.headlines import Name

_AWAY = frozenset({"to", "from", "toward", "towards", "for"})
_TOWARD = frozenset({"with", "against", "by", "between", "toward", "towards", "on", "of", "for", "among", "including"})


def acts(columns: Columns, name: Name) -> bool:
    """Whether a state's name, capital or seat stands for the state as an actor."""
    head = name.end - 1
    for i in range(name.start, name.end):
        if not name.start <= columns.head[i] < name.end:
            head = i
    sense = name.known.sense if name.known is not None else "name"
    dep, governor = columns.dep[head], columns.head[head]
    while dep == "conj" and governor != columns.head[governor]:
        dep, governor = columns.dep[governor], columns.head[governor]
    if dep in ("nsubj", "nsubjpass"):
        return sense != "capital" or columns.lemma[governor].lower() not in word_list("city_state_verb")
    if dep == "pobj":
        return _behind(columns, governor, sense)
    if dep == "poss":
        return sense != "capital" or _of_power(columns, governor)
    if dep in ("dobj", "dative", "agent"):
        return sense != "capital" or columns.lemma[governor].lower() not in word_list("motion")
    if dep in ("compound", "nmod", "amod"):
        return sense in ("name", "seat") and governor > head and _person(columns, governor)
    if dep == "appos":
        return sense != "capital" and columns.pos[governor] != "PROPN"
    return dep in ("ROOT", "npadvmod", "attr") and sense == "seat"


def town_acts(columns: Columns, name: Name) -> bool:
    """Whether a town or region stands for its team or its people: who wins, says, decides."""
    head = municipality(columns, name)
    dep, governor = columns.dep[head], columns.head[head]
    if dep == "conj":
        dep, governor = columns.dep[governor], columns.head[governor]
    if dep == "pobj" and columns.lower[governor] in ("against", "over"):
        return columns.lemma[columns.head[governor]].lower() in _games()
    if dep == "dobj":
        return columns.lemma[governor].lower() in ("beat", "defeat", "thrash", "rout", "edge", "trounce")
    if dep in ("nsubj", "agent"):
        return columns.pos[governor] == "VERB" and columns.lemma[governor].lower() not in word_list("city_state_verb")
    return False


def _games() -> frozenset[str]:
    return word_list("opponent_noun") | word_list("opponent_verb")


def municipality(columns: Columns, name: Name) -> int:
    """Head of "the city of Bergen", or of the name alone."""
    head = name.end - 1
    of = columns.head[head]
    city = columns.dep[head] == "pobj" and columns.lower[of] == "of" and columns.head[of] == name.start - 2
    return columns.head[of] if city and columns.lower[columns.head[of]] in word_list("only_taken_up") else head


def _person(columns: Columns, head: int) -> bool:
    """Whether a noun means a person, so that a state before it is who the person serves ("US envoy")."""
    found = nouns().get(singular(columns.lower[head], columns.lemma[head].lower()))
    return (found is not None and found[0] == "person") or columns.pos[head] == "PROPN"


def _behind(columns: Columns, preposition: int, sense: str) -> bool:
    word, governor = columns.lower[preposition], columns.head[preposition]
    if word == "at" and sense != "capital" and _aimed(columns, governor):
        return True  # "fired rockets at Israel"
    if columns.pos[preposition] not in ("ADP", "SCONJ") or word in word_list("place_preposition"):
        return False
    lemma = columns.lemma[governor].lower()
    if sense == "capital" and word in ("against", "over") and lemma in _games() | {"be"}:
        return False  # a team
    if sense == "capital":
        return (word in _TOWARD and word not in {"of", "for", "on", "toward", "towards"}) or (
            word == "on" and lemma in ("pressure", "sanction", "impose")
        )
    return not (
        word in _AWAY
        and (lemma in word_list("motion") or (word == "from" and columns.pos[governor] in ("NOUN", "PROPN")))
    )


def _aimed(columns: Columns, governor: int) -> bool:
    """Whether something is aimed at what follows "at"."""
    if columns.pos[governor] == "NOUN" and columns.dep[governor] == "dobj":
        governor = columns.head[governor]
    return columns.lemma[governor].lower() in word_list("aiming_verb")


def _of_power(columns: Columns, head: int) -> bool:
    """Whether what a city has is a government's ("Oslo's stance") and not a town's ("Oslo's mayor")."""
    return (
        singular(columns.lower[head], columns.lemma[head].lower()) not in word_list("city_thing")
        and columns.pos[head] == "NOUN"
    )
