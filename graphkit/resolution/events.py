"""Which events of many stories are one.

Words of one family or meaning propose a pair inside an affair; participants, dates, places and likeness of the stories
decide; different named victims and known dates apart forbid. What is planned or denied is the same event as what
happens.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graphkit.resolution.calendar import gap
from graphkit.resolution.chains import singular
from graphkit.resolution.happenings import Happening
from graphkit.resolution.joining import Joined, Link, join
from graphkit.resolution.linking import average_link
from graphkit.resolution.names import Person, compare_people, family_key
from graphkit.resolution.stories import Affairs, cosine

_MOST = 60  # events of one block; larger ones are parted by their participants


class Weights(NamedTuple):
    """What speaks for and against two events being one; they are one from `cut` on."""

    cut: float = 0.5
    family: float = 0.62
    meaning: float = 0.48
    kind: float = 0.10
    undergoer: float = 0.22
    doer: float = 0.15
    thing: float = 0.12
    other_undergoer: float = -0.05
    other_speaker: float = -0.4
    other_doer: float = -0.02
    place: float = 0.05
    other_place: float = -0.20
    topic_only: float = -0.30
    likeness: float = 0.25
    unlike: float = -0.5  # other words around than `_needed`
    other_ends: float = -0.2
    generic: float = -0.2
    saying: float = -0.35
    other_victim: float = -0.5
    other_name: float = -0.5
    other_day: float = -1.0
    same_story: float = -0.15


WEIGHTS = Weights()
_VERBAL = frozenset(
    {"STATEMENT", "SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN"}
)  # whose they are is what they are
_ASIDE, _TOLD, _AT_CORE = range(3)  # places of a word in an affair
_SPOKEN = 0.2  # share of the stories of an affair that speak of what happened in it
_CORE = 0.5  # share of them that speak of what the affair is about
_FEW = 2  # stories that an affair must have to have a core
_ONCE = 1.5  # events a story of one word; what happens again and again is told apart by who and where
_DAYS = 1  # dates further apart are two events


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
        place = max((told.get((affair, word), _ASIDE) for word in _words(a) & _words(b)), default=_ASIDE)
        place = place if same_affair else min(place, _TOLD)
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
        places[key] = _AT_CORE if core else _TOLD if n > 1 and n >= _SPOKEN * sizes[key[0]] else _ASIDE
    return places


def contrast(a: Happening, b: Happening, weights: Weights = WEIGHTS) -> float:
    """What tells two events apart: known dates, names of their own, each its own named victim; 0 where nothing does.

    It counts against the mean of two clusters, so that one name misread does not part the reports of an event.
    """
    apart = gap(a.dates, b.dates)
    if apart is not None and apart > _DAYS:
        return weights.other_day
    if a.name and b.name and not _one_name(a.name, b.name):
        return weights.other_name
    rivals = a.people and b.people and not any(_may_be(x, y) for x in a.people for y in b.people)
    return weights.other_victim if rivals else 0.0


def _one_name(a: str, b: str) -> bool:
    """Whether two names of events are the shorter and the longer form of one: Academy Awards, 81st Academy Awards."""
    one, other = ({singular(word) for word in name.split() if word != "annual"} for name in (a, b))
    return one <= other or other <= one


def _may_be(a: Person, b: Person) -> bool:
    """Whether two full names could be one person's; a nickname shares at least its first letter."""
    return (family_key(a) == family_key(b) and a.given[0][0] == b.given[0][0]) or compare_people(a, b) != "different"


def pair_score(
    a: Happening, b: Happening, likeness: float, *, same_affair: bool, place: int, weights: Weights
) -> float:
    """Sum of what speaks for and against two events being one."""
    w = weights
    score = w.family if a.families & b.families else w.meaning if a.meanings & b.meanings else 0.0
    score += w.likeness * min(likeness, 0.6)
    score += w.kind if a.kind and a.kind == b.kind else 0.0
    score += 0.0 if same_affair else w.topic_only
    score += w.same_story if a.story == b.story else 0.0
    score += w.generic if a.generic or b.generic else 0.0
    score += w.saying if a.saying or b.saying else 0.0
    score += w.unlike if cosine(a.context, b.context) < _needed(a, b, place) else 0.0
    score += w.other_ends if place == _ASIDE and _unlike_ends(a, b) else 0.0
    score += _compared(a.undergoers, b.undergoers, w.undergoer, w.other_undergoer)
    score += _compared(a.doers, b.doers, w.doer, w.other_doer)
    if a.event.type in _VERBAL and b.event.type in _VERBAL and a.doers and b.doers and not a.doers & b.doers:
        score += w.other_speaker
    score += w.thing if a.things & b.things else 0.0
    if a.place and b.place:
        score += w.place if a.place == b.place else w.other_place
    return score


def _needed(a: Happening, b: Happening, place: int) -> float:
    """How like the words around two events must be: the less, the more words, participants and the affair tell."""
    done, unlike = bool(a.doers & b.doers), _unlike_ends(a, b)
    undergone = bool(a.undergoers & b.undergoers or (a.things & b.things and not _all_unlike(a, b)))
    if a.saying or b.saying:
        return 0.45
    if place == _ASIDE:
        return 0.35 if undergone else 0.4
    if undergone:
        return 0.0
    if not a.families & b.families:  # of one meaning alone
        return 0.2 if place == _AT_CORE and not done and not unlike else 0.4
    if place == _AT_CORE:
        return 0.0 if done else 0.15
    return 0.4 if unlike else 0.0 if done else 0.3


def _all_unlike(a: Happening, b: Happening) -> bool:
    """Whether both tell who did it and whom it is done to, and neither is the same."""
    return bool(a.doers and b.doers and a.undergoers and b.undergoers and not a.doers & b.doers)


def _unlike_ends(a: Happening, b: Happening) -> bool:
    """Whether both tell who did it, or whom or what it is done to, and not the same."""
    x, y = a.undergoers or a.things, b.undergoers or b.things
    return bool((a.doers and b.doers and not a.doers & b.doers) or (x and y and not x & y))


def _compared(a: frozenset[int], b: frozenset[int], same: float, other: float) -> float:
    if not a or not b:
        return 0.0
    return same if a & b else other


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
