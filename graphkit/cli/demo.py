"""``graphkit demo``: the main job on the sample stories that ship with the package."""

import webbrowser
from pathlib import Path
from typing import Any

import click

from graphkit import api
from graphkit.cli import ask
from graphkit.cli.graph import made
from graphkit.model import Record
from graphkit.page import export_html
from graphkit.samples import sample_paths

QUESTIONS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("Who met whom?", "who_met_whom", {}),
    ("What was denied?", "denied", {}),
    ("What is planned and not yet told as happened?", "planned", {}),
)


@click.command()
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("demo"),
    show_default=True,
    help="Where the store and the page go.",
)
@click.option("--open", "open_", is_flag=True, help="Open the page in a browser.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes.")
def demo(folder: Path, open_: bool, workers: int) -> int:
    r"""Build a graph of the sample stories, ask three questions, leave a page to look at.

    \b
    Example:
      graphkit demo --open
    """
    folder.mkdir(parents=True, exist_ok=True)
    store, page = folder / "graph.kgl", folder / "graph.html"
    paths = [str(path) for path in sample_paths()]
    click.echo(f"Reading {len(paths)} files of sample stories …")
    tally, records = made(tuple(paths), {}, model=None, processes=workers)
    tally.report()
    with api.open(str(store)) as opened:
        report = api.load(opened, records)
        click.echo(f"\n{store}: {report}\n\nFive triples and the sentences that say so:\n")
        for line in told_triples(records, 5):
            click.echo(line)
        for title, name, params in QUESTIONS:
            click.echo(f"\n{title}   (graphkit query {name} --store {store})\n")
            ask.show(opened.ask(name, max_rows=5, **params), "table")
        shown = export_html(opened.to_networkx(), page)
    click.echo(f"\nThe graph as a page: {page.resolve()}\n{shown}")
    if open_:
        webbrowser.open(page.resolve().as_uri())
    return tally.status


def told_triples(records: list[Record], count: int) -> list[str]:
    """One telling triple of each of the first stories, with its sentence."""
    lines = []
    for record in records:
        mentions = {mention.id: mention for mention in record.mentions}
        for triple in record.triples:
            mention = mentions.get(triple.mention or "")
            if (
                mention is None
                or triple.object is None
                or triple.subject.kind != "actor"
                or triple.object.kind == "thing"
            ):
                continue
            sentence = " ".join(record.story.text[slice(*mention.sentence)].split())
            flag = " (denied)" if triple.negated else " (not yet real)" if triple.hypothetical else ""
            lines.append(
                f"  {triple.subject.name} – {triple.relation.predicate} → {triple.object.name}{flag}\n"
                f"      “{sentence}”  {record.story.publisher or ''} {record.story.published or ''}"
            )
            break
        if len(lines) == count:
            break
    return lines
