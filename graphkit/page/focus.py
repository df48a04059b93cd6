"""Which node a reader means by a name."""

import difflib
import unicodedata

from graphkit.errors import PageError
from graphkit.page.content import Content


def fold(text: str) -> str:
    """Text without case and accents.

    Examples
    --------
    >>> fold("Dvořák")
    'dvorak'
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def find_focus(content: Content, text: str, order: list[int]) -> int:
    """Node meant by an id, a name or an alias, blind to case and accents; part of a name where only one node has it.

    Raises
    ------
    PageError
        If nothing or more than one thing is meant; the message has suggestions.
    """
    if text in content.index:
        return content.index[text]
    wanted = fold(text.strip())
    names = [(fold(name), i) for i in order for name in _names(content, i)]
    exact = [i for name, i in names if name == wanted]
    if exact:
        return exact[0]
    partial = list(dict.fromkeys(i for name, i in names if wanted and wanted in name))
    partial = [i for i in partial if content.nodes[i].kind != "event"] or partial  # events repeat the names of actors
    if len(partial) == 1:
        return partial[0]
    if partial:
        listed = ", ".join(repr(content.nodes[i].name) for i in partial[:8])
        raise PageError(f"focus {text!r} is in the name of {len(partial)} nodes: {listed}; give one of them in full")
    close = difflib.get_close_matches(wanted, dict.fromkeys(name for name, _ in names), n=5, cutoff=0.5)
    first: dict[str, int] = {}
    for name, i in names:
        first.setdefault(name, i)
    close_names = list(dict.fromkeys(content.nodes[first[name]].name for name in close))
    best = close_names or [content.nodes[i].name for i in order[:5]]
    hint = "did you mean" if close_names else "the most prominent are"
    raise PageError(f"no actor or event is called {text!r}; {hint} {', '.join(repr(name) for name in best)}?")


def _names(content: Content, position: int) -> list[str]:
    node = content.nodes[position]
    return [node.name, *(str(alias) for alias in node.facts.get("aliases") or ())]
