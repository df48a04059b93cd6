"""The sector of an organisation: only where the shipped table of organisations says it."""

from collections.abc import Mapping
from functools import cache

from graphkit.resolution.lexicon import lines
from graphkit.resolution.names import organization


@cache
def _sectors() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for name, aliases, sector in (line[:3] for line in lines("organizations.tsv") if len(line) > 2):
        for own in (name, *aliases.split(";")):
            if own and sector:
                table.setdefault(organization(own), sector)
    return table


def sector(name: str, kind: str | None) -> str | None:
    """Sector of an actor, None where it is not known: people, states and groups have none.

    Examples
    --------
    >>> sector("the United Nations", "organization")
    'political'
    >>> sector("Vesterholm Fishing", "organization")
    """
    return _sectors().get(organization(name)) if kind == "organization" else None
