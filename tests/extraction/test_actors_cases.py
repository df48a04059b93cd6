"""Short texts with their actors, for linguists to edit: tests/cases/actors.jsonl, run through the real steps."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from graphkit.extraction import actors, clauses, parse, quotations
from graphkit.extraction.layers import Actors, char_span

CASES = Path(__file__).parents[1] / "cases"
Case = dict[str, Any]


def read(name: str) -> list[Case]:
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines() if line]


def place(text: str, mention: str) -> tuple[int, int]:
    """Characters of a mention; "Holm#2" is the second "Holm" of the text that stands as a word."""
    words, _, number = mention.partition("#")
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    assert len(found) >= int(number or 1), f"{mention!r} is not in {text!r}"
    return found[int(number or 1) - 1]


def chain_of(doc: Doc, found: Actors, mention: str, *, inside: bool = True) -> int | None:
    """Chain of the words' head, of the mention that ends where they end, or else of one that lies inside them."""
    start, end = place(doc.text, mention)
    words = doc.char_span(start, end)
    head = next(
        (n for n, c in enumerate(found.chains) for m in c.mentions if words and m.phrase.head == words.root.i), None
    )
    if head is not None:
        return head
    best: tuple[int, int, int] | None = None
    for number, chain in enumerate(found.chains):
        for m in chain.mentions:
            a, b = char_span(doc, m.phrase.start, m.phrase.end)
            if (b == end or (inside and start <= a and b <= end)) and b > start:
                score = (b == end, -abs(a - start), -number)
                best = score if best is None else max(best, score)
    return None if best is None else -best[2]


def faults(doc: Doc, found: Actors, case: Case) -> list[str]:
    """What a case finds wrong."""
    wrong: list[str] = []
    used: dict[int, list[str]] = {}
    for expected in case["chains"]:
        numbers = {mention: chain_of(doc, found, mention) for mention in expected}
        if len(set(numbers.values())) != 1 or None in numbers.values():
            wrong.append(f"not one chain: {numbers}")
        for number in {n for n in numbers.values() if n is not None}:
            if number in used:
                wrong.append(f"one chain: {used[number]} and {expected}")
            used[number] = expected
    for mention, kind in case.get("kinds", {}).items():
        chain = chain_of(doc, found, mention)
        if chain is None or found.chains[chain].kind != kind:
            wrong.append(f"{mention} is no {kind}")
    for plural, names in case.get("several", {}).items():
        heads = [h for h in found.several if doc[h].lower_ == plural.lower()]
        told = {found.chains[n].name for h in heads for n in found.several[h]}
        if told != set(names):
            wrong.append(f"{plural} are {sorted(told)}")
    for a, b in case.get("apart", []):
        one, other = chain_of(doc, found, a), chain_of(doc, found, b)
        if one is not None and one == other:
            wrong.append(f"{a} and {b} are one")
    wrong += [
        f"{m} is an actor" for m in case.get("not_actors", []) if chain_of(doc, found, m, inside=False) is not None
    ]
    wrong += [f"{m} is not open" for m in case.get("open", []) if chain_of(doc, found, m) is not None]
    return wrong


@pytest.mark.model
def test_actor_cases_reach_their_floor(nlp: Language) -> None:
    cases = read("actors.jsonl")
    floor = json.loads((CASES / "floors.json").read_text(encoding="utf-8"))["actors"]
    report = []
    for case, doc in zip(cases, parse.parse((case["text"] for case in cases), nlp), strict=True):
        found = actors.find_actors(doc, quotations.find_quotations(doc), clauses.find_clauses(doc)[0])
        report += [f"{case['id']}: {'; '.join(wrong)}" for wrong in [faults(doc, found, case)] if wrong]
    right = 1 - len(report) / len(cases)
    assert right >= floor, f"{right:.3f} right, floor {floor}\n" + "\n".join(report)
