"""The page in a notebook: a frame that may run scripts and reach nothing, and a picture where no scripts run."""

import re
from html import unescape
from pathlib import Path

import pytest

from graphkit.page import show

from .conftest import Opener
from .fixture import news_graph


def test_frame_is_sandboxed_away_from_the_notebook() -> None:
    shown = show(news_graph(), top=12)._repr_html_()
    frame = shown.split("srcdoc=")[0]
    assert "allow-scripts" in frame
    assert "allow-same-origin" not in frame


def test_markup_of_the_page_cannot_end_the_frame() -> None:
    shown = show(news_graph(), title='"></iframe><script>1</script>')._repr_html_()
    assert shown.count("</iframe>") == 1
    assert "<html" in unescape(shown.split('srcdoc="')[1])


def test_bundle_has_a_picture_for_static_copies() -> None:
    pytest.importorskip("matplotlib")
    bundle = show(news_graph(), focus="Haldor Shipping", hops=1)._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert "of 36 nodes" in bundle["text/plain"]


@pytest.mark.browser
def test_viewer_that_takes_the_frame_away_leaves_the_picture(open_page: Opener, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    body = re.sub(r"<iframe.*?</iframe>", "", show(news_graph(), top=12)._repr_html_(), flags=re.DOTALL)
    (tmp_path / "still.html").write_text(f'<!DOCTYPE html><html data-ready="1"><body>{body}</body></html>', "utf-8")
    picture = open_page(tmp_path / "still.html").page.locator("img")
    assert picture.get_attribute("alt") == "<graph page: 12 of 36 nodes drawn>"
    assert picture.evaluate("(image) => image.naturalWidth") > 500


@pytest.mark.browser
def test_page_works_inside_the_frame(open_page: Opener, news_page: Path, tmp_path: Path) -> None:
    holder = tmp_path / "holder.html"
    body = show(news_graph())._repr_html_()
    holder.write_text(f'<!DOCTYPE html><html data-ready="1"><body>{body}</body></html>', "utf-8")
    it = open_page(holder)
    frame = it.page.frame_locator("iframe")
    frame.locator('html[data-ready="1"]').wait_for(state="attached")
    frame.locator("#search").fill("haldor")
    frame.locator("#search").press("Enter")
    frame.locator("#details h2").filter(has_text="Haldor Shipping").wait_for()
    assert it.errors == []
