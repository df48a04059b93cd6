"""The embedded Cypher store: one file, no server."""

import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import kglite

from graphkit.errors import StoreError, StoreUnavailable
from graphkit.loaders.kglite_engine import make_schema, plain, run_change, run_query, translated
from graphkit.loaders.packing import unpack_judgements, unpack_record
from graphkit.loaders.statements import (
    READ_IDS,
    READ_INDEX,
    READ_META,
    READ_RECORDS,
    count_all,
    export_all,
)
from graphkit.loaders.store import Change, Counts, Node, Rel, StoryEntry, Table
from graphkit.loaders.tools import ask, multigraph
from graphkit.model import Judgement, Record

if TYPE_CHECKING:
    import networkx as nx


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the engine's remarks on a way of opening files that is not used here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", kglite.MappedFallbackWarning)
        yield


class KgliteStore:
    """Graph in a ``.kgl`` file. Each change is logged at once; `flush` makes it seen by other processes.

    Parameters
    ----------
    path
        The file; made if it is not there.
    read_only
        Take no lock, and refuse to write; others may be writing, then what they flushed last is seen.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._path = path
        self._read_only = read_only
        self._changed = False
        kglite.set_query_warning_policy("silent")
        if read_only and not path.exists():
            raise StoreUnavailable(f"{path}: there is no such graph; make one with graphkit build or graphkit load")
        if not path.parent.is_dir():
            raise StoreUnavailable(f"{path}: cannot be made, there is no folder {path.parent}")
        with translated(str(path)):
            self._engine = kglite.load(str(path)) if read_only else kglite.open(str(path), durable="normal")

    @property
    def url(self) -> str:
        """The file."""
        return str(self._path)

    def ensure_schema(self) -> None:
        """Create indexes where they are missing."""
        make_schema(self._engine, self.url)

    def revision(self) -> int:
        """Number of changes applied so far."""
        rows = self._rows(READ_META)
        return int(rows[0]["revision"]) if rows else 0

    def index(self) -> list[StoryEntry]:
        """Stories of the store."""
        entries = []
        for row in self._rows(READ_INDEX):
            if not row["digest"]:
                raise StoreError(
                    f"{self.url}: story {row['id']} is without its record; load the records into a new store"
                )
            entries.append(StoryEntry(row["id"], row["digest"], row["touches"] or ""))
        return entries

    def records(self, story_ids: Iterable[str] | None = None) -> Iterator[Record]:
        """Records of the stored stories (of these, or of all), sorted by story id."""
        wanted = sorted(set(story_ids)) if story_ids is not None else [row["id"] for row in self._rows(READ_IDS)]
        for start in range(0, len(wanted), 200):
            rows = self._rows(READ_RECORDS, ids=wanted[start : start + 200])
            for row in sorted(rows, key=lambda row: str(row["id"])):
                yield unpack_record(row["record"], where=self.url)

    def judgements(self) -> list[Judgement]:
        """Judgements the store keeps, oldest first."""
        rows = self._rows(READ_META)
        return unpack_judgements(rows[0]["judgements"], where=self.url) if rows and rows[0]["judgements"] else []

    def apply(self, change: Change, *, expect: int) -> None:
        """Do the change in one transaction, or nothing."""
        if self._read_only:
            raise StoreError(f"{self.url}: was opened for reading only")
        run_change(self._engine, change, expect=expect, where=self.url)
        self._changed = True

    def query(
        self,
        cypher: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        max_rows: int | None = None,
    ) -> Table:
        """Answer to a reading Cypher query."""
        return run_query(self._engine, cypher, params or {}, timeout=timeout, max_rows=max_rows)

    def ask(self, name: str, /, *, timeout: float | None = None, max_rows: int | None = None, **params: Any) -> Table:
        """Answer to a shipped question."""
        return ask(self, name, params, timeout=timeout, max_rows=max_rows)

    def export(self) -> Iterator[Node | Rel]:
        """The graph in canonical order."""
        yield from export_all(self._rows)

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """The graph for analysis: node key = id, edge key = type:predicate:role."""
        return multigraph(self.export())

    def counts(self) -> Counts:
        """How much of everything there is."""
        return count_all(self._rows)

    def flush(self) -> None:
        """Write the file, so that other processes see what was changed."""
        if self._changed:
            with translated(self.url), _quiet():
                self._engine.save()
            self._changed = False

    def close(self) -> None:
        """Flush and let go."""
        if self._read_only:
            return  # closing would save
        self.flush()
        with translated(self.url), _quiet():
            self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _rows(self, cypher: str, **params: Any) -> list[dict[str, Any]]:
        with translated(self.url):
            view: Any = self._engine.cypher(cypher, params=params)
            return [{k: plain(v) for k, v in row.items()} for row in view.to_list()]
