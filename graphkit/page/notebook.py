"""The page inside a notebook: a frame that may run its scripts and nothing else, and a still picture beside it."""

import base64
import io
from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from typing import Any

from graphkit.page.content import STATUSES, standings
from graphkit.page.export import page, to_graph
from graphkit.page.network import node_look
from graphkit.page.picture import Picture, degrees, look, size
from graphkit.page.read import view_of

SANDBOX = "allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox"
MARKERS = {"dot": "o", "square": "s", "hexagon": "H", "triangle": "^", "diamond": "D"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What `show` returns; notebooks ask it for its forms and display the richest they can."""

    html: str
    picture: Picture
    height: int

    def _repr_html_(self) -> str:
        """Frame that holds the whole page, over a still picture: a viewer that takes frames away leaves the picture."""
        below = ""
        if find_spec("matplotlib"):
            data = base64.b64encode(still(self.picture)).decode()
            style = "max-width:100%;max-height:100%"
            below = f'<img alt="{escape(repr(self))}" style="{style}" src="data:image/png;base64,{data}">'
        return (
            f'<div style="position:relative;height:{self.height}px">{below}'
            f'<iframe sandbox="{SANDBOX}" referrerpolicy="no-referrer" title="Graph" '
            'style="position:absolute;inset:0;width:100%;height:100%;border:1px solid #ccc;background:#fff" '
            f'srcdoc="{escape(self.html)}"></iframe></div>'
        )

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """All forms: the frame, a picture where matplotlib is there, a line of text."""
        bundle: dict[str, Any] = {"text/html": self._repr_html_(), "text/plain": repr(self)}
        if find_spec("matplotlib"):
            bundle["image/png"] = still(self.picture)
        return bundle

    def __repr__(self) -> str:
        """Return what is drawn of how much."""
        content = self.picture.content
        return f"<graph page: {len(self.picture.drawn)} of {len(content.nodes)} nodes drawn>"


def show(source: Any, *, height: int = 620, title: str | None = None, **view: Any) -> Shown:
    """Page of a store or graph for the last line of a notebook's cell.

    Parameters
    ----------
    source
        A store (anything with ``to_networkx()``) or a graph in the form of the NetworkX store.
    height
        Height of the frame in pixels.
    **view
        ``top``, ``focus``, ``hops``, ``since``, ``until``, ``ids``, ``force``, as for `export_html`.

    Raises
    ------
    PageError
        As `export_html`.
    """
    graph = to_graph(source)
    html, picture = page(graph, view_of(graph, **view), title=title)
    return Shown(html, picture, height)


def still(picture: Picture, labels: int = 40) -> bytes:
    """PNG of a picture, for where no scripts run; the `labels` most relevant nodes have their names."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 7), dpi=110, layout="tight")
    axes = figure.add_subplot()
    axes.set_axis_off()
    axes.invert_yaxis()
    place = dict(zip(picture.drawn, picture.positions, strict=True))
    for line in picture.lines:
        style = look()["links"][line.kind] if line.status is None else look()["statuses"][line.status]
        (x0, y0), (x1, y1) = place[line.source], place[line.target]
        solid = line.status is not None and STATUSES[line.status] == "asserted"
        axes.plot([x0, x1], [y0, y1], color=style["color"], linewidth=0.7, linestyle="-" if solid else "--", zorder=1)
    counts, standing = degrees(picture.content), standings(picture.content)
    for number, node in enumerate(picture.drawn):
        kind, (x, y) = node_look(picture.content, node), place[node]
        area = size(picture.content.nodes[node].kind, counts[node]) ** 2 / 2.5
        axes.scatter([x], [y], s=area, c=kind["color"], marker=MARKERS[kind["shape"]], zorder=2)
        if number < labels:
            name = ": ".join(filter(None, (standing.get(node), picture.content.nodes[node].name))).replace("$", r"\$")
            axes.annotate(name[:36], (x, y), (0, -9), textcoords="offset points", ha="center", va="top", fontsize=7)
    data = io.BytesIO()
    figure.savefig(data, format="png", metadata={"Software": None})
    return data.getvalue()
