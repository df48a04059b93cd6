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


def floor(area: str, folder: str = "") -> float:
    """Share of cases that has to be right."""
    found = json.loads((CASES / folder / "floors.json").read_text(encoding="utf-8"))[area]
    assert isinstance(found, float)
    return found


def merged_at_most(area: str, folder: str = "") -> float:
    """Share of cases that may be wrongly made one: three of a hundred, for the held-out cases what was reached."""
    found = json.loads((CASES / folder / "floors.json").read_text(encoding="utf-8")).get(f"{area} merged", 0.03)
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
    holding = holding or [(start - end, own) for (start, end), own in spans if story[start:end] in text]
    return min(holding)[1] if holding else None


def affair_pairs(cases: list[dict[str, Any]]) -> tuple[int, list[str], int]:
    """Of all pairs of people in a set of stories that are one or share a word: how many, those decided wrongly,
    and how many of these were made one.
    """
    told = records(cases)
    owner = {(s, own): line.id for line in resolve(told) if line.kind == "actor" for s, own in line.members if own}
    people = []
    for case, record in zip(cases, told, strict=True):
        for one in case["people"]:
            found = _person(record, one["name"])
            known = owner[record.story.id, found] if found else f"not found in {case['id']}"
            people.append((case["id"], one["name"].partition("#")[0], one["who"], known))
    total, wrong, merged = 0, [], 0
    for n, (a, name_a, who_a, id_a) in enumerate(people):
        for b, name_b, who_b, id_b in people[n + 1 :]:
            if who_a != who_b and not {*name_a.lower().split()} & {*name_b.lower().split()} - {"the"}:
                continue
            total += 1
            if (who_a == who_b) != (id_a == id_b):
                wrong.append(f"{a} {name_a} / {b} {name_b}")
                merged += id_a == id_b
    return total, wrong, merged


def _person(record: Record, wanted: str) -> str | None:
    """Actor whose mention holds an occurrence of a name: ``May#2`` is the second one."""
    name, _, nth = wanted.partition("#")
    text, at = record.story.text, -1
    for _ in range(int(nth or 1)):
        at = text.index(name, at + 1)
    spans = [(m.span, actor.id) for actor in record.actors for m in actor.mentions]
    holding = [(end - start, own) for (start, end), own in spans if start <= at and at + len(name) <= end]
    holding += [(10**6, own) for (start, end), own in spans if at <= start and end <= at + len(name)]
    return min(holding)[1] if holding else None
