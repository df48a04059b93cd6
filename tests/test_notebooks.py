"""The notebooks run, and what is committed beside them has the same cells and names nothing of a machine."""

import re
from pathlib import Path
from typing import Any

import jupytext
import nbclient
import nbformat
import pytest

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
FIRST = "01_first_graph"
NAMES = [
    pytest.param(path.stem, marks=[] if path.stem == FIRST else [pytest.mark.slow])
    for path in sorted(FOLDER.glob("*.py"))
]


def script_of(path: Path) -> Any:
    """Notebook of a script, without outputs."""
    return jupytext.read(path)


def committed(path: Path) -> Any:
    """Notebook as it is committed."""
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


@pytest.mark.model
@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_without_a_warning_and_draws(name: str, tmp_path: Path) -> None:
    notebook = script_of(FOLDER / f"{name}.py")
    client = nbclient.NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    )
    client.execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    assert any("image/png" in output.get("data", {}) for output in outputs)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_the_committed_notebook_has_the_cells_of_its_script_with_outputs(path: Path) -> None:
    script = script_of(path)
    notebook = committed(path.with_suffix(".ipynb"))
    assert [cell.source for cell in notebook.cells] == [cell.source for cell in script.cells], "run: make notebooks"
    assert any(cell.get("outputs") for cell in notebook.cells)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_committed_notebook_names_nothing_that_changes_from_run_to_run(path: Path) -> None:
    notebook = committed(path)
    told = "".join(
        str(text)
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        for kind, text in {**output.get("data", {}), "stream": output.get("text", "")}.items()
        if kind != "image/png"
    )
    assert re.findall(r"/tmp/\S+|/home/\S+|/Users/\S+|0x[0-9a-f]{6,}", told) == []
    assert sorted(notebook.metadata) == ["kernelspec", "language_info"]
