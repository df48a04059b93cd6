"""Whether two events of different stories are one: what speaks for it and against it.

Words, participants, days and places count; what is done to other people or on another day tells two apart. What is
planned or denied is the same event as what happens.
"""

from typing import NamedTuple

from graphkit.resolution.calendar import days_apart, gap
from graphkit.resolution.described import singular
from graphkit.resolution.happenings import Happening
from graphkit.resolution.names import Person, compare_people, family_key
from graphkit.resolution.stories import cosine


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
    later: float = -0.4  # told a month later or more, and of somebody or something else
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
ASIDE, TOLD, AT_CORE = range(3)  # places of a word in an affair
_DAYS = 1  # dates further apart are two events
_SOON, _LATER = 3, 30  # days between reports


def contrast(a: Happening, b: Happening, weights: Weights = WEIGHTS) -> float:
    """What tells two events apart: known dates, names of their own, each its own named victim; 0 where nothing does.

    It counts against the mean of two clusters, so that one name misread does not part the reports of an event.
    """
    apart = gap(a.dates, b.dates)
    if apart is not None and apart > _DAYS:
        return weights.other_day
    if a.name and b.name and not one_name(a.name, b.name):
        return weights.other_name
    rivals = a.people and b.people and not any(_may_be(x, y) for x in a.people for y in b.people)
    return weights.other_victim if rivals else 0.0


def one_name(a: str, b: str) -> bool:
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
    score += w.other_ends if place == ASIDE and _unlike_ends(a, b) else 0.0
    score += w.later if (days_apart(a.told, b.told) or 0) > _LATER and _unlike_ends(a, b) else 0.0
    score += _compared(a.undergoers, b.undergoers, w.undergoer, w.other_undergoer)
    score += _compared(a.doers, b.doers, w.doer, w.other_doer)
    if a.event.type in _VERBAL and b.event.type in _VERBAL and a.doers and b.doers and not a.doers & b.doers:
        score += w.other_speaker
    score += w.thing if a.things & b.things else 0.0
    if a.place and b.place:
        score += w.place if a.place == b.place else w.other_place
    return score


def _needed(a: Happening, b: Happening, place: int) -> float:
    """How like the words around two events must be: the less, the more words, participants, days and affair tell."""
    done, unlike = bool(a.doers & b.doers), _unlike_ends(a, b)
    undergone = bool(a.undergoers & b.undergoers or (a.things & b.things and not _all_unlike(a, b)))
    if a.saying or b.saying:
        return 0.45
    if place == ASIDE:
        return 0.35 if undergone else 0.4
    if undergone:
        return 0.0
    soon = 0.15 if place == AT_CORE and _soon(a, b) else 0.0
    if not a.families & b.families:  # of one meaning alone
        return (0.4 if place != AT_CORE or unlike else 0.3 if done else 0.2) - soon
    if place == AT_CORE:
        return 0.0 if done else 0.15 - soon
    return 0.4 if unlike else 0.0 if done else 0.3


def _soon(a: Happening, b: Happening) -> bool:
    """Whether two events are known to be of one day, or are told within some days."""
    apart = gap(a.dates, b.dates)
    told = days_apart(a.told, b.told)
    return apart == 0 or (told is not None and told <= _SOON)


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
