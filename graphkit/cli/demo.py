"""``graphkit demo``: the main job on the sample stories that ship with the package."""

import webbrowser
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from graphkit import api
from graphkit.cli import ask, console, options
from graphkit.cli.graph import made
from graphkit.loaders import Table
from graphkit.model import Actor, Frozen, Mention, Record, Triple
from graphkit.page import export_html
from graphkit.page.content import Graph
from graphkit.samples import sample_paths

QUESTIONS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("Who met whom, and how often?", "who_met_whom", {}),
    ("What did Francesco Schettino do, and what was done to him?", "timeline", {"actor": "Francesco Schettino"}),
    ("What was planned and is not told as happened?", "planned", {}),
)
MOST_TRIPLES = 5
DRAWN = 90  # nodes of the page at first: what can be read at a glance
ROWS = 5
LONGEST = 220
"""Characters of a sentence that reads at a glance."""


class Told(Frozen, frozen=True, kw_only=True):
    """A triple with names, the sentence it comes from, and who says so."""

    subject: str
    predicate: str
    object: str
    standing: str  # fact, denied or not real (planned, threatened, conditional)
    said_by: str | None
    sentence: str
    publisher: str | None
    published: str | None

    def __str__(self) -> str:
        standing = "" if self.standing == "fact" else f"  ({self.standing})"
        source = ", ".join(part for part in (self.said_by and f"says {self.said_by}", self.publisher) if part)
        told = f"  {self.subject} – {self.predicate} → {self.object}{standing}"
        return f"{told}\n      “{self.sentence}” ({', '.join(p for p in (source, self.published) if p)})"


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
@options.as_json
def demo(folder: Path, open_: bool, workers: int, json_: bool) -> int:
    """Build a graph of the sample stories, ask three questions, leave a page to look at.

    \b
    Examples:
      graphkit demo --open
      graphkit demo --folder /tmp/demo --json
    """
    folder.mkdir(parents=True, exist_ok=True)
    store, page = folder / "graph.kgl", folder / "graph.html"
    paths = tuple(str(path) for path in sample_paths())
    if not json_:
        click.echo(f"Reading {len(paths)} files of sample stories: a summit, a shipwreck and a trial …")
    tally, records = made(paths, {}, model=None, processes=workers)
    with api.open(str(store)) as opened:
        report = api.load(opened, records)
        graph = opened.to_networkx()
        answers = [retold(opened.ask(name, **params), graph, ROWS) for _, name, params in QUESTIONS]
        shown = export_html(graph, page, top=DRAWN)
    triples = told_triples(records, MOST_TRIPLES)
    if json_:
        asked = {name: without_ids(answer).dicts() for (_, name, _), answer in zip(QUESTIONS, answers, strict=True)}
        told = {"store": str(store), "html": str(page), "triples": console.plain(triples), "answers": asked}
        console.echo_json({**tally.summary(), "load": console.plain(report), **told})
    else:
        tally.report()
        tell(store, console.changed(report), triples, answers)
        click.echo(f"\nThe graph as a page, to open in a browser: {page}\n{shown}")
    if open_:
        webbrowser.open(page.resolve().as_uri())
    return tally.status


def tell(store: Path, report: str, triples: Iterable[Told], answers: Iterable[Table]) -> None:
    """Print what the demo found."""
    click.echo(f"\n{store}: {report}\n\nFive triples, and the sentences that say so:\n")
    for told in triples:
        click.echo(str(told))
    for (title, name, params), answer in zip(QUESTIONS, answers, strict=True):
        given = "".join(f' --param "{key}={value}"' for key, value in params.items())
        click.echo(f"\n{title}   (graphkit query {name}{given} --store {store})\n")
        ask.show(without_ids(answer), "table")


def without_ids(table: Table) -> Table:
    """Table without its columns of ids: for readers, not for programs."""
    kept = [i for i, name in enumerate(table.columns) if name != "id" and not name.endswith("_id")]
    rows = tuple(tuple(row[i] for i in kept) for row in table.rows)
    return Table(tuple(table.columns[i] for i in kept), rows, table.truncated)


def retold(table: Table, graph: Graph, most: int) -> Table:
    """First rows of an answer; where it tells of events, those with a doer and something done to, as triples."""
    if "event_id" not in table.columns:
        return Table(table.columns, table.rows[:most], table.truncated or len(table.rows) > most)
    rows = [
        (row["date"], told, standing_of(graph.nodes[row["event_id"]]), row["stories"])
        for row in table.dicts()
        if (told := triple_of(graph, row["event_id"]))
    ]
    return Table(("date", "event", "standing", "stories"), tuple(rows[:most]), table.truncated or len(rows) > most)


def triple_of(graph: Graph, event: str) -> str | None:
    """An event as "subject – relation → object"; None where it lacks one of them."""
    ends: dict[bool, dict[str, None]] = {True: {}, False: {}}
    predicates: dict[str, None] = {}
    for actor, _, facts in sorted(graph.in_edges(event, data=True), key=lambda edge: (edge[0], str(edge[2]))):
        if facts.get("role"):
            ends[facts["role"] == "actor"][graph.nodes[actor]["name"]] = None
            predicates[facts["predicate"]] = None
    if not ends[True] or not ends[False] or len(predicates) > 1:
        return None
    return f"{' and '.join(ends[True])} – {' '.join(predicates)} → {' and '.join(ends[False])}"


def standing_of(event: Mapping[str, Any]) -> str:
    """What is told of the reality of an event, over all its mentions."""
    if event.get("asserted"):
        return "fact, but denied by some" if event.get("n_denied") else "fact"
    return "planned" if event.get("n_planned") else "denied" if event.get("n_denied") else "uncertain"


def told_triples(records: Iterable[Record], count: int) -> list[Told]:
    """Triples between named actors, each of another story and of other actors as long as there are such."""
    best = [found for record in records if (found := telling(record))]
    chosen: list[Told] = []
    pairs: set[frozenset[str]] = set()
    for told in best:
        if (pair := frozenset((told.subject, told.object))) not in pairs:
            pairs.add(pair)
            chosen.append(told)
    chosen += [told for told in best if told not in chosen]
    return chosen[:count]


def telling(record: Record) -> Told | None:
    """The triple of a story that tells most at a glance; None where no named actor does anything to another."""
    mentions = {mention.id: mention for mention in record.mentions}
    actors = {actor.id: actor for actor in record.actors}
    found = [
        (interest(triple, mention), -number, triple, mention)
        for number, triple in enumerate(record.triples)
        if (mention := mentions.get(triple.mention or "")) and between_named(triple, actors)
    ]
    if not found:
        return None
    _, _, triple, mention = max(found, key=lambda one: one[:2])
    speaker = actors.get(triple.said_by or "")
    assert triple.object is not None
    return Told(
        subject=triple.subject.name,
        predicate=triple.relation.predicate,
        object=triple.object.name,
        standing="denied" if triple.negated else "not real" if triple.hypothetical else "fact",
        said_by=speaker.name if speaker else None,
        sentence=" ".join(record.story.text[slice(*mention.sentence)].split()),
        publisher=record.story.publisher,
        published=record.story.published,
    )


def between_named(triple: Triple, actors: dict[str, Actor]) -> bool:
    """Whether a triple tells what one actor with a name of its own does to another."""
    if triple.object is None or triple.subject.name == triple.object.name:
        return False
    ends = [actors.get(end.id or "") for end in (triple.subject, triple.object)]
    return all(actor and any(mention.form == "name" for mention in actor.mentions) for actor in ends)


def interest(triple: Triple, mention: Mention) -> float:
    """How telling a triple is: a typed deed in a short sentence, told with confidence."""
    start, end = mention.sentence
    typed = mention.type not in {"OTHER", "STATEMENT"}
    return typed + (end - start <= LONGEST) + mention.confidence + (triple.date is not None) / 2
