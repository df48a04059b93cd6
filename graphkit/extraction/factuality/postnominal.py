"""Reality of what hangs on a noun: relative clauses, infinitives, "of" phrases."""

from graphkit.extraction.factuality.own import NOBODY, WOULD, Own, is_none
from graphkit.extraction.factuality.state import CERTAIN, Case, State, flip, govern
from graphkit.extraction.factuality.table import REAL, Signature, forms, governor, words
from graphkit.extraction.tree import Tree
from graphkit.model import Tense

AHEAD = frozenset({"coming", "next", "upcoming"})
RANKERS = frozenset({"first", "last", "only", "latest", "second", "third", "one"})


def on_noun(case: Case, verb: int, noun: int, own: Own, depth: int) -> State:
    """Relative clauses stand as they are; infinitives and "of" phrases depend on the noun ("plan to", "risk of")."""
    tree = case.tree
    if own.form == "finite":
        return _finite_on(tree, verb, noun, own)
    if own.form == "participle" and tree.deps[verb] == "acl":
        return _participle_on(case, verb, noun, own, depth)
    if own.form == "infinitive":
        special = _infinitive_on(case, noun, own, depth)
        if special is not None:
            return special
    if tree.words[noun] in NOBODY:  # "did nothing to help"
        return State(not own.state.negative, CERTAIN, case.state(tree.heads[noun], depth - 1).tense)
    value, tense = words("noun").get(tree.words[noun], ("o", "f") if own.form == "infinitive" else ("=", "g"))
    if own.form == "participle" and tree.words[verb] == "for":
        value, tense = words("charging").get(tree.lemmas[noun], (value, tense))  # "on trial for killing"
    outer = _lent(case, noun, depth)
    if own.form == "infinitive" and _ranked(tree, noun):  # "is the first reporter to enter": she did
        value, tense = "+", "g" if outer.tense == "future" else "past"
    if value == "=":
        return State(own.state.negative, outer.certainty, outer.tense)
    if tree.words[noun].rstrip("s") in words("hope") and tree.words[tree.heads[noun]] in forms("ending"):
        return State(own.state.negative == outer.negative, CERTAIN, outer.tense)  # "ended hopes of reaching"
    if value == "o" and outer.negative and outer.certainty == CERTAIN and governor(tree, tree.heads[noun]) is not None:
        return State(not own.state.negative, CERTAIN, outer.tense)
    return govern(own.state, outer, flip(value), tense)


def _finite_on(tree: Tree, verb: int, noun: int, own: Own) -> State:
    """A relative clause, or the clause that says what the noun is of ("the claim that he left")."""
    if tree.words[tree.left[verb]] == "that" and tree.deps[tree.left[verb]] == "mark":
        return _noun_clause(tree, noun, own)
    if _nonexistent(tree, noun):
        return State(not own.state.negative, own.state.certainty, own.state.tense)
    if tree.words[noun] in NOBODY and own.modal in ("could", "can"):  # "nothing we could do"
        return State(not own.state.negative, CERTAIN, "past" if own.modal == "could" else "present")
    ahead = own.state.tense == "present" and any(tree.words[i] in AHEAD for i in tree.kids(noun, "amod"))
    return State(own.state.negative, own.state.certainty, "future") if ahead else own.state


def _nonexistent(tree: Tree, noun: int) -> bool:
    """As in "there is no agency that", "denied the existence of a group that"."""
    above = tree.heads[noun]
    if tree.deps[noun] == "attr" and tree.child(above, "expl") is not None:
        return is_none(tree, noun) and tree.words[noun] not in NOBODY
    existence = tree.heads[above]
    deeply = tree.deps[noun] == "pobj" and tree.words[existence] == "existence" and tree.deps[existence] == "dobj"
    entry = governor(tree, tree.heads[existence]) if deeply else None
    return entry is not None and entry.noun is not None and entry.noun.affirmed == "-"


def _participle_on(case: Case, verb: int, noun: int, own: Own, depth: int) -> State:
    """As in "a summit uniting six states", "the deal signed in May"."""
    tree = case.tree
    if tree.tags[verb] == "VBN":
        caused = tree.deps[noun] == "dobj" and tree.lemmas[tree.heads[noun]] in ("have", "get")
        outer = case.state(tree.heads[noun], depth - 1) if caused else State()
        return own.state if outer.certainty == CERTAIN else outer  # "should have the line restored"
    outer = case.state(noun, depth - 1)
    certainty = outer.certainty if tree.deps[noun] == "attr" else CERTAIN  # "believed he was a man fighting"
    return State(own.state.negative, certainty, _not_ahead(outer.tense))


def _infinitive_on(case: Case, noun: int, own: Own, depth: int) -> State | None:
    """As in "Norwegian king to visit Oslo", "used a gun to rob the bank", "found a way to open it"."""
    tree = case.tree
    if tree.deps[noun] == "ROOT" and tree.words[noun] not in words("noun"):
        return State(own.state.negative, CERTAIN, "future")
    above = tree.heads[noun]
    used = tree.deps[noun] == "dobj" and tree.words[above] in forms("instrument")
    if used or (tree.words[noun] == "way" and tree.lemmas[above] in words("finding")):
        return govern(own.state, case.state(above, depth - 1), REAL, "g")
    return None


def _ranked(tree: Tree, noun: int) -> bool:
    """Whether the noun is "the first", "the 12th", "the youngest" of its kind."""
    around = (noun, *tree.children[noun])
    return any(
        tree.words[i] in RANKERS or tree.tags[i] == "JJS" or (tree.pos[i] == "ADJ" and tree.words[i].endswith("th"))
        for i in around
    )


def _not_ahead(tense: Tense) -> Tense:
    """What describes something to come is true of it now: "a summit uniting six states"."""
    return "present" if tense == "future" else tense


def _noun_clause(tree: Tree, noun: int, own: Own) -> State:
    if own.modal in WOULD and own.state.tense == "future" and tree.words[noun] not in words("noun"):
        return State(own.state.negative, CERTAIN, "future")  # "wrote in a letter that it would close"
    value, _ = words("noun").get(tree.words[noun], ("=", "own"))
    if is_none(tree, noun):  # "no evidence that", but "no doubt that"
        value = "+" if tree.words[noun] == "doubt" else "o"
        return govern(own.state, State(), Signature(value, value), "own")
    if tree.words[noun] in ("denial", "denials"):
        value = "-"
    elif value == "o" and own.state.tense == "past":
        value = "p+"
    return govern(own.state, State(), Signature(value, value), "own")


def _lent(case: Case, noun: int, depth: int) -> State:
    """The state a noun has from the verb whose object it is: "has no plans", "made a promise"."""
    tree = case.tree
    verb = tree.heads[noun]
    if tree.deps[noun] in ("dobj", "nsubj", "nsubjpass", "attr", "pobj") and tree.pos[verb] in ("VERB", "AUX"):
        outer = case.state(verb, depth - 1)
        entry = governor(tree, verb)
        if entry is not None and entry.noun is not None and entry.noun.affirmed == "-" and tree.deps[noun] != "nsubj":
            return govern(State(), outer, entry.noun, "g")  # "rejected a proposal to"
        return outer
    return case.state(noun, depth - 1)
