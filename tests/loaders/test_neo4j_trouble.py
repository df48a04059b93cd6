"""What a user of Neo4j is told when something is wrong, and the files for its import tool."""

import shlex
from collections.abc import Callable
from functools import cache
from pathlib import Path

import neo4j_server
import pytest
import strategies
import synthetic
from neo4j import exceptions as neo
from storetools import NEO4J, lines, neo4j_running, opener

from graphkit.errors import (
    ConstraintViolation,
    GraphkitError,
    OptionError,
    QueryRefused,
    QuerySyntaxError,
    QueryTimeout,
    StoreError,
    StoreLocked,
    StoreUnavailable,
)
from graphkit.loaders import export_neo4j_csv, load, open_store
from graphkit.loaders.neo4j_errors import driver_error, server_error
from graphkit.loaders.opening import Access, credentials

VERSION = neo4j_server.VERSIONS[0]
RECORDS = list(synthetic.records(40))


def test_no_server_is_told_without_the_password() -> None:
    port = neo4j_server.free_port()
    with pytest.raises(StoreUnavailable, match="no Neo4j server answers there") as caught:
        open_store(f"bolt://neo4j:secret-word@127.0.0.1:{port}")
    assert "secret-word" not in str(caught.value)


@pytest.mark.neo4j
def test_wrong_password_is_told_with_what_to_do() -> None:
    with pytest.raises(StoreUnavailable, match=r"user or password is wrong .*NEO4J_PASSWORD") as caught:
        open_store(neo4j_running(VERSION).url, user="neo4j", password="wrong-word")
    assert "wrong-word" not in str(caught.value)


@pytest.mark.neo4j
def test_unknown_database_is_told() -> None:
    with pytest.raises(StoreUnavailable, match="no such database"):
        open_store(f"{neo4j_running(VERSION).url}/nonesuch", user="neo4j", password=neo4j_server.PASSWORD)


@pytest.mark.neo4j
def test_server_that_is_too_old_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphkit.loaders.neo4j_store._OLDEST", (9999, 0))
    with pytest.raises(StoreUnavailable, match=r"is Neo4j/5.* needs Neo4j 9999 or later"):
        open_store(neo4j_running(VERSION).url, user="neo4j", password=neo4j_server.PASSWORD)


@pytest.mark.parametrize(
    ("code", "ours"),
    [
        ("Neo.ClientError.Security.Unauthorized", StoreUnavailable),
        ("Neo.ClientError.Security.Forbidden", StoreUnavailable),
        ("Neo.ClientError.Database.DatabaseNotFound", StoreUnavailable),
        ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", StoreUnavailable),
        ("Neo.TransientError.General.DatabaseUnavailable", StoreUnavailable),
        ("Neo.ClientError.Statement.AccessMode", QueryRefused),
        ("Neo.ClientError.Statement.SyntaxError", QuerySyntaxError),
        ("Neo.ClientError.Statement.ParameterMissing", QuerySyntaxError),
        ("Neo.ClientError.Transaction.TransactionTimedOut", QueryTimeout),
        ("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", QueryTimeout),
        ("Neo.ClientError.Schema.ConstraintValidationFailed", ConstraintViolation),
        ("Neo.TransientError.Transaction.DeadlockDetected", StoreLocked),
        ("Neo.DatabaseError.General.UnknownError", StoreError),
    ],
)
def test_every_kind_of_server_error_has_one_of_ours(code: str, ours: type[GraphkitError]) -> None:
    error = neo.Neo4jError._hydrate_neo4j(code=code, message="m")
    assert type(server_error(error, "bolt://h")) is ours


def test_every_driver_error_has_one_of_ours() -> None:
    kinds = [kind for kind in vars(neo).values() if isinstance(kind, type) and issubclass(kind, neo.DriverError)]
    assert len(kinds) > 5
    unavailable = (neo.ServiceUnavailable, neo.SessionExpired, neo.ConfigurationError)
    for kind in kinds:
        expected = StoreUnavailable if issubclass(kind, unavailable) else StoreError
        assert type(driver_error(kind.__new__(kind), "bolt://h")) is expected, kind


def test_options_come_before_url_before_environment_before_settings(tmp_path: Path) -> None:
    (tmp_path / "graphkit").mkdir()
    (tmp_path / "graphkit" / "neo4j.json").write_text('{"user": "set", "password": "set", "database": "set"}')
    home = {"XDG_CONFIG_HOME": str(tmp_path)}
    environment = {**home, "NEO4J_USER": "env", "NEO4J_PASSWORD": "env"}
    assert credentials("neo4j+s://h", Access(), home) == ("neo4j+s://h", Access("set", "set", "set"))
    assert credentials("bolt://h", Access(), environment)[1] == Access("env", "env", "set")
    url = "bolt://ann:p%40ss@h:7688/news"
    assert credentials(url, Access(), environment) == ("bolt://h:7688", Access("ann", "p@ss", "news"))
    assert credentials(url, Access("o", "o", "o"), environment)[1] == Access("o", "o", "o")


@pytest.mark.parametrize("url", ["bolt://", "bolt://:7687", "neo4j://h:port", "http://h", "graph.txt", "graph"])
def test_address_that_is_none_is_told(url: str) -> None:
    with pytest.raises(OptionError, match="expected"):
        open_store(url)


def test_settings_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "graphkit").mkdir()
    (tmp_path / "graphkit" / "neo4j.json").write_text('{"user": 5}')
    with pytest.raises(OptionError, match="expected"):
        credentials("bolt://h", Access(), {"XDG_CONFIG_HOME": str(tmp_path)})


Imported = Callable[[str], tuple[Path, list[str]]]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """Function from a version to the home of a server with what the import tool made, and the graph it is to hold."""

    @cache
    def make(version: str) -> tuple[Path, list[str]]:
        neo4j_running(version)
        folder = tmp_path_factory.mktemp("import")
        with opener("kglite", folder)() as store:
            load(store, RECORDS, strategies.resolved(RECORDS))
            command = shlex.split(export_neo4j_csv(store, folder / "csv"))
            expected = lines(store)
        assert command[0] == "neo4j-admin"
        home = folder / "server"
        neo4j_server.prepare(home, version)
        neo4j_server.admin(home, version, *command[1:])
        return home, expected

    return make


@pytest.mark.slow
@pytest.mark.neo4j
@pytest.mark.parametrize("kind", NEO4J)
def test_import_tool_makes_the_graph_that_the_driver_loads(kind: str, imported: Imported) -> None:
    version = kind.split()[1]
    home, expected = imported(version)
    with (
        neo4j_server.running(home, version) as server,
        open_store(server.url, user="neo4j", password=neo4j_server.PASSWORD) as store,
    ):
        assert lines(store) == expected
        assert load(store, RECORDS, strategies.resolved(RECORDS)).unchanged == len(RECORDS)


@pytest.mark.neo4j
@pytest.mark.slow
def test_database_that_is_read_only_is_told(imported: Imported) -> None:
    home, _ = imported(VERSION)  # a database must be there before it can be read-only
    with (
        neo4j_server.running(home, VERSION, ["server.databases.default_to_read_only=true"]) as server,
        open_store(server.url, user="neo4j", password=neo4j_server.PASSWORD) as store,
        pytest.raises(StoreUnavailable, match="read-only"),
    ):
        load(store, RECORDS, strategies.resolved(RECORDS))
