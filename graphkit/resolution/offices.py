"""Who held an office on the day of a story, and how heads of state and government are spelt."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from graphkit.resolution.lexicon import lines
from graphkit.resolution.names import family_key, fold, person, sound

_OFFICES = ("president", "prime minister", "chancellor", "premier")


class Term(NamedTuple):
    """A time in office: first and last day, the last empty while it runs."""

    first: str
    last: str
    name: str


@cache
def spellings() -> Mapping[str, str]:
    """Name by its other folded spellings."""
    return {fold(other): row[2] for row in lines("leaders.tsv") for other in (row[5].split(";") if row[5:] else ())}


@cache
def terms() -> Mapping[tuple[str, str], tuple[Term, ...]]:
    """Terms by country and office."""
    found: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for row in lines("leaders.tsv"):
        found[row[0], row[1]].append(Term(row[3], row[4], row[2]))
    return {key: tuple(own) for key, own in found.items()}


@cache
def countries() -> Mapping[str, str]:
    """ISO code by each folded name, alias and adjective of a state."""
    table: dict[str, str] = {}
    for row in list(lines("states.tsv"))[1:]:
        for column in (1, 2, 5):
            for name in row[column].split(";") if len(row) > column else ():
                if name:
                    table.setdefault(fold(name), row[0])
    return table


def titled(family: str, before: str, day: str | None) -> str | None:
    """Full name of the head of state or government of a family name on a day, by the words before it.

    Examples
    --------
    >>> titled("Bush", "He said that President", "2003-05-01"), titled("Bush", "His brother", "2003-05-01")
    ('George W. Bush', None)
    """
    words = fold(before)
    office = next((own for own in _OFFICES if words.endswith(own)), None)
    if office is None or day is None or len(day) != 10:
        return None
    last = sound(fold(family))
    held = {
        term.name
        for (_, own), known in terms().items()
        for term in known
        if own == office and term.first <= day < (term.last or "9") and family_key(person(term.name)) == last
    }
    return held.pop() if len(held) == 1 else None


def holder(description: str, day: str | None) -> str | None:
    """Name of who held the office that is described, on an ISO day; None where it is not known or not an office.

    Examples
    --------
    >>> holder("the US president", "2019-05-01"), holder("the president of the United States", "2023-05-01")
    ('Donald Trump', 'Joe Biden')
    >>> holder("the former US president", "2019-05-01") is None
    True
    """
    if day is None or len(day) != 10:
        return None
    words = fold(description)
    for office in _OFFICES:
        country = None
        if words.endswith(f" {office}"):
            country = words.removesuffix(f" {office}")
        elif words.startswith(f"{office} of "):
            country = words.removeprefix(f"{office} of ").removeprefix("the ")
        code = countries().get(country) if country else None
        if code is not None:
            held = [term.name for term in terms().get((code, office), ()) if term.first <= day < (term.last or "9")]
            return held[0] if len(held) == 1 else None
    return None
