"""The role that a preposition gives its phrase, by what kind of phrase it is and which verb it belongs to."""

from functools import cache

from graphkit.extraction.clauses.tree import VERB_TAGS, Tree
from graphkit.extraction.clauses.words import all_event_nouns, is_doer, verbs, word_classes

NO_TIME = frozenset({"with", "of", "about", "as"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
TIMES = frozenset({"DATE", "TIME"})
PEOPLE = frozenset({"PERSON", "ORG", "NORP"})
_AMOUNTS = frozenset({"MONEY", "QUANTITY", "PERCENT", "CARDINAL"})


@cache
def time_words() -> frozenset[str]:
    """Words that make a phrase a time."""
    return word_classes("clause_words.tsv")["time"]


@cache
def role_words() -> dict[str, str]:
    """Preposition → the role it gives where nothing else decides."""
    return {word: role for role, words in word_classes("preposition_roles.tsv").items() for word in words}


def is_time(tree: Tree, head: int) -> bool:
    """Whether the phrase of `head` is a time; an age is none."""
    if tree.words[head] in ("age", "ages"):
        return False
    return tree.ents[head] in TIMES or tree.words[head] in time_words()


def role_of(tree: Tree, verb: int, preposition: int, inner: int) -> str:
    """The role that the preposition gives its phrase, by what kind of phrase it is."""
    word, kind = tree.words[preposition], tree.ents[inner]
    if tree.deps[preposition] == "agent":
        return "place" if _beside(tree, verb, inner) else "agent"
    if (
        is_time(tree, inner)
        and word not in NO_TIME
        and not (word == "to" and verb == tree.heads[preposition] and not _from_before(tree, preposition))
    ):
        return "time"
    if word in ("to", "for") and tree.lemmas[verb] in verbs("say") and kind in PEOPLE:
        return "addressee"
    if word in ("to", "into", "toward", "towards"):
        return "recipient" if kind in PEOPLE else "destination"
    if tree.words[inner] in ("age", "ages"):
        return "other"
    placed = word == "on" and tree.lemmas[verb] in verbs("siting") and tree.lemmas[inner] not in all_event_nouns()
    if placed or (word in ("in", "at", "on", "near") and (kind in PLACES or word in ("at", "near"))):
        return "place"
    if word == "by" and tree.lemmas[inner] in word_classes("clause_words.tsv")["beside"]:
        return "place"
    if word == "by" and tree.tags[inner] == "VBG":
        return "manner"
    if word == "for":
        return _role_of_for(tree, verb, inner)
    if word == "before" and tree.lemmas[verb] in verbs("appearing") and _acts(tree, inner):
        return "addressee"
    return role_words().get(word, "other")


def _beside(tree: Tree, verb: int, inner: int) -> bool:
    """Whether "by" says beside what: "was built by the lake"."""
    by_place = tree.lemmas[inner] in word_classes("clause_words.tsv")["beside"]
    return by_place and tree.lemmas[verb] in verbs("siting")


def _acts(tree: Tree, noun: int) -> bool:
    """Whether a phrase names who can act: a name, a pronoun, persons or groups."""
    named = tree.ents[noun] in PEOPLE or tree.ents[noun] == "GPE"
    return named or tree.tags[noun] == "PRP" or is_doer(tree.lemmas[noun])


def _role_of_for(tree: Tree, verb: int, inner: int) -> str:
    """As in "for refugees", "for the delay" behind thanks and blame, "for the final", "for two million"."""
    deed = tree.tags[inner] in VERB_TAGS or tree.lemmas[inner].lower() in all_event_nouns()
    if tree.words[inner] in ("example", "instance") or tree.ents[inner] in _AMOUNTS or tree.tags[inner] in ("CD", "$"):
        return "other"
    if tree.ents[inner] == "GPE" and tree.lemmas[verb] in verbs("leaving"):
        return "destination"
    if not deed and _acts(tree, inner):
        return "beneficiary"
    if tree.lemmas[verb] in verbs("bartering") and not deed:
        return "other"
    return "cause" if tree.lemmas[verb] in verbs("charging") | verbs("requiting") else "purpose"


def _from_before(tree: Tree, preposition: int) -> bool:
    """Whether "to" closes a span of time ("from May to June"), unlike "sentenced to two years"."""
    return any(tree.words[c] == "from" for c in tree.children[tree.heads[preposition]])
