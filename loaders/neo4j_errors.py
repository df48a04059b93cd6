"""Errors of the Neo4j driver and server as ours: what was seen, and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions as neo

from graphkit.errors import (
    ConstraintViolation,
    QueryRefused,
    QuerySyntaxError,
    QueryTimeout,
    StoreError,
    StoreLocked,
    StoreUnavailable,
)

_CREDENTIALS = (
    "give them with --user and --password, NEO4J_USER and NEO4J_PASSWORD, or in ~/.config/graphkit/neo4j.json"
)


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Errors of the driver as ours, with `where` in the message.

    Raises
    ------
    StoreError
        One of its kinds.
    """
    try:
        yield
    except neo.Neo4jError as error:
        raise server_error(error, where) from error
    except (neo.DriverError, OSError, ValueError) as error:
        raise driver_error(error, where) from error


def server_error(error: neo.Neo4jError, where: str) -> StoreError:
    """Ours for what the server said, by its status code."""
    code = error.code or ""
    message = (error.message or "").split("\n")[0]
    if "Security.Unauthorized" in code or "CredentialsExpired" in code or "AuthenticationRateLimit" in code:
        return StoreUnavailable(f"{where}: user or password is wrong ({message}); {_CREDENTIALS}")
    if "DatabaseNotFound" in code:
        return StoreUnavailable(
            f"{where}: there is no such database ({message}); the one of Neo4j Community is called neo4j"
        )
    if "AccessMode" in code:
        return QueryRefused(f"{where}: the query would write; only reading from the graph is allowed")
    if "ReadOnly" in code or "read-only" in message or "read only" in message:
        return StoreUnavailable(
            f"{where}: the database is read-only ({message}); load into another, or make it writable"
        )
    if "DatabaseUnavailable" in code:
        return StoreUnavailable(
            f"{where}: the database is not running ({message}); start it, or look at the server's log"
        )
    if "Security.Forbidden" in code:
        return StoreUnavailable(f"{where}: this user may not do that ({message})")
    if "TimedOut" in code or "Terminated" in code:
        return QueryTimeout(f"{where}: the question took longer than allowed; narrow it down or allow more time")
    if "Schema.Constraint" in code:
        return ConstraintViolation(f"{where}: {message}")
    if "Statement" in code:
        return QuerySyntaxError(f"{where}: {message}")
    if isinstance(error, neo.TransientError):
        return StoreLocked(f"{where}: others keep the server busy ({message}); try again")
    return StoreError(f"{where}: {code} {message}")


def driver_error(error: Exception, where: str) -> StoreError:
    """Ours for what the driver ran into."""
    if isinstance(error, neo.ServiceUnavailable | neo.SessionExpired | OSError):
        return StoreUnavailable(
            f"{where}: no Neo4j server answers there, or the connection was lost ({error}); "
            "is it running, are host, port and TLS (neo4j:// or neo4j+s://) right? "
            "What was written before is whole: load again"
        )
    if isinstance(error, neo.ConfigurationError | ValueError):
        return StoreUnavailable(f"{where}: is no address that the driver can use ({error})")
    return StoreError(f"{where}: {error}")
