"""Graph files: what is in them, and what is said of damaged ones."""

from collections.abc import Callable
from pathlib import Path

import pytest
import strategies

from graphkit.errors import MissingEndpoint, OptionError, StoreCorrupt, StoreError, StoreUnavailable
from graphkit.loaders import copy_graph, export_jsonl, load, open_store

POOL = list(strategies.POOL)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A NetworkX store in a file."""
    path = tmp_path / "graph.jsonl"
    with open_store(str(path)) as store:
        load(store, POOL, strategies.resolved(POOL))
    return path


def test_canonical_export_is_the_same_of_every_store_and_the_head_of_the_networkx_file(
    made: Path, tmp_path: Path
) -> None:
    with open_store(str(made), read_only=True) as store:
        export_jsonl(store, tmp_path / "a.jsonl")
    with open_store(str(tmp_path / "b.kgl")) as store:
        load(store, POOL[::-1], strategies.resolved(POOL))
        export_jsonl(store, tmp_path / "b.jsonl")
    exported = (tmp_path / "a.jsonl").read_text()
    assert (tmp_path / "b.jsonl").read_text() == exported
    assert made.read_text().startswith(exported)
    assert "record" not in exported


def test_export_can_be_asked_but_not_loaded_into(made: Path, tmp_path: Path) -> None:
    with open_store(str(made)) as store:
        export_jsonl(store, tmp_path / "export.jsonl")
    with open_store(str(tmp_path / "export.jsonl")) as store:
        assert store.ask("overview").rows[0][0] == "Actor"
        with pytest.raises(StoreError, match="load the records into a new store"):
            load(store, POOL, strategies.resolved(POOL))


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda text: "hello\n", "line 1 is no JSON"),
        (lambda text: '{"a": 1}\n', "does not say format"),
        (lambda text: text.replace('"version":1', '"version":99', 1), "reads version 1"),
        (lambda text: "\n".join(text.split("\n")[:-3]) + "\n", "not whole"),
        (lambda text: text[: len(text) // 3], "no JSON|not whole"),
        (lambda text: "\n".join([*text.split("\n")[:4], *text.split("\n")[5:]]), "not whole"),
        (lambda text: text.replace('"node":"Actor"', '"node":"Robot"', 1), "does not know"),
        (lambda text: text.replace('"node":', '"nodes":', 1), "no node, edge or record"),
    ],
    ids=["text", "json", "version", "end", "half", "line", "label", "key"],
)
def test_damaged_networkx_file_is_refused_with_advice(made: Path, damage: Callable[[str], str], message: str) -> None:
    made.write_text(damage(made.read_text()))
    with pytest.raises(StoreCorrupt, match=message):
        open_store(str(made))


def test_edge_to_nowhere_in_a_file_is_refused(made: Path) -> None:
    made.write_text(made.read_text().replace('"dst":["Event","e', '"dst":["Event","f', 1))
    with pytest.raises(MissingEndpoint):
        open_store(str(made))


@pytest.mark.parametrize("content", [b"hello", b"", b"RGF\x00\x01\x02\x03garbage" * 9])
def test_damaged_kglite_file_is_refused_with_advice(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    path.write_bytes(content)
    with pytest.raises(StoreCorrupt, match="load the records again"):
        open_store(str(path))


def test_kglite_file_is_made_anew_from_a_file_of_networkx(made: Path, tmp_path: Path) -> None:
    with open_store(str(made), read_only=True) as source, open_store(str(tmp_path / "new.kgl")) as target:
        copy_graph(source, target)
        assert list(target.export()) == list(source.export())
        assert load(target, POOL, strategies.resolved(POOL)).unchanged == len(POOL)
        with pytest.raises(OptionError, match="not empty"):
            copy_graph(source, target)


def test_export_without_records_can_be_copied_too(made: Path, tmp_path: Path) -> None:
    with open_store(str(made), read_only=True) as store:
        export_jsonl(store, tmp_path / "export.jsonl")
    with open_store(str(tmp_path / "export.jsonl")) as source, open_store(str(tmp_path / "new.kgl")) as target:
        copy_graph(source, target)
        assert list(target.export()) == list(source.export())


@pytest.mark.parametrize("name", ["graph.kgl", "graph.jsonl"])
def test_missing_file_and_folder_are_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="graph"):
        open_store(str(tmp_path / name), read_only=True)
    with pytest.raises(StoreUnavailable, match=r"folder|written to"):
        open_store(str(tmp_path / "nowhere" / name))
