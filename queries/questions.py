"""Reading question files, and checking what is given for their parameters.

A file begins with a header of comments::

    // purpose: Timeline of an actor: what it took part in, oldest first.
    // param: actor actor — whose timeline
    // param: since date = null — first day of the events
    // columns: date, event, type

A parameter without ``= default`` must be given; the default is JSON. Types: string, int, date (ISO day, month or year),
actor, event and place (a name given loosely, for which the store finds the id), story (an id).
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from graphkit.errors import InputError, QuestionError

TYPES = ("string", "int", "date", "actor", "event", "place", "story")

_PARAM = re.compile(r"(\w+) (\w+)(?: = (.*?))?(?: — (.*))?")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_HEADER = ("purpose", "param", "columns")

Find = Callable[[str], str]
"""Function from a name given loosely to an id."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question: its type, whether it must be given, what it is otherwise."""

    name: str
    type: str
    required: bool
    default: Any
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its Cypher, and what the header says. `free`: it has no header and takes any parameter."""

    name: str
    purpose: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    cypher: str
    free: bool = False

    def bind(self, given: Mapping[str, Any], find: Mapping[str, Find] | None = None) -> dict[str, Any]:
        """Parameters for the Cypher: what was given, checked, and the defaults.

        Parameters
        ----------
        given
            Values, or texts of a command line.
        find
            For the types actor, event and place: how a name becomes an id.

        Raises
        ------
        QuestionError
            One is unknown, missing, or not of its type.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        unknown = sorted(given.keys() - known.keys())
        if self.free:
            return dict(given)
        if unknown:
            raise QuestionError(f"question {self.name} has no parameter {unknown[0]!r}; it has {self.signature()}")
        bound = {}
        for name, parameter in known.items():
            value = given.get(name)
            if value is None:
                if parameter.required:
                    raise QuestionError(
                        f"question {self.name} needs {name} ({parameter.text or parameter.type}); "
                        f"it has {self.signature()}"
                    )
                bound[name] = parameter.default
            else:
                checked = check(self.name, parameter, value)
                bound[name] = find[parameter.type](checked) if find and parameter.type in find else checked
        return bound

    def signature(self) -> str:
        """Parameters in a line, the optional ones with their defaults."""
        parts = [
            f"{p.name} ({p.type})" if p.required else f"{p.name} ({p.type}, else {json.dumps(p.default)})"
            for p in self.parameters
        ]
        return ", ".join(parts) or "no parameters"


def check(question: str, parameter: Parameter, value: Any) -> Any:
    """Value in the type of the parameter.

    Raises
    ------
    QuestionError
        It cannot be.
    """
    where = f"question {question}: {parameter.name} is {value!r}"
    if parameter.type == "int":
        if (
            isinstance(value, bool)
            or not isinstance(value, int | str)
            or not re.fullmatch(r"-?\d{1,18}", str(value).strip())
        ):
            raise QuestionError(f"{where}; expected a whole number")
        if int(value) < 0:
            raise QuestionError(f"{where}; expected a number that is not negative")
        return int(value)
    if not isinstance(value, str):
        raise QuestionError(f"{where}; expected text")
    if parameter.type == "date" and not _DATE.fullmatch(value):
        raise QuestionError(f"{where}; expected a day, month or year such as 2025-11-27, 2025-11 or 2025")
    return value


def parse_question(name: str, text: str) -> Question:
    """Question of the text of a file.

    Raises
    ------
    InputError
        The header is not as it should be.
    """
    purpose, columns = "", ""
    parameters = []
    for line in text.splitlines():
        if not line.startswith("//"):
            break
        field, colon, rest = line[2:].strip().partition(":")
        if not colon or field not in _HEADER:
            continue
        if field == "purpose":
            purpose = rest.strip()
        elif field == "columns":
            columns = rest.strip()
        else:
            parameters.append(_parameter(name, rest.strip()))
    return Question(
        name=name,
        purpose=purpose,
        parameters=tuple(parameters),
        columns=tuple(column.strip() for column in columns.split(",") if column.strip()),
        cypher=text,
        free=not purpose and not parameters and not columns,
    )


def _parameter(question: str, text: str) -> Parameter:
    match = _PARAM.fullmatch(text)
    if match is None or match[2] not in TYPES:
        raise InputError(
            f"{question}: parameter {text!r} cannot be read; expected NAME TYPE [= DEFAULT] — TEXT, "
            f"type one of {', '.join(TYPES)}"
        )
    try:
        default = None if match[3] is None else json.loads(match[3])
    except ValueError as error:
        raise InputError(f"{question}: the default of {match[1]} is no JSON: {match[3]}") from error
    return Parameter(match[1], match[2], match[3] is None, default, match[4] or "")


@cache
def _shipped() -> dict[str, Question]:
    """Questions of the package by name."""
    found = {}
    for file in sorted(files("graphkit.queries").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".cypher"):
            name = file.name.removesuffix(".cypher")
            found[name] = parse_question(name, file.read_text(encoding="utf-8"))
    return found


def questions() -> list[Question]:
    """All shipped questions, by name."""
    return list(_shipped().values())


def load_question(name: str) -> Question:
    """Shipped question of this name, or the one of a ``.cypher`` file.

    Raises
    ------
    QuestionError
        There is none.
    InputError
        The file cannot be read.
    """
    if name.endswith(".cypher"):
        path = Path(name)
        try:
            return parse_question(path.stem, path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{name}: cannot be read ({error})") from error
    shipped = _shipped()
    if name in shipped:
        return shipped[name]
    near = [known for known in shipped if name.replace("-", "_") in known or known in name] or list(shipped)
    raise QuestionError(f"there is no question {name!r}; there are {', '.join(near)}")
