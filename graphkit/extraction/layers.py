"""What each step of extraction hands to the next, in token indices of the one `Doc` of a story.

parse → times, quotations → actors → clauses → events (types, places, factuality) → record.
Ranges are half-open. Only `assemble` turns tokens into character spans.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc

from graphkit.model import ActorKind, Certainty, Polarity, Precision, Span, Tense, Voice


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase (or clause used as one): its head token and its half-open range of tokens."""

    head: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Oblique:
    """A phrase that hangs on a clause beside subject and object.

    `role` is one of time, place, addressee, recipient, beneficiary, destination, origin, instrument, companion, topic,
    purpose, cause, manner, attribution, agent, other; `marker` the preposition's token, None where there is none.
    """

    role: str
    phrase: Phrase
    marker: int | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """Who did what: one fact, once.

    Attributes
    ----------
    trigger
        Token of the content word: "offer" in "made an offer", "endorse" in "declined to endorse".
    chain
        Tokens from the outermost governing verb to the trigger ("declined", "endorse"); the trigger is last.
    relation
        Tokens of the relation in text order: auxiliaries, negation, verbs, particle, governing preposition.
    predicate
        Lemmas of the chain's content words with particle and preposition: "decline to endorse", "call for".
    subject, object
        As they stand in the text (word order, not logic): `voice` says which way they point.
    negated, hypothetical
        As read through the whole chain; hypothetical is not real at story time.
    confidence
        0 to 1; `rule` names the construction that fired.
    """

    trigger: int
    chain: tuple[int, ...]
    relation: tuple[int, ...]
    predicate: str
    subject: Phrase
    object: Phrase | None
    voice: Voice = "active"
    obliques: tuple[Oblique, ...] = ()
    negated: bool = False
    hypothetical: bool = False
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """A clause that gave nothing, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: who (`source`, a noun phrase), by which tokens (`cue`), which stretches (`content`, token ranges).

    `saying` is true where the source utters the content ("said that"), false for attitudes ("criticized the plan").
    """

    source: Phrase | None
    cue: tuple[int, ...]
    content: tuple[tuple[int, int], ...]
    direct: bool = False
    saying: bool = True
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: token range, character span, TIMEX3 type and value, first and last day."""

    start: int
    end: int
    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    from_: str | None = None
    to: str | None = None
    precision: Precision | None = None


@dataclass(frozen=True, slots=True)
class ChainMention:
    """One mention of an actor: the phrase, and how it refers."""

    phrase: Phrase
    form: Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Role:
    """A title or role of a chain: the tokens of the title, and the chain it is held with (index), if known."""

    start: int
    end: int
    with_: int | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """An actor of the story: its mentions in text order, the first of form "name" where there is one."""

    name: str
    kind: ActorKind
    mentions: tuple[ChainMention, ...]
    aliases: tuple[str, ...] = ()
    country: str | None = None
    wikidata: str | None = None
    number: Literal["singular", "plural"] | None = None
    gender: Literal["female", "male", "neuter"] | None = None
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Actors:
    """Who is in the story: chains, what each head token refers to, and pronouns or nominals that stayed open.

    Attributes
    ----------
    by_head
        Head token of a mention → index of its chain.
    several
        Head token of a plural mention ("they", "the two leaders") → indices of the chains it stands for.
    names
        Head token of a pronoun or definite description that stands for no actor → the phrase it stands for
        ("it", "the plan" → a phrase of the text).
    open
        Head tokens of pronouns that could not be resolved.
    """

    chains: tuple[Chain, ...] = ()
    by_head: dict[int, int] = field(default_factory=dict)
    several: dict[int, tuple[int, ...]] = field(default_factory=dict)
    names: dict[int, Phrase] = field(default_factory=dict)
    open: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the story: what it is, and the token ranges that name it."""

    name: str
    mentions: tuple[tuple[int, int], ...]
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    precision: Literal["city", "region", "country"] | None = None


@dataclass(frozen=True, slots=True)
class Factuality:
    """Did it happen, as FactBank and GRaSP ask it."""

    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    tense: Tense = "past"

    @property
    def hypothetical(self) -> bool:
        """Not real at story time: planned, possible, demanded, conditional."""
        return self.certainty == "possible" or self.tense == "future"


@dataclass(frozen=True, slots=True)
class TypeDecision:
    """What kind of act: PLOVER type (or STATEMENT, ATTEND, OTHER), None where it is no event; `trace` says why."""

    type: str | None
    mode: str | None = None
    context: tuple[str, ...] = ()
    trace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """A participant of an event mention in its logical role."""

    role: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event expressed in the text, by a clause (`clause` is its index) or by a noun (`clause` is None).

    `start`, `end` is the token range of the trigger (several tokens for a named event); `head` its head token.
    `phrase` is the noun phrase of a nominal mention.
    """

    head: int
    start: int
    end: int
    predicate: str
    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    clause: int | None = None
    phrase: Phrase | None = None
    participants: tuple[RolePhrase, ...] = ()
    factuality: Factuality = Factuality()
    confidence: float = 1.0
    rule: str = ""
    trace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventChain:
    """An event of the story: indices of its mentions, its name where it has one."""

    mentions: tuple[int, ...]
    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    name: str | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Events:
    """All event mentions of a story in text order, and which of them are one event."""

    mentions: tuple[EventMention, ...] = ()
    chains: tuple[EventChain, ...] = ()


def char_span(doc: Doc, start: int, end: int) -> Span:
    """Character span of a half-open range of tokens, without surrounding white space."""
    while start < end - 1 and doc[start].is_space:
        start += 1
    while end - 1 > start and doc[end - 1].is_space:
        end -= 1
    last = doc[end - 1]
    return doc[start].idx, last.idx + len(last)


def runs(tokens: Iterable[int]) -> list[tuple[int, int]]:
    """Half-open ranges that the sorted token indices make up.

    Examples
    --------
    >>> runs([4, 2, 3, 7])
    [(2, 5), (7, 8)]
    """
    out: list[tuple[int, int]] = []
    for i in sorted(set(tokens)):
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out
