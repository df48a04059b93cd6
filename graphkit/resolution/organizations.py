"""Organisations across stories: short forms, bodies that every state has, companies that are part of another."""

from collections import defaultdict
from collections.abc import Sequence

from graphkit.resolution.chains import Chain, known_organizations
from graphkit.resolution.described import singular
from graphkit.resolution.joining import Link, linked
from graphkit.resolution.lexicon import listed, rarity
from graphkit.resolution.names import fold, initials, is_acronym, organization
from graphkit.resolution.offices import countries
from graphkit.resolution.stories import Affairs

_LONGEST = 7  # words of a name
_RARE = 0.95


def short_organizations(chains: Sequence[Chain], root: Sequence[int], affairs: Affairs) -> list[Link]:
    """Links of acronyms and of first or last words to the one full name in the affair."""
    full: dict[tuple[int, str], set[int]] = defaultdict(set)
    names: dict[tuple[int, str], list[int]] = defaultdict(list)
    for i, chain in enumerate(chains):
        if chain.named and chain.kind in ("organization", "group"):
            names[affairs.affair[chain.story], chain.actor.name].append(i)
    for (affair, name), own in names.items():
        for short in initials(organization(name)) | shorter(name):
            full[affair, short].update(root[i] for i in own)
    links = []
    for (affair, name), own in names.items():
        if organization(name) in known_organizations():  # United Nations is no short form of one of its bodies
            continue
        key = fold(name) if is_acronym(name) else _singulars(name)
        for i in own:
            found = full.get((affair, key), set()) - {root[i]}
            if len(found) == 1:
                links.append(linked(0.7, i, min(found), "short form", name=name))
    return links


def shorter(name: str) -> set[str]:
    """First and last words of a name of several words that may stand for it, each in the singular."""
    words = _singulars(name).split()[:_LONGEST]
    parts = [words[:n] for n in range(1, len(words)) if not _subsidiary(words[n:])]
    parts += [words[n:] for n in range(1, len(words)) if not all(word in listed("part") for word in words[:n])]
    return {" ".join(part) for part in parts if len(part) > 1 or rarity(part[0]) >= _RARE or part == words[-1:]}


def _subsidiary(words: Sequence[str]) -> bool:
    """Whether these words after a company's name make another company of it: Brandel India, Volta Finance."""
    return all(word in listed("part") or word in countries() for word in words)


def _singulars(name: str) -> str:
    return " ".join(singular(word) for word in organization(name).split())


def is_public(name: str) -> bool:
    """Whether every state has a body of this folded name: supreme court, defense ministry."""
    words = name.split()
    public = listed("public")
    return (words[-1] in public or words[0] in public) and not any(
        word in countries() or rarity(word) >= _RARE for word in words
    )
