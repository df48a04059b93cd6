"""What is left when a loader is killed, and when two load at once."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import neo4j_server
import pytest
import strategies
import synthetic
from storetools import FILES, KINDS, NEO4J, lines, neo4j_running, opener

from graphkit.errors import StoreError, StoreLocked
from graphkit.loaders import GraphStore, graph, load, loading, open_store
from graphkit.loaders.graph_file import line_of

STORIES = 24
TRIALS = 20
PROGRAM = Path(__file__).with_name("load_program.py")


def address(kind: str, folder: Path) -> str:
    if kind in FILES:
        return str(folder / FILES[kind])
    server = neo4j_running(kind.split()[1])
    return server.url.replace("//", f"//neo4j:{neo4j_server.PASSWORD}@")


class Loaders:
    """Loaders in processes of their own, forked from one that has the stories ready."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.killed: set[int] = set()
        assert self.said() == ("prepared", 0)

    def said(self) -> tuple[str, int]:
        """What is said next, and by which process; nothing that one said which was killed since."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            word, *pid = line.split()
            if not self.killed.intersection(map(int, pid)):
                return word, int(pid[0]) if pid else 0
        raise AssertionError("the program has ended")

    def start(self, url: str, first: int = 0, step: int = 1, *, hold: bool = False) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{url} {first} {step}{' hold' if hold else ''}\n")
        self.process.stdin.flush()

    def ready(self, url: str, *, hold: bool = False) -> int:
        """Process that has opened the store and now loads, or holds it open and does nothing."""
        self.start(url, hold=hold)
        word, pid = self.said()
        assert word == "ready"
        return pid

    def kill(self, pid: int) -> None:
        """Kill a loader if it is not done, and wait until it is gone."""
        self.killed.add(pid)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            while True:
                os.kill(pid, 0)
                time.sleep(0.005)


@pytest.fixture(scope="module")
def loaders() -> Iterator[Loaders]:
    command = [sys.executable, str(PROGRAM), str(STORIES)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Loaders(process)
        process.kill()


def settled(store: GraphStore) -> tuple[list[str], list[str]]:
    """Stories and lines of a store; a server may still be ending what the dead loader had sent it."""
    while True:
        ids, kept = [entry.id for entry in store.index()], lines(store)
        if ids == [entry.id for entry in store.index()]:
            return ids, kept


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_killed_loader_leaves_whole_stories_and_loading_again_completes(
    kind: str, tmp_path: Path, loaders: Loaders
) -> None:
    records = {record.story.id: record for record in synthetic.records(STORIES)}
    resolution = strategies.resolved(records.values())
    once = [line_of(thing) for thing in graph(records.values(), resolution)]
    rng, between, longest = random.Random(5), 0, 0.0
    for whole in ("cold", "warm"):  # a server is slow at first
        folder = tmp_path / whole
        folder.mkdir()
        opener(kind, folder)
        pid = loaders.ready(address(kind, folder))
        began = time.monotonic()
        assert loaders.said() == ("loaded", pid)
        longest = time.monotonic() - began
    for trial in range(TRIALS):
        folder = tmp_path / str(trial)
        folder.mkdir()
        open_it = opener(kind, folder)
        pid = loaders.ready(address(kind, folder))
        time.sleep(rng.uniform(0, 0.9 * longest))
        loaders.kill(pid)
        with open_it() as store:
            ids, kept = settled(store)
            left = [records[story] for story in ids]
            between += 0 < len(left) < STORIES
            assert kept == [line_of(thing) for thing in graph(left, resolution)]
            load(store, list(records.values()), resolution)
            assert lines(store) == once
    assert between or kind == "networkx", "no trial hit the middle of loading"


@pytest.mark.neo4j
@pytest.mark.slow
@pytest.mark.parametrize("kind", NEO4J)
def test_two_loaders_at_once_lose_and_double_nothing(kind: str, tmp_path: Path, loaders: Loaders) -> None:
    records = list(synthetic.records(STORIES))
    resolution = strategies.resolved(records)
    open_it = opener(kind, tmp_path)
    url = address(kind, tmp_path)
    for first, step in ((0, 1), (0, 2), (1, 2)):
        loaders.start(url, first, step)
    assert sorted(loaders.said()[0] for _ in range(6)) == ["loaded"] * 3 + ["ready"] * 3
    with open_it() as store:
        assert lines(store) == [line_of(thing) for thing in graph(records, resolution)]


@pytest.mark.parametrize("kind", list(FILES))
def test_second_writer_of_a_file_is_told_who_writes(kind: str, tmp_path: Path, loaders: Loaders) -> None:
    pid = loaders.ready(address(kind, tmp_path), hold=True)
    try:
        with pytest.raises(StoreLocked, match=rf"{pid}.*(wait|reading)"):
            open_store(address(kind, tmp_path))
    finally:
        loaders.kill(pid)
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
