"""Layers → record: tokens become spans, chains become actors, clauses become triples.

Nothing is decided here about language; this is the only place that knows both tokens and records.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec
from spacy.tokens import Doc

from graphkit import model
from graphkit.extraction.clauses.words import SAY_RULE, is_indefinite
from graphkit.extraction.layers import (
    Actors,
    Clause,
    EventChain,
    EventMention,
    Events,
    Phrase,
    Quote,
    Skip,
    Spot,
    Timex,
    char_span,
    runs,
)
from graphkit.extraction.quotations import Speakers
from graphkit.model import End, Record, Span, Story, identity


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


class Assembler:
    """Builds the record of one story; holds the ids that its parts refer to."""

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

    def record(self, version: str) -> Record:
        """The whole record."""
        layers = self.layers
        return Record(
            version=version,
            story=self.story,
            actors=tuple(self.actors()),
            affiliations=tuple(self.affiliations()),
            places=tuple(self.places()),
            times=tuple(
                model.Time(span=t.span, type=t.type, value=t.value, from_=t.from_, to=t.to, precision=t.precision)
                for t in layers.times
            ),
            events=tuple(self.events()),
            mentions=tuple(self.mentions()),
            triples=tuple(self.triples()),
            quotations=tuple(self.quotation(quote) for quote in layers.quotes),
            skipped=tuple(
                model.Skipped(span=char_span(self.doc, s.start, s.end), reason=s.reason) for s in layers.skips
            ),
        )

    def text(self, span: Span) -> str:
        """Slice of the story, not of the prepared text."""
        return self.story.text[span[0] : span[1]]

    def place_id(self, spot: Spot) -> str:
        """Identity of a place: GeoNames id, else country and folded name."""
        if spot.geonames_id is not None:
            return identity("place", spot.geonames_id)
        return identity("place", spot.country, spot.name.casefold())

    # -- actors and places ------------------------------------------------------------------------

    def actors(self) -> list[model.Actor]:
        """Coreference chains as actors."""
        found = []
        for own, chain in zip(self.actor_ids, self.layers.actors.chains, strict=True):
            mentions = []
            for m in chain.mentions:
                head = self.doc[m.phrase.head]
                mentions.append(
                    model.ActorMention(
                        span=phrase_span(self.doc, m.phrase), head=(head.idx, head.idx + len(head)), form=m.form
                    )
                )
            found.append(
                model.Actor(
                    id=own,
                    name=chain.name,
                    kind=chain.kind,
                    aliases=chain.aliases,
                    country=chain.country,
                    wikidata=chain.wikidata,
                    number=chain.number,
                    gender=chain.gender,
                    mentions=tuple(mentions),
                )
            )
        return found

    def affiliations(self) -> list[model.Affiliation]:
        """Titles and roles of the actors."""
        found = []
        for own, chain in zip(self.actor_ids, self.layers.actors.chains, strict=True):
            for role in chain.roles:
                span = char_span(self.doc, role.start, role.end)
                with_ = None if role.with_ is None else self.actor_ids[role.with_]
                found.append(model.Affiliation(actor=own, title=self.text(span), with_=with_, span=span))
        return found

    def places(self) -> list[model.Place]:
        """Places, one for each identity."""
        found: dict[str, model.Place] = {}
        for own, spot in zip(self.place_ids, self.layers.spots, strict=True):
            spans = tuple(char_span(self.doc, a, b) for a, b in spot.mentions)
            if own in found:
                spans = tuple(sorted({*found[own].mentions, *spans}))
            found[own] = model.Place(
                id=own,
                name=spot.name,
                country=spot.country,
                lat=spot.lat,
                lon=spot.lon,
                geonames_id=spot.geonames_id,
                precision=spot.precision,
                mentions=spans,
            )
        return list(found.values())

    def quotation(self, quote: Quote) -> model.Quotation:
        """Quotation with its speaker where that is an actor."""
        chain = None if quote.source is None else self.layers.actors.by_head.get(quote.source.head)
        return model.Quotation(
            source=() if quote.source is None else (phrase_span(self.doc, quote.source),),
            cue=tuple(char_span(self.doc, a, b) for a, b in runs(quote.cue)),
            content=tuple(char_span(self.doc, a, b) for a, b in quote.content),
            speaker=None if chain is None else self.actor_ids[chain],
            direct=quote.direct,
            rule=quote.rule,
        )

    # -- events -----------------------------------------------------------------------------------

    def speaker_chain(self, token: int) -> tuple[str, ...]:
        """Actors who say what stands at a token, outermost first; speakers who are no actors are left out."""
        chains = (self.layers.actors.by_head.get(head) for head in self.layers.speakers.said_by(token))
        return tuple(self.actor_ids[chain] for chain in chains if chain is not None)

    def participants(self, mention: EventMention) -> list[model.Participant]:
        """Participants of one event mention; a plural that stands for several actors gives one for each."""
        found = []
        for part in mention.participants:
            span = phrase_span(self.doc, part.phrase)
            for chain in self.chains_of(part.phrase.head) or (None,):
                actor = None if chain is None else self.actor_ids[chain]
                found.append(model.Participant(role=part.role, actor=actor, text=self.text(span), span=span))
        return found

    def chains_of(self, head: int) -> tuple[int, ...]:
        """Chains that a head token stands for: none, one, or several for a plural."""
        actors = self.layers.actors
        if head in actors.by_head:
            return (actors.by_head[head],)
        return actors.several.get(head, ())

    def mentions(self) -> list[model.Mention]:
        """Mentions in text order; clauses that share trigger and predicate are one mention with all participants."""
        found: dict[str, model.Mention] = {}
        for i, mention in enumerate(self.layers.events.mentions):
            own = self.mention_ids[i]
            parts = self.participants(mention)
            if own in found:
                kept = list(found[own].participants)
                parts = kept + [p for p in parts if p not in kept]
                found[own] = msgspec.structs.replace(found[own], participants=tuple(parts))
                continue
            chain = self.speaker_chain(mention.head)
            found[own] = model.Mention(
                id=own,
                event=self.event_ids[self.event_of[i]],
                type=mention.type,
                mode=mention.mode,
                context=mention.context,
                sentence=char_span(self.doc, *self.layers.sentences[i]),
                trigger=self.mention_spans[i],
                predicate=mention.predicate,
                participants=tuple(parts),
                polarity=mention.factuality.polarity,
                certainty=mention.factuality.certainty,
                tense=mention.factuality.tense,
                said_by=chain[-1] if chain else None,
                said_chain=chain,
                quoted=self.layers.speakers.quoted(mention.head),
                confidence=round(mention.confidence, 3),
                rule=mention.rule,
            )
        return list(found.values())

    def events(self) -> list[model.Event]:
        """Events of the story with date and place of the first mention that has one, said in its own clause if any."""
        found = []
        for n, chain in enumerate(self.chains):
            dated = [self.layers.dates[i] for i in chain.mentions if self.layers.dates[i][0] is not None]
            rank = {"clause": 0, "sentence": 1, "event": 2, "publication": 3}
            time, source = min(dated, key=lambda pair: rank.get(pair[1] or "", 9), default=(None, None))
            spots = [self.layers.places[i] for i in chain.mentions if self.layers.places[i] is not None]
            first = self.layers.events.mentions[chain.mentions[0]]
            found.append(
                model.Event(
                    id=self.event_ids[n],
                    name=chain.name or first.predicate,
                    type=chain.type,
                    mode=chain.mode,
                    context=chain.context,
                    named=chain.named,
                    date_from=None if time is None else time.from_,
                    date_to=None if time is None else time.to,
                    date_precision=None if time is None else time.precision,
                    date_source=source,  # type: ignore[arg-type]
                    place=self.place_ids[spots[0]] if spots and spots[0] is not None else None,
                    mentions=tuple(dict.fromkeys(self.mention_ids[i] for i in chain.mentions)),
                )
            )
        return found

    # -- triples ----------------------------------------------------------------------------------

    def triples(self) -> list[model.Triple]:
        """One triple a fact: the same ends under the same predicate are told once."""
        found: dict[tuple[object, ...], model.Triple] = {}
        for n, clause in enumerate(self.layers.clauses):
            i = self.by_clause.get(n)
            if clause.object is not None and all(
                is_indefinite(self.text(phrase_span(self.doc, p))) for p in (clause.subject, clause.object)
            ):
                continue  # "no one helped others"
            for subject in self.ends(clause.subject):
                for object_ in self.objects(clause):
                    if object_ is not None and subject.id is not None and subject.id == object_.id:
                        if not self.said_of_self(clause):
                            continue
                        object_ = End(kind="thing", id=None, name=object_.text, text=object_.text, span=object_.span)
                    triple = self.triple(clause, i, subject, object_)
                    found.setdefault(fact_key(triple), triple)
        return list(found.values())

    def said_of_self(self, clause: Clause) -> bool:
        """Whether the object tells what the subject is ("became the first woman to lead it") or is reflexive."""
        if clause.rule.startswith(("copula", "passive-naming")) or clause.predicate.endswith(" as"):
            return True
        return clause.object is not None and self.doc[clause.object.head].lower_.endswith(("self", "selves"))

    def objects(self, clause: Clause) -> Sequence[End | None]:
        """Ends of the object; none for plain speech, whose content is a claim of its own and stays an argument."""
        if clause.object is None or clause.rule == SAY_RULE:
            return [None]
        found = self.ends(clause.object)
        if self.said_of_self(clause) and len(found) == 1 and not self.doc[clause.object.head].tag_.startswith("NNP"):
            name = self.owned(clause.object)  # what somebody is, not who: "became the first woman to lead it"
            return [msgspec.structs.replace(found[0], name=name)]
        return found

    def ends(self, phrase: Phrase) -> list[End]:
        """Ends that a phrase gives: one, or one for each actor that a plural stands for."""
        span = phrase_span(self.doc, phrase)
        text = self.text(span)
        chains = self.chains_of(phrase.head)
        event = self.nominal.get(phrase.head)
        named = event is not None and self.chains[self.event_of[event]].named
        if chains and not named:
            return [
                End(kind="actor", id=self.actor_ids[c], name=self.layers.actors.chains[c].name, text=text, span=span)
                for c in chains
            ]
        if event is not None:
            chain = self.chains[self.event_of[event]]
            name = chain.name if chain.named and chain.name else self.owned(phrase)
            return [End(kind="event", id=self.event_ids[self.event_of[event]], name=name, text=text, span=span)]
        if phrase.head in self.layers.actors.names:
            return self.stands_for(self.layers.actors.names[phrase.head], text, span)
        told = self.doc[phrase.head]
        spoken = told.tag_ == "PRP" and not told.lower_.endswith(("self", "selves"))  # "I", "us": whoever speaks
        resolved = phrase.head not in self.layers.actors.open and not spoken
        return [End(kind="thing", id=None, name=self.owned(phrase), text=text, span=span, resolved=resolved)]

    def owned(self, phrase: Phrase) -> str:
        """Text of a phrase, a possessive pronoun at its head replaced by whom it stands for ("Ann Holm's plan")."""
        text = self.text(phrase_span(self.doc, phrase))
        first = self.doc[phrase.start]
        chains = self.chains_of(phrase.start) if first.tag_ in ("PRP$", "WP$") and phrase.start != phrase.head else ()
        if not chains:
            return text
        owner = " and ".join(self.layers.actors.chains[c].name for c in chains)
        return f"{owner}'{'' if owner.endswith('s') else 's'} {text[len(first) :].lstrip()}"

    def stands_for(self, phrase: Phrase, text: str, span: Span) -> list[End]:
        """End of a pronoun or short description that stands for another phrase of the story."""
        name = self.owned(phrase)
        event = self.nominal.get(phrase.head)
        if event is None:
            return [End(kind="thing", id=None, name=name, text=text, span=span)]
        chain = self.chains[self.event_of[event]]
        name = chain.name if chain.named and chain.name else name
        return [End(kind="event", id=self.event_ids[self.event_of[event]], name=name, text=text, span=span)]

    def triple(self, clause: Clause, i: int | None, subject: End, object_: End | None) -> model.Triple:
        """Triple of a clause between two of its ends; `i` is its event mention, None for a state."""
        layers = self.layers
        spans = tuple(char_span(self.doc, a, b) for a, b in runs(clause.relation))
        said = self.speaker_chain(clause.trigger)
        arguments = []
        for oblique in clause.obliques:
            marker, phrase = oblique.marker, oblique.phrase
            first = phrase.start if marker is None or marker > phrase.start else marker  # "in 1941", not "1941"
            span = char_span(self.doc, first, phrase.end)
            arguments.append(model.Argument(role=oblique.role, text=self.text(span), span=span))
        if clause.rule == SAY_RULE and clause.object is not None:
            span = phrase_span(self.doc, clause.object)
            arguments.insert(0, model.Argument(role="content", text=self.text(span), span=span))
        time = None if i is None else layers.dates[i][0]
        place = None if i is None else layers.places[i]
        hypothetical = clause.hypothetical if i is None else layers.events.mentions[i].factuality.hypothetical
        return model.Triple(
            subject=subject,
            relation=model.Relation(
                type="OTHER" if i is None else layers.events.mentions[i].type,
                predicate=clause.predicate,
                text=" ".join(self.text(span) for span in spans),
                spans=spans,
            ),
            object=object_,
            voice=clause.voice,
            arguments=tuple(arguments),
            mention=None if i is None else self.mention_ids[i],
            negated=clause.negated,
            hypothetical=hypothetical,
            said_by=said[-1] if said else None,
            date=None if time is None else date_text(time),
            place=None if place is None else layers.spots[place].name,
        )


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


def fact_key(triple: model.Triple) -> tuple[object, ...]:
    """What makes two triples tell one fact: the ends, the predicate and the denial; "A's talks with B" has no order."""
    ends = [triple.subject.id or triple.subject.name, triple.object and (triple.object.id or triple.object.name)]
    if triple.relation.predicate.endswith((" with", " between")):
        ends.sort(key=str)
    return (*ends, triple.relation.predicate, triple.negated, triple.voice)


def date_text(time: Timex) -> str | None:
    """ISO day, month or year of a time, or an interval ``A/B``; None where it has no days."""
    if time.from_ is None or time.to is None:
        return None
    if time.from_ == time.to:
        return time.from_
    if "/" in time.value:  # "from 1989 to 1996"
        return time.value
    for precision, digits in (("month", 7), ("year", 4)):
        if time.precision == precision and time.from_[:digits] == time.to[:digits]:
            return time.from_[:digits]
    return f"{time.from_}/{time.to}"
