"""Did it happen: polarity, certainty and tense of an event by FactBank's scheme (Sauri and Pustejovsky 2009).

The words of the event itself are read first, then each word that governs it, up the tree. That a source reports an
event does not make it uncertain; hedges do.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from graphkit.extraction.factuality.nouns import held, noun_state
from graphkit.extraction.factuality.state import CERTAIN, PROBABLE, Case, State
from graphkit.extraction.factuality.table import forms
from graphkit.extraction.factuality.verbs import verb_state
from graphkit.extraction.layers import Factuality
from graphkit.extraction.tree import Tree, read

KEY = "graphkit.factuality"

__all__ = ["judge"]


def judge(doc: Doc, head: int, chain: Sequence[int] = ()) -> Factuality:
    """Polarity, certainty and tense of the event that the token `head` tells, a verb or a noun.

    Parameters
    ----------
    doc
        A parsed story.
    head
        Token index of the trigger.
    chain
        Tokens from the outermost governing verb to the trigger. Where one of them is an act by itself, whatever comes
        of it ("declined to endorse", "tried to flee"), the outermost such act is judged; else the trigger is.
    """
    case = doc.user_data.get(KEY)
    if not isinstance(case, Case):
        case = doc.user_data[KEY] = Case(read(doc), _ask)
    state = case.state(_judged(case.tree, head, chain))
    return Factuality(
        polarity="negative" if state.negative else "positive",
        certainty="certain"
        if state.certainty == CERTAIN
        else "probable"
        if state.certainty == PROBABLE
        else "possible",
        tense=state.tense,
    )


def _judged(tree: Tree, head: int, chain: Sequence[int]) -> int:
    acts = forms("act")
    return next((i for i in chain if i != head and tree.words[i] in acts and tree.tags[i].startswith("VB")), head)


def _ask(case: Case, token: int, depth: int) -> State:
    tree = case.tree
    if tree.tags[token].startswith("VB") or tree.pos[token] in ("VERB", "AUX"):
        return verb_state(case, token, depth)
    if tree.deps[token] == "acomp" and depth > 0:  # "was ill": the copula carries all
        return case.state(tree.heads[token], depth - 1)
    if tree.pos[token] == "ADJ" and tree.deps[token] == "oprd" and depth > 0:
        return held(case, token, depth)
    return noun_state(case, token, depth)
