"""Folders, patterns, standard input, languages, options."""

import io
import json
import sys
from pathlib import Path

import pytest

from graphkit.errors import OptionError
from graphkit.model import Story
from graphkit.reading import Unread, read

FRENCH = "Le ministre a dit lundi que la grève dans les ports du nord continue et que les négociations ont échoué."


def _put(folder: Path, **files: str) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")


def _texts(*inputs: str | Path) -> list[str]:
    return [story.text if isinstance(story, Story) else f"! {story.reason}" for story in read(inputs)]


def test_folders_are_read_sorted_with_their_folders_and_without_other_files(tmp_path: Path) -> None:
    _put(tmp_path, b_txt="B.", a_jsonl='{"text": "A."}', notes_md="no", _hidden_txt="no")
    _put(tmp_path / "sub", c_txt="C.")
    assert _texts(tmp_path) == ["A.", "B.", "C."]


def test_patterns_are_sorted_and_inputs_keep_their_order(tmp_path: Path) -> None:
    _put(tmp_path, b_txt="B.", a_txt="A.", z_txt="Z.")
    assert _texts(tmp_path / "z.txt", str(tmp_path / "[ab].txt")) == ["Z.", "A.", "B."]


def test_what_is_not_there_is_failed_and_the_rest_read(tmp_path: Path) -> None:
    _put(tmp_path, a_txt="A.")
    (tmp_path / "empty").mkdir()
    texts = _texts(tmp_path / "no.txt", tmp_path / "*.csv", tmp_path / "empty", tmp_path / "a.txt", "a\0b", "x" * 5000)
    assert [text[0] for text in texts] == ["!", "!", "!", "A", "!", "!"]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b'{"text": "A."}\n{"text": "B."}\n', ["A.", "B."]),
        (b'[{"text": "A."}]', ["A."]),
        (b"Oslo voted.", ["Oslo voted."]),
        (b"[Oslo] voted.", ["[Oslo] voted."]),
        (b"", ["! the file is empty"]),
    ],
)
def test_standard_input_is_sniffed(monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert _texts("-") == texts


def test_reading_is_lazy(tmp_path: Path) -> None:
    _put(tmp_path, a_txt="A.")
    stories = read([tmp_path / "a.txt", tmp_path / "b.txt"])
    next(stories)
    _put(tmp_path, b_txt="B.")
    assert isinstance(next(stories), Story)


def test_another_language_is_skipped_and_not_failed(tmp_path: Path) -> None:
    _put(tmp_path, a_txt=FRENCH)
    [unread] = read([tmp_path / "a.txt"])
    assert isinstance(unread, Unread)
    assert not unread.failed
    assert "in French" in unread.reason


def test_the_language_option_switches_the_test_off(tmp_path: Path) -> None:
    _put(tmp_path, a_txt=FRENCH)
    [story] = read([tmp_path / "a.txt"], language="en")
    assert isinstance(story, Story)
    assert story.language == "en"


def test_the_language_of_the_story_comes_first(tmp_path: Path) -> None:
    _put(
        tmp_path,
        a_jsonl='{"text": "Oslo voted.", "language": "de"}\n' + json.dumps({"text": FRENCH, "language": "eng"}),
    )
    first, second = read([tmp_path / "a.jsonl"])
    assert isinstance(first, Unread)
    assert isinstance(second, Story)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ministeren sa mandag at streiken i havnene i nord fortsetter, og at det ikke er noen forhandlinger.",
            "Norwegian",
        ),
        ("Der Minister sagte am Montag in Berlin, er werde im Herbst sein Amt abgeben.", "German"),
        ("Министр заявил в понедельник, что забастовка в портах продолжается.", "Russian"),
        ("部长周一表示，港口的罢工仍在继续。双方将于周三再次会谈，以寻求解决方案。政府呼吁各方保持冷静。", "Chinese"),
        ("قال الوزير يوم الاثنين إن الإضراب في موانئ الشمال مستمر منذ أيام", "Arabic"),
    ],
)
def test_other_languages_are_named(tmp_path: Path, text: str, name: str) -> None:
    _put(tmp_path, a_txt=text)
    [unread] = read([tmp_path])
    assert isinstance(unread, Unread)
    assert unread.reason.startswith(f"in {name};")


@pytest.mark.parametrize("text", ["Oslo.", "Putin, Xi, Modi, Lula, Ramaphosa", "1 2 3 4 5 6 7 8 9" * 20])
def test_short_and_odd_texts_count_as_english(tmp_path: Path, text: str) -> None:
    _put(tmp_path, a_txt=text)
    assert _texts(tmp_path) == [text]


def test_what_a_story_does_not_say_comes_from_the_options(tmp_path: Path) -> None:
    _put(tmp_path, a_jsonl='{"text": "A."}\n{"text": "B.", "outlet": "Own", "date": "2020-01-01"}')
    stories = read([tmp_path], published="2021-03-03", publisher="Given")
    assert [(s.published, s.publisher) for s in stories if isinstance(s, Story)] == [
        ("2021-03-03", "Given"),
        ("2020-01-01", "Own"),
    ]


@pytest.mark.parametrize("options", [{"published": "soon"}, {"language": "Klingonese"}, {"fields": {"txt": "a"}}])
def test_senseless_options_are_refused_at_once(options: dict[str, str]) -> None:
    with pytest.raises(OptionError):
        read([], **options)  # type: ignore[arg-type]
