"""The store for production: a Neo4j server, 5 or later, through its driver. No APOC, no GDS."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, LiteralString, TypeVar

import neo4j

from graphkit.errors import MissingEndpoint, StoreError, StoreUnavailable
from graphkit.loaders.cypher_store import CypherStore
from graphkit.loaders.guard import check_parameters, check_reading
from graphkit.loaders.neo4j_errors import translated
from graphkit.loaders.packing import packed
from graphkit.loaders.schema import HIDDEN
from graphkit.loaders.statements import NEXT_REVISION, RETIRED, SCHEMA, SET_KEPT, statements
from graphkit.loaders.store import Change, StaleStore, Table

_OLDEST = (5, 0)
T = TypeVar("T")


class Neo4jStore(CypherStore):
    """Graph on a Neo4j server. The connection is tried when the store is opened.

    Parameters
    ----------
    url
        Scheme, host and port, without user and password.
    database
        None for the user's home database.

    Raises
    ------
    StoreUnavailable
        No server, wrong password, unknown database, too old a version.
    """

    def __init__(
        self,
        url: str,
        *,
        user: str | None = None,
        password: str | None = None,
        database: str | None = None,
        read_only: bool = False,
    ) -> None:
        self._url = url
        self._database = database
        self._read_only = read_only
        auth = (user or "neo4j", password) if password is not None else None
        with translated(url):
            self._driver = neo4j.GraphDatabase.driver(
                url, auth=auth, notifications_min_severity="OFF", connection_timeout=10, user_agent="graphkit"
            )
        try:
            self._check_server()
        except BaseException:
            self._driver.close()
            raise

    @property
    def url(self) -> str:
        """Where it is, without user and password."""
        return self._url if self._database is None else f"{self._url}/{self._database}"

    def ensure_schema(self) -> None:
        """Create constraints and indexes where they are missing, and drop those that are no longer used.

        Each in a transaction that is tried again: loaders which begin at the same moment wait for each other's locks.
        """
        with translated(self.url), self._session(write=True) as session:
            for statement in (*RETIRED, *SCHEMA):
                with _unless_there():
                    session.execute_write(_consume, _text(statement))
            session.run("CALL db.awaitIndexes(300)").consume()

    def apply(self, change: Change, *, expect: int) -> None:
        """Do the change in one transaction, or nothing. The first statement locks the store against other writers."""
        if self._read_only:
            raise StoreError(f"{self.url}: was opened for reading only")

        def work(transaction: neo4j.ManagedTransaction) -> None:
            revision = transaction.run(_text(NEXT_REVISION)).single(strict=True)["revision"]
            if revision != expect + 1:
                raise StaleStore(f"{self.url}: revision {revision - 1}, expected {expect}")
            for statement in statements(change):
                result = transaction.run(_text(statement.cypher), rows=list(statement.rows))
                if statement.endpoints and (found := result.single(strict=True)["n"]) != len(statement.rows):
                    raise MissingEndpoint(
                        f"{self.url}: {len(statement.rows) - found} relationships lead to nodes that are not there; "
                        "nothing was written"
                    )
            if kept := packed(change):
                transaction.run(_text(SET_KEPT), kept=kept)

        with translated(self.url), self._session(write=True) as session:
            session.execute_write(work)

    def query(
        self,
        cypher: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        max_rows: int | None = None,
    ) -> Table:
        """Answer to a reading Cypher query."""
        check_reading(cypher)
        check_parameters(params or {})

        def work(transaction: neo4j.ManagedTransaction) -> Table:
            result = transaction.run(_text(cypher), dict(params or {}))
            records = list(result) if max_rows is None else result.fetch(max_rows + 1)
            cut = max_rows is not None and len(records) > max_rows
            rows = tuple(tuple(plain(value) for value in record.values()) for record in records[:max_rows])
            return Table(tuple(result.keys()), rows, cut)

        return self._read(work, timeout=timeout)

    def flush(self) -> None:
        """Nothing: the server has it all."""

    def close(self) -> None:
        """Let go of the connection."""
        self._driver.close()

    def _check_server(self) -> None:
        with translated(self.url):
            agent = self._driver.get_server_info().agent
            with self._session(write=False) as session:
                session.run("RETURN 1").consume()
        numbers = re.findall(r"\d+", agent.partition("/")[2])
        if tuple(int(number) for number in numbers[:2]) < _OLDEST:
            raise StoreUnavailable(f"{self.url}: is {agent}; graphkit needs Neo4j {_OLDEST[0]} or later")

    def _session(self, *, write: bool) -> neo4j.Session:
        mode = neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS
        return self._driver.session(database=self._database, default_access_mode=mode)

    def _read(self, work: Callable[[neo4j.ManagedTransaction], T], *, timeout: float | None = None) -> T:
        with translated(self.url), self._session(write=False) as session:
            return session.execute_read(neo4j.unit_of_work(timeout=timeout)(work))

    def _rows(self, cypher: str, **params: Any) -> list[dict[str, Any]]:
        return self._read(lambda transaction: transaction.run(_text(cypher), params).data())


@contextmanager
def _unless_there() -> Iterator[None]:
    """Let another loader have made the same constraint or index a moment before, in spite of IF NOT EXISTS."""
    try:
        yield
    except neo4j.exceptions.ClientError as error:
        if not str(error.code).endswith("AlreadyExists"):
            raise


def _consume(transaction: neo4j.ManagedTransaction, cypher: LiteralString) -> None:
    transaction.run(cypher).consume()


def _text(cypher: str) -> LiteralString:
    """Cypher as the driver wants it typed: ours is built from `schema`, a user's runs in a reading transaction."""
    return cypher


def plain(value: Any) -> Any:
    """Value of the driver as JSON knows it: days as ISO text, whole nodes and relationships as their properties."""
    if hasattr(value, "iso_format"):
        return value.iso_format()
    if isinstance(value, neo4j.graph.Path):
        return [plain(node) for node in value.nodes]
    if isinstance(value, neo4j.graph.Node | neo4j.graph.Relationship):
        return {k: plain(v) for k, v in sorted(value.items()) if k not in HIDDEN["Story"]}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return value
