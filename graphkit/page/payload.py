"""The whole graph as columns of numbers and words, small to send and quick to unpack."""

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any

from graphkit.page.content import DENIED, Claim, Content, Node, day
from graphkit.page.picture import Picture, look

NEVER = -9_999_999  # a day that is not known, as in data.js
NODE_FACTS = ("country", "wikidata", "sector", "mode", "context", "date_source", "named", "aliases")


class Codes:
    """Words numbered in the order in which they turn up; None is -1."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    def __call__(self, word: Any) -> int:
        """Return the number of a word."""
        return -1 if word is None or word == "" else self._codes.setdefault(str(word), len(self._codes))

    def words(self) -> list[str]:
        """Return the words, in the order of their numbers."""
        return list(self._codes)


def graph_block(picture: Picture, meta: Mapping[str, Any]) -> dict[str, Any]:
    """Everything but the sentences; nodes are renumbered by relevance."""
    content = picture.content
    rank = {node: position for position, node in enumerate(picture.order)}
    words = {name: Codes() for name in ("types", "predicates", "roles", "precisions", "publishers", "tellings")}
    block = {
        "meta": dict(meta),
        "look": look(),
        "nodes": _nodes([content.nodes[i] for i in picture.order], words),
        "statements": _statements(content, rank, words),
        "claims": _claims(content, rank, words),
        "links": [
            [rank[k.source], rank[k.target], k.kind, k.text, _plain(k.since), _plain(k.until)] for k in content.links
        ],
        "stories": _stories(content.stories, words),
        "places": [[_plain(p.get(name)) for name in ("name", "country", "lat", "lon")] for p in content.places],
    }
    return block | {"words": {name: codes.words() for name, codes in words.items()}}


def evidence_block(picture: Picture) -> dict[str, Any]:
    """Sentences with the places of the names in them, in the order of the claims."""
    rank = {node: position for position, node in enumerate(picture.order)}
    roles, rules = Codes(), Codes()
    claims = picture.content.claims
    return {
        "sentence": [str(claim.facts.get("sentence") or "") for claim in claims],
        "trigger": [list(claim.trigger or ()) or [str(claim.facts.get("trigger") or "")] for claim in claims],
        "parts": [_parts(claim, rank, roles) for claim in claims],
        "objects": {i: list(c.facts["objects"]) for i, c in enumerate(claims) if c.facts.get("objects")},
        "rule": [rules(claim.facts.get("rule")) for claim in claims],
        "start": [int(claim.facts.get("start") or 0) for claim in claims],
        "roles": roles.words(),
        "rules": rules.words(),
    }


def _nodes(nodes: list[Node], words: Mapping[str, Codes]) -> dict[str, Any]:
    kinds = list(look()["kinds"])
    facts = [node.facts for node in nodes]
    return {
        "id": [node.id for node in nodes],
        "name": [node.name for node in nodes],
        "kind": [kinds.index(node.kind) if node.kind in kinds else kinds.index("group") for node in nodes],
        "type": [words["types"](f.get("event_type")) for f in facts],
        "from": [_day(f.get("date_from")) for f in facts],
        "to": [_day(f.get("date_to") or f.get("date_from"), last=True) for f in facts],
        "precision": [words["precisions"](f.get("date_precision")) for f in facts],
        "place": [-1 if node.place is None else node.place for node in nodes],
        "more": {name: _sparse(name, facts) for name in NODE_FACTS},
    }


def _sparse(name: str, facts: Iterable[Mapping[str, Any]]) -> dict[int, Any]:
    return {position: _plain(f[name]) for position, f in enumerate(facts) if f.get(name)}


def _plain(value: Any) -> Any:
    """Value as JSON can have it: stores may hand in dates or numbers of their own."""
    if isinstance(value, list | tuple | set):
        return [str(item) for item in value]
    if value is None or isinstance(value, bool | int | str):
        return value
    return value if isinstance(value, float) and isfinite(value) else str(value)


def _day(value: Any, *, last: bool = False) -> int:
    found = day(value, last=last)
    return NEVER if found is None else found


def _statements(content: Content, rank: Mapping[int, int], words: Mapping[str, Codes]) -> dict[str, Any]:
    found = sorted(content.statements, key=lambda s: (min(rank[s.actor], rank[s.event]), rank[s.actor], rank[s.event]))
    return {
        "actor": [rank[s.actor] for s in found],
        "event": [rank[s.event] for s in found],
        "type": [words["types"](s.event_type) for s in found],
        "predicate": [words["predicates"](s.predicate) for s in found],
        "role": [words["roles"](s.role) for s in found],
        "status": [s.status for s in found],
        "confidence": [round(100 * s.confidence) for s in found],
        "stories": [s.n_stories for s in found],
        "claims": [list(s.claims) for s in found],
    }


def _claims(content: Content, rank: Mapping[int, int], words: Mapping[str, Codes]) -> dict[str, Any]:
    claims = content.claims
    return {
        "event": [-1 if c.event is None else rank[c.event] for c in claims],
        "story": [-1 if c.story is None else c.story for c in claims],
        "status": [c.status for c in claims],
        "said": [rank[c.said_by[0]] if c.said_by else -1 for c in claims],
        "confidence": [round(100 * float(c.facts.get("confidence", 1) or 0)) for c in claims],
        "type": [words["types"](c.facts.get("event_type")) for c in claims],
        "predicate": [words["predicates"](c.facts.get("predicate")) for c in claims],
        "telling": [words["tellings"](_telling(c.facts)) for c in claims],
        "denier": {i: -1 if c.denier is None else rank[c.denier] for i, c in enumerate(claims) if _is_denial(c)},
        "denying": [i for i, c in enumerate(claims) if c.denying],
        "outright": [i for i, c in enumerate(claims) if c.outright],
    }


def _is_denial(claim: Claim) -> bool:
    return claim.denying or claim.status == DENIED


def _telling(facts: Mapping[str, Any]) -> str:
    """Polarity, certainty, tense and quotation in one word, since few combinations occur."""
    return "|".join(str(facts.get(name) or "") for name in ("polarity", "certainty", "tense", "quoted"))


def _stories(stories: list[Mapping[str, Any]], words: Mapping[str, Codes]) -> dict[str, Any]:
    return {
        "name": [str(story.get("name") or "") for story in stories],
        "publisher": [words["publishers"](story.get("publisher")) for story in stories],
        "day": [_day(story.get("published")) for story in stories],
        "url": [str(story.get("url") or "") for story in stories],
    }


def _parts(claim: Claim, rank: Mapping[int, int], roles: Codes) -> list[Any]:
    """Participants, four items each: role, node, place in the sentence; or -1 and their text outside of it."""
    parts: list[Any] = []
    for role, node, text, start, end in claim.parts:
        parts += (roles(role), -1 if node is None else rank[node], start, text if start < 0 else end)
    return parts
