"""What a name is that nobody marked, by what is said of it."""

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import folded, given_names, nouns, word_list
from graphkit.extraction.names.headlines import Label, Name

_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "to"})
_AGENTS = frozenset({"nsubj", "poss", "agent"})
_DOES = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "pobj"})


def guess(columns: Columns, name: Name) -> Label:
    """What an unmarked name is, by what is said of it: who speaks or dies is a person."""
    head = name.end - 1
    verb = columns.lemma[columns.head[head]]
    acts = columns.dep[head] in ("nsubj", "nsubjpass", "agent") and verb in word_list("person_verb")
    relative = any(columns.dep[k] == "relcl" and who(columns, k) for k in columns.kids[head])
    if (
        columns.dep[head] in _DOES
        and columns.text[head].endswith("s")
        and (any(columns.lower[k] == "the" for k in columns.kids[head]) or columns.tag[columns.head[head]] == "VBP")
    ):
        return "organization"  # "the Norland Rovers won"
    word = columns.text[name.start]
    if word.isupper() and 2 <= len(word) <= 6 and name.end - name.start == 1 and columns.dep[head] in _AGENTS:
        return "organization"  # an acronym that does something
    if _introduced(columns, name) or _before_title(columns, name):
        return "organization"
    if columns.dep[head] == "appos" or columns.dep[columns.head[head]] == "appos":
        described = nouns().get(columns.lower[columns.head[head]], ("no", ""))[0]
        if described in ("person", "organization"):
            return "person" if described == "person" else "organization"  # "Holm's party, United Norland"
    first = folded(word)
    if (
        acts
        or relative
        or (first in given_names() and name.end - name.start == 1 and columns.dep[head] in ("nsubj", "poss"))
    ):
        return "person"
    return "thing"


def _introduced(columns: Columns, name: Name) -> bool:
    """Whether an acronym in parentheses has the initials of the words before it: "Norland Trade Organization (NTO)"."""
    word, at = columns.text[name.start], name.start - 2
    if not word.isupper() or len(word) < 2 or at < 0 or columns.text[name.start - 1] != "(":
        return False
    initials = ""
    while at >= 0 and len(initials) < len(word) and (columns.text[at][0].isupper() or columns.lower[at] in _SMALL):
        initials = (columns.text[at][0] if columns.text[at][0].isupper() else "") + initials
        at -= 1
    return initials == word


def _before_title(columns: Columns, name: Name) -> bool:
    """Whether a name stands before the title of somebody's name: "Orbex chief executive Dana Pell"."""
    at = name.end
    while at + 1 < len(columns) and columns.tag[at] in ("NN", "JJ") and columns.sent[at] == columns.sent[name.start]:
        at += 1
    title = nouns().get(columns.lower[at - 1], ("no",))[0] == "person" and columns.tag[at - 1] == "NN"
    bound = columns.dep[name.end - 1] in ("compound", "nmod", "amod")
    return at > name.end and title and bound and columns.tag[at] == "NNP"


def who(columns: Columns, verb: int) -> bool:
    """Whether "who" is a dependent of a verb."""
    return any(columns.lower[k] in ("who", "whom") for k in columns.kids[verb])
