"""Event nouns of light verbs ("held talks with Oslo"): the noun is the content, whoever takes part the object."""

from graphkit.extraction.clauses.hearers import up_to
from graphkit.extraction.clauses.obliques import read_preposition
from graphkit.extraction.clauses.phrases import is_relative, member_phrases, members
from graphkit.extraction.clauses.roles import is_time
from graphkit.extraction.clauses.site import Complement
from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.clauses.words import event_nouns, word_classes
from graphkit.extraction.layers import Oblique

LIGHT_PREPOSITIONS = (
    "with",
    "to",
    "on",
    "against",
    "for",
    "in",
    "at",
    "of",
    "from",
    "between",
    "into",
    "about",
    "over",
)


def light_object(tree: Tree, verb: int, noun: int, obliques: tuple[Oblique, ...]) -> Complement:
    """As in "held talks with Oslo": the noun is the content, the participant behind its preposition the object."""
    inner = [c for c in tree.kids(noun, "prep") if c > noun]
    mutual = not inner or tree.lemmas[noun].lower() in event_nouns("mutual")  # "held talks in Riga with …"
    outer = (
        []
        if not mutual
        else [o.marker for o in obliques if o.marker is not None and o.marker > noun and tree.heads[o.marker] == verb]
    )
    for word in LIGHT_PREPOSITIONS:
        for marker in (*inner, *outer):
            if tree.words[marker] != word or not _takes_part(tree, marker, word):
                continue
            if word == "in" and tree.lemmas[noun].lower() not in word_classes("clause_words.tsv")["sharing"]:
                continue  # "a robbery in broad daylight"
            target = tree.kid(marker, "pobj")
            assert target is not None  # looked at in _takes_part
            return Complement(
                kind="light",
                objects=tuple(member_phrases(tree, target)),
                tokens=(*(k for k in range(tree.left[noun], noun + 1) if tree.tags[k] != "_SP"), marker),
                words=(word,),
                obliques=tuple(o for o in obliques if o.marker != marker),
                trigger=noun,
            )
    return Complement("light-verb", tuple(member_phrases(tree, noun)), obliques=obliques, trigger=noun)


def light_towards(tree: Tree, noun: int, hearer: int, obliques: list[Oblique]) -> Complement:
    """As in "made Berg an offer", "paid Oslo a visit"."""
    tokens = tuple(k for k in range(tree.left[noun], noun + 1) if tree.tags[k] != "_SP")
    about = [read_preposition(tree, noun, c) for c in tree.kids(noun, "prep") if c > noun]
    others = tuple(o for o in (*about, *obliques) if o is not None and o.phrase.head != hearer)
    objects = tuple(up_to(tree, m, tree.left[noun]) for m in members(tree, hearer))
    return Complement("light", objects, tokens, ("to",), others, trigger=noun)


def _takes_part(tree: Tree, marker: int, word: str) -> bool:
    """Whether the phrase behind the preposition takes part in the event, rather than says when or where."""
    target = tree.kid(marker, "pobj")
    if target is None or is_relative(tree, target) or is_time(tree, target):
        return False
    places = ("GPE", "LOC", "FAC", "CARDINAL", "MONEY")
    if word in ("in", "at") and tree.lemmas[target] in word_classes("clause_words.tsv")["place"]:
        return False
    return not (word in ("in", "at", "from", "for") and tree.ents[target] in places)
