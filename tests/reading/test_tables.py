"""JSON Lines, JSON and delimited tables."""

import json
import time
from pathlib import Path

import pytest

from graphkit.model import Story
from graphkit.reading import Note, Unread, read


def _written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return path


def _lines(*rows: object) -> str:
    return "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


def _first(path: Path, **options: str) -> Story:
    story = next(iter(read([path], **options)))  # type: ignore[arg-type]
    assert isinstance(story, Story), story
    return story


def test_the_text_is_kept_to_the_last_blank_and_the_id_handed_on(tmp_path: Path) -> None:
    text = "\n Oslo\tvoted.\r\n\r\nIt did. \n"
    story = _first(_written(tmp_path, "a.jsonl", _lines({"id": 7, "text": text, "published": "2021-03-03"})))
    assert (story.text, story.source_id, story.published, story.offset) == (text, "7", "2021-03-03", None)


def test_usual_names_of_fields_are_known(tmp_path: Path) -> None:
    row = {
        "_id": "x",
        "headline": "H",
        "maintext": "Oslo voted.",
        "date_publish": "Wed, 03 Mar 2021 23:00:00 GMT",
        "source": {"id": None, "name": "Nordic Wire"},
        "link": "https://example.org/1",
        "lang": "en-GB",
    }
    story = _first(_written(tmp_path, "a.jsonl", _lines(row)))
    assert (story.title, story.text, story.published, story.publisher, story.url, story.language, story.source_id) == (
        "H", "Oslo voted.", "2021-03-03", "Nordic Wire", "https://example.org/1", "en", "x",
    )  # fmt: skip


def test_fields_may_be_named(tmp_path: Path) -> None:
    path = _written(tmp_path, "a.jsonl", _lines({"text": "No.", "Story Body": "Oslo voted."}))
    [story] = read([path], fields={"text": "Story Body"})
    assert isinstance(story, Story)
    assert story.text == "Oslo voted."


def test_a_broken_line_stops_nothing(tmp_path: Path) -> None:
    deep = "[" * 100_000
    path = _written(tmp_path, "a.jsonl", _lines({"text": "One."}, '{"text": "Two', "", deep, "7", {"text": "Three."}))
    found = list(read([path]))
    assert [story.text for story in found if isinstance(story, Story)] == ["One.", "Three."]
    unread = [entry for entry in found if isinstance(entry, Unread)]
    assert [(entry.line, entry.failed) for entry in unread] == [(2, True), (4, True), (5, True)]


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({"id": "a", "text": " \n"}, "empty"),
        ({"id": "a"}, "no field"),
        ({"text": {"a": 1}}, "dict"),
        ({"text": None}, "None"),
    ],
)
def test_a_story_without_text_is_failed(tmp_path: Path, row: object, word: str) -> None:
    [unread] = read([_written(tmp_path, "a.jsonl", _lines(row))])
    assert isinstance(unread, Unread)
    assert unread.failed
    assert word in unread.reason


def test_equal_ids_and_texts_are_all_read(tmp_path: Path) -> None:
    path = _written(tmp_path, "a.jsonl", _lines(*[{"id": "a", "text": "Oslo voted."}] * 3))
    assert [story.source_id for story in read([path])] == ["a", "a", "a"]


def test_a_date_that_is_none_is_noted_and_the_story_read(tmp_path: Path) -> None:
    notes: list[Note] = []
    path = _written(tmp_path, "a.jsonl", _lines({"id": "a", "text": "Oslo voted.", "date": "03/04/2021"}))
    [story] = read([path], on_note=notes.append)
    assert isinstance(story, Story)
    assert story.published is None
    assert [(note.line, note.source_id) for note in notes] == [(1, "a")]


def test_lone_surrogates_become_one_replacement_each(tmp_path: Path) -> None:
    story = _first(_written(tmp_path, "a.jsonl", '{"text": "Oslo \\ud83d voted \\ud83d\\ude00.", "id": "\\udc00"}\n'))
    assert (story.text, story.source_id) == ("Oslo \ufffd voted \U0001f600.", "\ufffd")
    assert story.text.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        '[{"text": "A."}, {"text": "B."}]',
        '{"status": "ok", "articles": [{"content": "A."}, {"content": "B."}]}',
        '{"text": "A."}\n{"text": "B."}',
    ],
)
def test_json_documents_of_several_shapes(tmp_path: Path, text: str) -> None:
    assert [story.text for story in read([_written(tmp_path, "a.json", text)]) if isinstance(story, Story)] == [
        "A.",
        "B.",
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_tables_with_any_delimiter(tmp_path: Path, delimiter: str) -> None:
    rows = [["id", "Title", "Body"], ["1", "T", '"Oslo\r\nvoted, ""really""; yes | no."'], ["2", "U", "Riga too."]]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    found = list(read([_written(tmp_path, "a.tsv" if delimiter == "\t" else "a.csv", text)]))
    assert [story.text for story in found if isinstance(story, Story)] == [
        'Oslo\r\nvoted, "really"; yes | no.',
        "Riga too.",
    ]


def test_a_table_without_the_column_says_what_there_is(tmp_path: Path) -> None:
    [unread] = read([_written(tmp_path, "a.csv", "id,memo\n1,Oslo voted.\n")])
    assert isinstance(unread, Unread)
    assert "id, memo" in unread.reason


def test_a_short_row_is_failed_and_the_next_one_read(tmp_path: Path) -> None:
    found = list(read([_written(tmp_path, "a.csv", "id,text\n1\n2,Oslo voted.\n")]))
    assert [isinstance(entry, Unread) for entry in found] == [True, False]
    assert isinstance(found[0], Unread)
    assert found[0].line == 2


def test_a_cell_of_a_megabyte_is_read(tmp_path: Path) -> None:
    text = "Oslo voted. " * 90_000
    assert _first(_written(tmp_path, "a.csv", f"id,text\n1,{text}\n")).text == text


def test_a_line_of_fifty_megabytes_is_refused_and_the_next_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 50_000_000 + b'"}\n{"text": "Oslo voted."}\n')
    unread, story = read([path])
    assert isinstance(unread, Unread)
    assert isinstance(story, Story)


def test_utf16_and_windows_1252_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "Señor."}\n{"text": "Two."}\n'.encode("utf-16"))
    assert [story.text for story in read([path]) if isinstance(story, Story)] == ["Señor.", "Two."]
    path.write_bytes(b'{"text": "Se\xf1or."}\n{"text": "\xc3\xa9."}\n')
    assert [story.text for story in read([path]) if isinstance(story, Story)] == ["Señor.", "é."]


def test_ten_thousand_stories_take_seconds(tmp_path: Path) -> None:
    row = {"id": "a", "text": "The mayor of Oslo said on Monday that the harbour would stay closed. " * 30}
    path = _written(tmp_path, "a.jsonl", _lines(row) * 10_000)
    begin = time.process_time()
    assert sum(isinstance(story, Story) for story in read([path])) == 10_000
    assert time.process_time() - begin < 10


def test_an_entry_of_a_json_list_that_is_no_story_is_named_by_its_number(tmp_path: Path) -> None:
    first, second = read([_written(tmp_path, "a.json", '[{"text": "A."}, {"id": "x"}]')])
    assert isinstance(first, Story)
    assert isinstance(second, Unread)
    assert second.reason.startswith("entry 2: ")
