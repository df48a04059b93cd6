"""Draw merges across stories for people to judge: two mentions, each with its sentence, joined as one actor or event.

    python tests/bench/merges.py records.jsonl resolution.jsonl --seed 7 --most 100 > merges.txt

Half are actors, half events. A merge is drawn from all pairs of a line's members that a reason links, in two stories;
the mention shown is the fullest one: a name before a description before a pronoun.
"""

import argparse
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from graphkit.model import Record, Resolved, Span

FORMS = {"name": 0, "nominal": 1, "pronoun": 2}


class Merge(NamedTuple):
    """Two members of a line, each a story and the id inside its record, and the rule that joined them."""

    kind: str
    name: str
    a: tuple[str, str]
    b: tuple[str, str]
    rule: str


def merges(lines: list[Resolved]) -> Iterator[Merge]:
    """Linked pairs of members in two stories."""
    for line in lines:
        for why in line.why if line.kind != "story" else ():
            (a, own_a), (b, own_b) = (line.members[i] for i in why.members)
            if a != b and own_a and own_b:
                yield Merge(line.kind, line.name or "", (a, own_a), (b, own_b), why.rule)


def mention(record: Record, kind: str, own: str) -> tuple[Span, Span]:
    """Span of the fullest mention and of the sentence around it."""
    text = record.story.text
    if kind == "event":
        told = next(m for m in record.mentions if m.event == own)
        return told.trigger, told.sentence
    actor = next(actor for actor in record.actors if actor.id == own)
    span = min(actor.mentions, key=lambda m: (FORMS[m.form], m.span)).span
    holding = [m.sentence for m in record.mentions if m.sentence[0] <= span[0] < m.sentence[1]]
    return span, holding[0] if holding else (text.rfind("\n", 0, span[0]) + 1, (text + "\n").index("\n", span[1]))


def shown(record: Record, kind: str, own: str) -> str:
    """The mention in brackets in its sentence, what stands before it, day and first words of the story."""
    text = record.story.text
    (start, end), (first, last) = mention(record, kind, own)
    sentence = " ".join(f"{text[first:start]}[[{text[start:end]}]]{text[end:last]}".split())
    before = " ".join(text[max(0, first - 200) : first].split())
    top = " ".join(text[:160].split())
    return f"story ({record.story.published or 'no day'}): {top} …\n   before: … {before}\n   sentence: {sentence}"


def main() -> None:
    """Print the items."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("resolution", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=100)
    parser.add_argument("--rules", action="store_true", help="show the rule that joined them")
    args = parser.parse_args()
    told = {r.story.id: r for line in args.records.open("rb") for r in [msgspec.json.decode(line, type=Record)]}
    found = list(merges([msgspec.json.decode(line, type=Resolved) for line in args.resolution.open("rb")]))
    draw = random.Random(args.seed)
    kinds: Mapping[str, list[Merge]] = {k: [m for m in found if m.kind == k] for k in ("actor", "event")}
    drawn = [m for own in kinds.values() for m in draw.sample(own, min(args.most // 2, len(own)))]
    for n, item in enumerate(drawn, 1):
        rule = f" ({item.rule})" if args.rules else ""
        print(f"{n}. {item.kind}, joined as: {item.name}{rule}")
        for letter, (story, own) in (("A", item.a), ("B", item.b)):
            print(f" {letter} {shown(told[story], item.kind, own)}")
        print()


if __name__ == "__main__":
    main()
