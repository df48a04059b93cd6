"""The ids of what was found in a story, and what stands where: the ground that records and triples are built on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from graphkit.extraction.gazetteer import word_list
from graphkit.extraction.layers import (
    Actors,
    Clause,
    EventChain,
    Events,
    Phrase,
    Quote,
    Skip,
    Spot,
    Timex,
    char_span,
)
from graphkit.extraction.quotations import Speakers
from graphkit.model import Span, Story, identity


@dataclass(frozen=True)
class Layers:
    """Everything that the steps found in one story, and the doc it was found in."""

    doc: Doc
    times: Sequence[Timex]
    quotes: Sequence[Quote]
    clauses: Sequence[Clause]
    skips: Sequence[Skip]
    actors: Actors
    spots: Sequence[Spot]
    events: Events
    speakers: Speakers
    dates: Sequence[tuple[Timex | None, str | None]]
    """Of each event mention: its time, and where that was said."""
    places: Sequence[int | None]
    """Of each event mention: the spot where it happened."""
    sentences: Sequence[tuple[int, int]]
    """Of each event mention: its sentence, a range of tokens."""


def phrase_span(doc: Doc, phrase: Phrase) -> Span:
    """Character span of a phrase."""
    return char_span(doc, phrase.start, phrase.end)


class Found:
    """What the steps found in one story, with the ids that its parts refer to."""

    def __init__(self, story: Story, layers: Layers) -> None:
        self.story, self.layers, self.doc = story, layers, layers.doc
        self.actor_ids = [
            identity("actor", story.id, chain.kind, *phrase_span(self.doc, chain.mentions[0].phrase))
            for chain in layers.actors.chains
        ]
        self.place_ids = [self.place_id(spot) for spot in layers.spots]
        self.mention_spans = [char_span(self.doc, m.start, m.end) for m in layers.events.mentions]
        self.mention_ids = [
            identity("mention", story.id, *span, mention.predicate)
            for span, mention in zip(self.mention_spans, layers.events.mentions, strict=True)
        ]
        self.chains, self.event_of = apart(layers.events.chains, self.mention_spans)
        self.event_ids = [
            identity("event", story.id, "event", *self.mention_spans[chain.mentions[0]]) for chain in self.chains
        ]
        self.by_clause: dict[int, int] = {}
        self.nominal: dict[int, int] = {}
        heads: dict[int, int] = {}
        for i, mention in enumerate(layers.events.mentions):
            heads.setdefault(mention.head, i)
            if mention.clause is not None:
                self.by_clause.setdefault(mention.clause, i)
            else:
                self.nominal.setdefault(mention.head, i)
        for n, clause in enumerate(layers.clauses):
            if n not in self.by_clause and clause.trigger in heads:
                self.by_clause[n] = heads[clause.trigger]

    def text(self, span: Span) -> str:
        """Slice of the story, not of the prepared text."""
        return self.story.text[span[0] : span[1]]

    def place_id(self, spot: Spot) -> str:
        """Identity of a place: GeoNames id, else country and folded name."""
        if spot.geonames_id is not None:
            return identity("place", spot.geonames_id)
        return identity("place", spot.country, spot.name.casefold())

    def speaker_chain(self, token: int) -> tuple[str, ...]:
        """Actors who say what stands at a token, outermost first; speakers who are no actors are left out."""
        chains = (self.teller(head) for head in self.layers.speakers.said_by(token))
        return tuple(self.actor_ids[chain] for chain in chains if chain is not None)

    def teller(self, head: int) -> int | None:
        """Chain of a speaker; of a paper, whose it is: "a statement from the company", "a ministry statement"."""
        chain = self.layers.actors.by_head.get(head)
        noun = self.doc[head]
        if chain is not None or noun.lemma_ not in word_list("papers"):
            return chain
        behind = (k for of in noun.children if of.lower_ in ("of", "from", "by") for k in of.children)
        owners = (*(k for k in noun.children if k.dep_ in ("poss", "compound", "nmod")), *behind)
        return next((found for k in owners if (found := self.layers.actors.by_head.get(k.i)) is not None), None)

    def chains_of(self, head: int) -> tuple[int, ...]:
        """Chains that a head token stands for: none, one, or several for a plural."""
        actors = self.layers.actors
        if head in actors.by_head:
            return (actors.by_head[head],)
        return actors.several.get(head, ())


def apart(chains: Sequence[EventChain], triggers: Sequence[Span]) -> tuple[list[EventChain], dict[int, int]]:
    """Chains of which no two have a trigger in common, and the chain of each mention.

    A word can be about two events ("comments on the seizures and the killing"); it is a mention of the first.
    """
    owner: dict[Span, int] = {}
    kept: list[EventChain] = []
    for chain in chains:
        own = tuple(i for i in chain.mentions if triggers[i] not in owner)
        if own:
            owner.update((triggers[i], len(kept)) for i in own)
            kept.append(replace(chain, mentions=own))
    return kept, {i: owner[trigger] for i, trigger in enumerate(triggers)}
