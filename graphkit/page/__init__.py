"""A graph as one HTML page that explains itself: `export_html`, `to_pyvis`, and `show` for notebooks."""

from graphkit.page.export import PageReport, export_html
from graphkit.page.network import to_pyvis
from graphkit.page.notebook import show

__all__ = ["PageReport", "export_html", "show", "to_pyvis"]
