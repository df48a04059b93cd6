"""Mentions of one deed on different days are different events."""

from graphkit.extraction.apart import parted
from graphkit.extraction.dating import Dated
from graphkit.extraction.layers import Actors, EventChain, EventMention, Events, Phrase, RolePhrase, Timex

UNDATED: Dated = (None, None)


def on(first: str, last: str | None = None) -> Dated:
    return Timex(0, 1, (0, 1), "DATE", first, first, last or first, "day"), "clause"


def kill(head: int, who: int) -> EventMention:
    return EventMention(
        head, head, head + 1, "kill", "OTHER", participants=(RolePhrase("actor", Phrase(who, who, who + 1)),)
    )


def chains(dates: list[Dated], who: list[int], *, published: str | None = "2014-03-04") -> list[tuple[int, ...]]:
    mentions = tuple(kill(10 * i + 1, 10 * i) for i in range(len(dates)))
    events = Events(mentions, (EventChain(tuple(range(len(dates))), "OTHER"),))
    actors = Actors(by_head={10 * i: chain for i, chain in enumerate(who)})
    return [chain.mentions for chain in parted(events, actors, dates, published=published).chains]


def test_two_days_that_do_not_meet_are_two_events() -> None:
    assert chains([on("2014-03-03"), on("2014-03-01"), UNDATED], [0, 0, 0]) == [(0, 2), (1,)]


def test_a_day_within_a_month_is_the_same_event() -> None:
    assert chains([on("2014-03-03"), on("2014-03-01", "2014-03-31")], [0, 0]) == [(0, 1)]


def test_background_of_others_does_not_date_the_news() -> None:
    assert chains([UNDATED, on("2003-12-01", "2003-12-31")], [0, 1]) == [(0,), (1,)]


def test_old_deeds_of_the_same_people_are_still_theirs() -> None:
    assert chains([UNDATED, on("2003-12-01", "2003-12-31")], [0, 0]) == [(0, 1)]


def test_nothing_is_old_where_the_day_of_the_story_is_unknown() -> None:
    assert chains([UNDATED, on("2003-12-01")], [0, 1], published=None) == [(0, 1)]
