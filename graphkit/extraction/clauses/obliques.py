"""Phrases that hang on a clause beside subject and object, with a role; and which of them is the object."""

from graphkit.extraction.clauses.antecedents import antecedent
from graphkit.extraction.clauses.phrases import NOMINAL, clause_phrase, is_relative, phrase, trimmed
from graphkit.extraction.clauses.roles import PEOPLE, PLACES, is_time, role_of, role_words, time_words
from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.clauses.words import verbs, word_classes
from graphkit.extraction.layers import Oblique

GOVERNED = ("with", "to", "from", "for", "of", "into", "against", "on", "about", "at", "in", "over", "as", "through")
NO_OBJECT = frozenset(
    {
        "during",
        "after",
        "before",
        "since",
        "until",
        "till",
        "despite",
        "amid",
        "according",
        "because",
        "due",
        "like",
        "without",
        "including",
        "besides",
        "throughout",
        "prior",
        "following",
        "per",
        "via",
        "by",
    }
)
DIRECTIONS = frozenset(
    {
        "away",
        "back",
        "out",
        "up",
        "down",
        "off",
        "over",
        "together",
        "ahead",
        "forward",
        "north",
        "south",
        "east",
        "west",
        "home",
        "early",
        "late",
        "along",
        "apart",
        "instead",
    }
)


def find_obliques(tree: Tree, verb: int) -> list[Oblique]:
    """The prepositional phrases, time nouns and time adverbs of `verb` in text order."""
    out: list[Oblique] = []
    for c in tree.children[verb]:
        dep = tree.deps[c]
        if dep in ("prep", "agent", "dative") and tree.tags[c] in ("IN", "TO", "VBG", "RP", "RB", "VBN", "JJ", "CC"):
            found = read_preposition(tree, verb, c)
            if found is not None:
                out.append(found)
        elif dep == "npadvmod" and not is_relative(tree, c):
            out.extend(_adverbial_noun(tree, verb, c))
        elif dep == "advmod" and c > verb and tree.words[c] in DIRECTIONS:
            out.extend(o for p in tree.kids(c, "prep") if (o := read_preposition(tree, verb, p)) is not None)
        elif dep == "advcl" and c > verb and any(tree.tags[k] == "TO" for k in tree.children[c]):
            out.append(Oblique("purpose", clause_phrase(tree, c)))
        elif dep == "advcl" and c > verb and tree.tags[c] == "JJ" and tree.words[tree.left[c]] == "as":
            out.append(Oblique("other", clause_phrase(tree, c)))  # "described it as safe and clean"
        elif (
            dep == "advcl" and c > verb and tree.words[tree.left[c]] in word_classes("clause_words.tsv")["subordinator"]
        ):
            out.append(Oblique(role_words().get(tree.words[tree.left[c]], "other"), clause_phrase(tree, c)))
        elif dep == "advmod" and tree.words[c] in time_words():
            out.append(Oblique("time", phrase(tree, c)))
        elif dep == "advmod" and c > verb and tree.tags[c] in ("RB", "RBR", "RBS"):
            out.append(Oblique("manner", phrase(tree, c)))
    return out


def _adverbial_noun(tree: Tree, verb: int, noun: int) -> list[Oblique]:
    """A time noun ("died Monday of heart disease"), and what the parser hung on it though it belongs to the verb."""
    p = phrase(tree, noun)
    if not is_time(tree, noun):
        return [] if tree.ents[noun] in PEOPLE | PLACES else [Oblique("manner", p)]
    out: list[Oblique] = []
    for c in tree.kids(noun, "prep"):
        target = tree.kid(c, "pobj", "pcomp")
        if c > noun and target is not None and not is_time(tree, target):
            p = p if out else trimmed(tree, noun, p.start, min(p.end, tree.left[c]))
            found = read_preposition(tree, verb, c)
            out.extend([] if found is None else [found])
    return [Oblique("time", p), *out]


def read_preposition(tree: Tree, verb: int, preposition: int) -> Oblique | None:
    """The phrase that `preposition` governs, through a second preposition ("out of Oslo"), with its role."""
    inner = tree.kid(preposition, "pobj")
    inner = tree.kid(preposition, "pcomp") if inner is None else inner
    if inner is None:
        second = tree.kid(preposition, "prep")
        inner = tree.kid(second, "pobj", "pcomp") if second is not None else None
    elif tree.tags[inner] in ("IN", "TO") and tree.kid(inner, "pobj", "pcomp") is not None:
        inner = tree.kid(inner, "pobj", "pcomp")  # "due to", "because of"
    if inner is None or (tree.tags[inner] in ("IN", "TO") and not tree.children[inner]):
        return None
    if preposition > 0 and tree.words[preposition - 1] == "instead":
        return None  # a deed is told as one that was not done; a thing has no part in it
    if tree.words[preposition] == "as" and tree.words[tree.heads[inner]] == "of" and is_time(tree, inner):
        return Oblique("time", phrase(tree, inner, whole=True), preposition)  # "as of Tuesday"
    if tree.deps[inner] == "pcomp":
        return Oblique(role_of(tree, verb, preposition, inner), clause_phrase(tree, inner), preposition)
    if is_relative(tree, inner):
        noun = antecedent(tree, verb) if tree.deps[verb] == "relcl" else None
        if noun is None:
            return None
        return Oblique(role_of(tree, verb, preposition, noun), phrase(tree, noun), preposition)
    return Oblique(role_of(tree, verb, preposition, inner), phrase(tree, inner, whole=True), preposition)


def object_of(tree: Tree, verb: int, last: int, found: list[Oblique]) -> Oblique | None:
    """The oblique that serves as object of a verb without direct object.

    The one right behind the verb (its group ends at `last`), else the first with a governed preposition, else a place.
    Times never are, nor "after", "during", "according to".
    """
    if tree.lemmas[verb] == "be":
        found = [o for o in found if o.marker is None or tree.words[o.marker] != "as"]
    usable = [
        o
        for o in found
        if o.marker is not None
        and (o.marker > verb or _leads(tree, verb, o.marker))
        and (o.role not in ("time", "attribution") or _phrasal(tree, verb, o.marker))
        and (tree.words[o.marker] not in NO_OBJECT or _phrasal(tree, verb, o.marker))
        and not (tree.words[o.marker] == "as" and tree.words[o.phrase.head] in ("result", "consequence"))
        and not (tree.words[o.marker] == "at" and tree.tags[o.phrase.head] == "CD")  # "died at 91", "began at 9"
    ]
    if not usable:
        return None
    nearest = usable[0]
    if nearest.marker is not None and nearest.marker <= last + 1:
        return nearest
    for word in GOVERNED:
        for o in usable:
            if (
                o.marker is not None
                and tree.words[o.marker] == word
                and (o.role != "place" or word in ("with", "to", "from"))
            ):
                return o
    return next((o for o in usable if o.role == "place"), None)


def _phrasal(tree: Tree, verb: int, marker: int) -> bool:
    """Whether verb and "after" are one verb: "looked after the children", "was named after her"."""
    behind = tree.words[marker] == "after" and tree.lemmas[verb] in verbs("tending")
    return behind and marker == verb + 1 and not is_time(tree, tree.children[marker][-1])


def _leads(tree: Tree, verb: int, marker: int) -> bool:
    """Whether a preposition before the verb may lead to the object: "with whom he met"; "in Oslo stood a statue"."""
    target = tree.kid(marker, "pobj")
    if target is not None and is_relative(tree, target):
        return tree.lemmas[verb] not in verbs("say")
    subject = tree.kid(verb, "nsubj")
    return subject is not None and subject > verb and tree.kid(verb, "aux") is None


def preposition_tokens(tree: Tree, marker: int) -> list[int]:
    """The tokens of a preposition, "out of" and "away from" with both."""
    above = tree.heads[marker]
    if above == marker - 1 and tree.deps[above] == "advmod" and tree.words[above] in DIRECTIONS:
        return [above, marker]
    second = tree.kid(marker, "prep")
    return [marker] if second is None or tree.kid(marker, "pobj", "pcomp") is not None else [marker, second]


def relative_obliques(tree: Tree, verb: int) -> list[Oblique]:
    """What "where" and "when" of a relative clause stand for."""
    if tree.deps[verb] != "relcl":
        return []
    adverb = next((c for c in tree.kids(verb, "advmod") if tree.words[c] in ("where", "when")), None)
    noun = tree.heads[verb]
    if adverb is None or tree.tags[noun] not in NOMINAL:
        return []
    return [Oblique("place" if tree.words[adverb] == "where" else "time", phrase(tree, noun))]
