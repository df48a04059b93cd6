"""The graph as JSON Lines: the canonical export; with what a store keeps for itself at the end, the NetworkX store.

First a line with format, version and the numbers of nodes and edges, then one node or edge a line in canonical order.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graphkit.errors import OptionError, StoreCorrupt, StoreError, StoreUnavailable
from graphkit.loaders.packing import pack_record
from graphkit.loaders.schema import LABELS, REL_ENDS
from graphkit.loaders.store import Change, GraphStore, Node, Rel

FORMAT = "graphkit graph"
VERSION = 1
_ADVICE = "Make it anew: load the records, or take a copy of the file"


@dataclass(frozen=True, slots=True)
class GraphFile:
    """Content of a graph file: what a store hides by story id, its revision, judgements, aliases; none in an export."""

    nodes: list[Node]
    rels: list[Rel]
    kept: dict[str, dict[str, Any]] = field(default_factory=dict)
    meta: dict[str, Any] | None = None


def line_of(thing: Node | Rel) -> str:
    """Line of a node or edge: JSON with sorted keys, unknown values left out.

    Examples
    --------
    >>> line_of(Node("Place", "p1", {"id": "p1", "name": "Oslo", "country": None}))
    '{"id":"p1","node":"Place","props":{"id":"p1","name":"Oslo"}}'
    """
    props = {name: value for name, value in thing.props.items() if value is not None}
    if isinstance(thing, Node):
        return _json({"node": thing.label, "id": thing.id, "props": props})
    return _json({"edge": thing.type, "src": list(thing.src), "dst": list(thing.dst), "key": thing.key, "props": props})


def export_lines(things: Iterable[Node | Rel]) -> Iterator[str]:
    """Lines of the canonical export, first line included; `things` are in canonical order."""
    lines, nodes = [], 0
    for thing in things:
        nodes += isinstance(thing, Node)
        lines.append(line_of(thing))
    yield _json({"format": FORMAT, "version": VERSION, "nodes": nodes, "edges": len(lines) - nodes})
    yield from lines


def export_jsonl(store: GraphStore, path: Path) -> None:
    """Write the canonical export of a store.

    Raises
    ------
    StoreUnavailable
        The file cannot be written.
    """
    try:
        write_graph(path, store.export())
    except OSError as error:
        raise StoreUnavailable(f"{path}: cannot be written ({error.strerror})") from error


def copy_graph(source: GraphStore, target: GraphStore) -> None:
    """Copy a graph into an empty store, with records, judgements and aliases where the source has them.

    So a damaged file is made anew from a canonical export; without records the copy can be asked but not loaded into.

    Raises
    ------
    OptionError
        The target is not empty.
    """
    if target.revision():
        raise OptionError(f"{target.url}: is not empty; copy into a new store")
    try:
        entries = {entry.id: entry for entry in source.index()}
    except StoreError:
        entries = {}
    records = source.records(sorted(entries)) if entries else iter(())
    nodes, rels = [], []
    for thing in source.export():
        if isinstance(thing, Rel):
            rels.append(thing)
        elif thing.id in entries:
            entry = entries[thing.id]
            kept = {"record": pack_record(next(records)), "digest": entry.digest, "touches": entry.touches}
            nodes.append(Node(thing.label, thing.id, {**thing.props, **kept}))
        else:
            nodes.append(thing)
    target.ensure_schema()
    judged = [rel for rel in rels if rel.type == "JUDGED"]
    rels = [rel for rel in rels if rel.type != "JUDGED"]
    decided: dict[str, Any] = {"judgements": source.judgements() or None, "aliases": source.aliases() or None}
    change = Change(nodes=nodes, rels=rels, judged=judged or None, **decided)
    target.apply(change, expect=0)
    target.flush()


def write_graph(
    path: Path,
    things: Iterable[Node | Rel],
    *,
    kept: Mapping[str, Mapping[str, Any]] | None = None,
    meta: Mapping[str, Any] | None = None,
) -> None:
    """Write a graph file: to a temporary file first, so that `path` holds the old content or the new one."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            for line in export_lines(things):
                file.write(line + "\n")
            for story_id in sorted(kept or {}):
                file.write(_json({"kept": story_id, **(kept or {})[story_id]}) + "\n")
            if meta is not None:
                file.write(_json({"meta": dict(meta)}) + "\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def read_graph(path: Path) -> GraphFile:
    """Content of a graph file.

    Raises
    ------
    StoreUnavailable
        It cannot be opened.
    StoreCorrupt
        It is something else, or damaged.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise StoreUnavailable(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise StoreCorrupt(f"{path}: is no graph file, it is not UTF-8. {_ADVICE}") from error
    head = _parse(path, 1, lines[0])
    if head.get("format") != FORMAT:
        raise StoreCorrupt(f"{path}: is no graph file: its first line does not say format {FORMAT!r}. {_ADVICE}")
    if head.get("version") != VERSION:
        raise StoreCorrupt(
            f"{path}: has version {head.get('version')!r} of the format; this graphkit reads version {VERSION}"
        )
    content = GraphFile([], [])
    meta = _read_lines(path, lines[1:], content)
    seen = (len(content.nodes), len(content.rels))
    if seen != (head.get("nodes"), head.get("edges")) or lines[-1] or (content.kept and meta is None):
        raise StoreCorrupt(
            f"{path}: is not whole: {seen[0]} nodes and {seen[1]} edges where its first line promises "
            f"{head.get('nodes')} and {head.get('edges')}. {_ADVICE}"
        )
    return GraphFile(content.nodes, content.rels, content.kept, meta)


def _read_lines(path: Path, lines: Sequence[str], content: GraphFile) -> dict[str, Any] | None:
    meta: dict[str, Any] | None = None
    for number, line in enumerate(lines, 2):
        if not line:
            continue
        entry = _parse(path, number, line)
        try:
            if "node" in entry:
                content.nodes.append(Node(entry["node"], entry["id"], entry["props"]))
                known = entry["node"] in LABELS
            elif "edge" in entry:
                src, dst = tuple(entry["src"]), tuple(entry["dst"])
                content.rels.append(Rel(entry["edge"], src, dst, entry["key"], entry["props"]))
                known = (src[0], dst[0]) in REL_ENDS.get(entry["edge"], ())
            elif "kept" in entry:
                content.kept[entry.pop("kept")] = entry
                known = True
            else:
                meta, known = entry["meta"], True
        except (KeyError, TypeError, IndexError) as error:
            raise StoreCorrupt(f"{path}: line {number} is no node, edge or record. {_ADVICE}") from error
        if not known:
            raise StoreCorrupt(f"{path}: line {number} has a label or type that graphkit does not know. {_ADVICE}")
    return meta


def _parse(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except ValueError as error:
        raise StoreCorrupt(f"{path}: line {number} is no JSON. {_ADVICE}") from error
    if not isinstance(entry, dict):
        raise StoreCorrupt(f"{path}: line {number} is no JSON object. {_ADVICE}")
    return entry


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
