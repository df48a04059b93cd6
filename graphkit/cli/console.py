"""What the commands show: a progress bar on a terminal, a summary, tables."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from graphkit.extraction.workers import Failure, Outcome
from graphkit.loaders import Counts, LoadReport
from graphkit.model import Frozen, Record
from graphkit.reading import Note, Unread

MOST_NAMED = 20


def stories_per_second() -> TextColumn:
    """Column of the progress bar."""
    return TextColumn("{task.fields[rate]} stories/s")


class Tally:
    """Counts what became of the stories of a run, names what failed, and drives the progress bar."""

    def __init__(self, *, total: int | None = None) -> None:
        self.read = self.extracted = 0
        self.unread: list[Unread] = []
        self.notes: list[Note] = []
        self.failures: list[Failure] = []
        self.counts: Counter[str] = Counter()
        self.progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            stories_per_second(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            disable=not sys.stderr.isatty(),
            transient=True,
        )
        self.task = self.progress.add_task("stories", total=total, rate="–")

    def __enter__(self) -> "Tally":
        self.progress.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.progress.stop()

    def not_read(self, unread: Unread) -> None:
        """Note something that gave no story; name it at once if it failed."""
        self.unread.append(unread)

    def seen(self, outcome: Outcome) -> None:
        """Note a story that is done."""
        self.read += 1
        if isinstance(outcome, Record):
            self.extracted += 1
            for part in ("actors", "events", "mentions", "triples", "quotations"):
                self.counts[part] += len(getattr(outcome, part))
        else:
            self.failures.append(outcome)
        speed = self.progress.tasks[self.task].speed
        self.progress.update(self.task, advance=1, rate="–" if speed is None else f"{speed:.1f}")

    @property
    def status(self) -> int:
        """Exit status: 0 all well, 1 some failed, 2 nothing could be done."""
        failed = bool(self.failures) or any(unread.failed for unread in self.unread)
        if not failed:
            return 0
        return 1 if self.extracted else 2

    def summary(self) -> dict[str, Any]:
        """What became of the stories, for ``--json``."""
        return {
            "read": self.read,
            "extracted": self.extracted,
            "skipped": [as_dict(u) for u in self.unread if not u.failed],
            "failed": [as_dict(u) for u in self.unread if u.failed]
            + [{"story": f.story.id, "source": f.story.source, "reason": f.reason} for f in self.failures],
            "notes": [str(note) for note in self.notes],
            **self.counts,
        }

    def report(self) -> None:
        """Tell on standard error what failed, what was skipped and why, and the counts."""
        failed = [str(u) for u in self.unread if u.failed]
        failed += [f"{f.story.source or f.story.id} ({f.story.title or f.story.id}): {f.reason}" for f in self.failures]
        tell("note", [str(note) for note in self.notes])
        tell("failed", failed)
        skipped = Counter(u.reason for u in self.unread if not u.failed)
        tell("skipped", [f"{n} × {reason}" for reason, n in sorted(skipped.items(), key=lambda x: (-x[1], x[0]))])
        n_skipped = sum(skipped.values())
        click.echo(
            f"{self.read + n_skipped + sum(u.failed for u in self.unread)} read, {self.extracted} extracted, "
            f"{n_skipped} skipped, {len(failed)} failed",
            err=True,
        )


def tell(what: str, lines: list[str]) -> None:
    """Name the first of many on standard error, and count the rest."""
    for line in lines[:MOST_NAMED]:
        click.echo(f"{what}: {line}", err=True)
    if len(lines) > MOST_NAMED:
        click.echo(f"{what}: … and {len(lines) - MOST_NAMED} more", err=True)


def counted(counts: Counts) -> str:
    """What a store holds, in words.

    Examples
    --------
    >>> counted(Counts({"Actor": 1, "Event": 2, "Story": 1}, {"CONSULT": 2}))
    '1 actor, 2 events, 0 mentions, 0 places and 2 edges from 1 story'
    """

    def several(label: str, plural: str) -> str:
        number = counts.nodes.get(label, 0)
        return f"{number:,} {label.lower() if number == 1 else plural}"

    nodes = [several("Actor", "actors"), several("Event", "events"), several("Mention", "mentions")]
    edges = sum(counts.edges.values())
    told = f"{', '.join(nodes)}, {several('Place', 'places')} and {edges:,} {'edge' if edges == 1 else 'edges'}"
    return f"{told} from {several('Story', 'stories')}"


def changed(report: LoadReport) -> str:
    """What a load or a retraction did, in words."""
    told = [(report.created, "new"), (report.updated, "replaced"), (report.removed, "removed")]
    stories = ", ".join(f"{number:,} {what}" for number, what in told if number) or "nothing changed"
    already = f", {report.unchanged:,} there already" if report.unchanged else ""
    return f"{stories}{already}; the graph has {counted(report.counts)}"


def as_dict(thing: Frozen) -> dict[str, Any]:
    """Plain dictionary of a frozen thing."""
    return {name: getattr(thing, name) for name in thing.__struct_fields__}


def plain(thing: Any) -> Any:
    """Dictionaries and lists of a report."""
    return msgspec.to_builtins(thing)


def echo_json(thing: Mapping[str, Any] | Iterable[Any]) -> None:
    """Print as JSON with unescaped letters."""
    click.echo(json.dumps(thing, ensure_ascii=False, indent=1))


def bar(description: str) -> tuple[Progress, Callable[[int, int], None]]:
    """Progress bar on a terminal, and the function that moves it."""
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
        transient=True,
    )
    task = progress.add_task(description, total=None)

    def move(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total)

    return progress, move
