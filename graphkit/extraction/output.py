"""A file of records that grows story by story and can be continued.

A run that was stopped is continued where its version and stories are those of the file; a record carries both, so no
other state is kept. Stories that gave no record then stay failed: the file keeps the order of the input.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from graphkit.errors import OptionError, RecordError
from graphkit.extraction.workers import Failure, Outcome, outcomes
from graphkit.model import Frozen, Record, Story, encode


class Line(Frozen, frozen=True, kw_only=True):
    """The part of a record that tells which run it is of."""

    version: str
    story: Story


def finished(path: Path) -> tuple[list[Line], int]:
    """Whole lines of an earlier run, and how many bytes they take; a line cut short by the end of the file is left out.

    Raises
    ------
    OptionError
        The file holds something else than records.
    """
    lines: list[Line] = []
    size = 0
    decoder = msgspec.json.Decoder(Line)
    with path.open("rb") as file:
        for raw in file:
            if not raw.endswith(b"\n"):
                break
            try:
                lines.append(decoder.decode(raw))
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise OptionError(
                    f"{path}: line {len(lines) + 1} is no record ({error}); "
                    "name another --output, or overwrite the file with --fresh"
                ) from error
            size += len(raw)
    return lines, size


def write_records(
    stories: Iterable[Story],
    path: Path,
    *,
    version: str,
    model: str | None = None,
    workers: int = 1,
    fresh: bool = False,
    seen: Callable[[Outcome], object],
) -> None:
    """Write the record of each story to a JSON Lines file, in input order; continue a run that was stopped.

    Parameters
    ----------
    stories
        In input order.
    path
        The file; it is flushed after each record, so that a stopped run leaves whole lines.
    version
        What records made now carry (`graphkit.extraction.workers.current_version`).
    seen
        Called with each outcome, also those of the earlier run.

    Raises
    ------
    OptionError
        The file is of another version or of other stories and `fresh` is not given.
    """
    lines, size = ([], 0) if fresh or not path.exists() else finished(path)
    for line in lines:
        if line.version != version:
            raise OptionError(
                f"{path} was made by {line.version}, this is {version}; "
                "start anew with --fresh, or name another --output"
            )
    with path.open("r+b" if lines else "wb") as file:
        file.truncate(size)
        file.seek(size)
        rest = continued(stories, lines, path=path, seen=seen)
        for outcome in outcomes(rest, model=model, workers=workers):
            if isinstance(outcome, Record):
                file.write(encode(outcome) + b"\n")
                file.flush()
            seen(outcome)


def continued(
    stories: Iterable[Story], lines: list[Line], *, path: Path, seen: Callable[[Outcome], object]
) -> Iterator[Story]:
    """Stories that the earlier run did not come to.

    Raises
    ------
    OptionError
        The file holds a story that the input does not have at its place.
    """
    done = 0
    missing: list[Story] = []
    for story in stories:
        if done == len(lines):
            yield story
        elif lines[done].story == story:
            for failed in missing:
                seen(Failure(story=failed, reason="it failed in the run that is continued; --fresh tries it again"))
            missing.clear()
            seen(Record(version=lines[done].version, story=story))
            done += 1
        else:
            missing.append(story)
    if done < len(lines):
        raise OptionError(
            f"{path} holds a story that is not in this input at its place ({lines[done].story.id}): the input or the "
            "options have changed; start anew with --fresh, or name another --output"
        )


def read_records(paths: Iterable[Path]) -> Iterator[Record]:
    """Records of JSON Lines files, in their order.

    Raises
    ------
    RecordError
        A file is missing, or a line is no record.
    """
    decoder = msgspec.json.Decoder(Record)
    for path in paths:
        try:
            with path.open("rb") as file:
                for number, raw in enumerate(file, 1):
                    if not raw.strip():
                        continue
                    try:
                        yield decoder.decode(raw)
                    except (msgspec.DecodeError, UnicodeDecodeError) as error:
                        raise RecordError(
                            f"{path}:{number}: no record: {error}; expected what `graphkit extract` writes"
                        ) from error
        except OSError as error:
            raise RecordError(
                f"{path}: {error.strerror}; expected a file of records from `graphkit extract`"
            ) from error
