"""Stories of JSON Lines, JSON and delimited tables."""

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping
from typing import IO, Any

from msgspec import structs

from graphkit.errors import InputError
from graphkit.reading.columns import NAMES, columns, fold, item_of, missing_text
from graphkit.reading.decoding import decode, decode_8bit, encoding_of
from graphkit.reading.outcome import MAX_STORY, Item, Unread

_MAX_LINE = 8 * MAX_STORY  # bytes; all escaped, a story takes six bytes a character
_LISTS = ("articles", "stories", "items", "data", "results", "documents", "docs", "records", "news", "hits", "entries")


def lines_of_json(file: IO[bytes], source: str, fields: Mapping[str, str]) -> Iterator[Item | Unread]:
    """Items of JSON Lines, one object a line, read as they are asked for; a broken line is an `Unread` of its own.

    Raises
    ------
    InputError
        The file is not text.
    """
    for number, line in enumerate(_lines(file), 1):
        if line is None:
            reason = f"the line has more than {_MAX_LINE:,} bytes; expected one story a line"
            yield Unread(source=source, line=number, reason=reason)
            continue
        try:
            text = line if isinstance(line, str) else decode_8bit(line)
        except InputError as error:
            yield Unread(source=source, line=number, reason=str(error))
            continue
        if text and not text.isspace():
            value, broken = _parse(text)
            if broken:
                yield Unread(source=source, line=number, reason=broken)
            else:
                yield _item(value, source, fields, number)


def items_of_json(text: str, source: str, fields: Mapping[str, str]) -> Iterator[Item | Unread]:
    """Items of a JSON document: a list of objects, an object with such a list, one object; or JSON Lines after all."""
    value, broken = _parse(text)
    if broken and "Extra data" in broken and "\n" in text.strip():
        yield from lines_of_json(io.BytesIO(text.encode("utf-8", "surrogatepass")), source, fields)
    elif broken:
        yield Unread(source=source, reason=broken)
    else:
        for number, entry in enumerate(_entries(value), 1):
            item = _item(entry, source, fields, None)
            yield structs.replace(item, reason=f"entry {number}: {item.reason}") if isinstance(item, Unread) else item


def rows_of_table(text: str, source: str, fields: Mapping[str, str], *, tabs: bool = False) -> Iterator[Item | Unread]:
    """Items of a delimited table whose first row names the columns; a row too short for its text is an `Unread`."""
    csv.field_size_limit(sys.maxsize)  # the limit of the csv module is its own and global; ours is MAX_STORY
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if tabs else _delimiter(text))
    header = [name.strip() for name in next(reader, [])]
    found = columns(header, fields)
    if "text" not in found:
        yield Unread(source=source, line=1, reason=missing_text(header, fields))
        return
    place = header.index(found["text"])
    line = reader.line_num + 1
    for row in reader:
        if len(row) > place:
            cells = dict(zip(header, row + [""] * (len(header) - len(row)), strict=False))
            yield item_of(cells, found, line)
        elif row:
            reason = f"the row has {len(row)} of {len(header)} columns and no {found['text']!r}"
            yield Unread(source=source, line=line, reason=reason)
        line = reader.line_num + 1


def _lines(file: IO[bytes]) -> Iterator[bytes | str | None]:
    """Lines as bytes, or as text if the file is UTF-16; None for one that is too long, which is passed over."""
    first = file.readline(_MAX_LINE)
    encoding, start = encoding_of(first[: 1 << 16])
    if encoding != "utf-8":
        yield from decode(first + file.read()).split("\n")
        return
    line = first[start:]
    while line:
        if len(line) >= _MAX_LINE - start and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = file.readline(_MAX_LINE)
            yield None
        else:
            yield line
        start = 0
        line = file.readline(_MAX_LINE)


def _parse(text: str) -> tuple[Any, str | None]:
    """The value of a JSON text, or why it has none."""
    try:
        return json.loads(text), None
    except RecursionError:
        return None, "broken JSON: nested too deeply"
    except ValueError as error:  # also for numbers with thousands of digits
        return None, f"broken JSON: {error}"


def _entries(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and "text" not in columns(value, {}):
        for key, entries in value.items():
            if fold(key) in _LISTS and isinstance(entries, list):
                return entries
    return [value]


def _item(value: Any, source: str, fields: Mapping[str, str], line: int | None) -> Item | Unread:
    if not isinstance(value, dict):
        kind = type(value).__name__
        return Unread(source=source, line=line, reason=f"expected a JSON object with the story, found a {kind}")
    found = columns(value, fields)
    if "text" not in found:
        return Unread(source=source, line=line, reason=missing_text(value, fields))
    text = value[found["text"]]
    if not isinstance(text, str | list):
        reason = f"the field {found['text']!r} should hold the text, but is a {type(text).__name__}"
        return Unread(source=source, line=line, reason=reason)
    return item_of(value, found, line)


def _delimiter(text: str) -> str:
    """The delimiter by which the first line gives most of the usual column names."""
    first = text.lstrip("\r\n")[:10_000].splitlines()[:1]
    known = {name for names in NAMES.values() for name in names}
    header = first[0] if first else ""

    def hits(delimiter: str) -> tuple[int, int]:
        names = next(csv.reader([header], delimiter=delimiter), [])
        return sum(fold(name) in known for name in names), len(names)

    return max(",;\t|", key=hits)
