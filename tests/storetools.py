"""Stores for tests: each kind, empty, on a real server where it needs one."""

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import neo4j
import neo4j_server
import pytest
from conftest import absent

from graphkit.loaders import GraphStore, open_store
from graphkit.loaders.graph_file import line_of

EMBEDDED = ("networkx", "kglite")
NEO4J = [
    pytest.param(f"neo4j {version}", marks=[pytest.mark.neo4j, *([pytest.mark.slow] if i else [])])
    for i, version in enumerate(neo4j_server.VERSIONS)
]
KINDS = [*EMBEDDED, *NEO4J]
"""All stores; the second Neo4j is left out of a quick run."""

FILES = {"networkx": "graph.jsonl", "kglite": "graph.kgl"}

Open = Callable[..., GraphStore]


@cache
def neo4j_running(version: str) -> neo4j_server.Server:
    """A server that all tests of this process share; stopped when it ends."""
    reason = neo4j_server.missing(version)
    if reason is not None:
        absent(f"what Neo4j {version} needs", reason)
    home = Path(tempfile.mkdtemp(prefix="graphkit-neo4j-"))
    server = neo4j_server.start(home, version)

    def stop() -> None:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)

    atexit.register(stop)
    return server


def wipe(server: neo4j_server.Server) -> None:
    """Empty the database, constraints and indexes too."""
    with (
        neo4j.GraphDatabase.driver(server.url, auth=("neo4j", neo4j_server.PASSWORD)) as driver,
        driver.session() as session,
    ):
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


def opener(kind: str, folder: Path) -> Open:
    """Function that opens the one store of this kind and folder, again and again; empty at first."""
    if kind in FILES:
        return lambda **options: open_store(str(folder / FILES[kind]), **options)
    server = neo4j_running(kind.split()[1])
    wipe(server)
    return lambda **options: open_store(server.url, **{"user": "neo4j", "password": neo4j_server.PASSWORD, **options})


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of store."""
    return str(request.param)


@pytest.fixture
def open_it(kind: str, tmp_path: Path) -> Open:
    """Function that opens an empty store of each kind."""
    return opener(kind, tmp_path)


@pytest.fixture
def store(open_it: Open) -> Iterator[GraphStore]:
    """An empty store of each kind."""
    with open_it() as opened:
        yield opened


def lines(store: GraphStore) -> list[str]:
    """Canonical export."""
    return [line_of(thing) for thing in store.export()]
