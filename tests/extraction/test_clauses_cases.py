"""Cases that a linguist can edit: sentences by construction, each with the clauses it must and must not give."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from graphkit.extraction import parse
from graphkit.extraction.clauses import find_clauses
from graphkit.extraction.layers import Clause, Phrase

CASES = Path(__file__).parents[1] / "cases"


def folded(text: str) -> str:
    words = text.casefold().split()
    return " ".join(words[1:] if words[:1] and words[0] in ("the", "a", "an") else words)


def says(doc: Doc, phrase: Phrase | None, wanted: str | None) -> bool:
    """Whether the phrase is one of the wanted texts; "-" or null is no phrase."""
    options = ["-"] if wanted is None else wanted.split("|")
    if phrase is None:
        return "-" in options
    return folded(doc[phrase.start : phrase.end].text) in [folded(option) for option in options]


def meets(doc: Doc, clause: Clause, wanted: dict[str, Any]) -> bool:
    return (
        says(doc, clause.subject, wanted["s"])
        and clause.predicate in wanted["r"].split("|")
        and says(doc, clause.object, wanted["o"])
        and clause.negated == wanted.get("neg", False)
        and clause.hypothetical == wanted.get("hyp", False)
        and clause.voice == wanted.get("voice", "active")
    )


def wrong_cases(docs: Iterator[Doc], cases: list[dict[str, Any]]) -> list[str]:
    wrong = []
    for doc, case in zip(docs, cases, strict=True):
        clauses, _ = find_clauses(doc)
        for wanted in case["expect"]:
            if not any(meets(doc, clause, wanted) for clause in clauses):
                wrong.append(f"{case['id']}: no {wanted}: {case['text']}")
                break
        else:
            for barred in case.get("not", ()):
                if any(
                    says(doc, c.subject, barred["s"])
                    and c.predicate in barred["r"].split("|")
                    and says(doc, c.object, barred["o"])
                    for c in clauses
                ):
                    wrong.append(f"{case['id']}: gives {barred}: {case['text']}")
                    break
    return wrong


@pytest.mark.model
def test_share_of_cases_right_is_not_below_the_floor(nlp: Language) -> None:
    cases = [json.loads(line) for line in (CASES / "clauses.jsonl").read_text(encoding="utf-8").splitlines()]
    wrong = wrong_cases(parse.parse((case["text"] for case in cases), nlp), cases)
    floor = json.loads((CASES / "floors.json").read_text(encoding="utf-8"))["clauses"]
    assert 1 - len(wrong) / len(cases) >= floor, "\n".join(wrong)
