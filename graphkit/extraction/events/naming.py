"""Names of events: "CSTO summit" where they have one, else who did what to whom ("Holm pardons Berg")."""

from spacy.tokens import Doc

from graphkit.extraction.layers import Actors, EventMention, Phrase

_LONGEST = 8  # words of a participant's phrase that a name takes


def event_name(doc: Doc, mention: EventMention, actors: Actors) -> str:
    """Name of an event by its first mention."""
    if mention.rule == "named":
        return doc[mention.start : mention.end].text
    doer = next((p.phrase for p in mention.participants if p.role in ("actor", "victim")), None)
    other = next((p.phrase for p in mention.participants if p.role in ("recipient", "object", "addressee")), None)
    if mention.phrase is not None:
        words = [mention.predicate]
        if doer is not None:
            words.insert(0, _who(doc, doer, actors))
        if other is not None:
            words += ["–", _who(doc, other, actors)]
        return " ".join(words)
    if doer is None:
        words = [] if other is None else [_who(doc, other, actors)]
        return " ".join([*words, mention.predicate]) + (" (suffered)" if words else "")
    parts = [_who(doc, doer, actors), third_person(mention.predicate)]
    if other is not None:
        parts.append(_who(doc, other, actors))
    return " ".join(parts)


def _who(doc: Doc, phrase: Phrase, actors: Actors) -> str:
    chain = actors.by_head.get(phrase.head)
    if chain is not None:
        return actors.chains[chain].name
    start = max(phrase.start, phrase.head - _LONGEST)
    return " ".join(doc[start : min(phrase.end, start + _LONGEST)].text.split())


def third_person(predicate: str) -> str:
    """The predicate as a headline has it.

    Examples
    --------
    >>> third_person("decline to endorse"), third_person("deny"), third_person("push for")
    ('declines to endorse', 'denies', 'pushes for')
    """
    verb, _, rest = predicate.partition(" ")
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        verb = verb[:-1] + "ies"
    elif verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        verb += "es"
    elif verb and verb not in ("be",):
        verb = {"have": "has"}.get(verb, verb + "s")
    else:
        verb = "is"
    return f"{verb} {rest}".strip()
