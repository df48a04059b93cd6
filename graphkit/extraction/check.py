"""What a record promises: every span slices back to its text, every id leads to something.

A record that breaks this is a fault of ours; the story is reported as failed rather than passed on with it.
"""

from collections.abc import Iterator

from graphkit.errors import RecordError
from graphkit.model import Argument, End, Participant, Record, Span


def checked(record: Record) -> Record:
    """The record itself, if it keeps its promises.

    Raises
    ------
    RecordError
        A span does not slice back, or an id leads nowhere.
    """
    fault = next(faults(record), None)
    if fault is not None:
        raise RecordError(f"story {record.story.id}: {fault}; this is a fault of graphkit, please report it")
    return record


def faults(record: Record) -> Iterator[str]:
    """Broken promises of a record, in words.

    Examples
    --------
    >>> from graphkit.model import Skipped, make_story
    >>> list(faults(Record(version="", story=make_story("ab"), skipped=(Skipped(span=(1, 3), reason="x"),))))
    ['skipped: (1, 3) is not in the text']
    """
    yield from span_faults(record)
    yield from text_faults(record)
    yield from id_faults(record)


def spans(record: Record) -> Iterator[tuple[str, Span]]:
    """All spans without a text of their own, with what they are of."""
    for actor in record.actors:
        for place in actor.mentions:
            yield "actor", place.span
            yield "head of an actor", place.head
    for affiliation in record.affiliations:
        yield "affiliation", affiliation.span
    for spot in record.places:
        yield from (("place", span) for span in spot.mentions)
    yield from (("time", time.span) for time in record.times)
    for mention in record.mentions:
        yield "sentence", mention.sentence
        yield "trigger", mention.trigger
    for quotation in record.quotations:
        yield from (
            ("quotation", span) for part in (quotation.source, quotation.cue, quotation.content) for span in part
        )
    yield from (("skipped", skip.span) for skip in record.skipped)


def span_faults(record: Record) -> Iterator[str]:
    """Spans that are empty or not in the text."""
    size = len(record.story.text)
    for what, (start, end) in spans(record):
        if not 0 <= start < end <= size:
            yield f"{what}: {(start, end)} is not in the text"


def text_faults(record: Record) -> Iterator[str]:
    """Spans that do not give the text beside them."""
    text = record.story.text
    parts: list[tuple[str, Participant | End | Argument]] = []
    for mention in record.mentions:
        parts += [("participant", part) for part in mention.participants]
    for triple in record.triples:
        parts.append(("subject", triple.subject))
        parts += [] if triple.object is None else [("object", triple.object)]
        parts += [("argument", argument) for argument in triple.arguments]
        if " ".join(text[a:b] for a, b in triple.relation.spans) != triple.relation.text:
            yield f"relation: {triple.relation.spans} do not give {triple.relation.text!r}"
    for what, part in parts:
        start, end = part.span
        if not 0 <= start < end <= len(text) or text[start:end] != part.text:
            yield f"{what}: {part.span} does not give {part.text!r}"


def id_faults(record: Record) -> Iterator[str]:
    """Ids that lead nowhere, or that two things share."""
    actors = {actor.id for actor in record.actors}
    events = {event.id for event in record.events}
    mentions = {mention.id for mention in record.mentions}
    for what, ids, things in (
        ("actors", actors, record.actors),
        ("events", events, record.events),
        ("mentions", mentions, record.mentions),
    ):
        if len(ids) != len(things):
            yield f"{what}: two share an id"
    used: list[tuple[str, str | None, set[str]]] = []
    for mention in record.mentions:
        used.append(("mention.event", mention.event, events))
        used.append(("mention.said_by", mention.said_by, actors))
        used += [("participant", part.actor, actors) for part in mention.participants]
    for triple in record.triples:
        used.append(("triple.mention", triple.mention, mentions))
        used.append(("triple.said_by", triple.said_by, actors))
        ends = [triple.subject, *([] if triple.object is None else [triple.object])]
        used += [("end of a triple", end.id, actors | events) for end in ends]
    used += [("speaker", quotation.speaker, actors) for quotation in record.quotations]
    for what, own, known in used:
        if own is not None and own not in known:
            yield f"{what}: {own} leads nowhere"
