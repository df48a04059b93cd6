"""The page in a real Chromium with the network off: what a reader does, and what comes of it."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.page import export_html
from graphkit.page.content import STATUSES, Claim, Content, Statement, day
from graphkit.page.read import read_graph

from .conftest import Opener
from .fixture import hostile_graph, news_graph

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
    names = {"denied": "denied", "planned": "planned", "possible": "uncertain"}
    it.page.locator(".choice").filter(has_text=names[status]).locator("input").uncheck()
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


Test = Callable[[Content, Statement, list[Claim]], bool]


def outlet(content: Content, claim: Claim) -> str:
    return str(content.stories[claim.story]["publisher"]) if claim.story is not None else ""


FILTERS: dict[str, tuple[str, Test]] = {
    "outlet": (
        "pick('Outlet', 'North Wire')",
        lambda content, _, claims: any(outlet(content, c) == "North Wire" for c in claims),
    ),
    "source": (
        "pick('Source', 'Tomáš Varga (2)')",
        lambda content, _, claims: any(content.index["a:varga"] in c.said_by for c in claims),
    ),
    "no source": ("pick('Source', 'nobody named')", lambda _c, _s, claims: any(not c.said_by for c in claims)),
    "stories": ("slide('stories', 2)", lambda _c, statement, _: statement.n_stories >= 2),
    "confidence": (
        "slide('confidence', 95)",
        lambda _c, _s, claims: any(c.facts["confidence"] >= 0.95 for c in claims),
    ),
    "kind": ("uncheck('person')", lambda content, statement, _: content.nodes[statement.actor].kind != "person"),
    "type": ("uncheck('consult')", lambda _c, statement, _: statement.event_type != "CONSULT"),
    "only": (
        "document.getElementById('only-denied').click()",
        lambda _c, _s, claims: any(c.status == 3 for c in claims),
    ),
}

HANDS = """
const named = (name, kind) => [...document.querySelectorAll('#filters label')].find((l) => l.textContent.trim().startsWith(name)).querySelector(kind);
const send = (node, ...kinds) => kinds.forEach((kind) => node.dispatchEvent(new Event(kind)));
const pick = (name, text) => { const s = named(name, 'select'); s.value = [...s.options].find((o) => o.text === text).value; send(s, 'change'); };
const slide = (name, value) => { const r = named(name, 'input'); r.value = value; send(r, 'input', 'change'); };
const uncheck = (name) => named(name, 'input').click();
"""  # noqa: E501


@pytest.mark.parametrize("name", FILTERS)
def test_filters_leave_the_statements_that_the_graph_has(open_page: Opener, news_page: Path, name: str) -> None:
    act, fits = FILTERS[name]
    content = read_graph(news_graph())
    expected = sum(1 for s in content.statements if fits(content, s, [content.claims[c] for c in s.claims]))
    it = open_page(news_page)
    it.page.evaluate(f"() => {{ {HANDS}; {act} }}")
    it.page.wait_for_function("n => document.documentElement.dataset.statements === String(n)", arg=expected)
    assert 0 <= expected < len(content.statements)
    it.page.keyboard.press("Control+z")
    it.page.wait_for_function(
        "n => document.documentElement.dataset.statements === String(n)", arg=len(content.statements)
    )


def test_date_of_the_story_is_another_clock(open_page: Opener, news_page: Path) -> None:
    content = read_graph(news_graph())
    low = day("2025-03-20") or 0
    stories = {i for i, story in enumerate(content.stories) if (day(story["published"]) or 0) >= low}
    expected = sum(1 for s in content.statements if any(content.claims[c].story in stories for c in s.claims))
    it = open_page(news_page)
    it.page.get_by_label("Which date counts").select_option("story")
    it.page.get_by_label("From this day").fill("2025-03-20")
    it.page.get_by_label("From this day").blur()
    it.page.wait_for_function("n => document.documentElement.dataset.statements === String(n)", arg=expected)


def test_play_lets_the_graph_grow(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page)
    whole = it.shown()[1]
    it.page.get_by_role("button", name="Play").click()
    it.page.wait_for_function("n => Number(document.documentElement.dataset.statements) < n", arg=whole)
    few = it.shown()[1]
    it.page.wait_for_function("n => Number(document.documentElement.dataset.statements) > n", arg=few, timeout=30_000)
    it.page.get_by_role("button", name="Pause").click()


def test_finger_selects_and_the_drawer_opens_and_closes(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert not it.page.locator("#details").is_visible()
    spot = it.page.evaluate("graphkit.place('a:haldor')")
    it.page.touchscreen.tap(spot["x"], spot["y"])
    it.page.locator("#details h2").filter(has_text="Haldor Shipping").wait_for()
    it.page.locator("#details .close").click()
    it.page.locator("#details").wait_for(state="hidden")
    it.page.locator("#tool-filters").click()
    assert it.page.locator("#filters").is_visible()
    assert it.page.evaluate("document.documentElement.scrollWidth") == 390


def test_print_leaves_the_tools_out(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page)
    it.page.emulate_media(media="print")
    assert not it.page.locator("#tools").is_visible()
    assert it.page.locator("#canvas").is_visible()


@pytest.mark.parametrize("keep", [["a:judge"], ["e:strike"], ["a:judge", "a:court"]])
def test_smallest_graphs_are_pages_too(open_page: Opener, tmp_path: Path, keep: list[str]) -> None:
    path = tmp_path / "small.html"
    export_html(news_graph().subgraph(keep), path)
    it = open_page(path)
    it.page.keyboard.press("t")
    it.page.keyboard.press("t")
    it.select(keep[0])
    assert it.shown() == (len(keep), 0)
    assert it.errors == []


def test_expand_hide_pin_undo_change_what_is_drawn(open_page: Opener, tmp_path: Path) -> None:
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
    it.page.locator("#tool-csv").click()
    with it.page.expect_download() as download:
        it.page.locator("#ask-mentions").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(read_graph(hostile_graph()).claims)
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
    assert "1 of 2:" in it.page.locator("#news").inner_text()
    it.page.keyboard.press("v")
    it.page.locator("#details h2").filter(has_text="Line").wait_for()
    it.page.keyboard.press("ArrowRight")
    assert "2 of 2:" in it.page.locator("#news").inner_text()
    it.page.keyboard.press("ArrowLeft")
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


# How much ink lies on each field of 10 × 10 dots, after some steps of the view and a pause.
INK = """async ([steps, wait]) => {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  for (let i = 0; i < steps; i++) { graphkit.moveBy(3, 2); await frame(); await frame(); }
  await new Promise((next) => setTimeout(next, wait));
  const canvas = document.querySelector("#canvas canvas");
  const dots = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  const fields = {};
  for (let i = 0; i < dots.length; i += 4) {
    const at = i / 4;
    const field = `${Math.floor((at % canvas.width) / 10)} ${Math.floor(at / canvas.width / 10)}`;
    fields[field] = (fields[field] || 0) + dots[i + 3];
  }
  return fields;
}"""


def test_a_moving_picture_looks_like_one_at_rest(open_page: Opener, news_page: Path) -> None:
    page = open_page(news_page).page

    def apart(a: dict[str, int], b: dict[str, int]) -> float:
        return sum(abs(a[field] - b[field]) for field in a) / sum(b.values())

    moving, rest = page.evaluate(INK, [6, 0]), page.evaluate(INK, [0, 400])
    assert sum(rest.values()) > 1_000_000
    assert apart(moving, rest) < 0.1  # a name may stand elsewhere
    page.evaluate("location.hash = '#n=a:varga'")
    page.locator("#details .actions").wait_for()
    stepped_back = page.evaluate(INK, [6, 0])
    assert apart(stepped_back, page.evaluate(INK, [0, 400])) < 0.1
    assert apart(stepped_back, rest) > 0.2


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


def test_what_the_story_itself_negates_is_called_negated_and_not_denied(open_page: Opener, tmp_path: Path) -> None:
    graph = news_graph()
    mentions = [source for source, target, kind in graph.edges(keys=True) if target == "e:charge" and kind == "OF"]
    for mention in mentions:
        graph.nodes[mention].update(polarity="negative", certainty="certain", tense="past", quoted="none")
        spoken = [(a, b, key) for a, b, key in graph.out_edges(mention, keys=True) if key == "SAID_BY"]
        graph.remove_edges_from(spoken)
    for *_, facts in graph.in_edges("e:charge", data=True):
        if "asserted" in facts:
            facts["asserted"] = False
    export_html(graph, tmp_path / "negated.html")
    page = open_page(tmp_path / "negated.html").page
    page.locator("#search").fill(graph.nodes["e:charge"]["name"])
    words = page.get_by_role("option").first.inner_text()
    assert "negated" in words
    assert "denied" not in words
