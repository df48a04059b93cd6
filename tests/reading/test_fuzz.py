"""Laws that hold for any bytes: nothing raises, every input gives something, offsets hold."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphkit.model import Story
from graphkit.reading import Unread, iso_day, read
from graphkit.reading.decoding import decode
from graphkit.reading.lines import lines_of
from graphkit.reading.segmentation import segments

FEW = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PIECES = st.sampled_from(
    [
        "Oslo votes on tunnel",
        "It did.",
        "OSLO (NN) — It rained.",
        "By Jan Holm",
        "---",
        "* * *",
        "",
        "\r",
        "\f",
        "Read more: x",
        "3 March 2021",
        "Title: T",
        "(Reporting by Jan Holm)",
        "“So be it”",
        "Why?",
        "- one",
        "1. two",
        "\ufeff",
        "\u2028",
        "#",
        "ENDS",
        "a lower-case line",
    ]
)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv", "a.tsv", "a.html", "a.bin"])
@FEW
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_give_stories_or_reasons(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = list(read([path]))
    assert all(isinstance(entry, Story | Unread) for entry in found)
    assert all(entry.text.strip() for entry in found if isinstance(entry, Story))


@FEW
@given(pieces=st.lists(PIECES, max_size=30), end=st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_segments_are_in_order_and_lose_no_words(pieces: list[str], end: str) -> None:
    text = end.join(pieces)
    found = segments(text)
    places = [place for part in found for place in (part.start, part.end)]
    assert places == sorted(places)
    told = "".join(text[part.start : part.end] for part in found)
    rules = ("".join(text[line.start : line.end]) for line in lines_of(text) if line.kind in {"rule", "stars"})
    kept = "".join(told.split())
    for rule in rules:
        kept = kept.replace("".join(rule.split()), "")
    whole = "".join(text.split())
    for line in lines_of(text):
        if line.kind in {"rule", "stars"}:
            whole = whole.replace("".join(text[line.start : line.end].split()), "")
    assert kept == whole


@FEW
@given(pieces=st.lists(PIECES, min_size=1, max_size=30))
def test_offsets_slice_back_to_the_text_of_the_file(tmp_path: Path, pieces: list[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\n".join(pieces).encode("utf-8"))
    whole = decode(path.read_bytes())
    for story in read([path]):
        if isinstance(story, Story):
            assert story.offset is not None
            assert whole[story.offset : story.offset + len(story.text)] == story.text


@FEW
@given(
    text=st.text(min_size=1).filter(str.strip),
    extra=st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5)),
)
def test_the_text_of_a_json_line_is_never_changed(tmp_path: Path, text: str, extra: dict[str, object]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({**extra, "text": text}) + "\n", encoding="utf-8")
    [story] = read([path], language="en")
    assert isinstance(story, Story)
    assert story.text == text


@FEW
@given(value=st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.datetimes().map(str)))
def test_a_day_is_iso_or_none(value: object) -> None:
    day = iso_day(value)
    assert day is None or (len(day) == 10 and iso_day(day) == day)
