"""From what the user names (files, folders, patterns, standard input) to stories."""

import glob
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO

from graphkit.errors import InputError, OptionError
from graphkit.model import Story
from graphkit.reading.columns import check_fields
from graphkit.reading.days import iso_day
from graphkit.reading.decoding import decode, encoding_of
from graphkit.reading.languages import language_code
from graphkit.reading.outcome import Item, Note, Options, Unread, finish
from graphkit.reading.pages import story_of_page
from graphkit.reading.plain import stories_of_text
from graphkit.reading.tables import items_of_json, lines_of_json, rows_of_table

MAX_PAGE = 64 << 20
"""Bytes of a web page. A larger file is no page, and its tree would fill the memory."""
MAX_WHOLE = 1 << 30
"""Bytes of a file that has to be held in memory as a whole (all but JSON Lines)."""

_FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "json",
    ".csv": "comma",
    ".tsv": "tab",
    ".tab": "tab",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
}
_NONE: Mapping[str, str] = MappingProxyType({})


def read(
    inputs: Iterable[str | os.PathLike[str]],
    *,
    fields: Mapping[str, str] = _NONE,
    published: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    on_note: Callable[[Note], None] | None = None,
) -> Iterator[Story | Unread]:
    """Stories of all inputs, in their order and as they are asked for; `Unread` in the place of what gives none.

    Parameters
    ----------
    inputs
        Files (.txt, .jsonl, .json, .csv, .tsv, .html; others by their content), folders (with their folders, sorted),
        patterns with ``*``, ``-`` for standard input.
    fields
        Which field or column holds what, where the usual names do not tell: ``{"text": "body"}``. Keys are text, title,
        published, publisher, url, id, language.
    published, publisher, language
        For stories that do not say it themselves. With the language given as English no story is left out for its
        language.
    on_note
        Called with what was odd about a story that was read all the same.

    Raises
    ------
    OptionError
        A key of `fields` is unknown, `published` is no date, or `language` no language.

    Examples
    --------
    >>> [str(unread) for unread in read(["no/such.txt"])]
    ['no/such.txt: there is no such file or folder']
    """
    check_fields(fields)
    day = iso_day(published) if published is not None else None
    if published is not None and day is None:
        raise OptionError(f"published: {published!r} is no date; expected a day like 2025-11-27")
    code = language_code(language)
    if language is not None and code is None:
        raise OptionError(f"language: {language!r} is unknown; expected a code like en")
    options = Options(published=day, publisher=publisher, language=code, on_note=on_note)
    return _read([os.fspath(path) for path in inputs], fields, options)


def _read(inputs: list[str], fields: Mapping[str, str], options: Options) -> Iterator[Story | Unread]:
    for given in inputs:
        for source in _files(given):
            if isinstance(source, Unread):
                yield source
                continue
            for item in _items(source, fields):
                yield item if isinstance(item, Unread) else finish(item, source, options)


def _files(given: str) -> Iterator[str | Unread]:
    """Files behind one input: itself, those of a folder, those that fit a pattern."""
    path = Path(given)
    try:
        if given == "-" or path.is_file():
            yield given
        elif path.is_dir():
            yield from _folder(given)
        elif path.exists():  # a pipe
            yield given
        elif glob.has_magic(given):
            matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - also absolute patterns
            yield from (found for match in matches for found in _files(match))
            if not matches:
                yield Unread(source=given, reason="no file fits this pattern")
        else:
            yield Unread(source=given, reason="there is no such file or folder")
    except (OSError, ValueError) as error:  # a name too long, or with a NUL
        yield Unread(source=given[:200], reason=f"cannot be looked up: {error}")


def _folder(folder: str) -> Iterator[str | Unread]:
    """Files of known kinds in a folder and its folders, sorted; hidden ones are left out."""
    found = False
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in _FORMATS and not name.startswith("."):
                found = True
                yield str(Path(place) / name)
    if not found:
        kinds = ", ".join(sorted(_FORMATS))
        yield Unread(source=folder, reason=f"no stories in this folder; looked for files ending in {kinds}")


def _items(source: str, fields: Mapping[str, str]) -> Iterator[Item | Unread]:
    """Items of one file; what makes the whole file unreadable is one `Unread`."""
    try:
        if source == "-":
            yield from _of_file(_peekable(sys.stdin.buffer), source, "unknown", fields)
        else:
            with Path(source).open("rb") as file:
                yield from _of_file(file, source, _FORMATS.get(Path(source).suffix.lower(), "unknown"), fields)
    except OSError as error:
        yield Unread(source=source, reason=f"cannot be read: {error.strerror or error}")
    except InputError as error:
        yield Unread(source=source, reason=str(error))


def _of_file(file: io.BufferedReader, source: str, kind: str, fields: Mapping[str, str]) -> Iterator[Item | Unread]:
    start = file.peek(4096)
    if not start:
        yield Unread(source=source, reason="the file is empty")
        return
    if kind in {"unknown", "lines"}:
        kind = _sniffed(start, kind)
    if kind == "lines":
        yield from lines_of_json(file, source, fields)
        return
    limit = MAX_PAGE if kind == "page" else MAX_WHOLE
    data = file.read(limit + 1)
    if len(data) > limit:
        advice = "expected a web page" if kind == "page" else "split it, or use JSON Lines"
        yield Unread(source=source, reason=f"the file has more than {limit:,} bytes: {advice}")
    elif kind == "page":
        yield story_of_page(data, source)
    else:
        yield from _of_text(decode(data), source, kind, fields)


def _of_text(text: str, source: str, kind: str, fields: Mapping[str, str]) -> Iterator[Item | Unread]:
    if not text or text.isspace():
        yield Unread(source=source, reason="the file is empty")
    elif kind == "json":
        yield from items_of_json(text, source, fields)
    elif kind in {"comma", "tab"}:
        yield from rows_of_table(text, source, fields, tabs=kind == "tab")
    else:
        yield from stories_of_text(text)


def _peekable(file: IO[bytes]) -> io.BufferedReader:
    """The file itself, or if it is none of the operating system's (in tests), a buffer around what is in it."""
    return file if isinstance(file, io.BufferedReader) else io.BufferedReader(io.BytesIO(file.read()))


def _sniffed(start: bytes, kind: str) -> str:
    """Format of a file by its first bytes: an object a line, one JSON document, a web page, plain text."""
    encoding, mark = encoding_of(start)
    text = start[mark:].decode(encoding, "ignore").lstrip()
    if text.startswith("["):
        return "json" if kind == "lines" or re.match(r"\[\s*[\[{\]]", text) else "text"
    if kind == "lines" or re.match(r'\{\s*"', text):
        return "json" if kind != "lines" and re.match(r"\{\s*\n", text) else "lines"
    return (
        "page"
        if re.match(r"<(?:!doctype html|html|\?xml[^>]*>\s*<(?:!doctype )?html)", text, re.IGNORECASE)
        else "text"
    )
