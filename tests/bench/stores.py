"""Time of loading, opening and asking, over synthetic stories.

``python tests/bench/stores.py STORIES STORE...`` prints a table for each store: seconds of wall and CPU, MB at the
most, and milliseconds of each question. A store is a file, or ``neo4j:VERSION``: then a server is started with an empty
folder for each load, its CPU is told too, and so is the same for the bare driver that sends the same rows; which of
them comes first changes with each of the ``--rounds``.
"""

import argparse
import gc
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "queries"))
sys.path.insert(0, str(Path(__file__).parent.parent / "neo4j"))

import neo4j
import neo4j_server
import synthetic
from answers import World
from asked import cases

from graphkit.loaders import Node, Rel, graph, load, open_store
from graphkit.loaders.opening import Access, credentials
from graphkit.loaders.statements import SCHEMA, statements
from graphkit.loaders.store import Change
from graphkit.model import Record, Resolved
from graphkit.queries import load_question
from graphkit.resolution import resolve


@contextmanager
def told(what: str, process: int | None = None) -> Iterator[None]:
    wall, cpu, theirs = time.perf_counter(), time.process_time(), server_cpu(process)
    yield
    spent = time.perf_counter() - wall, time.process_time() - cpu, server_cpu(process) - theirs
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    also = f" {spent[2]:8.2f} s of the server" if process else ""
    print(f"{what:24} {spent[0]:8.2f} s wall {spent[1]:8.2f} s cpu{also} {most:6} MB", flush=True)


def server_cpu(process: int | None) -> float:
    """Seconds that a process has used so far (Linux only)."""
    if process is None:
        return 0.0
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def clear(path: Path) -> None:
    for one in path.parent.glob(f"{path.name}*"):
        one.unlink()


@contextmanager
def fresh(version: str) -> Iterator[tuple[str, int]]:
    """Address and process of a new server without data."""
    with (
        tempfile.TemporaryDirectory(prefix="graphkit-bench-") as folder,
        neo4j_server.running(Path(folder), version, short_lived=False) as running,
    ):
        yield running.url.replace("//", f"//neo4j:{neo4j_server.PASSWORD}@"), running.process.pid


def loaded(url: str, records: list[Record], resolution: list[Resolved], process: int | None = None) -> None:
    for what in ("load", "load again"):
        with told(what, process), open_store(url) as store:
            load(store, records, resolution)


def bare(url: str, records: list[Record], resolution: list[Resolved], process: int) -> None:
    things = list(graph(records, resolution))
    nodes, rels = [t for t in things if isinstance(t, Node)], [t for t in things if isinstance(t, Rel)]
    with told(f"bare driver, {len(things)}", process), _driver(url) as driver, driver.session() as session:
        for text in SCHEMA:
            session.run(text).consume()
        for statement in statements(Change(nodes=nodes, rels=rels)):
            session.execute_write(_write, statement.cypher, list(statement.rows))


def _write(transaction: neo4j.ManagedTransaction, cypher: str, rows: list[object]) -> None:
    transaction.run(cypher, rows=rows).consume()


def _driver(url: str) -> neo4j.Driver:
    address, access = credentials(url, Access(), {})
    return neo4j.GraphDatabase.driver(address, auth=(access.user or "neo4j", access.password or ""))


def asked(url: str) -> None:
    with told("open"):
        store = open_store(url, read_only=True)
    with store:
        world = World(store.to_networkx())
        for name, params in cases(world):
            question = load_question(name)
            bound = question.bind(params)
            store.query(question.cypher, bound)
            print(f"  {name:24} {best(lambda q=question, b=bound: store.query(q.cypher, b)):10.1f} ms", flush=True)


def best(work: Callable[[], object]) -> float:
    """Shortest of three runs, in milliseconds."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return 1000 * min(times)


def compared(version: str, records: list[Record], resolution: list[Resolved], *, rounds: int, ask: bool) -> None:
    """Load against the bare driver, in turns, each on a server of its own; the questions at the end."""
    for number in range(2 * rounds):
        with fresh(version) as (url, process):
            if number % 4 in (0, 3):
                bare(url, records, resolution, process)
                continue
            loaded(url, records, resolution, process)
            if ask and number >= 2 * rounds - 2:
                asked(url)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=int)
    parser.add_argument("stores", nargs="+")
    parser.add_argument("--no-questions", action="store_true")
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    records = list(synthetic.records(options.stories))
    resolution = resolve(records)
    gc.freeze()  # the stories stay; looking through them again and again is no part of loading
    for name in options.stores:
        print(name, options.stories)
        if name.startswith("neo4j:"):
            version = name.removeprefix("neo4j:")
            compared(version, records, resolution, rounds=options.rounds, ask=not options.no_questions)
            continue
        clear(Path(name))
        loaded(name, records, resolution)
        if not options.no_questions:
            asked(name)


if __name__ == "__main__":
    main()
