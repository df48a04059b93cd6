"""A graph as one HTML page that explains itself: `export_html`, `to_pyvis`, and `show` for notebooks."""

from graphkit.page.export import PageReport, export_html
from graphkit.page.network import to_pyvis

__all__ = ["PageReport", "export_html", "to_pyvis"]
