"""Descriptions across stories: "the actress", "two officers", who is called so in the affair."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from graphkit.model import Record
from graphkit.resolution.chains import Chain
from graphkit.resolution.described import singular
from graphkit.resolution.joining import Link, linked, star
from graphkit.resolution.lexicon import listed
from graphkit.resolution.names import fold
from graphkit.resolution.stories import Affairs

_SHARE = 0.45  # of the times a description is used of somebody named in the affair
_NEW_SHARE = 0.8  # the same of "a judge", whom his story does not hold for known
_ENDS = 8  # participants of a mention that are compared
_SPOKEN = 0.35  # share of an affair's stories that speak of "robbers"


def descriptions(
    records: Sequence[Record], chains: Sequence[Chain], root: Sequence[int], affairs: Affairs
) -> list[Link]:
    """Links of "the actress" to whom the affair's stories call so."""
    counts: dict[tuple[int, str], Counter[int]] = defaultdict(Counter)
    index = {(chain.story, chain.actor.id): i for i, chain in enumerate(chains)}
    for i, chain in enumerate(chains):
        if chain.named:
            for head in chain.said.heads:
                counts[affairs.affair[chain.story], head][root[i]] += 1
    for story, record in enumerate(records):
        for role in record.affiliations:
            holder = index.get((story, role.actor))
            words = fold(role.title).split()
            if holder is not None and chains[holder].named and words:
                counts[affairs.affair[story], singular(words[-1])][root[holder]] += 1
    meant = _meant(chains, counts, affairs)
    for i, j in _beside(records, index):  # who does something to somebody is not the other
        if i in meant and meant[i].who == root[j]:
            del meant[i]
        elif i in meant and j in meant and meant[i].who == meant[j].who:
            del meant[min(i, j, key=lambda one: (meant[one].share, one))]
    return [
        linked(0.6, i, who, "called so in the affair", head=chains[i].said.heads[0], n=n)
        for i, (who, n, _) in sorted(meant.items())
    ]


class Meant(NamedTuple):
    """Whom a description means: a cluster, how often it is called so, and that as a share of all who are."""

    who: int
    n: int
    share: float


def _meant(
    chains: Sequence[Chain], counts: Mapping[tuple[int, str], Counter[int]], affairs: Affairs
) -> dict[int, Meant]:
    """Whom each description means, where it is told."""
    found = {}
    vague, spoken = listed("vague"), _spoken(chains, affairs)
    for i, chain in enumerate(chains):
        said = chain.said
        if chain.named or chain.office or said.other or said.owner or said.owned or not said.heads:
            continue
        if said.heads[0] in vague and (said.new or (affairs.affair[chain.story], said.heads[0]) not in spoken):
            continue
        votes: Counter[int] = Counter()
        for head in (said.heads[0], *said.heads):  # the first tells most, others may be another's
            votes.update(counts.get((affairs.affair[chain.story], head), {}))
        if not votes:
            continue
        best, n = min(votes.items(), key=lambda item: (-item[1], item[0]))
        clear = n > 1 and n >= _NEW_SHARE * votes.total() if said.new else n >= _SHARE * votes.total()
        if clear and _fits(chain, chains[best]):
            found[i] = Meant(best, n, n / votes.total())
    return found


def _beside(records: Sequence[Record], index: Mapping[tuple[int, str], int]) -> Iterator[tuple[int, int]]:
    """Pairs of chains that take part in one mention of an event, both ways."""
    for story, record in enumerate(records):
        for mention in record.mentions:
            ends = [(end.role, index.get((story, end.actor or ""))) for end in mention.participants]
            for role, i in ends[:_ENDS]:
                for other, j in ends[:_ENDS]:
                    if role != other and i is not None and j is not None and i != j:
                        yield i, j


def _fits(a: Chain, b: Chain) -> bool:
    """Whether number and gender do not speak against it."""
    for x, y in ((a.actor.number, b.actor.number), (a.actor.gender, b.actor.gender)):
        if x is not None and y is not None and x != y:
            return False
    return (a.kind == "person") == (b.kind == "person") and (a.kind == "state") == (b.kind == "state")


def same_descriptions(chains: Sequence[Chain], affairs: Affairs) -> list[Link]:
    """Links between descriptions with one head in an affair, unless nationality, number or name tell them apart."""
    blocks: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    spoken = _spoken(chains, affairs)
    for i, chain in enumerate(chains):
        if chain.named or chain.office or not chain.said.heads:
            continue
        affair = affairs.affair[chain.story]
        if _telling(chain, spoken=(affair, chain.said.heads[0]) in spoken):
            number = chain.actor.number or "singular"
            blocks[affairs.affair[chain.story], chain.said.heads[0], number].append(i)
    links = []
    for (_, head, _), block in sorted(blocks.items()):
        groups: list[tuple[list[set[str]], list[int]]] = []
        for i in block:
            told = [set(chains[i].said.marks), set(chains[i].said.counts), set(chains[i].said.kinds)]
            for known, own in groups[:8]:
                if not any(x and y and not x & y for x, y in zip(told, known, strict=True)):
                    known[:] = [x | y for x, y in zip(told, known, strict=True)]
                    own.append(i)
                    break
            else:
                groups.append((told, [i]))
        for _, own in groups:
            links += star(own, "same description in the affair", 0.5, head=head)
    return links


def _spoken(chains: Sequence[Chain], affairs: Affairs) -> frozenset[tuple[int, str]]:
    """Affairs and heads by which many stories of the affair describe somebody."""
    stories = Counter(affairs.affair)
    first = {(chain.story, head) for chain in chains for head in chain.said.heads[:1]}
    told = Counter((affairs.affair[story], head) for story, head in first)
    return frozenset(key for key, n in told.items() if n >= _SPOKEN * stories[key[0]])


def _telling(chain: Chain, *, spoken: bool) -> bool:
    """Whether a description can be the same in another story: not "another man", "some people", bare "experts"."""
    said = chain.said
    if said.other:
        return False
    if said.heads[0] in listed("vague"):
        return bool(said.counts)
    return said.definite or bool(said.marks or said.counts) or spoken or not (said.plural or said.new)
