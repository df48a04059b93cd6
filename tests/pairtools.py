"""Pairs of stories with the real pipeline: are a name, or a trigger, of each the same actor or event?"""

import json
from pathlib import Path
from typing import Any

from graphkit.api import extract
from graphkit.model import Record, make_story
from graphkit.resolution import resolve

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[dict[str, Any]]:
    """Lines of a file of cases."""
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines() if line]


def floor(area: str) -> float:
    """Share of cases that has to be right."""
    found = json.loads((CASES / "floors.json").read_text(encoding="utf-8"))[area]
    assert isinstance(found, float)
    return found


def records(sides: list[dict[str, Any]]) -> list[Record]:
    """Records of the stories of a pair."""
    stories = [make_story(s["text"], published=s.get("published"), url=str(n)) for n, s in enumerate(sides)]
    return list(extract(stories))


def one(kind: str, told: list[Record], wanted: list[str]) -> bool | None:
    """Whether the wanted texts are one actor or event after resolution; None where one is not found at all."""
    owner = {(story, own): line.id for line in resolve(told) if line.kind == kind for story, own in line.members if own}
    found = [_member(kind, record, text) for record, text in zip(told, wanted, strict=True)]
    if None in found:
        return None
    first, second = (owner[record.story.id, own] for record, own in zip(told, found, strict=True) if own)
    return first == second


def _member(kind: str, record: Record, text: str) -> str | None:
    """Actor or event of which a mention holds the text, the tightest first."""
    story = record.story.text
    if kind == "actor":
        spans = [(m.span, actor.id) for actor in record.actors for m in actor.mentions]
    else:
        spans = [(m.trigger, m.event) for m in record.mentions]
    holding = [(end - start, own) for (start, end), own in spans if text in story[start:end]]
    return min(holding)[1] if holding else None
