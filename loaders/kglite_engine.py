"""The embedded Cypher engine: queries, changes, errors. Used by its own store and to ask the NetworkX store."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import kglite

from graphkit.errors import (
    MissingEndpoint,
    QueryRefused,
    QuerySyntaxError,
    QueryTimeout,
    StoreCorrupt,
    StoreError,
    StoreLocked,
    StoreUnavailable,
)
from graphkit.loaders.guard import check_parameters, check_reading
from graphkit.loaders.packing import packed
from graphkit.loaders.schema import HIDDEN
from graphkit.loaders.statements import NEXT_REVISION, SCHEMA, SET_KEPT, Statement, Write, statements
from graphkit.loaders.store import Change, Node, Rel, StaleStore, Table

_STRUCTURAL = ("title", "type", *HIDDEN["Story"])
"""What a whole node has beside its properties in the graph: additions of this engine, and what a store hides."""


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Errors of the engine as ours.

    Raises
    ------
    StoreError
        One of its kinds, with `where` in the message.
    """
    try:
        yield
    except kglite.CypherTimeoutError as error:
        raise QueryTimeout(
            f"{where}: the question took longer than allowed; narrow it down or allow more time"
        ) from error
    except (kglite.CypherSyntaxError, kglite.CypherTypeMismatchError, kglite.SchemaError) as error:
        raise QuerySyntaxError(f"{where}: {error}") from error
    except kglite.ReadOnlyError as error:
        raise QueryRefused(f"{where}: the query would write; only reading from the graph is allowed") from error
    except kglite.WriterLeaseHeldError as error:
        raise StoreLocked(
            f"{where}: {str(error).split(';')[0]}; wait until it has finished, or open it for reading only"
        ) from error
    except kglite.FileFormatError as error:
        raise StoreCorrupt(
            f"{where}: is damaged or no graph of graphkit ({error}). Delete it and load the records again"
        ) from error
    except (kglite.FileError, OSError) as error:
        raise StoreUnavailable(f"{where}: cannot be opened ({error})") from error
    except kglite.CypherExecutionError as error:
        raise QuerySyntaxError(f"{where}: the query cannot be run: {error}") from error
    except kglite.KgError as error:
        raise StoreError(f"{where}: {error}") from error


def run_query(
    engine: Any, cypher: str, params: Mapping[str, Any], *, timeout: float | None = None, max_rows: int | None = None
) -> Table:
    """Answer to a reading query; `timeout` in seconds."""
    check_reading(cypher)
    check_parameters(params)
    kglite.set_query_warning_policy("silent")
    with translated("query"), engine.begin_read() as transaction:
        view = transaction.cypher(
            cypher,
            params=dict(params),
            timeout_ms=None if timeout is None else max(1, round(timeout * 1000)),
            row_limit=None if max_rows is None else max_rows + 1,
        )
        columns = tuple(view.columns)
        rows = [tuple(plain(row[column]) for column in columns) for row in view.to_list()]
    cut = max_rows is not None and len(rows) > max_rows
    return Table(columns, tuple(rows[:max_rows] if cut else rows), cut)


def plain(value: Any) -> Any:
    """Value as JSON knows it: days as ISO text, a whole node as its properties.

    Examples
    --------
    >>> plain([dt.date(2020, 1, 2)])
    ['2020-01-02']
    """
    if isinstance(value, dt.date | dt.datetime | dt.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        if "properties" in value and ("labels" in value or "id" in value):
            return {k: plain(v) for k, v in value["properties"].items() if k not in _STRUCTURAL}
        return {k: plain(v) for k, v in value.items()}
    return value


def run_change(engine: Any, change: Change, *, expect: int, where: str, write: Write = "seek") -> None:
    """Do a change in one transaction, or nothing; `write` as in `statements`.

    Raises
    ------
    StaleStore, MissingEndpoint
        See `GraphStore.apply`.
    """
    kglite.set_query_warning_policy("silent")
    with translated(where), engine.begin() as transaction:
        revision = transaction.cypher(NEXT_REVISION).to_list()[0]["revision"]
        if revision != expect + 1:
            raise StaleStore(f"{where}: revision {revision - 1}, expected {expect}")
        for statement in statements(change, write=write):
            _run(transaction, statement, where)
        if kept := packed(change):
            transaction.cypher(SET_KEPT, params={"kept": kept})


def _run(transaction: Any, statement: Statement, where: str) -> None:
    result = transaction.cypher(statement.cypher, params={"rows": list(statement.rows)})
    if statement.endpoints:
        found = result.to_list()[0]["n"]
        if found != len(statement.rows):
            raise MissingEndpoint(
                f"{where}: {len(statement.rows) - found} relationships lead to nodes that are not there; "
                "nothing was written"
            )


def make_schema(engine: Any, where: str) -> None:
    """Create indexes where they are missing; ids are unique in this engine by themselves."""
    with translated(where):
        for statement in SCHEMA:
            if "CONSTRAINT" not in statement:
                engine.cypher(statement)


def memory_engine(things: Iterable[Node | Rel], revision: int) -> Any:
    """Engine in memory that holds these nodes and relationships."""
    engine = kglite.KnowledgeGraph()
    nodes, rels = [], []
    for thing in things:
        if isinstance(thing, Node):
            nodes.append(thing)
        else:
            rels.append(thing)
    run_change(engine, Change(nodes=nodes, rels=rels), expect=0, where="memory", write="create")
    make_schema(engine, "memory")
    with translated("memory"):
        engine.cypher("MATCH (g:GraphkitStore {id: 'store'}) SET g.revision = $revision", params={"revision": revision})
    return engine
