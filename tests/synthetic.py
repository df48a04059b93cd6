"""Records of invented stories in any number, always the same ones: for figures of scale and for comparing stores.

Actors have skewed frequencies; named events, places and dates recur across stories; some mentions are denied, planned,
attributed, passive, with things, with unresolved pronouns.
"""

import random
from collections.abc import Iterator

from graphkit.model import (
    Actor,
    ActorMention,
    Affiliation,
    Argument,
    End,
    Event,
    Mention,
    Participant,
    Place,
    Record,
    Relation,
    Span,
    Story,
    Triple,
    identity,
    make_story,
)

VERSION = "graphkit 0.1.0"
TYPES = (
    "CONSULT",
    "AGREE",
    "ACCUSE",
    "AID",
    "ASSAULT",
    "SANCTION",
    "REQUEST",
    "REJECT",
    "STATEMENT",
    "OTHER",
    "SUPPORT",
)
VERBS = (
    "meet",
    "back",
    "accuse",
    "supply",
    "attack",
    "sanction",
    "ask for",
    "reject",
    "address",
    "visit",
    "decline to join",
)
THINGS = ("grain", "a draft plan", "fuel", "border posts")
TITLES = ("president", "spokesman", "Minister of Trade", "envoy")
COUNTRIES = ("NO", "FR", "KE", "PE", "VN")
KINDS = ("person", "person", "organization", "state", "group")


def world(size: int) -> list[tuple[str, str, str | None]]:
    """Invented actors: name, kind, country."""
    first, last = (
        ("Ada", "Bela", "Ciro", "Dina", "Emil", "Faye", "Goran"),
        ("Vance", "Okoro", "Lind", "Marsh", "Petrov", "Quist"),
    )
    actors: list[tuple[str, str, str | None]] = []
    for i in range(size):
        kind = KINDS[i % len(KINDS)]
        if kind == "person":
            actors.append((f"{first[i % 7]} {last[i % 6]}{'' if i < 42 else f'-{i}'}", kind, None))
        elif kind == "state":
            actors.append((f"Land {i}", kind, COUNTRIES[i % 5] if i < 25 else None))
        else:
            actors.append((f"Union {i}" if kind == "organization" else f"Group of {i}", kind, None))
    return actors


class _Writer:
    """Text of a story that grows; `put` gives the span of what was added."""

    def __init__(self) -> None:
        self.text = ""

    def put(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return start, len(self.text)


def records(n: int, *, seed: int = 7, sentences: int = 12) -> Iterator[Record]:
    """Records of `n` stories of some `sentences` sentences each."""
    rng = random.Random(seed)
    actors = world(20 + n // 4)
    for number in range(n):
        yield _record(rng, number, actors, 1 + rng.randrange(2 * sentences), summits=6 + n // 20)


def _record(
    rng: random.Random, number: int, actors: list[tuple[str, str, str | None]], sentences: int, *, summits: int = 6
) -> Record:
    cast = [actors[min(int(rng.paretovariate(0.9)) - 1, len(actors) - 1)] for _ in range(rng.randint(2, 6))]
    cast = list(dict.fromkeys(cast)) or [actors[0]]
    writer = _Writer()
    plans = [_sentence(rng, writer, cast, summits) for _ in range(sentences)]
    day = f"20{20 + number % 6}-{1 + number % 12:02}-{1 + number % 28:02}"
    publisher = rng.choice(("Daily Tern", "The Quay", "Hill Post", None))
    story = make_story(
        writer.text,
        title=f"Story {number}",
        published=day,
        publisher=publisher,
        url=f"https://tern.example/{number}",
        language="en",
    )
    return _assemble(rng, story, cast, plans)


Plan = dict[str, object]


def _sentence(rng: random.Random, writer: _Writer, cast: list[tuple[str, str, str | None]], summits: int) -> Plan:
    doer, other = rng.choice(cast), rng.choice(cast)
    verb = rng.randrange(len(VERBS))
    start = len(writer.text)
    subject = writer.put(doer[0])
    writer.put(" ")
    trigger = writer.put(VERBS[verb])
    writer.put(" ")
    thing = rng.random() < 0.3
    target = writer.put(rng.choice(THINGS) if thing else other[0])
    named = writer_named = None
    if rng.random() < 0.2:
        writer.put(" at the ")
        writer_named = writer.put(f"Harbour Summit {rng.randrange(summits)}")
        named = writer.text[slice(*writer_named)]
    writer.put(".")
    sentence = (start, len(writer.text))
    writer.put("\n")
    return {
        "doer": doer,
        "other": None if thing or other == doer else other,
        "verb": verb,
        "subject": subject,
        "trigger": trigger,
        "target": target,
        "named": named,
        "named_span": writer_named,
        "sentence": sentence,
        "thing": thing,
        "dice": rng.random(),
        "day": f"20{rng.randint(20, 25)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
    }


def _assemble(rng: random.Random, story: Story, cast: list[tuple[str, str, str | None]], plans: list[Plan]) -> Record:
    text = story.text
    chains: dict[str, Actor] = {}
    for name, kind, country in cast:
        at = text.find(name)
        if at < 0:
            continue
        span = (at, at + len(name))
        alias = (name.split()[-1],) if kind == "person" else ()
        chains[name] = Actor(
            id=identity("actor", story.id, kind, span),
            name=name,
            kind=kind,  # type: ignore[arg-type]
            aliases=alias,
            country=country,
            mentions=(ActorMention(span=span, head=span, form="name"),),
        )
    places = tuple(
        Place(
            id=identity("place", 100 + i),
            name=f"Port {i}",
            country=COUNTRIES[i],
            lat=float(i),
            lon=10.0 + i,
            geonames_id=100 + i,
            precision="city",
        )
        for i in range(len(COUNTRIES))
    )
    events: dict[str, Event] = {}
    mentions: list[Mention] = []
    triples: list[Triple] = []
    for plan in plans:
        _add(rng, story, chains, places, plan, events, mentions, triples)
    names = list(chains)
    affiliations: tuple[Affiliation, ...] = ()
    if len(names) > 1 and rng.random() < 0.4:
        a, b = rng.sample(names, 2)
        affiliations = (Affiliation(actor=chains[a].id, title=rng.choice(TITLES), with_=chains[b].id, span=(0, 1)),)
    return Record(
        version=VERSION,
        story=story,
        actors=tuple(chains.values()),
        affiliations=affiliations,
        places=places,
        events=tuple(events.values()),
        mentions=tuple(mentions),
        triples=tuple(triples),
    )


def _add(rng, story, chains, places, plan, events, mentions, triples) -> None:  # type: ignore[no-untyped-def]
    verb, dice = plan["verb"], plan["dice"]
    mention_id = identity("mention", story.id, plan["trigger"], VERBS[verb])
    arguments: tuple[Argument, ...] = ()
    if plan["named"]:
        key = plan["named"]
        named_mention = identity("mention", story.id, plan["named_span"], "summit")
        old = events.get(key)
        events[key] = Event(
            id=identity("event", story.id, "named", old.id if old else plan["named_span"]) if not old else old.id,
            name=key,
            type="CONSULT",
            named=True,
            date_from="2024-05-01",
            date_to="2024-05-03",
            date_precision="interval",
            date_source="clause",
            place=places[0].id,
            mentions=(*(old.mentions if old else ()), named_mention),
        )
        mentions.append(
            Mention(
                id=named_mention,
                event=events[key].id,
                type="CONSULT",
                sentence=plan["sentence"],
                trigger=plan["named_span"],
                predicate="summit",
                polarity="negative" if dice > 0.9 else "positive",
                tense="future" if dice < 0.25 else "past",
                rule="nominal",
            )
        )
        arguments = (Argument(role="place", text=plan["named"], span=plan["named_span"]),)
    doer = chains[plan["doer"][0]]
    other = chains.get(plan["other"][0]) if plan["other"] else None
    participants = [Participant(role="actor", actor=doer.id, text=doer.name, span=plan["subject"])]
    if other is not None:
        participants.append(Participant(role="recipient", actor=other.id, text=other.name, span=plan["target"]))
    if dice > 0.95:
        participants.append(Participant(role="recipient", actor=None, text="they", span=plan["target"]))
    own = identity("event", story.id, "clause", plan["trigger"])
    event = Event(
        id=own,
        name="",
        type=TYPES[verb],
        date_from=plan["day"] if dice < 0.8 else None,
        date_to=plan["day"] if dice < 0.8 else None,
        date_precision="day" if dice < 0.8 else None,
        date_source="clause" if dice < 0.8 else None,
        place=places[verb % 5].id if dice < 0.4 else None,
        mentions=(mention_id,),
    )
    events[own] = event
    mentions.append(
        Mention(
            id=mention_id,
            event=own,
            type=TYPES[verb],
            sentence=plan["sentence"],
            trigger=plan["trigger"],
            predicate=VERBS[verb],
            participants=tuple(participants),
            polarity="negative" if dice < 0.1 else "positive",
            certainty="possible" if dice > 0.97 else "certain",
            tense="future" if 0.1 < dice < 0.2 else "past",
            said_by=rng.choice(list(chains.values())).id if 0.3 < dice < 0.45 else None,
            quoted="indirect" if 0.3 < dice < 0.45 else "none",
            confidence=round(0.5 + dice / 2, 3),
            rule="svo",
        )
    )
    target = story.text[slice(*plan["target"])]
    end = End(
        kind="thing" if other is None else "actor",
        id=other.id if other else None,
        name=target,
        text=target,
        span=plan["target"],
    )
    subject = End(kind="actor", id=doer.id, name=doer.name, text=doer.name, span=plan["subject"])
    relation = Relation(type=TYPES[verb], predicate=VERBS[verb], text=VERBS[verb], spans=(plan["trigger"],))
    triples.append(Triple(subject=subject, relation=relation, object=end, arguments=arguments, mention=mention_id))
