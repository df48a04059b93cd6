"""What every store can do, and the plain data that goes in and out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, Self

from graphkit.errors import StoreError
from graphkit.loaders.schema import Label
from graphkit.model import Judgement, Record

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

Value = str | int | float | bool | list[str] | None
Props = Mapping[str, Value]
Spellings = tuple[str, ...]
"""A name, then other spellings of it."""
Ref = tuple[Label, str]
"""``(label, id)`` of a node."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: label, id and all its properties (without those that are not known)."""

    label: Label
    id: str
    props: Props


@dataclass(frozen=True, slots=True)
class Rel:
    """A relationship; `key` tells it from others of its type between the same two nodes."""

    type: str
    src: Ref
    dst: Ref
    key: str
    props: Props


@dataclass(frozen=True, slots=True)
class Prune:
    """Derived relationships of `node` that are to go: all but `keep`, written ``type|id of the other end|key``."""

    node: Ref
    keep: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction does, in this order.

    Attributes
    ----------
    clear
        Ids of stories whose mentions are deleted.
    drop
        Nodes that are deleted with all their relationships.
    prune
        Derived relationships that are deleted.
    nodes, rels
        Nodes and relationships that are written: created, or all their properties overwritten.
    judged
        All JUDGED relationships from now on; None leaves them.
    judgements
        The store's judgements from now on; None leaves them.
    aliases
        The store's further spellings of names from now on; None leaves them.
    """

    clear: Sequence[str] = ()
    drop: Sequence[Ref] = ()
    prune: Sequence[Prune] = ()
    nodes: Sequence[Node] = ()
    rels: Sequence[Rel] = ()
    judged: Sequence[Rel] | None = None
    judgements: Sequence[Judgement] | None = None
    aliases: Sequence[Spellings] | None = None


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """What a store knows of a story without reading its record: fingerprint and what it touches.

    `touches` are the actors, events and places, each as `graphkit.loaders.facts.touch` writes it, joined by spaces:
    a store of many stories holds many of them.
    """

    id: str
    digest: str
    touches: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many nodes of each label and relationships of each type a store holds (zeros left out)."""

    nodes: Mapping[str, int]
    edges: Mapping[str, int]

    def __str__(self) -> str:
        def told(counts: Mapping[str, int]) -> str:
            return f"{sum(counts.values())} ({', '.join(f'{name} {n}' for name, n in counts.items())})"

        return f"nodes {told(self.nodes)}, edges {told(self.edges)}"


@dataclass(frozen=True, slots=True)
class Table:
    """Answer to a question: names of the columns, and rows in order. `truncated`: there were more rows than asked for.

    Examples
    --------
    >>> Table(("who", "n"), (("Oslo", 2),)).dicts()
    [{'who': 'Oslo', 'n': 2}]
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.rows)

    def dicts(self) -> list[dict[str, Any]]:
        """Rows as dictionaries."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_pandas(self) -> "pd.DataFrame":
        """Data frame of the rows; needs pandas, which graphkit does not install by itself."""
        import pandas as pd  # optional, so only here

        return pd.DataFrame(list(self.rows), columns=list(self.columns))


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What loading or retracting did: numbers of stories, of written rows, and what the store holds now."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    nodes_written: int = 0
    edges_written: int = 0
    counts: Counts = field(default_factory=lambda: Counts({}, {}))

    def __str__(self) -> str:
        stories = (
            f"stories: {self.created} new, {self.updated} updated, {self.unchanged} unchanged, {self.removed} removed"
        )
        return f"{stories}; now {self.counts}"


class StaleStore(StoreError):
    """Somebody else has written since the change was prepared; the loader reads again and retries."""


class GraphStore(Protocol):
    """A place where the graph lives. One writer at a time; a context manager that closes itself."""

    @property
    def url(self) -> str:
        """Where it is, without user and password."""
        ...

    def ensure_schema(self) -> None:
        """Create constraints and indexes where they are missing."""
        ...

    def revision(self) -> int:
        """Number of changes applied so far."""
        ...

    def index(self) -> list[StoryEntry]:
        """Stories of the store, in any order."""
        ...

    def records(self, story_ids: Iterable[str] | None = None) -> Iterator[Record]:
        """Records of the stored stories (of these, or of all), sorted by story id."""
        ...

    def judgements(self) -> list[Judgement]:
        """Judgements the store keeps, oldest first."""
        ...

    def aliases(self) -> list[Spellings]:
        """Further spellings of names the store keeps, sorted: each a name and then its other spellings."""
        ...

    def apply(self, change: Change, *, expect: int) -> None:
        """Do the change in one transaction, or nothing.

        Raises
        ------
        StaleStore
            The revision is not `expect`.
        MissingEndpoint
            A relationship leads to a node that is neither there nor in the change.
        """
        ...

    def query(
        self,
        cypher: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        max_rows: int | None = None,
    ) -> Table:
        """Answer to a reading Cypher query; `timeout` in seconds."""
        ...

    def ask(self, name: str, /, *, timeout: float | None = None, max_rows: int | None = None, **params: Any) -> Table:
        """Answer to a shipped question, see `graphkit.queries.questions`; names of actors may be given loosely."""
        ...

    def export(self) -> Iterator[Node | Rel]:
        """The graph in canonical order: nodes by label and id, then relationships."""
        ...

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """The graph for analysis: node key = id, edge key = type:predicate:role."""
        ...

    def counts(self) -> Counts:
        """How much of everything there is."""
        ...

    def flush(self) -> None:
        """Write what is only in memory to the file."""
        ...

    def close(self) -> None:
        """Flush and let go."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...
