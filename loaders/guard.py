"""Refusal of Cypher that would do more than read.

The stores run questions in reading transactions as well; this comes first because reading transactions do not forbid
everything (LOAD CSV reads local files), and because its messages say what is wrong.
"""

import re
from collections.abc import Mapping
from typing import Any

from graphkit.errors import QueryRefused, QuerySyntaxError

_LONGEST = 100_000
"""Characters of a query."""

_HIDDEN = re.compile(
    r"""
    '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*"   # strings
    | `[^`]*`                               # quoted names
    | //[^\n]* | /\*(?:[^*]|\*(?!/))*\*/    # comments
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"(?<![\w.:$])[A-Za-z_]\w*")
_WRITING = frozenset({"CREATE", "INSERT", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "DROP"})
_ADMIN = frozenset(
    {
        "ALTER",
        "GRANT",
        "DENY",
        "REVOKE",
        "SHOW",
        "USE",
        "TERMINATE",
        "RENAME",
        "ENABLE",
        "DEALLOCATE",
        "REALLOCATE",
    }
)
_NAMESPACES = re.compile(r"\b(?:apoc|gds|dbms|db)\s*\.", re.IGNORECASE)
_CALL = re.compile(r"\s*(?:\{|\()")


def check_reading(cypher: str) -> None:
    """Check that a query only reads from the graph.

    Raises
    ------
    QueryRefused
        It would write, read files, administer, or call procedures.
    QuerySyntaxError
        It is empty, too long, or more than one statement.

    Examples
    --------
    >>> check_reading("MATCH (m:Mention) WHERE m.name = 'SET' RETURN m.start AS start")
    >>> check_reading("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line")
    Traceback (most recent call last):
    ...
    graphkit.errors.QueryRefused: the query would read files (LOAD); only reading from the graph is allowed
    """
    if len(cypher) > _LONGEST:
        raise QuerySyntaxError(f"the query has {len(cypher)} characters; at most {_LONGEST} are read")
    if "\\u" in cypher:
        # Cypher 5 turns \\uXXXX into the character before it looks for strings and comments
        raise QueryRefused("the query holds a \\u escape; write the character itself, or pass the text as a parameter")
    bare = _HIDDEN.sub(" ", cypher).strip().removesuffix(";").strip()
    if not bare:
        raise QuerySyntaxError("the query is empty")
    if ";" in bare:
        raise QuerySyntaxError("the query is more than one statement; ask one question at a time")
    if any(mark in bare for mark in ("'", '"', "`", "/*")):
        raise QuerySyntaxError("the query has a quote or comment that is not closed")
    if _NAMESPACES.search(bare):
        raise QueryRefused(
            "the query uses a function or procedure of the server (apoc., gds., dbms., db.); only plain Cypher is run"
        )
    _check_words(bare)


def check_parameters(params: Mapping[str, Any]) -> None:
    """Check that parameters are what every store takes: text, numbers, truth values, and lists and maps of them.

    Raises
    ------
    QuerySyntaxError
        One is something else, a number beyond 64 bits, or text that is no Unicode.

    Examples
    --------
    >>> check_parameters({"names": ["Oslo"], "n": 3, "since": None})
    """
    pending = list(params.items())
    while pending:
        name, value = pending.pop()
        if isinstance(value, str):
            if not value.isprintable() and any("\ud800" <= c <= "\udfff" for c in value):
                raise QuerySyntaxError(f"parameter {name} holds half a character (a lone surrogate); give valid text")
        elif isinstance(value, list | tuple):
            pending += [(name, one) for one in value]
        elif isinstance(value, dict):
            pending += [(name, one) for pair in value.items() for one in pair]
        elif isinstance(value, int) and not isinstance(value, bool):
            if not -(2**63) <= value < 2**63:
                raise QuerySyntaxError(f"parameter {name} is a number of more than 64 bits")
        elif value is not None and not isinstance(value, bool | float):
            raise QuerySyntaxError(f"parameter {name} is a {type(value).__name__}; expected text, a number or a list")


def _check_words(bare: str) -> None:
    """Look at every word that can start a clause: not a property, label, parameter or key of a map, nor an alias."""
    before = ""
    for match in _WORD.finditer(bare):
        word = match.group().upper()
        named = before == "AS" or bare[match.end() :][:2].lstrip()[:1] == ":"
        if word in _WRITING:
            _refuse(f"write ({word})", named)
        elif word in ("LOAD", "CSV"):
            _refuse(f"read files ({word})", named)
        elif word in _ADMIN:
            _refuse(f"administer the store ({word})", named)
        elif word == "CALL" and not _CALL.match(bare, match.end()):
            _refuse("call a procedure (CALL)", named)
        before = word


def _refuse(what: str, named: bool) -> None:
    if not named:
        raise QueryRefused(f"the query would {what}; only reading from the graph is allowed")
