"""Which stories tell of one affair: likeness of the names and happenings they speak of.

Two steps: loose clusters are topics; inside each, words that all of its stories share no longer
count, which parts two affairs of one kind.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphkit.model import Record
from graphkit.resolution.calendar import days_apart
from graphkit.resolution.lexicon import family, listed, rarity
from graphkit.resolution.linking import average_link
from graphkit.resolution.names import fold

LOOSE, TIGHT = 0.08, 0.055
_LEAD = 3  # mentions in the first sentences weigh more
_NAME = 1.5  # weight of a word of a name against that of a happening
_MOST = 60  # stories that share a word before it stops to propose pairs
_KEYS = 24  # heaviest words of a story that propose pairs
_FAR = 21  # days between two stories that are hardly of one affair

Bag = Mapping[str, float]


class Affairs(NamedTuple):
    """For each story: its topic and its affair (numbers of their first stories), and the likeness of pairs."""

    topic: Sequence[int]
    affair: Sequence[int]
    bags: Sequence[Bag]

    def likeness(self, i: int, j: int) -> float:
        """Cosine of two stories, 0 to 1."""
        return cosine(self.bags[i], self.bags[j])


def affairs(records: Sequence[Record]) -> Affairs:
    """Topics and affairs of records that are sorted by story id."""
    counts = [_counts(record) for record in records]
    bags = [normal({word: n * _weight(word) for word, n in own.items()}) for own in counts]
    days = [record.story.published for record in records]
    everything = list(range(len(records)))
    topic = _clusters(everything, bags, days, LOOSE)
    members: dict[int, list[int]] = defaultdict(list)
    for i in everything:
        members[topic.get(i, i)].append(i)
    affair: dict[int, int] = {}
    for group in members.values():
        affair.update(_clusters(group, _inside(group, counts), days, TIGHT))
    return Affairs([topic.get(i, i) for i in everything], [affair.get(i, i) for i in everything], bags)


def _counts(record: Record) -> dict[str, float]:
    """How much a story speaks of each word of a name and of each family of happenings."""
    text = record.story.text
    lead = _lead(record)
    counts: dict[str, float] = defaultdict(float)
    for actor in record.actors:
        for mention in actor.mentions:
            if mention.form != "pronoun":
                start, end = mention.span if mention.form == "name" else mention.head
                for word in fold(text[start:end]).split()[:6]:
                    counts[f"n {word}"] += 2.0 if start < lead else 1.0
    for place in record.places:
        for start, end in place.mentions:
            for word in fold(text[start:end]).split()[:4]:
                counts[f"n {word}"] += 2.0 if start < lead else 1.0
    generic = listed("generic") | listed("saying")
    for event in record.mentions:
        word = event.predicate.split(" ", 1)[0].lower()
        if word not in generic:
            counts[f"v {family(word)}"] += 2.0 if event.trigger[0] < lead else 1.0
    return {word: 1 + math.log(n) for word, n in sorted(counts.items())}


def _lead(record: Record) -> int:
    """Where the first sentences end."""
    starts = sorted({mention.sentence for mention in record.mentions})
    return starts[:_LEAD][-1][1] if starts else 0


def _weight(word: str) -> float:
    kind, own = word.split(" ", 1)
    return rarity(own) * (_NAME if kind == "n" else 1.0)


def normal(bag: Bag) -> Bag:
    """The bag with length 1."""
    length = math.sqrt(sum(weight * weight for weight in bag.values()))
    return {word: weight / length for word, weight in bag.items()} if length else {}


def cosine(a: Bag, b: Bag) -> float:
    """Cosine of two bags of length 1."""
    if len(b) < len(a):
        a, b = b, a
    return math.fsum(weight * b[word] for word, weight in a.items() if word in b)


def _inside(group: Sequence[int], counts: Sequence[Mapping[str, float]]) -> dict[int, Bag]:
    """Bags whose words weigh by how few stories of the group have them; in small groups all count for something."""
    frequency = Counter(word for i in group for word in counts[i])
    n = len(group)
    return {
        i: normal(
            {
                word: count * _weight(word) * max(math.log((n + 1) / (frequency[word] + 0.5)), 1 / n)
                for word, count in counts[i].items()
            }
        )
        for i in group
    }


def _clusters(
    group: Sequence[int], bags: Sequence[Bag] | Mapping[int, Bag], days: Sequence[str | None], cut: float
) -> dict[int, int]:
    """Cluster of each story of the group that has company."""
    if len(group) == 1:
        return {}
    scores = {}
    for i, j in _pairs(group, bags):
        score = cosine(bags[i], bags[j])
        apart = days_apart(days[i], days[j])
        if apart is not None and apart > _FAR:
            score /= 2
        scores[i, j] = score
    return average_link(scores, cut=cut)


def _pairs(group: Sequence[int], bags: Sequence[Bag] | Mapping[int, Bag]) -> list[tuple[int, int]]:
    """Pairs of stories that share one of their heaviest words."""
    if len(group) <= _MOST:
        return [(i, j) for a, i in enumerate(group) for j in group[a + 1 :]]
    holders: dict[str, list[int]] = defaultdict(list)
    for i in group:
        heaviest = sorted(bags[i].items(), key=lambda item: (-item[1], item[0]))[:_KEYS]
        for word, _ in heaviest:
            holders[word].append(i)
    found: set[tuple[int, int]] = set()
    for held in holders.values():
        if len(held) <= _MOST:
            found.update((i, j) for a, i in enumerate(held) for j in held[a + 1 :])
    return sorted(found)
