"""Reality of an event behind a preposition ("called for talks", "ahead of the vote"), and its tense by its governor."""

from graphkit.extraction.factuality.state import CERTAIN, POSSIBLE, Case, State, flip, govern
from graphkit.extraction.factuality.table import Signature, charged, forms, governor, governors, past_agent, words
from graphkit.extraction.listed import listed
from graphkit.extraction.tree import Tree
from graphkit.model import Tense

BEHIND = frozenset({"after", "following", "since", "because", "over", "despite", "from", "by"})
AHEAD = frozenset({"before", "ahead", "until", "till", "pending"})
BARE = frozenset({"in", "at", "on"})  # prepositions that no governing verb of the table takes for its event
NEAR = frozenset({"near", "close", "nearer", "closer"})
PLACED = frozenset({"in", "at", "during"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
# the preposition before the event where another leads to something else
TAKES = {"accuse": "of", "warn": "of", "appeal": "for"}


def behind_preposition(case: Case, noun: int, preposition: int, depth: int) -> State:
    """State of the event of a noun behind a preposition, by it and by what it hangs on."""
    tree = case.tree
    word, head = tree.words[preposition], tree.heads[preposition]
    if tree.words[head] in ("ahead", "because", "instead", "case", "event") and head != preposition:
        word, head = tree.words[head], tree.heads[head]
    head = past_agent(tree, head) if word == "of" else head
    outer = case.state(head, depth - 1)
    if word in NEAR or (word == "to" and tree.words[head] in NEAR):
        punctual = tree.lemmas[noun] in words("punctual")  # "is near death"
        return State(False, POSSIBLE if punctual else CERTAIN, "future" if punctual else outer.tense)
    if word in ("without", "instead"):
        return State(True, outer.certainty, outer.tense)
    if word in ("case", "event"):
        return State(False, POSSIBLE, "future")
    if word in AHEAD:
        return State(False, CERTAIN, "past" if outer.tense == "past" else "future")
    if word in BEHIND and not (word == "from" and tree.words[head] in forms("preventing")):
        over = word in ("after", "following") or (outer.tense == "future" and word not in ("from", "by"))
        return State(False, CERTAIN, "past" if over else outer.tense)
    if tree.pos[head] in ("NOUN", "PROPN"):
        return _behind_noun(tree, word, head, outer)
    return _behind_verb(tree, noun, word, head, outer)


def _behind_noun(tree: Tree, word: str, head: int, outer: State) -> State:
    """As in "threat of war", "hopes for a ceasefire"."""
    value, tense = words("noun").get(tree.words[head], ("=", "g"))
    if word == "for" and tree.words[head] in words("answering"):
        return State()  # "claimed responsibility for the bombing"
    if word == "for":
        value, tense = words("charging").get(tree.lemmas[head], (value, tense))  # "arrest for fraud"
    if value == "=" or word in ("on", "in", "with", "against", "from"):
        return State(False, CERTAIN, outer.tense)
    return govern(State(), outer, flip(value), tense)


def _behind_verb(tree: Tree, noun: int, word: str, head: int, outer: State) -> State:
    """As in "called for talks", "accused of fraud", "took part in the summit"."""
    if word == "from" and tree.words[head] in forms("preventing"):
        return govern(State(), outer, flip("-"), "g")
    entry = governor(tree, head)
    governs = (word not in BARE or word in governors().get(tree.words[head], {})) and TAKES.get(
        tree.lemmas[head], word
    ) == word
    if governs and entry is not None and entry.noun is not None and entry.noun.affirmed != "=":
        return by_signature(entry.noun, entry.tense, outer)
    named = next((i for i in tree.kids(head, "dobj", "nsubjpass") if tree.words[i] in words("noun")), None)
    if word == "for" and named is not None:  # "a warrant was issued for his arrest"
        return _behind_noun(tree, word, named, outer)
    if charged(tree, head, word):
        return govern(State(), outer, Signature("p+", "o"), "past")
    if word == "for" and tree.words[head] in forms("retrospect"):
        return State()  # "thanked them for their help"
    if word in ("in", "at", "with") and tree.words[head] in forms("support"):
        return outer
    return State(False, CERTAIN, default_tense(tree, noun, "pobj", outer))


def by_signature(signature: Signature, tense: str, outer: State) -> State:
    """State of an event under a governing verb; what is open comes later, what is taken for granted came before."""
    if signature.affirmed in ("+", "-"):
        presupposed = signature.negated == signature.affirmed
        ahead = "f" if tense == "f" and signature.affirmed == "-" else "g"  # "ruled out a strike"
        tense = "past" if presupposed and outer.tense == "future" else ahead
    return govern(State(), outer, signature, "g" if tense == "own" else tense)


def default_tense(tree: Tree, noun: int, dep: str, outer: State) -> Tense:
    """Tense of an event that something is done about: of one to come if unknown, else past; as its clause otherwise."""
    if outer.tense != "future" or dep == "nsubj":
        return outer.tense
    if dep == "pobj" and (tree.words[tree.heads[noun]] in PLACED or tree.pos[noun] == "PROPN"):
        return "future"  # "will play in the final", "will return to the Games"
    return "past" if known(tree, noun) else "future"


def known(tree: Tree, noun: int) -> bool:
    """Whether a noun phrase takes its event as known: "the strike", "her visit"; not "Saturday's game"."""
    owner = tree.child(noun, "poss")
    if owner is not None and tree.words[owner] not in listed("days"):
        return True
    return tree.pos[noun] == "PROPN" or any(tree.words[k] in DEFINITE for k in tree.kids(noun, "det"))
