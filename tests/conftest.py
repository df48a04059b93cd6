"""What all tests share: the language model loaded once, and what is left out where a program is missing."""

import os

import pytest
from spacy.language import Language

from graphkit.extraction import parse

pytest_plugins = ("storetools",)

IN_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--slow`` runs what CI runs."""
    parser.addoption("--slow", action="store_true", default=IN_CI, help="also run the tests marked slow (CI does)")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the slow tests out of a local run."""
    if config.getoption("--slow"):
        return
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="slow: run with --slow or CI=true"))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The real language model."""
    return parse.load(None)


def absent(what: str, advice: str) -> None:
    """Skip for want of a program, with the reason shown; in CI that is a failure."""
    message = f"{what} is not on this machine; {advice}"
    if IN_CI:
        pytest.fail(message)
    pytest.skip(message)
