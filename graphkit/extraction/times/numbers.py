"""Counts of units: "twenty-five", "a few", "two and a half"."""

from collections.abc import Sequence

VAGUE = "X"
CARDINALS = frozenset({"DAYNUM", "NUM", "YEAR", "NUMWORD"})
VAGUE_KINDS = frozenset({"VAGUE", "LOTS", "few", "some", "number"})


def cardinal(words: Sequence[str]) -> float:
    """Number that digits or number words say.

    Examples
    --------
    >>> cardinal(["two", "hundred", "fifty"])  # values of the lexicon are read, so "2", "100", "50"
    Traceback (most recent call last):
    ValueError: could not convert string to float: 'two'
    >>> cardinal(["2", "100", "50"]), cardinal(["20", "5"]), cardinal(["1,500"])
    (250.0, 25.0, 1500.0)
    """
    total = current = 0.0
    for word in words:
        value = float(word.replace(",", ""))
        if value == 100 and current:
            current *= 100
        elif value >= 1000 and current and current < 1000:
            total, current = total + current * value, 0.0
        else:
            current += value
    return total + current


def count_of(kinds: Sequence[str], values: Sequence[str]) -> float | None:
    """How many units a quantity names; None where it is vague ("several", "dozens of").

    An article or nothing is one; of "three or four" the last counts.
    """
    best: list[str] = []
    now: list[str] = []
    half = False
    for i, (kind, value) in enumerate(zip(kinds, values, strict=True)):
        if kind in VAGUE_KINDS:
            return None
        if kind in CARDINALS:
            now.append(value)
        elif kind in ("to", "or") or (
            kind == "DASH" and now and now[-1].replace(",", "").isdigit() and _digit(kinds, i)
        ):
            best, now = now, []
        elif kind == "half":
            half = True
    words = now or best
    if not words:
        if "couple" in kinds:
            return 2.0
        return 0.5 if half and "and" not in kinds else 1.5 if half else 1.0
    return cardinal(words) + (0.5 if half else 0.0)


def _digit(kinds: Sequence[str], dash: int) -> bool:
    """Whether a dash stands between two digits ("10-15"), not inside a number word ("twenty-five")."""
    return dash + 1 < len(kinds) and kinds[dash - 1] in ("DAYNUM", "NUM") and kinds[dash + 1] in ("DAYNUM", "NUM")


def duration(count: float | None, unit: str) -> str:
    """TIMEX3 value of so many units.

    Examples
    --------
    >>> duration(3, "D"), duration(None, "TM"), duration(0.5, "CE"), duration(2, "F")
    ('P3D', 'PTXM', 'P50Y', 'P4W')
    """
    if count is None:
        return ("PX" if unit[0] != "T" else "PTX") + {"F": "W"}.get(unit, unit[-1] if unit[0] == "T" else unit)
    smaller = {"CE": (100, "Y"), "DE": (10, "Y"), "Y": (12, "M"), "D": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS")}
    if count == 0.5 and unit in smaller:
        factor, unit = smaller[unit]
        count = count * factor
    if unit == "F":
        count, unit = count * 2, "W"
    if unit == "ML":
        count, unit = count * 1000, "Y"
    number = f"{count:.0f}" if count == int(count) else f"{count:g}"
    return f"PT{number}{unit[1]}" if unit[0] == "T" else f"P{number}{unit}"
