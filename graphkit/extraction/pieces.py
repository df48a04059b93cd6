"""What of a story is parsed by itself: its lines, and the dateline before the first sentence."""

import re
from collections.abc import Iterator

from graphkit.reading.lines import dateline_of

LONGEST_PIECE = 25_000  # code points, about 5,000 words: what one parse may hold in memory
_INSERTION = re.compile(r" [—–-]{1,2} ")
_STOP = re.compile(r"[.!?]\s")


def cut(text: str) -> list[str]:
    r"""The lines of the text, each with its line end and the blank lines after it.

    A dateline before its first sentence is a part by itself, over-long lines come in parts.

    Examples
    --------
    >>> cut("Talks end\n\nThey ended.")
    ['Talks end\n\n', 'They ended.']
    >>> cut("OSLO — Talks ended.")
    ['OSLO — ', 'Talks ended.']
    >>> "".join(cut("x " * 50_000)) == "x " * 50_000
    True
    """
    out: list[str] = []
    start = 0
    for line in re.finditer(r"[^\n]*\S[^\n]*(?:\n\s*(?=\n|\Z)|\n)*|\s+", text):
        piece = line.group()
        start = line.end()
        town = _dateline(piece)
        if town:
            out.append(piece[:town])
            piece = piece[town:]
        if len(piece) > LONGEST_PIECE:
            out.extend(_halves(piece))
        else:
            out.append(piece)
    assert start == len(text)
    return out


def _dateline(line: str) -> int:
    """Length of the dateline that a line begins with; none where its dash opens an insertion: "Oslo — the city — …"."""
    found = dateline_of(line)
    if found is None:
        return 0
    rest = line[len(found) :]
    first = _STOP.split(rest, maxsplit=1)[0]
    sure = "(" in found or "," in found or found.isupper()
    opens = rest[:1] in "\"'" or rest[:1].isupper() or rest[:1].isdigit()
    return len(found) if opens and (sure or _INSERTION.search(first) is None) else 0


def _halves(line: str) -> Iterator[str]:
    """Parts of a line too long for one parse, cut behind a full stop if there is one, else behind a blank."""
    at = 0
    while len(line) - at > LONGEST_PIECE:
        end = at + LONGEST_PIECE
        stop = max(line.rfind(mark, at + LONGEST_PIECE // 2, end) for mark in (". ", "! ", "? ", '." '))
        if stop < 0:
            stop = line.rfind(" ", at + 1, end)
        end = end if stop < 0 else line.index(" ", stop) + 1
        yield line[at:end]
        at = end
    yield line[at:]
