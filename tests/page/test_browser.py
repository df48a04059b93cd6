"""The page in a real Chromium with the network off: what a reader does, and what comes of it."""

import csv
import io
from pathlib import Path

import pytest

from graphkit.page.content import STATUSES
from graphkit.page.read import read_graph

from .conftest import Opener
from .fixture import news_graph

pytestmark = pytest.mark.browser


def test_normal_use_asks_for_nothing_and_breaks_nothing(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page)
    page = it.page
    it.select("e:seize")
    for key in "ekklltduf?":
        page.keyboard.press(key)
    page.keyboard.press("Escape")
    page.locator("#tool-relax").click()
    page.locator("#tool-reset").click()
    page.wait_for_timeout(2700)
    assert it.requests == [news_page.as_uri()]
    assert it.errors == []
    assert it.blocked() == []


def test_search_finds_an_alias_blind_to_accents_and_shows_the_evidence(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page)
    it.page.keyboard.press("/")
    it.page.keyboard.type("TOMAS v")
    assert it.page.locator("#hits li").first.inner_text().startswith("Tomáš Varga")
    it.page.keyboard.press("Enter")
    details = it.page.locator("#details")
    details.locator("h2").filter(has_text="Tomáš Varga").wait_for()
    card = details.locator(".card").filter(has_text="Straits summit").first
    assert card.locator("blockquote").inner_text() == "Varga addressed the summit on its first evening."
    assert card.locator("mark.who").all_inner_texts() == ["Varga"]
    assert card.locator("mark.what").all_inner_texts() == ["addressed"]
    link = card.locator("a")
    assert link.get_attribute("href") == "https://news.example/s1"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert "10 Mar 2025" in card.inner_text()


def test_contradicting_claims_stand_side_by_side(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page)
    it.select("e:seize")
    yes, no = it.page.locator("#details .versus > div").all()
    assert "says Tomáš Varga" in yes.inner_text()
    assert "says Ilse Maren" in no.inner_text()
    assert "Maren denied that the navy had seized any vessel." in no.inner_text()


def test_counters_are_those_of_the_graph(open_page: Opener, news_page: Path) -> None:
    content = read_graph(news_graph())
    assert open_page(news_page).shown() == (len(content.nodes), len(content.statements))


@pytest.mark.parametrize("status", ["denied", "planned", "possible"])
def test_leaving_out_a_status_leaves_the_statements_that_have_other_claims(
    open_page: Opener, news_page: Path, status: str
) -> None:
    content = read_graph(news_graph())
    left_out = STATUSES.index(status)
    expected = sum(1 for s in content.statements if any(content.claims[c].status != left_out for c in s.claims))
    it = open_page(news_page)
    names = {"denied": "denied", "planned": "planned, announced", "possible": "possible, uncertain"}
    it.page.get_by_label(names[status]).uncheck()
    assert it.shown()[1] == expected
    it.page.keyboard.press("Control+z")
    assert it.shown()[1] == len(content.statements)


def test_dates_narrow_the_statements_to_events_of_that_time(open_page: Opener, news_page: Path) -> None:
    content = read_graph(news_graph())
    week = [
        s
        for s in content.statements
        if content.nodes[s.event].facts["date_to"] >= "2025-03-10"
        and content.nodes[s.event].facts["date_from"] <= "2025-03-16"
    ]
    it = open_page(news_page)
    it.page.get_by_label("From this day").fill("2025-03-10")
    it.page.get_by_label("To this day").fill("2025-03-16")
    it.page.get_by_label("To this day").blur()
    it.page.wait_for_function("n => document.documentElement.dataset.statements === String(n)", arg=len(week))


def test_expand_hide_pin_undo_change_what_is_drawn(open_page: Opener, tmp_path: Path) -> None:
    from graphkit.page import export_html

    path = tmp_path / "a.html"
    export_html(news_graph(), path, focus="Haldor Shipping", hops=0)
    it = open_page(path)
    assert it.page.evaluate("graphkit.drawn()") == ["a:haldor"]
    it.page.locator("#canvas").focus()
    it.page.keyboard.press("e")
    graph = news_graph()
    around = {n for n in (*graph.successors("a:haldor"), *graph.predecessors("a:haldor")) if n[0] in "ae"}
    assert set(it.page.evaluate("graphkit.drawn()")) == around | {"a:haldor"}
    it.page.keyboard.press("h")
    assert "a:haldor" not in it.page.evaluate("graphkit.drawn()")
    it.page.keyboard.press("u")
    assert set(it.page.evaluate("graphkit.drawn()")) == around | {"a:haldor"}
    it.select("a:haldor")
    it.page.keyboard.press("k")
    for box in it.page.locator("#filters fieldset").nth(1).locator("input").all():
        box.uncheck()
    assert "a:haldor" in it.page.evaluate("graphkit.drawn()")


def test_path_shows_each_step_with_its_sentence(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page)
    it.select("a:bank")
    it.page.locator("#canvas").focus()
    it.page.keyboard.press("p")
    it.page.keyboard.type("lindqvist")
    it.page.keyboard.press("Enter")
    it.page.locator("#details h2").filter(has_text="Path of").wait_for()
    steps = it.page.locator("#details .step")
    assert steps.count() == len(it.page.evaluate("graphkit.path('a:bank', 'a:prosecutor')")) - 1
    assert "lent Haldor forty million" in steps.first.inner_text()


def test_mouse_selects_nodes_and_double_click_expands(open_page: Opener, tmp_path: Path) -> None:
    from graphkit.page import export_html

    path = tmp_path / "a.html"
    export_html(news_graph(), path, focus="Petra Brandt", hops=1)
    it = open_page(path)
    before = it.shown()[0]
    spot = (
        it.page.evaluate("graphkit.place('e:loan') || null")
        if before > 99
        else it.page.evaluate("graphkit.place('e:convict')")
    )
    it.page.mouse.click(spot["x"], spot["y"])
    it.page.locator("#details h2").filter(has_text="convicts").wait_for()
    spot = it.page.evaluate("graphkit.place('e:convict')")
    it.page.mouse.dblclick(spot["x"], spot["y"])
    it.page.wait_for_function("n => Number(document.documentElement.dataset.nodes) > n", arg=before)


def test_line_shows_its_evidence(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page, address="#n=a%3Abank&m=e%3Aloan")
    it.page.locator("#details h2").filter(has_text="Line").wait_for()
    assert it.page.locator("#details .card").count() == 2


def test_table_holds_what_the_picture_shows(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page)
    it.page.keyboard.press("t")
    it.page.locator("#sheet tbody tr").first.wait_for()
    assert it.page.locator("#sheet tbody tr").count() == it.shown()[1]
    it.page.get_by_role("button", name="Actor").first.click()
    actors = it.page.locator("#sheet tbody tr td:first-child").all_inner_texts()
    assert actors == sorted(actors)
    assert it.page.locator('th[aria-sort="ascending"]').inner_text().startswith("Actor")


def test_csv_holds_the_sentences_and_no_formula(open_page: Opener, hostile_page: Path) -> None:
    it = open_page(hostile_page)
    with it.page.expect_download() as download:
        it.page.locator("#tool-csv").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) >= it.shown()[1]
    cells = [cell for row in rows for cell in row.values()]
    assert any(cell.startswith("'=cmd") for cell in cells)
    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]


def test_png_is_a_picture(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page)
    with it.page.expect_download() as download:
        it.page.locator("#tool-png").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_keys_alone_walk_the_graph(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page)
    it.select("a:navy")
    it.page.locator("#canvas").focus()
    it.page.keyboard.press("ArrowRight")
    assert "of 2:" in it.page.locator("#news").inner_text()
    it.page.keyboard.press("Enter")
    it.page.wait_for_function("!location.hash.includes('navy')")
    it.page.keyboard.press("ArrowUp")
    it.page.wait_for_function("location.hash.includes('navy')")


def test_names_never_overlap_and_major_actors_have_one(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page)
    boxes = it.page.evaluate("graphkit.labels()")
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            apart = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
            assert apart or a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"], (a["name"], b["name"])
    content = read_graph(news_graph())
    lines: dict[int, set[int]] = {}
    for s in content.statements:
        lines.setdefault(s.actor, set()).add(s.event)
    major = {content.nodes[actor].id for actor, events in lines.items() if len(events) >= 3}
    assert major <= {box["id"] for box in boxes}


def test_hostile_text_runs_nowhere_and_injections_are_blocked(open_page: Opener, hostile_page: Path) -> None:
    it = open_page(hostile_page)
    for node in ("a:brandt", "e:seize", "e:bribe"):
        it.select(node)
    it.page.keyboard.press("t")
    it.page.locator("#sheet tbody tr").first.wait_for()
    assert it.page.evaluate("window.__pwn") is None
    assert it.errors == []
    assert not [a for a in it.page.locator("a[href]").all() if (a.get_attribute("href") or "").startswith("javascript")]
    it.page.evaluate(
        """() => {
          const place = document.createElement("div");
          place.innerHTML = "<img src=x onerror='window.__pwn=1'><a id=bad href='javascript:window.__pwn=2'>x</a>";
          document.body.append(place);
          document.getElementById("bad").click();
          const script = document.createElement("script");
          script.textContent = "window.__pwn=3";
          document.body.append(script);
          new Image().src = "https://news.example/beacon.png";
          fetch("https://news.example/").catch(() => 0);
        }"""
    )
    it.page.wait_for_timeout(300)
    assert it.page.evaluate("window.__pwn") is None
    assert {"img-src", "connect-src"} <= set(it.blocked())
    assert {"script-src-elem", "script-src-attr"} & set(it.blocked())
