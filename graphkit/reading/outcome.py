"""What reading hands on besides stories, and the way from what a file says to a story.

Every format reader yields an `Item` for each story it finds, or an `Unread`. `finish` turns an item into a story: here,
in one place, stand the tests that hold for all formats (empty, too large, another language, no date).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graphkit.model import Frozen, Story, make_story
from graphkit.reading.days import iso_day
from graphkit.reading.languages import language_code, language_name, spoken_language

MAX_STORY = 5_000_000
"""Code points. A longer story is a mistake of the file (an archive in one field), and would take minutes to parse."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Unread(Frozen, frozen=True, kw_only=True):
    """What was not read, where it is and why; `failed` is False where it was left out on purpose (another language).

    `line` counts from 1; `offset` is in code points of the decoded file, for stories of plain text files.

    Examples
    --------
    >>> str(Unread(source="a.jsonl", line=3, source_id="x7", reason="the text is empty"))
    'a.jsonl, line 3 (x7): the text is empty'
    """

    source: str
    reason: str
    line: int | None = None
    offset: int | None = None
    source_id: str | None = None
    failed: bool = True

    def __str__(self) -> str:
        return _place(self.source, self.line, self.offset, self.source_id) + self.reason


class Note(Frozen, frozen=True, kw_only=True):
    """Something odd about a story that was read all the same (a date that is none)."""

    source: str
    remark: str
    line: int | None = None
    offset: int | None = None
    source_id: str | None = None

    def __str__(self) -> str:
        return _place(self.source, self.line, self.offset, self.source_id) + self.remark


def _place(source: str, line: int | None, offset: int | None, source_id: str | None) -> str:
    where = source
    if line is not None:
        where += f", line {line}"
    elif offset is not None:
        where += f", character {offset}"
    if source_id is not None:
        where += f" ({source_id})"
    return where + ": "


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A story as its file has it, nothing checked yet. `published` may be anything that is meant as a date."""

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    agency: str | None = None  # of the dateline: stands in where nobody says who published the story
    published: Any = None
    language: str | None = None
    source_id: str | None = None
    line: int | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the caller says of stories that do not say it themselves. `published` is an ISO day."""

    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    on_note: Callable[[Note], None] | None = None


def finish(item: Item, source: str, options: Options) -> Story | Unread:
    """Story of an item, or why it is none.

    The text is kept as it is but for lone surrogates, which no encoding can write: each becomes U+FFFD, so that offsets
    stay.
    """
    unread = _unusable(item, source)
    if unread is not None:
        return unread
    text = whole(item.text)
    language = language_code(item.language) or _language(text, options)
    if language not in (None, "en") and options.language != "en":
        return Unread(
            source=source,
            line=item.line,
            offset=item.offset,
            source_id=item.source_id,
            reason=f"in {language_name(language)}; only English is read (--language en reads it all the same)",
            failed=False,
        )
    return make_story(
        text,
        title=_clean(item.title),
        url=_clean(item.url),
        publisher=_clean(item.publisher) or options.publisher or _clean(item.agency),
        published=_day(item, source, options),
        language=language,
        source=source,
        source_id=None if item.source_id is None else whole(item.source_id),
        offset=item.offset,
    )


def whole(text: str) -> str:
    r"""The text with each lone surrogate replaced by U+FFFD.

    Examples
    --------
    >>> whole("a\ud800b") == "a\ufffdb"
    True
    """
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _unusable(item: Item, source: str) -> Unread | None:
    if len(item.text) > MAX_STORY:
        reason = f"the story has {len(item.text):,} characters, the limit is {MAX_STORY:,}: split it into its stories"
    elif not item.text or item.text.isspace():
        reason = "the text is empty"
    else:
        return None
    return Unread(source=source, line=item.line, offset=item.offset, source_id=item.source_id, reason=reason)


def _language(text: str, options: Options) -> str | None:
    return options.language or spoken_language(text)


def _day(item: Item, source: str, options: Options) -> str | None:
    if item.published is None or item.published == "":
        return options.published
    day = iso_day(item.published)
    if day is None and options.on_note is not None:
        remark = f"the date {str(item.published)[:60]!r} is not understood; the story is read without it"
        options.on_note(
            Note(source=source, line=item.line, offset=item.offset, source_id=item.source_id, remark=remark)
        )
    return day or options.published


def _clean(value: str | None) -> str | None:
    return (whole(value).strip() or None) if value is not None else None
