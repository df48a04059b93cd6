"""``make notebooks``: run the notebooks and write them beside their scripts, with outputs.

    python tests/bench/notebooks.py [NAME ...]

The outputs name no path of this machine, and the metadata hold nothing that changes from run to run.
"""

import sys
import tempfile
from pathlib import Path

import jupytext
import nbclient
import nbformat

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def ran(script: Path, *, timeout: int = 600) -> nbformat.NotebookNode:
    """Notebook of a script with its outputs; raises nbclient's CellExecutionError where a cell fails."""
    notebook = jupytext.read(script)
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": {"name": "python"}})
    with tempfile.TemporaryDirectory() as folder:
        nbclient.NotebookClient(
            notebook, timeout=timeout, kernel_name="python3", resources={"metadata": {"path": folder}}
        ).execute()
    for number, cell in enumerate(notebook.cells):
        cell.id = f"{script.stem}-{number}"
        cell.metadata = nbformat.from_dict({})
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": {"name": "python"}})
    return notebook


def main(names: list[str]) -> None:
    """Write the notebooks of these names, or all."""
    for script in sorted(FOLDER.glob("*.py")):
        if names and script.stem not in names:
            continue
        nbformat.write(ran(script), script.with_suffix(".ipynb"))
        print(script.with_suffix(".ipynb").relative_to(FOLDER.parent))


if __name__ == "__main__":
    main(sys.argv[1:])
