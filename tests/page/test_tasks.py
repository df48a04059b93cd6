"""What newcomers come for, by mouse and by keyboard: who denied what, evidence of a line, the events of a week."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page

from graphkit.page import export_html
from graphkit.page.content import STATUSES
from graphkit.page.read import read_graph

from .conftest import Opener
from .fixture import news_graph

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def core_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Page that draws a third of the graph, as a large one does."""
    path = tmp_path_factory.mktemp("page") / "core.html"
    export_html(news_graph(), path, top=12)
    return path


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(90):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"Tab does not come to {selector}")


def denials() -> set[str]:
    return {str(claim.facts["sentence"]) for claim in read_graph(news_graph()).claims if claim.status == 3}


def sentences(page: Page) -> set[str]:
    return set(page.locator("#details blockquote").all_inner_texts())


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_who_denied_what_stands_in_the_panel(open_page: Opener, core_page: Path, by: str) -> None:
    page = open_page(core_page).page
    if by == "mouse":
        page.locator("#only-denied").click()
    else:
        tab_to(page, "#only-denied")
        page.keyboard.press("Enter")
    page.locator("#details h2").filter(has_text="passes the filters").wait_for()
    assert denials() - {""} <= sentences(page)
    assert all("denied" in card for card in page.locator("#details .card").all_inner_texts())


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_evidence_of_a_line(open_page: Opener, core_page: Path, by: str) -> None:
    page = open_page(core_page).page
    if by == "mouse":
        ends = page.evaluate(
            "() => { const m = graphkit.middle(graphkit.lines()[0]); return [m.x, m.y] }",
        )
        page.mouse.click(*ends)
    else:
        page.locator("#canvas").focus()
        for key in ("ArrowRight", "ArrowRight", "v"):
            page.keyboard.press(key)
    page.locator("#details h2").filter(has_text="Line").wait_for()
    assert page.locator("#details blockquote").count() > 0


def rows_of(download: Download) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(Path(download.path()).read_text("utf-8-sig"))))


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_events_of_a_week_leave_as_csv_drawn_or_not(open_page: Opener, core_page: Path, by: str) -> None:
    content = read_graph(news_graph())
    week = [
        node.name
        for node in content.nodes
        if node.kind == "event" and node.facts["date_from"] <= "2025-03-16" and node.facts["date_to"] >= "2025-03-10"
    ]
    page = open_page(core_page).page
    page.get_by_label("From this day").fill("2025-03-10")
    page.get_by_label("To this day").fill("2025-03-16")
    page.get_by_label("To this day").blur()
    with page.expect_download() as waiting:
        if by == "mouse":
            page.locator("#tool-csv").click()
            page.locator("#ask-all").click()
        else:
            page.keyboard.press("x")
            page.keyboard.press("Enter")
    assert {row["Event"] for row in rows_of(waiting.value)} == set(week)


def test_what_passes_can_be_drawn_and_no_name_stays_without_its_node(open_page: Opener, core_page: Path) -> None:
    it = open_page(core_page)
    before = it.shown()[0]
    it.page.locator("#only-denied").click()
    assert it.shown()[0] < before
    assert set(it.page.evaluate("graphkit.labels().map((box) => box.id)")) <= set(it.page.evaluate("graphkit.drawn()"))
    it.page.get_by_role("button", name="more node").click()
    expected = sum(1 for s in read_graph(news_graph()).statements if any_denied(s.claims))
    assert it.shown()[1] == expected
    it.page.keyboard.press("Control+z")
    it.page.keyboard.press("Control+z")
    assert it.shown()[0] == before


def any_denied(claims: tuple[int, ...]) -> bool:
    known = read_graph(news_graph()).claims
    return any(known[claim].status == STATUSES.index("denied") for claim in claims)


def test_filters_that_leave_nothing_say_so_and_can_be_cleared(open_page: Opener, core_page: Path) -> None:
    it = open_page(core_page)
    before = it.shown()
    it.page.get_by_label("From this day").fill("1999-01-01")
    it.page.get_by_label("To this day").fill("1999-02-01")
    it.page.get_by_label("To this day").blur()
    it.page.locator("#details").filter(has_text="Nothing passes").wait_for()
    it.page.locator("#details").get_by_role("button", name="Clear all filters").click()
    assert it.shown() == before


def test_a_day_typed_digit_by_digit_leaves_the_other_end_alone(open_page: Opener, core_page: Path) -> None:
    page = open_page(core_page).page
    for label, digits in (("From this day", "03102025"), ("To this day", "03162025")):
        page.get_by_label(label).focus()
        page.keyboard.type(digits, delay=20)
        page.get_by_label(label).blur()
    assert page.get_by_label("From this day").input_value() == "2025-03-10"
    assert page.get_by_label("To this day").input_value() == "2025-03-16"


def test_letters_are_keys_on_a_checkbox_too(open_page: Opener, core_page: Path) -> None:
    page = open_page(core_page).page
    page.get_by_role("checkbox").first.focus()
    page.keyboard.press("t")
    assert page.locator("#sheet").is_visible()


def test_an_event_that_nobody_reports_as_a_fact_is_named_so(open_page: Opener, core_page: Path) -> None:
    page = open_page(core_page).page
    page.locator("#search").fill("visits Tersa")
    assert "planned event" in page.locator("#hits li").first.inner_text()
    page.keyboard.press("Escape")
    page.evaluate("location.hash = '#n=a:varga'")
    page.locator("#details .actions").wait_for()
    names = page.locator("#details button.node").all_inner_texts()
    assert any(name.startswith("disputed: Norvian Navy seizes") for name in names), names


def test_denials_stand_under_the_name_of_who_denies(open_page: Opener, core_page: Path) -> None:
    page = open_page(core_page).page
    page.locator("#only-denied").click()
    groups = page.locator("#details .denier")
    groups.first.wait_for()
    group = groups.filter(has_text="Ilse Maren denies").first
    assert "Maren denied that the navy had seized any vessel." in group.locator("blockquote").all_inner_texts()
    others = set(groups.filter(has_text="Petra Brandt says that it is not so").locator("blockquote").all_inner_texts())
    assert others == {"Haldor never bribed anybody, Brandt said."}
