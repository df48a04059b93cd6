"""What is left when a loader is killed, and when two load at once."""

import random
import subprocess
import sys
import time
from pathlib import Path

import neo4j_server
import pytest
import strategies
import synthetic
from storetools import FILES, KINDS, NEO4J, lines, neo4j_running, opener

from graphkit.errors import StoreError, StoreLocked
from graphkit.loaders import graph, load, loading, open_store
from graphkit.loaders.graph_file import line_of

STORIES = 24
TRIALS = 20
PROGRAM = Path(__file__).with_name("load_program.py")


def address(kind: str, folder: Path) -> str:
    if kind in FILES:
        return str(folder / FILES[kind])
    server = neo4j_running(kind.split()[1])
    return server.url.replace("//", f"//neo4j:{neo4j_server.PASSWORD}@")


def program(url: str, first: int = 0, step: int = 1, stories: int = STORIES) -> "subprocess.Popen[str]":
    """Loader in a process of its own, ready to load."""
    command = [sys.executable, str(PROGRAM), url, str(stories), str(first), str(step)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_killed_loader_leaves_whole_stories_and_loading_again_completes(kind: str, tmp_path: Path) -> None:
    records = {record.story.id: record for record in synthetic.records(STORIES)}
    resolution = strategies.resolved(records.values())
    once = [line_of(thing) for thing in graph(records.values(), resolution)]
    began, rng, between = time.monotonic(), random.Random(5), 0
    open_it = opener(kind, tmp_path)
    assert program(address(kind, tmp_path)).wait() == 0
    longest = time.monotonic() - began
    for trial in range(TRIALS):
        folder = tmp_path / str(trial)
        folder.mkdir()
        open_it = opener(kind, folder)
        process = program(address(kind, folder))
        time.sleep(rng.uniform(0, longest / 2))
        process.kill()
        process.wait()
        with open_it() as store:
            left = [records[entry.id] for entry in store.index()]
            between += 0 < len(left) < STORIES
            assert lines(store) == [line_of(thing) for thing in graph(left, resolution)]
            load(store, list(records.values()), resolution)
            assert lines(store) == once
    assert between or kind == "networkx", "no trial hit the middle of loading"


@pytest.mark.neo4j
@pytest.mark.slow
@pytest.mark.parametrize("kind", NEO4J)
def test_two_loaders_at_once_lose_and_double_nothing(kind: str, tmp_path: Path) -> None:
    records = list(synthetic.records(STORIES))
    resolution = strategies.resolved(records)
    open_it = opener(kind, tmp_path)
    url = address(kind, tmp_path)
    overlapping = [program(url, 0, 1), program(url, 0, 2), program(url, 1, 2)]
    assert [process.wait() for process in overlapping] == [0, 0, 0]
    with open_it() as store:
        assert lines(store) == [line_of(thing) for thing in graph(records, resolution)]


@pytest.mark.parametrize("kind", list(FILES))
def test_second_writer_of_a_file_is_told_who_writes(kind: str, tmp_path: Path) -> None:
    process = program(address(kind, tmp_path), stories=400)
    try:
        with pytest.raises(StoreLocked, match=rf"{process.pid}.*(wait|reading)"):
            open_store(address(kind, tmp_path))
    finally:
        process.kill()
        process.wait()
    open_store(address(kind, tmp_path)).close()


@pytest.mark.neo4j
@pytest.mark.slow
def test_server_that_dies_in_the_middle_is_told_and_what_was_loaded_is_whole(tmp_path: Path) -> None:
    records = list(synthetic.records(STORIES))
    resolution = strategies.resolved(records)
    version = neo4j_server.VERSIONS[0]
    neo4j_running(version)
    server = neo4j_server.start(tmp_path, version)
    store = open_store(server.url, user="neo4j", password=neo4j_server.PASSWORD)

    def stop(done: int, total: int) -> None:
        server.process.kill()
        server.process.wait()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "ROWS_PER_BATCH", 80)
        with pytest.raises(StoreError, match=r"no Neo4j server answers|lost"):
            load(store, records, resolution, progress=stop)
    store.close()
    with (
        neo4j_server.running(tmp_path, version) as again,
        open_store(again.url, user="neo4j", password=neo4j_server.PASSWORD) as store,
    ):
        assert load(store, records, resolution).unchanged > 0
        assert lines(store) == [line_of(thing) for thing in graph(records, resolution)]
