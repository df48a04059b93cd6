"""Write graphkit/data/given_names.tsv: given names with the gender they mostly have.

Needs the packages ``names`` (MIT; United States census of 1990, public domain) and ``faker`` (MIT; lists by language);
neither is needed to run graphkit. Names of the census come with a share of the population, names of `faker` count as
rare ones. A name is unisex ("u") where neither gender has four fifths of it.

    python tools/make_given_names.py > graphkit/data/given_names.tsv
"""

import importlib
import pkgutil
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import faker.providers.person
import names

RARE = 0.004
SURE = 0.8
LATIN = re.compile(r"[A-Z][a-zA-Z\u00c0-\u024f'’-]+")
HEADER = """\
# Given names with the gender they mostly have: f, m, or u (either).
# Source: United States census of 1990 through the package "names" 0.3.0 (public domain, MIT) and the lists by language
# of the package "faker" (MIT); made by tools/make_given_names.py. Further names stand in given_names_more.tsv.
"""


def folded(name: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))


def census() -> dict[str, dict[str, float]]:
    """Share of the population by name and gender, in percent."""
    shares: dict[str, dict[str, float]] = defaultdict(lambda: {"f": 0.0, "m": 0.0})
    for gender, word in (("f", "female"), ("m", "male")):
        path = Path(names.__file__).with_name(f"dist.{word}.first")
        for line in path.read_text().splitlines():
            name, share, *_ = line.split()
            shares[name.lower()][gender] += float(share)
    return shares


def add_faker(shares: dict[str, dict[str, float]]) -> None:
    """Add the names that occur in the lists by language, each once for a language."""
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        if "_" not in module.name:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for gender, word in (("f", "female"), ("m", "male")):
            listed = getattr(provider, f"first_names_{word}", ())
            for name in sorted(set(listed)):
                if LATIN.fullmatch(name):
                    shares[folded(name)][gender] += RARE


def main() -> None:
    """Print the table."""
    shares = census()
    add_faker(shares)
    sys.stdout.write(HEADER)
    for name in sorted(shares):
        f, m = shares[name]["f"], shares[name]["m"]
        gender = "f" if f >= SURE * (f + m) else "m" if m >= SURE * (f + m) else "u"
        sys.stdout.write(f"{name}\t{gender}\n")


if __name__ == "__main__":
    main()
