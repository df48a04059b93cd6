"""The grammar of times, compiled from its data file to one regular expression over class codes."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graphkit.extraction.times.words import OTHER, class_codes, lexicon

TOKEN = re.compile(r"[A-Za-z_]+|\{\d,\d\}|[()|?*]")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Compiled rules.

    Attributes
    ----------
    codes
        Character of each class and literal word.
    names
        The other way round: class or word of each character.
    starts
        Matches one character that a rule can begin with.
    rules
        Matches a rule; ``lastindex`` is one more than the rule's place in `readings`.
    readings
        Name of the reading of each rule.
    """

    codes: dict[str, str]
    names: dict[str, str]
    starts: re.Pattern[str]
    rules: re.Pattern[str]
    readings: tuple[str, ...]


@cache
def grammar() -> Grammar:
    """The grammar of ``times_grammar.txt``."""
    macros, rules = _parse(files("graphkit.data").joinpath("times_grammar.txt").read_text("utf-8"))
    bodies = [*macros.values(), *(body for _, body in rules)]
    literals = {token for body in bodies for token in TOKEN.findall(body) if token.islower()}
    clash = sorted(literals & lexicon().keys())
    if clash:
        raise ValueError(f"times_grammar.txt names words that times_words.tsv gives a class: {clash}; use the class")
    codes = class_codes(literals)
    known = {kind: _family(kind, codes) for kind in ("UNIT", "UNITS")}
    for name, body in macros.items():
        known[name] = f"(?:{_translate(body, codes, known)})"
    patterns = [_translate(body, codes, known) for _, body in rules]
    return Grammar(
        codes=codes,
        names={code: name.partition("_")[0] for name, code in codes.items()},
        starts=re.compile(f"[^{OTHER}]"),
        rules=re.compile("|".join(f"(?:{pattern})()" for pattern in patterns)),
        readings=tuple(name for name, _ in rules),
    )


def _family(kind: str, codes: dict[str, str]) -> str:
    members = "".join(code for name, code in codes.items() if name.startswith(f"{kind}_"))
    return f"[{members}]"


def _parse(text: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    macros: dict[str, str] = {}
    rules: list[tuple[str, str]] = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        if " = " in line:
            name, body = line.split(" = ", 1)
            macros[name.strip()] = body
        else:
            name, body = line.split(":", 1)
            rules.append((name.strip(), body))
    return macros, rules


def _translate(body: str, codes: dict[str, str], macros: dict[str, str]) -> str:
    out: list[str] = []
    for part in TOKEN.findall(body):
        if part == "(":
            out.append("(?:")
        elif not part[0].isalpha():
            out.append(part)
        elif part in macros:
            out.append(macros[part])
        elif part in codes:
            out.append(re.escape(codes[part]))
        else:
            raise ValueError(f"times_grammar.txt names {part!r}, which is neither a class nor a part")
    return "".join(out)
