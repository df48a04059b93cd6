"""The page of the sample stories, by default and as the demo draws it: names where they are wanted, none on another."""

from collections import Counter
from pathlib import Path

import pytest

import graphkit
from graphkit.cli.demo import DRAWN
from graphkit.page import export_html
from graphkit.samples import sample_paths

from .conftest import Opener, choose

pytestmark = [pytest.mark.browser, pytest.mark.model]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with pages of the sample stories: as by default, as the demo draws them, and a small core."""
    folder = tmp_path_factory.mktemp("samples")
    graphkit.build(sample_paths(), store=str(folder / "graph.jsonl"))
    with graphkit.open(str(folder / "graph.jsonl")) as store:
        graph = store.to_networkx()
    export_html(graph, folder / "graph.html")
    export_html(graph, folder / "demo.html", top=DRAWN)
    export_html(graph, folder / "core.html", top=60)
    return folder


@pytest.mark.parametrize(
    ("name", "width", "height", "least"), [("graph", 1280, 800, 20), ("graph", 1920, 1080, 20), ("demo", 1280, 800, 10)]
)
def test_every_actor_with_three_lines_has_its_name_and_no_name_lies_on_another(
    open_page: Opener, samples: Path, name: str, width: int, height: int, least: int
) -> None:
    page = open_page(samples / f"{name}.html", viewport={"width": width, "height": height}).page
    page.wait_for_timeout(500)  # names are placed with care when the picture rests
    names = page.evaluate("graphkit.labels()")
    ends = page.evaluate("graphkit.lines().map((key) => graphkit.ends(key))")
    lines = Counter(end for pair in ends for end in pair)
    wanted = {node for node, count in lines.items() if count >= 3 and node.startswith("a")}
    assert len(wanted) > least
    assert wanted <= {name["id"] for name in names}
    overlapping = [
        (a["name"], b["name"])
        for i, a in enumerate(names)
        for b in names[:i]
        if abs(2 * (a["x"] - b["x"]) + a["width"] - b["width"]) < a["width"] + b["width"]
        and abs(2 * (a["y"] - b["y"]) + a["height"] - b["height"]) < a["height"] + b["height"]
    ]
    assert overlapping == []


def test_the_affairs_are_the_largest_groups_and_one_can_be_drawn_instead(open_page: Opener, samples: Path) -> None:
    it = open_page(samples / "core.html")
    before = it.shown()
    buttons = it.page.locator("#details button.group")
    largest = buttons.all_inner_texts()[:3]
    for name in ("Francesco Schettino", "Charles Taylor", "Donald Trump"):
        assert sum(name in group for group in largest) == 1
    wanted = next(i for i, group in enumerate(largest) if "Charles Taylor" in group)
    buttons.nth(wanted).click()
    it.page.wait_for_timeout(2700)
    names = {label["name"] for label in it.page.evaluate("graphkit.labels()")}
    assert "Charles Taylor" in names
    assert not {"Francesco Schettino", "Donald Trump"} & names
    it.page.keyboard.press("u")
    assert it.shown() == before


def test_leaving_out_what_reaches_beyond_a_range_takes_as_many_events_as_the_note_says(
    open_page: Opener, samples: Path
) -> None:
    page = open_page(samples / "graph.html").page
    choose(page, "2013-01-10", "2014-07-20")

    def events() -> int:
        page.keyboard.press("x")
        counted = int(page.locator("#ask-all").inner_text().split()[1])
        page.keyboard.press("Escape")
        return counted

    before = events()
    note = page.locator("#details p").filter(has_text="reaches beyond the range")
    wanted = int(note.inner_text().split()[0])
    note.get_by_role("button", name="Leave them out").click()
    assert before - events() == wanted > 0
