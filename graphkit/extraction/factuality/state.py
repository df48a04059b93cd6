"""The reality of an event as a value, and how governing words change it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from graphkit.extraction.factuality.table import Signature, forms, words
from graphkit.extraction.tree import Tree
from graphkit.model import Tense

POSSIBLE, PROBABLE, CERTAIN = 0, 1, 2
DEEPEST = 12  # governors looked at above an event

Finite = Literal["finite", "infinitive", "participle", "bare"]


@dataclass(frozen=True, slots=True)
class State:
    """Denied or not, how certain (0 possible, 1 probable, 2 certain), and when."""

    negative: bool = False
    certainty: int = CERTAIN
    tense: Tense = "past"


@dataclass(frozen=True, slots=True)
class Case:
    """A tree, who judges a token (`ask`: case, token, governors left to look at), and what has been judged so far."""

    tree: Tree
    ask: "Callable[[Case, int, int], State]"
    known: dict[int, State] = field(default_factory=dict)

    def state(self, token: int, depth: int = DEEPEST) -> State:
        """State of whatever event the token tells; judged once a token."""
        found = self.known.get(token)
        if found is None:
            found = self.known[token] = self.ask(self, token, depth)
        return found


CERTAINTY_OF = {"+": CERTAIN, "-": CERTAIN, "p+": PROBABLE, "p-": PROBABLE, "o": POSSIBLE, "o-": POSSIBLE}


def govern(inner: State, outer: State, signature: Signature, tense: str) -> State:
    """The complement's state under its governor.

    Parameters
    ----------
    inner, outer
        What the complement says of itself, and the state of its governor.
    signature
        Of the governor for this kind of complement.
    tense
        "g" that of the governor, "own" that of the complement, or a tense.
    """
    value = signature.negated if outer.negative else signature.affirmed
    when = timed(inner, outer, tense)
    if tense == "g" and value in ("o", "o-") and when == "present":
        when = "future"  # what somebody tries now would come later
    if value == "=":
        return State(inner.negative, inner.certainty, when)
    presupposed = signature.affirmed == signature.negated and value in ("+", "-")
    certainty = min(inner.certainty, CERTAINTY_OF[value])
    if not presupposed:
        certainty = min(certainty, outer.certainty)
    return State(inner.negative != (value in ("-", "p-", "o-")), certainty, when)


def timed(inner: State, outer: State, tense: str) -> Tense:
    """The complement's tense where its governor sets it."""
    if tense == "g":
        return outer.tense
    if tense in ("f", "future"):
        return "future"
    if tense == "past":
        return "past"
    if tense == "present":
        return "present"
    return inner.tense


def won(tree: Tree, verb: int, outcome: int, state: State) -> bool:
    """Whether an infinitive tells how a contest came out: "beat Olsen to reach the final"."""
    past = state.tense == "past" and not state.negative
    return past and tree.words[verb] in forms("contest") and tree.lemmas[outcome] in words("outcome")


def modify(state: State, value: str, tense: str) -> State:
    """The state under a modifier ("alleged", "planned", "perhaps")."""
    return govern(state, State(tense=state.tense), Signature(value, value), "own" if tense == "." else tense)


FLIPPED = {"+": "-", "-": "+", "p+": "p-", "p-": "p+", "o": "o-"}


def flip(value: str) -> Signature:
    """Signature of a word whose negation turns its value round.

    Examples
    --------
    >>> flip("p+")
    Signature(affirmed='p+', negated='p-')
    """
    return Signature(value, FLIPPED.get(value, value))
