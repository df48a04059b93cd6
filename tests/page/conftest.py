"""Pages of the hand-built graphs, and a Chromium that never touches a network."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from graphkit.page import export_html

from .fixture import hostile_graph, news_graph

DATES = ("From this day", "To this day")


@dataclass
class Watched:
    """An open page and everything that went wrong or was asked for on it."""

    page: Page
    context: BrowserContext
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def blocked(self) -> list[Any]:
        """Directives that the content security policy of the page enforced."""
        return list(self.page.evaluate("window.__blocked"))

    def shown(self) -> tuple[int, int]:
        """Counters of nodes and statements."""
        data = self.page.evaluate("({...document.documentElement.dataset})")
        return int(data["nodes"]), int(data["statements"])

    def select(self, node: str) -> None:
        """Select a node by its address, as a link to the page would."""
        self.page.evaluate("id => { location.hash = ''; location.hash = '#n=' + encodeURIComponent(id) }", node)
        self.page.wait_for_function("id => location.hash === '#n=' + encodeURIComponent(id)", arg=node)
        self.page.locator("#details .actions").wait_for(state="attached")


WATCH = """window.__blocked = [];
document.addEventListener("securitypolicyviolation", (event) => window.__blocked.push(event.effectiveDirective));"""


def absent(what: str, advice: str) -> None:
    message = f"{what} is not on this machine; {advice}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium; with ``CI=true`` a missing one is a failure."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        absent("Chromium", "install it (Debian: apt-get install chromium) to run the tests of the page")
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


Opener = Callable[..., Watched]


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Opener]:
    """Open a page offline, wait until it is ready, and watch it."""
    contexts = []

    def opener(path: Path, address: str = "", **options: Any) -> Watched:
        wanted: dict[str, Any] = {
            "viewport": {"width": 1280, "height": 800},
            "offline": True,
            "reduced_motion": "reduce",
        } | options
        context = chromium.new_context(**wanted)
        contexts.append(context)
        context.add_init_script(WATCH)
        watched = Watched(context.new_page(), context)
        watched.page.on("request", lambda request: watched.requests.append(request.url))
        watched.page.on("pageerror", lambda error: watched.errors.append(str(error)))
        watched.page.on(
            "console", lambda message: watched.errors.append(message.text) if message.type == "error" else None
        )
        watched.page.goto(path.as_uri() + address)
        watched.page.wait_for_selector('html[data-ready="1"]', state="attached", timeout=60_000)
        return watched

    yield opener
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def news_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Page of the two affairs."""
    path = tmp_path_factory.mktemp("page") / "news.html"
    export_html(news_graph(), path, title="Straits and Haldor")
    return path


@pytest.fixture(scope="session")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Page in which every text is an attack."""
    path = tmp_path_factory.mktemp("page") / "hostile.html"
    export_html(hostile_graph(), path, title="</title><script>window.__pwn=8</script>")
    return path


def choose(page: Page, first: str, last: str) -> None:
    for label, day in zip(DATES, (first, last), strict=True):
        page.get_by_label(label).fill(day)
        page.get_by_label(label).blur()
    page.locator("#details h2").filter(has_text="passes the filters").wait_for()
