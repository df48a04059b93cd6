"""Stories that are one text: wire copy in several outlets, updates of a story.

Bottom-k sketches of word shingles (Broder 1997): the smallest hashes of a text are a sample that near-duplicates share.
"""

import heapq
import re
import zlib
from collections import defaultdict
from collections.abc import Sequence

from graphkit.model import Record, Resolved, Story, Why, identity
from graphkit.resolution.calendar import days_apart
from graphkit.resolution.joining import Link, join

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words
_SKETCH = 96  # hashes kept of a text
_KEYS = 6  # of them, the smallest ones that propose pairs
_ALIKE = 0.6  # share of shingles that near-duplicates have in common
_UPDATED = 0.35  # the same where an outlet writes its own story on
_DAYS = 3  # between a story and its update
_OPENING = 200  # characters in which a story says that it is a correction
_CORRECTION = re.compile(r"\bcorrect(?:s|ed|ion|ing)\b|\bclarif(?:y|ies|ied|ication)\b", re.I)
_SHORTEST = 12  # words of a story that can be told a copy
_MOST = 40  # stories of one key that are compared with each other; more are compared with the first


def duplicates(records: Sequence[Record]) -> list[Resolved]:
    """Lines of the clusters of near-duplicate stories; stories that stand alone have none."""
    sketches = [sketch(record.story.text) for record in records]
    sets = [frozenset(own) for own in sketches]
    holders: dict[int, list[int]] = defaultdict(list)
    for i, own in enumerate(sketches):
        for key in own[:_KEYS]:
            holders[key].append(i)
    pairs = {
        (i, j)
        for held in holders.values()
        for n, i in enumerate(held[:_MOST])
        for j in (held[n + 1 :] if n == 0 else held[n + 1 : _MOST])
    }
    links = []
    for i, j in sorted(pairs):
        needed, rule = _kinship(records[i].story, records[j].story)
        if len(sets[i] & sets[j]) < needed * min(len(sets[i]), len(sets[j])):  # cannot be alike
            continue
        alike = likeness(sketches[i], sketches[j])
        if alike >= needed:
            links.append(Link(round(alike, 3), i, j, rule))
    joined = join(len(records), links)
    members: dict[int, list[int]] = defaultdict(list)
    for i, root in enumerate(joined.root):
        members[root].append(i)
    return [_line(records, own, joined.links) for own in members.values() if len(own) > 1]


def _kinship(a: Story, b: Story) -> tuple[float, str]:
    """How alike two stories must be to be one text, and what they then are to each other."""
    apart = days_apart(a.published, b.published)
    if a.publisher is None or a.publisher != b.publisher or apart is None or apart > _DAYS:
        return _ALIKE, "same text"
    later = max(a, b, key=lambda story: (story.published or "", story.id))
    corrected = _CORRECTION.search(f"{later.title or ''} {later.text[:_OPENING]}")
    return _UPDATED, "correction by the same outlet" if corrected else "update by the same outlet"


def sketch(text: str) -> list[int]:
    """Smallest hashes of the shingles of a text, ascending; none for a text of a few words."""
    words = _WORD.findall(text.casefold())
    if len(words) < _SHORTEST:
        return []
    shingles = {" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}
    return heapq.nsmallest(_SKETCH, {zlib.crc32(shingle.encode("utf-8", "surrogatepass")) for shingle in shingles})


def likeness(a: Sequence[int], b: Sequence[int]) -> float:
    """Estimated share of shingles that two texts have in common (Jaccard), by their sketches.

    Examples
    --------
    >>> likeness([1, 2, 3], [1, 2, 3]), likeness([1, 2], [3, 4])
    (1.0, 0.0)
    """
    if not a or not b:
        return 0.0
    both = set(a).intersection(b)
    size = min(_SKETCH, len(a) + len(b) - len(both))
    union = sorted({*a, *b})[:size] if len(both) > 1 else ()
    return len(both.intersection(union)) / size if union else len(both) / size


def _line(records: Sequence[Record], own: list[int], links: Sequence[Link]) -> Resolved:
    order = {i: n for n, i in enumerate(own)}
    why = tuple(Why(members=(order[x.a], order[x.b]), rule=x.rule, score=x.score) for x in links if x.a in order)
    ids = [records[i].story.id for i in own]
    return Resolved(
        kind="story", id=identity("story", "copies", ids[0]), members=tuple((i, None) for i in ids), why=why
    )
