"""``graphkit build``, ``resolve``, ``load`` and ``retract``."""

from pathlib import Path
from typing import Any

import click
import msgspec

from graphkit import api
from graphkit.cli import console, options
from graphkit.cli.extraction import count_stories
from graphkit.errors import RecordError
from graphkit.extraction import output, workers
from graphkit.loaders import LoadReport
from graphkit.loaders import load as load_rows
from graphkit.model import Judgement, Record, Resolved, encode_lines
from graphkit.page import export_html
from graphkit.resolution import resolve as resolved


def decisions_of(path: Path | None) -> list[Judgement]:
    """Judgements of a decisions file, oldest first; none without a file."""
    return [] if path is None else list(lines_of(path, Judgement))


def aliases_of(path: Path | None) -> list[list[str]]:
    """Names with their other spellings, from a tab-separated file; none without a file.

    A line is a name and its spellings in columns, or as in the shipped tables: name, spellings (";"), what is not used.

    Raises
    ------
    RecordError
        The file cannot be read, or a line has a name without another spelling.
    """
    if path is None:
        return []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(f"{path}: {error}") from error
    rows = [line.split("\t") for line in lines if line[:1] not in ("", "#")]
    rows = [[row[0], *row[1].split(";")] if len(row) > 1 and ";" in row[1] else row for row in rows]
    found = [[part.strip() for part in row if part.strip()] for row in rows]
    for own in found:
        if len(own) < 2:
            raise RecordError(f"{path}: {own}: expected a name, a tab and another spelling")
    return found


def lines_of(path: Path, kind: Any) -> list[Any]:
    """Things of a JSON Lines file.

    Raises
    ------
    RecordError
        The file is missing, or a line is not of the kind.
    """
    try:
        return [msgspec.json.decode(raw, type=kind) for raw in path.read_bytes().splitlines() if raw.strip()]
    except OSError as error:
        raise RecordError(f"{path}: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(f"{path}: no {kind.__name__}: {error}") from error


def unique(records: list[Record]) -> list[Record]:
    """Records of distinct stories, the last one of a story."""
    return list({record.story.id: record for record in records}.values())


def tell_load(report: LoadReport, store: str) -> None:
    """One line on what a load changed."""
    click.echo(f"{store}: {console.changed(report)}")


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@options.store
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Leave a page as well.")
@options.decisions
@options.aliases
@options.reading
@options.working
@options.as_json
def build(
    inputs: tuple[str, ...],
    store: str,
    user: str | None,
    password: str | None,
    database: str | None,
    html: Path | None,
    decisions: Path | None,
    aliases: Path | None,
    published: str | None,
    publisher: str | None,
    language: str | None,
    fields: tuple[str, ...],
    model: str | None,
    workers: int,
    json_: bool,
) -> int:
    """Extract, resolve and load stories in one go: the main job.

    \b
    Examples:
      graphkit build stories.txt --published 2025-11-27 --html graph.html
      graphkit build archive/*.jsonl --store graph.jsonl --workers 2
      graphkit build stories.csv --store neo4j://localhost:7687 --user neo4j
    """
    reading = options.reading_options(published, publisher, language, fields)
    decided: dict[str, Any] = {"judgements": decisions_of(decisions), "aliases": aliases_of(aliases)}
    with api.open(store, **options.store_options(user, password, database)) as opened:
        tally, records = made(inputs, reading, model=model, processes=workers)
        progress, move = console.bar("loading")
        with progress:
            report = api.load(opened, records, **decided, progress=move)
        page = export_html(opened.to_networkx(), html) if html else None
        counts = opened.counts()
    tally.report()
    if json_:
        summary = {"store": store, "html": html and str(html), "counts": console.plain(counts)}
        console.echo_json({**tally.summary(), **summary, "load": console.plain(report)})
    else:
        tell_load(report, store)
        if page:
            click.echo(f"{html}: {page}")
    return tally.status


def made(
    inputs: tuple[str, ...], reading: dict[str, Any], *, model: str | None, processes: int
) -> tuple[console.Tally, list[Record]]:
    """Records of the inputs, and the tally of what became of their stories."""
    records = []
    with console.Tally(total=count_stories(inputs, reading)) as tally:
        stories = api.read(inputs, unread=tally.not_read, on_note=tally.notes.append, **reading)
        for outcome in workers.outcomes(stories, model=model, workers=processes):
            tally.seen(outcome)
            if isinstance(outcome, Record):
                records.append(outcome)
    return tally, records


@click.command()
@click.argument("records", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="RECORDS...")
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="RESOLUTION",
    help="JSON Lines, one actor, event or cluster of stories a line.",
)
@options.decisions
@options.aliases
@options.as_json
def resolve(records: tuple[Path, ...], output: Path, decisions: Path | None, aliases: Path | None, json_: bool) -> int:
    """Find which actors and events of many stories are one.

    \b
    Examples:
      graphkit resolve records.jsonl --output resolution.jsonl
      graphkit resolve monday.jsonl tuesday.jsonl --decisions decisions.jsonl --output resolution.jsonl
    """
    found = resolved(unique(list(read_all(records))), judgements=decisions_of(decisions), aliases=aliases_of(aliases))
    output.write_bytes(encode_lines(found))
    counts = {kind: sum(1 for line in found if line.kind == kind) for kind in ("actor", "event", "story")}
    merged = sum(1 for line in found if len(line.members) > 1)
    if json_:
        console.echo_json({"output": str(output), **counts, "merged": merged})
    else:
        click.echo(f"{output}: {counts['actor']} actors, {counts['event']} events, {merged} of several members")
    return 0


def read_all(paths: tuple[Path, ...]) -> Any:
    """Records of files; the module `output` is hidden by an option of that name."""
    return output.read_records(paths)


@click.command()
@click.argument("records", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="RECORDS...")
@click.option(
    "--resolution",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="From graphkit resolve; must cover the store's stories too. Without it, all are resolved anew.",
)
@click.option("--replace", is_flag=True, help="Replace the records of stories that are there already.")
@options.decisions
@options.aliases
@options.store
@options.as_json
def load(
    records: tuple[Path, ...],
    resolution: Path | None,
    replace: bool,
    decisions: Path | None,
    aliases: Path | None,
    store: str,
    user: str | None,
    password: str | None,
    database: str | None,
    json_: bool,
) -> int:
    """Load records into a store; loading twice changes nothing.

    \b
    Examples:
      graphkit load records.jsonl --resolution resolution.jsonl --store graph.kgl
      graphkit load records.jsonl --store bolt://localhost:7687 --user neo4j
    """
    told = unique(list(read_all(records)))
    decided: dict[str, Any] = {"judgements": decisions_of(decisions), "aliases": aliases_of(aliases)}
    progress, move = console.bar("loading")
    with api.open(store, **options.store_options(user, password, database)) as opened, progress:
        if resolution is None:
            report = api.load(opened, told, **decided, replace=replace, progress=move)
        else:
            lines = lines_of(resolution, Resolved)
            report = load_rows(opened, told, lines, **decided, replace=replace, progress=move)
    if json_:
        console.echo_json({"store": store, **console.plain(report)})
    else:
        tell_load(report, store)
    return 0


@click.command()
@click.argument("story_ids", nargs=-1, required=True, metavar="STORY_ID...")
@options.store
@options.as_json
def retract(
    story_ids: tuple[str, ...], store: str, user: str | None, password: str | None, database: str | None, json_: bool
) -> int:
    """Take stories back, and exactly what only they supported.

    \b
    Example:
      graphkit retract s0a1b2c3d4e5f6071 --store graph.kgl
    """
    with api.open(store, **options.store_options(user, password, database)) as opened:
        report = api.retract(opened, story_ids)
    if json_:
        console.echo_json({"store": store, **console.plain(report)})
    else:
        tell_load(report, store)
    return 0
