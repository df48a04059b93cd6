"""Events of a story: their mentions, and which mentions are one event."""

from collections.abc import Sequence

from spacy.tokens import Doc

from graphkit.extraction.clauses.words import all_event_nouns
from graphkit.extraction.layers import (
    Actors,
    Clause,
    EventChain,
    EventMention,
    Events,
    Phrase,
    Quote,
    RolePhrase,
    Timex,
)
from graphkit.extraction.tree import read
from graphkit.extraction.types import classify

__all__ = ["find_events"]


def find_events(
    doc: Doc,
    clauses: Sequence[Clause],
    actors: Actors,  # noqa: ARG001
    times: Sequence[Timex],  # noqa: ARG001
    quotes: Sequence[Quote],  # noqa: ARG001
) -> Events:
    """All event mentions of a story in text order, and which of them are one event."""
    tree = read(doc)
    found: list[EventMention] = []
    seen = set()
    for n, clause in enumerate(clauses):
        decision = classify(doc, clause.trigger, clause=clause)
        if decision.type is None:
            continue
        ends = [clause.subject, clause.object]
        if clause.voice == "passive":
            ends.reverse()
        parts = tuple(
            RolePhrase(role, end) for role, end in zip(("actor", "recipient"), ends, strict=True) if end is not None
        )
        seen.add(clause.trigger)
        found.append(
            EventMention(
                clause.trigger,
                clause.trigger,
                clause.trigger + 1,
                clause.predicate,
                decision.type,
                clause=n,
                participants=parts,
                confidence=clause.confidence,
                rule=clause.rule,
            )
        )
    for i, lemma in enumerate(tree.lemmas):
        if i not in seen and tree.tags[i] in ("NN", "NNS") and lemma in all_event_nouns():
            phrase = Phrase(i, tree.left[i], tree.right[i])
            found.append(EventMention(i, i, i + 1, lemma, "OTHER", phrase=phrase, rule="noun", confidence=0.6))
    found.sort(key=lambda m: m.head)
    chains: dict[int, list[int]] = {}
    for i, mention in enumerate(found):
        chains.setdefault(mention.head, []).append(i)
    return Events(tuple(found), tuple(EventChain(tuple(c), found[c[0]].type) for c in chains.values()))
