"""What the words around a name tell of it: a town, a club, a body."""

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import folded, given_names, is_name_word, nouns, word_list
from graphkit.extraction.names.headlines import Label, Name


def told_label(columns: Columns, name: Name) -> Label | None:
    """Label that the words beside a supposed person or body tell for sure, None where they tell nothing."""
    if name.label not in ("person", "organization") or name.known is not None:
        return None
    if name.label == "person" and _town(columns, name):
        return "place"
    told = (
        _bought(columns, name)
        or _apposed_body(columns, name)
        or _record(columns, name.end)
        or _which(columns, name)
        or _has_player(columns, name)
    )
    return "organization" if told else None


def beside_bodies(columns: Columns, names: list[Name]) -> list[tuple[str, ...]]:
    """Words of unmarked names of one word that are coordinated with a body: "Arla and Danone will merge"."""
    bodies = {name.end - 1 for name in names if name.label == "organization" and name.end - name.start == 1}
    out = []
    for name in names:
        if name.label != "unknown" or name.end - name.start > 1 or not columns.text[name.start].istitle():
            continue
        i = name.start
        others = [columns.head[i]] if columns.dep[i] == "conj" else []
        others += [k for k in columns.kids[i] if columns.dep[k] == "conj"]
        if any(k in bodies for k in others):
            out.append(name.words(columns))
    return out


def _bought(columns: Columns, name: Name) -> bool:
    """Whether a name of one word is what somebody has shares in or bids for: "its bid for Lumora"."""
    head, behind = name.start, columns.head[name.start]
    single = name.end - name.start == 1 and folded(columns.text[head]) not in given_names()
    return (
        single and columns.dep[head] == "pobj" and columns.lemma[columns.head[behind]].lower() in word_list("deal_noun")
    )


def _apposed_body(columns: Columns, name: Name) -> bool:
    """Whether a noun for a body stands right before a name that begins with no given name: "the trade union Verdi"."""
    at, head, first = name.start - 1, name.end - 1, folded(columns.text[name.start])
    given = first in given_names() and first not in word_list("foreign_article")
    if given or at < 0 or columns.tag[at] != "NN" or not _is_body(columns.lower[at]):
        return False
    article = any(columns.lower[k] in ("the", "a", "an") for h in (at, head) for k in columns.kids[h] if k < at)
    return article and (columns.head[at] == head or columns.head[head] == at)


def _is_body(word: str) -> bool:
    return nouns().get(word, ("no",))[0] == "organization"


def _town(columns: Columns, name: Name) -> bool:
    """Whether a name is a town's or an island's: "the city of Badra", "Badra Island", "Badra's mayor"."""
    head, behind = name.end - 1, name.end
    of = columns.head[head]
    if (
        columns.dep[head] == "pobj"
        and columns.lower[of] == "of"
        and columns.lower[columns.head[of]] in word_list("site_noun")
    ):
        return True
    if behind >= len(columns) or name.end - name.start > 1:
        return False
    if (
        columns.text[behind].istitle()
        and columns.lower[behind] in word_list("site_noun")
        and columns.head[head] == behind
    ):
        return columns.lower[name.start] not in given_names()
    owned = columns.head[head]
    return columns.dep[head] == "poss" and columns.lower[owned] in word_list("town_office")


def _record(columns: Columns, at: int) -> bool:
    """Whether a record of games stands behind a name: "Olm (25 - 7)"."""
    text = columns.text[at : at + 5]
    if len(text) < 3 or text[0] != "(":
        return False
    joined = "".join(text[1:]).split(")")[0]
    return (
        bool(joined) and all(c.isdigit() or c in "-–" for c in joined) and joined[0].isdigit() and not joined.isdigit()
    )


def _has_player(columns: Columns, name: Name) -> bool:
    """Whether a name of one word stands before somebody who is its own: "Brannock's Ola Dahl"."""
    head = name.start
    owned = columns.head[head]
    if name.end - name.start > 1 or columns.dep[head] != "poss" or columns.tag[owned] != "NNP" or owned < 2:
        return False
    full = columns.dep[owned - 1] == "compound" and columns.head[owned - 1] == owned and owned - 2 == head + 1
    return full and columns.lower[owned - 1] in given_names()


def _which(columns: Columns, name: Name) -> bool:
    """Whether a name of one word is taken up by "which" right behind its comma."""
    at = name.end
    if at + 1 >= len(columns) or name.end - name.start > 1 or columns.text[at] != ",":
        return False
    return columns.lower[at + 1] == "which" and columns.tag[at + 1] == "WDT"


def suffers_as_person(columns: Columns, name: Name) -> bool:
    """Whether a name of several words is a person's by what is done to it, or by a person's description beside it.

    "jailed Ales Karol", "the minister, Eli Strand,".
    """
    words, head = name.words(columns), name.end - 1
    if not all(word.istitle() and word.isalpha() for word in words) or columns.tag[head] != "NNP" or len(words) > 3:
        return False
    sorts = ("organization", "public", "facility", "thing", "team", "company", "bloc", "ship")
    if any(is_name_word(word, sort) for word in words for sort in sorts):
        return False
    if any(columns.lower[k] in ("the", "a", "an") for k in columns.kids[head]):
        return False
    governor = columns.head[head]
    if columns.dep[head] in ("dobj", "nsubjpass"):
        return columns.lemma[governor].lower() in word_list("person_victim_verb")
    return columns.dep[head] == "appos" and _is_role(columns, governor)


def _is_role(columns: Columns, i: int) -> bool:
    return columns.tag[i] == "NN" and nouns().get(columns.lower[i], ("no",))[0] == "person"
