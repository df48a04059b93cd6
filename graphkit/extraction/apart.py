"""Mentions of one deed on different days are of different events: chains of events parted by their dates."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from graphkit.extraction.dating import Dated
from graphkit.extraction.layers import Actors, EventChain, EventMention, Events

Days = tuple[str, str]
OLD = timedelta(days=31)  # what lies further back is background, unless the same people do it


def parted(events: Events, actors: Actors, dates: Sequence[Dated], *, published: str | None) -> Events:
    """Events whose mentions do not contradict each other in when they were.

    Two mentions with days of their own that do not meet are two events. A mention dated long before the story does not
    date an undated one that shares nobody with it ("the quake killed ten; in 2003 a quake killed thousands").
    """
    old = None if published is None else (date.fromisoformat(published[:10]) - OLD).isoformat()
    who = [_actors_of(mention, actors) for mention in events.mentions]
    chains: list[EventChain] = []
    for chain in events.chains:
        groups = [chain.mentions] if chain.named or len(chain.mentions) == 1 else _groups(chain, dates, who, old)
        chains += [replace(chain, mentions=group) for group in groups]
    chains.sort(key=lambda chain: chain.mentions[0])
    return replace(events, chains=tuple(chains))


def _groups(
    chain: EventChain, dates: Sequence[Dated], who: Sequence[frozenset[int]], old: str | None
) -> list[tuple[int, ...]]:
    groups: list[list[int]] = []
    days: list[Days | None] = []
    for i in chain.mentions:
        own = _days(dates[i])
        fits = (n for n in range(len(groups)) if _fits(own, days[n], groups[n], i, who, old))
        at = 0 if own is None and groups else next(fits, len(groups))
        if at == len(groups):
            groups.append([])
            days.append(None)
        groups[at].append(i)
        days[at] = days[at] or own
    return [tuple(group) for group in groups]


def _fits(
    own: Days | None,
    days: Days | None,
    group: Sequence[int],
    mention: int,
    who: Sequence[frozenset[int]],
    old: str | None,
) -> bool:
    """Whether a mention with days of its own can be of the event of the group."""
    if own is None:
        return True
    if days is not None:
        return own[0] <= days[1] and days[0] <= own[1]
    background = old is not None and own[1] < old
    return not background or any(who[mention] & who[i] for i in group)


def _days(dated: Dated) -> Days | None:
    time, source = dated
    if time is None or source not in ("clause", "sentence") or time.from_ is None or time.to is None:
        return None
    return time.from_, time.to


def _actors_of(mention: EventMention, actors: Actors) -> frozenset[int]:
    heads = (participant.phrase.head for participant in mention.participants)
    return frozenset(chain for head in heads if (chain := actors.by_head.get(head)) is not None)
