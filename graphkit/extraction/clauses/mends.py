"""Faults of the tagger and parser that show in the tree itself, mended before the rules look at it.

Each works on the lists of a story in place: words, lemmas, tags, labels and entities (`columns`), heads, children.
"""

from graphkit.extraction.clauses.words import verbs


def mend(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """Mend all of them, in the order in which one helps the next."""
    words, lemmas, tags, deps, _ = columns
    _mend_lemmas(words, lemmas, tags)
    _mend_charges(columns, heads, children)
    _mend_inverted(columns, children)
    _mend_content(columns, heads, children)
    _mend_message(columns, heads, children)
    _mend_risk(tags, deps, heads, children)
    _mend_apposed(columns, heads, children)
    _mend_as_well(columns, heads, children)
    _mend_headline(tags, deps, heads, children)
    _mend_tags(tags, deps, children)


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


def _mend_apposed(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """A name behind a comma taken for an adverb: "sacked its coach, Ann Holm, after", told of the noun before it."""
    words, _, tags, deps, ents = columns
    for i, dep in enumerate(deps):
        if dep != "npadvmod" or ents[i] != "PERSON" or not tags[i].startswith("NNP"):
            continue
        comma = children[i][0] - 1 if children[i] and children[i][0] < i else i - 1
        verb, noun = heads[i], comma - 1
        if comma < 1 or words[comma] != "," or heads[noun] != verb or deps[noun] not in ("dobj", "nsubj", "nsubjpass"):
            continue
        heads[i], deps[i] = noun, "appos"
        children[verb] = [c for c in children[verb] if c != i]
        children[noun] = sorted([*children[noun], i])


def _mend_as_well(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """The second object of "sells tractors as well as ploughs", taken for a phrase of manner."""
    words, _, _, deps, _ = columns
    for i in range(2, len(words)):
        if words[i] != "as" or words[i - 1] != "well" or words[i - 2] != "as" or deps[i] != "prep":
            continue
        verb, behind = heads[i], [c for c in children[i] if deps[c] == "pobj"]
        first = next((c for c in children[verb] if deps[c] == "dobj" and c < i), None)
        if first is None or not behind:
            continue
        second = behind[0]
        heads[i], deps[i], heads[second], deps[second] = first, "cc", first, "conj"
        children[verb] = [c for c in children[verb] if c != i]
        children[i] = [c for c in children[i] if c != second]
        children[first] = sorted([*children[first], i, second])


def _mend_headline(tags: list[str], deps: list[str], heads: list[int], children: list[list[int]]) -> None:
    """A finite verb labelled as the head of a compound: "Norwegian court frees skipper"."""
    for v, tag in enumerate(tags):
        if tag != "VBZ" or heads[v] != v or any(deps[c] in ("nsubj", "nsubjpass", "aux") for c in children[v]):
            continue
        if v == 0 or heads[v - 1] != v or deps[v - 1] not in ("compound", "nmod") or not tags[v - 1].startswith("NN"):
            continue
        subject = v - 1
        deps[subject] = "nsubj"
        moved = [c for c in children[v] if c < subject and deps[c] in ("det", "amod", "compound", "nmod", "poss")]
        for c in moved:
            heads[c] = subject
        told = next((c for c in children[v] if c > v and deps[c] == "appos" and tags[c].startswith("NN")), None)
        if told is not None and not any(deps[c] == "dobj" for c in children[v]):
            deps[told] = "dobj"
        children[v] = [c for c in children[v] if c not in moved]
        children[subject] = sorted([*children[subject], *moved])


def _mend_message(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """What a message says, taken for a relative clause though it lacks nothing: "a message that it was sinking"."""
    words, _, tags, deps, _ = columns
    for i, word in enumerate(words):
        if word != "that" or tags[i] not in ("IN", "WDT") or deps[i] not in ("dobj", "dative", "pobj"):
            continue
        verb = heads[heads[i]] if deps[i] == "pobj" else heads[i]
        objects = [c for c in children[heads[i]] if c != i and deps[c] in ("dobj", "dative", "pobj", "ccomp")]
        if (
            deps[verb] != "relcl"
            or not (objects or tags[i] == "IN")
            or not any(deps[c] == "nsubj" for c in children[verb])
        ):
            continue
        if deps[i] == "dobj" and tags[i] == "WDT" and any(deps[c] != "dobj" for c in objects):
            continue  # "the book that he gave Ann"
        children[heads[i]] = [c for c in children[heads[i]] if c != i]
        heads[i], deps[i], tags[i], deps[verb] = verb, "mark", "IN", "acl"
        children[verb] = sorted([*children[verb], i])


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
