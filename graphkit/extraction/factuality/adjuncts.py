"""Reality of adverbial clauses and of gerunds behind prepositions."""

from graphkit.extraction.factuality.own import Own, as_if
from graphkit.extraction.factuality.postnominal import on_noun
from graphkit.extraction.factuality.state import CERTAIN, POSSIBLE, PROBABLE, Case, State, govern, won
from graphkit.extraction.factuality.table import (
    KEEP,
    OPEN,
    REAL,
    Governor,
    Signature,
    charged,
    forms,
    governor,
    past_agent,
)
from graphkit.extraction.tree import Tree
from graphkit.model import Tense

CANCELLED = Signature("-", "+")
NEGATIVE = frozenset({"without", "instead"})
OTHER = frozenset({"rather", "other"})  # before "than", where it does not compare
AFTER = frozenset({"after", "since", "following", "upon"})
UNTIL = frozenset({"before", "until", "once", "after"})
GOVERNED = frozenset({"of", "for", "to", "from", "about", "against", "at", "into", "with"})


def behind_preposition(case: Case, preposition: int, own: Own, depth: int) -> State:
    """As in "without consulting", "from leaving", "accused of hiding", "by closing"."""
    tree = case.tree
    word, head = tree.words[preposition], tree.heads[preposition]
    if tree.deps[preposition] == "conj" and tree.pos[head] == "ADP":  # "accused of fraud and of hiding it"
        head = tree.heads[head]
    head = past_agent(tree, head) if word == "of" else head
    outer = case.state(head, depth - 1)
    instead = word == "of" and "instead" in (tree.words[head], *(tree.words[k] for k in tree.children[preposition]))
    if word in NEGATIVE or instead or (word == "than" and tree.words[preposition - 1] in OTHER):
        return State(not own.state.negative, outer.certainty, outer.tense)
    if word == "than":  # "what would please them more than seeing her"
        return State(own.state.negative, POSSIBLE, outer.tense)
    if word in AFTER and outer.tense != "future":
        return State(own.state.negative, CERTAIN, "past")
    if tree.words[head] == "guilty":
        return _guilty(case, head, own, outer)
    if word == "for" and tree.words[head] in forms("retrospect"):  # "thanked him for saving her"
        return State(own.state.negative, CERTAIN, "past")
    if word == "from" and tree.words[head] in forms("preventing"):
        return govern(own.state, outer, CANCELLED, "g")
    if tree.pos[head] in ("VERB", "AUX"):
        if charged(tree, head, word):
            return govern(own.state, outer, Signature("p+", "o"), "past")
        entry = governor(tree, head)
        if entry is not None and _takes(entry, word) and (entry.infinitive or entry.noun):
            signature = entry.infinitive or entry.noun or KEEP
            return govern(own.state, outer, signature, entry.tense)
        if word in ("before", "for", "until") and outer.tense != "past":
            return State(own.state.negative, outer.certainty, "future")
        return State(own.state.negative, outer.certainty, outer.tense)
    return on_noun(case, preposition, head, own, depth)


def _guilty(case: Case, adjective: int, own: Own, outer: State) -> State:
    """As in "pleaded not guilty to robbing", "was found not guilty of robbing"."""
    tree = case.tree
    if not (tree.child(adjective, "neg") or outer.negative):
        return State(own.state.negative, outer.certainty, "past")
    pleaded = tree.lemmas[tree.heads[adjective]] == "plead"
    return State(not pleaded, PROBABLE if pleaded else CERTAIN, "past")


def _takes(entry: Governor, preposition: str) -> bool:
    """Whether a verb governs what follows the preposition; "in" only where it implies both ways ("succeed in")."""
    if preposition == "in":
        return entry.infinitive == REAL
    return preposition in GOVERNED


def adverbial(case: Case, verb: int, head: int, own: Own, depth: int) -> State:
    """State of an adverbial clause: finite ones as they say, purposes open, participles as their verb."""
    tree = case.tree
    state = own.state
    if own.form == "finite":
        marks = [tree.words[i] for i in tree.kids(verb, "mark", "advmod")]
        if "before" in marks and own.modal == "could":  # "died before he could sign"
            return State(not state.negative, CERTAIN, "past")
        if as_if(tree, verb):
            return _as_if(case, head, own, depth)
        if _over_first(tree, verb, state.tense, marks):
            outer = case.state(head, depth - 1)
            if outer.tense == "future":
                return State(state.negative, min(state.certainty, outer.certainty), "future")
        return state
    outer = case.state(head, depth - 1)
    if own.form == "infinitive":
        if tree.words[tree.left[verb]] == "only" or "never" in tree.words[tree.left[verb] : verb]:
            return State(state.negative, outer.certainty, outer.tense)
        if won(tree, head, verb, outer):
            return govern(state, outer, REAL, "g")
        return govern(state, outer, OPEN, "f")
    return State(state.negative, outer.certainty, outer.tense if tree.tags[verb] != "VBN" else state.tense)


def _over_first(tree: Tree, verb: int, tense: Tense, marks: list[str]) -> bool:
    """Whether a clause of time tells what must come before the future of its main clause: "until it has been told"."""
    perfect = any(tree.words[i] in ("have", "has", "had") for i in tree.kids(verb, "aux"))
    return (
        any(m in UNTIL or m == "when" for m in marks) if tense == "present" else perfect and not UNTIL.isdisjoint(marks)
    )


def _as_if(case: Case, head: int, own: Own, depth: int) -> State:
    """As in "it looks as if he left", "he acted as if he had left"."""
    state, entry = own.state, governor(case.tree, head)
    outer = case.state(head, depth - 1)
    seeming = (entry is not None and entry.clause is not None) or case.tree.words[head] in forms("seeming")
    return State(state.negative != outer.negative, PROBABLE if seeming else POSSIBLE, state.tense)
