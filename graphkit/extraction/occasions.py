"""Dates and places that an event has from its occasion: the summit it was said at, the speech, the scene."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from graphkit.extraction.dating import Dated, DateSource
from graphkit.extraction.layers import Actors, Clause, EventMention, Events, Timex
from graphkit.extraction.listed import listed
from graphkit.extraction.quotations.speakers import Speakers

RANK = {"clause": 0, "sentence": 1, "event": 2, "publication": 3}
MOST = 20  # obliques of a clause that are looked at
UNDATED: Dated = (None, None)


@dataclass(frozen=True, slots=True)
class Setting:
    """When and where, as far as known: a date with its source, the index of a place."""

    date: Dated = UNDATED
    place: int | None = None


def carried(
    doc: Doc,
    clauses: Sequence[Clause],
    actors: Actors,
    events: Events,
    *,
    speakers: Speakers,
    dates: Sequence[Dated],
    places: Sequence[int | None],
    sentences: Sequence[tuple[int, int]],
) -> tuple[list[Dated], list[int | None]]:
    """Dates and places of all event mentions, completed from the occasions that they belong to.

    A mention that lacks one takes it from a mention of the same event; from the event that its clause names ("said at a
    summit in X"); a saying from the other sayings of its speaker; a deed from the sentence before, where the same actor
    does something on a day in the same paragraph. What a mention says itself is never changed, except that a day
    taken from the publication gives way. Carried dates have the source "event".

    Parameters
    ----------
    speakers
        Who says what stands where, for the "we" of "We propose a truce".
    dates, places
        What each mention of `events` says itself, from `dating.date_of` and `places.place_of`.
    sentences
        Range of tokens of each mention's sentence.
    """
    settings = [Setting(date, place) for date, place in zip(dates, places, strict=True)]
    _same_event(events, settings)
    _named_event(clauses, events, settings)
    speaking = [_speaker(doc, clauses, actors, speakers, mention) for mention in events.mentions]
    _sayings(speaking, settings)
    _scenes(doc, clauses, actors, events, settings, sentences)
    return [setting.date for setting in settings], [setting.place for setting in settings]


def _completed(setting: Setting, other: Setting) -> Setting:
    """The setting with what only the other knows; a publication date gives way to a day that is told."""
    date: tuple[Timex | None, DateSource] = setting.date
    told = other.date[0] is not None and other.date[1] != "publication"
    if date[0] is None and other.date[0] is not None:
        date = (other.date[0], "event" if told else "publication")
    elif date[1] == "publication" and told:
        date = (other.date[0], "event")
    return Setting(date, other.place if setting.place is None else setting.place)


def _same_event(events: Events, settings: list[Setting]) -> None:
    for chain in events.chains:
        if len(chain.mentions) > 1:
            whole = _whole([settings[i] for i in chain.mentions])
            for i in chain.mentions:
                settings[i] = _completed(settings[i], whole)


def _whole(settings: Sequence[Setting]) -> Setting:
    """Best date and first place of several mentions of one event."""
    dated = [setting.date for setting in settings if setting.date[0] is not None]
    date = min(dated, key=lambda date: RANK.get(date[1] or "", 9), default=UNDATED)
    return Setting(date, next((setting.place for setting in settings if setting.place is not None), None))


def _named_event(clauses: Sequence[Clause], events: Events, settings: list[Setting]) -> None:
    """A clause takes part in the event that it names: "addressed the summit", "said at the summit"."""
    by_head = {mention.head: i for i, mention in enumerate(events.mentions) if mention.clause is None}
    for i, mention in enumerate(events.mentions):
        if mention.clause is None:
            continue
        clause = clauses[mention.clause]
        heads = [
            oblique.phrase.head for oblique in clause.obliques[:MOST] if oblique.role in ("time", "place", "other")
        ]
        if clause.object is not None and mention.predicate.split(" ")[0] in listed("holding"):
            heads.append(clause.object.head)
        for head in heads:
            if head in by_head:
                settings[i] = _completed(settings[i], settings[by_head[head]])


def _speaker(
    doc: Doc, clauses: Sequence[Clause], actors: Actors, speakers: Speakers, mention: EventMention
) -> int | None:
    """Who says it, where the mention is a saying that took place; None for all else."""
    if mention.clause is None or mention.factuality.tense == "future" or mention.factuality.polarity == "negative":
        return None
    clause = clauses[mention.clause]
    if doc[clause.trigger].lemma_ not in listed("speaking") or clause.hypothetical or len(clause.chain) > 1:
        return None
    told = actors.by_head.get(clause.subject.head)
    if told is None and doc[clause.subject.head].lower_ in ("i", "we"):
        told = next((actors.by_head.get(head) for head in reversed(speakers.said_by(clause.trigger))), None)
    return told


def _told(setting: Setting) -> bool:
    """Whether the text says the date."""
    return setting.date[0] is not None and setting.date[1] != "publication"


def _sayings(speaking: Sequence[int | None], settings: list[Setting]) -> None:
    """One speaker's sayings are of one occasion until another day is told; the first told day is that of the lead."""
    last: dict[int, Setting] = {}
    first: dict[int, Setting] = {}
    for speaker, setting in zip(speaking, settings, strict=True):
        if speaker is not None and _told(setting) and speaker not in first:
            first[speaker] = setting
    for i, speaker in enumerate(speaking):
        if speaker is None:
            continue
        before = last.get(speaker) or first.get(speaker, Setting())
        if before.date[0] is not None and before.date[0].precision != "day":
            before = Setting()  # what was said some time in a year is no occasion
        same_day = not _told(settings[i]) or before.date[0] is None or settings[i].date[0].value == before.date[0].value  # type: ignore[union-attr]
        if same_day:
            settings[i] = _completed(settings[i], before)
        last[speaker] = settings[i]


def _scenes(
    doc: Doc,
    clauses: Sequence[Clause],
    actors: Actors,
    events: Events,
    settings: list[Setting],
    sentences: Sequence[tuple[int, int]],
) -> None:
    """The deed after a deed: same actor, next sentence, same paragraph, simple past."""
    last: tuple[int, int, Setting] | None = None  # actor, end of its sentence, setting
    for i, mention in enumerate(events.mentions):
        if mention.clause is None:
            continue
        verb = doc[clauses[mention.clause].chain[0]]
        actor = actors.by_head.get(clauses[mention.clause].subject.head)
        if actor is None or verb.tag_ != "VBD" or verb.dep_ not in ("ROOT", "conj", "advcl"):
            continue
        start, end = sentences[i]
        if last is not None and last[0] == actor and last[1] in (start, end):
            newline = start > 0 and "\n" in doc[start - 1].text
            if not newline:
                settings[i] = _completed(settings[i], last[2])
        time, source = settings[i].date
        if time is not None and time.precision == "day" and source != "publication":
            last = (actor, end, settings[i])
