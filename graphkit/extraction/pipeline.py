"""Story → record: the steps of extraction in their order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.extraction import (
    actors,
    apart,
    clauses,
    dating,
    events,
    factuality,
    occasions,
    parse,
    places,
    quotations,
    times,
)
from graphkit.extraction.assemble import Assembler, Layers
from graphkit.extraction.check import checked
from graphkit.extraction.layers import Clause, EventMention, Events
from graphkit.extraction.story_day import story_day
from graphkit.extraction.version import version_of
from graphkit.model import Record, Story


def records(stories: Sequence[Story], nlp: Language) -> Iterator[Record]:
    """Records of the stories, in their order.

    Parameters
    ----------
    stories
        Stories in memory: they are parsed in batches, across the borders of short stories.
    nlp
        Pipeline from `graphkit.extraction.parse.load`.
    """
    version = version_of(nlp)
    for story, doc in zip(stories, parse.parse((story.text for story in stories), nlp), strict=True):
        yield record_of(story, doc, version=version)


def record_of(story: Story, doc: Doc, *, version: str) -> Record:
    """Record of one parsed story."""
    published = story.published or story_day(story.text)
    return checked(Assembler(story, layers_of(doc, published=published)).record(version))


def layers_of(doc: Doc, *, published: str | None = None) -> Layers:
    """What every step finds in the doc of a story that was published on a day (ISO) or on an unknown one."""
    found_times = times.find_times(doc, published=published)
    quotes = quotations.find_quotations(doc)
    speakers = quotations.speakers(doc)
    found_clauses, skips = clauses.find_clauses(doc)
    found_actors = actors.find_actors(doc, quotes, found_clauses)
    found_events = judged(doc, events.find_events(doc, found_clauses, found_actors, found_times, quotes), found_clauses)
    spots = places.find_places(doc, found_actors)
    sentences = sentence_of(doc, found_events.mentions)
    dates, where = [], []
    for mention, sentence in zip(found_events.mentions, sentences, strict=True):
        clause = None if mention.clause is None else found_clauses[mention.clause]
        dates.append(
            dating.date_of(doc, mention.head, found_times, sentence=sentence, clause=clause, published=published)
        )
        where.append(places.place_of(doc, mention.head, spots, clause=clause))
    dates = [dating.told(doc, m, d, published) for m, d in zip(found_events.mentions, dates, strict=True)]
    found_events = ahead(found_events, dates, published)
    found_events = apart.parted(found_events, found_actors, dates, published=published)
    dates, where = occasions.carried(
        doc,
        found_clauses,
        found_actors,
        found_events,
        speakers=speakers,
        dates=dates,
        places=where,
        sentences=sentences,
    )
    return Layers(
        doc=doc,
        times=found_times,
        quotes=quotes,
        clauses=found_clauses,
        skips=skips,
        actors=found_actors,
        spots=spots,
        events=found_events,
        speakers=speakers,
        dates=dates,
        places=where,
        sentences=sentences,
    )


def judged(doc: Doc, found: Events, found_clauses: Sequence[Clause]) -> Events:
    """Events whose mentions say whether they happened."""
    mentions = []
    for mention in found.mentions:
        clause = None if mention.clause is None else found_clauses[mention.clause]
        found_fact = factuality.judge(doc, mention.head, () if clause is None else clause.chain)
        if clause is not None and clause.negated and len(clause.chain) < 2:
            found_fact = replace(found_fact, polarity="negative")
        mentions.append(replace(mention, factuality=found_fact))
    return replace(found, mentions=tuple(mentions))


def ahead(found: Events, dates: Sequence[dating.Dated], published: str | None) -> Events:
    """Events in which what the present tells of a day to come lies ahead: "the campaign starts on 5 October"."""
    mentions = list(found.mentions)
    for i, (mention, (time, source)) in enumerate(zip(found.mentions, dates, strict=True)):
        first = None if time is None or source != "clause" else time.from_
        if first is None or published is None or mention.factuality.tense == "future":
            continue
        if first > published[:10] and (mention.clause is None or mention.factuality.tense == "present"):
            mentions[i] = replace(mention, factuality=replace(mention.factuality, tense="future"))
    return replace(found, mentions=tuple(mentions))


def sentence_of(doc: Doc, mentions: Iterable[EventMention]) -> list[tuple[int, int]]:
    """Sentence of each mention, a range of tokens."""
    owner = [(0, len(doc))] * len(doc)
    for sent in doc.sents:
        owner[sent.start : sent.end] = [(sent.start, sent.end)] * (sent.end - sent.start)
    return [owner[mention.head] for mention in mentions]
