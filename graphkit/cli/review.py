"""``graphkit review``: suggested merges, decided by a person, kept in a file."""

from pathlib import Path

import click

from graphkit.cli import options
from graphkit.cli.graph import aliases_of, decisions_of, lines_of, read_all, unique
from graphkit.model import Judgement, Record, Verdict, encode_lines
from graphkit.resolution import resolve
from graphkit.resolution.suggestions import Suggestion, suggest

KEYS: dict[str, Verdict] = {"y": "same", "n": "different", "?": "unsure"}
_AROUND = 90  # characters shown on each side


@click.command()
@click.argument("records", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="RECORDS...")
@click.option(
    "--decisions",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Judgements so far; new ones are added at its end.",
)
@options.aliases
@click.option("--export", "export_", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write the suggestions as judgements to edit, verdict 'unsure', and ask nothing.")  # fmt: skip
@click.option("--import", "import_", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
              help="Add the judgements of an edited file.")  # fmt: skip
@click.option("--by", metavar="NAME", help="Who decides.")
@click.option("--most", type=click.IntRange(1), default=50, show_default=True, help="Suggestions at a time.")
def review(
    records: tuple[Path, ...],
    decisions: Path,
    aliases: Path | None,
    export_: Path | None,
    import_: Path | None,
    by: str | None,
    most: int,
) -> int:
    """Decide which suggested actors and events are one.

    Keys: y same, n different, ? unsure, u take the last one back, q stop.

    \b
    Examples:
      graphkit review records.jsonl --decisions decisions.jsonl --by anna
      graphkit review records.jsonl --decisions decisions.jsonl --export edit.jsonl
      graphkit review records.jsonl --decisions decisions.jsonl --import edit.jsonl
    """
    told = unique(list(read_all(records)))
    known = decisions_of(decisions if decisions.exists() else None)
    spellings = aliases_of(aliases)
    if import_ is not None:
        new = [judgement for judgement in lines_of(import_, Judgement) if judgement not in set(known)]
        resolve(told, judgements=[*known, *new], aliases=spellings)  # refuses contradictions before they are kept
        _append(decisions, new)
        click.echo(f"{decisions}: {len(new)} judgements added")
        return 0
    found = resolve(told, judgements=known, aliases=spellings)
    suggestions = suggest(told, found, judgements=known)[:most]
    if export_ is not None:
        export_.write_bytes(encode_lines(_judgement(s, "unsure", by) for s in suggestions))
        click.echo(f"{export_}: {len(suggestions)} suggestions")
        return 0
    made = _ask(told, suggestions, decisions, known, by)
    click.echo(f"{decisions}: {made} judgements added, {len(suggestions)} suggestions seen")
    return 0


def _ask(
    records: list[Record], suggestions: list[Suggestion], decisions: Path, known: list[Judgement], by: str | None
) -> int:
    """Ask for each suggestion, keep every answer at once, and count the lines that were added."""
    texts = {record.story.id: record.story.text for record in records}
    asked: list[Judgement] = []
    made = 0
    n = 0
    while n < len(suggestions):
        suggestion = suggestions[n]
        _show(suggestion, texts, f"{n + 1}/{len(suggestions)}")
        key = click.prompt("same? y/n/?/u/q", type=click.Choice(["y", "n", "?", "u", "q"]), show_choices=False)
        if key == "q":
            break
        if key == "u":
            if asked:
                last = asked.pop()
                _append(decisions, [Judgement(verdict="undo", kind=last.kind, a=last.a, b=last.b, by=by)])
                made, n = made + 1, n - 1
            continue
        judgement = _judgement(suggestion, KEYS[key], by)
        resolve(records, judgements=[*known, *asked, judgement])
        _append(decisions, [judgement])
        asked.append(judgement)
        made, n = made + 1, n + 1
    return made


def _show(suggestion: Suggestion, texts: dict[str, str], count: str) -> None:
    """Both ends with what stands around them, and what a decision would change."""
    click.echo(f"\n[{count}] {suggestion.kind}: {suggestion.reason}")
    click.echo(f"  {_change(suggestion)}")
    for story, (start, end), name in (suggestion.a, suggestion.b):
        text = texts.get(story, "")
        around = f"{text[max(0, start - _AROUND) : start]}[{text[start:end]}]{text[end : end + _AROUND]}"
        click.echo(f"  {name}: … {' '.join(around.split())} …")


def _change(suggestion: Suggestion) -> str:
    """What each answer would change."""
    one, other = suggestion.names
    if suggestion.merged:
        return f"one now, as {one!r} ({suggestion.gain} members); n would part them, y keep them for good"
    return (
        f"two now, {one!r} and {other!r}; y would make one of them ({suggestion.gain} members move), n keep them apart"
    )


def _judgement(suggestion: Suggestion, verdict: Verdict, by: str | None) -> Judgement:
    return Judgement(
        verdict=verdict, kind=suggestion.kind, a=suggestion.a, b=suggestion.b, by=by, why=suggestion.reason
    )


def _append(path: Path, judgements: list[Judgement]) -> None:
    with path.open("ab") as out:
        out.write(encode_lines(judgements))
