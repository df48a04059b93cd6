"""Whether a noun may tell an event of its own."""

from functools import cache

from spacy.tokens import Token

from graphkit.extraction.clauses.words import all_event_nouns
from graphkit.extraction.listed import listed


@cache
def _nouns() -> frozenset[str]:
    return all_event_nouns() | listed("event_nouns")


def eventive(noun: Token) -> bool:
    """Whether a noun may tell an event of its own, to which the time beside it then belongs."""
    if noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "MONEY", "PERCENT", "CARDINAL", "QUANTITY"):
        return noun.ent_type_ == "ORG" and noun.lemma_.lower() in _nouns()
    return noun.lemma_.lower() in _nouns()
