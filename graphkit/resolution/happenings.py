"""The events of all records as resolution looks at them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphkit.model import Event, Mention, Record, Span
from graphkit.resolution.lexicon import family, known, listed, meanings, rarity
from graphkit.resolution.names import Person, fold
from graphkit.resolution.stories import Bag, normal

_OPEN = frozenset({"OTHER", "STATEMENT", "ATTEND"})
_UNDERGOES = frozenset({"recipient", "victim", "beneficiary", "object"})
_WORDS = 8
_SURE = ("clause", "event")  # where the date of an event is its own
_NEAR = 120  # characters on each side of a trigger
_RARE = 0.3
_WORD = re.compile(r"\w+")


class Happening(NamedTuple):
    """An event of a record."""

    story: int
    event: Event
    families: frozenset[str]
    meanings: frozenset[int]
    generic: bool  # its words tell nothing without its participants
    saying: bool
    doers: frozenset[int]  # clusters of actors
    undergoers: frozenset[int]
    people: frozenset[Person]  # full names of people it is done to, or who leave or die
    things: frozenset[str]  # rare words of what it is done to
    context: Bag  # rare words beside its words
    kind: str | None  # type and mode where they tell something
    name: str | None  # folded, of a named event
    dates: tuple[str | None, str | None]
    place: str | None
    told: str | None  # day of the story


def happenings_of(
    records: Sequence[Record], actor_of: Mapping[tuple[int, str], int], people: Mapping[tuple[int, str], Person]
) -> list[Happening]:
    """All events in the order of the records.

    Parameters
    ----------
    actor_of
        (index of the record, actor id) → cluster of the actor.
    people
        (index of the record, actor id) → full name, of people who have one in their story.
    """
    found = []
    for story, record in enumerate(records):
        mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in record.mentions:
            mentions[mention.event].append(mention)
        places = {place.id: place for place in record.places}
        days = _days_of_ends(record)
        for event in record.events:
            own = _own(event, mentions[event.id])
            doers, undergoers, things = _ends(story, own, actor_of)
            place = places.get(event.place or "")
            found.append(
                Happening(
                    story,
                    event,
                    *_words(record.story.text, own),
                    frozenset(doers),
                    frozenset(undergoers),
                    _victims(story, own, people),
                    frozenset(things),
                    _context(record.story.text, own),
                    None if event.type in _OPEN else f"{event.type}/{event.mode or ''}",
                    fold(event.name) if event.named else None,
                    _dates(record.story.text, event, own, days),
                    None if place is None else (place.country or place.name),
                    record.story.published,
                )
            )
    return found


def _days_of_ends(record: Record) -> list[tuple[Span, str]]:
    """Whom or what the dated events of a record are of, each with the day."""
    dated = {e.id: e.date_from for e in record.events if e.date_source in _SURE and e.date_from == e.date_to}
    doing = (mention for mention in record.mentions if mention.type != "STATEMENT")
    ends = ((end.span, dated.get(mention.event)) for mention in doing for end in mention.participants)
    return [(span, day) for span, day in ends if day is not None]


def _dates(text: str, event: Event, own: list[Mention], ends: list[tuple[Span, str]]) -> tuple[str | None, str | None]:
    """The event's dates; where it has none, the day of what it is told to do: "the quake" that shook it on Monday."""
    if event.date_from and event.date_source in _SURE:
        return event.date_from, event.date_to
    triggers = [mention.trigger for mention in own]
    near = {
        day
        for (start, end), day in ends
        for first, last in triggers
        if start <= first and last <= end and " of " not in text[start:first]
    }
    return (min(near), min(near)) if len(near) == 1 else (None, None)


def _own(event: Event, mentions: list[Mention]) -> list[Mention]:
    """Mentions that tell the event itself, not those that speak about it."""
    return [m for m in mentions if m.type == event.type] or mentions


def _words(text: str, mentions: list[Mention]) -> tuple[frozenset[str], frozenset[int], bool, bool]:
    """Families, groups of synonyms, whether all are generic, whether all are of saying."""
    generic = listed("generic")
    heads = {_head(mention.predicate.lower().split(), text[slice(*mention.trigger)].lower()) for mention in mentions}
    saying = listed("saying")
    telling = {family(word) for word in heads if word not in generic}
    phrases = {phrase for mention in mentions for phrase in _phrases(mention) if phrase in known()}
    families = frozenset(telling | phrases or {family(word) for word in heads})
    groups = frozenset(group for own in telling | phrases for group in meanings(own))
    return families, groups, not (telling or phrases), all(word in saying for word in heads)


def _victims(story: int, mentions: list[Mention], people: Mapping[tuple[int, str], Person]) -> frozenset[Person]:
    """Full names of those it is done to, or who leave or die."""
    every = [end for mention in mentions for end in mention.participants]
    ends = [end for end in every if end.role in _UNDERGOES]
    if not ends and all(mention.type == "RETREAT" or family(mention.predicate) == "die" for mention in mentions):
        ends = [end for end in every if end.role == "actor"]
    return frozenset(people[story, end.actor] for end in ends if end.actor and (story, end.actor) in people)


def _head(words: list[str], trigger: str) -> str:
    """The word that tells what happens: of "plan to visit" the second verb where the trigger is that."""
    if "to" in words[1:-1]:
        inner = words[words.index("to", 1) + 1]
        if trigger[:3] == inner[:3] or words[0] in listed("generic"):
            return inner
    return words[0]


def _phrases(mention: Mention) -> list[str]:
    """A verb with its particle or with the last word of its object: step_down, open_fire."""
    words = mention.predicate.lower().split()
    objects = [fold(end.text).split()[-1:] for end in mention.participants if end.role in _UNDERGOES and not end.actor]
    return ["_".join(words[:2]), *(f"{words[0]}_{last}" for own in objects for last in own)]


def _context(text: str, mentions: list[Mention]) -> Bag:
    """Rare words of the sentence within some characters of the triggers, each by its weight."""
    weights: dict[str, float] = {}
    for mention in mentions:
        (start, end), (first, last) = mention.trigger, mention.sentence
        near = f"{text[max(first, start - _NEAR) : start]} {text[end : min(last, end + _NEAR)]}"
        for word in _WORD.findall(near.casefold()):
            if len(word) > 2 and (weight := rarity(word)) > _RARE:
                weights[word] = weight * weight
    return normal(weights)


def _ends(
    story: int, mentions: list[Mention], actor_of: Mapping[tuple[int, str], int]
) -> tuple[set[int], set[int], set[str]]:
    """Clusters of those who do it and whom it is done to, and rare words of things it is done to."""
    doers: set[int] = set()
    undergoers: set[int] = set()
    things: set[str] = set()
    for mention in mentions:
        for end in mention.participants:
            cluster = actor_of.get((story, end.actor)) if end.actor else None
            if cluster is not None:
                (undergoers if end.role in _UNDERGOES else doers).add(cluster)
            elif end.role in _UNDERGOES:
                things.update(w for w in fold(end.text).split()[:_WORDS] if len(w) > 2 and rarity(w) > 0.4)
    return doers, undergoers, things
