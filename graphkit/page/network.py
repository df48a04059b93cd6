"""A picture as a pyvis Network."""

from typing import TYPE_CHECKING, Any

from graphkit.page.content import STATUSES, Content, Graph
from graphkit.page.picture import Line, Picture, degrees, draw, look, size
from graphkit.page.read import read_graph, view_of

if TYPE_CHECKING:
    from pyvis.network import Network


def to_pyvis(graph: Graph, **view: Any) -> "Network":
    """Network of the core of a graph: directed, positions given, physics off, no pop-up texts.

    Parameters
    ----------
    graph
        In the form of the NetworkX store: nodes with `node_label`, edges with `edge_type`.
    **view
        ``top``, ``focus``, ``hops``, ``since``, ``until``, ``ids``, ``force``: what is drawn, as for `export_html`.

    Raises
    ------
    PageError
        If there is nothing to draw, too much is asked for, or the focus is not there.
    """
    return picture_network(draw(read_graph(graph), view_of(graph, **view)))


def picture_network(picture: Picture) -> "Network":
    """Network of a picture; ids are those of the graph."""
    from pyvis.network import Network  # imports IPython, which nobody else should pay for

    content, counts = picture.content, degrees(picture.content)
    network = Network(height="100%", directed=True, cdn_resources="in_line")
    for node, (x, y) in zip(picture.drawn, picture.positions, strict=True):
        it = content.nodes[node]
        network.add_node(it.id, label=it.name, x=x, y=y, size=size(it.kind, counts[node]), **node_look(content, node))
    for line in picture.lines:
        ends = (content.nodes[line.source].id, content.nodes[line.target].id)
        network.add_edge(*ends, width=line.width, **_line_look(line))
    network.toggle_physics(False)
    network.options.edges.smooth.enabled = False
    return network


def node_look(content: Content, node: int) -> dict[str, Any]:
    """Shape and colour of a node."""
    kinds = look()["kinds"]
    kind = kinds.get(content.nodes[node].kind, kinds["group"])
    return {"shape": kind["shape"], "color": kind["color"], "group": content.nodes[node].kind}


def _line_look(line: Line) -> dict[str, Any]:
    arrows = "to, from" if line.both else "to"
    style = look()["links"][line.kind] if line.status is None else look()["statuses"][line.status]
    kind = line.kind if line.status is None else STATUSES[line.status]
    return {"color": style["color"], "dashes": style["dashes"], "arrows": arrows, "kind": kind}
