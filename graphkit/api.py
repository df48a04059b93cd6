"""The library's verbs: what the command line calls, and what ``import graphkit`` offers.

This is the one place beside the command line that knows extraction and stores both.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from graphkit.extraction import workers as extraction
from graphkit.loaders import GraphStore, LoadReport, joined_aliases, open_store, wins
from graphkit.loaders import load as load_rows
from graphkit.loaders import retract as retract_rows
from graphkit.model import Frozen, Judgement, Record, Story, make_story
from graphkit.reading import Unread
from graphkit.reading import read as read_inputs
from graphkit.resolution import resolve

DEFAULT_STORE = "graph.kgl"


def read(
    inputs: Iterable[str | Path] | str | Path,
    *,
    unread: Callable[[Unread], None] | None = None,
    **options: object,
) -> Iterator[Story]:
    """Stories of files, folders and globs, in their order.

    Parameters
    ----------
    inputs
        Paths: .txt, .jsonl, .csv, .html, folders, globs.
    unread
        Called with everything that gave no story, and why.
    **options
        As `graphkit.reading.read`: ``fields``, ``published``, ``publisher``, ``language``, ``on_note``.
    """
    if isinstance(inputs, str | Path):
        inputs = [inputs]
    for story in read_inputs(inputs, **options):  # type: ignore[arg-type]
        if isinstance(story, Story):
            yield story
        elif unread is not None:
            unread(story)


def extract(
    stories: Iterable[Story | str] | Story | str,
    *,
    model: str | None = None,
    workers: int = 1,
    failed: Callable[[extraction.Failure], None] | None = None,
) -> Iterator[Record]:
    """Records of stories, in their order: who did what to whom, when, where, and who says so.

    Parameters
    ----------
    stories
        Stories, or bare texts.
    model
        Name of a spaCy pipeline with tagger, parser and entities; None for the one that is installed with graphkit.
    workers
        Number of processes; the records are the same for any number.
    failed
        Called with each story that gave no record, and why.
    """
    if isinstance(stories, Story | str):
        stories = [stories]
    told = (make_story(story) if isinstance(story, str) else story for story in stories)
    for outcome in extraction.outcomes(told, model=model, workers=workers):
        if isinstance(outcome, Record):
            yield outcome
        elif failed is not None:
            failed(outcome)


def open(url: str = DEFAULT_STORE, **options: object) -> GraphStore:  # noqa: A001  # graphkit.open(url), as in the README
    """Store at a URL: ``graph.jsonl`` (NetworkX), ``graph.kgl`` (embedded Cypher), ``neo4j://…``, ``bolt://…``.

    Raises
    ------
    StoreError
        The store cannot be opened: locked, damaged, no server, wrong password.
    """
    return open_store(url, **options)  # type: ignore[arg-type]


def load(
    store: GraphStore,
    records: Iterable[Record],
    *,
    judgements: Sequence[Judgement] = (),
    aliases: Sequence[Sequence[str]] = (),
    replace: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> LoadReport:
    """Load records into a store that may hold others: old and new are resolved together.

    The graph is a function of the records, judgements and aliases: loading twice, in parts or in another order gives
    the same graph. The store keeps all three.

    Parameters
    ----------
    judgements
        Decisions on who and what is the same, added to those of the store.
    aliases
        Further spellings, added to those of the store: each a name and then its other spellings.
    """
    new = list(records)
    known = {record.story.id: record for record in store.records()}
    for record in new:
        there = known.get(record.story.id)
        if there is None or wins(record, there, replace=replace):
            known[record.story.id] = record
    stored = store.judgements()
    judgements = [*stored, *(j for j in judgements if j not in set(stored))]
    aliases = joined_aliases(store.aliases(), aliases)
    resolution = resolve(known.values(), judgements=judgements, aliases=aliases)
    return load_rows(store, new, resolution, judgements=judgements, aliases=aliases, replace=replace, progress=progress)


def retract(store: GraphStore, story_ids: Sequence[str]) -> LoadReport:
    """Remove stories and exactly what only they supported."""
    decided = partial(resolve, judgements=store.judgements(), aliases=store.aliases())
    return retract_rows(store, story_ids, resolve=decided)


class BuildReport(Frozen, frozen=True, kw_only=True):
    """What a build did: stories read and skipped, records made, and what the load changed."""

    stories: int
    extracted: int
    skipped: tuple[Unread, ...]
    failed: tuple[str, ...]
    load: LoadReport


def build(
    inputs: Iterable[str | Path] | str | Path,
    *,
    store: str = DEFAULT_STORE,
    model: str | None = None,
    workers: int = 1,
    **options: object,
) -> BuildReport:
    """Read, extract, resolve and load in one go.

    Parameters
    ----------
    inputs
        As `read`.
    store
        URL, as `open`.
    **options
        As `read`.
    """
    unread: list[Unread] = []
    failures: list[extraction.Failure] = []
    stories = list(read(inputs, unread=unread.append, **options))
    records = list(extract(stories, model=model, workers=workers, failed=failures.append))
    with open(store) as opened:
        report = load(opened, records)
    return BuildReport(
        stories=len(stories),
        extracted=len(records),
        skipped=tuple(unread),
        failed=tuple(f"{failure.story.id}: {failure.reason}" for failure in failures),
        load=report,
    )
