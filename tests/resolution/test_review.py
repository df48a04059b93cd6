"""The command ``graphkit review``: keys, export and import, and the refusal of contradictions."""

from pathlib import Path

import msgspec
import pytest
import strategies
from click.testing import CliRunner

from graphkit.cli.review import review
from graphkit.errors import ResolutionError
from graphkit.model import Judgement, encode_lines


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str, Path]:
    records = tmp_path / "records.jsonl"
    records.write_bytes(encode_lines(strategies.record(seed, sentences=4) for seed in range(10)))
    return str(records), str(tmp_path / "decisions.jsonl"), tmp_path


def judgements(path: str) -> list[Judgement]:
    return [msgspec.json.decode(line, type=Judgement) for line in Path(path).read_bytes().splitlines()]


def test_exported_suggestions_are_imported_after_editing(files: tuple[str, str, Path]) -> None:
    records, decisions, folder = files
    edit = str(folder / "edit.jsonl")
    a, b = _ends(records)[0], _ends(records)[-1]
    assert CliRunner().invoke(review, [records, "--decisions", decisions, "--export", edit]).exit_code == 0
    same = Judgement(verdict="same", kind="actor", by="anna", a=a, b=b)
    Path(edit).write_bytes(encode_lines([same]))
    assert CliRunner().invoke(review, [records, "--decisions", decisions, "--import", edit]).exit_code == 0
    assert judgements(decisions) == [same]


def test_a_contradiction_is_not_kept(files: tuple[str, str, Path]) -> None:
    records, decisions, folder = files
    a, b, c = (_ends(records)[n] for n in (0, 5, -1))
    told = [
        Judgement(verdict="same", kind="actor", a=a, b=b),
        Judgement(verdict="same", kind="actor", a=b, b=c),
        Judgement(verdict="different", kind="actor", a=a, b=c),
    ]
    edit = folder / "edit.jsonl"
    edit.write_bytes(encode_lines(told))
    done = CliRunner().invoke(review, [records, "--decisions", decisions, "--import", str(edit)])
    assert isinstance(done.exception, ResolutionError)
    assert not Path(decisions).exists()


def _ends(records: str) -> list[tuple[str, tuple[int, int], str]]:
    found = [strategies.record(seed, sentences=4) for seed in range(10)]
    assert Path(records).exists()
    return [(r.story.id, a.mentions[0].span, a.name) for r in found for a in r.actors if a.mentions]
