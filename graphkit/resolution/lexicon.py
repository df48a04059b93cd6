"""Word lists of resolution, read once when first asked for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

_COMMONEST = 12  # log2 of the uses of the commonest words in word_weights.tsv


def lines(name: str) -> Iterator[list[str]]:
    """Columns of each line of a table of ours, without its comments."""
    text = files("graphkit.data").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


@cache
def listed(kind: str) -> frozenset[str]:
    """Words of a kind in ``resolution_words.tsv``, such as ``generic`` or ``saying``."""
    found: set[str] = set()
    for line in lines("resolution_words.tsv"):
        if line[0] == kind:
            found.update(line[1].split())
    return frozenset(found)


@cache
def _peers() -> Mapping[str, str]:
    return {
        word: line[1].split()[0]
        for line in lines("resolution_words.tsv")
        if line[0] == "peer"
        for word in line[1].split()
    }


def peer(head: str) -> str:
    """The noun that stands for all by which the same people can be called: thief → robber."""
    return _peers().get(head, head)


@cache
def name_words(kind: str) -> frozenset[str]:
    """Words of a kind in ``name_words.tsv``, such as ``particle`` or ``company``."""
    return frozenset(line[0] for line in lines("name_words.tsv") if line[1] == kind)


@cache
def _families() -> Mapping[str, str]:
    own = {noun: line[0] for line in lines("word_families.tsv") for noun in line[1].split()}
    for line in lines("resolution_words.tsv"):
        if line[0] == "family":
            words = line[1].split()
            own.update((word, words[0]) for word in words)
    return own


@cache
def family(lemma: str) -> str:
    """Name of the word family of a verb or noun: the verb that the noun is derived from.

    Examples
    --------
    >>> family("announcement") == family("announce"), family("death") == family("die")
    (True, True)
    """
    word = lemma.lower()
    for _ in range(3):  # "collision" → "collide"; a family may itself be listed under another
        known = _families().get(word, word)
        if known == word:
            break
        word = known
    if word.endswith("ing") and word not in _families() and len(word) > 6:
        stem = word.removesuffix("ing")
        verbs = _verbs()
        word = next((v for v in (stem, stem + "e", stem[:-1]) if v in verbs), word)
    return word


@cache
def _verbs() -> frozenset[str]:
    return frozenset(_families().values()) | frozenset(
        word for line in lines("word_synonyms.tsv") if line[0] == "v" for word in line[1].split()
    )


@cache
def _meanings() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    groups = [line[1].split() for line in lines("word_synonyms.tsv")]
    groups += [line[1].split() for line in lines("resolution_words.tsv") if line[0] == "alike"]
    for i, group in enumerate(groups):
        for word in group:
            found[family(word)].add(i)
    return {word: frozenset(own) for word, own in found.items()}


def meanings(of: str) -> frozenset[int]:
    """Numbers of the groups of synonyms a word family is in; families that share one can tell one event."""
    return _meanings().get(of, frozenset())


@cache
def known() -> frozenset[str]:
    """Verbs with a particle, joined by ``_``, that a group of synonyms has."""
    return frozenset(word for word in _meanings() if "_" in word)


@cache
def _weights() -> Mapping[str, float]:
    return {word: 1 - int(line[0]) / _COMMONEST for line in lines("word_weights.tsv") for word in line[1].split()}


def rarity(word: str) -> float:
    """How much a word tells, from 0 for the commonest words of English to 1 for rare ones and names."""
    return _weights().get(word, 1.0)


@cache
def _given_names() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for i, line in enumerate(lines("given_name_families.tsv")):
        for name in line[0].split():
            found[name].add(i)
    return {name: frozenset(own) for name, own in found.items()}


def given_families(name: str) -> frozenset[int]:
    """Numbers of the groups a given name belongs to: nicknames and spellings of one name share one."""
    return _given_names().get(name, frozenset())
