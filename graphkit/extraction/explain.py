"""What extraction saw in a text, for people: the tree, who is who, the clauses and their rules, what was skipped."""

from collections.abc import Iterator
from typing import Any

import msgspec
from spacy.tokens import Doc

from graphkit.extraction.assemble import Assembler, Layers
from graphkit.extraction.layers import Phrase
from graphkit.model import Story


def tree_lines(doc: Doc) -> Iterator[str]:
    """Parse of the doc: a token a line, indented by its depth, with tag, dependency and head."""
    depth: dict[int, int] = {}
    for token in doc:
        level, above = 0, token
        while above.head.i != above.i and level < 40:
            if above.i in depth:
                level += depth[above.i]
                break
            above = above.head
            level += 1
        depth[token.i] = level
        if not token.is_space:
            kind = f" {token.ent_type_}" if token.ent_type_ else ""
            indent = "  " * min(level, 20)
            yield f"{token.i:4} {indent}{token.text} ({token.tag_} {token.dep_} ← {token.head.text}{kind})"


def words(doc: Doc, phrase: Phrase | None) -> str:
    """Text of a phrase; a dash for none."""
    return "–" if phrase is None else doc[phrase.start : phrase.end].text


def explained(layers: Layers, story: Story, *, tree: bool = True) -> Iterator[str]:
    """Lines that show every step's findings in one story."""
    doc, record = layers.doc, Assembler(story, layers).record("")
    if tree:
        yield "TREE"
        yield from tree_lines(doc)
    yield "ACTORS"
    for actor in record.actors:
        places = " | ".join(story.text[m.span[0] : m.span[1]] for m in actor.mentions)
        yield f"  {actor.name} ({actor.kind}{', ' + actor.country if actor.country else ''}): {places}"
    yield "CLAUSES"
    for clause in layers.clauses:
        flags = [clause.voice, "negated" if clause.negated else "", "hypothetical" if clause.hypothetical else ""]
        relation = " ".join(doc[i].text for i in clause.relation)
        yield (
            f"  {words(doc, clause.subject)} | {relation} [{clause.predicate}] | {words(doc, clause.object)}"
            f"  ({clause.rule}, {clause.confidence:.2f}, {' '.join(flag for flag in flags if flag)})"
        )
        for oblique in clause.obliques:
            yield f"      {oblique.role}: {words(doc, oblique.phrase)}"
    yield "EVENTS"
    for mention in layers.events.mentions:
        fact = mention.factuality
        roles = ", ".join(f"{p.role}={words(doc, p.phrase)}" for p in mention.participants)
        yield f"  {doc[mention.start : mention.end].text}: {mention.type} {mention.mode or ''} ({roles})"
        yield f"      {fact.polarity}, {fact.certainty}, {fact.tense}; {mention.rule}; {' → '.join(mention.trace)}"
    yield "QUOTATIONS"
    for quote in layers.quotes:
        content = " … ".join(doc[a:b].text for a, b in quote.content)
        yield f"  {words(doc, quote.source)}: {content}  ({quote.rule}{', direct' if quote.direct else ''})"
    yield "TIMES"
    yield from (f"  {doc[t.start : t.end].text}: {t.type} {t.value} {t.from_ or ''}/{t.to or ''}" for t in layers.times)
    yield "PLACES"
    yield from (f"  {spot.name}: {spot.country or 'undecided'} {spot.precision or ''}" for spot in layers.spots)
    yield "SKIPPED"
    yield from (f"  {doc[skip.start : skip.end].text}: {skip.reason}" for skip in layers.skips)
    yield "TRIPLES"
    for triple in record.triples:
        object_ = "–" if triple.object is None else triple.object.name
        told = " ".join(flag for flag in ("negated", "hypothetical") if getattr(triple, flag))
        yield f"  {triple.subject.name} | {triple.relation.predicate} | {object_}  ({triple.relation.type} {told})"


def explained_data(layers: Layers, story: Story) -> dict[str, Any]:
    """The record, the parse and the traces of the type decisions as plain data, for ``--json``."""
    doc = layers.doc
    return {
        "record": msgspec.to_builtins(Assembler(story, layers).record("")),
        "tokens": [
            {"i": t.i, "text": t.text, "tag": t.tag_, "dep": t.dep_, "head": t.head.i, "entity": t.ent_type_ or None}
            for t in doc
        ],
        "clauses": [
            {
                "subject": words(doc, c.subject),
                "predicate": c.predicate,
                "rule": c.rule,
                "confidence": c.confidence,
                "object": None if c.object is None else words(doc, c.object),
            }
            for c in layers.clauses
        ],
        "types": [
            {"trigger": doc[m.head].text, "type": m.type, "trace": list(m.trace)} for m in layers.events.mentions
        ],
    }
