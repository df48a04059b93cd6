"""Which field of a table, or key of an object, holds what of a story."""

from collections.abc import Iterable, Mapping
from typing import Any

from graphkit.errors import OptionError
from graphkit.reading.outcome import Item

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "maintext", "fulltext", "story", "articlebody", "articletext", "bodytext",
        "storytext", "plaintext", "cleanedtext", "rawtext", "document", "paragraphs",
    ),
    "title": ("title", "headline", "heading", "head"),
    "published": (
        "published", "date", "publishedat", "pubdate", "datepublished", "publicationdate", "publishdate", "datepublish",
        "publisheddate", "publishedon", "day", "timestamp", "datetime", "time", "created", "createdat",
    ),
    "publisher": ("publisher", "source", "outlet", "sitename", "sourcename", "publication", "newspaper", "agency",
                  "sourcedomain", "domain", "site"),
    "url": ("url", "link", "href", "webpage", "canonicalurl", "articleurl", "storyurl", "permalink", "weburl"),
    "id": ("id", "sourceid", "storyid", "articleid", "docid", "documentid", "uid", "uuid", "guid", "key"),
    "language": ("language", "lang", "languagecode"),
}  # fmt: skip
"""What a story has, and how fields are usually called that hold it (folded), the likeliest first."""


def fold(name: str) -> str:
    """The name of a field without case, spaces, hyphens, underscores.

    Examples
    --------
    >>> fold("Publication_Date ")
    'publicationdate'
    """
    return "".join(character for character in name.lower() if character.isalnum())


def check_fields(fields: Mapping[str, str]) -> None:
    """Nothing, if the keys of `fields` are things that a story has.

    Raises
    ------
    OptionError
        A key is unknown.
    """
    for key in fields:
        if key not in NAMES:
            raise OptionError(f"fields: {key!r} is nothing a story has; expected one of {', '.join(NAMES)}")


def columns(present: Iterable[str], fields: Mapping[str, str]) -> dict[str, str]:
    """Which of the present names holds what of a story: what `fields` says, else by the usual names.

    Examples
    --------
    >>> columns(["ID", "Headline", "maintext"], {})
    {'text': 'maintext', 'title': 'Headline', 'id': 'ID'}
    >>> columns(["a", "text"], {"text": "a"})
    {'text': 'a'}
    """
    folded: dict[str, str] = {}
    exact = set()
    for given in present:
        exact.add(given)
        folded.setdefault(fold(given), given)
    found: dict[str, str] = {}
    name: str | None
    for what, usual in NAMES.items():
        if what in fields:
            wanted = fields[what]
            name = wanted if wanted in exact else folded.get(fold(wanted))
        else:
            name = next((folded[candidate] for candidate in usual if candidate in folded), None)
        if name is not None:
            found[what] = name
    return found


def missing_text(present: Iterable[str], fields: Mapping[str, str]) -> str:
    """Message for a row or object in which no field with the text is found."""
    names = [name[:40] for name in present]
    listed = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    if "text" in fields:
        return f"no field {fields['text']!r} for the text; there are: {listed or 'none'}"
    return f"no field with the text (text, body, content …); there are: {listed or 'none'}. Name it with text=FIELD"


def item_of(row: Mapping[str, Any], found: Mapping[str, str], line: int | None) -> Item:
    """Item of a row whose columns are known; `found` has the text."""
    return Item(
        text=_text(row[found["text"]]),
        title=_string(_get(row, found, "title")),
        url=_string(_get(row, found, "url")),
        publisher=_string(_get(row, found, "publisher")),
        published=_get(row, found, "published"),
        language=_string(_get(row, found, "language")),
        source_id=_string(_get(row, found, "id")),
        line=line,
    )


def _get(row: Mapping[str, Any], found: Mapping[str, str], what: str) -> Any:
    return row[found[what]] if what in found else None


def _text(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n".join(value)  # a list of paragraphs
    return value if isinstance(value, str) else ""


def _string(value: Any) -> str | None:
    """A plain value as a string; of an object (``"source": {"id": …, "name": …}``) its name."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, str):
        return value or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None
