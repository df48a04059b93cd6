"""What a name names, once the whole story has been heard: its own occurrences vote, people lend their family name."""

from collections import Counter, defaultdict
from dataclasses import replace

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import folded, given_names, is_name_word, nouns, phrases, word_list
from graphkit.extraction.names.ages import age_behind
from graphkit.extraction.names.guessing import guess, who
from graphkit.extraction.names.headlines import Label, Name
from graphkit.extraction.names.likeness import bare_words
from graphkit.extraction.names.owning import always_before_nouns, owners_of_its, tells_of_own
from graphkit.extraction.names.surroundings import beside_bodies, suffers_as_person, told_label
from graphkit.extraction.place_names import areas

_WHERE = frozenset({"in", "at", "near", "across", "throughout", "outside", "off", "between"})


def settle(columns: Columns, names: list[Name]) -> list[Name]:
    """The names with the labels that the story as a whole gives them."""
    family = {
        folded(columns.text[name.end - 1])
        for name in names
        if name.label == "person" and name.end - name.start > 1 and name.known is None
    }
    # "Juan Carlos Medina Rojas" is called by the third of four words
    family |= {
        folded(columns.text[name.end - 2]) for name in names if name.label == "person" and name.end - name.start > 3
    }
    # "Wang Lei" is called by the first, and so may be who has a given name that is in no list
    family |= {
        first
        for name in names
        if name.label == "person" and name.end - name.start > 1 and name.known is None
        for first in [folded(columns.text[name.start])]
        if is_name_word(columns.text[name.start], "surname") or (len(first) > 3 and first not in given_names())
    }
    names = sorted([*names, *_untagged(columns, names)], key=lambda name: name.start)
    votes = _votes(columns, names)
    for words in always_before_nouns(columns, names):
        votes[words]["organization"] += votes[words]["person"]
        del votes[words]["person"]
    for words in owners_of_its(columns, names):
        votes[words]["organization"] += 2 * (votes[words]["person"] + votes[words]["people"])
    for words in beside_bodies(columns, names):
        votes[words]["organization"] += votes[words]["person"] + 1
    for name in names:
        words = name.words(columns)
        if name.label == "organization" and name.known is None and _suffers(columns, name):
            votes[words]["person"] += votes[words]["organization"] + 1
        label = told_label(columns, name)
        several = name.end - name.start > 1 and not (
            folded(columns.text[name.start]) in given_names()
            and columns.lower[name.start] not in word_list("foreign_article")
        )
        if label is not None and (several or not (family & {folded(word) for word in name.words(columns)})):
            votes[name.words(columns)][label] += votes[name.words(columns)]["person"] + 1
    return _halves(columns, [_settled(columns, name, family, votes) for name in names])


def _halves(columns: Columns, names: list[Name]) -> list[Name]:
    """The names with "the North" and "the South" as states where the story has a Korea or a Sudan by that half."""
    whole = {
        half: entry
        for name in names
        if name.label == "state" and name.end - name.start == 2 and columns.text[name.start] in ("North", "South")
        for half in ("North", "South")
        for words, entry in phrases().get(half, ())
        if words == (half, columns.text[name.end - 1])
    }
    return [
        replace(name, label="state", known=known)
        if name.end == name.start + 1
        and name.start
        and (known := whole.get(columns.text[name.start])) is not None
        and columns.head[name.start - 1] == name.start
        and columns.lower[name.start - 1] == "the"
        else name
        for name in names
    ]


def _untagged(columns: Columns, names: list[Name]) -> list[Name]:
    """Family names of people in the story that were taken for common nouns ("Waters said")."""
    family = {
        columns.text[name.end - 1]
        for name in names
        if name.label == "person" and name.end - name.start > 1 and name.known is None
    }
    taken = {i for name in names for i in range(name.start, name.end)}
    return [
        Name(i, i + 1, "person")
        for i, word in enumerate(columns.text)
        if word in family
        and i not in taken
        and word[0].isupper()
        and (columns.pos[i] in ("NOUN", "PROPN") or _before_verb(columns, i))
        and not (columns.lower[i] in word_list("calendar") and columns.dep[i] in ("pobj", "npadvmod"))
    ]


def _before_verb(columns: Columns, i: int) -> bool:
    """Whether a word taken for a verb at the head of a sentence stands before a finite verb ("Felt never told")."""
    at = i + 1
    while at < len(columns) and columns.tag[at] == "RB":
        at += 1
    first = columns.starts[columns.sent[i]] == i and columns.pos[i] == "VERB"
    return first and at < len(columns) and columns.tag[at] in ("VBD", "VBZ", "MD")


def _votes(columns: Columns, names: list[Name]) -> dict[tuple[str, ...], Counter[Label]]:
    votes: dict[tuple[str, ...], Counter[Label]] = defaultdict(Counter)
    for name in names:
        if name.label != "unknown" and name.known is None:
            if name.label == "thing" and _team(columns, name):
                votes[name.words(columns)]["organization"] += 3
            label = "place" if name.label == "person" and _located(columns, name) else name.label
            votes[name.words(columns)][label] += 1
    return votes


def _settled(columns: Columns, name: Name, family: set[str], votes: dict[tuple[str, ...], Counter[Label]]) -> Name:
    words = name.words(columns)
    single = len(words) == 1
    bare = bare_words(words)
    if len(bare) == 1 and bare[0] in family and not _listed_elsewhere(name):
        return replace(name, label="person", known=None)
    if name.known is not None:
        return name
    if name.label == "place" and _apposed(columns, name) == "organization":
        return replace(name, label="organization")  # "Holm's party, United Norland"
    if name.label in ("organization", "unknown") and single and _apposed(columns, name) == "kin":
        return replace(name, label="person")  # "his sister, Yindee"
    if name.label in ("organization", "place") and _suffers(columns, name):
        return replace(name, label="person")
    if name.label == "organization" and not single and _is_person(columns, name, votes):
        return replace(name, label="person")
    if name.label == "person" and single and _located(columns, name):
        return replace(name, label="place")
    counted = votes.get(words)
    if counted:
        label, number = counted.most_common(1)[0]
        if name.label == "unknown" or number > counted[name.label]:
            return replace(name, label=label)
    if name.label == "unknown":
        return replace(name, label=guess(columns, name))
    return name


def _suffers(columns: Columns, name: Name) -> bool:
    several = name.end - name.start > 1 or folded(columns.text[name.start]) in given_names()
    return several and suffers_as_person(columns, name)


def _apposed(columns: Columns, name: Name) -> str:
    """What the noun in the singular that a name is put beside means: kin, another person, an organization, or else."""
    head = columns.head[name.end - 1]
    beside = columns.dep[name.end - 1] == "appos" and columns.tag[head] == "NN"
    noun = columns.lower[head] if beside else ""
    return "kin" if noun in word_list("kin_noun") else nouns().get(noun, ("no", ""))[0]


def _team(columns: Columns, name: Name) -> bool:
    """Whether what was taken for a product is a team: plural, with the article, and doing something."""
    head = name.end - 1
    verb = columns.head[head]
    acts = columns.dep[head] == "nsubj" and columns.pos[verb] == "VERB"
    plural = columns.tag[head] == "NNPS" and not is_name_word(columns.text[head], "thing")
    return acts and plural and columns.lemma[verb] not in word_list("thing_verb")


def _is_person(columns: Columns, name: Name, votes: dict[tuple[str, ...], Counter[Label]]) -> bool:
    """Whether what was taken for an organisation is a person: given name first, and treated like one somewhere."""
    words = name.words(columns)
    if given_names().get(folded(words[0])) not in ("f", "m") or len(words) > 3 or not all(w.istitle() for w in words):
        return False
    if is_name_word(words[-1], "organization") or (name.start and columns.lower[name.start - 1] == "the"):
        return False
    if len(words) == 2 and _full_name(columns, name):
        return True
    head = name.end - 1
    if any(columns.dep[k] == "relcl" and who(columns, k) for k in columns.kids[head]):
        return True
    speaks = columns.dep[head] == "nsubj" and columns.lemma[columns.head[head]] in word_list("person_verb")
    alone = votes.get(words[-1:], Counter())["person"] > 0
    return speaks or alone or age_behind(columns, name.end) is not None


def _full_name(columns: Columns, name: Name) -> bool:
    """Whether a known given name and one more word are a person's: no part of a compound, no owner of "its"."""
    first, head = name.start, name.end - 1
    sorts = ("public", "team", "thing", "facility", "company", "bloc", "ship")
    body = any(is_name_word(columns.text[i], sort) for i in (first, head) for sort in sorts)
    if body or folded(columns.text[first]) in areas() or columns.tag[head] != "NNP" or columns.head[first] != head:
        return False
    verb = columns.head[head]
    bound = columns.dep[head] in ("compound", "nmod", "amod")
    return not bound and not (columns.dep[head] == "nsubj" and tells_of_own(columns, verb))


def _located(columns: Columns, name: Name) -> bool:
    """Whether what was taken for a person is where something is: "in Badra"."""
    head = name.end - 1
    preposition = columns.lower[columns.head[head]]
    known = folded(columns.text[name.start]) in given_names()
    return columns.dep[head] == "pobj" and preposition in _WHERE and not known


def _listed_elsewhere(name: Name) -> bool:
    """Whether the name is listed as a word for a state that no family name takes over."""
    return name.known is not None and name.known.sense in ("adjective", "seat", "people")
