"""Which place a name means: what it is said to lie in, the countries of the story, size and fame."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphkit.extraction.layers import Spot
from graphkit.extraction.listed import listed
from graphkit.extraction.place_names import Entry, areas, cities, folded, neighbours

SAME_COUNTRY = 1.2  # in powers of ten of population: a place of a country that the story names


STORY_COUNTRY = 2.0  # of the country that the story is from


OTHER_NAME = 1.0  # found by another name than its own


DECIDED = 0.45  # lead over the second, nearly three times its population


GREAT = 500_000


TOWN = 15_000  # below, its own name alone does not do, unless the world has several names for it
KNOWN = 8


SMALL = 100_000  # below, a name that is met alone and nothing in the story speaks for may be something else


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


def resolved(name: Name, named: Iterable[str], country: str | None) -> Spot:
    """Place that a name means; a spot with nothing but the name where it cannot be decided."""
    key = folded(name.text)
    inside = areas().get(folded(name.inside), ()) if name.inside else ()
    entry = area_of(key, inside, named, country) or _part_of_area(key, inside, named, country)
    if entry is None:
        entry = city_of(key, inside, frozenset(named), country)
    if entry is None and key.rpartition(" ")[2] in listed("region_nouns"):
        return region_spot(name, key, frozenset(named), country)
    if entry is None:
        within = inside[0].country if len(inside) == 1 else None
        return Spot(name=name.text, mentions=(), country=within)
    return spot_of(entry)


def _part_of_area(key: str, inside: Sequence[Entry], named: Iterable[str], country: str | None) -> Entry | None:
    """Region of "Helmand province", country of "southern Yemen"."""
    first, _, rest = key.partition(" ")
    if rest and first in listed("compass"):
        return area_of(rest, inside, named, country)
    before, _, last = key.rpartition(" ")
    entry = area_of(before, inside, named, country) if before and last in listed("region_nouns") else None
    return entry if entry is not None and entry.precision == "region" else None


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
    supported = best.country in named or best.country == country
    if not supported and best.population < (SMALL if not best.own else 0 if best.names >= KNOWN else TOWN):
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
