"""What speaks for and against a story beginning at a place.

No single sign is trusted: a line without a final stop may be a headline, a deck, a crosshead or a caption, and three
stars may part stories or sections. Three kinds of evidence give points:

* form: how long the headline is, by-line, dateline, date, separators, more blank lines than usual;
* likeness to the way in which the file itself opens;
* content: names that change, persons introduced again by their full names, against persons who go on by family name.
"""

import re

from graphkit.reading.names import Names, union
from graphkit.reading.openings import OPENING, SIGNS, Opening, Paper, layout
from graphkit.reading.words import word_list

_BEFORE, _AFTER = 5, 3  # paragraphs that are compared on the two sides of a place
_REACH = 12  # lines that are looked back
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|tonight)\b")
_BY_LENGTH = ((11, 2.4), (8, 2.0), (6, 1.0), (5, 0.7), (4, -0.3), (0, -1.0))  # words of a headline, points


def points(paper: Paper, place: Opening, start: int, first: Opening | None) -> float:
    """What speaks for a story beginning at a place, minus what speaks against it.

    `start` is the index of the line where the present story began, `first` the opening of the file if it has one.
    """
    so_far = paper.bodies(max(start, place.first - _REACH), place.first)
    if not so_far and not place.separator:
        return 0.0
    total = _form(paper, place) + _surroundings(paper, place) + _likeness(paper, place, first)
    total += _content(paper, place, so_far)
    return total - 0.5 if len(so_far) < 2 else total


def _form(paper: Paper, place: Opening) -> float:
    """Points for the opening lines themselves."""
    lines = paper.lines[place.first : place.lead]
    kinds = {line.kind for line in lines}
    heads = [line for line in lines if line.kind == "head"]
    total = 4.0 * ("title" in kinds) + 3.0 * ("number" in kinds) + 1.0 * ("label" in kinds)
    total += 2.5 * ("dateline" in kinds or paper.lines[place.lead].dateline)
    if not heads:  # by-line and date may stand under the first paragraph too
        return total + 1.0 * ("byline" in kinds) + 0.5 * ("date" in kinds)
    total += 2.5 * ("byline" in kinds) + 2.0 * ("date" in kinds)
    longest = max(line.words for line in heads)
    total += next(given for fewest, given in _BY_LENGTH if longest >= fewest)
    if len(heads) > 1:
        total += 1.0 if len(heads) <= 3 else -2.0 if len(heads) > 4 else 0.0
    if any(line.question for line in heads):
        total -= 1.2
    if len(heads) == 1 and paper.first_word(place.first) in word_list("asking"):
        total -= 0.7
    return total


def _surroundings(paper: Paper, place: Opening) -> float:
    """Points for what stands before the opening lines: separators, end marks, more blank lines than usual."""
    total = {"rule": 2.5, "stars": 1.5, None: 0.0}[place.separator]
    total += 1.5 if place.after_end else 0.0
    extra = place.gap - paper.usual_gap
    if extra > 0 and not place.separator:
        total += 2.0 if extra > 1 else 1.0 if place.first < place.lead else 1.5  # crossheads have blank lines too
    lead = paper.lines[place.lead]
    if place.first == place.lead and not lead.dateline and lead.words < 12:
        total -= 1.0
    return total


def _likeness(paper: Paper, place: Opening, first: Opening | None) -> float:
    """Points for opening like the file itself, off for lacking what its opening has."""
    own = layout(paper, first) if first is not None else frozenset()
    mine = layout(paper, place)
    signs = own & SIGNS
    total = 0.0
    if signs:
        total += 1.0 if signs <= mine else -1.5 if not signs & mine else 0.0
    if "long" in own:
        total += -0.5 if "long" not in mine else 0.5 if own == mine else 0.0
    return total


def _content(paper: Paper, place: Opening, so_far: list[int]) -> float:
    """Points for what is spoken of before and after."""
    lines = paper.lines
    end = next(
        (index for index in range(place.lead + 1, min(place.lead + 8, len(lines))) if lines[index].kind in OPENING),
        place.lead + 8,
    )
    all_before = paper.names(so_far)
    before = all_before[-_BEFORE:]
    heads = paper.names(index for index in range(place.first, place.lead) if lines[index].kind == "head")
    after = paper.names(paper.bodies(place.lead, end)[:_AFTER])
    total = _shift(union(before), union(after)) + _persons(union(all_before), union(heads), after)
    total += _cohesion(union(before), union(heads), union(after))
    lead = lines[place.lead]
    if paper.first_word(place.lead) in word_list("continuing"):
        return total - 1.5
    return total + 0.7 if _WEEKDAY.search(paper.text, lead.start, min(lead.end, lead.start + 400)) else total


def _shift(before: Names, after: Names) -> float:
    """Between 1.5 for other names and -1.5 for the same; by content words, with less weight, if there are few names."""
    few = min(len(before.names), len(after.names))
    if few >= 3:
        return max(-1.5, 1.5 - 3.0 * len(before.names & after.names) / few)
    few = min(len(before.stems), len(after.stems))
    return max(-1.0, 1.0 - 5.0 * len(before.stems & after.stems) / few) if few >= 5 else 0.0


def _persons(before: Names, heads: Names, after: list[Names]) -> float:
    """For full names given (again), against family names that go on without being introduced again."""
    introduced = before.family_names()
    soon, later = union(after[:2]), union(after)
    given = {**soon.family_names(), **heads.family_names()}
    going_on = [name for name in soon.bare if name in introduced and name not in given]
    total = 0.0
    if any(introduced.get(family) == full for family, full in soon.family_names().items()):
        total += 1.0
    if not going_on and not later.bare.isdisjoint(later.family_names()):
        total += 0.7
    return total - min(3.0, 1.5 * len(going_on))


def _cohesion(before: Names, heads: Names, after: Names) -> float:
    """Between -1.5 and 1.5: whether the words of the headline belong to what follows or to what precedes."""
    if len(heads.words) < 3:
        return 0.0
    share = (len(heads.words & after.words) - len(heads.words & before.words)) / len(heads.words)
    return max(-1.5, min(1.5, 2.0 * share))
