"""Passives without an auxiliary: reduced relatives, headlines, absolute participles."""

from graphkit.extraction.clauses.tree import SUBJECTS, VERB_TAGS, Tree
from graphkit.extraction.clauses.words import verbs

_PAST_ONLY = frozenset(
    {"died", "went", "fled", "began", "fell", "said", "had", "did", "stood", "lived", "ended", "remained", "returned"}
)


def bare_passive(tree: Tree, verb: int) -> bool:
    """A participle without auxiliary whose noun suffers: "a man accused of theft", headline "Three killed in Oslo"."""
    deps = tree.deps
    if tree.tags[verb] not in ("VBD", "VBN"):
        return False
    if _with_subject(tree, verb):
        return True
    if tree.tags[verb] == "VBD":
        return (
            (deps[verb] == "acl" and tree.kid(verb, "nsubj") is None)
            or (deps[verb] == "conj" and _beside_passive(tree, verb))
            or _suffered(tree, verb)
        )
    if tree.tags[verb] != "VBN" or tree.words[verb] == "rid" or tree.lemmas[verb] == "be":
        return False
    told = tree.words[tree.right[verb] - 1] == "."  # no headline: "She starred in it."
    if tree.kid(verb, "nsubj") is not None and (deps[verb] != "ROOT" or told or tree.kid(verb, "dobj") is not None):
        bare = tree.kid(verb, "dobj", "aux") is None
        return tree.lemmas[verb] in verbs("suffered") and bare  # else a past form mistaken
    if any(deps[c] in ("aux", "auxpass") for c in tree.children[verb]):
        return False
    if deps[verb] == "conj":
        first = tree.heads[verb]
        while (
            deps[first] == "conj" and tree.kid(first, "aux", "auxpass", *SUBJECTS) is None and tree.heads[first] < first
        ):
            first = tree.heads[first]
        if tree.tags[first] in VERB_TAGS and not tree.kids(verb, *SUBJECTS):
            if any(deps[c] == "auxpass" for c in tree.children[first]):
                return tree.lemmas[verb] not in verbs("alone")  # "got spooked and jumped"
            if any(deps[c] == "aux" for c in tree.children[first]):
                return False  # "has come and taken"
            return deps[first] in ("acl", "advcl") and tree.tags[first] == "VBN"
    return True


def _with_subject(tree: Tree, verb: int) -> bool:
    """The ones that say so by what stands around them, though they have a subject or stand beside another verb."""
    dep = tree.deps[verb]
    if dep in ("ccomp", "advcl") and _made_so(tree, verb):
        return True
    if dep == "conj" and tree.lemmas[verb] in verbs("naming"):
        state = tree.kid(verb, "oprd", "acomp")  # "are missing and feared dead"
        if state is not None and tree.tags[state].startswith("JJ") and tree.kid(verb, "dobj", *SUBJECTS) is None:
            return True
    if tree.tags[verb] == "VBN":
        return dep in ("acl", "relcl", "parataxis", "appos") and _sole(tree, verb)  # "two of them disguised as women"
    return dep == "advcl" and verb < tree.heads[verb] and _pushed(tree, verb)


def _made_so(tree: Tree, verb: int) -> bool:
    """As in "had the roof repaired", "(with) his house destroyed, he left": a participle with a subject of its own."""
    mark, governor = tree.kid(verb, "mark"), tree.heads[verb]
    if tree.kid(verb, "nsubj") is None or tree.kid(verb, "dobj", "ccomp", "aux", "auxpass") is not None:
        return False
    before = governor > verb and tree.words[tree.right[verb]] == "," and tree.lemmas[governor] not in verbs("say")
    if tree.deps[verb] == "advcl" or before:
        alone = tree.lemmas[verb] in verbs("alone")
        return not alone and (mark is None or tree.words[mark] == "with") and tree.kid(verb, "advmod") is None
    return mark is None and governor < verb and tree.lemmas[governor] in verbs("resultative")


def _pushed(tree: Tree, verb: int) -> bool:
    """As in "The firm, pushed to the brink, sold": a form of past without subject or object before the main verb."""
    return tree.lemmas[verb] not in verbs("alone") and tree.kid(verb, *SUBJECTS, "dobj", "mark", "aux", "ccomp") is None


def _sole(tree: Tree, verb: int) -> bool:
    """Whether a participle has neither object nor auxiliary, and can have an object."""
    subject = tree.kid(verb, "nsubj")
    if subject is None or tree.tags[subject] not in ("CD", "DT", "JJ", "NN", "NNS"):
        return False
    alone = tree.lemmas[verb] in verbs("alone")
    return not alone and tree.kid(verb, "dobj", "ccomp", "xcomp", "aux", "auxpass") is None


def _suffered(tree: Tree, verb: int) -> bool:
    """Whether a past form of a verb that always has an object has none, as headlines leave the auxiliary out."""
    if tree.lemmas[verb] not in verbs("suffered") or tree.deps[verb] == "relcl":
        return False
    subject = tree.kid(verb, *SUBJECTS)
    if subject is None or tree.tags[subject] in ("WP", "WDT", "PRP"):
        return False
    if tree.lemmas[verb] in ("sue", "evacuate") and tree.words[tree.right[verb] - 1] == ".":
        return False  # no headline: "Berg sued."
    return tree.kid(verb, "dobj", "ccomp", "xcomp", "aux", "prt", "conj", "oprd") is None


def _beside_passive(tree: Tree, verb: int) -> bool:
    """Whether a form that is also a past participle goes on a passive: "was arrested and released"."""
    first = tree.heads[verb]
    if tree.lemmas[verb] in verbs("alone"):
        return False  # "got spooked and jumped"
    if not any(tree.deps[c] == "auxpass" for c in tree.children[first]) or tree.words[verb][-1:] not in "dtn":
        return False
    return (
        tree.kid(verb, "dobj", "ccomp", "xcomp", "acomp", "attr", "aux", *SUBJECTS) is None
        and tree.words[verb] not in _PAST_ONLY
    )
