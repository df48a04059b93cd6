"""Actors, events and places, and the relationships derived with them, from the facts of all their stories."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from graphkit.loaders.facts import ActorFact, AffiliationFact, EventFact, Fact, MentionFact, PlaceFact
from graphkit.loaders.naming import cut
from graphkit.loaders.schema import QUADS
from graphkit.loaders.store import Node, Ref, Rel, Value
from graphkit.resolution.sectors import sector

_DATE_SOURCES = ("clause", "event", "sentence", "publication")
_PRECISIONS = ("day", "week", "month", "season", "quarter", "year", "decade", "interval")


def unit_rows(ref: Ref, facts: Counter[Fact]) -> tuple[Node, list[Rel]]:
    """Node of an actor, event or place, and the relationships derived with it, sorted.

    Parameters
    ----------
    ref
        Label and resolved id.
    facts
        What its stories contribute; not empty.
    """
    if ref[0] == "Event":
        return _event_rows(ref, sorted((f for f in facts if isinstance(f, EventFact)), key=lambda f: (f.story, f.own)))
    if ref[0] == "Actor":
        return _actor_rows(ref, facts)
    return _place_node(ref, facts), []


def most_common(values: Iterable[tuple[str | None, int]]) -> str | None:
    """Value with the highest count, of equals the first in the alphabet; None where there is none.

    Examples
    --------
    >>> most_common([("b", 1), ("a", 1), (None, 5)])
    'a'
    """
    counts: Counter[str] = Counter()
    for value, n in values:
        if value is not None:
            counts[value] += n
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _event_rows(ref: Ref, facts: list[EventFact]) -> tuple[Node, list[Rel]]:
    named = [fact for fact in facts if fact.named]
    base = named or facts
    type_ = most_common((fact.type, len(fact.mentions)) for fact in base) or "OTHER"
    mentions = [mention for fact in facts for mention in fact.mentions]
    if named:
        name = most_common((fact.resolved_name, 1) for fact in named)
    else:
        name = min(mentions, key=lambda mention: mention.rank).title
    date = _best_date(facts)
    props: dict[str, Value] = {
        "id": ref[1],
        "name": cut(name or "") or type_.lower(),
        "event_type": type_,
        "mode": most_common((fact.mode, 1) for fact in base if fact.type == type_),
        "quad": QUADS[type_],
        "named": bool(named),
        "date_from": date[0],
        "date_to": date[1],
        "date_precision": date[2],
        "date_source": date[3],
        "asserted": any(mention.asserted for mention in mentions),
        "n_mentions": len(mentions),
        "n_stories": len({fact.story for fact in facts}),
        "n_publishers": len({fact.publisher for fact in facts if fact.publisher}),
        "n_independent": len({fact.origin for fact in facts}),
        "n_denied": sum(mention.denied for mention in mentions),
        "n_planned": sum(mention.planned for mention in mentions),
    }
    rels = list(_participation(ref, facts))
    rels += [Rel("AT", ref, ("Place", place), "AT", {}) for place in sorted({f.place for f in facts if f.place})]
    wholes = sorted({whole for fact in facts for whole in fact.part_of} - {ref[1]})
    rels += [Rel("PART_OF", ref, ("Event", whole), "PART_OF", {}) for whole in wholes]
    return Node("Event", ref[1], props), rels


def _best_date(facts: list[EventFact]) -> tuple[str | None, str | None, str | None, str | None]:
    """Date from the most direct source, of these the most precise, of these the most frequent, of these the first."""
    counts = Counter(fact.date for fact in facts if fact.date[0] or fact.date[1])

    def rank(date: tuple[str | None, str | None, str | None, str | None]) -> tuple[int, int, int, str, str]:
        source = _DATE_SOURCES.index(date[3]) if date[3] in _DATE_SOURCES else len(_DATE_SOURCES)
        precision = _PRECISIONS.index(date[2]) if date[2] in _PRECISIONS else len(_PRECISIONS)
        return source, precision, -counts[date], date[0] or "", date[1] or ""

    return min(counts, key=rank, default=(None, None, None, None))


def _participation(ref: Ref, facts: list[EventFact]) -> Iterator[Rel]:
    """Who took part in an event, how, and how well attested that is."""
    found: defaultdict[tuple[str, str, str, str], list[tuple[EventFact, MentionFact]]] = defaultdict(list)
    for fact in facts:
        for mention in fact.mentions:
            for role, actor in mention.participants:
                found[mention.type, actor, mention.predicate, role].append((fact, mention))
    for (type_, actor, predicate, role), places in sorted(found.items()):
        days = sorted(fact.published for fact, _ in places if fact.published)
        props: dict[str, Value] = {
            "predicate": predicate,
            "role": role,
            "asserted": any(mention.asserted for _, mention in places),
            "n_mentions": len(places),
            "n_stories": len({fact.story for fact, _ in places}),
            "n_independent": len({fact.origin for fact, _ in places}),
            "first_seen": days[0] if days else None,
            "last_seen": days[-1] if days else None,
            "confidence": max(mention.confidence for _, mention in places),
        }
        yield Rel(type_, ("Actor", actor), ref, f"{type_}:{predicate}:{role}", props)


def _actor_rows(ref: Ref, facts: Counter[Fact]) -> tuple[Node, list[Rel]]:
    chains = [(fact, n) for fact, n in facts.items() if isinstance(fact, ActorFact)]
    name = most_common((fact.name, n) for fact, n in chains) or ref[1]
    aliases = {alias for fact, _ in chains for alias in (fact.chain, *fact.aliases)} - {name}
    kind = most_common((fact.kind, n) for fact, n in chains)
    props: dict[str, Value] = {
        "id": ref[1],
        "name": name,
        "kind": kind,
        "aliases": sorted(aliases) or None,
        "country": most_common((fact.country, n) for fact, n in chains),
        "wikidata": most_common((fact.wikidata, n) for fact, n in chains),
        "sector": sector(name, kind),
    }
    roles: defaultdict[tuple[str, str], Counter[AffiliationFact]] = defaultdict(Counter)
    for fact, n in facts.items():
        if isinstance(fact, AffiliationFact):
            roles[fact.with_, fact.position.casefold()][fact] += n
    rels = []
    for (with_, folded), counter in sorted(roles.items()):
        days = sorted(fact.published for fact in counter if fact.published)
        position = most_common((fact.position, n) for fact, n in counter.items())
        role: dict[str, Value] = {"position": position, "since": days[0] if days else None}
        role["until"] = days[-1] if days else None
        rels.append(Rel("AFFILIATED_WITH", ref, ("Actor", with_), f"AFFILIATED_WITH:{folded}", role))
    return Node("Actor", ref[1], props), rels


def _place_node(ref: Ref, facts: Counter[Fact]) -> Node:
    """Place as most stories describe it."""
    places = [(fact, n) for fact, n in facts.items() if isinstance(fact, PlaceFact)]
    fact = min(places, key=lambda pair: (-pair[1], [(v is None, str(v)) for v in pair[0]]))[0]
    props: dict[str, Value] = {
        "id": ref[1],
        "name": fact.name,
        "country": fact.country,
        "lat": fact.lat,
        "lon": fact.lon,
        "precision": fact.precision,
        "geonames_id": fact.geonames_id,
    }
    return Node("Place", ref[1], props)
