"""The file: complete, asking for nothing, the same each time, and clear about what is wrong."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from graphkit.errors import PageError
from graphkit.page import export_html, to_pyvis
from graphkit.page.content import Graph
from graphkit.page.document import page_script

from .fixture import news_graph


@pytest.fixture(scope="module")
def html(news_page: Path) -> str:
    return news_page.read_text("utf-8")


def test_scripts_and_style_match_the_policy(html: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    pieces = re.findall(r"<script>(.*?)</script>", html, re.S) + re.findall(r"<style>(.*?)</style>", html, re.S)
    assert len(pieces) == 3
    for piece in pieces:
        digest = base64.b64encode(hashlib.sha256(piece.encode()).digest()).decode()
        assert f"sha256-{digest}" in policy.group(1).replace("&#39;", "'").replace("&#43;", "+")


def test_nothing_is_loaded_from_anywhere(html: str) -> None:
    markup = re.sub(r"<script.*?</script>|<style>.*?</style>", "", html, flags=re.S)
    assert not re.search(r"\b(src|href)\s*=\s*[\"']?\s*(https?:)?//", markup)
    assert "<link" not in markup


def test_our_scripts_never_parse_text_as_markup() -> None:
    banned = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setTimeout\(\s*[\"'`]|srcdoc"
    )
    assert not re.search(banned, page_script())


def test_notices_of_the_engine_are_kept(html: str) -> None:
    for notice in ("Almende B.V", "The MIT License", "The Apache 2.0 License", "pyvis"):
        assert notice in html


def test_file_is_utf8_with_line_feeds_alone(news_page: Path) -> None:
    data = news_page.read_bytes()
    assert b"\r" not in data
    assert "Tomáš Varga" in to_text(data) or b'data-encoding="gzip"' in data


def to_text(data: bytes) -> str:
    return data.decode("utf-8")


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from fixture import news_graph; "
        "from graphkit.page import export_html; export_html(news_graph(), sys.argv[2])"
    )
    written = []
    for seed, locale in (("1", "C"), ("2", "C.UTF-8")):
        path = tmp_path / f"{seed}.html"
        environment = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "0"}
        command = [sys.executable, "-c", code, str(Path(__file__).parent), str(path)]
        subprocess.run(command, check=True, env=environment, timeout=120)
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_order_of_the_graph_does_not_matter(tmp_path: Path) -> None:
    graph = news_graph()
    turned: Graph = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for source, target, key, facts in reversed([*graph.edges(keys=True, data=True)]):
        turned.add_edge(source, target, key=key, **facts)
    for name, it in (("a", graph), ("b", turned)):
        export_html(it, tmp_path / name, title="x")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_report_counts_what_is_held_and_drawn(tmp_path: Path) -> None:
    graph = news_graph()
    report = export_html(graph, tmp_path / "a.html", top=10)
    labels = [facts["node_label"] for _, facts in graph.nodes(data=True)]
    assert report.nodes == labels.count("Actor") + labels.count("Event")
    assert report.statements == len([1 for _, _, facts in graph.edges(data=True) if "asserted" in facts])
    assert report.drawn_nodes == 10
    assert f"{report.nodes} actors and events" in str(report)
    assert report.size == (tmp_path / "a.html").stat().st_size


def test_uncompressed_page_can_be_searched_by_text_tools(tmp_path: Path) -> None:
    export_html(news_graph(), tmp_path / "a.html", compress=False)
    assert "went on strike against Haldor Shipping" in (tmp_path / "a.html").read_text("utf-8")


def test_pyvis_network_is_directed_with_places_and_without_physics() -> None:
    network = to_pyvis(news_graph(), top=12)
    assert network.directed
    assert not network.options.physics.enabled
    assert len(network.nodes) == 12
    assert all("x" in node and "title" not in node for node in network.nodes)
    assert {edge["from"] for edge in network.edges} <= {node["id"] for node in network.nodes}


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ({"focus": "Tomas Vargo"}, "did you mean.*Tomáš Varga"),
        ({"focus": "Lindholm"}, "in the name of 2 nodes"),
        ({"top": 2500}, "--force"),
        ({"top": 0}, "at least 1"),
        ({"since": "1990-01-01", "until": "1990-02-01"}, "no event between"),
        ({"since": "last week"}, "expected a day, month or year"),
        ({"ids": ["nothing"]}, "none of the ids"),
    ],
)
def test_wishes_that_cannot_be_met_are_told_with_advice(view: dict[str, object], words: str, tmp_path: Path) -> None:
    with pytest.raises(PageError, match=words):
        export_html(news_graph(), tmp_path / "a.html", **view)  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


def test_empty_graph_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="no actor and no event"):
        export_html(nx.MultiDiGraph(), tmp_path / "a.html")


def test_path_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="is a folder"):
        export_html(news_graph(), tmp_path)
    with pytest.raises(PageError, match="does not exist"):
        export_html(news_graph(), tmp_path / "none" / "a.html")
    with pytest.raises(PageError, match="cannot write"):
        export_html(news_graph(), tmp_path / ("x" * 300))
    assert not list(tmp_path.iterdir())
