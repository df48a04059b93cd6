"""What the stores that speak Cypher do alike, over one function that runs a reading query."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Self

from graphkit.errors import StoreError
from graphkit.loaders.packing import unpack_aliases, unpack_judgements, unpack_record
from graphkit.loaders.statements import READ_IDS, READ_INDEX, READ_META, READ_RECORDS, count_all, export_all
from graphkit.loaders.store import Counts, GraphStore, Node, Rel, Spellings, StoryEntry, Table
from graphkit.loaders.tools import ask, multigraph
from graphkit.model import Judgement, Record

if TYPE_CHECKING:
    import networkx as nx

_RECORDS = 200
"""Records that are read at once."""


class CypherStore(GraphStore):
    """Reading side of a store that answers Cypher; the rest of `GraphStore` is its own."""

    @abstractmethod
    def _rows(self, cypher: str, **params: Any) -> list[dict[str, Any]]:
        """Rows of one of our own reading queries."""

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
        for start in range(0, len(wanted), _RECORDS):
            rows = self._rows(READ_RECORDS, ids=wanted[start : start + _RECORDS])
            for row in sorted(rows, key=lambda row: str(row["id"])):
                yield unpack_record(row["record"], where=self.url)

    def judgements(self) -> list[Judgement]:
        """Judgements the store keeps, oldest first."""
        rows = self._rows(READ_META)
        return unpack_judgements(rows[0]["judgements"], where=self.url) if rows and rows[0]["judgements"] else []

    def aliases(self) -> list[Spellings]:
        """Further spellings of names the store keeps."""
        rows = self._rows(READ_META)
        return unpack_aliases(rows[0]["aliases"], where=self.url) if rows and rows[0]["aliases"] else []

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

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
