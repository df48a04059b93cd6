"""Names of events: "CSTO summit" where they have one, else who did what to whom ("Holm pardons Berg")."""

from spacy.tokens import Doc

from graphkit.extraction.layers import Actors, EventMention, Phrase

_OTHERS = ("recipient", "object", "addressee")
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
_MARKERS = frozenset({"on", "against", "to", "with", "for", "into", "at", "over", "of"})
_LONGEST = 8  # words of a participant's phrase that a name takes


def event_name(doc: Doc, mention: EventMention, actors: Actors) -> str:
    """Name of an event by its first mention."""
    if mention.rule == "named":
        return doc[mention.start : mention.end].text
    if mention.phrase is not None:
        return _of_noun(doc, mention, actors)
    doer = next((p.phrase for p in mention.participants if p.role in ("actor", "victim")), None)
    other = next((p.phrase for p in mention.participants if p.role in _OTHERS), None)
    if doer is None:
        return mention.predicate if other is None else f"{_who(doc, other, actors)} {_done(doc, mention)}"
    many = _many(doc, doer, actors)
    parts = [_who(doc, doer, actors), mention.predicate if many else third_person(mention.predicate)]
    if other is not None:
        parts.append(_who(doc, other, actors))
    return " ".join(parts)


def _done(doc: Doc, mention: EventMention) -> str:
    """The verb of what somebody suffered: its participle as written ("two men arrested")."""
    head = doc[mention.head]
    return head.lower_ if head.tag_ in ("VBN", "VBD") else mention.predicate


def _many(doc: Doc, doer: Phrase, actors: Actors) -> bool:
    """Whether several did it, so that the verb has no "-s"."""
    chain = actors.by_head.get(doer.head)
    named = chain is not None and actors.chains[chain].kind in ("state", "organization")
    return not named and doc[doer.head].tag_ == "NNS"


def _of_noun(doc: Doc, mention: EventMention, actors: Actors) -> str:
    """Name of what a noun tells: "Norway's sanctions on Malta", "talks between Oslo and Riga", "death of Jon Berg"."""
    noun = doc[mention.head].text.lower()
    doers = list(dict.fromkeys(_who(doc, p.phrase, actors) for p in mention.participants if p.role == "actor"))
    other = next((p.phrase for p in mention.participants if p.role in (*_OTHERS, "victim")), None)
    if len(doers) > 1 and other is None:
        return f"{noun} {'between' if mention.type in _MUTUAL else 'by'} {', '.join(doers[:-1])} and {doers[-1]}"
    words = [f"{doers[0]}'{'' if doers[0].endswith('s') else 's'}"] if doers else []
    words.append(noun)
    if other is not None:
        words += [_marker(doc, mention.head, other), _who(doc, other, actors)]
    return " ".join(words)


def _marker(doc: Doc, noun: int, other: Phrase) -> str:
    """The preposition between a noun and whom it is done to; "of" where there is none ("Holm's arrest")."""
    between = [t.lower_ for t in doc[noun + 1 : other.start]] if noun < other.start else []
    return next((word for word in reversed(between) if word in _MARKERS), "of")


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
