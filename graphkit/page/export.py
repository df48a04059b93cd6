"""A graph as one HTML file."""

import gc
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphkit.errors import PageError
from graphkit.page.content import Content, Graph, day
from graphkit.page.core import WARN_ABOVE, View
from graphkit.page.document import render
from graphkit.page.picture import Picture, draw
from graphkit.page.read import read_graph, view_of


@dataclass(frozen=True, slots=True)
class PageReport:
    """What a page holds and what it draws at first; `size` is in bytes."""

    path: Path
    size: int
    nodes: int
    statements: int
    drawn_nodes: int
    drawn_lines: int
    warnings: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the counts in words."""
        held = f"{self.nodes:,} actors and events, {self.statements:,} statements, {self.size / 1e6:.1f} MB"
        told = f"{held}; {self.drawn_nodes:,} nodes and {self.drawn_lines:,} lines drawn at first"
        return "; ".join([told, *self.warnings])


def export_html(
    graph: Graph,
    path: str | Path,
    *,
    top: int = 300,
    focus: str | None = None,
    hops: int = 2,
    since: str | None = None,
    until: str | None = None,
    ids: Collection[str] | None = None,
    compress: bool = True,
    force: bool = False,
    title: str | None = None,
) -> PageReport:
    """Report on a page written to `path`: one file with the whole graph inside, which asks nothing of any network.

    Parameters
    ----------
    graph
        In the form of the NetworkX store, as of ``store.to_networkx()``.
    top
        Nodes drawn at first, at most; the others are found by search, expand and path.
    focus, hops
        Draw what lies within `hops` steps of the actor or event with this name, alias or id.
    since, until
        Draw the events of this time (ISO day, month or year, both ends included); the page's time filter starts there.
    ids
        Draw these nodes, for example the answer of a question; mentions, stories and places stand for their events.
    compress
        Without it the file is several times as large, readable by older browsers and by text tools.
    force
        Draw more than 2,000 nodes if asked to.

    Raises
    ------
    PageError
        If there is nothing to draw, too much is asked for, the focus is not there, or the path cannot be written.
    """
    path = Path(path)
    _writable(path)
    view = view_of(graph, top=top, focus=focus, hops=hops, since=since, until=until, ids=ids, force=force)
    html, picture = page(graph, view, compress=compress, title=title)
    data = html.encode("utf-8", "replace")
    _write(path, data)
    content = picture.content
    return PageReport(
        path=path,
        size=len(data),
        nodes=len(content.nodes),
        statements=len(content.statements),
        drawn_nodes=len(picture.drawn),
        drawn_lines=len(picture.lines),
        warnings=_warnings(len(picture.drawn)),
    )


def page(graph: Graph, view: View, *, compress: bool = True, title: str | None = None) -> tuple[str, Picture]:
    """Page as text, and the picture on it."""
    with _collector_at_rest():
        picture = draw(read_graph(graph), view)
    meta = {"since": day(view.since), "until": day(view.until, last=True), "focus": _focus(picture, view)}
    return render(picture, title=title or default_title(picture.content), meta=meta, compress=compress), picture


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No search for cycles meanwhile: it would walk the whole graph again and again, a quarter of the export."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def default_title(content: Content) -> str:
    """Title that says how much the page rests on: stories and their days."""
    days = sorted(str(s["published"])[:10] for s in content.stories if s.get("published"))
    count = len(content.stories)
    told = f"{count:,} {'story' if count == 1 else 'stories'}"
    if not days:
        return f"News graph of {told}"
    return f"News graph of {told}, {days[0]}" + (f" – {days[-1]}" if days[-1] != days[0] else "")


def _focus(picture: Picture, view: View) -> str | None:
    return picture.content.nodes[picture.drawn[0]].id if view.focus is not None else None


def _warnings(drawn: int) -> tuple[str, ...]:
    if drawn <= WARN_ABOVE:
        return ()
    return (f"{drawn} nodes are drawn at first; above {WARN_ABOVE} moving the picture is slow. Fewer: --top 300",)


def _writable(path: Path) -> None:
    """Fail before the work rather than after it."""
    try:
        folder, parent = path.is_dir(), path.parent.is_dir()
    except OSError as error:
        raise _unwritable(path, error) from error
    if folder:
        raise PageError(f"{path} is a folder; expected the name of a file such as {path / 'graph.html'}")
    if not parent:
        raise PageError(f"the folder {path.parent} does not exist; create it or choose another --output")


def _write(path: Path, data: bytes) -> None:
    """Write to a file beside the target and rename it, so that no half-written page is ever seen under the name."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> PageError:
    reason = error.strerror or str(error)
    return PageError(f"cannot write {path}: {reason}; choose another name or a folder you may write to")


def to_graph(source: Any) -> Graph:
    """Graph of a store (through its `to_networkx`), or the graph itself."""
    found: Graph = source.to_networkx() if hasattr(source, "to_networkx") else source
    return found
