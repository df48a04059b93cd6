"""graphkit reads news stories and builds a graph of actors and events.

Who did what to whom, when, where, whether it happened, and who says so.

>>> import graphkit
>>> story = graphkit.make_story("Ann Holm met Jan Berg in Oslo on Monday.", published="2024-03-06")
>>> story.published
'2024-03-06'

The verbs are loaded when they are first used, so that importing the package is quick and does nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from graphkit.errors import GraphkitError
from graphkit.model import Record, Story, make_story
from graphkit.resolution import resolve

if TYPE_CHECKING:
    from graphkit.api import build, extract, load, open, read, retract  # noqa: A004  # graphkit.open(url)

__all__ = [
    "GraphkitError",
    "Record",
    "Story",
    "build",
    "extract",
    "load",
    "make_story",
    "open",
    "read",
    "resolve",
    "retract",
]

_LATE = ("build", "extract", "load", "open", "read", "retract")


def __getattr__(name: str) -> Any:
    """Verb of `graphkit.api`, imported when it is first asked for: spaCy takes a second to import."""
    if name in _LATE:
        return getattr(import_module("graphkit.api"), name)
    raise AttributeError(f"module 'graphkit' has no attribute {name!r}")
