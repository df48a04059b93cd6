"""Time of loading, opening and asking, over synthetic stories.

``python tests/bench/stores.py STORIES URL...`` prints a table for each store: seconds of wall and CPU, MB at the most,
and milliseconds of each question. For Neo4j also the same rows sent by the bare driver into an emptied database, after
a load that warms the server up, in turns (``--rounds``), with the server's CPU (``--server``: the id of its process).
"""

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "queries"))

import neo4j
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
def told(what: str, server: int | None = None) -> Iterator[None]:
    wall, cpu, theirs = time.perf_counter(), time.process_time(), server_cpu(server)
    yield
    spent = time.perf_counter() - wall, time.process_time() - cpu, server_cpu(server) - theirs
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    also = f" {spent[2]:8.2f} s of the server" if server else ""
    print(f"{what:24} {spent[0]:8.2f} s wall {spent[1]:8.2f} s cpu{also} {most:6} MB", flush=True)


def server_cpu(server: int | None) -> float:
    """Seconds that a process has used so far (Linux only)."""
    if server is None:
        return 0.0
    fields = Path(f"/proc/{server}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def clear(url: str) -> None:
    if "://" not in url:
        for path in Path(url).parent.glob(f"{Path(url).name}*"):
            path.unlink()
        return
    with _driver(url) as driver, driver.session() as session:
        session.run("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS").consume()
        session.run("MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()


def loaded(url: str, records: list[Record], resolution: list[Resolved], *, what: str, server: int | None) -> None:
    with told(what, server), open_store(url) as store:
        load(store, records, resolution)


def bare(url: str, records: list[Record], resolution: list[Resolved], *, server: int | None = None) -> None:
    things = list(graph(records, resolution))
    nodes, rels = [t for t in things if isinstance(t, Node)], [t for t in things if isinstance(t, Rel)]
    with told(f"bare driver, {len(things)}", server), _driver(url) as driver, driver.session() as session:
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


def compared(url: str, records: list[Record], resolution: list[Resolved], *, rounds: int, server: int | None) -> None:
    """Load against the bare driver, in turns, each first every second time."""
    loaded(url, records, resolution, what="load, to warm up", server=server)
    for number in range(2 * rounds):
        clear(url)
        if number % 4 in (0, 3):
            bare(url, records, resolution, server=server)
        else:
            loaded(url, records, resolution, what="load", server=server)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=int)
    parser.add_argument("urls", nargs="+")
    parser.add_argument("--no-questions", action="store_true")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--server", type=int)
    options = parser.parse_args()
    records = list(synthetic.records(options.stories))
    resolution = resolve(records)
    for url in options.urls:
        print(url.rpartition("@")[2])
        clear(url)
        server = options.server if "://" in url else None
        if "://" in url:
            compared(url, records, resolution, rounds=options.rounds, server=server)
            clear(url)
        loaded(url, records, resolution, what="load", server=server)
        loaded(url, records, resolution, what="load again", server=server)
        if not options.no_questions:
            asked(url)


if __name__ == "__main__":
    main()
