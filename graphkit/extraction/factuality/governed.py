"""Reality of what a verb, preposition or noun governs: infinitives, clauses, gerunds, adverbial clauses."""

from graphkit.extraction.factuality.own import NOBODY, WOULD, Own, is_none
from graphkit.extraction.factuality.state import CERTAIN, POSSIBLE, Case, State, flip, govern
from graphkit.extraction.factuality.table import Governor, Signature, forms, governors, words
from graphkit.extraction.tree import Tree
from graphkit.model import Tense

OPEN = Signature("o", "o")
REAL = Signature("+", "-")
KEEP = Signature("=", "o")
CANCELLED = Signature("-", "+")
NEGATIVE_PREPOSITIONS = frozenset({"without", "instead"})
WH = frozenset({"who", "what", "when", "where", "why", "how", "which", "whom", "whose"})
OTHER = frozenset({"rather", "other"})  # before "than", where it does not compare
GOVERNED = frozenset({"of", "for", "to", "from", "about", "against", "at", "into", "with"})
AHEAD = frozenset({"coming", "next", "upcoming"})
RANKERS = frozenset({"first", "last", "only", "latest", "second", "third", "one"})
BE_OR_SEEM = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "'m", "seems", "seemed", "looks", "looked"}
)


def governor(tree: Tree, verb: int) -> Governor | None:
    """The entry of a governing verb, with its particle or preposition if the table has that."""
    entries = governors().get(tree.words[verb])
    if entries is None:
        return None
    for i in tree.kids(verb, "prt", "prep", "advmod"):
        if tree.words[i] in entries:
            return entries[tree.words[i]]
    return entries.get(None)


def complement(case: Case, first: int, head: int, own: Own, depth: int) -> State:
    """State of a complement (its first conjunct is `first`) under its governor `head`."""
    tree = case.tree
    outer = case.state(head, depth - 1)
    if own.mark == "whether" or own.mark == "if":
        return own.state
    entry = governor(tree, head)
    small = entry is not None and entry.clause is None and tree.tags[first] in ("VB", "VBP")  # "let the people vote"
    clause = tree.deps[first] == "ccomp" and not small
    if clause and own.form == "bare" and first < head and not _has_subject(tree, first):
        return State(own.state.negative, POSSIBLE, "future")  # "do not send troops, he said"
    if (own.form == "finite" and not small) or (clause and own.form == "bare" and _has_subject(tree, first)):
        return _finite_complement(tree, first, head, own, outer)
    if tree.words[head] in ("taken", "made") and tree.deps[head] == "acl" and own.form == "infinitive":
        return on_noun(case, first, tree.heads[head], own, depth)  # "steps taken to isolate"
    if own.form == "infinitive" and outer.negative and tree.words[tree.heads[head]] in NOBODY:
        return State(not own.state.negative, CERTAIN, outer.tense)  # "nothing doctors could do to save him"
    special = _special(tree, first, head, own, outer)
    if special is not None:
        return special
    if entry is None or entry.infinitive is None:
        if tree.words[head] in BE_OR_SEEM or tree.pos[head] != "VERB":
            return _by_adjective(tree, head, own, outer)
        real = own.form != "infinitive" or tree.words[head] in forms("support")
        return govern(own.state, outer, REAL if real else OPEN, "g" if real else "f")
    tense = "own" if own.form == "infinitive" and own.state.tense == "past" else entry.tense
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
    if word == "like" and own.form == "infinitive":
        return govern(own.state, outer, OPEN, "f")
    copula = word in ("is", "are", "'s", "was", "were") and tree.child(head, "acomp", "attr") is None
    if copula and own.form == "infinitive":
        return govern(own.state, outer, REAL if word in ("is", "are", "'s") else OPEN, "f")
    return None


def _by_adjective(tree: Tree, head: int, own: Own, outer: State) -> State:
    """As in "is likely to", "was unable to": the adjective is the head or stands beside it."""
    table = words("adjective")
    for i in (head, *tree.kids(head, "acomp", "attr", "oprd")):
        if any(tree.words[k] == "too" for k in tree.kids(i, "advmod")):
            return govern(own.state, outer, flip("-"), "g")  # "too weak to walk"
        if tree.words[i] in table:
            value, tense = table[tree.words[i]]
            return govern(own.state, outer, flip(value), tense)
    return govern(own.state, outer, OPEN, "f" if own.form == "infinitive" else "g")


def _has_subject(tree: Tree, verb: int) -> bool:
    return tree.child(verb, "nsubj", "nsubjpass") is not None


def _is_subjunctive(tree: Tree, clause: int, head: int, own: Own) -> bool:
    """As in "demanded that troops withdraw"."""
    bare = tree.tags[clause] in ("VB", "VBP") and own.modal is None and tree.child(clause, "aux", "auxpass") is None
    return bare and tree.words[head] in forms("act") and tree.words[head] not in forms("withheld")


def _finite_complement(tree: Tree, clause: int, head: int, own: Own, outer: State) -> State:
    entry = governor(tree, head)
    state = own.state
    if own.modal in WOULD and state.negative and tree.words[clause] in forms("withheld"):
        return State(True, CERTAIN, "past")
    if own.modal in WOULD and outer.tense == "past" and state.tense == "future":
        state = State(state.negative, CERTAIN, "future")  # "said it would pay": future seen from the past
    if outer.negative and tree.words[tree.left[clause]] in WH:  # "would not say who did it": somebody did
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


def behind_preposition(case: Case, preposition: int, own: Own, depth: int) -> State:
    """As in "without consulting", "from leaving", "accused of hiding", "by closing"."""
    tree = case.tree
    word, head = tree.words[preposition], tree.heads[preposition]
    outer = case.state(head, depth - 1)
    instead = word == "of" and "instead" in (tree.words[head], *(tree.words[k] for k in tree.children[preposition]))
    if word in NEGATIVE_PREPOSITIONS or instead or (word == "than" and tree.words[preposition - 1] in OTHER):
        return State(not own.state.negative, outer.certainty, outer.tense)
    if word == "than":  # "what would please them more than seeing her"
        return State(own.state.negative, POSSIBLE, outer.tense)
    if word == "for" and tree.words[head] in forms("retrospect"):  # "thanked him for saving her"
        return State(own.state.negative, CERTAIN, "past")
    if word == "from" and tree.words[head] in forms("preventing"):
        return govern(own.state, outer, CANCELLED, "g")
    if tree.pos[head] in ("VERB", "AUX"):
        entry = governor(tree, head)
        if entry is not None and _takes(entry, word) and (entry.infinitive or entry.noun):
            signature = entry.infinitive or entry.noun or KEEP
            return govern(own.state, outer, signature, entry.tense)
        if word in ("before", "for", "until") and outer.tense != "past":
            return State(own.state.negative, outer.certainty, "future")
        return State(own.state.negative, outer.certainty, outer.tense)
    return on_noun(case, preposition, head, own, depth)


def _takes(entry: Governor, preposition: str) -> bool:
    """Whether a verb governs what follows the preposition; "in" only where it implies both ways ("succeed in")."""
    if preposition == "in":
        return entry.infinitive == REAL
    return preposition in GOVERNED


def on_noun(case: Case, verb: int, noun: int, own: Own, depth: int) -> State:
    """Relative clauses stand as they are; infinitives and "of" phrases depend on the noun ("plan to", "risk of")."""
    tree = case.tree
    if own.form == "finite":
        if tree.words[tree.left[verb]] == "that" and tree.deps[tree.left[verb]] == "mark":
            return _noun_clause(tree, noun, own)
        if tree.words[noun] in NOBODY and own.modal in ("could", "can"):  # "nothing we could do"
            return State(not own.state.negative, CERTAIN, "past" if own.modal == "could" else "present")
        ahead = own.state.tense == "present" and any(tree.words[i] in AHEAD for i in tree.kids(noun, "amod"))
        return State(own.state.negative, own.state.certainty, "future") if ahead else own.state
    if own.form == "participle" and tree.deps[verb] == "acl":
        if tree.tags[verb] == "VBN":
            return own.state
        return State(own.state.negative, CERTAIN, _not_ahead(case.state(noun, depth - 1).tense))
    if own.form == "infinitive" and tree.deps[noun] == "ROOT" and tree.words[noun] not in words("noun"):
        return State(own.state.negative, CERTAIN, "future")  # headline: "Norwegian king to visit Oslo"
    if own.form == "infinitive" and tree.deps[noun] == "dobj" and tree.words[tree.heads[noun]] in forms("instrument"):
        return govern(own.state, case.state(tree.heads[noun], depth - 1), REAL, "g")  # "used a gun to rob the bank"
    if tree.words[noun] in NOBODY:  # "did nothing to help"
        return State(not own.state.negative, CERTAIN, case.state(tree.heads[noun], depth - 1).tense)
    value, tense = words("noun").get(tree.words[noun], ("o", "f") if own.form == "infinitive" else ("=", "g"))
    outer = _lent(case, noun, depth)
    if own.form == "infinitive" and _ranked(tree, noun):  # "is the first reporter to enter": she did
        value, tense = "+", "g" if outer.tense == "future" else "past"
    if value == "=":
        return State(own.state.negative, outer.certainty, outer.tense)
    if value == "o" and outer.negative and outer.certainty == CERTAIN and governor(tree, tree.heads[noun]) is not None:
        return State(not own.state.negative, CERTAIN, outer.tense)
    return govern(own.state, outer, flip(value), tense)


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


def adverbial(case: Case, verb: int, head: int, own: Own, depth: int) -> State:
    """State of an adverbial clause: finite ones as they say, purposes open, participles as their verb."""
    tree = case.tree
    state = own.state
    if own.form == "finite":
        marks = [tree.words[i] for i in tree.kids(verb, "mark", "advmod")]
        if "before" in marks and own.modal == "could":  # "died before he could sign"
            return State(not state.negative, CERTAIN, "past")
        if state.tense == "present" and any(m in ("before", "until", "when", "once", "after") for m in marks):
            outer = case.state(head, depth - 1)
            if outer.tense == "future":
                return State(state.negative, min(state.certainty, outer.certainty), "future")
        return state
    outer = case.state(head, depth - 1)
    if own.form == "infinitive":
        if tree.words[tree.left[verb]] == "only" or "never" in tree.words[tree.left[verb] : verb]:
            return State(state.negative, outer.certainty, outer.tense)
        return govern(state, outer, OPEN, "f")
    return State(state.negative, outer.certainty, outer.tense if tree.tags[verb] != "VBN" else state.tense)
