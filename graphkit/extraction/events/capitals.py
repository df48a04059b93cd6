"""Verbs in headlines of capitals, which the tagger takes for names: "Player Faces Charges", "Holm To Host Games"."""

from functools import cache
from importlib.resources import files

from graphkit.extraction.events.nouns import listed
from graphkit.extraction.inflection import inflections
from graphkit.extraction.types import lexicon
from graphkit.extraction.types.words import Words

_PROPER = frozenset({"NNP", "NNPS"})
_NOUNS = _PROPER | {"NN", "NNS", "JJ"}
_FINITE = frozenset({"VBZ", "VBD", "VBP", "VBN", "MD"})
_STOPS = frozenset({".", "!"})
_AFTER = frozenset({"IN", "TO", ",", "CC", ":", "CD"})
_OBJECT = _NOUNS | {"IN", "CD", "DT", "PRP$", "VBG"}
_LONGEST = 30


def capital_verbs(words: Words) -> dict[int, str]:
    """Token → lemma of the verbs that a headline of capitals hides."""
    tags, sent = words.tree.tags, words.tree.sent
    found: dict[int, str] = {}
    start, size = 0, len(tags)
    while start < size:
        end = start + 1
        while end < size and sent[end] == sent[start]:
            end += 1
        if 2 <= end - start <= _LONGEST:
            _of_line(words, start, end, found)
        start = end
    return found


def _of_line(words: Words, start: int, end: int, found: dict[int, str]) -> None:
    tree, tags = words.tree, words.tree.tags
    while end > start and tree.words[end - 1].isspace():
        end -= 1
    proper = [i for i in range(start + 1, end) if tags[i] in _PROPER]
    if tree.words[end - 1] in _STOPS:
        return
    said = [i for i in range(start, end) if len(tree.words[i]) > 2 and tree.words[i].isalpha()]
    headline = 2 * len([i for i in said if tags[i] in _PROPER]) > len(said)
    told = any(tags[i] in _FINITE for i in range(start, end))
    _small(words, start, end, found)
    for i in proper:
        lemma = _lemma(tree.words[i])
        if lemma is None:
            continue
        word = tree.words[i]
        if tree.words[i - 1] == "to":
            fits = word == lemma and headline
        elif word.endswith("s"):
            fits = headline and not told and tags[i - 1] in _NOUNS and i + 1 < end and tags[i + 1] in _OBJECT
            told = told or fits
        else:
            fits = word != lemma or word in listed("adjective")
            last = i + 1 == end or tags[i + 1] in _AFTER
            behind = tags[i - 1] in _NOUNS | {"CD"} or (tags[i - 1] == "," and i + 1 < end and tags[i + 1] == "IN")
            fits = fits and last and behind
        if fits:
            found[i] = lemma


def _small(words: Words, start: int, end: int, found: dict[int, str]) -> None:
    """A verb in a headline of small letters that was taken for a plural before a noun: "Coast guard foils raid"."""
    tree = words.tree
    stop = next((i for i in range(start, end) if tree.words[i] == ","), end)
    if any(tree.tags[i] in _FINITE for i in range(start, stop)):
        return
    for i in range(start + 1, stop - 1):
        if tree.tags[i] == "NNS" and tree.deps[i] == "compound" and tree.tags[i + 1] in _NOUNS | {"CD"}:
            lemma = _lemma(tree.words[i])
            if lemma is not None and tree.words[i] not in lexicon.senses():
                found[i] = lemma


@cache
def _forms() -> dict[str, str]:
    """Form → lemma of the verbs that nouns are derived from."""
    out: dict[str, str] = {}
    for line in files("graphkit.data").joinpath("word_families.tsv").read_text(encoding="utf-8").splitlines():
        verb = line.split("\t")[0]
        if len(verb) > 3 and verb.isalpha():
            for form in sorted(inflections(verb)):
                out.setdefault(form, verb)
    return out


def _lemma(word: str) -> str | None:
    if word in listed("adjective"):
        return word
    irregular = lexicon.irregular().get(word)
    lemma = lexicon.forms().get(word) or _forms().get(word) or (None if word in lexicon.senses() else irregular)
    if lemma is None or lemma in lexicon.frames():
        return lemma
    return None if "state" in lexicon.verb_operators().get(lemma, ()) else lemma
