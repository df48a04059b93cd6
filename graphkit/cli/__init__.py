"""The command ``graphkit``: each command is one call into the library."""

from graphkit.cli.main import main

__all__ = ["main"]
