"""The reference store: a NetworkX graph in memory, kept in a JSON Lines file."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

import networkx as nx

from graphkit.errors import MissingEndpoint, StoreError, StoreUnavailable
from graphkit.loaders.graph_file import read_graph, write_graph
from graphkit.loaders.kglite_engine import memory_engine, run_query
from graphkit.loaders.lock import FileLock
from graphkit.loaders.packing import packed, unpack_aliases, unpack_judgements, unpack_record
from graphkit.loaders.rows import canonical
from graphkit.loaders.schema import HIDDEN, OWNED_IN, OWNED_OUT, REL_ENDS
from graphkit.loaders.store import Change, Counts, Node, Prune, Rel, Spellings, StaleStore, StoryEntry, Table
from graphkit.loaders.tools import ask, count, multigraph
from graphkit.model import Judgement, Record


class NetworkXStore:
    """Graph in memory with ``graph.jsonl`` behind it, which is written by `flush` as a whole.

    Parameters
    ----------
    path
        The file; None for a graph in memory only.
    read_only
        Take no lock, and refuse to write.
    """

    def __init__(self, path: Path | None = None, *, read_only: bool = False) -> None:
        self._path = path
        self._read_only = read_only
        self._lock = FileLock(path) if path is not None and not read_only else None
        self._graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self._kept: dict[str, dict[str, Any]] = {}
        self._meta: dict[str, Any] = {"revision": 0, "judgements": None}
        self._saved = 0
        self._engine: tuple[int, Any] | None = None
        try:
            self._open()
        except BaseException:
            self._release()
            raise

    @property
    def url(self) -> str:
        """The file."""
        return str(self._path or "memory")

    def ensure_schema(self) -> None:
        """Nothing: a dictionary knows no index."""

    def revision(self) -> int:
        """Number of changes applied so far."""
        return int(self._meta["revision"])

    def index(self) -> list[StoryEntry]:
        """Stories of the store."""
        stories = sum(data["node_label"] == "Story" for _, data in self._graph.nodes(data=True))
        if stories != len(self._kept):
            raise StoreError(
                f"{self.url}: is an export, {stories - len(self._kept)} of its {stories} stories have no record; "
                "it can be asked and shown, but to load or retract, load the records into a new store"
            )
        return [StoryEntry(story_id, kept["digest"], kept["touches"]) for story_id, kept in self._kept.items()]

    def records(self, story_ids: Iterable[str] | None = None) -> Iterator[Record]:
        """Records of the stored stories (of these, or of all), sorted by story id."""
        for story_id in sorted(self._kept if story_ids is None else set(story_ids) & self._kept.keys()):
            yield unpack_record(self._kept[story_id]["record"], where=self.url)

    def judgements(self) -> list[Judgement]:
        """Judgements the store keeps, oldest first."""
        text = self._meta["judgements"]
        return unpack_judgements(text, where=self.url) if text else []

    def aliases(self) -> list[Spellings]:
        """Further spellings of names the store keeps."""
        text = self._meta.get("aliases")
        return unpack_aliases(text, where=self.url) if text else []

    def apply(self, change: Change, *, expect: int) -> None:
        """Do the change, or nothing."""
        if self._read_only:
            raise StoreError(f"{self.url}: was opened for reading only")
        if expect != self.revision():
            raise StaleStore(f"{self.url}: revision {self.revision()}, expected {expect}")
        cleared = {m for story_id in change.clear for m in self._mentions(story_id)}
        gone = cleared | {own for _, own in change.drop}
        self._check(change, gone)
        self._graph.remove_nodes_from(gone)
        for story_id in gone & self._kept.keys():
            del self._kept[story_id]
        for prune in change.prune:
            self._prune(prune)
        if change.judged is not None:
            edges = self._graph.edges(keys=True, data=True)
            self._graph.remove_edges_from([(s, d, k) for s, d, k, data in edges if data["edge_type"] == "JUDGED"])
        for node in change.nodes:
            self._put_node(node)
        for rel in (*change.rels, *(change.judged or ())):
            self._put_rel(rel)
        self._meta |= packed(change)
        self._meta["revision"] = expect + 1

    def query(
        self,
        cypher: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        max_rows: int | None = None,
    ) -> Table:
        """Answer to a reading Cypher query, by the embedded Cypher engine over a copy of the graph."""
        if self._engine is None or self._engine[0] != self.revision():
            self._engine = (self.revision(), memory_engine(self._things(hidden=True), self.revision()))
        return run_query(self._engine[1], cypher, params or {}, timeout=timeout, max_rows=max_rows)

    def ask(self, name: str, /, *, timeout: float | None = None, max_rows: int | None = None, **params: Any) -> Table:
        """Answer to a shipped question."""
        return ask(self, name, params, timeout=timeout, max_rows=max_rows)

    def export(self) -> Iterator[Node | Rel]:
        """The graph in canonical order."""
        things = list(self._things())
        nodes = (thing for thing in things if isinstance(thing, Node))
        yield from canonical(nodes, (thing for thing in things if isinstance(thing, Rel)))

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Copy of the graph: node key = id, edge key = type:predicate:role."""
        return multigraph(self.export())

    def counts(self) -> Counts:
        """How much of everything there is."""
        return count(self._things())

    def flush(self) -> None:
        """Write the file if anything has changed."""
        if self._path is not None and not self._read_only and self._saved != self.revision():
            try:
                write_graph(self._path, self.export(), kept=self._kept, meta=self._meta)
            except OSError as error:
                raise StoreUnavailable(f"{self._path}: cannot be written ({error.strerror})") from error
            self._saved = self.revision()

    def close(self) -> None:
        """Flush and let go."""
        try:
            self.flush()
        finally:
            self._release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _open(self) -> None:
        if self._path is None or (not self._path.exists() and not self._read_only):
            return
        content = read_graph(self._path)
        for node in content.nodes:
            self._put_node(node)
        known = self._graph.nodes
        for rel in content.rels:
            if rel.src[1] not in known or rel.dst[1] not in known:
                raise MissingEndpoint(
                    f"{self.url}: {rel.type} from {rel.src[1]} to {rel.dst[1]} leads to a node that is not there"
                )
            self._put_rel(rel)
        self._kept = content.kept
        self._meta = content.meta or self._meta
        self._saved = self.revision()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _mentions(self, story_id: str) -> list[str]:
        return [dst for _, dst in self._graph.out_edges(story_id)] if story_id in self._graph else []

    def _check(self, change: Change, gone: set[str]) -> None:
        new = {node.id: node.label for node in change.nodes}
        for rel in (*change.rels, *(change.judged or ())):
            for label, own in (rel.src, rel.dst):
                there = new.get(own) or (None if own in gone else self._graph.nodes.get(own, {}).get("node_label"))
                if there != label:
                    raise MissingEndpoint(
                        f"{self.url}: {rel.type} leads to {label} {own}, which is not there; nothing was written"
                    )
            if (rel.src[0], rel.dst[0]) not in REL_ENDS[rel.type]:
                raise ValueError(f"{rel.type} cannot lead from {rel.src[0]} to {rel.dst[0]}")

    def _prune(self, prune: Prune) -> None:
        label, own = prune.node
        keep = set(prune.keep)
        edges = [(e, e[0], OWNED_IN) for e in self._graph.in_edges(own, keys=True)]
        edges += [(e, e[1], OWNED_OUT) for e in self._graph.out_edges(own, keys=True)]
        for edge, other, owned in edges:
            type_ = self._graph.edges[edge]["edge_type"]
            if type_ in owned.get(label, ()) and f"{type_}|{other}|{edge[2]}" not in keep:
                self._graph.remove_edge(*edge)

    def _put_node(self, node: Node) -> None:
        hidden = HIDDEN.get(node.label, ())
        props = {name: value for name, value in node.props.items() if value is not None and name not in hidden}
        if node.id in self._graph:
            self._graph.nodes[node.id].clear()
        self._graph.add_node(node.id, node_label=node.label, **props)
        kept = {name: node.props[name] for name in hidden if node.props.get(name) is not None}
        if kept:
            self._kept[node.id] = kept

    def _put_rel(self, rel: Rel) -> None:
        if self._graph.has_edge(rel.src[1], rel.dst[1], rel.key):
            self._graph.remove_edge(rel.src[1], rel.dst[1], rel.key)
        props = {name: value for name, value in rel.props.items() if value is not None}
        self._graph.add_edge(rel.src[1], rel.dst[1], rel.key, edge_type=rel.type, **props)

    def _things(self, *, hidden: bool = False) -> Iterator[Node | Rel]:
        labels = {}
        for own, data in self._graph.nodes(data=True):
            props = dict(data)
            labels[own] = label = props.pop("node_label")
            yield Node(label, own, {**props, **self._kept.get(own, {})} if hidden else props)
        for src, dst, key, data in self._graph.edges(keys=True, data=True):
            props = dict(data)
            yield Rel(props.pop("edge_type"), (labels[src], src), (labels[dst], dst), key, props)
