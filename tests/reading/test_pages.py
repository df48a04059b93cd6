"""Saved web pages."""

from pathlib import Path

import pytest

from graphkit.model import Story
from graphkit.reading import Unread, read

BODY = [
    "The harbour of Bergen was blocked by forty fishing boats on Tuesday, the port authority said in the evening.",
    "Skipper Nils Bakke said that the boats would stay until the government lowered the price of fuel for the fleet.",
    "The trade ministry in Oslo called the protest illegal, but offered talks with the fishermen later in the week.",
]
DECK = "Ferries were cancelled and cruise ships had to turn away because of the boats in the harbour"


def _page(head: str = "", standfirst: str = "") -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>Boats block Bergen</title>{head}</head><body>{menu}"
        f"<article><h1>Boats block Bergen</h1>{standfirst}{paragraphs}</article>"
        f"<footer>© Nordic Wire</footer></body></html>"
    )


def _story(folder: Path, page: str | bytes) -> Story:
    path = folder / "page.html"
    path.write_bytes(page if isinstance(page, bytes) else page.encode("utf-8"))
    [story] = read([path])
    assert isinstance(story, Story), story
    return story


def test_running_text_without_menu_and_footer(tmp_path: Path) -> None:
    story = _story(tmp_path, _page())
    assert story.text.splitlines() == BODY
    assert story.title == "Boats block Bergen"


def test_metadata_of_json_ld_comes_first(tmp_path: Path) -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], '
        '"headline": "Fishermen block Bergen", "datePublished": "2021-03-02T20:00:00+01:00", '
        '"publisher": {"@type": "Organization", "name": "Nordic Wire"}}]}</script>'
        '<link rel="canonical" href="https://example.org/bergen"><meta property="og:site_name" content="NW online">'
    )
    story = _story(tmp_path, _page(head))
    assert (story.title, story.published, story.publisher, story.url) == (
        "Fishermen block Bergen",
        "2021-03-02",
        "Nordic Wire",
        "https://example.org/bergen",
    )


@pytest.mark.parametrize(
    ("head", "standfirst"),
    [
        ("", f"<div class='article__summary'>{DECK}</div>"),
        (f"<meta property='og:description' content='{DECK}'>", ""),
        (f'<script type="application/ld+json">{{"@type": "NewsArticle", "description": "{DECK}"}}</script>', ""),
    ],
)
def test_the_summary_stands_in_front_once(tmp_path: Path, head: str, standfirst: str) -> None:
    assert _story(tmp_path, _page(head, standfirst)).text.splitlines() == [DECK, *BODY]


def test_a_summary_that_the_text_repeats_is_left_out(tmp_path: Path) -> None:
    assert (
        _story(tmp_path, _page(f"<meta property='og:description' content='{BODY[0][:-20]}'>")).text.splitlines() == BODY
    )


def test_the_stated_encoding_is_used(tmp_path: Path) -> None:
    page = _page().replace("utf-8", "iso-8859-2").replace("Nils Bakke", "Łukasz Bąk").replace("©", "")
    assert "Łukasz Bąk" in _story(tmp_path, page.encode("iso-8859-2")).text


def test_deep_nesting_survives(tmp_path: Path) -> None:
    page = (
        _page()
        .replace("<article>", "<div>" * 20_000 + "<article>")
        .replace("</article>", "</article>" + "</div>" * 20_000)
    )
    assert "Nils Bakke" in _story(tmp_path, page).text


@pytest.mark.parametrize(
    "data", [b"", b"<html></html>", b"<!DOCTYPE html>", b"<html><body><img></body></html>", b"\x00\x01\x02" * 50]
)
def test_pages_without_a_story_are_failed(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    [unread] = read([path])
    assert isinstance(unread, Unread)
    assert unread.failed


def test_a_file_too_large_for_a_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    with path.open("wb") as file:
        file.truncate((64 << 20) + 1)
    [unread] = read([path])
    assert isinstance(unread, Unread)
    assert "bytes" in unread.reason
