"""One actor, one event, across stories."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graphkit.model import Judgement, Record, Resolved, Span, Why, identity
from graphkit.resolution.actors import resolve_actors
from graphkit.resolution.chains import Chain, chains_of, strong_key
from graphkit.resolution.duplicates import duplicates
from graphkit.resolution.events import resolve_events
from graphkit.resolution.happenings import Happening, happenings_of
from graphkit.resolution.joining import Joined, Link
from graphkit.resolution.judgements import Place, decided, locator
from graphkit.resolution.names import canonical, fold
from graphkit.resolution.stories import affairs


def resolve(
    records: Iterable[Record],
    *,
    judgements: Sequence[Judgement] = (),
    aliases: Sequence[Sequence[str]] = (),
) -> list[Resolved]:
    """Resolved actors and events of the records, also those that stand alone, and clusters of copied stories; sorted.

    Parameters
    ----------
    records
        Records of distinct stories, in any order: the result does not depend on it.
    judgements
        What people decided, oldest first.
    aliases
        Further spellings: each a name and its other spellings.

    Raises
    ------
    ResolutionError
        Judgements contradict each other.
    """
    told = sorted(records, key=lambda record: record.story.id)
    where = affairs(told)
    chains = chains_of(told)
    spellings = {fold(other): own[0] for own in aliases for other in own}
    judged = decided(judgements, "actor", _actor_places(told, chains))
    actors = resolve_actors(told, chains, where, aliases=spellings, must=judged.same, apart=judged.apart)
    actor_of = {(chain.story, chain.actor.id): actors.root[i] for i, chain in enumerate(chains)}
    people = {(c.story, c.actor.id): c.parts for c in chains if c.parts is not None and c.parts.given}
    happenings = happenings_of(told, actor_of, people)
    judged = decided(judgements, "event", _event_places(told, happenings))
    events = resolve_events(happenings, where, must=judged.same, apart=judged.apart)
    lines = [*_actor_lines(told, chains, actors, spellings), *_event_lines(told, happenings, events), *duplicates(told)]
    return sorted(lines, key=lambda line: (line.kind, line.id))


def _actor_places(records: Sequence[Record], chains: Sequence[Chain]) -> Place:
    spans: dict[tuple[str, Span], int] = {}
    names: dict[tuple[str, str], int] = {}
    for i, chain in enumerate(chains):
        story = records[chain.story].story.id
        names.setdefault((story, chain.actor.name), i)
        spans.update(((story, mention.span), i) for mention in chain.actor.mentions)
    return locator(spans, names)


def _event_places(records: Sequence[Record], happenings: Sequence[Happening]) -> Place:
    index = {(own.story, own.event.id): i for i, own in enumerate(happenings)}
    spans: dict[tuple[str, Span], int] = {}
    names: dict[tuple[str, str], int] = {}
    for story, record in enumerate(records):
        for mention in record.mentions:
            i = index.get((story, mention.event))
            if i is not None:
                spans[record.story.id, mention.trigger] = i
                names.setdefault((record.story.id, happenings[i].event.name), i)
    return locator(spans, names)


def _clusters(joined: Joined) -> list[tuple[list[int], list[Link]]]:
    """Members of each cluster, and the links inside it."""
    members: dict[int, list[int]] = defaultdict(list)
    links: dict[int, list[Link]] = defaultdict(list)
    for i, root in enumerate(joined.root):
        members[root].append(i)
    for link in joined.links:
        links[joined.root[link.a]].append(link)
    return [(own, links[root]) for root, own in members.items()]


def _why(links: list[Link], order: Mapping[int, int]) -> tuple[Why, ...]:
    """Links with the positions of their members in the line."""
    told = [
        Why(members=(min(order[x.a], order[x.b]), max(order[x.a], order[x.b])), rule=x.rule, score=x.score,
            values=dict(x.values))
        for x in links
    ]  # fmt: skip
    return tuple(sorted(told, key=lambda why: (why.members, why.rule)))


def _actor_lines(
    records: Sequence[Record], chains: Sequence[Chain], joined: Joined, aliases: Mapping[str, str]
) -> list[Resolved]:
    """Lines of the actors; one that shares its kind and name with another has its smallest member in its id."""
    made: dict[str, list[tuple[list[int], list[Link], str, str]]] = defaultdict(list)
    for own, links in _clusters(joined):
        own = sorted(own, key=lambda i: (records[chains[i].story].story.id, chains[i].actor.id))
        named = [i for i in own if chains[i].named] or own
        name = canonical(chains[i].office or chains[i].actor.name for i in named)
        made[_actor_id(chains, named, name, aliases)].append((own, links, name, chains[own[0]].actor.id))
    lines = []
    for plain, alike in made.items():
        for own, links, name, _ in alike:
            smallest = min(chains[i].actor.id for i in own)
            shared = len(alike) > 1
            id_ = identity("actor", plain, smallest) if shared else plain
            members = tuple((records[chains[i].story].story.id, chains[i].actor.id) for i in own)
            why = _why(links, {i: n for n, i in enumerate(own)})
            lines.append(Resolved(kind="actor", id=id_, name=name, members=members, why=why))
    return lines


def _actor_id(chains: Sequence[Chain], own: Sequence[int], name: str, aliases: Mapping[str, str]) -> str:
    for i in own:
        key = strong_key(chains[i], aliases)
        if key is not None and key[0] in ("state", "wikidata"):
            return identity("actor", *key)
    return identity("actor", chains[own[0]].kind, fold(name))


def _event_lines(records: Sequence[Record], happenings: Sequence[Happening], joined: Joined) -> list[Resolved]:
    """Lines of the events; a named one that alone has its name and year is called by them."""
    made: dict[tuple[str, ...], list[tuple[list[int], list[Link], str]]] = defaultdict(list)
    for own, links in _clusters(joined):
        own = sorted(own, key=lambda i: (records[happenings[i].story].story.id, happenings[i].event.id))
        named = [i for i in own if happenings[i].name]
        name = canonical(happenings[i].event.name for i in named or own)
        years = [(happenings[i].event.date_from or records[happenings[i].story].story.published or "")[:4] for i in own]
        year = min((y for y in years if y), default="")
        key: tuple[str, ...] = ("alone", _first_mention(happenings, own))
        if named and year:
            key = ("named", fold(name), year)
        made[key].append((own, links, name))
    lines = []
    for key, alike in made.items():
        for own, links, name in alike:
            plain = key[0] == "named" and len(alike) == 1
            id_ = identity("event", *key[1:]) if plain else identity("event", _first_mention(happenings, own))
            members = tuple((records[happenings[i].story].story.id, happenings[i].event.id) for i in own)
            why = _why(links, {i: n for n, i in enumerate(own)})
            lines.append(Resolved(kind="event", id=id_, name=name, members=members, why=why))
    return lines


def _first_mention(happenings: Sequence[Happening], own: Iterable[int]) -> str:
    events = [happenings[i].event for i in own]
    return min(mention for event in events for mention in (event.mentions or (event.id,)))
