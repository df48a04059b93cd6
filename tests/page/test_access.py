"""Rules of accessibility, checked by axe-core in the states a reader meets."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import Opener, absent

pytestmark = pytest.mark.browser

AXE = "4.12.1"  # MPL-2.0; only run here, never shipped
CACHE = Path.home() / ".cache" / "graphkit-tests" / f"axe-core-{AXE}"


@pytest.fixture(scope="module")
def axe() -> str:
    """Source of axe-core, through npm, kept for the next run."""
    found = CACHE / "node_modules" / "axe-core" / "axe.min.js"
    if not found.exists():
        npm = shutil.which("npm")
        if npm is None:
            absent("npm", "it brings axe-core, which checks the rules of accessibility")
        CACHE.mkdir(parents=True, exist_ok=True)
        command = [
            str(npm),
            "install",
            "--no-save",
            "--no-audit",
            "--no-fund",
            "--prefix",
            str(CACHE),
            f"axe-core@{AXE}",
        ]
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=180, env=dict(os.environ))
        if done.returncode or not found.exists():
            absent("axe-core", f"npm said: {done.stderr.strip()[-300:]}")
    return found.read_text("utf-8")


STATES = {
    "at first": "",
    "actor": "location.hash = '#n=a:brandt'",
    "event": "location.hash = '#n=e:seize'",
    "line": "location.hash = '#n=a:bank&m=e:loan'",
    "table": "document.getElementById('tool-table').click()",
    "keys": "document.getElementById('tool-help').click()",
    "search": "s = document.querySelector('#search'), s.focus(), s.value = 'a', s.dispatchEvent(new Event('input'))",
    "filters": "document.body.classList.add('show-filters')",
    "denials": "document.getElementById('tool-reset').click(), document.getElementById('only-denied').click()",
    "file": "document.getElementById('tool-csv').click()",
    "week": "for (const [i, day] of ['2024-10-07', '2024-10-13'].entries()) { "
    "const field = document.querySelectorAll('#time input[type=date]')[i]; "
    "field.value = day; field.dispatchEvent(new Event('change')); }",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_rule_is_broken(open_page: Opener, news_page: Path, axe: str, scheme: str, width: int) -> None:
    broken = []
    it = open_page(news_page, viewport={"width": width, "height": 800}, color_scheme=scheme)
    it.page.evaluate(axe)
    for state, act in STATES.items():
        it.page.evaluate(f"() => {{ {act} }}")
        it.page.wait_for_timeout(250)
        found = it.page.evaluate("axe.run({resultTypes: ['violations']})")
        assert found["passes"], "axe looked at nothing"
        broken += [
            (state, rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found["violations"]
        ]
        it.page.evaluate("document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close())")
        it.page.evaluate("document.body.classList.remove('show-filters')")
        if state == "table":
            it.page.evaluate("document.getElementById('tool-table').click()")
    assert broken == []
