"""When an event happened: the time in its clause, a time that opens its sentence, or the day of the report."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from spacy.tokens import Doc, Token

from graphkit.extraction.governing import goes_along, governor, head_of, joined, owner_of, verb_of_occasion
from graphkit.extraction.layers import Clause, EventMention, Timex
from graphkit.extraction.listed import listed

DateSource = Literal["clause", "sentence", "event", "publication"] | None
Dated = tuple[Timex | None, DateSource]

WEEK = timedelta(days=7)
WINDOW = 150  # tokens on either side of the trigger: a list of thousands of dates costs no more


def date_of(
    doc: Doc,
    head: int,
    times: Sequence[Timex],
    *,
    sentence: tuple[int, int],
    clause: Clause | None = None,
    published: str | None = None,
) -> Dated:
    """Time of an event and where it is from; ``(None, None)`` where the text does not date it.

    Parameters
    ----------
    doc
        The parsed story.
    head
        Token of the trigger, a verb or a noun.
    times
        The story's times in text order.
    sentence
        Range of tokens of the trigger's sentence.
    clause
        The clause of the trigger, if it has one.
    published
        Day of the story; it dates only sayings in the present tense ("X says", "X has said"), marked "publication".
    """
    near = _between(times, max(sentence[0], head - WINDOW), min(sentence[1], head + WINDOW))
    first = doc[head if clause is None else clause.chain[0]]
    if first.dep_ == "relcl":  # "in the coming year, when …"
        for time in near:
            if time.start <= first.head.i < time.end and any(c.lower_ == "when" for c in first.children):
                return (time, "clause") if time.from_ is not None else (None, None)
    chain = frozenset((head,)) if clause is None else frozenset((head, *clause.chain))
    governed = [(time, *governor(doc, time, chain)) for time in near]
    own = [(rank, time) for time, rank, _ in governed if rank is not None]
    if own:
        chosen = _best(doc, own, times, published)
        if chosen is not None:
            return chosen, "clause"
    above = first.head if goes_along(first) else verb_of_occasion(first)
    if above is not None:
        outer, source = date_of(doc, above.i, near, sentence=sentence)
        if outer is not None and source == "clause":
            return outer, "sentence"
    opening = _opening(doc, near, chain, sentence, times, published)
    if opening is not None:
        return opening, "sentence"
    if not near and published is not None and _reports_today(doc[head], clause):
        return _publication(doc, head, published), "publication"
    return None, None


def told(doc: Doc, mention: EventMention, dated: Dated, published: str | None) -> Dated:
    """The date of a mention, but nothing a verb tells as done is after the day of the story.

    A weekday that was read forward is the one before; any other day to come belongs to something else ("was picked to
    host the 2031 games").
    """
    time, source = dated
    done = (
        mention.clause is not None and mention.factuality.tense == "past" and mention.factuality.certainty == "certain"
    )
    if time is None or time.from_ is None or published is None or not done or time.from_ <= published[:10]:
        return dated
    if time.precision != "day" or not any(doc[i].lower_ in listed("weekdays") for i in range(time.start, time.end)):
        return None, None
    day = (date.fromisoformat(time.from_) - WEEK).isoformat()
    if any(char.isdigit() for char in doc[time.start : time.end].text) or day > published[:10]:
        return None, None
    return replace(time, from_=day, to=day, value=day + time.value[10:]), source


def _between(times: Sequence[Timex], start: int, end: int) -> Sequence[Timex]:
    low = bisect_left(times, start, key=lambda time: time.start)
    return times[low : bisect_left(times, end, key=lambda time: time.start)]


def _best(doc: Doc, own: list[tuple[int, Timex]], times: Sequence[Timex], published: str | None) -> Timex | None:
    """The nearest time that says when; days before stretches."""
    usable: list[tuple[bool, int, Timex]] = []
    for rank, time in own:
        dated = _as_date(doc, time, times, published)
        if dated is not None:
            usable.append((dated.type not in ("DATE", "TIME"), rank, dated))
    return min(usable, key=lambda entry: entry[:2])[2] if usable else None


def _as_date(doc: Doc, time: Timex, times: Sequence[Timex], published: str | None) -> Timex | None:
    """The time as the days of an event: "since" and "from … to" open it up; None where it says no days."""
    if time.type == "SET" or time.from_ is None or time.to is None:
        return None
    before = doc[time.start - 1].lower_ if time.start else ""
    if before in ("the", "a") and time.start > 1:
        before = doc[time.start - 2].lower_
    partner = _partner(doc, time, times)
    if partner is not None:
        first, last = sorted((time, partner), key=lambda t: t.start)
        if first.from_ is not None and last.to is not None and first.from_ <= last.to:
            return replace(
                first,
                end=last.end,
                span=(first.span[0], last.span[1]),
                value=f"{first.value}/{last.value}",
                to=last.to,
                precision="interval",
            )
    if before in listed("opens_gap"):
        return None
    if before == "since":
        if published is None or published[:10] < time.from_:
            return None
        return replace(time, to=published[:10], precision="interval")
    return time


def _partner(doc: Doc, time: Timex, times: Sequence[Timex]) -> Timex | None:
    """The other end of "from 1989 to 1996", "between Monday and Friday", "2014-2021"."""
    at = bisect_left(times, time.start, key=lambda other: other.start)
    for first, last in ((at, at + 1), (at - 1, at)):
        if not (first >= 0 and last < len(times)):
            continue
        one, two = times[first], times[last]
        if two.start - one.end != 1 or doc[one.end].lower_ not in listed("to") or one.type not in ("DATE", "TIME"):
            continue
        opener = doc[one.start - 1].lower_ if one.start else ""
        dash = doc[one.end].lower_ in ("-", "–")
        if (
            dash
            or (opener == "from" and doc[one.end].lower_ != "and")
            or (opener == "between" and doc[one.end].lower_ == "and")
        ):
            return two if time is one or time.start == one.start else one
    return None


def _opening(
    doc: Doc,
    near: Sequence[Timex],
    chain: frozenset[int],
    sentence: tuple[int, int],
    times: Sequence[Timex],
    published: str | None,
) -> Timex | None:
    """Time that stands in front of the sentence and governs the verbs that are coordinated with its main verb."""
    for time in near:
        if time.start > sentence[0] + 3:
            return None
        owner = owner_of(head_of(doc, time))
        if owner is None or owner.i < time.end:
            continue
        if any(joined(doc[index], owner) for index in chain):
            return _as_date(doc, time, times, published)
    return None


def _reports_today(verb: Token, clause: Clause | None) -> bool:
    """Whether the verb is a saying in the present tense or present perfect that no other clause contains."""
    if clause is None or verb.lemma_ not in listed("saying") or clause.negated or clause.hypothetical:
        return False
    if verb.dep_ not in ("ROOT", "conj"):
        return False
    if verb.tag_ in ("VBZ", "VBP"):
        return True
    auxiliaries = [child for child in verb.children if child.dep_ == "aux"]
    return verb.tag_ == "VBN" and any(child.lemma_ == "have" and child.tag_ in ("VBZ", "VBP") for child in auxiliaries)


def _publication(doc: Doc, head: int, published: str) -> Timex:
    """The story's day as a time that stands at the verb."""
    token, day = doc[head], published[:10]
    span = token.idx, token.idx + len(token)
    return Timex(head, head + 1, span, "DATE", day, day, day, "day")
