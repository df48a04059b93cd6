"""Lemmas and tags that the tagger got wrong, mended where the words around them show it."""

from graphkit.extraction.clauses.words import verbs, word_classes


def mend_lemmas(words: list[str], lemmas: list[str], tags: list[str]) -> None:
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


def mend_prefix(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """A prefix taken for the word it belongs to, where hyphens stand between blanks: "two co - workers"."""
    words, _, _, deps, _ = columns
    for i in range(1, len(words) - 1):
        first, last = i - 1, i + 1
        if words[i] != "-" or words[first] not in word_classes("clause_words.tsv")["prefix"] or heads[first] == last:
            continue
        if heads[last] not in (first, heads[first]) or first in children[last]:
            continue
        above = heads[first]
        heads[last], deps[last] = (last if above == first else above), deps[first]
        moved = [c for c in children[first] if c not in (i, last)]
        for c in moved:
            heads[c] = last
        children[above] = [c for c in children[above] if c not in (first, i, last)]
        children[first] = []
        if above != first:
            children[above] = sorted([*children[above], last])
        heads[first] = heads[i] = last
        deps[first], deps[i] = "compound", "punct"
        children[last] = sorted([*children[last], *moved, first, i])


def mend_charges(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
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


def mend_tags(tags: list[str], deps: list[str], children: list[list[int]]) -> None:
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
