"""Events of a story: their mentions with participants, and which mentions are one event.

Every clause that tells no state is a mention, every verb that no clause tells, every noun that tells something that
happens. A clause about an event ("addressed the CSTO summit") is a mention of that event with a type of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from graphkit.extraction.clauses.agentive import AGENTIVE
from graphkit.extraction.events import nominal, participants, verbal
from graphkit.extraction.events.hidden import hidden_events, hidden_mention
from graphkit.extraction.events.links import Group, link
from graphkit.extraction.events.named import named_event
from graphkit.extraction.events.naming import event_name
from graphkit.extraction.events.nouns import adjective_event, in_compound, listed, passes, tells_event, verb_event
from graphkit.extraction.events.parts import unique
from graphkit.extraction.layers import (
    Actors,
    Clause,
    EventChain,
    EventMention,
    Events,
    Phrase,
    Quote,
    Timex,
    TypeDecision,
)
from graphkit.extraction.types import classify
from graphkit.extraction.types.words import Words, object_of, read_words

__all__ = ["find_events"]

_ABOUT = frozenset({"STATEMENT", "ATTEND"})
_NOUN_CONFIDENCE = 0.6
_VERB_CONFIDENCE = 0.4


def find_events(
    doc: Doc,
    clauses: Sequence[Clause],
    actors: Actors,
    times: Sequence[Timex],  # noqa: ARG001
    quotes: Sequence[Quote],  # noqa: ARG001
) -> Events:
    """All event mentions of a story in text order, and which of them are one event."""
    words = read_words(doc)
    hidden = hidden_events(words, actors)
    inside = {i for h in hidden.values() if h.end - h.start > 1 for i in range(h.start, h.end)}
    found = [m for m in _clauses(doc, words, clauses, actors) if m.head not in inside]
    told = {mention.head for mention in found} | {clause.trigger for clause in clauses}
    told |= {i for clause in clauses for i in clause.chain if passes(words, i)}
    found += [hidden_mention(words, i, h, actors) for i, h in hidden.items() if i not in told or i in inside]
    found += _others(doc, words, told | hidden.keys() | inside, actors)
    found.sort(key=lambda m: (m.head, -1 if m.clause is None else m.clause))
    found = _apart(found)
    about = _about(words, clauses, found)
    _hand_on(found, about)
    groups = link(words, found, about, actors)
    return Events(tuple(found), tuple(_chain(doc, group, found, actors) for group in groups))


def _clauses(doc: Doc, words: Words, clauses: Sequence[Clause], actors: Actors) -> list[EventMention]:
    """Mentions of the clauses that tell no state."""
    decided: dict[tuple[int, int], TypeDecision] = {}
    found = []
    for n, clause in enumerate(clauses):
        if clause.rule == AGENTIVE:
            continue
        key = clause.trigger, clause.chain[0] if clause.chain else clause.trigger
        if key not in decided:
            decided[key] = classify(doc, clause.trigger, clause=clause)
        decision = decided[key]
        if decision.type is None or (decision.type == "OTHER" and _property(words, clause.trigger)):
            continue
        named = named_event(words, clause.trigger)
        start, end = (clause.trigger, clause.trigger + 1) if named is None else named
        by_noun = clause.rule.startswith("nominal")
        parts = participants.of_clause(words, clause, decision.type, actors)
        if words.tree.tags[clause.trigger][:2] == "NN":
            parts = nominal.completed(words, clause.trigger, decision.type, actors, parts)
        found.append(
            EventMention(
                head=clause.trigger,
                start=start,
                end=end,
                predicate=words.lemmas[clause.trigger].lower()
                if clause.rule.startswith("light-verb")
                else clause.predicate,  # "launched an inquiry" is a mention of the inquiry
                type=decision.type,
                mode=decision.mode,
                context=decision.context,
                clause=n,
                phrase=_phrase(words, clause.trigger) if by_noun else None,
                participants=parts,
                confidence=clause.confidence,
                rule=clause.rule if named is None else "named",
                trace=decision.trace,
            )
        )
    return found


def _property(words: Words, trigger: int) -> bool:
    """Whether an adjective tells what something is like: "is reliant on cables", but "was found dead"."""
    return words.tree.tags[trigger] in ("JJ", "JJR", "JJS") and words.tree.words[trigger] not in listed("adjective")


def _phrase(words: Words, noun: int) -> Phrase:
    return Phrase(noun, words.tree.left[noun], words.tree.right[noun])


def _others(doc: Doc, words: Words, told: set[int], actors: Actors) -> list[EventMention]:
    """Mentions by nouns, by verbs that no clause tells, by adjectives."""
    found = []
    for i in range(len(words.lemmas)):
        tag = words.tree.tags[i]
        if i in told or tag[:1] not in ("N", "V", "J") or in_compound(words, i):
            continue
        mention: EventMention | None = None
        if tag[:2] == "NN" or words.tree.words[i] in listed("offences"):
            mention = _noun(doc, words, i, actors)
        elif verb_event(words, i) or adjective_event(words, i):
            mention = _verb(doc, words, i, actors)
        if mention is not None:
            found.append(mention)
    return found


def _noun(doc: Doc, words: Words, i: int, actors: Actors) -> EventMention | None:
    named = named_event(words, i)
    if named is None and (i in actors.by_head or not tells_event(words, i)):
        return None
    decision = classify(doc, i)
    type_ = decision.type or "OTHER"
    start, end = (i, i + 1) if named is None else named
    return EventMention(
        head=i,
        start=start,
        end=end,
        predicate=words.lemmas[i].lower(),
        type=type_,
        mode=decision.mode,
        context=decision.context,
        phrase=_phrase(words, i),
        participants=nominal.of_noun(words, i, type_, actors),
        confidence=_NOUN_CONFIDENCE,
        rule="noun" if named is None else "named",
        trace=decision.trace,
    )


def _verb(doc: Doc, words: Words, i: int, actors: Actors) -> EventMention | None:
    decision = classify(doc, i)
    if decision.type is None:
        return None
    verb = words.tree.tags[i][:2] == "VB" and words.tree.words[i] not in listed("adjective")
    told = verbal.of_verb(words, i, actors) if verb else verbal.of_adjective(words, i, actors)
    return EventMention(
        head=i,
        start=i,
        end=i + 1,
        predicate=words.lemmas[i].lower(),
        type=decision.type,
        mode=decision.mode,
        context=decision.context,
        participants=told,
        confidence=_VERB_CONFIDENCE,
        rule="verb",
        trace=decision.trace,
    )


def _about(words: Words, clauses: Sequence[Clause], found: Sequence[EventMention]) -> dict[int, int]:
    """Mention of a clause that speaks of, attends or carries an event → the mention of that event."""
    nouns = {m.head: i for i, m in enumerate(found) if m.phrase is not None}
    out = {}
    for i, mention in enumerate(found):
        clause = None if mention.clause is None else clauses[mention.clause]
        thing = object_of(words, mention.head) if clause is None and mention.phrase is None else None
        if clause is not None and clause.object is not None:
            thing = clause.object.head
        target = None if thing is None or thing == mention.head else nouns.get(thing)
        if target is None:
            continue
        carries = bool(mention.trace) and "light verb" in mention.trace[-1]
        event = found[target].rule == "named" or found[target].type not in ("STATEMENT", "OTHER")
        if carries or (mention.type in _ABOUT and event):
            out[i] = target
    return {i: target for i, target in out.items() if target not in out}


def _apart(found: list[EventMention]) -> list[EventMention]:
    """The mentions; where two heads stand in one name, the later has the name and the other its own word."""
    last: dict[tuple[int, int], int] = {(m.start, m.end): m.head for m in found}
    return [
        m if last[m.start, m.end] == m.head else replace(m, start=m.head, end=m.head + 1, rule="noun") for m in found
    ]


def _hand_on(found: list[EventMention], about: dict[int, int]) -> None:
    """Who attends or holds an event takes part in it, though another word tells the event."""
    for i, target in about.items():
        if found[i].type == "STATEMENT":
            continue
        own = found[target].participants
        more = [p for p in found[i].participants if p.role in ("actor", "recipient")]
        if not any(p.role == "actor" for p in own):
            found[target] = replace(found[target], participants=unique([*more, *own]))


def _chain(doc: Doc, group: Group, found: Sequence[EventMention], actors: Actors) -> EventChain:
    """The event of a group: a name of its own if a mention has one; type, mode and context of the first that fits."""
    mentions = [found[i] for i in group.mentions]
    named = next((m for m in mentions if m.rule == "named"), None)
    own = [m for m in mentions if m.type == group.type] or mentions
    return EventChain(
        mentions=tuple(group.mentions),
        type=group.type,
        mode=next((m.mode for m in own if m.mode), None),
        context=tuple(dict.fromkeys(c for m in own for c in m.context)),
        name=event_name(doc, named or own[0], actors),
        named=named is not None,
    )
