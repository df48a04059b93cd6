"""The group of commands, and how errors become messages and exit statuses.

Exit status: 0 all well, 1 some stories failed (named, the rest done), 2 nothing could be done.
"""

import errno
import sys
from importlib import import_module

import click

from graphkit.errors import GraphkitError

COMMANDS = {
    "build": "graphkit.cli.graph",
    "extract": "graphkit.cli.extraction",
    "resolve": "graphkit.cli.graph",
    "load": "graphkit.cli.graph",
    "retract": "graphkit.cli.graph",
    "query": "graphkit.cli.ask",
    "export": "graphkit.cli.ask",
    "explain": "graphkit.cli.extraction",
    "review": "graphkit.cli.review",
    "demo": "graphkit.cli.demo",
    "info": "graphkit.cli.ask",
}


class Commands(click.Group):
    """Commands whose modules are imported when they are run: ``graphkit --help`` need not load spaCy."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click calls it so
        """Names in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Command by its name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Table of commands with their first sentences."""
        rows = [(name, self.get_command(ctx, name).get_short_help_str(limit=80)) for name in COMMANDS]  # type: ignore[union-attr]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


ADVICE = {  # for what the file system refuses
    errno.ENAMETOOLONG: "give a shorter name",
    errno.ENOSPC: "free some space, or write to another disk",
    errno.EACCES: "choose a file or folder that you may read and write",
    errno.EROFS: "choose a folder that can be written to",
    0: "look at the file or folder, then run the command again: what was finished is kept",
}


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="graphkit-news", prog_name="graphkit")
def graphkit() -> None:
    """Read news stories and build a graph of actors and events.

    Who did what to whom, when, where, whether it happened, and who says so.

    \b
    Examples:
      graphkit demo
      graphkit build stories/*.txt --html graph.html
      graphkit query timeline --param actor=Putin
    """


def main() -> None:
    """Run the command line; errors of ours become one line on standard error and status 2."""
    try:
        status = graphkit.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("stopped; what was finished is kept", err=True)
        status = 130
    except click.ClickException as error:
        error.show()
        status = 2
    except GraphkitError as error:
        click.echo(f"graphkit: {error}", err=True)
        status = 2
    except BrokenPipeError:
        sys.stderr.close()
        status = 0
    except OSError as error:  # a name that no file can have, a full disk, a folder that may not be read
        name = f"{str(error.filename)[:200]}: " if error.filename else ""
        click.echo(f"graphkit: {name}{error.strerror or error}; {ADVICE.get(error.errno or 0, ADVICE[0])}", err=True)
        status = 2
    sys.exit(status if isinstance(status, int) else 0)
