"""Small records for property tests: few names, so that stories overlap; and a newer version of each."""

import random
from collections.abc import Iterable, Sequence

import msgspec
import synthetic
from hypothesis import strategies as st

from graphkit.model import Judgement, Record, Resolved
from graphkit.resolution import resolve

CAST = synthetic.world(6)


def record(seed: int, *, sentences: int = 3) -> Record:
    """A small record; the same seed gives the same one."""
    rng = random.Random(seed)
    return synthetic._record(rng, seed, CAST, sentences)


def newer(old: Record, *, seed: int = 0) -> Record:
    """What a newer version of graphkit makes of the same story: other polarity, a participant less, a mention less."""
    rng = random.Random(seed)
    dropped = {m.id for m in old.mentions if rng.random() < 0.3}
    mentions = tuple(
        msgspec.structs.replace(m, polarity=rng.choice(("positive", "negative")), participants=m.participants[:1])
        for m in old.mentions
        if m.id not in dropped
    )
    return msgspec.structs.replace(
        old,
        version="graphkit 0.2.0",
        mentions=mentions,
        triples=tuple(t for t in old.triples if t.mention not in dropped),
        affiliations=(),
    )


POOL: Sequence[Record] = tuple(record(seed, sentences=1 + seed % 4) for seed in range(6))
NEWER: Sequence[Record] = tuple(newer(old, seed=seed) for seed, old in enumerate(POOL))


def records() -> st.SearchStrategy[list[Record]]:
    """Some records, of either version, no story twice."""
    return st.lists(st.integers(0, 2 * len(POOL) - 1), max_size=5, unique_by=lambda i: i % len(POOL)).map(
        lambda chosen: [(*POOL, *NEWER)[i] for i in chosen]
    )


def ends() -> st.SearchStrategy[tuple[str, tuple[int, int], str]]:
    """Actors as a judgement names them."""
    found = [(r.story.id, a.mentions[0].span, a.name) for r in POOL for a in r.actors]
    return st.sampled_from(found)


def aliases() -> st.SearchStrategy[tuple[str, str]]:
    """A name and another spelling of it: two names of one kind."""
    kinds = sorted({a.kind for r in POOL for a in r.actors if a.kind in ("person", "organization")})
    names = {kind: sorted({a.name for r in POOL for a in r.actors if a.kind == kind}) for kind in kinds}
    pairs = [(a, b) for kind in kinds for a in names[kind] for b in names[kind] if a != b]
    return st.sampled_from(pairs)


def judgements() -> st.SearchStrategy[Judgement]:
    """What somebody may decide of two actors."""
    verdicts = st.sampled_from(("same", "different", "unsure", "undo"))
    return st.builds(Judgement, verdict=verdicts, kind=st.just("actor"), a=ends(), b=ends(), by=st.just("tester"))


def resolved(records: Iterable[Record], judgements: Sequence[Judgement] = ()) -> list[Resolved]:
    """Resolution in which actors that are judged the same are one, whatever else the resolver does."""
    known = list(records)
    lines = {line.id: line for line in resolve(known)}
    chains = {(r.story.id, m.span): (r.story.id, a.id) for r in known for a in r.actors for m in a.mentions}
    last = {frozenset((j.a, j.b)): j.verdict for j in judgements}
    for pair, verdict in sorted(last.items(), key=lambda item: sorted(item[0])):
        members = [chains.get((end[0], end[1])) for end in pair]
        if verdict != "same" or None in members:
            continue
        same = sorted({line.id for line in lines.values() if line.kind == "actor" and set(line.members) & set(members)})
        merged = tuple(sorted(m for own in same for m in lines[own].members))
        first = lines[same[0]]
        for own in same:
            del lines[own]
        lines[first.id] = msgspec.structs.replace(first, members=merged, why=())
    return sorted((*lines.values(), *_clusters(known)), key=lambda line: (line.kind, line.id))


def _clusters(records: Sequence[Record]) -> list[Resolved]:
    """Near-duplicates: here, stories whose texts begin alike."""
    alike: dict[str, list[str]] = {}
    for record in records:
        alike.setdefault(record.story.text[:12], []).append(record.story.id)
    return [
        Resolved(kind="story", id=min(ids), members=tuple((own, None) for own in sorted(ids)))
        for ids in alike.values()
        if len(ids) > 1
    ]
