"""Plain text files: offsets, titles, dates, line ends, encodings."""

from pathlib import Path

import pytest

from graphkit.model import Story
from graphkit.reading import Unread, read

TWO = (
    "Riga lets the port buy its oldest bridge after a long dispute\r\n"
    "The council of Riga sold the bridge on Monday, Mayor Ilze Kalnina said.\r\n"
    "Kalnina called it a good day.\r\n"
    "Norwegian fishermen have blocked the harbour of Bergen over fuel prices\r\n"
    "BERGEN, 3 March 2021 (Nordic Wire) — Forty boats blocked the harbour on Tuesday, skipper Nils Bakke said.\r\n"
    "Bakke said they would stay.\r\n"
)


def _stories(path: Path) -> list[Story]:
    found = list(read([path]))
    assert all(isinstance(story, Story) for story in found), found
    return [story for story in found if isinstance(story, Story)]


def _written(folder: Path, data: bytes) -> Path:
    path = folder / "file.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_and_offsets_are_those_of_the_decoded_file(tmp_path: Path, encoding: str) -> None:
    stories = _stories(_written(tmp_path, TWO.encode(encoding)))
    assert len(stories) == 2
    for story in stories:
        assert story.offset is not None
        assert TWO[story.offset : story.offset + len(story.text)] == story.text
    assert "\r\n" in stories[0].text


def test_the_headline_is_the_title_and_stays_in_the_text(tmp_path: Path) -> None:
    story = _stories(_written(tmp_path, TWO.encode()))[0]
    assert story.title == "Riga lets the port buy its oldest bridge after a long dispute"
    assert story.text.startswith(story.title)


def test_the_day_of_the_dateline_comes_before_the_option(tmp_path: Path) -> None:
    path = _written(tmp_path, TWO.encode())
    assert [story.published for story in read([path], published="1 May 2022") if isinstance(story, Story)] == [
        "2022-05-01",
        "2021-03-03",
    ]


def test_the_agency_of_the_dateline_stands_in_for_an_outlet_that_nobody_names(tmp_path: Path) -> None:
    path = _written(tmp_path, TWO.encode() + b"\n\nLYON (Nordic Wire) - It rained on the lock of Lyon on Monday.\n")
    assert [story.publisher for story in _stories(path)] == [None, "Nordic Wire", "Nordic Wire"]
    assert {story.publisher for story in read([path], publisher="Fjord Daily") if isinstance(story, Story)} == {
        "Fjord Daily"
    }


def test_single_lines_may_be_windows_1252(tmp_path: Path) -> None:
    data = "Señor López spoke.\n".encode() + "Señor López left — “early”.\n".encode("cp1252")
    assert _stories(_written(tmp_path, data))[0].text == "Señor López spoke.\nSeñor López left — “early”."


def test_the_second_half_of_a_surrogate_pair_in_bytes_keeps_offsets(tmp_path: Path) -> None:
    assert _stories(_written(tmp_path, b"Oslo \xed\xa0\x80 voted."))[0].text == "Oslo \ufffd voted."


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\r\n\t", "empty"),
        (b"Oslo\x00 voted \x01\x02\x03", "binary"),
        (b"A" * 100_000 + b"\x00", "NUL"),
        (bytes(range(1, 256)) * 20, "binary"),
        (b"%PDF-1.7 rest", "PDF"),
        (b"PK\x03\x04 rest", "office"),
    ],
)
def test_what_is_no_text_is_said_to_be_none(tmp_path: Path, data: bytes, word: str) -> None:
    [unread] = read([_written(tmp_path, data)])
    assert isinstance(unread, Unread)
    assert unread.failed
    assert word in unread.reason


def test_a_line_of_fifty_megabytes_is_refused(tmp_path: Path) -> None:
    [unread] = read([_written(tmp_path, b"word " * 10_000_000)])
    assert isinstance(unread, Unread)
    assert "limit" in unread.reason


def test_a_story_of_a_megabyte_is_read_whole(tmp_path: Path) -> None:
    text = "The mayor of Oslo said on Monday that the harbour would stay closed.\n" * 15_000
    assert _stories(_written(tmp_path, text.encode()))[0].text == text.strip()
