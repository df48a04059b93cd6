"""Stories of files in which several are run together, and files of one story that must stay whole."""

import json
import time
from pathlib import Path
from typing import Any

from graphkit.reading.segmentation import segments

CASES = Path(__file__).parents[1] / "cases"


def _file_of(case: dict[str, Any]) -> tuple[str, list[tuple[int, int]]]:
    """Text of the file that a case describes, and where its stories are."""
    text, places = case.get("before", ""), []
    for number, story in enumerate(case["stories"]):
        text += case["between"] if number else ""
        places.append((len(text), len(text) + len(story.rstrip())))
        text += story
    return text + case.get("after", ""), places


def test_share_of_layouts_told_apart_reaches_the_floor() -> None:
    floor = json.loads((CASES / "floors.json").read_text(encoding="utf-8"))["reading"]
    cases = [json.loads(line) for line in (CASES / "reading.jsonl").read_text(encoding="utf-8").splitlines()]
    wrong = []
    for case in cases:
        text, places = _file_of(case)
        if [part.start for part in segments(text)] != [start for start, _ in places]:
            wrong.append(case["name"])
    assert 1 - len(wrong) / len(cases) >= floor, wrong


def test_a_story_ends_with_its_last_line_and_not_with_the_separator() -> None:
    text = "Riga sells its bridge to the port, mayor says\nIt is sold.\n-----\n"
    text += "Oslo builds a longer tunnel than planned\nOSLO — So it is.\n***\n"
    assert [text[part.start : part.end].splitlines()[-1] for part in segments(text)] == [
        "It is sold.",
        "OSLO — So it is.",
    ]


def test_nothing_but_blanks_and_rules_is_no_story() -> None:
    assert segments(" \n\n-----\n  \n") == []


def test_ten_thousand_stories_are_told_apart_in_proportion() -> None:
    story = "OSLO — Mayor Nils Bakke opened quay number {} on Monday. Bakke spoke of a good day for the harbour.\n\n\n"
    text = "".join(story.format(number) for number in range(10_000))
    begin = time.process_time()
    assert len(segments(text)) == 10_000
    assert time.process_time() - begin < 10


def test_a_line_of_a_million_characters_costs_little() -> None:
    begin = time.process_time()
    assert len(segments("A" * 1_000_000 + "\n" + "ab " * 400_000)) == 1
    assert time.process_time() - begin < 2
