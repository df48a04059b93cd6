"""Which actors of many stories are one.

Full names, organisations, states and Wikidata ids hold across affairs; a family name alone, an acronym and a
description hold inside an affair only, and only where one bearer is there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graphkit.model import Record
from graphkit.resolution.chains import Chain, strong_key
from graphkit.resolution.descriptions import descriptions, same_descriptions
from graphkit.resolution.joining import Joined, Link, join, linked, star
from graphkit.resolution.names import (
    compare_people,
    family_key,
    fold,
    person,
    sound,
)
from graphkit.resolution.organizations import is_public, short_organizations
from graphkit.resolution.stories import Affairs

_LONG = 4  # letters of a middle name by which somebody may be called
_NOTHING = 0.04  # likeness of two stories beside the name that is in both
_NAMESAKES = 8  # people of one full name that are told apart
_STORIES = 5  # of a person that are looked at for company


def resolve_actors(
    records: Sequence[Record],
    chains: Sequence[Chain],
    affairs: Affairs,
    *,
    aliases: Mapping[str, str],
    must: Iterable[Link] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> Joined:
    """Clusters of chains.

    Parameters
    ----------
    aliases
        Folded spelling → name, for names that are written in several ways.
    must, apart
        What people decided.
    """
    judged, apart = list(must), list(apart)
    units = _units(chains, affairs, aliases)
    links = [link for own in units.values() for link in star(own, "same name", 0.99)]
    links += spellings(chains, units, affairs)
    known = join(len(chains), judged + links, apart)
    links += single_names(chains, known.root, affairs)
    links += short_organizations(chains, known.root, affairs)
    known = join(len(chains), judged + links, apart)
    links += descriptions(records, chains, known.root, affairs)
    links += same_descriptions(chains, affairs)
    named = {root for chain, root in zip(chains, known.root, strict=True) if chain.named}
    anchors = [root if root in named else None for root in known.root]
    return join(len(chains), judged + links, apart, anchors=anchors)


Units = Mapping[tuple[str, ...], list[int]]


def _units(chains: Sequence[Chain], affairs: Affairs, aliases: Mapping[str, str]) -> Units:
    """Chains by what they share in any affair; a name that two bearers may have is told apart by affair."""
    units: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, chain in enumerate(chains):
        key = strong_key(chain, aliases)
        if key is not None and key[0] == "organization" and is_public(key[1]):
            key = (*key, str(affairs.affair[chain.story]))
        if key is not None:
            units[key].append(i)
    people: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for key in units:
        if key[0] == "person" and len(key) > 4:
            people[key[-2], key[1]].append(key)
    for key in sorted(units):
        if key[0] != "person" or len(key) != 4:
            continue
        fuller = people.get((key[-2], key[1]), ())
        if any(_differ(a, b) for n, a in enumerate(fuller) for b in fuller[n + 1 :]):
            for i in units.pop(key):
                units[(*key, str(affairs.affair[chains[i].story]))].append(i)
    return _namesakes(chains, units, affairs)


def _namesakes(chains: Sequence[Chain], units: Units, affairs: Affairs) -> Units:
    """The units, those of people of one name parted by what is known of them, public bodies by country."""
    found: dict[tuple[str, ...], list[int]] = {}
    for key, own in units.items():
        if key[0] != "person" and not (key[0] == "organization" and is_public(key[1])):
            found[key] = own
            continue
        groups: list[list[int]] = []
        for i in own:
            for group in groups[:_NAMESAKES]:
                if not any(_others(chains[i], chains[j], affairs) for j in group[:_STORIES]):
                    group.append(i)
                    break
            else:
                groups.append([i])
        found.update(((*key, str(n)) if n else key, group) for n, group in enumerate(groups))
    return found


def _others(a: Chain, b: Chain, affairs: Affairs) -> bool:
    """Whether two of one name are two: ages apart, other roles in stories with nothing in common, other countries."""
    x, y = a.profile, b.profile
    if a.kind == "organization":
        return bool(a.lands and b.lands and not a.lands & b.lands)
    if x is None or y is None or a.story == b.story:
        return False
    if x.born is not None and y.born is not None:
        return x.dated == y.dated and abs(x.born - y.born) > 2
    if not x.roles or not y.roles or x.roles & y.roles:
        return False
    words = {f"n {word}" for word in fold(a.actor.name).split()}
    mine, theirs = affairs.bags[a.story], affairs.bags[b.story]
    return sum(mine[word] * theirs[word] for word in sorted((mine.keys() & theirs.keys()) - words)) < _NOTHING


def _differ(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return compare_people(person(" ".join(a[1:])), person(" ".join(b[1:]))) == "different"


def spellings(chains: Sequence[Chain], units: Units, affairs: Affairs) -> list[Link]:
    """Links between full names of people that are spelt or shortened in different ways."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for key, own in sorted(units.items()):
        parts = chains[own[0]].parts
        if key[0] == "person" and parts is not None:
            blocks[family_key(parts)].append(own[0])
            if len(parts.given) == 1:
                blocks[" ".join(sorted((*parts.given, parts.family)))].append(own[0])
    units_of = {own[0]: own for own in units.values()}
    where = {own[0]: {affairs.affair[chains[i].story] for i in own} for own in units.values()}
    links = []
    for block in blocks.values():
        maybe: dict[int, list[int]] = defaultdict(list)
        for n, i in enumerate(block):
            for j in block[n + 1 :]:
                verdict = "different" if _others(chains[i], chains[j], affairs) else _compared(chains, i, j)
                if verdict == "same":
                    links.append(Link(0.95, i, j, "spelling", (("names", _both(chains, i, j)),)))
                elif (
                    verdict == "compatible"
                    and where[i] & where[j]
                    and _company(chains, units_of[i], units_of[j], affairs)
                ):
                    maybe[i].append(j)
                    maybe[j].append(i)
        links += [
            Link(0.9, i, j, "shorter name", (("names", _both(chains, i, j)),))
            for i, others in maybe.items()
            for j in others
            if i < j
            and not any(_compared(chains, j, k) == "different" for k in others if k != j)
            and not any(_compared(chains, i, k) == "different" for k in maybe[j] if k != i)
        ]
    return links


def _company(chains: Sequence[Chain], one: Sequence[int], other: Sequence[int], affairs: Affairs) -> bool:
    """Whether the stories of two people share more names or happenings than the words of their own names."""
    own = {f"n {word}" for i in (one[0], other[0]) for word in fold(chains[i].actor.name).split()}
    mine, theirs = ({word for i in side[:_STORIES] for word in affairs.bags[chains[i].story]} for side in (one, other))
    return bool((mine & theirs) - own)


def _compared(chains: Sequence[Chain], i: int, j: int) -> str:
    a, b = chains[i].parts, chains[j].parts
    return "different" if a is None or b is None else compare_people(a, b)


def _both(chains: Sequence[Chain], i: int, j: int) -> str:
    return f"{chains[i].actor.name} = {chains[j].actor.name}"


def single_names(chains: Sequence[Chain], root: Sequence[int], affairs: Affairs) -> list[Link]:
    """Links of people who are called by one name to the one bearer in the affair, else in the topic."""
    bearers: dict[tuple[str, int, str], set[int]] = defaultdict(set)
    for i, chain in enumerate(chains):
        if chain.parts is not None and chain.parts.given:
            middle = {sound(word) for word in chain.parts.given[1:] if len(word) >= _LONG}  # Lula in Luiz Lula da Silva
            for word in middle | {family_key(chain.parts), sound(chain.parts.given[0])}:
                bearers["affair", affairs.affair[chain.story], word].add(root[i])
                bearers["topic", affairs.topic[chain.story], word].add(root[i])
    links = []
    alone: dict[tuple[int, str], list[int]] = defaultdict(list)
    for i, chain in enumerate(chains):
        name = fold(chain.actor.name)
        short = chain.named and " " not in name and chain.actor.country is None and chain.office is None
        if not short or (chain.kind == "person") != bool(chain.parts and not chain.parts.given):
            continue
        affair, topic = affairs.affair[chain.story], affairs.topic[chain.story]
        found = bearers.get(("affair", affair, sound(name))) or bearers.get(("topic", topic, sound(name)), set())
        found = {bearer for bearer in found if _one_gender(chain, chains[bearer])}
        if len(found) == 1 and (chain.kind == "person" or chain.kind == "organization"):
            score = 0.8 if chain.kind == "person" else 0.6
            links.append(linked(score, i, min(found), "one bearer of the name", name=chain.actor.name))
        elif chain.kind == "person" and not found:
            alone[affair, name].append(i)
    for (_, name), own in sorted(alone.items()):
        links += star(own, "same name in the affair", 0.75, name=name)
    return links


def _one_gender(a: Chain, b: Chain) -> bool:
    """Whether gender does not speak against it: Mrs. Harrow is not Simon Harrow."""
    return {a.actor.gender, b.actor.gender} != {"female", "male"}
