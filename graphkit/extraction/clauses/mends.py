"""Faults of the tagger and parser that show in the tree itself, mended before the rules look at it.

Each works on the lists of a story in place: words, lemmas, tags, labels and entities (`columns`), heads, children.
"""

from graphkit.extraction.clauses.mended_joints import mend_parallel, mend_result
from graphkit.extraction.clauses.mended_verbs import (
    mend_auxiliary,
    mend_behind,
    mend_counted,
    mend_headline,
    mend_inverted_auxiliary,
    mend_list,
    mend_named_object,
    mend_receiver,
    mend_risk,
    mend_role,
    mend_series,
    mend_swallowed,
)
from graphkit.extraction.clauses.mended_words import mend_charges, mend_lemmas, mend_prefix, mend_tags
from graphkit.extraction.clauses.words import verbs


def mend(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """Mend all of them, in the order in which one helps the next."""
    words, lemmas, tags, deps, _ = columns
    mend_lemmas(words, lemmas, tags)
    mend_prefix(columns, heads, children)
    mend_charges(columns, heads, children)
    _mend_inverted(columns, children)
    _mend_content(columns, heads, children)
    _mend_message(columns, heads, children)
    _mend_gerund(columns, heads)
    mend_auxiliary(deps, heads, children)
    mend_inverted_auxiliary(tags, deps, heads, children)
    mend_series(columns, heads, children)
    mend_role(columns, heads, children)
    mend_counted(words, tags, deps, heads, children)
    mend_behind(tags, deps, heads, children)
    mend_swallowed(tags, deps, heads, children)
    mend_risk(tags, deps, heads, children)
    _mend_apposed(columns, heads, children)
    _mend_as_well(columns, heads, children)
    _mend_what(columns, heads, children)
    mend_list(tags, deps, heads, children)
    _mend_but_not(columns, heads, children)
    mend_headline(tags, deps, heads, children)
    mend_named_object(columns, heads, children)
    mend_receiver(columns, heads, children)
    mend_tags(tags, deps, children)
    mend_parallel(columns, heads, children)
    mend_result(columns, heads, children)


def _mend_gerund(columns: list[list[str]], heads: list[int]) -> None:
    """A verb taken for a noun: "kept the plane from landing", "was accused of cheating"."""
    words, lemmas, tags, deps, _ = columns
    for v, tag in enumerate(tags):
        if tag != "VBG" or deps[v] != "pobj" or words[heads[v]] not in ("from", "of", "without") or heads[v] != v - 1:
            continue
        above = heads[heads[v]]
        above = heads[above] if deps[above] == "dobj" else above
        if words[v - 1] == "without" or lemmas[above] in verbs("hindering") | verbs("alleging"):
            deps[v] = "pcomp"


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
        if dep not in ("relcl", "acl") or not tags[v].startswith("VB"):
            continue
        that = next((c for c in children[v] if words[c] == "that" and deps[c] in ("dobj", "mark", "advmod")), None)
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


def _mend_what(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """The object of "What caused the fire was a cable", taken for the subject of "was"."""
    words, _, _, deps, _ = columns
    for v, dep in enumerate(deps):
        link = heads[v]
        if dep != "csubj" or not any(words[c] == "what" and deps[c] == "nsubj" for c in children[v]):
            continue
        told = next((c for c in children[link] if v < c < link and deps[c] == "nsubj"), None)
        if told is not None:
            heads[told], deps[told] = v, "dobj"
            children[link] = [c for c in children[link] if c != told]
            children[v] = sorted([*children[v], told])


def _mend_but_not(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """The second object of "signed the budget but not the tax bill", hung on the verb."""
    words, _, tags, deps, _ = columns
    for i, dep in enumerate(deps):
        if dep != "conj" or not tags[i].startswith("NN") or not tags[heads[i]].startswith("VB"):
            continue
        verb = heads[i]
        first = next((c for c in children[verb] if deps[c] in ("dobj", "attr") and c < i), None)
        if first is not None and any(words[c] == "not" and deps[c] == "neg" for c in children[i]):
            heads[i] = first
            children[verb] = [c for c in children[verb] if c != i]
            children[first] = sorted([*children[first], i])


def _mend_as_well(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """The second object of "sells tractors as well as ploughs", taken for a phrase of manner."""
    words, _, _, deps, _ = columns
    for i in range(2, len(words)):
        if words[i] != "as" or words[i - 1] != "well" or words[i - 2] != "as" or deps[i] not in ("prep", "cc"):
            continue
        if deps[i] == "cc":
            _mend_loose(columns, heads, children, i)
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


def _mend_loose(columns: list[list[str]], heads: list[int], children: list[list[int]], i: int) -> None:
    """The member behind "as well as", hung on the verb: "hulls for ferries, as well as the tug Polar"."""
    _, _, tags, deps, _ = columns
    noun = heads[i]
    second = next((c for c in children[noun] if c > i and deps[c] == "conj"), None)
    if second is not None:
        _mend_raised(columns, heads, children, i, second)
        return
    verb = next((heads[k] for k in range(i + 1, min(i + 8, len(tags))) if deps[k] == "npadvmod"), noun)
    if not tags[noun].startswith("NN") or not tags[verb].startswith("VB") or verb > i:
        return
    second = next(c for c in children[verb] if c > i and deps[c] == "npadvmod")
    heads[second], deps[second] = noun, "conj"
    children[verb] = [c for c in children[verb] if c != second]
    children[noun] = sorted([*children[noun], second])


def _mend_raised(columns: list[list[str]], heads: list[int], children: list[list[int]], i: int, second: int) -> None:
    """The member behind ", as well as", hung inside what the object is said to include or to be for.

    As in "condemned the steps taken to close it, including raids, as well as the sale of arms".
    """
    words, _, tags, deps, _ = columns
    noun = at = heads[i]
    inside = False
    while heads[at] != at and not (deps[at] == "dobj" and tags[heads[at]] in ("VBD", "VBZ", "VBP")):
        inside = inside or deps[at] in ("acl", "advcl") or words[at] == "including"
        at = heads[at]
    if not inside or deps[at] != "dobj" or words[i - 3] != ",":
        return
    children[noun] = [c for c in children[noun] if c not in (i, second)]
    children[at] = sorted([*children[at], i, second])
    heads[i] = heads[second] = at


def _mend_message(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """What a message says, taken for a relative clause though it lacks nothing: "a message that it was sinking"."""
    words, _, tags, deps, _ = columns
    for i, word in enumerate(words):
        if word != "that" or tags[i] not in ("IN", "WDT") or deps[i] not in ("dobj", "dative", "pobj"):
            continue
        verb = heads[heads[i]] if deps[i] == "pobj" else heads[i]
        objects = [c for c in children[heads[i]] if c != i and deps[c] in ("dobj", "dative", "pobj", "ccomp")]
        if (
            deps[verb] not in ("relcl", "ccomp")
            or not (objects or tags[i] == "IN")
            or not any(deps[c] == "nsubj" for c in children[verb])
        ):
            continue
        if deps[i] == "dobj" and tags[i] == "WDT" and any(deps[c] != "dobj" for c in objects):
            continue  # "the book that he gave Ann"
        children[heads[i]] = [c for c in children[heads[i]] if c != i]
        heads[i], deps[i], tags[i] = verb, "mark", "IN"
        deps[verb] = "acl" if deps[verb] == "relcl" else deps[verb]
        children[verb] = sorted([*children[verb], i])
