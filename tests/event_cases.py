"""Runs the cases that a linguist edits through the real pipeline and says which are right."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from spacy.language import Language

from graphkit.extraction import parse
from graphkit.extraction.assemble import Layers
from graphkit.extraction.layers import EventMention
from graphkit.extraction.pipeline import layers_of

CASES = Path(__file__).parent / "cases"
PLOVER = frozenset(
    {
        *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT"),
        *("THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    }
)


def rows(area: str) -> list[dict[str, Any]]:
    lines = (CASES / f"{area}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


@cache
def floors() -> dict[str, float]:
    found: dict[str, float] = json.loads((CASES / "floors.json").read_text(encoding="utf-8"))
    return found


def layers(texts: list[str], nlp: Language) -> list[Layers]:
    return [layers_of(doc) for doc in parse.parse(texts, nlp)]


def at_trigger(found: Layers, trigger: str) -> list[EventMention]:
    """Mentions whose trigger or chain of governors has the word; `word#2` is its second occurrence."""
    word, _, number = trigger.partition("#")
    places = [t.i for t in found.doc if t.text == word]
    place = places[int(number or 1) - 1]
    out = []
    for mention in found.events.mentions:
        chain = () if mention.clause is None else found.clauses[mention.clause].chain
        if mention.head == place or place in chain or mention.start <= place < mention.end:
            out.append(mention)
    return out


def typed_right(found: Layers, case: dict[str, Any]) -> bool:
    own = [m for m in at_trigger(found, case["trigger"]) if m.type == case["type"]]
    return any("mode" not in case or m.mode == case["mode"] for m in own) and roles_right(found, own, case.get("roles"))


def roles_right(found: Layers, mentions: list[EventMention], roles: dict[str, list[str]] | None) -> bool:
    for role, texts in (roles or {}).items():
        parts = [p.phrase for m in mentions for p in m.participants if p.role == role]
        said = [found.doc[p.start : p.end].text for p in parts]
        if not all(any(text in own for own in said) for text in texts):
            return False
    return True


def nominal_right(found: Layers, case: dict[str, Any]) -> bool:
    for event in case["events"]:
        own = [(i, m) for i, m in enumerate(found.events.mentions) if m in at_trigger(found, event["trigger"])]
        own = [(i, m) for i, m in own if "type" not in event or m.type == event["type"]]
        chains = [c for c in found.events.chains for i, _ in own if i in c.mentions]
        if not own or any(c.named for c in chains) != event["named"]:
            return False
        if event["named"] and not any(c.name == event["name"] for c in chains):
            return False
        if not roles_right(found, [m for _, m in own], event.get("participants")):
            return False
    return True


def participants_right(found: Layers, case: dict[str, Any]) -> bool:
    """Whether all participants of the case are found in their roles at its trigger, and none that it rules out."""
    own = at_trigger(found, case["trigger"])
    wrong = [{role: [text]} for role, texts in case.get("never", {}).items() for text in texts]
    return roles_right(found, own, case["participants"]) and not any(roles_right(found, own, one) for one in wrong)
