"""What a line of a plain text file looks like: headline, dateline, by-line, separator, running text.

Only the form of the line itself is looked at; what it is good for is decided in `segmentation`. Of a long line only the
ends are looked at, so that a line of any length costs the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graphkit.reading.days import FULL_DATE

Kind = Literal[
    "body",  # running text
    "head",  # no final stop: headline, deck, crosshead, caption
    "byline",
    "dateline",  # a dateline that has the line for itself
    "date",
    "label",  # "Published: …"
    "title",  # "Headline: …"
    "number",  # "Story 3 of 10"
    "rule",  # -----
    "stars",  # * * *
    "end",  # ENDS, (Reporting by …)
    "credit",
    "link",  # "Read more: …"
    "item",  # of a list
]

_LOOK = 300  # code points at the start of a line that are looked at
_LONGEST_HEAD = 32  # words

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_PLACE = r"[A-Z][A-Z.'’/-]*[A-Z.](?: [A-Z.'’/-]{2,}){0,4}"  # all in capitals
_TOWN = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
_DASH = r"(?:[—–]|--|-(?=\s))"
_AGENCY = r"\([A-Z][^()\d]{1,38}\)"
_DAY = (
    rf"(?:(?:{_MONTHS}|{_MONTHS.title()}|{_MONTHS.upper()})[A-Za-z]*\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]+)(?:,? \d{{4}})?"
)
_BEFORE_DASH = (
    rf"{_PLACE}(?:, [^—–()]{{1,40}}?)?\s*(?:{_AGENCY}\s*)?",
    rf"{_TOWN}(?:, [^—–()]{{1,40}}?)?\s*{_AGENCY}\s*",
    rf"{_TOWN}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)? (?=[—–])",
    rf"{_TOWN}, {_DAY}\s*",
)
_DATELINE = rf"(?:(?:{'|'.join(_BEFORE_DASH)}){_DASH}\s*|{_TOWN}, {_DAY}(?:\s*{_AGENCY})?\s*[.:/]\s*)"


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or several of a hard-wrapped paragraph: where the text is in the file and what it looks like.

    `gap` is the number of blank lines before it; `dateline` tells running text that begins with one.
    """

    start: int
    end: int
    gap: int
    kind: Kind
    words: int
    dateline: bool = False
    question: bool = False


def lines_of(text: str) -> list[Line]:
    r"""Lines that are not blank, in order; the lines of a hard-wrapped paragraph are one.

    Examples
    --------
    >>> [(line.kind, line.gap) for line in lines_of("Oslo votes again on harbour tunnel\n\nOSLO (NN) — It did.")]
    [('head', 0), ('body', 1)]
    """
    return [_line(text, *place) for place in _joined(text, list(_places(text)))]


def dateline_of(line: str) -> str | None:
    """The dateline with which a line begins, up to its dash.

    Examples
    --------
    >>> dateline_of("OSLO, 3 March 2021 (Nordic Wire) — It rained."), dateline_of("It rained.")
    ('OSLO, 3 March 2021 (Nordic Wire) — ', None)
    """
    found = _forms()["dateline"].match(line[:_LOOK])
    return found.group() if found else None


def agency_of(dateline: str) -> str | None:
    """The agency that a dateline names in brackets.

    Examples
    --------
    >>> agency_of("OSLO, 3 March 2021 (Nordic Wire) — "), agency_of("OSLO — ")
    ('Nordic Wire', None)
    """
    found = _forms()["agency"].search(dateline)
    return found.group()[1:-1].strip() if found else None


def is_stopped(text: str) -> bool:
    """Whether a text ends like a sentence or goes on after it, closing quotation marks and brackets aside.

    Examples
    --------
    >>> is_stopped("“It did.”"), is_stopped("Harbour to close, minister says"), is_stopped("He said:")
    (True, False, True)
    """
    return text[-8:].rstrip("\"'”’»)] ").endswith((".", "!", "?", "…", ":", ";", ","))


def _places(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and blank lines before each line that is not blank; a form feed counts as three blank lines."""
    last = 0
    for found in re.finditer(r"[^\r\n\f]+", text):
        content = found.group()
        if content.isspace():
            continue
        start = found.end() - len(content.lstrip())
        end = found.start() + len(content.rstrip())
        breaks = text.count("\n", last, start) or text.count("\r", last, start)
        pages = text.count("\f", last, start)
        yield start, end, max(breaks - (last > 0), 0) + 3 * pages
        last = end


def _joined(text: str, places: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The places, where the file is hard-wrapped with each paragraph in one."""
    width = _wrap_width(text, places)
    joined: list[tuple[int, int, int]] = []
    last_length = 0
    for start, end, gap in places:
        goes_on = width > 0 and gap == 0 and last_length >= 0.7 * width
        if joined and gap == 0 and not goes_on:
            goes_on = text[start].islower() and not is_stopped(text[joined[-1][1] - 8 : joined[-1][1]])
        if joined and goes_on:
            joined[-1] = (joined[-1][0], end, joined[-1][2])
        else:
            joined.append((start, end, gap))
        last_length = end - start
    return joined


def _wrap_width(text: str, places: list[tuple[int, int, int]]) -> int:
    """Width at which the file is hard-wrapped, 0 if it is not: most full lines stop in the middle of a sentence."""
    lengths = sorted(end - start for start, end, _ in places)
    width = lengths[int(0.95 * (len(lengths) - 1))] if lengths else 0
    if not 50 <= width <= 130:
        return 0
    full = [end for start, end, _ in places if end - start >= 0.7 * width]
    broken = sum(text[end - 1] not in ".!?”\"’'" for end in full)
    followed = sum(gap == 0 for _, _, gap in places[1:])
    return width if len(full) >= 4 and broken > 0.6 * len(full) and followed >= 0.5 * (len(places) - 1) else 0


def _line(text: str, start: int, end: int, gap: int) -> Line:
    head = text[start : min(end, start + _LOOK)]
    words = len(head.split()) if end - start <= _LOOK else _LONGEST_HEAD + 1
    stopped = is_stopped(text[max(start, end - 8) : end])
    kind = _kind(head, words, stopped)
    return Line(
        start=start,
        end=end,
        gap=gap,
        kind=kind,
        words=words,
        dateline=kind == "body" and dateline_of(head) is not None,
        question=text[end - 1] == "?",
    )


def _kind(head: str, words: int, stopped: bool) -> Kind:
    if words <= 2 * _LONGEST_HEAD:
        for kind, pattern in _whole_forms():
            if pattern.match(head):
                return kind
    if words > _LONGEST_HEAD or head[0].islower() or _is_quotation(head):
        return "body"
    if not stopped:
        return "byline" if _forms()["byline"].match(head) else "head"
    return "head" if head.endswith(("?", "!")) and 3 <= words <= 14 and not _has_inner_stop(head) else "body"


def _is_quotation(head: str) -> bool:
    return head[0] in '"“«„' and head[-1] in '"”»“' and sum(head.count(mark) for mark in '"“”«»„') == 2


def _has_inner_stop(head: str) -> bool:
    return re.search(r"[.!?][\"”’]? [A-Z“\"]", head) is not None


@cache
def _whole_forms() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """Forms of whole lines, the more certain first."""
    day = rf"(?:{FULL_DATE}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}})"
    weekday = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?"
    clock = r"(?:[ ,|•T-]*(?:at )?\d{1,2}[:.]\d\d.{0,24})?"
    picture = r"(?:photo|photograph|image|picture|video|source|graphic|illustration)s?"
    agency = r"(?:getty(?: images)?|afp|reuters|ap|ap photo|epa|tass|sputnik)"
    name = r"(?:published|publication date|date|updated|outlet|publisher|url|link|author|section|deck|summary)"
    more = r"read (?:more|also|next)|also read|see also|follow us|subscribe (?:to|now)|advertisement|sign up|share this"
    others = r"click here|most read|related (?:stories|articles|news)|(?:related|watch|listen|more)\b.{0,20}:"
    forms: tuple[tuple[Kind, str], ...] = (
        ("rule", r"(?:[-_=#~—–+]\s?){3,}$"),
        ("stars", r"(?:[*•·⁂◆■]\s*)+$"),
        ("end", r"[-—–( \[]*(?:ends?|30|eom)[-—–) \]]*$"),
        ("end", r"\(?(?:additional )?(?:reporting|writing|editing|compiled|edited) by\b"),
        ("credit", rf"{picture}(?: credit| courtesy)?\s*(?::|/|by\b)"),
        ("credit", r".{0,250}©\s?\w"),
        ("credit", r"(?:\(c\) |copyright\b|all rights reserved|file photo)"),
        ("credit", r"[(/\[][^()/\[\]]{1,60}[)/\]]$"),
        ("credit", rf".{{3,250}}(?:\(|/ ?|© ?|\| ?){agency}\)?$"),
        ("title", r"(?:title|headline)\s*:\s*\S"),
        ("label", rf"{name}\s*:"),
        ("label", r"https?://\S+$"),
        ("number", r"(?:story|article|document|item|text)\s+#?\d+(?: of \d+)?[:.]?$"),
        ("number", r"(?:#\d+|\[\d+\]|\(\d+\)|\d{1,3}\.?)[:.]?$"),
        ("date", rf"(?:(?:published|posted|updated|last updated)(?: on)?:? )?{weekday}{day}{clock}$"),
        ("link", rf"(?:{more}|{others})(?!.*[.!]$)"),
        ("item", r"(?:[-•*·▪‣]|\d{1,2}[.)]|[a-z]\))\s+\S"),
    )
    capitals = rf"{_PLACE}(?:, [A-Z][\w ,.]{{1,40}}|\s*{_AGENCY})+\s*{_DASH}?$"
    return (*((kind, re.compile(form, re.IGNORECASE)) for kind, form in forms), ("dateline", re.compile(capitals)))


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    return {
        "dateline": re.compile(_DATELINE + r"(?=[\w“\"'‘])"),
        "agency": re.compile(_AGENCY),
        "byline": re.compile(r"(?:By|BY|Story by|Written by|Analysis by) [A-Z]\S*(?: \S+){0,11}$"),
    }
