"""The page of the sample stories, as `graphkit demo` leaves it: names where they are wanted, and none on another."""

from collections import Counter
from pathlib import Path

import pytest

import graphkit
from graphkit.page import export_html
from graphkit.samples import sample_paths

from .conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.model]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with pages of the sample stories: the first view of the command line, and a small core."""
    folder = tmp_path_factory.mktemp("samples")
    graphkit.build(sample_paths(), store=str(folder / "graph.jsonl"))
    with graphkit.open(str(folder / "graph.jsonl")) as store:
        graph = store.to_networkx()
    export_html(graph, folder / "graph.html")
    export_html(graph, folder / "core.html", top=60)
    return folder


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1920, 1080)])
def test_every_actor_with_three_lines_has_its_name_and_no_name_lies_on_another(
    open_page: Opener, samples: Path, width: int, height: int
) -> None:
    page = open_page(samples / "graph.html", viewport={"width": width, "height": height}).page
    page.wait_for_timeout(500)  # names are placed with care when the picture rests
    names = page.evaluate("graphkit.labels()")
    ends = page.evaluate("graphkit.lines().map((key) => graphkit.ends(key))")
    lines = Counter(end for pair in ends for end in pair)
    wanted = {node for node, count in lines.items() if count >= 3 and node.startswith("a")}
    assert len(wanted) > 20
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
