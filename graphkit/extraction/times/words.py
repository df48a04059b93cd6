"""The pieces of a text and their classes: what the grammar of times reads instead of the words.

Pieces are words, numbers and single signs. Each gets one character, the code of its class, so that the grammar can be
one regular expression over a string with one character a piece.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

OTHER = "\0"

PIECE = re.compile(
    r"""
      (?P<CLOCK>\d{1,2}(?:[:.][ ]?\d\d)?(?::\d\d)?[ \u00a0]?(?:[ap]\.[ ]?m\.|[ap]m\b))
    | (?P<ISODATE>\d{4}-\d\d-\d\d(?!\w))
    | (?P<NUMDATE>\d{1,2}(?P<sep>[/.])\d{1,2}(?P=sep)(?:\d{4}|\d\d)(?![\w/]))
    | (?P<HHMM>\d{1,2}:\d\d(?::\d\d)?(?![\w:]))
    | (?P<DECADE>(?:['’]\d0|\d{3}0)['’]?s\b)
    | (?P<TENS>[2-9]0s\b)
    | (?P<ORDNUM>\d{1,3}(?:st|nd|rd|th)\b)
    | (?P<GROUPED>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w))
    | (?P<NUMBER>\d+(?:\.\d+)?(?!\w))
    | (?P<POSS>['’]s\b)
    | (?P<WORD>o['’]clock\b|\w+)
    | (?P<BREAK>\n)
    | (?P<SIGN>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)

SIGNS = {",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "—": "LONGDASH", "/": "SLASH", "’": "POSS", "'": "POSS"}
CAPITAL_ONLY = frozenset({"WEEKDAY", "WEEKDAYS", "WABBR", "MONTH", "MABBR", "HOLIDAY", "TZ"})
SHAPES = [
    "CLOCK",
    "ISODATE",
    "NUMDATE",
    "HHMM",
    "DECADE",
    "TENS",
    "ORDNUM",
    "POSS",
    "SIGN",
    "COMMA",
    "DOT",
    "DASH",
    "LONGDASH",
    "SLASH",
    "YEAR",
    "DAYNUM",
    "NUM",
    "QN",
]
QUARTER_NUMBER = re.compile(r"(?:q([1-4])|([1-4])q)(?!\w)", re.IGNORECASE)


@cache
def lexicon() -> dict[str, tuple[str, str]]:
    """Class and value of each word of ``times_words.tsv``."""
    text = files("graphkit.data").joinpath("times_words.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {word: (kind, value) for word, kind, value in rows}


def class_name(kind: str, value: str) -> str:
    """Name of the class of a word; units have a class each, so that rules can ask for a quarter or a year."""
    return f"{kind}_{value}" if kind in ("UNIT", "UNITS") else kind


def class_codes(literals: Iterable[str]) -> dict[str, str]:
    """One character for each class and each literal word of the grammar."""
    kinds = sorted({class_name(*entry) for entry in lexicon().values()}) + SHAPES
    names = list(dict.fromkeys(kinds + sorted(set(literals))))
    return {name: chr(0x100 + i) for i, name in enumerate(names)}


def number_class(text: str) -> str:
    """Class of a plain number: a year, a day of a month, or any number.

    Examples
    --------
    >>> number_class("1989"), number_class("27"), number_class("2.5"), number_class("312")
    ('YEAR', 'DAYNUM', 'NUM', 'NUM')
    """
    if len(text) == 4 and text.isdigit() and 1000 <= int(text) <= 2199:
        return "YEAR"
    if len(text) <= 2 and text.isdigit() and 1 <= int(text) <= 31:
        return "DAYNUM"
    return "NUM" if len(text) <= 12 else "SIGN"


def word_class(word: str, codes: dict[str, str]) -> str | None:
    """Class of a word; None where times have no use for it."""
    low = word.lower().replace("'", "").replace("’", "")
    found = lexicon().get(low)
    if found is not None:
        return None if found[0] in CAPITAL_ONLY and not word[0].isupper() else class_name(*found)
    if low in codes:
        return low
    return "QN" if len(word) == 2 and QUARTER_NUMBER.match(word) else None


def pieces_of(text: str, codes: dict[str, str]) -> tuple[str, list[int], list[int]]:
    """Codes of all pieces as one string, and where each piece begins and ends."""
    known: dict[str, str] = {}
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in PIECE.finditer(text):
        kind = match.lastgroup
        piece = match.group()
        code = known.get(piece)
        if code is None:
            code = known[piece] = _code(piece, kind or "SIGN", codes)
        out.append(code)
        starts.append(match.start())
        ends.append(match.end())
    return "".join(out), starts, ends


def _code(piece: str, kind: str, codes: dict[str, str]) -> str:
    if kind == "WORD":
        return codes.get(word_class(piece, codes) or "", OTHER)
    if kind == "NUMBER":
        return codes[number_class(piece)]
    if kind == "GROUPED":
        return codes["NUM"]
    if kind == "BREAK":
        return OTHER
    if kind == "SIGN":
        return codes.get(SIGNS.get(piece, ""), OTHER)
    return codes[kind]
