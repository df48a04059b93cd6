"""The story of a saved web page: its running text without menus, its metadata, and its summary line."""

import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.etree
import lxml.html

from graphkit.reading.decoding import decode
from graphkit.reading.outcome import Item, Unread

_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|summary|deck|dek|lede?|subtitle|subheadline|subhead|intro)(?:$|[\s_-])"
)
_DATES = ("article:published_time", "datePublished", "date", "dc.date")
_TOLD = 0.8  # share of the words of a summary which a paragraph holds that says the same
_FEWEST_WORDS = 5


def story_of_page(data: bytes, source: str) -> Item | Unread:
    """Item of a web page, with the summary line in front where the page has one that its text does not repeat."""
    markup = _markup(data)
    tree = _tree(markup)
    if tree is None:
        return Unread(source=source, reason="no web page: there are no elements in it")
    linked = _linked_data(tree)
    marked = [_standfirst(tree), _string(linked.get("description"))]
    unmarked = _meta(tree, "og:description", "description")
    found = _extracted(tree)
    title = _string(linked.get("headline")) or _string(found.get("title")) or _meta(tree, "og:title")
    text = found.get("text") or _paragraphs(markup)
    if not text:
        return Unread(source=source, reason="no story in this page: there is no running text in it")
    dates = (_string(linked.get("datePublished")), _meta(tree, *_DATES), _string(found.get("date")))
    publishers = (_string(linked.get("publisher")), _meta(tree, "og:site_name"), _string(found.get("sitename")))
    return Item(
        text=_with_summary(_without_title(text, title), marked, unmarked),
        title=title,
        url=_canonical(tree) or _string(found.get("url")),
        publisher=next(filter(None, publishers), None),
        published=next(filter(None, dates), None),
        language=_string(linked.get("inLanguage")),
    )


def _extracted(tree: lxml.html.HtmlElement) -> dict[str, Any]:
    """What trafilatura finds in a page: text, title, date, sitename, url; empty if it finds nothing."""
    import trafilatura  # takes most of a second to load

    try:
        found = trafilatura.bare_extraction(
            tree,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except RecursionError:  # elements nested a thousand deep
        return {}
    if found is None or isinstance(found, dict):
        return found or {}
    return {name: getattr(found, name) for name in ("text", "title", "date", "sitename", "url")}


def _markup(data: bytes) -> str:
    """Markup of a page in the encoding that it states, else in the one that its bytes show."""
    stated = re.search(rb"""charset\s*=\s*["']?\s*([\w-]{3,20})""", data[:4096], re.IGNORECASE)
    markup = None
    if stated and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            markup = data.decode(stated.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            markup = None
    markup = decode(data) if markup is None else markup
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", re.sub(r"^\s*<\?xml[^>]*\?>", "", markup))


def _tree(markup: str) -> lxml.html.HtmlElement | None:
    try:
        return lxml.html.document_fromstring(markup, parser=lxml.html.HTMLParser(huge_tree=True))
    except lxml.etree.ParserError:  # nothing in it
        return None


def _paragraphs(markup: str) -> str:
    """Text of the paragraphs of a page, for pages of which nothing better can be made (nested a thousand deep)."""
    flat = re.sub(r"<(?!/?(?:p|script|style|title)\b)[^<>]*>", " ", markup)
    tree = _tree(flat)
    if tree is None:
        return ""
    texts = (" ".join("".join(element.itertext()).split()) for element in tree.iter("p"))
    return "\n".join(text for text in texts if len(text.split()) >= _FEWEST_WORDS)


def _linked_data(tree: lxml.html.HtmlElement) -> dict[str, Any]:
    """The article of the JSON-LD of a page, empty if there is none."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                value = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            for thing in _things(value):
                if any("Article" in kind or kind == "BlogPosting" for kind in _listed(thing.get("@type"))):
                    return thing
    return {}


def _things(value: Any) -> Iterator[dict[str, Any]]:
    for entry in _listed(value):
        if isinstance(entry, dict):
            yield entry
            yield from (thing for thing in _listed(entry.get("@graph")) if isinstance(thing, dict))


def _listed(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _string(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def _meta(tree: lxml.html.HtmlElement, *names: str) -> str | None:
    """Content of the first of the named meta elements, in the order of the names."""
    contents: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        contents.setdefault(name, element.get("content") or "")
    return next((_string(contents[name.lower()]) for name in names if contents.get(name.lower())), None)


def _canonical(tree: lxml.html.HtmlElement) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            return _string(element.get("href"))
    return _meta(tree, "og:url")


def _standfirst(tree: lxml.html.HtmlElement) -> str | None:
    """Text of the element that is marked as the summary of the article."""
    for element in tree.iter("p", "div", "h2", "span", "strong"):
        if _STANDFIRST.search((element.get("class") or "").lower()):
            text = _string("".join(element.itertext()))
            if text and _FEWEST_WORDS <= len(text.split()) <= 80:
                return text
    return None


def _without_title(text: str, title: str | None) -> str:
    first, _, rest = text.partition("\n")
    return rest.lstrip("\n") if title and rest and _folded(first) == _folded(title) else text


def _with_summary(text: str, marked: list[str | None], unmarked: str | None) -> str:
    """The text after its summary, if there is one that is whole and that no paragraph tells again.

    What only search engines are meant to see may speak of the outlet: it must share words with the text.
    """
    known = {word for word in _folded(text) if len(word) > 3}
    if len(known.intersection(_folded(unmarked or ""))) < 2:
        unmarked = None
    paragraphs = [set(_folded(part)) for part in text.split("\n")[:6]]
    for summary in (*marked, unmarked):
        words = _folded(summary or "")
        if len(words) < _FEWEST_WORDS or (summary or "").rstrip().endswith(("...", "…", "[…]")):
            continue
        told = any(sum(word in paragraph for word in words) >= _TOLD * len(words) for paragraph in paragraphs)
        return text if told else f"{summary}\n{text}"
    return text


def _folded(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
