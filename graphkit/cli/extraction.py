"""``graphkit extract`` and ``graphkit explain``."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from graphkit import api
from graphkit.cli import console, options
from graphkit.errors import InputError
from graphkit.extraction import output, parse, pipeline, workers
from graphkit.extraction.explain import explained, explained_data
from graphkit.model import make_story


def count_stories(inputs: tuple[str, ...], reading: dict[str, Any]) -> int | None:
    """Number of stories, for the time left; None where nobody looks or the input can be read only once."""
    if not sys.stderr.isatty() or "-" in inputs:
        return None
    return sum(1 for _ in api.read(inputs, **reading))


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="RECORDS",
    help="JSON Lines, one record a story; a stopped run is continued.",
)
@click.option("--fresh", is_flag=True, help="Start anew where the output is there already.")
@options.reading
@options.working
@options.as_json
def extract(
    inputs: tuple[str, ...],
    output: Path,
    fresh: bool,
    published: str | None,
    publisher: str | None,
    language: str | None,
    fields: tuple[str, ...],
    model: str | None,
    workers: int,
    json_: bool,
) -> int:
    """Turn stories into records: who did what to whom, when, where, who says so.

    INPUT: .txt (one or many stories), .jsonl, .csv, .html, folders, globs, or - for standard input.

    \b
    Examples:
      graphkit extract stories.txt --published 2025-11-27 --output records.jsonl
      graphkit extract archive/ --workers 4 --output records.jsonl
      graphkit extract table.csv --field text=body --output records.jsonl
    """
    reading = options.reading_options(published, publisher, language, fields)
    return write(inputs, output, reading=reading, fresh=fresh, model=model, processes=workers, json_=json_)


def write(
    inputs: tuple[str, ...],
    path: Path,
    *,
    reading: dict[str, Any],
    fresh: bool,
    model: str | None,
    processes: int,
    json_: bool,
) -> int:
    """Write the records and tell what became of the stories; the exit status."""
    if not path.parent.is_dir():
        raise InputError(f"{path}: the folder {path.parent} does not exist; make it, or name another --output")
    version = workers.current_version(model)
    with console.Tally(total=count_stories(inputs, reading)) as tally:
        stories = api.read(inputs, unread=tally.not_read, on_note=tally.notes.append, **reading)
        output.write_records(
            stories, path, version=version, model=model, workers=processes, fresh=fresh, seen=tally.seen
        )
    tally.report()
    if json_:
        console.echo_json({"output": str(path), "version": version, **tally.summary()})
    return tally.status


@click.command()
@click.argument("what", metavar='"SENTENCE"|FILE')
@click.option("--published", metavar="DAY", help="Day the sentence was published, for words such as Monday.")
@click.option("--tree/--no-tree", default=True, help="Show the parse.")
@click.option("--model", metavar="NAME", help="Another spaCy pipeline with tagger, parser and entities.")
@options.as_json
def explain(what: str, published: str | None, tree: bool, model: str | None, json_: bool) -> int:
    """Show the tree, the clauses, the rules that fired, and what was skipped and why.

    \b
    Examples:
      graphkit explain "The talks between Oslo and Riga ended without a deal."
      graphkit explain story.txt --no-tree
    """
    nlp = parse.load(model)
    if os.path.isfile(what):  # noqa: PTH113 - a sentence may be no name for a file at all
        stories = list(api.read([what], language="en", published=published))
    else:
        stories = [make_story(what, published=published)]
    for story, doc in zip(stories, parse.parse([story.text for story in stories], nlp), strict=True):
        layers = pipeline.layers_of(doc, published=story.published)
        if json_:
            console.echo_json(explained_data(layers, story))
        else:
            click.echo("\n".join(explained(layers, story, tree=tree)))
    return 0
