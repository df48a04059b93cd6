"""A parse as plain lists, read from the `Doc` once: token attributes of spaCy are slow one by one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from graphkit.extraction.clauses.words import verbs


@dataclass(frozen=True, slots=True)
class Tree:
    """Parallel lists, one entry a token.

    `left` and `right` are the half-open range of the token's subtree; `children` are in text order.
    """

    words: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    ents: list[str]
    ent_starts: list[bool]
    children: list[list[int]]
    left: list[int]
    right: list[int]

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children of token `i` with one of the labels, in text order."""
        labels = self.deps
        return [c for c in self.children[i] if labels[c] in deps]

    def kid(self, i: int, *deps: str) -> int | None:
        """The first child of token `i` with one of the labels."""
        labels = self.deps
        for c in self.children[i]:
            if labels[c] in deps:
                return c
        return None


def read_tree(doc: Doc) -> Tree:
    """The parse of `doc` as lists."""
    n = len(doc)
    array = doc.to_array(["LOWER", "LEMMA", "TAG", "DEP", "ENT_TYPE", "ENT_IOB", "HEAD"]).astype(np.uint64)
    heads = (array[:, 6].astype(np.int64) + np.arange(n)).tolist()
    columns = [_strings(doc, array[:, k]) for k in range(5)]
    children: list[list[int]] = [[] for _ in range(n)]
    for i, h in enumerate(heads):
        if h != i:
            children[h].append(i)
    _mend_lemmas(columns[0], columns[1], columns[2])
    _mend_charges(columns, heads, children)
    _mend_inverted(columns, children)
    _mend_content(columns, heads, children)
    _mend_risk(columns[2], columns[3], heads, children)
    left, right = _edges(heads, children)
    _mend_tags(columns[2], columns[3], children)
    return Tree(
        words=columns[0],
        lemmas=columns[1],
        tags=columns[2],
        deps=columns[3],
        ents=columns[4],
        ent_starts=(array[:, 5] == 3).tolist(),
        heads=heads,
        children=children,
        left=left,
        right=right,
    )


def _strings(doc: Doc, column: NDArray[np.uint64]) -> list[str]:
    keys, where = np.unique(column, return_inverse=True)
    store = doc.vocab.strings
    texts = [store[int(key)] for key in keys]
    return [texts[k] for k in where.tolist()]


def _mend_lemmas(words: list[str], lemmas: list[str], tags: list[str]) -> None:
    """Lemmas that lost their "e": "hopes" is no form of "hop", which has "hops", "hopped"."""
    for i, tag in enumerate(tags):
        lemma = lemmas[i]
        if "-" in lemma and tag in ("VBD", "VBN") and words[i] == lemma + "d" and not set(lemma[-3:-1]) & set("aeiou"):
            lemmas[i] = lemma[:-1]  # "re-elected", which no word list has
            continue
        if (
            not tag.startswith("VB")
            or len(lemma) < 3
            or lemma[-1] in "aeiouwxy"
            or lemma[-2] not in "aeiou"
            or lemma[-3] in "aeiou"
        ):
            continue
        if words[i] in (lemma + "es", lemma + "ed", lemma + "ing") and (
            words[i][-2:] == "es" or sum(c in "aeiou" for c in lemma) == 1
        ):
            if words[i][-2:] == "es" and lemma[-1] in "szh":
                continue
            lemmas[i] = lemma + "e"


def _mend_charges(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """An "-ing" taken for part of a name: "accused of planting bombs" with bombs below "of"."""
    words, lemmas, tags, deps, _ = columns
    for i, dep in enumerate(deps):
        if (
            dep not in ("compound", "amod")
            or not words[i].endswith("ing")
            or i == 0
            or words[i - 1] not in ("of", "from", "for")
        ):
            continue
        noun, preposition = heads[i], i - 1
        if noun < i or deps[noun] != "pobj" or heads[noun] != preposition:
            continue
        verb = heads[preposition]
        if deps[verb] == "dobj":
            verb = heads[verb]
        if lemmas[verb] not in verbs("charging"):
            continue
        heads[i], heads[noun], deps[i], deps[noun], tags[i] = preposition, i, "pcomp", "dobj", "VBG"
        lemmas[i] = gerund_lemma(words[i], lemmas[i])
        children[noun] = [c for c in children[noun] if c != i]
        children[i] = sorted([*children[i], noun])
        children[preposition] = sorted([i if c == noun else c for c in children[preposition]])


def gerund_lemma(word: str, lemma: str) -> str:
    """The verb of an "-ing" form that was lemmatized as a noun.

    Examples
    --------
    >>> gerund_lemma("hiding", "hiding"), gerund_lemma("planting", "planting"), gerund_lemma("cutting", "cutting")
    ('hide', 'plant', 'cut')
    """
    if lemma != word:
        return lemma
    stem = word[:-3]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    short = len(stem) > 2 and stem[-1] not in "aeiouwxyn" and stem[-2] in "aeiou" and stem[-3] not in "aeiou"
    return stem + "e" if short or stem[-1] in "vcz" or stem[-2:] in ("us", "as") else stem


def _mend_inverted(columns: list[list[str]], children: list[list[int]]) -> None:
    """A speaker behind the verb taken for its object: "'We will win,' promises the striker"."""
    _, lemmas, tags, deps, _ = columns
    for v, tag in enumerate(tags):
        if not tag.startswith("VB") or (lemmas[v] not in verbs("say") and lemmas[v] not in verbs("speech")):
            continue
        labels = [deps[c] for c in children[v]]
        speaker = next((c for c in children[v] if deps[c] == "dobj" and c > v), None)
        said = any(deps[c] == "ccomp" and c < v for c in children[v])
        if speaker is not None and said and "nsubj" not in labels and "nsubjpass" not in labels:
            deps[speaker] = "nsubj"


def _mend_content(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """What is said, taken for a relative clause of where it is said: "said at the summit that Norway would pay"."""
    words, lemmas, tags, deps, _ = columns
    for v, dep in enumerate(deps):
        if dep != "relcl" or not tags[v].startswith("VB"):
            continue
        that = next((c for c in children[v] if words[c] == "that" and deps[c] in ("dobj", "mark")), None)
        noun = heads[v]
        if that is None or deps[noun] not in ("pobj", "npadvmod") or not any(deps[c] == "nsubj" for c in children[v]):
            continue
        verb = heads[heads[noun]] if deps[noun] == "pobj" else heads[noun]
        if lemmas[verb] not in verbs("say") or any(deps[c] in ("ccomp", "dobj") for c in children[verb]):
            continue
        heads[v], deps[v], deps[that] = verb, "ccomp", "mark"
        children[noun] = [c for c in children[noun] if c != v]
        children[verb] = sorted([*children[verb], v])


def _mend_risk(tags: list[str], deps: list[str], heads: list[int], children: list[list[int]]) -> None:
    """A plain verb taken for the head noun of a compound before a participle: "these leaks risk undermining it"."""
    for v, tag in enumerate(tags):
        if tag != "VBG" or deps[v] not in ("ROOT", "ccomp") or any(deps[c] == "aux" for c in children[v]):
            continue
        s = v - 1
        if s < 1 or heads[s] != v or deps[s] != "nsubj" or tags[s] != "NN":
            continue
        noun = s - 1
        if heads[noun] != s or tags[noun] not in ("NNS", "NNPS") or deps[noun] not in ("compound", "nmod"):
            continue
        moved = [c for c in children[s] if c != noun]
        for c in moved:
            heads[c] = noun
        heads[noun] = v
        children[noun] = sorted([*children[noun], *moved])
        children[s] = []
        children[v] = sorted([*children[v], noun])
        tags[s], deps[s], deps[noun] = "MD", "aux", "nsubj"


def _mend_tags(tags: list[str], deps: list[str], children: list[list[int]]) -> None:
    """Verbs that the tagger took for adjectives or nouns, told by their auxiliaries or by subject and object."""
    for i, tag in enumerate(tags):
        if tag not in ("JJ", "NN", "NNS", "NNP"):
            continue
        labels = {deps[c] for c in children[i]}
        inner = next((c for c in children[i] if deps[c] == "acl" and tags[c] == "VBG" and c == i + 1), None)
        if tag == "NN" and inner is not None and "nsubj" in labels and not labels & {"cop", "det", "poss"}:
            tags[i], deps[inner] = "VBP", "xcomp"
            continue
        if tag == "JJ" and "auxpass" in labels:
            tags[i] = "VBN"
        elif (
            tag != "JJ" and "cop" not in labels and ("dobj" in labels or "aux" in labels) and labels & {"nsubj", "aux"}
        ):
            tags[i] = "VB" if "aux" in labels else "VBZ"


def _edges(heads: list[int], children: list[list[int]]) -> tuple[list[int], list[int]]:
    """Subtree ranges without recursion: a coordination of 5,000 names is a chain 5,000 deep."""
    n = len(heads)
    left, right = list(range(n)), list(range(1, n + 1))
    order = [i for i in range(n) if heads[i] == i]
    for i in order:  # grows while it is walked: parents come before their children
        order.extend(children[i])
    for i in reversed(order):
        h = heads[i]
        if left[i] < left[h]:
            left[h] = left[i]
        if right[i] > right[h]:
            right[h] = right[i]
    return left, right
