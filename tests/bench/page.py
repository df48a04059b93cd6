"""The page beside stock pyvis: processor time of the page's main thread until it answers, and for each frame of a drag.

    python tests/bench/page.py [NODES...]

Prints a table; stock pyvis is given up after a minute of processor time, in which it has not finished its layout.
"""

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from graphkit.page import export_html
from graphkit.page.content import Graph
from graphkit.page.core import View
from graphkit.page.picture import draw
from graphkit.page.read import read_graph
from tests.page.fixture import big_graph

GIVE_UP = 60.0


def stock(graph: Graph, path: Path) -> None:
    """All actors, events and statements through pyvis with its defaults."""
    from pyvis.network import Network

    picture = draw(read_graph(graph), View(top=10))
    network = Network(directed=True, cdn_resources="in_line")
    nodes, statements = picture.content.nodes, picture.content.statements
    network.nodes = [{"id": node.id, "label": node.name, "shape": "dot"} for node in nodes]
    network.edges = [{"from": nodes[s.actor].id, "to": nodes[s.event].id, "arrows": "to"} for s in statements]
    path.write_text(network.generate_html(), "utf-8")


def busy(tools: Any) -> float:
    """Seconds that the main thread was at work."""
    metrics = {m["name"]: m["value"] for m in tools.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"])


def measure(browser: Browser, path: Path, ready: str, move: str) -> tuple[str, str]:
    """Seconds to ready and milliseconds of a frame, as text."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    page: Page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(path.as_uri(), wait_until="commit")
    start = time.monotonic()
    page.set_default_timeout(4 * GIVE_UP * 1000)
    while not page.evaluate(ready):
        if time.monotonic() - start > GIVE_UP:
            context.close()
            return f"not after {GIVE_UP:.0f} s", "–"
        time.sleep(0.2)
    took = busy(tools)
    before = took
    page.evaluate(
        f"async () => {{ for (let i = 0; i < 30; i++) {{ {move}; await new Promise(requestAnimationFrame) }} }}"
    )
    frame = (busy(tools) - before) / 30
    context.close()
    return f"{took:.2f} s", f"{1000 * frame:.0f} ms"


def main() -> None:
    """Measure and print."""
    sizes = [int(word) for word in sys.argv[1:]] or [100, 1000, 5000]
    print("| page | nodes | file | ready | drag, a frame |\n|---|---:|---:|---:|---:|")
    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for nodes in sizes:
            graph = big_graph(2 * nodes // 5, 3 * nodes // 5, int(2.4 * nodes) // 2 * 2)
            ours, theirs = Path(folder) / "ours.html", Path(folder) / "stock.html"
            export_html(graph, ours)
            stock(graph, theirs)
            settled = "typeof network !== 'undefined' && network.physics && network.physics.stabilized === true"
            shift = "network.moveTo({position: {x: i % 2 ? 9 : -9, y: 0}})"
            rows = [
                (
                    "graphkit",
                    ours,
                    "document.documentElement.dataset.ready === '1'",
                    "graphkit.moveBy(i % 2 ? 9 : -9, 3)",
                ),
                ("stock pyvis", theirs, settled, shift),
            ]
            for name, path, ready, move in rows:
                took, frame = measure(browser, path, ready, move)
                print(f"| {name} | {nodes:,} | {path.stat().st_size / 1e6:.2f} MB | {took} | {frame} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
