"""Pictures of the page for the documents, from the shipped sample stories.

    python -m tests.page.pictures STORE [TOP]

STORE is a store with the sample stories in it, as `graphkit demo` makes it. Writes docs/page*.png.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from graphkit.loaders import open_store
from graphkit.page import export_html

DOCS = Path(__file__).resolve().parents[2] / "docs"
SHOTS = {  # name: width, height, colours, what to do first
    "page": (1280, 800, "light", ""),
    "page-evidence": (1280, 800, "light", "document.querySelector('#details .node').click()"),
    "page-dark": (1280, 800, "dark", "document.querySelector('#details .node').click()"),
    "page-narrow": (390, 844, "light", "document.querySelector('#details .node').click()"),
}


def main() -> None:
    """Write the pictures."""
    DOCS.mkdir(exist_ok=True)
    with open_store(sys.argv[1]) as store:
        graph = store.to_networkx()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder) / "page.html"
        export_html(graph, path, top=int(sys.argv[2]) if len(sys.argv) > 2 else 90)
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, (width, height, colours, act) in SHOTS.items():
            context = browser.new_context(offline=True, viewport={"width": width, "height": height})
            page = context.new_page()
            page.emulate_media(color_scheme="dark" if colours == "dark" else "light", reduced_motion="reduce")
            page.goto(path.as_uri())
            page.wait_for_selector('html[data-ready="1"]', state="attached")
            page.evaluate(f"() => {{ {act} }}")
            page.wait_for_timeout(900)
            page.screenshot(path=DOCS / f"{name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
