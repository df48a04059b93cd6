"""Places of a story: which place a name means."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from graphkit.extraction.layers import Actors, Spot
from graphkit.extraction.listed import listed
from graphkit.extraction.place_names import Entry, areas, cities, folded, neighbours

LABELS = frozenset({"GPE", "LOC", "FAC"})
UNSURE = frozenset({"", "NORP"})
SAME_COUNTRY = 1.2  # in powers of ten of population: a place of a country that the story names
STORY_COUNTRY = 2.0  # of the country that the story is from
OTHER_NAME = 1.0  # found by another name than its own
DECIDED = 0.45  # lead over the second, nearly three times its population
GREAT = 500_000
SMALL = 100_000  # below, a name that is met alone and nothing in the story speaks for may be something else
ARTICLE = re.compile(r"^(?:the|The)\s+")


class Spots(tuple[Spot, ...]):
    """The places of a story, with the place at each token.

    Attributes
    ----------
    at
        Token index → index of its place.
    """

    at: dict[int, int]

    def __new__(cls, spots: Iterable[Spot] = ()) -> "Spots":
        """Tuple of the spots."""
        made = super().__new__(cls, spots)
        made.at = {
            token: number
            for number, spot in enumerate(made)
            for start, end in spot.mentions
            for token in range(start, end)
        }
        return made


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a place in the text: token range, the words looked up, and what it is said to lie in.

    `comma` is true for "Paris, Texas", where the next name is what it lies in; "Norway's Viken" has that before.
    """

    start: int
    end: int
    text: str
    inside: str | None = None
    comma: bool = False


def find_places(doc: Doc, actors: Actors, *, country: str | None = None) -> Spots:
    """Places that a story names, each once, in the order of their first mention.

    A name that could mean several places and that neither the story nor the size of the places decides has no
    coordinates; so has one that the tables do not know.

    Parameters
    ----------
    doc
        The parsed story.
    actors
        Who is in the story: what is a person or an organisation there is no place.
    country
        ISO code of the country that the story is from, if known.
    """
    names = sorted(place_names(doc, actors) + unmarked_names(doc, actors), key=lambda name: name.start)
    named = {
        entry.country
        for name in names
        if doc[name.end - 1].dep_ != "compound"  # "US envoys" speak of no place
        for entry in areas().get(folded(name.text), ())[:1]
        if entry.country
    }
    grouped: dict[tuple[str, str], tuple[Spot, list[tuple[int, int]]]] = {}
    decided: dict[tuple[str, str | None], Spot] = {}
    outer: Spot | None = None  # what the city before the comma lies in
    for name in names:
        if outer is not None:
            decided[(name.text, name.inside)] = outer
            outer = None
        known = (name.text, name.inside)
        spot = decided.get(known) or (decided.get((name.text, None)) if name.inside is None else None)
        if spot is None:
            spot = decided[known] = resolved(name, named, country)
            decided.setdefault((name.text, None), spot)
        if name.inside and name.comma and spot.precision == "city":
            outer = outer_of(name.inside, spot)
        key = (str(spot.geonames_id or ""), folded(spot.name) if spot.geonames_id is None else "")
        grouped.setdefault(key, (spot, []))[1].append((name.start, name.end))
    return Spots(replace(spot, mentions=tuple(mentions)) for spot, mentions in grouped.values())


def place_names(doc: Doc, actors: Actors) -> list[Name]:
    """Names that the pipeline marked as places and that are no person and no organisation."""
    out: list[Name] = []
    entities = doc.ents
    for number, entity in enumerate(entities):
        if entity.label_ not in LABELS:
            continue
        start, end = entity.start, entity.end
        if doc[end - 1].lower_ in ("'s", "’s", "'"):
            end -= 1
        if start < end and doc[start].lower_ == "the":
            start += 1
        if start >= end or _is_actor(actors, start, end, entity.label_):
            continue
        following = entities[number + 1] if number + 1 < len(entities) else None
        inside, comma = None, False
        if following is not None and following.label_ == "GPE" and following.start == end + 1 and doc[end].text == ",":
            inside, comma = following.text, True
        elif start > 1 and doc[start - 1].tag_ == "POS" and doc[start - 2].ent_type_ == "GPE":
            inside = doc[start - 2].text
        if end < len(doc) and doc[end].lower_ in listed("region_nouns") and doc[end - 1].head.i == end:
            end += 1
        out.append(Name(start, end, ARTICLE.sub("", doc[start:end].text.replace("\n", " ")), inside, comma))
    return out


def unmarked_names(doc: Doc, actors: Actors) -> list[Name]:
    """Names after "in" or "near" that the pipeline took for something else, where the tables know a big place."""
    columns = doc.to_array(["TAG", "DEP"])
    wanted = (columns[:, 0] == doc.vocab.strings["NNP"]) & (columns[:, 1] == doc.vocab.strings["pobj"])
    out: list[Name] = []
    for index in map(int, wanted.nonzero()[0]):
        token = doc[index]
        start = index
        while start and doc[start - 1].dep_ == "compound" and doc[start - 1].head.i == index:
            start -= 1
        if (
            token.ent_type_ not in UNSURE
            or token.head.lower_ not in ("in", "near")
            or _is_actor(actors, start, index + 1)
        ):
            continue
        text = doc[start : index + 1].text
        key = folded(text)
        if key in areas() or max((city.population for city in cities(key)), default=0) >= SMALL:
            out.append(Name(start, index + 1, text))
    return out


def _is_actor(actors: Actors, start: int, end: int, label: str = "") -> bool:
    """Whether the story's actors say that the words name a person or an organisation.

    A city or a land that acts (GPE) is both, an organisation and a place.
    """
    others = ("person",) if label == "GPE" else ("person", "organization")
    return any(
        actors.chains[chain].kind in others
        for token in range(start, end)
        if (chain := actors.by_head.get(token)) is not None
    )


def resolved(name: Name, named: Iterable[str], country: str | None) -> Spot:
    """Place that a name means; a spot with nothing but the name where it cannot be decided."""
    key = folded(name.text)
    inside = areas().get(folded(name.inside), ()) if name.inside else ()
    entry = area_of(key, inside, named, country)
    if entry is None:
        entry = city_of(key, inside, frozenset(named), country)
    if entry is None and key.rpartition(" ")[2] in listed("region_nouns"):
        return region_spot(name, key, frozenset(named), country)
    if entry is None:
        within = inside[0].country if len(inside) == 1 else None
        return Spot(name=name.text, mentions=(), country=within)
    return spot_of(entry)


def spot_of(entry: Entry) -> Spot:
    """Place of a row of the tables."""
    return Spot(
        name=entry.name,
        mentions=(),
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        geonames_id=entry.geonames_id,
        precision=entry.precision,
    )


def outer_of(text: str, city: Spot) -> Spot | None:
    """What the words after "Atlanta, " mean: the state or country that the city lies in."""
    fitting = [entry for entry in areas().get(folded(text), ()) if entry.country == city.country]
    return spot_of(fitting[0]) if fitting else None


def area_of(key: str, inside: Sequence[Entry], named: Iterable[str], country: str | None) -> Entry | None:
    """Country or region of that name; None where a city of that name is meant ("Victoria, Canada")."""
    entries = areas().get(key, ())
    if not entries:
        return None
    if inside:
        fitting = [entry for entry in entries if any(_lies_in(entry, area) for area in inside)]
        return fitting[0] if fitting else None
    if len(entries) == 1:
        return None if _city_of_state(key, entries[0]) else entries[0]
    countries = {*named} - {entries[0].country}
    for entry in entries[1:]:
        if entry.country and (
            entry.country == country or (entry.country in countries and entries[0].country != country)
        ):
            return entry if not _neighbourhood(entries[0], countries - {entry.country}) else entries[0]
    return entries[0]


def _city_of_state(key: str, entry: Entry) -> bool:
    """Whether a state is called like a great city of its own country, which is then meant: New York, Washington."""
    return entry.code.startswith("US.") and any(
        city.own and city.country == "US" and city.population >= GREAT for city in cities(key)
    )


def _neighbourhood(entry: Entry, countries: set[str]) -> bool:
    """Whether the story names a neighbour of the country ("Georgia" beside Russia or Armenia)."""
    return bool(neighbours().get(entry.country or "", frozenset()) & countries)


def _lies_in(entry: Entry, area: Entry) -> bool:
    if area.precision == "country":
        return entry.country == area.country and entry.code != area.code
    return entry.precision == "city" and entry.code == area.code


def city_of(key: str, inside: Sequence[Entry], named: frozenset[str], country: str | None) -> Entry | None:
    """City of that name; None where none or several would do."""
    found = cities(key)
    if inside:
        fitting = [city for city in found if any(_lies_in(city, area) for area in inside)]
        if not fitting:
            fitting = [city for city in found if any(city.country == area.country for area in inside)]
        return max(fitting, key=lambda city: (city.own, city.population), default=None)
    scored = sorted(((score(city, named, country), city) for city in found), key=lambda pair: -pair[0])
    if not scored:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < DECIDED:
        return None
    best = scored[0][1]
    if best.population < SMALL and best.country not in named and best.country != country and not best.own:
        return None
    return best


def score(city: Entry, named: frozenset[str], country: str | None) -> float:
    """How much speaks for a city: its size, how many languages name it, and whether the story is of its country."""
    total = math.log10(max(city.population, 1000)) + math.log10(1 + city.names)
    if city.country in named:
        total += SAME_COUNTRY
    if country is not None and city.country == country:
        total += STORY_COUNTRY
    return total - (0 if city.own else OTHER_NAME)


def region_spot(name: Name, key: str, named: frozenset[str], country: str | None) -> Spot:
    """Reads "Kirov region", "Orange County": the point of the city that the region is named after, if that is known."""
    city = city_of(key.rpartition(" ")[0], (), named, country)
    if city is None or (city.population < SMALL and city.country not in named):
        return Spot(name=name.text, mentions=(), precision="region")
    return Spot(name=name.text, mentions=(), country=city.country, lat=city.lat, lon=city.lon, precision="region")
