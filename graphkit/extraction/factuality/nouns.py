"""Reality of an event told by a noun: its modifiers, then the verb or noun it depends on."""

from graphkit.extraction.factuality.own import ARGUMENTS, negated
from graphkit.extraction.factuality.prepositions import behind_preposition, by_signature, default_tense, known
from graphkit.extraction.factuality.state import CERTAIN, POSSIBLE, Case, State, flip, govern, modify
from graphkit.extraction.factuality.table import forms, governor, words
from graphkit.extraction.factuality.verbs import first_conjunct
from graphkit.extraction.tree import Tree

CLIMB = 4  # words from "any" to what denies it
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re"})
RAISING = frozenset({"seems", "seem", "appears", "appear", "going", *BE})
TRIES = frozenset({"attempt", "bid", "effort", "talk", "negotiation", "campaign", "policy", "push", "test"})


def noun_state(case: Case, noun: int, depth: int) -> State:
    """State of the event told by a noun; `depth` counts the governors still looked at."""
    tree = case.tree
    first = first_conjunct(tree, noun)
    state = _related(case, noun, first, depth) if depth > 0 else State()
    if _denied(tree, noun) and not _counted(tree, noun):
        state = State(not state.negative, state.certainty, state.tense)
    if not state.negative and _any_denied(tree, noun):
        state = State(True, state.certainty, state.tense)
    modifiers = _modifiers(tree, noun)
    for value, tense in modifiers:
        state = state if state.negative and value == "o" else modify(state, value, tense)
    lasting = ("+", "present") in modifiers  # "the ongoing attack"
    if state.tense != "present" or state.negative or lasting:
        return state
    over = tree.words[tree.heads[first]] in forms("inquiring") and tree.deps[first] in ("dobj", "nsubjpass")
    if over or (tree.lemmas[noun] in words("punctual") and not _now(tree, first)):
        return State(state.negative, state.certainty, "past")
    return state


def _now(tree: Tree, noun: int) -> bool:
    """Whether an act that is over in a moment is still told in the present: "launches attacks", "is under attack"."""
    head = tree.heads[noun]
    if tree.deps[noun] == "dobj":
        return tree.words[head] in forms("support")
    return tree.deps[noun] == "pobj" and tree.words[head] == "under"


def held(case: Case, adjective: int, depth: int) -> State:
    """As in "is presumed dead", "was declared safe": as real as what is held of somebody."""
    head = case.tree.heads[adjective]
    outer, entry = case.state(head, depth - 1), governor(case.tree, head)
    if entry is None or entry.clause is None:
        return outer
    return govern(State(tense=outer.tense), outer, entry.clause, "own")


def _denied(tree: Tree, noun: int) -> bool:
    """Whether "no" or "neither" stands before the noun."""
    return any(tree.words[k] in ("no", "neither") for k in tree.kids(noun, "det", "neg", "preconj"))


def _any_denied(tree: Tree, noun: int) -> bool:
    """Whether "any" stands before the noun under a verb or preposition that is denied: "has not had any arrests"."""
    if not any(tree.words[k] == "any" for k in tree.kids(noun, "det")):
        return False
    for _ in range(CLIMB):
        above = tree.heads[noun]
        if above == noun:
            return False
        noun = above
        if tree.pos[noun] in ("VERB", "AUX") and negated(tree, noun):
            return True
    return False


def _counted(tree: Tree, noun: int) -> bool:
    """Whether the verb above, whose reality the noun shares, is denied by the noun's "no" already."""
    return tree.deps[noun] in ARGUMENTS and _lends(tree, tree.heads[noun], tree.deps[noun])


def _modifiers(tree: Tree, noun: int) -> list[tuple[str, str]]:
    """Values of adjectives and participles that modify the noun: "alleged", "planned for Monday", "next week's"."""
    table = words("modifier")
    out = []
    for i in tree.children[noun]:
        dep, word = tree.deps[i], tree.words[i]
        if (dep == "amod" or (dep == "acl" and tree.tags[i] == "VBN")) and word in table:
            failed = word in ("failed", "unsuccessful") and tree.words[noun].rstrip("s") in TRIES
            out.append(("+", "past") if failed else table[word])  # a failed attempt was an attempt
        elif dep in ("poss", "compound", "nmod"):
            out += [table[tree.words[k]] for k in tree.kids(i, "amod") if tree.words[k] in ("next", "last", "coming")]
    return out


def _related(case: Case, noun: int, first: int, depth: int) -> State:
    tree = case.tree
    dep, head = tree.deps[first], tree.heads[first]
    if head == first:
        asked = tree.words[tree.right[first] - 1] == "?"  # "a win or a draw?"
        return State(certainty=POSSIBLE if asked else CERTAIN)
    if dep == "appos":
        return case.state(head, depth - 1)
    if dep in ("nsubj", "nsubjpass", "dobj", "attr", "oprd", "dative"):
        return _argument(case, noun, dep, head, depth)
    if dep == "pobj":
        return behind_preposition(case, noun, head, depth)
    if dep in ("compound", "nmod"):
        if tree.words[first - 1] == "to" and tree.tags[first] == "NNP" and tree.deps[head] == "pobj":
            above = tree.heads[tree.heads[head]]
            if tree.deps[above] == "ROOT" and tree.pos[above] in ("NOUN", "PROPN"):
                return State(tense="future")  # a headline in capitals: "Ines Roth To Lead Opera"
        return _in_compound(case, head, depth)
    return State(tense=case.state(head, depth - 1).tense)


def _argument(case: Case, noun: int, dep: str, verb: int, depth: int) -> State:
    tree = case.tree
    outer = case.state(verb, depth - 1)
    if dep in ("nsubj", "nsubjpass") and depth > 1:
        raised = next((i for i in tree.kids(verb, "xcomp") if i > verb), None)
        if raised is not None and (dep == "nsubjpass" or tree.words[verb] in RAISING):
            passive = tree.child(raised, "auxpass") is not None
            return _argument(case, noun, "nsubjpass" if passive else "nsubj", raised, depth - 1)
    entry = governor(tree, verb)
    spoken = tree.words[noun] in words("noun")  # a request that is rejected was made
    if spoken and entry is not None and entry.noun is not None and entry.noun.affirmed == "o":
        faced = tree.words[verb] in forms("support") and words("noun")[tree.words[noun]][1] == "past"
        spoken = faced or tree.tags[verb] not in ("VBP", "VBZ")  # "recommend a ban": there is none yet
    if entry is not None and entry.noun is not None and dep in ("dobj", "nsubjpass") and not spoken:
        if entry.noun.affirmed == "=":
            return State(tense=default_tense(tree, noun, dep, outer))
        return by_signature(entry.noun, entry.tense, outer)
    if dep == "nsubj" and outer.tense == "present" and tree.words[verb] in forms("aftermath"):
        return State()  # "the verdict shows": it was given
    if dep == "nsubj" and tree.words[verb] in BE:
        return _of_copula(tree, noun, verb, outer)
    if _lends(tree, verb, dep):
        return outer
    tense = default_tense(tree, noun, dep, outer)
    scoped = dep != "nsubj" and not outer.negative and not known(tree, noun)  # "may award damages"
    return State(certainty=outer.certainty if scoped else CERTAIN, tense=tense)


def _of_copula(tree: Tree, noun: int, verb: int, outer: State) -> State:
    """As in "a visit is possible", "the fire may be arson"."""
    quality = tree.child(verb, "acomp")
    if quality is not None and tree.words[quality] in words("adjective"):
        value, tense = words("adjective")[tree.words[quality]]
        return govern(State(), outer, flip(value), tense)
    if outer.certainty == POSSIBLE and outer.tense == "future":
        return State(tense="present")
    return State(tense=default_tense(tree, noun, "nsubj", outer))


def _lends(tree: Tree, verb: int, dep: str) -> bool:
    """Whether the noun is as real as its verb: "held talks", "talks took place", "it was an attack"."""
    if tree.words[verb] in BE:
        return dep != "nsubj"
    return tree.words[verb] in forms("support") or (dep == "nsubj" and tree.child(verb, "dobj") is None)


def _in_compound(case: Case, head: int, depth: int) -> State:
    """As in "ceasefire plan", "attack warning": the event is what the plan or warning is of."""
    outer = case.state(head, depth - 1)
    value, tense = words("noun").get(case.tree.words[head], ("=", "g"))
    value, tense = words("charging").get(case.tree.lemmas[head], (value, tense))
    if value in ("=", "+"):
        return State(False, CERTAIN, outer.tense)
    return govern(State(), State(False, CERTAIN, outer.tense), flip(value), tense)
