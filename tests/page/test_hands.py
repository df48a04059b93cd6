"""What hands expect of the page: keys on every control, days chosen on the bars, nothing left out without a word."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page

from graphkit.page.read import read_graph

from .conftest import DATES, Opener, choose
from .fixture import news_graph

pytestmark = pytest.mark.browser


def dates(page: Page) -> list[str]:
    return [page.get_by_label(label).input_value() for label in DATES]


def drag(page: Page, first: int, last: int) -> None:
    """Press the mouse on one bar of the time and let it go on another."""
    bars = page.locator("#time .bars > i")
    for number, act in ((first, page.mouse.down), (last, page.mouse.up)):
        box = bars.nth(number).bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 9)
        act()


def test_letters_are_keys_on_lists_sliders_and_days_and_escape_leaves_them(open_page: Opener, news_page: Path) -> None:
    page = open_page(news_page).page
    for control in ("#filters select", "#filters input[type=range]", "#time input[type=date]"):
        page.locator(control).first.focus()
        page.keyboard.press("t")
        assert page.locator("#sheet").is_visible(), control
        page.keyboard.press("t")
        page.locator(control).first.focus()
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.id") == "canvas", control


def test_first_escape_returns_to_the_picture_and_the_second_selects_nothing(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page)
    it.select("a:navy")
    it.page.locator("#filters select").first.focus()
    it.page.keyboard.press("Escape")
    assert it.page.locator("#details .actions").count() == 1
    it.page.keyboard.press("Escape")
    assert it.page.locator("#details h2").inner_text() == "Details"


def test_one_key_lists_who_denies_what(open_page: Opener, news_page: Path) -> None:
    page = open_page(news_page).page
    page.keyboard.press("n")
    page.locator("#details .denier").first.wait_for()
    page.keyboard.press("n")
    page.locator("#details h2").filter(has_text="Details").wait_for()


def test_down_and_enter_take_the_first_match(open_page: Opener, news_page: Path) -> None:
    page = open_page(news_page).page
    for keys in (["Enter"], ["ArrowDown", "Enter"]):
        page.locator("#search").fill("Norvia")
        first = page.locator("#hits li .name").first.inner_text()
        for key in keys:
            page.keyboard.press(key)
        page.locator("#details .actions").wait_for()
        assert page.locator("#details h2").inner_text() == first
        page.evaluate("location.hash = '#n=a:judge'")


def test_a_click_on_a_bar_chooses_its_days_and_a_drag_those_between(open_page: Opener, news_page: Path) -> None:
    page = open_page(news_page).page
    for first, last in ((3, 3), (5, 9), (20, 11)):
        drag(page, first, last)
        chosen = page.locator("#time .bars > i:not(.out)")
        assert chosen.count() == abs(last - first) + 1
        spans = [title.split(":")[0] for title in chosen.evaluate_all("list => list.map((bar) => bar.title)")]
        assert page.locator("#time .range").inner_text().split(" – ")[0] in spans[0]


def test_a_week_is_chosen_by_the_mouse_once_the_axis_is_zoomed(open_page: Opener, news_page: Path) -> None:
    page = open_page(news_page).page
    page.get_by_label("Zoom into the time").click()
    for _ in range(8):
        if page.get_by_label("Zoom into the time").is_enabled():
            page.get_by_label("Zoom into the time").click()
    bars = page.locator("#time .bars > i")
    assert 7 <= bars.count() <= 14
    drag(page, 0, 6)
    days = page.evaluate(
        "labels => labels.map((l) => Date.parse(document.querySelector(`[aria-label='${l}']`).value))", DATES
    )
    assert days[1] - days[0] == 6 * 86_400_000
    for _ in range(8):
        if page.get_by_label("Zoom out of the time").is_enabled():
            page.get_by_label("Zoom out of the time").click()
    assert not page.get_by_label("Zoom out of the time").is_enabled()


def test_the_axis_keeps_its_width_while_a_handle_moves(open_page: Opener, news_page: Path) -> None:
    page = open_page(news_page).page
    before = page.locator("#time .scrub").bounding_box()
    choose(page, "2025-03-10", "2025-03-16")
    assert page.locator("#time .scrub").bounding_box() == before


def test_what_is_dated_only_to_a_month_is_told_and_can_be_left_out(open_page: Opener, news_page: Path) -> None:
    it = open_page(news_page)
    choose(it.page, "2024-10-07", "2024-10-13")
    note = it.page.locator("#details .facts").filter(has_text="dated only to a month")
    assert "1 event" in note.inner_text()
    assert it.shown()[1] > 0
    note.get_by_role("button", name="Leave them out").click()
    it.page.locator("#details").filter(has_text="Nothing passes").wait_for()
    assert it.shown()[1] == 0
    assert it.page.locator("#within").is_checked()


def test_undated_events_that_a_range_leaves_out_are_counted(open_page: Opener, tmp_path: Path) -> None:
    from graphkit.page import export_html

    graph = news_graph()
    for event in ("e:pay", "e:flee"):
        graph.nodes[event].update(date_from=None, date_to=None, date_precision=None)
    export_html(graph, tmp_path / "undated.html")
    page = open_page(tmp_path / "undated.html").page
    choose(page, "2025-03-10", "2025-03-16")
    note = page.locator("#details .facts").filter(has_text="2 undated events left out")
    note.get_by_role("button", name="Use the date of the story").click()
    page.wait_for_function("() => document.querySelector('#time select').value === 'story'")
    assert dates(page) == ["2025-03-10", "2025-03-16"]


def test_a_line_that_is_filtered_away_leaves_the_panel(open_page: Opener, news_page: Path) -> None:
    page = open_page(news_page).page
    page.evaluate("location.hash = '#n=a:maren&m=e:visit'")
    page.locator("#details h2").filter(has_text="Line").wait_for()
    page.locator("#only-denied").click()
    page.locator("#details h2").filter(has_text="passes the filters").wait_for()


def test_undo_brings_back_the_view(open_page: Opener, news_page: Path) -> None:
    page = open_page(news_page).page
    page.locator("#only-denied").click()
    before = page.evaluate("graphkit.place('a:maren')")
    page.evaluate("graphkit.moveBy(900, 400)")
    page.keyboard.press("Control+z")
    assert page.evaluate("graphkit.place('a:maren')") == pytest.approx(before, abs=1)


def test_csv_of_events_has_one_row_an_event_and_says_in_its_name_what_it_holds(
    open_page: Opener, news_page: Path
) -> None:
    page = open_page(news_page).page
    choose(page, "2025-03-05", "2025-03-18")
    page.keyboard.press("x")
    wanted = int(page.locator("#ask-all").inner_text().split()[1])
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "straits-and-haldor-events-2025-03-05-to-2025-03-18.csv"
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text("utf-8-sig"))))
    assert len(rows) == wanted == len({row["Event id"] for row in rows})
    assert f"{wanted} events" in page.locator("#hint").inner_text()
    row = next(row for row in rows if row["Event id"] == "e:blockade")
    assert (row["Actor"], row["Target"]) == ("Norvia", "Tersa Republic")
    assert (row["Told as"], row["Denied by"]) == ("denied", "Ilse Maren")
    assert row["Outlet"] == "Tersa Daily"
    assert row["Published"] == "2025-03-16"
    assert any("; " in row["Outlets"] for row in rows)
    for row in rows:  # the outlet and the day beside a sentence are those of its story
        assert row["Outlet"] in row["Outlets"].split("; ")
        assert row["First published"] <= row["Published"]


def test_table_has_speaker_outlet_and_day_of_the_story_in_columns_of_their_own(
    open_page: Opener, news_page: Path
) -> None:
    page = open_page(news_page).page
    page.keyboard.press("t")
    page.locator("#sheet tbody tr").first.wait_for()
    heads = [text.split(" ▾")[0] for text in page.locator("#sheet th").all_inner_texts()]
    row = page.locator("#sheet tbody tr").filter(has_text="will not blockade").first
    cells = dict(zip(heads, row.locator("td").all_inner_texts(), strict=True))
    assert cells["Relation"] == "denied: blockade"
    assert [cells[name] for name in ("Said by", "Outlet", "Published")] == ["Ilse Maren", "Tersa Daily", "2025-03-16"]


def test_events_of_the_fixture_are_all_in_the_file(open_page: Opener, news_page: Path) -> None:
    page = open_page(news_page).page
    page.locator("#tool-csv").click()
    with page.expect_download() as waiting:
        page.locator("#ask-all").click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text("utf-8-sig"))))
    content = read_graph(news_graph())
    told = {content.nodes[claim.event].name for claim in content.claims if claim.event is not None}
    assert {row["Event"] for row in rows} == told


def test_a_picture_that_nobody_moved_is_fitted_after_a_filter(open_page: Opener, news_page: Path) -> None:
    page = open_page(news_page).page
    box = page.locator("#canvas").bounding_box()
    assert box

    def width() -> float:
        places = page.evaluate("graphkit.drawn().map((id) => graphkit.place(id).x)")
        return float(max(places) - min(places)) / box["width"]

    choose(page, "2025-03-18", "2025-03-18")
    page.wait_for_timeout(400)
    alone = width()
    page.keyboard.press("f")
    assert width() == pytest.approx(alone, rel=0.02)
    page.evaluate("graphkit.moveBy(60, 0)")
    moved = page.evaluate("graphkit.place(graphkit.drawn()[0])")
    page.get_by_label("To this day").fill("2025-03-19")
    page.get_by_label("To this day").blur()
    page.wait_for_timeout(400)
    assert page.evaluate("graphkit.place(graphkit.drawn()[0])") == pytest.approx(moved, abs=1)


def test_stories_without_outlet_and_date_are_told_once(open_page: Opener, tmp_path: Path) -> None:
    from graphkit.page import export_html

    graph = news_graph()
    for _, facts in graph.nodes(data=True):
        if facts["node_label"] == "Story":
            facts.update(publisher=None, published=None)
    export_html(graph, tmp_path / "bare.html")
    details = open_page(tmp_path / "bare.html").page.locator("#details").inner_text()
    assert "No story of this graph came with an outlet or a date." in details


def test_a_narrow_screen_lists_what_passes_at_a_press(open_page: Opener, news_page: Path) -> None:
    page = open_page(news_page, viewport={"width": 390, "height": 844}).page
    page.locator("#tool-filters").click()
    page.locator("#only-denied").click()
    page.locator("#filters .close").click()
    assert not page.locator("#details").is_visible()
    page.locator("#tool-list").click()
    page.locator("#details .denier").first.wait_for()
    page.locator("#details").get_by_role("button", name="Clear all filters").click()
    page.locator("#details").filter(has_text="Most prominent").wait_for()
    page.locator("#tool-list").click()
    assert not page.locator("#details").is_visible()
