"""How a story describes an actor without its name: heads, and what stands before them."""

from functools import cache
from typing import NamedTuple

from graphkit.model import Actor
from graphkit.resolution.lexicon import listed, peer
from graphkit.resolution.names import fold

_OWN = frozenset({"his", "her", "their", "its", "my", "our", "your", "whose"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "both", "his", "her", "their", "its"})
_NEW = frozenset({"a", "an", "one", "some", "any", "another"})
_LITTLE = _OWN | _KNOWN | frozenset({"all", "some", "many", "most", "other", "more", "several", "of", "and", "or"})
_OF_OWNER = ("'s", "’s", "'", "’")


class Description(NamedTuple):
    """What the nominal mentions of a chain tell."""

    heads: tuple[str, ...]  # folded, in the singular
    marks: frozenset[str]  # folded capitalised words before those heads: "Thai navy"
    definite: bool  # the first says that it is known: "the officers"
    new: bool  # the first says that it is not known yet: "a suspect"
    plural: bool  # the first has the form of a plural
    kinds: frozenset[str]  # of what kind several are: "federal officials"
    counts: frozenset[str]  # how many they are, folded: "three", "15"
    other: bool  # told apart by its words: "another man", "a second victim"
    owner: bool  # only told as whose something is: "the sheriff's deputy"
    owned: bool  # somebody's: "her daughter", "the mayor's wife"


def described(text: str, actor: Actor) -> Description:
    """What the nominal mentions of an actor of a story tell."""
    nominal = [mention for mention in actor.mentions if mention.form == "nominal"]
    words = [fold(text[slice(*mention.head)]) for mention in nominal]
    before = [text[mention.span[0] : mention.head[0]].split() for mention in nominal]
    every = [word for own in before for word in own]
    owned = any(word.lower() in _OWN or word.endswith(_OF_OWNER) for word in every)
    marks = {fold(word) for word in every if word[:1].isupper() and word.lower() not in _LITTLE | _NEW}
    if owned:
        marks.update(fold(word) for word in actor.name.rpartition("'s ")[0].split() if word[:1].isupper())
    plural = bool(words) and singular(words[0]) != words[0]
    first = before[0][0].lower() if before and before[0] else ""
    return Description(
        heads=tuple(dict.fromkeys(head for word in words if (head := peer(singular(word))))),
        marks=frozenset(marks - {""}),
        definite=first in _KNOWN,
        new=first in _NEW,
        plural=plural,
        kinds=frozenset(fold(w) for w in every if w[:1].islower() and w.lower() not in _LITTLE if plural),
        counts=frozenset(number for word in every if (number := _count(word))),
        other=any(word.lower() in listed("other") for word in every),
        owner=bool(nominal) and all(_in_genitive(text, mention.span[1]) for mention in nominal),
        owned=owned,
    )


def _in_genitive(text: str, end: int) -> bool:
    """Whether what ends there owns what follows: "the sheriff | 's deputy", "the officers | ' cars"."""
    return text.startswith(("'s ", "’s "), end) or (text[end - 1] == "s" and text.startswith(("' ", "’ "), end))


def _count(word: str) -> str | None:
    """A number in digits or as a word, without its commas."""
    plain = word.casefold().replace(",", "")
    return plain if plain in listed("number") or plain[:1].isdigit() else None


@cache
def singular(word: str) -> str:
    """Singular of a regular English noun.

    Examples
    --------
    >>> singular("parties"), singular("actress"), singular("officials"), singular("policemen")
    ('party', 'actress', 'official', 'policeman')
    """
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
