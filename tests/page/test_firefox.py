"""The same file in Firefox ESR and in Chromium: the same counters after the same acts, and no error in either."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Opener, absent
from .marionette import Firefox

pytestmark = pytest.mark.browser

SHOWN = "[document.documentElement.dataset.nodes, document.documentElement.dataset.statements].map(Number)"
ACTS = {  # name: what is done on the page
    "at first": "",
    "only what is denied": "document.getElementById('only-denied').click()",
    "all again": "document.getElementById('tool-undo').click()",
    "a link to an actor": "location.hash = '#n=a:haldor'",
    "collapsed": "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'c', bubbles: true}))",
    "reset": "document.getElementById('tool-reset').click()",
    "as a table": "document.getElementById('tool-table').click()",
}


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """The system's Firefox; with ``CI=true`` a missing one is a failure."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        absent("Firefox", "install it (Debian: apt-get install firefox-esr) to run the tests of the page")
    with Firefox(str(program), tmp_path_factory.mktemp("firefox")) as it:
        yield it


def test_both_browsers_show_the_same(firefox: Firefox, open_page: Opener, news_page: Path) -> None:
    firefox.open(news_page)
    it = open_page(news_page)
    seen = []
    for name, act in ACTS.items():
        firefox.run(act)
        it.page.evaluate(f"() => {{ {act} }}")
        firefox.wait("document.querySelector('#details h2') !== null")
        it.page.locator("#details h2").wait_for(state="attached")
        seen += [(name, firefox.run(f"return {SHOWN}")), (name, it.page.evaluate(SHOWN))]
    assert seen[::2] == seen[1::2]
    assert len({tuple(counts) for _, counts in seen}) > 2, "the acts changed nothing"
    assert firefox.heard() == ([], [])
    assert it.errors == []


def test_firefox_blocks_what_is_injected_and_tells(firefox: Firefox, hostile_page: Path) -> None:
    firefox.open(hostile_page)
    assert firefox.heard() == ([], [])
    firefox.run(
        "const script = document.createElement('script'); script.textContent = 'window.__pwn = 1';"
        "const image = document.createElement('img'); image.src = 'https://beacon.example/x.png';"
        "document.body.append(script, image)"
    )
    firefox.wait("document.querySelector('img') !== null")
    assert firefox.run("return window.__pwn === undefined")
    errors, asked = firefox.heard()
    assert [word for word in ("script-src-elem", "img-src") if not any(word in error for error in errors)] == []
    assert asked == []


def test_names_do_not_overlap_in_firefox(firefox: Firefox, news_page: Path) -> None:
    firefox.open(news_page)
    boxes = firefox.run("return graphkit.labels()")
    assert len(boxes) > 10
    overlapping = [
        (a["name"], b["name"])
        for i, a in enumerate(boxes)
        for b in boxes[:i]
        if a["x"] < b["x"] + b["width"] and b["x"] < a["x"] + a["width"]
        and a["y"] < b["y"] + b["height"] and b["y"] < a["y"] + a["height"]
    ]  # fmt: skip
    assert overlapping == []
