"""Whether the record of a case's text says what the case asks for: one judge an area.

The held-out cases in ``tests/cases/heldout`` were written by somebody who had not seen the rules. They are judged by
what a record says, never by what a rule does, so one judge serves all versions. Each judge returns what is wrong.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.extraction import parse, pipeline
from graphkit.extraction.factuality import judge
from graphkit.model import Actor, End, Mention, Record, Span, make_story

Case = dict[str, Any]
PLOVER = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def folded(text: str) -> str:
    """Words without case, leading article and possessive."""
    words = text.replace("’", "'").casefold().removesuffix("'s").split()
    return " ".join(words[1:] if words[:1] and words[0] in ("the", "a", "an") else words)


def place(text: str, piece: str) -> Span:
    """Characters of a piece; "word#2" is its second occurrence as a word."""
    words, _, number = piece.partition("#")
    spans = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    spans = spans or [m.span() for m in re.finditer(re.escape(words), text)]
    return spans[int(number or 1) - 1]


def over(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return max(a[0], b[0]) < min(a[1], b[1])


# -- clauses --------------------------------------------------------------------------------------


def end_is(end: End | None, wanted: str | None) -> bool:
    """Whether an end is one of the texts wanted, verbatim or resolved; no object wanted is met by any."""
    if wanted is None:
        return True
    if end is None:
        return False
    options = {folded(option) for option in wanted.split("|")}
    return folded(end.text) in options or folded(end.name) in options


def same_predicate(predicate: str, wanted: str) -> bool:
    """Whether a predicate is one of those wanted, its last preposition aside."""
    for option in wanted.casefold().split("|"):
        a, b = predicate.casefold().split(), option.split()
        if a == b or a[:-1] == b or a == b[:-1]:
            return True
    return False


def clauses(case: Case, record: Record, _: Doc) -> list[str]:
    """Triples asked for and missing, and triples barred and given."""
    wrong = []
    for wanted in case["expect"]:
        hits = [
            t
            for t in record.triples
            if same_predicate(t.relation.predicate, wanted["r"])
            and end_is(t.subject, wanted["s"])
            and (end_is(t.object, wanted["o"]) or any(folded(a.text) in spelt(wanted["o"]) for a in t.arguments))
            and t.negated == wanted.get("neg", False)
            and (t.hypothetical or not wanted.get("hyp", False))
        ]
        if not hits:
            wrong.append(f"no {wanted}")
    for barred in case.get("not", ()):
        for t in record.triples:
            alike = same_predicate(t.relation.predicate, barred["r"]) and end_is(t.subject, barred["s"])
            if alike and end_is(t.object, barred["o"]) and not t.negated and not t.hypothetical:
                wrong.append(f"gives {barred}")
    return wrong


def spelt(wanted: str | None) -> set[str]:
    """Folded texts of an end that is wanted."""
    return set() if wanted is None else {folded(option) for option in wanted.split("|")}


# -- actors ---------------------------------------------------------------------------------------


def heads_of(doc: Doc, span: Span) -> list[int]:
    """Tokens that may be the head of the words: of the phrase itself, else of the name whose title it is."""
    words = doc.char_span(*span)
    if words is None:
        return []
    head = words.root
    return [head.i, head.head.i] if head.head.i >= words.end and head.dep_ in ("compound", "nmod") else [head.i]


def actor_at(record: Record, span: Span, doc: Doc) -> Actor | None:
    """Actor that the head of the words is, else whose mention ends where they end, else one that lies inside them."""
    ends = {mention.span[1]: actor for actor in record.actors for mention in actor.mentions}
    own = next((ends[e] for h in heads_of(doc, span) if (e := doc[h].idx + len(doc[h])) in ends), None)
    if own is not None:
        return own
    best: tuple[bool, int, Actor] | None = None
    for actor in record.actors:
        for mention in actor.mentions:
            a, b = mention.span
            if b == span[1] or (span[0] <= a and b <= span[1]):
                score = (b == span[1], -abs(a - span[0]))
                if best is None or score > best[:2]:
                    best = (*score, actor)
    return None if best is None else best[2]


def actors(case: Case, record: Record, doc: Doc) -> list[str]:
    """Chains that are cut or joined, kinds that are wrong, things that are taken for actors."""
    text, wrong = record.story.text, []
    used: dict[str, int] = {}
    for number, chain in enumerate(case["chains"]):
        found = [actor_at(record, place(text, mention), doc) for mention in chain]
        ids = {None if actor is None else actor.id for actor in found}
        if len(ids) != 1 or None in ids:
            wrong.append(f"not one chain: {[(m, a and a.name) for m, a in zip(chain, found, strict=True)]}")
        joined = [own for own in ids if own is not None and used.setdefault(own, number) != number]
        wrong += [f"joined with another: {chain}" for _ in joined]
    for mention, kind in case.get("kinds", {}).items():
        actor = actor_at(record, place(text, mention), doc)
        if actor is None or actor.kind != kind:
            wrong.append(f"{mention} is {actor and actor.kind}, not {kind}")
    for a, b in case.get("apart", ()):
        one, other = (actor_at(record, place(text, mention), doc) for mention in (a, b))
        if one is not None and other is not None and one.id == other.id:
            wrong.append(f"{a} and {b} are one")
    for thing in case.get("not_actors", ()):
        span = place(text, thing)
        taken = (a for a in record.actors for m in a.mentions if m.span[1] == span[1] and m.form != "pronoun")
        wrong += [f"{thing} is an actor: {actor.name}" for actor in taken]
    return wrong


# -- events ---------------------------------------------------------------------------------------


def at_trigger(record: Record, trigger: str) -> list[Mention]:
    """Mentions whose trigger overlaps the word."""
    span = place(record.story.text, trigger)
    return [mention for mention in record.mentions if over(mention.trigger, span)]


def through(record: Record, trigger: str) -> list[Mention]:
    """Mentions at the trigger, else those whose triple's relation goes through it ("agreed to send")."""
    span = place(record.story.text, trigger)
    found = at_trigger(record, trigger)
    ids = {t.mention for t in record.triples if any(over(piece, span) for piece in t.relation.spans)}
    return found or [mention for mention in record.mentions if mention.id in ids]


def roles_wrong(record: Record, mentions: Iterable[Mention], roles: dict[str, list[str]]) -> list[str]:
    """Participants asked for that no mention has in their role."""
    found = {(part.role, i) for mention in mentions for part in mention.participants for i in range(*part.span)}
    wrong = []
    for role, phrases in roles.items():
        for phrase in phrases:
            a, b = place(record.story.text, phrase)
            if not any((role, i) in found for i in range(a, b)):
                wrong.append(f"{phrase!r} is no {role}")
    return wrong


def types(case: Case, record: Record, _: Doc) -> list[str]:
    """Type that is wrong at the trigger."""
    found = through(record, case["trigger"])
    if any(mention.type == case["type"] for mention in found):
        return []
    return [f"{case['trigger']} is {[m.type for m in found]}, not {case['type']}"]


def hard_negatives(case: Case, record: Record, _: Doc) -> list[str]:
    """PLOVER types that fired where nothing happens."""
    fired = [m.type for m in through(record, case["trigger"]) if m.type in PLOVER]
    return [f"fired: {fired}"] if fired else []


def nominals(case: Case, record: Record, _: Doc) -> list[str]:
    """Events of nouns that are missing, of another type, or not named as they are."""
    wrong = []
    events = {event.id: event for event in record.events}
    for wanted in case["events"]:
        found = at_trigger(record, wanted["trigger"])
        if not found:
            wrong.append(f"no event at {wanted['trigger']}")
            continue
        if wanted.get("type") and all(
            events[m.event].type != wanted["type"] and m.type != wanted["type"] for m in found
        ):
            wrong.append(f"{wanted['trigger']} is {[events[m.event].type for m in found]}, not {wanted['type']}")
        if wanted["named"] and not any(events[m.event].named for m in found):
            wrong.append(f"{wanted['trigger']} is not named")
        wrong += roles_wrong(record, found, wanted.get("participants", {}))
    return wrong


def factuality(case: Case, record: Record, doc: Doc) -> list[str]:
    """Polarity and certainty that are wrong at the trigger, which need not be an event of its own in the record."""
    start, _ = place(record.story.text, case["trigger"])
    token = next(t for t in doc if t.idx <= start < t.idx + len(t))
    found = judge(doc, token.i)
    wanted = (case["polarity"], case["certainty"])
    return [] if (found.polarity, found.certainty) == wanted else [f"{found}, not {wanted}"]


# -- times, places, attribution -------------------------------------------------------------------


def times(case: Case, record: Record, _: Doc) -> list[str]:
    """Times that are missing or have another value, and times that are none."""
    text, wrong = record.story.text, []
    left = list(record.times)
    for wanted in case["times"]:
        span = place(text, wanted["text"])
        hit = next((time for time in left if over(time.span, span)), None)
        if hit is None:
            wrong.append(f"no {wanted}")
            continue
        left.remove(hit)
        if hit.value != wanted["value"]:
            wrong.append(f"{wanted['text']} is {hit.value}, not {wanted['value']}")
    return wrong + [f"{text[slice(*time.span)]} is no time" for time in left]


def places(case: Case, record: Record, _: Doc) -> list[str]:
    """Places with another country, and events that happened elsewhere."""
    text, wrong = record.story.text, []
    for wanted in case["places"]:
        span = place(text, wanted["text"])
        hit = next((p for p in record.places if any(over(m, span) for m in p.mentions)), None)
        if hit is None or hit.country != wanted["country"]:
            wrong.append(f"{wanted['text']} is in {hit and hit.country}, not {wanted['country']}")
    if case.get("event_place"):
        wrong += event_place(case["event_place"], record)
    return wrong


def event_place(wanted: dict[str, Any], record: Record) -> list[str]:
    """Where the trigger's event is said to have happened, if that is wrong."""
    events = {event.id: event for event in record.events}
    spots = {spot.id: spot for spot in record.places}
    found = {events[m.event].place for m in through(record, wanted["trigger"])} - {None}
    if wanted["place"] is None:
        return [f"{wanted['trigger']} has a place"] if found else []
    span = place(record.story.text, wanted["place"])
    if any(over(m, span) for own in found if own is not None for m in spots[own].mentions):
        return []
    return [f"{wanted['trigger']} is in {[spots[own].name for own in found if own]}, not {wanted['place']}"]


def attribution(case: Case, record: Record, _: Doc) -> list[str]:
    """Quotations without a content that overlaps by half and the same source."""
    text, wrong = record.story.text, []
    for wanted in case["quotations"]:
        pieces = wanted["content"] if isinstance(wanted["content"], list) else [wanted["content"]]
        content = {i for piece in pieces for i in range(*place(text, piece))}
        for quotation in record.quotations:
            own = {i for span in quotation.content for i in range(*span)}
            source = " ".join(text[slice(*span)] for span in quotation.source)
            alike = folded(source).rstrip(",") == folded(wanted["source"] or "").rstrip(",")
            if alike and len(own & content) >= 0.5 * len(own | content):
                break
        else:
            wrong.append(f"no {wanted['source']}: {wanted['content']}")
    return wrong


def wrong_cases(area: str, cases: list[Case], nlp: Language) -> dict[str, list[str]]:
    """What is wrong, by the ids of the cases that are not right."""
    stories = [make_story(case["text"], published=case.get("published")) for case in cases]
    wrong = {}
    for case, story, doc in zip(cases, stories, parse.parse((s.text for s in stories), nlp), strict=True):
        record = pipeline.record_of(story, doc, version="")
        if faults := JUDGES[area](case, record, doc):
            wrong[case["id"]] = faults
    return wrong


JUDGES: dict[str, Callable[[Case, Record, Doc], list[str]]] = {
    "clauses": clauses,
    "actors": actors,
    "types": types,
    "hard_negatives": hard_negatives,
    "nominals": nominals,
    "times": times,
    "factuality": factuality,
    "attribution": attribution,
    "places": places,
}
