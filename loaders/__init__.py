"""Records + resolution → stores.

>>> from graphkit.loaders import load, open_store
>>> from graphkit.resolution import resolve
>>> import pathlib, tempfile
>>> with tempfile.TemporaryDirectory() as folder, open_store(str(pathlib.Path(folder) / "graph.kgl")) as store:
...     report = load(store, [], resolve([]))
>>> report.created
0
"""

from graphkit.loaders.find import Candidate, find_actor
from graphkit.loaders.graph_file import copy_graph, export_jsonl, export_lines
from graphkit.loaders.loading import load, retract, wins
from graphkit.loaders.neo4j_csv import export_neo4j_csv
from graphkit.loaders.opening import open_store
from graphkit.loaders.plan import joined_aliases
from graphkit.loaders.rows import graph
from graphkit.loaders.store import Counts, GraphStore, LoadReport, Node, Rel, Table

__all__ = [
    "Candidate",
    "Counts",
    "GraphStore",
    "LoadReport",
    "Node",
    "Rel",
    "Table",
    "copy_graph",
    "export_jsonl",
    "export_lines",
    "export_neo4j_csv",
    "find_actor",
    "graph",
    "joined_aliases",
    "load",
    "open_store",
    "retract",
    "wins",
]
