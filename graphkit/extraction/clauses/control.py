"""Whose doing a verb tells that depends on another verb, on a noun or on a preposition."""

from graphkit.extraction.clauses.antecedents import antecedent
from graphkit.extraction.clauses.groups import asked_through, read_group
from graphkit.extraction.clauses.phrases import is_relative
from graphkit.extraction.clauses.roles import is_time
from graphkit.extraction.clauses.tree import VERB_TAGS, Tree
from graphkit.extraction.clauses.words import verbs, word_classes

_RANKS = frozenset({"first", "last", "only", "second", "third", "next", "latest", "youngest", "oldest"})
_BROUGHT = frozenset({"of", "from", "for", "into", "with"})  # "charged Holm with stealing", "kept him from leaving"


def controlled(tree: Tree, governor: int, verb: int) -> tuple[int, str, bool] | None:
    """Who does what a complement of `governor` tells: where to look next, how, and whether that is the noun itself."""
    if tree.tags[governor] not in VERB_TAGS:
        if tree.deps[governor] in ("acomp", "oprd", "conj", "advcl", "amod"):
            return (tree.heads[governor], "control", False) if tree.tags[tree.heads[governor]] in VERB_TAGS else None
        return None
    asked = asked_through(tree, governor, verb)
    if asked is not None:
        return asked, "control", True
    object_ = tree.kid(governor, "dobj", "dative")
    if object_ is not None and tree.tags[verb] == "VBG" and tree.lemmas[governor] in verbs("spending"):
        return governor, "gerund", False  # "spent three weeks examining it", "had trouble finding it"
    if object_ is not None and tree.lemmas[governor] == "take" and is_time(tree, object_):
        return governor, "shared", False  # "took two hours to cross the bay"
    if object_ is not None and tree.lemmas[governor] not in verbs("promise") and not read_group(tree, governor).passive:
        if tree.lemmas[governor] not in verbs("objcontrol") and tree.tags[verb] != "VBG":
            return governor, "purpose", False
        if is_relative(tree, object_):
            noun = antecedent(tree, governor) if tree.deps[governor] == "relcl" else None
            return None if noun is None else (noun, "control", True)
        return object_, "control", True
    return governor, "control", False


def of_noun(tree: Tree, verb: int, noun: int) -> tuple[int, str, bool] | None:
    """As in "the man accused of theft", "rebels holding Oslo"; "a plan to build": who has the plan."""
    if tree.tags[noun] in VERB_TAGS:
        return noun, "control", False
    if tree.deps[noun] == "npadvmod" and is_time(tree, noun):
        return None
    if tree.tags[verb] in ("VBN", "VBG") and not any(tree.tags[c] == "TO" for c in tree.children[verb]):
        return noun, "participle", True
    if tree.deps[noun] == "attr" and any(
        tree.words[c] in _RANKS or tree.tags[c] in ("JJS", "RBS") for c in tree.children[noun]
    ):
        return tree.heads[noun], "ranked", False  # "became the first woman to lead it"
    if tree.deps[noun] == "ROOT":
        return noun, "headline", True  # "Holm to visit Riga"
    owner = tree.kid(noun, "poss")
    if owner is not None:
        return owner, "infinitive", True
    if (
        tree.deps[noun] == "dobj"
        and tree.tags[tree.heads[noun]] in VERB_TAGS
        and tree.lemmas[tree.heads[noun]] not in verbs("stance")
        and tree.words[noun] not in ("someone", "something", "people")
    ):
        return tree.heads[noun], "infinitive", False
    return None


def charged(tree: Tree, preposition: int) -> bool:
    """Whether "of misleading …" hangs on the object of "accused" though it belongs to the verb."""
    noun = tree.heads[preposition]
    if tree.deps[noun] != "dobj" or tree.words[preposition] not in _BROUGHT or preposition < noun:
        return False
    inner = tree.kid(preposition, "pcomp")
    return inner is not None and tree.tags[inner] == "VBG" and tree.lemmas[tree.heads[noun]] in verbs("charging")


def blamed_behind(tree: Tree, preposition: int) -> bool:
    """Whether "of stealing" was hung on who accuses: "was accused by the owners of stealing"."""
    inner = tree.kid(preposition, "pcomp")
    by = tree.heads[tree.heads[preposition]]
    if inner is None or tree.tags[inner] != "VBG" or tree.words[preposition] != "of" or tree.deps[by] != "agent":
        return False
    return tree.lemmas[tree.heads[by]] in verbs("charging")


def of_preposition(tree: Tree, preposition: int) -> tuple[int, str, bool] | None:
    """Who does what a gerund behind a preposition tells: "left after signing", "accused Riga of cheating"."""
    governor = tree.heads[preposition]
    if charged(tree, preposition):
        return governor, "gerund", True
    while tree.deps[governor] in ("prep", "pcomp") and tree.tags[governor] not in VERB_TAGS:
        governor = tree.heads[governor]
    if tree.tags[governor].startswith("JJ") and tree.kid(governor, "nsubj") is not None:
        return tree.kids(governor, "nsubj")[0], "gerund", True  # "found the firm guilty of dumping waste"
    if blamed_behind(tree, preposition):
        return tree.heads[tree.heads[governor]], "gerund", False
    said_of = tree.tags[governor] not in VERB_TAGS
    if said_of and tree.lemmas[governor] in word_classes("clause_words.tsv")["unproved"]:
        return None  # "faces charges of bribing officials": not said to have done so
    if tree.tags[governor] in VERB_TAGS:
        return _beside_verb(tree, governor, preposition)
    if tree.deps[governor] in ("acomp", "oprd"):
        return tree.heads[governor], "gerund", False
    owner = tree.kid(governor, "poss") if tree.tags[governor].startswith("NN") else None
    if owner is not None:
        return owner, "gerund", True
    if (
        tree.tags[governor].startswith("NN")
        and tree.deps[governor] == "dobj"
        and tree.words[preposition] in ("of", "in", "for")
    ):
        return tree.heads[governor], "gerund", False
    return None


def _beside_verb(tree: Tree, governor: int, preposition: int) -> tuple[int, str, bool] | None:
    """Who does it where the preposition belongs to a verb: its subject; its object for "accused Riga of cheating"."""
    after = tree.words[preposition] == "after" and tree.words[tree.right[governor] - 1] != "."
    if after and read_group(tree, governor).passive and tree.kid(tree.children[preposition][-1], "dobj") is None:
        return None  # headlines: "Two arrested after stabbing"
    empty = tree.kid(governor, "nsubj")
    if empty is not None and tree.words[empty] == "it" and tree.lemmas[governor] == "be":
        return None  # "it will be her second term, after leading the city"
    object_ = tree.kid(governor, "dative", "dobj")
    inner = tree.kid(preposition, "pcomp")
    asked = inner is not None and any(tree.tags[c] == "TO" for c in tree.kids(inner, "aux"))
    if object_ is not None and asked and not is_relative(tree, object_):
        return object_, "control", True  # "coached the boys on how to win"
    if (
        object_ is not None
        and tree.lemmas[governor] in verbs("objcontrol") | verbs("charging") | verbs("clearing")
        and tree.words[preposition] in _BROUGHT
        and preposition > object_
        and not is_relative(tree, object_)
    ):
        return object_, "gerund", True
    return governor, "gerund", False
