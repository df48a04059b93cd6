"""A store from its URL."""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from graphkit.errors import OptionError
from graphkit.loaders.store import GraphStore

CONFIG = "graphkit/neo4j.json"
"""File below ~/.config (or $XDG_CONFIG_HOME) with "user", "password" and "database"."""

_FORMS = (
    "graph.kgl (a file, no server), graph.jsonl (a file for NetworkX), neo4j://host, neo4j+s://host, bolt://host:7687"
)


@dataclass(frozen=True, slots=True)
class Access:
    """How to open a store: what its URL does not say, or must not show."""

    user: str | None = None
    password: str | None = None
    database: str | None = None
    read_only: bool = False


def _networkx(url: str, access: Access) -> GraphStore:
    from graphkit.loaders.nx_store import NetworkXStore

    return NetworkXStore(Path(url).expanduser(), read_only=access.read_only)


def _kglite(url: str, access: Access) -> GraphStore:
    from graphkit.loaders.kglite_store import KgliteStore

    return KgliteStore(Path(url).expanduser(), read_only=access.read_only)


def _neo4j(url: str, access: Access) -> GraphStore:
    from graphkit.loaders.neo4j_store import Neo4jStore

    address, found = credentials(url, access, os.environ)
    return Neo4jStore(
        address, user=found.user, password=found.password, database=found.database, read_only=found.read_only
    )


OPENERS: Mapping[str, Callable[[str, Access], GraphStore]] = {
    ".jsonl": _networkx,
    ".kgl": _kglite,
    **dict.fromkeys(("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"), _neo4j),
}
"""Ending of a file or scheme of a URL -> function that opens it; each imports its library only when it is used."""


def open_store(
    url: str,
    *,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
    read_only: bool = False,
) -> GraphStore:
    """Store at a URL: ``*.kgl``, ``*.jsonl``, or ``neo4j://…`` and ``bolt://…`` with all their kinds of TLS.

    Parameters
    ----------
    user, password, database
        For Neo4j; else from the URL, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE, or ~/.config/graphkit/neo4j.json.
    read_only
        Take no lock, refuse to write, and do not make a file that is not there.

    Raises
    ------
    OptionError
        The URL is none of these.
    StoreError
        The store cannot be opened: the message says why.

    Examples
    --------
    >>> open_store("graph.txt")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    graphkit.errors.OptionError: graph.txt: is no store; expected graph.kgl (a file, no server), ...
    """
    scheme, found, _ = url.partition("://")
    opener = OPENERS.get(scheme if found else Path(url).suffix)
    if opener is None:
        shown = f"{scheme}://…" if found else url
        raise OptionError(f"{shown}: is no store; expected {_FORMS}")
    return opener(url, Access(user, password, database, read_only))


def credentials(url: str, access: Access, environ: Mapping[str, str]) -> tuple[str, Access]:
    """Address without user and password, and access completed from the URL, the environment or the settings file.

    Examples
    --------
    >>> credentials("bolt://ann:s%40e@localhost:7687/news", Access(), {"XDG_CONFIG_HOME": "/nowhere"})[0]
    'bolt://localhost:7687'
    """
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise OptionError(
            f"the address of the Neo4j server cannot be read ({error}); expected neo4j://host:7687"
        ) from error
    if not parts.hostname:
        raise OptionError(f"{parts.scheme}://: the address names no host; expected {parts.scheme}://host:7687")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    saved = _saved(environ)
    query = f"?{parts.query}" if parts.query else ""
    complete = Access(
        user=access.user or unquote(parts.username or "") or environ.get("NEO4J_USER") or saved.get("user"),
        password=_first(
            access.password,
            unquote(parts.password) if parts.password else None,
            environ.get("NEO4J_PASSWORD"),
            saved.get("password"),
        ),
        database=access.database or parts.path.strip("/") or environ.get("NEO4J_DATABASE") or saved.get("database"),
        read_only=access.read_only,
    )
    return f"{parts.scheme}://{host}{port}{query}", complete


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value is not None), None)


def _saved(environ: Mapping[str, str]) -> dict[str, str]:
    folder = environ.get("XDG_CONFIG_HOME") or str(Path("~/.config").expanduser())
    path = Path(folder) / CONFIG
    if not path.is_file():
        return {}
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OptionError(f"{path}: cannot be read as JSON with user, password and database") from error
    if not isinstance(saved, dict) or not all(isinstance(value, str) for value in saved.values()):
        raise OptionError(f'{path}: expected {{"user": "…", "password": "…", "database": "…"}}')
    return saved
