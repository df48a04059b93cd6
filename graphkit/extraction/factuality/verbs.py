"""Reality of an event told by a verb: its own words, then everything that governs it."""

from graphkit.extraction.factuality.adjuncts import adverbial, behind_preposition
from graphkit.extraction.factuality.governed import WH, complement
from graphkit.extraction.factuality.own import ARGUMENTS, BE_PRESENT, WILL, WOULD, Own, as_if, inverted, own_marks
from graphkit.extraction.factuality.postnominal import on_noun
from graphkit.extraction.factuality.state import CERTAIN, POSSIBLE, PROBABLE, Case, State
from graphkit.extraction.factuality.table import forms, governors, words
from graphkit.extraction.tree import Tree

SHARED_LONGEST = 200  # tokens from a verb to the auxiliary it shares
MEMBERS = 40  # of a coordination that are gone back through


def first_conjunct(tree: Tree, i: int) -> int:
    """The conjunct that carries the relation to the governor."""
    for _ in range(MEMBERS):
        if tree.deps[i] != "conj":
            break
        i = tree.heads[i]
    return i


def verb_state(case: Case, verb: int, depth: int) -> State:
    """State of the event told by a verb; `depth` counts the governors still looked at."""
    tree = case.tree
    own = _shared(tree, verb, own_marks(tree, verb))
    state = own.state
    if _has_condition(tree, verb) and own.mark is None:
        state = State(state.negative, POSSIBLE, state.tense)
    if tree.deps[verb] == "conj" and _instead_of(tree, verb):
        return State(not state.negative, state.certainty, case.state(tree.heads[verb], depth - 1).tense)
    listed = _listed_gerund(tree, verb) if tree.tags[verb] == "VBG" and tree.deps[verb] == "conj" else None
    if listed is not None:
        return behind_preposition(case, listed, own, depth)
    first = first_conjunct(tree, verb)
    if first != verb and not _same_rank(tree, first, verb):
        return state
    return _related(case, verb, first, Own(state, own.form, own.modal, own.mark), depth)


def _listed_gerund(tree: Tree, verb: int) -> int | None:
    """The preposition of a list of nouns that the gerund ends: "charged with fraud and fleeing the scene"."""
    above = tree.heads[first_conjunct(tree, verb)] if tree.pos[tree.heads[verb]] == "NOUN" else tree.heads[verb]
    if tree.pos[above] == "ADP":
        return above
    if not _is_governor(tree, above) or tree.tags[above] == "VBG" or tree.child(verb, "aux", "nsubj") is not None:
        return None
    if any(tree.words[i] in BE_PRESENT for i in tree.kids(above, "auxpass")):  # "is accused of fraud and facing trial"
        return None
    taken = [i for i in tree.kids(above, "prep") if above < i < verb and tree.words[i] in ("of", "with", "for")]
    return next((i for i in taken if tree.child(i, "pobj") is not None), None)


def _shared(tree: Tree, verb: int, own: Own) -> Own:
    """As in "did not call or write", "has been arrested and charged": the first verb's auxiliaries serve all."""
    own = _evidential(tree, verb, own)
    first = verb
    while tree.deps[first] == "conj" and verb - first < SHARED_LONGEST and _shares(tree, first):
        above = tree.heads[first]
        if tree.deps[above] == "dobj" and tree.tags[verb] == "VB":  # "should take the blame and resign"
            above = tree.heads[above]
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


def _evidential(tree: Tree, verb: int, own: Own) -> Own:
    """The verb under "allegedly" and the like that stand before a verb which it is coordinated with."""
    if tree.deps[verb] != "conj" or own.form != "finite" or tree.child(verb, "nsubj", "nsubjpass") is not None:
        return own
    first = tree.heads[verb]
    adverbs = words("adverb")
    if not any(i < first and adverbs.get(tree.words[i], ("", ""))[0] == "p+" for i in tree.kids(first, "advmod")):
        return own
    state = State(own.state.negative, min(own.state.certainty, PROBABLE), own.state.tense)
    return Own(state, own.form, own.modal, own.mark)


def _shares(tree: Tree, verb: int) -> bool:
    """Whether a coordinated verb has no subject, or only that ("two have been killed and another wounded")."""
    if tree.child(verb, "nsubj", "nsubjpass") is None:
        return True
    above = tree.heads[verb]
    gapped = tree.tags[verb] == tree.tags[above] == "VBN" and tree.child(verb, "aux", "auxpass") is None
    return gapped and tree.child(above, "auxpass") is not None


def _instead_of(tree: Tree, verb: int) -> bool:
    """As in "they fled rather than fight"."""
    return any(tree.words[k] in ("rather", "than") for k in tree.kids(tree.heads[verb], "cc") if k < verb)


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
    for i in tree.kids(verb, "advcl", "ccomp"):
        marks = [tree.words[k] for k in tree.kids(i, "mark", "advmod")]
        if as_if(tree, i) or (i > verb and tree.tags[verb] == "VBD" and tree.child(verb, "aux") is None):
            continue  # "apologised if it hurt anyone": done
        if "if" in marks or "unless" in marks or "provided" in marks:
            return "even" not in marks
        if inverted(tree, i):
            return True
    return False


def _related(case: Case, verb: int, first: int, own: Own, depth: int) -> State:
    tree = case.tree
    dep, head = tree.deps[first], tree.heads[first]
    if dep == "ROOT" or depth <= 0 or head == first:
        return _at_root(case, verb, first, own)
    if own.mark is not None and dep != "ccomp":
        return _under_would(tree, verb, head, own.state)
    if dep in ("xcomp", "ccomp", "oprd") or (dep == "advcl" and own.form == "infinitive" and _is_governor(tree, head)):
        return complement(case, first, head, own, depth)
    if dep == "pcomp":
        return behind_preposition(case, head, own, depth)
    if dep in ("acl", "relcl"):
        return on_noun(case, verb, head, own, depth)
    if dep in ("advcl", "parataxis", "prep"):
        return adverbial(case, verb, head, own, depth)
    if dep == "csubj" and own.form in ("infinitive", "participle"):  # "closing the mill would hurt the town"
        outer = case.state(head, depth - 1)
        ahead = own.form == "infinitive" and outer.tense != "past"
        return State(own.state.negative, POSSIBLE if ahead else outer.certainty, "future" if ahead else outer.tense)
    if dep in ("amod", "compound", "nmod") and tree.tags[verb] not in ("VBN", "VBD"):  # "a hit-and-run driver"
        return State(own.state.negative, own.state.certainty, case.state(head, depth - 1).tense)
    if dep in ARGUMENTS and tree.tags[verb] == "VBG" and own.form == "participle":  # "spotted the driver braking"
        return State(own.state.negative, own.state.certainty, case.state(head, depth - 1).tense)
    return own.state


def _under_would(tree: Tree, verb: int, head: int, state: State) -> State:
    """A condition in the past tense of what would come: "he would be jailed if he left"."""
    helpers = [tree.words[i] for i in tree.kids(head, "aux")]
    ahead = any(w in WOULD for w in helpers) and "have" not in helpers and tree.tags[verb] == "VBD"
    return State(state.negative, state.certainty, "future") if ahead and state.tense == "past" else state


def _at_root(case: Case, verb: int, first: int, own: Own) -> State:
    tree, state = case.tree, own.state
    subject = tree.child(first, "nsubj", "nsubjpass")
    if subject is not None and any(tree.lemmas[i] in words("never_noun") for i in tree.kids(subject, "compound")):
        state = State(state.negative, min(state.certainty, PROBABLE), state.tense)  # "Police allege Karl Brandt fled"
    if own.form == "bare" and tree.tags[verb] == "VB" and subject is not None:
        seen = next((i for i in tree.kids(subject, "relcl") if tree.words[i] in forms("perceiving")), None)
        if seen is not None and tree.child(seen, "dobj") == verb - 1:  # "a man who watched his brother fall is here"
            return State(state.negative, CERTAIN, case.state(seen, 1).tense)
    if own.modal in WOULD and state.negative and tree.words[verb] in forms("withheld"):
        return State(True, CERTAIN, "past")  # "would not say" is a refusal
    if own.form == "infinitive":  # headline: "Holm to visit Oslo"
        return State(state.negative, CERTAIN, "future")
    has_subject = tree.child(first, "nsubj", "nsubjpass", "expl", "csubj") is not None
    if own.form == "bare" and not has_subject and tree.tags[verb] == "VB":
        return State(state.negative, POSSIBLE, "future")
    if _asks(tree, first):
        return State(state.negative, POSSIBLE, state.tense)
    if own.modal in (*WILL, *WOULD) and _asked(tree, first):
        return State(state.negative, POSSIBLE, state.tense)  # "how will it change?"
    if own.modal == "may" and _modal_first(tree, first):
        return State(state.negative, POSSIBLE, "future")
    return state


def _modal_first(tree: Tree, verb: int) -> bool:
    own = tree.child(verb, "nsubj", "nsubjpass")
    return own is not None and any(i < own for i in tree.kids(verb, "aux"))


def _asks(tree: Tree, verb: int) -> bool:
    """Whether the sentence asks whether it is so; "who killed X?" takes the killing for granted."""
    return _asked(tree, verb) and not any(tree.words[i] in WH for i in range(tree.left[verb], verb))


def _asked(tree: Tree, verb: int) -> bool:
    end = tree.right[verb]
    return any(tree.words[i] == "?" for i in range(max(verb, end - 3), min(end + 1, len(tree.words))))


def _is_governor(tree: Tree, head: int) -> bool:
    return tree.words[head] in governors() and tree.pos[head] == "VERB"
