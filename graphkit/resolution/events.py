"""Which events of many stories are one.

Words of one family or meaning propose a pair inside an affair; participants, dates, places and likeness of the stories
decide; different named victims and known dates apart forbid. What is planned or denied is the same event as what
happens.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graphkit.resolution.event_pairs import ASIDE, AT_CORE, TOLD, WEIGHTS, Weights, contrast, pair_score
from graphkit.resolution.happenings import Happening
from graphkit.resolution.joining import Joined, Link, join
from graphkit.resolution.linking import average_link
from graphkit.resolution.stories import Affairs

_MOST = 60  # events of one block; larger ones are parted by their participants
_SPOKEN = 0.2  # share of the stories of an affair that speak of what happened in it
_CORE = 0.5  # share of them that speak of what the affair is about
_FEW = 2  # stories that an affair must have to have a core
_ONCE = 1.5  # events a story of one word; what happens again and again is told apart by who and where


def resolve_events(
    happenings: Sequence[Happening],
    affairs: Affairs,
    *,
    must: Iterable[Link] = (),
    apart: Iterable[tuple[int, int]] = (),
    weights: Weights = WEIGHTS,
) -> Joined:
    """Clusters of events."""
    links = _named(happenings)
    scores: dict[tuple[int, int], float] = {}
    forbidden = set(apart)
    told = _told(happenings, affairs)
    likeness: dict[tuple[int, int], float] = {}
    for i, j in _pairs(happenings, affairs):
        a, b = happenings[i], happenings[j]
        pair = (a.story, b.story)
        if pair not in likeness:
            likeness[pair] = affairs.likeness(*pair)
        affair = affairs.affair[a.story]
        same_affair = affair == affairs.affair[b.story]
        place = max((told.get((affair, word), ASIDE) for word in _words(a) & _words(b)), default=ASIDE)
        place = place if same_affair else min(place, TOLD)
        score = contrast(a, b, weights) or pair_score(
            a, b, likeness[pair], same_affair=same_affair, place=place, weights=weights
        )
        if score:
            scores[i, j] = min(score, 1.0)
    clusters = average_link(scores, cut=weights.cut, apart=forbidden)
    links += _links(scores, clusters, happenings)
    return join(len(happenings), [*must, *links], forbidden)


def _words(happening: Happening) -> frozenset[str | int]:
    """Families and groups of one meaning; none where they tell nothing."""
    return frozenset() if happening.generic or happening.saying else happening.families | happening.meanings


def _told(happenings: Sequence[Happening], affairs: Affairs) -> Mapping[tuple[int, str | int], int]:
    """Affairs and words, and what place they have there: of the core are those that most stories tell, each once."""
    sizes = Counter(affairs.affair)
    chains = Counter((own.story, word) for own in happenings for word in _words(own))
    stories: Counter[tuple[int, str | int]] = Counter()
    events: Counter[tuple[int, str | int]] = Counter()
    for (story, word), n in chains.items():
        stories[affairs.affair[story], word] += 1
        events[affairs.affair[story], word] += n
    places = {}
    for key, n in stories.items():
        core = n >= max(_FEW, _CORE * sizes[key[0]]) and events[key] <= _ONCE * n
        places[key] = AT_CORE if core else TOLD if n > 1 and n >= _SPOKEN * sizes[key[0]] else ASIDE
    return places


def _named(happenings: Sequence[Happening]) -> list[Link]:
    """Links of named events by name and year."""
    first: dict[tuple[str, str], int] = {}
    links = []
    for i, own in enumerate(happenings):
        if own.name is None:
            continue
        year = (own.event.date_from or "")[:4]
        if (own.name, year) in first:
            links.append(Link(0.97, first[own.name, year], i, "named event", (("name", own.event.name),)))
        else:
            first[own.name, year] = i
    return links


def _pairs(happenings: Sequence[Happening], affairs: Affairs) -> list[tuple[int, int]]:
    """Pairs that share a family or meaning in an affair, or a family in a topic."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, own in enumerate(happenings):
        affair, topic = affairs.affair[own.story], affairs.topic[own.story]
        for family in own.families:
            blocks["topic", topic, family].append(i)
        for meaning in own.meanings:
            blocks["affair", affair, meaning].append(i)
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        for part in _parted(block, happenings):
            found.update((i, j) for n, i in enumerate(part) for j in part[n + 1 :])
    return sorted(found)


def _parted(block: list[int], happenings: Sequence[Happening]) -> Iterable[list[int]]:
    """The block, or where it is large its parts by participant."""
    if len(block) <= _MOST:
        return [block]
    parts: dict[object, list[int]] = defaultdict(list)
    for i in block:
        for end in happenings[i].undergoers | happenings[i].doers:
            parts[end].append(i)
        for thing in happenings[i].things:
            parts[thing].append(i)
    return [part[:_MOST] for part in parts.values()]


def _links(
    scores: Mapping[tuple[int, int], float], clusters: Mapping[int, int], happenings: Sequence[Happening]
) -> list[Link]:
    """Scores that lie inside a cluster, as links, with what they rest on; a spanning tree of them is enough."""
    links = []
    for (i, j), score in scores.items():
        if score > 0 and clusters[i] == clusters[j]:
            words = sorted(happenings[i].families | happenings[j].families)
            links.append(Link(round(score, 3), i, j, "same happening", (("words", " ".join(words)),)))
    return links
