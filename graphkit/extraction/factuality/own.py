"""What a verb's own words say: auxiliaries, negation, adverbs, the mark of its clause."""

from dataclasses import dataclass

from graphkit.extraction.factuality.state import CERTAIN, POSSIBLE, PROBABLE, Finite, State, modify
from graphkit.extraction.factuality.table import forms, words
from graphkit.extraction.listed import listed
from graphkit.extraction.tree import Tree
from graphkit.model import Tense

NOBODY = frozenset({"nobody", "none", "nothing", "neither", "nowhere"})
WILL = frozenset({"will", "shall", "'ll", "wo", "sha"})
WOULD = frozenset({"would", "'d"})
MAY = frozenset({"may", "might", "can", "could", "ca"})
BE_PRESENT = frozenset({"is", "are", "am", "'s", "'re", "'m"})
BE_PAST = frozenset({"was", "were"})
APOSTROPHES = frozenset({"'", "\u2019"})
LATER = frozenset({"tomorrow", "next", "later", "soon", "shortly"})
CLAUSES = ("ROOT", "ccomp", "advcl", "relcl")
ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr", "pobj", "oprd", "dative")


@dataclass(frozen=True, slots=True)
class Own:
    """A verb by itself: its state, its form, and the modal and mark it has."""

    state: State
    form: Finite
    modal: str | None = None
    mark: str | None = None


def own_marks(tree: Tree, verb: int) -> Own:
    """What the words that hang on the verb itself say of it."""
    helpers = [i for i in tree.children[verb] if tree.deps[i] in ("aux", "auxpass") and i < verb + 4]
    if tree.pos[verb] not in ("VERB", "AUX"):  # "is unable": the copula carries the tense
        helpers = [*helpers, *tree.kids(verb, "cop")]
    modal = next((tree.words[i] for i in helpers if tree.tags[i] == "MD"), None)
    form = _form(tree, verb, helpers, modal)
    state = State(negated(tree, verb), CERTAIN, _tense(tree, verb, helpers))
    if modal is not None:
        state = _under_modal(tree, verb, state, helpers, modal)
    elif state.tense == "present" and (
        any(tree.words[i] in LATER for i in _adjuncts(tree, verb)) or _timetabled(tree, verb)
    ):
        state = State(state.negative, state.certainty, "future")
    mark = next((tree.words[i] for i in tree.kids(verb, "mark", "advmod") if tree.words[i] in words("mark")), None)
    if mark == "if" and as_if(tree, verb):
        mark = None
    if mark is None and inverted(tree, verb):
        mark = "if"
    if mark is not None:
        state = State(state.negative, POSSIBLE, "past" if state.tense == "past" else "future")
    adverbs = words("adverb")
    for i in tree.kids(verb, "advmod"):
        if tree.words[i] in adverbs:
            state = modify(state, adverbs[tree.words[i]][0], ".")
    return Own(state, form, modal, mark)


def _timetabled(tree: Tree, verb: int) -> bool:
    """As in "the trial opens on Monday", "talks start in May"."""
    if tree.tags[verb] not in ("VBZ", "VBP") or tree.lemmas[verb] not in listed("scheduled"):
        return False
    objects = [k for i in tree.kids(verb, "prep") if tree.words[i] in ("on", "in", "at") for k in tree.kids(i, "pobj")]
    return any(tree.words[i] in listed("days") for i in (*objects, *tree.kids(verb, "npadvmod")))


def as_if(tree: Tree, verb: int) -> bool:
    """Whether the clause begins with "as if", "as though"."""
    return any(tree.words[i] in ("if", "though") and tree.words[i - 1] == "as" for i in tree.kids(verb, "mark") if i)


def _adjuncts(tree: Tree, verb: int) -> list[int]:
    """Heads and modifiers of bare time phrases and adverbs: "tomorrow", "next week"."""
    out = tree.kids(verb, "advmod", "npadvmod")
    return [*out, *(k for i in out for k in tree.children[i])]


def _form(tree: Tree, verb: int, helpers: list[int], modal: str | None) -> Finite:
    if modal is not None or tree.tags[verb] in ("VBD", "VBZ", "VBP") or _told_past(tree, verb):
        return "finite"
    if (
        tree.tags[verb] == "VBN"
        and not helpers
        and tree.child(verb, "nsubj") is not None
        and tree.deps[verb] in CLAUSES
    ):
        return "finite"  # a past form that the parser took for a participle
    if any(tree.words[i] == "to" for i in helpers):
        return "infinitive"
    if any(tree.tags[i] in ("VBD", "VBZ", "VBP") for i in helpers):
        return "finite"
    return "participle" if tree.tags[verb] in ("VBN", "VBG") else "bare"


def _tense(tree: Tree, verb: int, helpers: list[int]) -> Tense:
    """Tense by form alone; what has none of its own gets it from its governor later."""
    said = [tree.words[i] for i in helpers]
    tag = tree.tags[verb]
    if "to" in said:
        return "past" if tag == "VBN" and "have" in said else "future"
    if any(w in ("have", "has", "had", "having", "'ve") for w in said) or (
        tag == "VBN" and "'s" in said and "been" in said
    ):
        return "past"
    if any(w in BE_PAST or w == "did" for w in said):
        return "past"
    if any(w in BE_PRESENT or w in ("do", "does") for w in said):
        return "present"
    if tag in ("VBD", "VBN") or _told_past(tree, verb):
        return "past"
    return "present"


def _told_past(tree: Tree, verb: int) -> bool:
    """Whether "hit", "cut", "put" is a past form: behind "they say", or with one person or thing as its subject."""
    if tree.words[verb] not in words("invariant") or tree.child(verb, "aux", "auxpass") is not None:
        return False
    if tree.deps[verb] in ("ccomp", "xcomp") and tree.child(tree.heads[verb], "nsubj") is not None:
        return tree.lemmas[tree.heads[verb]] in words("parenthesis")
    own = tree.child(verb, "nsubj")
    if own is None or tree.tags[verb] != "VBP":
        return False
    if tree.words[own] in ("who", "that", "which") and tree.deps[verb] == "relcl":
        own = tree.heads[verb]
    return tree.tags[own] in ("NN", "NNP") or tree.words[own] in ("he", "she", "it")


def _under_modal(tree: Tree, verb: int, state: State, helpers: list[int], modal: str) -> State:
    perfect = any(tree.words[i] in ("have", "'ve") for i in helpers)
    if modal in WILL:
        return State(state.negative, CERTAIN, "future")
    if modal == "must" and perfect:
        return State(state.negative, PROBABLE, "past")
    if perfect:
        return State(state.negative, POSSIBLE, "past")
    if state.negative and modal in ("can", "ca", "could"):
        return State(True, CERTAIN, "past" if modal == "could" else "present")
    if modal in ("can", "could") and tree.tags[verb] == "VBN" and tree.words[verb] in forms("perceiving"):
        return State(state.negative, CERTAIN, "past" if modal == "could" else "present")  # "could be seen"
    if modal in ("can", "ca") or (modal in MAY and tree.tags[verb] == "VBG"):
        return State(state.negative, POSSIBLE, "present")
    return State(state.negative, POSSIBLE, "future")


def inverted(tree: Tree, verb: int) -> bool:
    """Whether the clause is a condition by its order: "had the dam burst", "should talks fail", "were he to go"."""
    own = tree.child(verb, "nsubj", "nsubjpass")
    first = tree.left[verb]
    if own is None or tree.deps[verb] not in ("advcl", "ccomp") or tree.heads[verb] < verb or first >= tree.left[own]:
        return False
    return tree.words[first] in ("had", "were", "should") and first in tree.children[verb]


def negated(tree: Tree, verb: int) -> bool:
    """Whether "not", "never", "no one", "neither … nor", "no longer" and the like deny the verb; two cancel out."""
    count = int(_split_not(tree, verb))
    for i in tree.children[verb]:
        dep = tree.deps[i]
        word = tree.words[i]
        if dep == "neg":
            count += not _not_only(tree, i)
        elif dep in ("preconj", "cc", "advmod") and word in ("neither", "nor") and i < verb:
            count += 1
        elif dep == "advmod" and word == "longer" and tree.words[i - 1] == "no":
            count += tree.child(i, "neg", "det", "advmod") is not None
        elif dep in ARGUMENTS:
            count += is_none(tree, i) or _not_one(tree, i)
        elif dep == "prep" and word in ("in", "at", "by", "under"):
            object_ = tree.child(i, "pobj")
            count += object_ is not None and is_none(tree, object_)
    return count % 2 == 1


def _split_not(tree: Tree, verb: int) -> bool:
    """Whether "hadn ' t" stands before the verb in pieces, as texts have it that were set in words."""
    for i in range(max(2, verb - 3), verb):
        if tree.words[i] == "t" and tree.words[i - 1] in APOSTROPHES and tree.words[i - 2][-1] == "n":
            return True
    return False


def _not_only(tree: Tree, i: int) -> bool:
    return i + 1 < len(tree.words) and tree.words[i + 1] in ("only", "just", "merely", "necessarily")


def _not_one(tree: Tree, noun: int) -> bool:
    """As in "not a single shot", "hardly anyone"."""
    for k in tree.kids(noun, "neg", "advmod"):
        if k + 1 == len(tree.words):
            continue
        if tree.words[k] == "not" and tree.words[k + 1] in ("a", "one", "single", "any"):
            return True
        if tree.words[k] in ("hardly", "scarcely") and tree.words[k + 1][:3] == "any":
            return True
    return False


def is_none(tree: Tree, noun: int) -> bool:
    """Whether the noun phrase is "nobody", "no soldier", "neither side", "none of them"."""
    if tree.words[noun] in NOBODY:
        return True
    return any(
        tree.words[k] in ("no", "neither") and tree.deps[k] in ("det", "neg", "preconj", "cc")
        for k in tree.children[noun]
    )
