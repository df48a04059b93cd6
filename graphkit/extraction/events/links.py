"""Which mentions of a story are one event: same family or name, participants that do not speak against it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkit.extraction.events.families import family
from graphkit.extraction.events.nouns import listed
from graphkit.extraction.layers import Actors, EventMention
from graphkit.extraction.types.words import Words

_OPEN = frozenset({"OTHER", "STATEMENT", "ATTEND"})
_LAST = 12  # chains of one family that are tried, latest first


@dataclass(slots=True)
class Group:
    """An event in the making."""

    mentions: list[int]
    type: str
    name: str | None = None
    ends: dict[str, set[int]] = field(default_factory=dict)


def link(words: Words, mentions: Sequence[EventMention], about: dict[int, int], actors: Actors) -> list[Group]:
    """Groups of mentions in the order of their first ones.

    Parameters
    ----------
    words
        The parse.
    mentions
        All mentions in text order.
    about
        Mention that speaks of an event → the mention of that event ("addressed" → "summit").
    actors
        Who the participants are.
    """
    groups: list[Group] = []
    of_mention: dict[int, Group] = {}
    by_head: dict[int, Group] = {}
    by_key: dict[str, list[Group]] = {}
    for i, mention in enumerate(mentions):
        if i in about:
            continue
        ends = _ends(words, mention, actors)
        keys = _keys(words, mention)
        group = by_head.get(mention.head)
        if group is None:
            group = _earlier(words, mention, ends, keys, by_key, actors)
        if group is None:
            group = Group([], mention.type)
            groups.append(group)
        group.mentions.append(i)
        of_mention[i] = by_head[mention.head] = group
        for role, chains in ends.items():
            group.ends.setdefault(role, set()).update(chains)
        if group.type in _OPEN and mention.type not in _OPEN:
            group.type = mention.type
        for key in keys:
            known = by_key.setdefault(key, [])
            if not any(other is group for other in known[-_LAST:]):
                known.append(group)
    for i, target in about.items():
        of_mention[target].mentions.append(i)
    for group in groups:
        group.mentions.sort()
    groups.sort(key=lambda g: g.mentions[0])
    return groups


def _keys(words: Words, mention: EventMention) -> tuple[str, ...]:
    """What earlier mentions are looked up by: the name, the family, the type."""
    if mention.rule == "named":
        tree = words.tree
        name = " ".join(tree.words[mention.start : mention.end])
        return (f"name {name}", f"family {family(words.lemmas[mention.head])}")
    lemma = words.lemmas[mention.head].lower()
    keys = []
    if lemma not in listed("generic"):
        keys.append(f"family {family(lemma)}")
    if mention.type not in _OPEN:
        keys.append(f"type {mention.type}")
    return tuple(keys)


def _earlier(
    words: Words,
    mention: EventMention,
    ends: dict[str, set[int]],
    keys: tuple[str, ...],
    by_key: dict[str, list[Group]],
    actors: Actors,
) -> Group | None:
    """The latest earlier event that a mention may tell again."""
    for key in keys:
        if key.startswith("type ") and not _definite(words, mention):
            continue
        for group in reversed(by_key.get(key, ())[-_LAST:]):
            if _agree(ends, group.ends, actors):
                return group
    return None


def _definite(words: Words, mention: EventMention) -> bool:
    """Whether the noun points back: "the attack", "that raid", with nothing that tells it apart."""
    tree = words.tree
    if mention.phrase is None or mention.rule == "named":
        return False
    kids = tree.children[mention.head]
    return any(tree.words[c] in ("the", "this", "that", "these") for c in kids if tree.deps[c] == "det") and not any(
        tree.deps[c] in ("prep", "relcl", "compound", "amod", "nummod", "acl") for c in kids
    )


def _agree(own: dict[str, set[int]], other: dict[str, set[int]], actors: Actors) -> bool:
    """Whether no role is held by different named actors on both sides; "a woman" may be anybody."""
    for role in ("actor", "recipient"):
        mine, theirs = _named(own.get(role), actors), _named(other.get(role), actors)
        if mine and theirs and mine.isdisjoint(theirs):
            return False
    return True


def _named(chains: set[int] | None, actors: Actors) -> set[int]:
    return {c for c in chains or () if actors.chains[c].mentions[0].form == "name"}


def _ends(words: Words, mention: EventMention, actors: Actors) -> dict[str, set[int]]:
    out: dict[str, set[int]] = {}
    dies = words.lemmas[mention.head].lower() in ("die", "death", "dead")
    for part in mention.participants:
        head = part.phrase.head
        chains = {actors.by_head[head]} if head in actors.by_head else set(actors.several.get(head, ()))
        if chains:
            role = (
                "recipient" if part.role == "victim" or (dies and part.role == "actor") else part.role
            )  # who dies is who was killed
            out.setdefault(role, set()).update(chains)
    return out
