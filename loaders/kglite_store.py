"""The embedded Cypher store: one file, no server."""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import kglite

from graphkit.errors import StoreError, StoreUnavailable
from graphkit.loaders.cypher_store import CypherStore
from graphkit.loaders.kglite_engine import make_schema, plain, run_change, run_query, translated
from graphkit.loaders.store import Change, Table


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the engine's remarks on a way of opening files that is not used here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", kglite.MappedFallbackWarning)
        yield


class KgliteStore(CypherStore):
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

    def _rows(self, cypher: str, **params: Any) -> list[dict[str, Any]]:
        with translated(self.url):
            view: Any = self._engine.cypher(cypher, params=params)
            return [{k: plain(v) for k, v in row.items()} for row in view.to_list()]
