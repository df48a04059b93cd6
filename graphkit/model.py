"""The words of graphkit as data: stories, records and what a record holds.

Everything here is frozen and compares by value. The types are `msgspec.Struct`, which is a frozen dataclass that also
reads and writes JSON and says where a file is wrong. Character offsets are code points of ``story.text``, half-open.
Nothing in this module imports anything of ours.
"""

import hashlib
from collections.abc import Iterable
from typing import Any, Literal

import msgspec

Span = tuple[int, int]
"""``(start, end)`` in code points of the story's text, half-open."""

ActorKind = Literal["person", "organization", "state", "group"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
Tense = Literal["past", "present", "future"]
Voice = Literal["active", "passive"]
Precision = Literal["day", "week", "month", "season", "quarter", "year", "decade", "interval"]
Quoted = Literal["direct", "indirect", "none"]
Verdict = Literal["same", "different", "unsure", "undo"]

ID_LETTERS = {"story": "s", "mention": "m", "actor": "a", "event": "e", "place": "p"}


def identity(kind: str, *parts: object) -> str:
    """Identifier of a thing: a letter and 16 hexadecimal digits of a SHA-256 over its length-prefixed parts.

    Parameters
    ----------
    kind
        One of ``story``, ``mention``, ``actor``, ``event``, ``place``.
    *parts
        What the identity is over; ``None`` counts as the empty string, everything else as its ``str``.

    Examples
    --------
    >>> identity("story", "ab", "c") == identity("story", "a", "bc")
    False
    >>> identity("actor", "x")[0], len(identity("actor", "x"))
    ('a', 17)
    """
    digest = hashlib.sha256()
    for part in parts:
        data = ("" if part is None else str(part)).encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return ID_LETTERS[kind] + digest.hexdigest()[:16]


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all types here: frozen, keyword-only, equal by value, hashable."""


class Story(Frozen, frozen=True, kw_only=True):
    """One news item: its text exactly as read and what is known of where it comes from."""

    id: str
    title: str | None
    text: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO day, 2025-11-27
    language: str | None = None  # ISO 639-1
    source: str | None = None  # the file
    source_id: str | None = None  # the id it came with
    offset: int | None = None  # where the text begins in a .txt file, in code points


def make_story(
    text: str,
    *,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    language: str | None = None,
    source: str | None = None,
    source_id: str | None = None,
    offset: int | None = None,
) -> Story:
    """Story with its identity, which is over publisher, url, published, title and text alone.

    Examples
    --------
    >>> make_story("Oslo voted.", source="a.txt").id == make_story("Oslo voted.", source="b.txt").id
    True
    """
    return Story(
        id=identity("story", publisher, url, published, title, text),
        title=title,
        text=text,
        url=url,
        publisher=publisher,
        published=published,
        language=language,
        source=source,
        source_id=source_id,
        offset=offset,
    )


class ActorMention(Frozen, frozen=True, kw_only=True):
    """One place where a story speaks of an actor; `head` is the span of the head word."""

    span: Span
    head: Span
    form: Literal["name", "nominal", "pronoun"]


class Actor(Frozen, frozen=True, kw_only=True):
    """A coreference chain of one story: a person, organisation, state or group."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    country: str | None = None  # ISO 3166-1 alpha-2
    wikidata: str | None = None
    number: Literal["singular", "plural"] | None = None
    gender: Literal["female", "male", "neuter"] | None = None
    mentions: tuple[ActorMention, ...] = ()


class Affiliation(Frozen, frozen=True, kw_only=True, rename={"with_": "with"}):
    """A role of an actor ("the president of Y"): `title` verbatim, `with_` the id of the other actor."""

    actor: str
    title: str
    with_: str | None
    span: Span


class Place(Frozen, frozen=True, kw_only=True):
    """A place of a story; without coordinates where it could not be decided."""

    id: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    precision: Literal["city", "region", "country"] | None = None
    mentions: tuple[Span, ...] = ()


class Time(Frozen, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A time expression: TIMEX3 type and value, and the days it covers (both ends included)."""

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    from_: str | None = None
    to: str | None = None
    precision: Precision | None = None


class Event(Frozen, frozen=True, kw_only=True):
    """What a story tells of, once, however many mentions it has there."""

    id: str
    name: str
    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    named: bool = False
    date_from: str | None = None
    date_to: str | None = None
    date_precision: Precision | None = None
    date_source: Literal["clause", "sentence", "event", "publication"] | None = None
    place: str | None = None  # id of a place
    mentions: tuple[str, ...] = ()


class Participant(Frozen, frozen=True, kw_only=True):
    """An end of a mention in its logical role, whatever the word order."""

    role: str
    actor: str | None
    text: str
    span: Span


class Mention(Frozen, frozen=True, kw_only=True):
    """One place in a story where an event is expressed, with what is said of its reality and by whom."""

    id: str
    event: str
    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    sentence: Span
    trigger: Span
    predicate: str
    participants: tuple[Participant, ...] = ()
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    tense: Tense = "past"
    said_by: str | None = None  # the innermost speaker
    said_chain: tuple[str, ...] = ()  # all speakers, outermost first
    quoted: Quoted = "none"
    confidence: float = 1.0
    rule: str = ""


class End(Frozen, frozen=True, kw_only=True):
    """Subject or object of a triple: `text` verbatim, `name` what it stands for."""

    kind: Literal["actor", "event", "thing"]
    id: str | None
    name: str
    text: str
    span: Span
    resolved: bool = True


class Relation(Frozen, frozen=True, kw_only=True):
    """The words between the ends: `text` is the pieces at `spans` joined by one space."""

    type: str
    predicate: str
    text: str
    spans: tuple[Span, ...]


class Argument(Frozen, frozen=True, kw_only=True):
    """An oblique of a clause: a time, a place, an instrument."""

    role: str
    text: str
    span: Span


class Triple(Frozen, frozen=True, kw_only=True):
    """Actor, relation, event or actor or thing: what people look at. Words stay in text order."""

    subject: End
    relation: Relation
    object: End | None
    voice: Voice = "active"
    arguments: tuple[Argument, ...] = ()
    mention: str | None = None
    negated: bool = False
    hypothetical: bool = False
    said_by: str | None = None
    date: str | None = None
    place: str | None = None


class Quotation(Frozen, frozen=True, kw_only=True):
    """Who is quoted (`source`), by which words (`cue`), saying what (`content`): lists of spans."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None = None
    direct: bool = False
    rule: str = ""


class Skipped(Frozen, frozen=True, kw_only=True):
    """A clause that gives no triple, and why."""

    span: Span
    reason: str


class Record(Frozen, frozen=True, kw_only=True):
    """All that extraction says of one story. It depends on text, metadata and version alone."""

    version: str
    story: Story
    actors: tuple[Actor, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    mentions: tuple[Mention, ...] = ()
    triples: tuple[Triple, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class Why(Frozen, frozen=True, kw_only=True):
    """What held two members together: their indices, the rule, its score and the values that caused it."""

    members: tuple[int, int]
    rule: str
    score: float
    values: dict[str, Any] = {}


class Resolved(Frozen, frozen=True, kw_only=True):
    """An actor or event across stories, or a cluster of near-duplicate stories: a line of ``resolution.jsonl``."""

    kind: Literal["actor", "event", "story"]
    id: str
    name: str | None = None
    members: tuple[tuple[str, str | None], ...] = ()
    why: tuple[Why, ...] = ()


class Judgement(Frozen, frozen=True, kw_only=True):
    """A line of ``decisions.jsonl``: what somebody decided of two members, each ``[story id, span, name]``."""

    verdict: Verdict
    kind: Literal["actor", "event"]
    a: tuple[str, Span, str]
    b: tuple[str, Span, str]
    by: str | None = None
    at: str | None = None
    why: str | None = None


_encoder = msgspec.json.Encoder()


def encode(thing: Frozen) -> bytes:
    """One line of JSON, UTF-8, without the line feed; the same thing gives the same bytes.

    Examples
    --------
    >>> encode(Participant(role="actor", actor=None, text="a", span=(0, 1)))
    b'{"role":"actor","actor":null,"text":"a","span":[0,1]}'
    """
    return _encoder.encode(thing)


def encode_lines(things: Iterable[Frozen]) -> bytes:
    """JSON Lines of the things, in their order."""
    return b"".join(encode(thing) + b"\n" for thing in things)
