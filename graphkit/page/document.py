"""The bytes of a page: scripts and style from the package, data compressed, a content security policy over them."""

import base64
import gzip
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from graphkit.errors import PageError
from graphkit.page.network import picture_network
from graphkit.page.payload import evidence_block, graph_block
from graphkit.page.picture import Picture

SCRIPTS = (
    "base", "data", "filters", "lines", "canvas", "scenery", "labels", "view", "past", "search", "evidence", "panel",
    "denials", "groups", "overview", "paths", "timeline", "timezoom", "table", "output", "csv", "legend",
    "keys", "main",
)  # fmt: skip


def render(picture: Picture, *, title: str, meta: Mapping[str, Any], compress: bool = True) -> str:
    """Page of a picture; the same picture gives the same page."""
    from jinja2 import Environment, FileSystemLoader

    network = picture_network(picture)
    engine, script, style = engine_script(), page_script(), _asset("page.css")
    with_blocks = {
        "title": title,
        "policy": policy((engine, script), style),
        "engine": _verbatim(engine),
        "script": _verbatim(script),
        "style": _verbatim(style),
        "encoding": "gzip" if compress else "plain",
        "graph": _verbatim(_packed(graph_block(picture, meta), compress=compress)),
        "evidence": _verbatim(_packed(evidence_block(picture), compress=compress)),
    }
    folder = str(files("graphkit.page.assets"))
    network.set_template_dir(folder, "graphkit.html")
    network.templateEnv = Environment(loader=FileSystemLoader(folder), autoescape=True, keep_trailing_newline=True)
    network.templateEnv.globals.update(with_blocks)
    html: str = network.generate_html()
    return html


def _verbatim(text: str) -> Any:
    """Text that the template must not escape: our own scripts and style, and data blocks, which hold no ``<``."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704


def policy(scripts: tuple[str, ...], style: str) -> str:
    """Content security policy that lets run these scripts and this style, and load nothing from anywhere."""
    allowed = " ".join(_digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _packed(block: Mapping[str, Any], *, compress: bool) -> str:
    r"""JSON of a block for a data script: no ``<``, no line separators; compressed as base64 of gzip without a clock.

    Examples
    --------
    >>> _packed({"a": "</script>"}, compress=False)
    '{"a":"\\u003c/script>"}'
    """
    text = json.dumps(block, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    if compress:
        # level 6: the last percent of size would cost three times the time
        return base64.b64encode(gzip.compress(text.encode("utf-8", "replace"), 6, mtime=0)).decode()
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def page_script() -> str:
    """Scripts of the page, one topic each, in one closed scope."""
    return "(() => {\n'use strict';\n" + "\n".join(_asset(f"{name}.js") for name in SCRIPTS) + "\n})();\n"


@cache
def engine_script() -> str:
    """Drawing engine (vis-network) that the installed pyvis brings along.

    Raises
    ------
    PageError
        If pyvis is missing or holds no such file.
    """
    spec = find_spec("pyvis")
    folder = Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None
    found = folder / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js" if folder else None
    if found is None or not found.is_file():
        raise PageError(f"no drawing engine at {found}; expected pyvis 0.3.2: pip install 'pyvis>=0.3.2,<0.4'")
    text = found.read_text("utf-8").replace("\r\n", "\n")
    # an end tag or a source map address inside the script would end it, or ask for another file
    return text.replace("</script", "<\\/script").replace("//# sourceMappingURL=", "// ")


def _asset(name: str) -> str:
    return files("graphkit.page.assets").joinpath(name).read_text("utf-8")
