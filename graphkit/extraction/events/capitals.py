"""Verbs in headlines of capitals, which the tagger takes for names: "Player Faces Charges", "Holm To Host Games"."""

from graphkit.extraction.types import lexicon
from graphkit.extraction.types.words import Words

_PROPER = frozenset({"NNP", "NNPS"})
_NOUNS = _PROPER | {"NN", "NNS", "JJ"}
_FINITE = frozenset({"VBZ", "VBD", "VBP", "VBN", "MD"})
_STOPS = frozenset({".", "!"})
_SHARE = 0.6  # of the words of a line in capitals that are tagged as names
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
        if 3 <= end - start <= _LONGEST:
            _of_line(words, start, end, found)
        start = end
    return found


def _of_line(words: Words, start: int, end: int, found: dict[int, str]) -> None:
    tree, tags = words.tree, words.tree.tags
    while end > start and tree.words[end - 1].isspace():
        end -= 1
    said = [i for i in range(start, end) if len(tree.words[i]) > 2 and tree.words[i].isalpha()]
    names = sum(tags[i] in _PROPER for i in said)
    if len(said) < 3 or names < _SHARE * len(said) or tree.words[end - 1] in _STOPS:
        return
    told = any(tags[i] in _FINITE for i in range(start, end))
    for i in range(start + 1, end):
        if tags[i] not in _NOUNS:
            continue
        lemma = _lemma(words, i)
        if lemma is None:
            continue
        word, before = tree.words[i], tree.words[i - 1]
        if before == "to":
            fits = word == lemma
        elif word == lemma or tags[i - 1] not in _NOUNS | {"CD"}:
            fits = False
        elif word.endswith("s"):
            fits = not told and i + 1 < end
        else:
            fits = i + 1 == end or tags[i + 1] in ("IN", "TO", ",", "CC", ":") or not tree.words[i + 1].isalpha()
        if fits:
            found[i] = lemma
            told = told or word.endswith("s")


def _lemma(words: Words, i: int) -> str | None:
    lemma = lexicon.forms().get(words.tree.words[i])
    return lemma if lemma is None or "state" not in lexicon.verb_operators().get(lemma, ()) else None
