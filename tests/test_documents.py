"""The README is true: its Python runs, its table is that of the commands, its links lead somewhere."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from graphkit.cli.main import COMMANDS, graphkit
from graphkit.loaders import open_store

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")


def command(name: str) -> click.Command:
    found = graphkit.get_command(click.Context(graphkit), name)
    assert found is not None
    return found


def command_table() -> str:
    """Table of the commands, as the README has it between its two marks."""
    rows = [f"| `graphkit {name}` | {command(name).get_short_help_str(limit=200)} |" for name in COMMANDS]
    return "\n".join(["| command | what it does |", "|---|---|", *rows])


def test_the_table_of_commands_is_that_of_their_help() -> None:
    written = README.split("<!-- commands -->")[1].split("<!-- /commands -->")[0].strip()
    assert written == command_table()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_and_every_option_says_what_it_is_for(name: str) -> None:
    help_ = command(name).help or ""
    assert re.search(rf"Examples?:\n +graphkit {name}\b", help_), "no example in the help"
    options = [param for param in command(name).params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_of_a_command_name_options_that_it_has(name: str) -> None:
    known = {opt for param in command(name).params for opt in (*param.opts, *param.secondary_opts)}
    examples = [line for line in (command(name).help or "").splitlines() if line.strip().startswith("graphkit ")]
    assert {opt for line in examples for opt in re.findall(r"(?<= )--?[a-z][a-z-]*", line)} <= known


def links() -> Iterator[tuple[str, str]]:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#]+)", (ROOT / document).read_text(encoding="utf-8")):
            if "://" not in target:
                yield document, target


@pytest.mark.parametrize(("document", "target"), links())
def test_links_to_files_lead_somewhere(document: str, target: str) -> None:
    assert (ROOT / document).parent.joinpath(target).exists()


def test_the_make_targets_of_the_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)`", README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))
    assert named | set(re.findall(r"^make ([a-z]+)", README, re.MULTILINE)) <= targets


@pytest.mark.model
def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    (block,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    first, *timeline, last = done.stdout.splitlines()
    assert first == "15 stories read"
    assert len(timeline) == 3
    assert all(line.startswith("20") for line in timeline)
    assert last == "('name',) True True"
    with open_store(str(tmp_path / "graph.kgl"), read_only=True) as store:
        assert store.counts().nodes["Story"] == 15
