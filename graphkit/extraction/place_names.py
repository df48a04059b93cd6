"""What is known of places without reading the story: countries, regions and cities by their folded names."""

import gzip
import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
NO_LETTER = re.compile(r"[^a-z0-9]+")


def folded(name: str) -> str:
    """Name in small plain letters, words parted by one space.

    Examples
    --------
    >>> folded("São Paulo"), folded("U.S."), folded("Łódź")
    ('sao paulo', 'us', 'lodz')
    """
    plain = unicodedata.normalize("NFKD", name.lower().replace(".", "").replace("’", "").replace("'", ""))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).translate(PLAIN_LETTERS)
    return NO_LETTER.sub(" ", letters).strip()


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the tables.

    Attributes
    ----------
    code
        ``US`` for a country, ``US.TX`` for a state, country and GeoNames code of the region for a city (``FR.11``).
    own
        False where the place was found by another name than the one it is shown with.
    names
        How many names GeoNames has for it: what the world speaks of has many.
    """

    name: str
    country: str | None
    precision: Literal["city", "region", "country"]
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    code: str = ""
    population: int = 0
    own: bool = True
    names: int = 0


@cache
def areas() -> dict[str, tuple[Entry, ...]]:
    """Countries and regions by folded name."""
    found: dict[str, list[Entry]] = {}
    countries: dict[str, Entry] = {}
    for kind, code, number, name, lat, lon, _ in _rows("areas.tsv"):
        country = code[:2]
        entry = Entry(
            name=name,
            country=country,
            precision="country" if kind == "country" else "region",
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            geonames_id=int(number) or None,
            code=code,
        )
        found.setdefault(folded(name), []).append(entry)
        if kind == "country":
            countries[code] = entry
    for names, country, lat, lon, precision in _rows("regions.tsv"):
        shown = names.split(";")[0]
        if precision == "country":
            known = countries[country]
            entry = Entry(shown, country, "country", known.lat, known.lon, known.geonames_id, country)
        else:
            entry = Entry(shown, country or None, "region", float(lat), float(lon), None, f"{country}:{folded(shown)}")
        for name in names.split(";"):
            others = [e for e in found.get(folded(name), ()) if e.code != entry.code]
            found[folded(name)] = [entry, *others]
        if precision == "country":
            key = folded(countries[country].name)
            found[key] = [entry if e.code == country else e for e in found[key]]
    return {name: tuple(entries) for name, entries in found.items()}


@cache
def neighbours() -> dict[str, frozenset[str]]:
    """Codes of the countries that border on each country."""
    return {row[1]: frozenset(filter(None, row[6].split(","))) for row in _rows("areas.tsv") if row[0] == "country"}


def _rows(name: str) -> list[list[str]]:
    text = files("graphkit.data").joinpath(name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _table(name: str) -> list[str]:
    packed = files("graphkit.data").joinpath(name).read_bytes()
    return gzip.decompress(packed).decode("utf-8").splitlines()


@lru_cache(maxsize=4096)
def cities(name: str) -> tuple[Entry, ...]:
    """Cities of 5,000 people or more with a folded name, of 15,000 other and old names too, in order of their ids.

    Examples
    --------
    >>> [(city.name, city.country) for city in cities("stalingrad") if city.population > 500_000]
    [('Volgograd', 'RU')]
    """
    table = _table("city_names.tsv.gz")
    at = bisect_left(table, name + "\t")
    if at == len(table) or not table[at].startswith(name + "\t"):
        return ()
    return tuple(_city(int(row)) for row in table[at].partition("\t")[2].split(" "))


def _city(row: int) -> Entry:
    number, name, country, region, lat, lon, people, names = _table("cities.tsv.gz")[
        row if row >= 0 else -row - 1
    ].split("\t")
    return Entry(
        name=name,
        country=country,
        precision="city",
        lat=float(lat),
        lon=float(lon),
        geonames_id=int(number),
        code=f"{country}.{region}",
        population=int(people),
        own=row >= 0,
        names=int(names),
    )
