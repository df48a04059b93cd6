"""Layers → record: tokens become spans, chains become actors, clauses become triples.

Nothing is decided here about language; this is the only place that knows both tokens and records.
"""

import msgspec

from graphkit import model
from graphkit.extraction.found import Layers, phrase_span
from graphkit.extraction.layers import EventMention, Phrase, Quote, char_span, runs
from graphkit.extraction.triples import Triples
from graphkit.model import Record

__all__ = ["Assembler", "Layers"]


class Assembler(Triples):
    """Builds the record of one story."""

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

    def participants(self, mention: EventMention) -> list[model.Participant]:
        """Participants of one event mention; a plural that stands for several actors gives one for each."""
        found: list[model.Participant] = []
        for part in mention.participants:
            phrase = self.meant(part.phrase)
            span = phrase_span(self.doc, phrase)
            for chain in self.chains_of(part.phrase.head) or (None,):
                actor = None if chain is None else self.actor_ids[chain]
                if part.role == "object" and any(other.actor == actor for other in found):
                    actor = None  # what somebody becomes or is named, not another one
                found.append(model.Participant(role=part.role, actor=actor, text=self.text(span), span=span))
        return found

    def meant(self, phrase: Phrase) -> Phrase:
        """What a pronoun for a thing stands for ("turned it down": the offer), else the phrase itself."""
        found = self.layers.actors.names.get(phrase.head, phrase)
        several = self.doc[phrase.head].lower_ in ("they", "them") and self.doc[found.head].tag_ not in ("NNS", "NNPS")
        return phrase if several else found

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
