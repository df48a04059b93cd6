"""Pairs that a person should look at: likely enough to be one, not sure enough to be made one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from graphkit.model import Actor, Judgement, Record, Resolved
from graphkit.resolution.judgements import End, holding
from graphkit.resolution.names import compare_people, family_key, person

_LIKELY = {"same": 0.7, "compatible": 0.4}  # that two people apart are one
_WEAK = 0.7  # merges below are shown for confirmation
_MOST = 30  # lines of one family name that are compared


class Suggestion(NamedTuple):
    """Two members, whether they are one now, and how many members a decision would move, sure and expected."""

    kind: Literal["actor", "event"]
    a: End
    b: End
    merged: bool
    gain: int
    reason: str
    expected: float  # members moved times how likely the decision differs from what is now
    names: tuple[str, str]  # what they are called in the graph now


def suggest(
    records: Iterable[Record], resolved: Sequence[Resolved], *, judgements: Sequence[Judgement] = ()
) -> list[Suggestion]:
    """Suggestions by falling expected gain, without those that are judged already.

    Parameters
    ----------
    records
        The records that were resolved.
    resolved
        What `resolve` made of them.
    judgements
        What was decided before.
    """
    ends = _ends(records)
    actors = {(r.story.id, actor.id): actor for r in records for actor in r.actors}
    judged = {frozenset((j.a, j.b)) for j in holding(judgements)}
    found = [*_weak(resolved, ends), *_alike(resolved, ends, actors)]
    found = [s for s in found if frozenset((s.a, s.b)) not in judged and s.a != s.b]
    found = list(
        {(s.kind, s.a[2], s.b[2], s.names): s for s in sorted(found, reverse=True)}.values()
    )  # copies ask once
    return sorted(found, key=lambda s: (-s.expected, -s.gain, s.kind, s.a, s.b))


def _ends(records: Iterable[Record]) -> dict[tuple[str, str, str], End]:
    """How a judgement names each member: story, span of its first mention, name."""
    found: dict[tuple[str, str, str], End] = {}
    for record in records:
        story = record.story.id
        for actor in record.actors:
            if actor.mentions:
                found["actor", story, actor.id] = (story, actor.mentions[0].span, actor.name)
        names = {event.id: event.name for event in record.events}
        for mention in record.mentions:
            end = (story, mention.trigger, names.get(mention.event, ""))
            found.setdefault(("event", story, mention.event), end)
    return found


def _weak(resolved: Sequence[Resolved], ends: dict[tuple[str, str, str], End]) -> list[Suggestion]:
    """Merges that rest on a weak reason."""
    found = []
    for line in resolved:
        if line.kind == "story":
            continue
        for why in line.why:
            if why.score >= _WEAK or why.rule == "judged the same":
                continue
            a, b = (ends.get((line.kind, line.members[i][0], line.members[i][1] or "")) for i in why.members)
            if a is not None and b is not None:
                name = line.name or ""
                moved = len(line.members)
                found.append(
                    Suggestion(line.kind, a, b, True, moved, why.rule, round((1 - why.score) * moved, 3), (name, name))
                )
    return found


def _alike(
    resolved: Sequence[Resolved],
    ends: dict[tuple[str, str, str], End],
    actors: dict[tuple[str, str], Actor],
) -> list[Suggestion]:
    """People apart whose names could be one."""
    blocks: dict[str, list[Resolved]] = defaultdict(list)
    for line in resolved:
        if line.kind == "actor" and line.name and line.members:
            first = actors.get((line.members[0][0], line.members[0][1] or ""))
            if first is not None and first.kind == "person" and line.name[:1].isupper():
                blocks[family_key(person(line.name))].append(line)
    found = []
    for block in blocks.values():
        block = sorted(block, key=lambda line: (-len(line.members), line.id))[:_MOST]
        for n, one in enumerate(block):
            for other in block[n + 1 :]:
                verdict = compare_people(person(one.name or ""), person(other.name or ""))
                if verdict == "different":
                    continue
                a, b = (ends.get(("actor", line.members[0][0], line.members[0][1] or "")) for line in (one, other))
                if a is not None and b is not None:
                    gain = min(len(one.members), len(other.members))
                    expected = gain * _LIKELY[verdict]
                    names = (one.name or "", other.name or "")
                    found.append(Suggestion("actor", a, b, False, gain, "names that could be one", expected, names))
    return found
