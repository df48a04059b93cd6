"""The graph as files for the import tool of Neo4j: for a first load of millions of nodes, offline and faster."""

import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from graphkit.errors import StoreUnavailable
from graphkit.loaders.packing import pack_aliases, pack_judgements, pack_record
from graphkit.loaders.schema import HIDDEN, LISTS, META, NODE_PROPERTIES, REL_PROPERTIES, Label
from graphkit.loaders.store import GraphStore, Node, Rel, Value

_TYPES = {
    **dict.fromkeys(
        ("start", "end", "quad", "n_mentions", "n_stories", "n_publishers", "n_independent", "n_denied", "n_planned"),
        "long",
    ),
    **dict.fromkeys(("geonames_id",), "long"),
    **dict.fromkeys(("confidence", "lat", "lon", "score"), "double"),
    **dict.fromkeys(("named", "asserted"), "boolean"),
    **dict.fromkeys(LISTS, "string[]"),
}
_SEPARATOR = "\x1f"
"""Between the members of a list: the unit separator, which no text of a story keeps."""


def export_neo4j_csv(store: GraphStore, folder: Path) -> str:
    """Command that imports what was written into the folder: a CSV file for each label and type of relationship.

    The files hold records and judgements too, so that the imported store can be loaded into further.

    Raises
    ------
    StoreUnavailable
        The folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files = _write(store, folder)
    except OSError as error:
        raise StoreUnavailable(f"{folder}: cannot be written to ({error.strerror})") from error
    parts = ["neo4j-admin", "database", "import", "full", "neo4j", "--id-type=string", "--array-delimiter=U+001F"]
    parts += ["--multiline-fields=true", "--overwrite-destination", *files]
    return " ".join(shlex.quote(part) for part in parts)


def _write(store: GraphStore, folder: Path) -> list[str]:
    """Options that name the files."""
    kept = {entry.id: entry for entry in store.index()}
    options: list[str] = []
    things = store.export()
    writers = _Files(folder)
    try:
        records = _packed(store)
        for thing in things:
            if isinstance(thing, Node):
                row: dict[str, Any] = dict(thing.props)
                if thing.label == "Story":
                    entry = kept[thing.id]
                    row |= {"record": next(records), "digest": entry.digest, "touches": entry.touches}
                writers.node(thing.label, row)
            else:
                writers.rel(thing)
        writers.meta(store.revision(), pack_judgements(store.judgements()), pack_aliases(store.aliases()))
    finally:
        options = writers.close()
    return options


def _packed(store: GraphStore) -> Iterator[str]:
    return (pack_record(record) for record in store.records())


class _Files:
    """CSV files, opened as labels and types come up."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, IO[str]] = {}
        self._options: list[str] = []

    def node(self, label: Label, row: dict[str, Any]) -> None:
        names = (*NODE_PROPERTIES[label], *HIDDEN.get(label, ()))
        header = [f"id:ID({label})", *(f"{name}:{_TYPES.get(name, 'string')}" for name in names[1:])]
        self._row(f"nodes_{label}", f"--nodes={label}", header, [row["id"], *(row.get(n) for n in names[1:])])

    def rel(self, rel: Rel) -> None:
        src, dst = rel.src[0], rel.dst[0]
        names = REL_PROPERTIES[rel.type]
        header = [f":START_ID({src})", f":END_ID({dst})", "key:string"]
        header += [f"{name}:{_TYPES.get(name, 'string')}" for name in names]
        cells = [rel.src[1], rel.dst[1], rel.key, *(rel.props.get(name) for name in names)]
        self._row(f"edges_{rel.type}_{src}_{dst}", f"--relationships={rel.type}", header, cells)

    def meta(self, revision: int, judgements: str, aliases: str) -> None:
        header = [f"id:ID({META})", "name:string", "revision:long", "judgements:string", "aliases:string"]
        cells: list[Value] = ["store", "graphkit store", revision, judgements, aliases]
        self._row(f"nodes_{META}", f"--nodes={META}", header, cells)

    def close(self) -> list[str]:
        """Options of the import command."""
        for file in self._open.values():
            file.close()
        return self._options

    def _row(self, name: str, option: str, header: list[str], cells: Iterable[Value]) -> None:
        if name not in self._open:
            path = self._folder / f"{name}.csv"
            self._open[name] = path.open("w", encoding="utf-8", newline="\n")
            self._open[name].write(",".join(header) + "\n")
            self._options.append(f"{option}={path}")
        self._open[name].write(",".join(map(cell, cells)) + "\n")


def cell(value: Value) -> str:
    """Field of a CSV file: text in quotes, nothing at all for what is not known (an empty text would be a value).

    Examples
    --------
    >>> print(cell('a "b" c'), cell(None), cell(True), cell(0.5), sep="|")
    "a ""b"" c"||true|0.5
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = _SEPARATOR.join(value) if isinstance(value, list) else value
    return '"' + text.replace('"', '""') + '"'
