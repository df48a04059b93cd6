"""Reality of what a verb takes: infinitives, clauses, gerunds."""

from graphkit.extraction.factuality.own import NOBODY, WILL, WOULD, Own
from graphkit.extraction.factuality.postnominal import on_noun
from graphkit.extraction.factuality.state import CERTAIN, POSSIBLE, Case, State, flip, govern, won
from graphkit.extraction.factuality.table import KEEP, OPEN, REAL, forms, governor, words
from graphkit.extraction.tree import Tree

WH = frozenset({"who", "what", "when", "where", "why", "how", "which", "whom", "whose"})
BE_OR_SEEM = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "'m", "seems", "seemed", "looks", "looked"}
)


def complement(case: Case, first: int, head: int, own: Own, depth: int) -> State:
    """State of a complement (its first conjunct is `first`) under its governor `head`."""
    tree = case.tree
    outer = case.state(head, depth - 1)
    if own.mark == "whether" or own.mark == "if":
        return own.state
    entry = governor(tree, head)
    small = entry is not None and entry.clause is None and tree.tags[first] in ("VB", "VBP")  # "saw him fall"
    clause = tree.deps[first] == "ccomp" and not small
    if clause and own.form == "bare" and first < head and not _has_subject(tree, first):
        return State(own.state.negative, POSSIBLE, "future")  # "do not send troops, he said"
    if (own.form == "finite" and not small) or (clause and own.form == "bare" and _has_subject(tree, first)):
        return _finite_complement(tree, first, head, own, outer)
    if tree.words[head] in ("taken", "made") and tree.deps[head] == "acl" and own.form == "infinitive":
        return on_noun(case, first, tree.heads[head], own, depth)  # "steps taken to isolate"
    if own.form == "infinitive" and outer.negative and tree.words[tree.heads[head]] in NOBODY:
        return State(not own.state.negative, CERTAIN, outer.tense)  # "nothing doctors could do to save him"
    if own.form == "infinitive" and tree.words[head] in forms("act") and _defied(tree, head):
        return State(not own.state.negative, outer.certainty, outer.tense)
    if own.form == "infinitive" and won(tree, head, first, outer):
        return govern(own.state, outer, REAL, "g")
    special = _special(tree, first, head, own, outer)
    if special is not None:
        return special
    if entry is None or entry.infinitive is None:
        if tree.words[head] in BE_OR_SEEM or tree.pos[head] != "VERB":
            return _by_adjective(tree, head, own, outer)
        real = own.form != "infinitive" or tree.words[head] in forms("support")
        return govern(own.state, outer, REAL if real else OPEN, "g" if real else "f")
    if outer.tense == "present" and tree.words[head] in forms("letting") and own.form == "infinitive":
        return govern(own.state, outer, OPEN, "g")  # "a law that allows them to search"
    tense = "own" if own.form == "infinitive" and own.state.tense == "past" else entry.tense
    if tense == "f" and tree.tags[first] == "VBN" and tree.tags[head] == "VBN" and own.form == "participle":
        tense = "past"  # "were feared drowned"
    return govern(own.state, outer, entry.infinitive, tense)


def _special(tree: Tree, first: int, head: int, own: Own, outer: State) -> State | None:
    """As in "has to", "is to", "is going to", "has yet to", "would like to"."""
    word = tree.words[head]
    if any(tree.words[i] == "yet" for i in (*tree.kids(head, "advmod"), *tree.kids(first, "advmod"))) and word in (
        "has",
        "have",
        "had",
    ):
        return State(not own.state.negative, CERTAIN, "past")
    if word in ("have", "has", "had", "having") and own.form == "infinitive":
        if outer.tense == "past" and not outer.negative and outer.certainty == CERTAIN and tree.tags[head] != "VB":
            return govern(own.state, outer, REAL, "g")
        return govern(own.state, outer, OPEN, "f")
    if word in ("going", "gon") and own.form == "infinitive":
        return govern(own.state, outer, REAL, "f")
    copula = word in ("is", "are", "'s", "was", "were") and tree.child(head, "acomp", "attr") is None
    if copula and any(tree.words[i] in ("in", "of", "at", "up", "for") for i in tree.kids(head, "prep") if i < first):
        return govern(own.state, outer, OPEN, "f")  # "it is in the interest of all to"
    if copula and own.form == "infinitive":
        return govern(own.state, outer, REAL if word in ("is", "are", "'s") else OPEN, "f")
    return None


def _by_adjective(tree: Tree, head: int, own: Own, outer: State) -> State:
    """As in "is likely to", "was unable to": the adjective is the head or stands beside it."""
    table = words("adjective")
    for i in (head, *tree.kids(head, "acomp", "attr", "oprd")):
        if any(tree.words[k] == "too" for k in tree.kids(i, "advmod")):
            return govern(own.state, outer, flip("-"), "g")  # "too weak to walk"
        if tree.words[i] in words("content") and outer.tense == "past":
            return govern(own.state, outer, REAL, "g")  # "was happy to meet her": did
        if tree.words[i] in table:
            value, tense = table[tree.words[i]]
            return govern(own.state, outer, flip(value), tense)
    return govern(own.state, outer, OPEN, "f" if own.form == "infinitive" else "g")


def _has_subject(tree: Tree, verb: int) -> bool:
    return tree.child(verb, "nsubj", "nsubjpass") is not None


def _is_subjunctive(tree: Tree, clause: int, head: int, own: Own) -> bool:
    """As in "demanded that troops withdraw"."""
    bare = tree.tags[clause] in ("VB", "VBP") or tree.words[clause] in words("invariant")
    bare = bare and own.modal is None and tree.child(clause, "aux", "auxpass") is None
    return bare and tree.words[head] in forms("act") and tree.words[head] not in forms("withheld")


def _finite_complement(tree: Tree, clause: int, head: int, own: Own, outer: State) -> State:
    entry = governor(tree, head)
    state = own.state
    if own.modal in WOULD and state.negative and tree.words[clause] in forms("withheld"):
        return State(True, CERTAIN, "past")
    if own.modal in WOULD and outer.tense == "past" and state.tense == "future":
        state = State(state.negative, CERTAIN, "future")  # "said it would pay": future seen from the past
    asked = tree.words[tree.left[clause]] in WH
    if asked and own.modal in (*WILL, *WOULD) and _unclear(tree, head, outer):
        return State(state.negative, POSSIBLE, "future")
    if outer.negative and asked:  # "would not say who did it": somebody did
        return state
    if entry is not None and entry.clause is not None:
        if entry.clause.affirmed == "o" and _is_subjunctive(tree, clause, head, own):
            state = State(state.negative, state.certainty, "future")
        return govern(state, State(outer.negative, CERTAIN, outer.tense), entry.clause, "own")
    for i in (head, *tree.kids(head, "acomp", "attr")):
        if tree.words[i] in words("surety"):  # "is not sure that": open
            return govern(state, State(outer.negative), KEEP, "own")
        if tree.words[i] in words("truth"):
            return govern(state, outer, flip(words("truth")[tree.words[i]][0]), "own")
    return state


def _unclear(tree: Tree, head: int, outer: State) -> bool:
    """As in "it is unclear how", "they do not know how"."""
    return outer.negative or any(tree.words[i] in words("unclear") for i in (head, *tree.kids(head, "acomp", "oprd")))


def _defied(tree: Tree, verb: int) -> bool:
    """As in "told him to stop but he kept going"."""
    if not any(tree.words[i] == "but" for i in tree.kids(verb, "cc")):
        return tree.deps[verb] == "ccomp" and tree.heads[verb] != verb and _defied(tree, tree.heads[verb])
    return any(tree.lemmas[i] in words("defiance") for i in tree.kids(verb, "conj"))
