"""Reality of an event told by a verb: its own words, then everything that governs it."""

from graphkit.extraction.factuality.own import WOULD, Own, own_marks
from graphkit.extraction.factuality.state import CERTAIN, POSSIBLE, Case, State, flip, govern
from graphkit.extraction.factuality.table import Governor, Signature, forms, governors, words
from graphkit.extraction.tree import Tree
from graphkit.model import Tense

OPEN = Signature("o", "o")
REAL = Signature("+", "-")
KEEP = Signature("=", "o")
CANCELLED = Signature("-", "+")
SAME = Signature("=", "=")
PRESUPPOSED = Signature("+", "+")
NEGATIVE_PREPOSITIONS = frozenset({"without", "instead"})
GOVERNED = frozenset({"of", "for", "to", "from", "about", "against", "at", "into", "with"})
AHEAD = frozenset({"coming", "next", "upcoming"})
RANKERS = frozenset({"first", "last", "only", "latest", "second", "third", "one"})
BE_OR_SEEM = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "'m", "seems", "seemed", "looks", "looked"}
)
WH = frozenset({"who", "what", "when", "where", "why", "how", "which", "whom", "whose"})


def first_conjunct(tree: Tree, i: int) -> int:
    """The conjunct that carries the relation to the governor."""
    while tree.deps[i] == "conj":
        i = tree.heads[i]
    return i


def verb_state(case: Case, verb: int, depth: int) -> State:
    """State of the event told by a verb; `depth` counts the governors still looked at."""
    tree = case.tree
    own = _shared(tree, verb, own_marks(tree, verb))
    state = own.state
    if _has_condition(tree, verb) and own.mark is None:
        state = State(state.negative, POSSIBLE, state.tense)
    first = first_conjunct(tree, verb)
    if first != verb and not _same_rank(tree, first, verb):
        return state
    return _related(case, verb, first, Own(state, own.form, own.modal, own.mark), depth)


def _shared(tree: Tree, verb: int, own: Own) -> Own:
    """As in "did not call or write", "has been arrested and charged": the first verb's auxiliaries serve all."""
    first = verb
    while tree.deps[first] == "conj" and tree.child(first, "nsubj", "nsubjpass") is None:
        above = tree.heads[first]
        alike = tree.tags[above][:3] == tree.tags[verb][:3] or (tree.tags[above] == "VB") == (tree.tags[verb] == "VB")
        if own.form not in ("bare", "participle") or not alike or tree.child(verb, "aux", "auxpass") is not None:
            break
        first = above
    if first == verb:
        return own
    lent = own_marks(tree, first)
    negative = lent.state.negative != own.state.negative and not _but(tree, verb)
    return Own(
        State(negative, min(lent.state.certainty, own.state.certainty), lent.state.tense),
        lent.form,
        lent.modal,
        lent.mark,
    )


def _but(tree: Tree, verb: int) -> bool:
    above = tree.heads[verb]
    return any(tree.words[i] in ("but", "yet") for i in tree.kids(above, "cc") if above < i < verb)


def _same_rank(tree: Tree, first: int, verb: int) -> bool:
    """Whether a coordinated verb stands under the same governor as the first."""
    if tree.deps[first] == "ROOT":
        return True
    has_subject = tree.child(verb, "nsubj", "nsubjpass") is not None
    return not has_subject or tree.deps[first] in ("ccomp", "advcl", "relcl")


def _has_condition(tree: Tree, verb: int) -> bool:
    """Whether an if-clause hangs on the verb: "if talks fail, troops will move"."""
    for i in tree.kids(verb, "advcl"):
        marks = [tree.words[k] for k in tree.kids(i, "mark", "advmod")]
        if "if" in marks or "unless" in marks or "provided" in marks:
            return "even" not in marks
        if tree.words[tree.left[i]] == "should" and tree.tags[tree.left[i]] == "MD":
            return True
    return False


def _related(case: Case, verb: int, first: int, own: Own, depth: int) -> State:
    tree = case.tree
    dep, head = tree.deps[first], tree.heads[first]
    if dep == "ROOT" or depth <= 0 or head == first:
        return _at_root(tree, verb, first, own)
    if own.mark is not None and dep != "ccomp":
        return own.state
    if dep in ("xcomp", "ccomp", "oprd") or (dep == "advcl" and own.form == "infinitive" and _is_governor(tree, head)):
        return _complement(case, first, head, own, depth)
    if dep == "pcomp":
        return _behind_preposition(case, head, own, depth)
    if dep in ("acl", "relcl"):
        return _on_noun(case, verb, head, own, depth)
    if dep in ("advcl", "parataxis", "prep"):
        return _adverbial(case, verb, head, own, depth)
    return own.state


def _at_root(tree: Tree, verb: int, first: int, own: Own) -> State:
    state = own.state
    if own.modal in WOULD and state.negative and tree.words[verb] in forms("withheld"):
        return State(True, CERTAIN, "past")  # "would not say" is a refusal
    if own.form == "infinitive":  # headline: "Holm to visit Oslo"
        return State(state.negative, CERTAIN, "future")
    has_subject = tree.child(first, "nsubj", "nsubjpass", "expl", "csubj") is not None
    if own.form == "bare" and not has_subject and tree.tags[verb] == "VB":
        return State(state.negative, POSSIBLE, "future")
    if _asks(tree, first):
        return State(state.negative, POSSIBLE, state.tense)
    if own.modal == "may" and _modal_first(tree, first):
        return State(state.negative, POSSIBLE, "future")
    return state


def _modal_first(tree: Tree, verb: int) -> bool:
    own = tree.child(verb, "nsubj", "nsubjpass")
    return own is not None and any(i < own for i in tree.kids(verb, "aux"))


def _asks(tree: Tree, verb: int) -> bool:
    """Whether the sentence asks whether it is so; "who killed X?" takes the killing for granted."""
    end = tree.right[verb]
    if not any(tree.words[i] == "?" for i in range(max(verb, end - 3), min(end + 1, len(tree.words)))):
        return False
    return not any(tree.words[i] in WH for i in range(tree.left[verb], verb))


def _is_governor(tree: Tree, head: int) -> bool:
    return tree.words[head] in governors() and tree.pos[head] == "VERB"


def governor(tree: Tree, verb: int) -> Governor | None:
    """The entry of a governing verb, with its particle or preposition if the table has that."""
    entries = governors().get(tree.words[verb])
    if entries is None:
        return None
    for i in tree.kids(verb, "prt", "prep"):
        if tree.words[i] in entries:
            return entries[tree.words[i]]
    return entries.get(None)


def _complement(case: Case, first: int, head: int, own: Own, depth: int) -> State:
    tree = case.tree
    outer = case.state(head, depth - 1)
    if own.mark == "whether" or own.mark == "if":
        return own.state
    if own.form == "finite" or (own.form == "bare" and tree.deps[first] == "ccomp" and _has_subject(tree, first)):
        return _finite_complement(tree, first, head, own, outer)
    if tree.words[head] in ("taken", "made") and tree.deps[head] == "acl" and own.form == "infinitive":
        return _on_noun(case, first, tree.heads[head], own, depth)  # "steps taken to isolate"
    special = _special(tree, first, head, own, outer)
    if special is not None:
        return special
    entry = governor(tree, head)
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
    if word == "going" and own.form == "infinitive":
        return govern(own.state, outer, REAL, "f")
    if word == "like" and own.form == "infinitive":
        return govern(own.state, outer, OPEN, "f")
    if (
        word in ("is", "are", "'s", "was", "were")
        and own.form == "infinitive"
        and tree.child(head, "acomp", "attr") is None
    ):
        return govern(own.state, outer, REAL if word in ("is", "are", "'s") else OPEN, "f")
    return None


def _by_adjective(tree: Tree, head: int, own: Own, outer: State) -> State:
    """As in "is likely to", "was unable to": the adjective is the head or stands beside it."""
    table = words("adjective")
    for i in (head, *tree.kids(head, "acomp", "attr", "oprd")):
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
    if (
        entry is not None
        and entry.clause is not None
        and entry.clause.affirmed == "o"
        and _is_subjunctive(tree, clause, head, own)
    ):
        state = State(state.negative, state.certainty, "future")
    if entry is not None and entry.clause is not None:
        return govern(state, State(outer.negative, CERTAIN, outer.tense), entry.clause, "own")
    for i in (head, *tree.kids(head, "acomp")):
        if tree.words[i] in (
            "likely",
            "possible",
            "unlikely",
            "impossible",
            "probable",
            "untrue",
            "false",
            "conceivable",
        ):
            value = {"likely": "p+", "probable": "p+", "unlikely": "p-", "impossible": "-", "untrue": "-", "false": "-"}
            kind = value.get(tree.words[i], "o")
            return govern(state, outer, Signature(kind, "o"), "own")
    return state


def _behind_preposition(case: Case, preposition: int, own: Own, depth: int) -> State:
    """As in "without consulting", "from leaving", "accused of hiding", "by closing"."""
    tree = case.tree
    word, head = tree.words[preposition], tree.heads[preposition]
    outer = case.state(head, depth - 1)
    if word in NEGATIVE_PREPOSITIONS or (word == "of" and tree.words[head] == "instead") or word == "than":
        return State(not own.state.negative, outer.certainty, outer.tense)
    if word == "from" and tree.words[head] in forms("preventing"):
        return govern(own.state, outer, CANCELLED, "g")
    if tree.pos[head] in ("VERB", "AUX"):
        entry = governor(tree, head)
        if entry is not None and word in GOVERNED and (entry.infinitive or entry.noun):
            signature = entry.infinitive or entry.noun or KEEP
            return govern(own.state, outer, signature, entry.tense)
        if word in ("before", "for", "until") and outer.tense != "past":
            return State(own.state.negative, outer.certainty, "future")
        return State(own.state.negative, outer.certainty, outer.tense)
    return _on_noun(case, preposition, head, own, depth)


def _on_noun(case: Case, verb: int, noun: int, own: Own, depth: int) -> State:
    """Relative clauses stand as they are; infinitives and "of" phrases depend on the noun ("plan to", "risk of")."""
    tree = case.tree
    if own.form == "finite":
        if tree.words[tree.left[verb]] == "that" and tree.deps[tree.left[verb]] == "mark":
            return _noun_clause(tree, noun, own)
        ahead = own.state.tense == "present" and any(tree.words[i] in AHEAD for i in tree.kids(noun, "amod"))
        return State(own.state.negative, own.state.certainty, "future") if ahead else own.state
    if own.form == "participle" and tree.deps[verb] == "acl":
        if tree.tags[verb] == "VBN":
            return own.state
        return State(own.state.negative, CERTAIN, _not_ahead(case.state(noun, depth - 1).tense))
    if own.form == "infinitive" and tree.deps[noun] == "ROOT" and tree.words[noun] not in words("noun"):
        return State(own.state.negative, CERTAIN, "future")  # headline: "Norwegian king to visit Oslo"
    value, tense = words("noun").get(tree.words[noun], ("o", "f") if own.form == "infinitive" else ("=", "g"))
    if own.form == "infinitive" and any(tree.words[i] in RANKERS for i in (noun, *tree.children[noun])):
        value, tense = "+", "g"  # "the first reporter to enter"
    outer = _lent(case, noun, depth)
    if value == "=":
        return State(own.state.negative, outer.certainty, outer.tense)
    return govern(own.state, outer, flip(value), tense)


def _not_ahead(tense: Tense) -> Tense:
    """What describes something to come is true of it now: "a summit uniting six states"."""
    return "present" if tense == "future" else tense


def _noun_clause(tree: Tree, noun: int, own: Own) -> State:
    value, _ = words("noun").get(tree.words[noun], ("=", "own"))
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
        return case.state(verb, depth - 1)
    return case.state(noun, depth - 1)


def _adverbial(case: Case, verb: int, head: int, own: Own, depth: int) -> State:
    tree = case.tree
    state = own.state
    if own.form == "finite":
        marks = [tree.words[i] for i in tree.kids(verb, "mark", "advmod")]
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
