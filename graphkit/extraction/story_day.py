"""The day of a story by its own opening, where nobody gave one: a line with a date, a dateline, the address."""

import re
from functools import cache

from graphkit.reading.days import FULL_DATE, iso_day

HEAD = 1500  # code points in which the opening is looked for
LINES = 10
LONGEST = 160  # of a line that may hold the story's date
LEFT_OVER = 1  # words beside the date in a line that is only a date
NUMERIC = r"(?:\d{1,2} ?[/.] ?\d{1,2} ?[/.] ?\d{4}|\d{4}-\d\d-\d\d)"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    clock = r"\d{1,2} ?[:.] ?\d\d(?: ?: ?\d\d)?(?: ?[ap]\.? ?m\b\.?)?|\d{1,2} ?[ap]\.? ?m\b\.?"
    zone = r"\b(?:[ECMP][SD]?T|GMT|UTC|BST|CET|CEST|IST)\b(?: ?[+-] ?\d\d ?:? ?\d\d)?"
    heading = "first|last|originally|published|posted|updated|created|issued|date|dated|online|print|on|at|of|the"
    opens = "(?:first |last |originally )?(?:published|posted|updated|issued)|by|on behalf of|for immediate release"
    day = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    return {
        "date": re.compile(rf"\b(?:{FULL_DATE})\b|(?<![\d/.]){NUMERIC}(?![\d/])", re.IGNORECASE),
        "beside": re.compile(rf"{clock}|{zone}|\b{day}|\b(?:{heading})\b", re.IGNORECASE),
        "heading": re.compile(rf"\W*(?:{opens})\b", re.IGNORECASE),
        "agency": re.compile(rf"[A-Z][\w .'-]{{2,40}}, ({FULL_DATE}) ?/ ?(?:{clock}) ?\(", re.IGNORECASE),
        "dateline": re.compile(rf"[A-Z][A-Z .'-]+, .{{0,40}}?({FULL_DATE})\W{{0,3}}(?:\(|--|—|–)", re.IGNORECASE),
        "address": re.compile(r"((?:19|20)\d\d)(?: ?[/_-] ?)?(\d\d)(?: ?[/_-] ?)?(\d\d)(?: ?[/_-]|$)"),
        "lettered": re.compile(r"/ ?((?:19|20)\d\d) ?/ ?([a-z]{3}) ?/ ?(\d\d) ?/"),
    }


def story_day(text: str) -> str | None:
    """ISO day that the opening of a story gives as its own; None where it gives none, or none that is certain.

    Dates inside running text are those of events, never the story's.

    Examples
    --------
    >>> story_day("Ferry sinks off Tallinn\\nPublished: 3 March 2014, 10:15 GMT\\nA ferry sank on Monday.")
    '2014-03-03'
    >>> story_day("On 3 March 2014 a ferry sank.") is None
    True
    """
    lines = [line.strip() for line in text[:HEAD].split("\n")[:LINES]]
    closing = text[-LONGEST:].rsplit("\n", 1)
    for line in [*lines, *(closing[1:] if len(text) > HEAD else ())]:
        found = _day_of_line(line)
        if found is not None:
            return found
    return next((day for line in lines if line[:4] == "http" and (day := _day_of_address(line))), None)


def _day_of_line(line: str) -> str | None:
    patterns = _patterns()
    dateline = patterns["dateline"].match(line[:LONGEST])
    if dateline is not None and line[: dateline.end()].split(",")[0].isupper():
        return iso_day(dateline[1])
    agency = patterns["agency"].match(line[:LONGEST])
    if agency is not None:
        return iso_day(agency[1])
    if not line or len(line) > LONGEST or line[:4] == "http":
        return None
    found = patterns["date"].search(line)
    if found is None:
        return None
    rest = patterns["beside"].sub(" ", line[: found.start()] + " " + line[found.end() :])
    words = re.findall(r"[^\W\d_]{2,}", rest)
    if len(words) > LEFT_OVER and patterns["heading"].match(line) is None:
        return None
    return iso_day(re.sub(r" ?([/.]) ?(?=\d)", r"\1", found[0]) if found[0][0].isdigit() else found[0])


def _day_of_address(line: str) -> str | None:
    found = _patterns()["address"].search(line)
    if found is not None:
        return iso_day("-".join(found.groups()))
    lettered = _patterns()["lettered"].search(line)
    return None if lettered is None else iso_day(f"{lettered[3]} {lettered[2]} {lettered[1]}")
