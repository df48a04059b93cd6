"""Options that several commands share, and how their values become arguments."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from graphkit.errors import OptionError


def stacked(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """One decorator out of several options, shown in their order."""

    def decorate(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


reading = stacked(
    click.option("--published", metavar="DAY", help="Day of stories that do not say theirs, such as 2025-11-27."),
    click.option("--publisher", metavar="NAME", help="Outlet of stories that do not say theirs."),
    click.option("--language", metavar="CODE", help="Language of all stories; 'en' switches the language test off."),
    click.option("--field", "fields", multiple=True, metavar="OURS=THEIRS", help="Name of a field, such as text=body."),
)

working = stacked(
    click.option("--model", metavar="NAME", help="Another spaCy pipeline with tagger, parser and entities."),
    click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes."),
)

store = stacked(
    click.option(
        "--store",
        default="graph.kgl",
        show_default=True,
        metavar="URL",
        help="graph.jsonl (NetworkX), graph.kgl (embedded Cypher), neo4j://…, bolt://…",
    ),
    click.option("--user", metavar="NAME", help="User of a Neo4j server (or NEO4J_USER)."),
    click.option("--password", metavar="WORD", help="Password of a Neo4j server (better: NEO4J_PASSWORD)."),
    click.option("--database", metavar="NAME", help="Database of a Neo4j server."),
)

decisions = click.option(
    "--decisions",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Judgements on who and what is the same.",
)

aliases = click.option(
    "--aliases",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Further spellings: a name a line, then its other spellings, tab-separated.",
)

as_json = click.option("--json", "json_", is_flag=True, help="Print the result as JSON.")


def pairs(values: tuple[str, ...], *, option: str) -> dict[str, str]:
    """Dictionary of options given as ``key=value``.

    Examples
    --------
    >>> pairs(("text=body",), option="--field")
    {'text': 'body'}
    """
    found = {}
    for value in values:
        key, sep, rest = value.partition("=")
        if not sep or not key:
            raise OptionError(f"{option} {value!r}: expected key=value, such as {option} text=body")
        found[key.strip()] = rest
    return found


def reading_options(
    published: str | None, publisher: str | None, language: str | None, fields: tuple[str, ...]
) -> dict[str, Any]:
    """Arguments of `graphkit.reading.read` from the options of a command."""
    return {
        "published": published,
        "publisher": publisher,
        "language": language,
        "fields": pairs(fields, option="--field"),
    }


def store_options(user: str | None, password: str | None, database: str | None) -> dict[str, Any]:
    """Arguments of `graphkit.open` that were given."""
    given = {"user": user, "password": password, "database": database}
    return {key: value for key, value in given.items() if value is not None}
