"""Noun phrases that mean somebody: people, groups and bodies that take part in what is told."""

from collections.abc import Iterator

from graphkit.extraction.actors.mentions import Found, base_start, canonical, hyphenated_end, singular
from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import NounClass, nouns, word_list

_ENDS = frozenset({"PUNCT", "ADP", "SPACE", "SCONJ", "CCONJ", "ADV"})
_PARTS = frozenset({"compound", "nmod", "amod", "npadvmod"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_NEGATIVE = frozenset({"no", "any", "neither", "every", "each", "whatever", "which", "what"})


def find_nominals(columns: Columns, owner: list[int], capitals: set[int]) -> Iterator[Found]:
    """Noun phrases headed by nouns for persons, groups or organisations.

    `owner` numbers the name that a token belongs to (-1 for none), `capitals` the sentences that are headlines.
    """
    table = nouns()
    for i, tag in enumerate(columns.tag):
        if owner[i] >= 0:
            continue
        if tag in ("NN", "NNS", "NNP", "NNPS"):
            entry = _entry(columns, i, table)
            if entry is not None and _takes_part(columns, i, owner, capitals):
                yield _nominal(columns, i, *entry)
            elif tag == "NNS" and entry is None and _stands_alone(columns, i, table):
                yield _elliptic(columns, i)
        elif tag in ("CD", "JJ", "VBN", "DT", "JJS") and _stands_alone(columns, i, table):
            yield _elliptic(columns, i)
        elif tag == "JJ" and _adjectival_head(columns, i, table):
            yield _nominal(columns, i, "person", "")
        if columns.lower[i] == "old" and _aged(columns, i):
            yield Found(
                i, base_start(columns, i), i + 1, "nominal", "person", "singular", "", "year-old", _definite(columns, i)
            )


def _entry(columns: Columns, i: int, table: dict[str, tuple[NounClass, str]]) -> tuple[NounClass, str] | None:
    word = columns.lower[i]
    found = table.get(word) or table.get(singular(word, columns.lemma[i].lower()))
    if found is None and "-" in word:
        found = table.get(word.rsplit("-", 1)[1])
    if i > 1 and columns.text[i - 1] == "-":  # "start-up", "runner-up", in three tokens
        found = table.get(f"{columns.lower[i - 2]}-{word}", found)
    if (found is None or found[0] == "no") and i and f"{columns.lower[i - 1]}-{word}" in word_list("role_pair"):
        return "person", ""
    return None if found is None or found[0] == "no" else found


def _takes_part(columns: Columns, i: int, owner: list[int], capitals: set[int]) -> bool:
    """Whether a noun heads a phrase of its own that refers to somebody."""
    head, dep, word = columns.head[i], columns.dep[i], columns.lower[i]
    if (
        dep in _PARTS
        and columns.pos[head] in ("NOUN", "PROPN", "ADJ")
        and head > i
        and not _shouts(columns, i, capitals)
    ):
        return False
    if is_title(columns, i, owner) or _first_of_titles(columns, i, owner):
        return False
    lefts = [k for k in columns.kids[i] if k < i]
    if any(columns.lower[k] in _NEGATIVE for k in lefts):
        return False
    if _means_a_thing(columns, i, lefts):
        return False
    if dep == "pobj" and columns.lower[head] in word_list("place_preposition") and word in word_list("building"):
        return False
    if columns.tag[i] in ("NN", "NNP") and not lefts and not _mass(word):
        speaks = i + 1 < len(columns) and columns.text[i + 1] == ":"  # "Lawyer: …"
        if speaks or (dep == "oprd" or (dep == "pobj" and columns.lower[head] == "as")):
            return True
        return columns.sent[i] in capitals or dep in ("nsubj", "nsubjpass", "appos", "dobj", "agent", "ROOT")
    return True


def _means_a_thing(columns: Columns, i: int, lefts: list[int]) -> bool:
    """Whether a noun that may mean somebody means something else here: sources of water, an office, a feast."""
    word = columns.lower[i]
    before = {columns.lower[k] for k in lefts}
    if word in ("source", "sources"):
        return not _speaks(columns, i)
    if word == "staff":
        return columns.lower[i - 1] == "of" and columns.lower[i - 2] in ("chief", "chiefs")
    if word in ("office", "offices"):  # "the prosecutor's office" acts, "his office" is a room
        return not any(columns.dep[k] == "poss" and columns.pos[k] != "PRON" for k in lefts)
    if word in word_list("quantity_noun") and "a" in before:  # "a host of problems"
        return any(columns.lower[k] == "of" for k in columns.kids[i] if k > i)
    if word == "paper":
        return columns.lower[i - 1] != "the" or not _speaks(columns, i)
    if word == "party":
        return bool(before & word_list("feast"))
    if word == "sides":
        return not before & {"both", "two", "all"}
    return word == "media" and bool(before & word_list("not_actor_before"))


def _speaks(columns: Columns, i: int) -> bool:
    """Whether a source is somebody: it says something, or something is "according to" it."""
    head, dep = columns.head[i], columns.dep[i]
    if dep in ("nsubj", "nsubjpass", "agent"):
        return columns.pos[head] == "VERB" and columns.lemma[head].lower() not in word_list("thing_verb")
    according = columns.lower[head] == "to" and columns.lower[columns.head[head]] == "according"
    return according or columns.lower[head] == "by"


def _shouts(columns: Columns, i: int, capitals: set[int]) -> bool:
    """Whether a headline goes on with a verb behind the noun: there verbs pass for names ("Driver Charged")."""
    if columns.sent[i] not in capitals or i + 1 >= len(columns):
        return False
    behind = columns.lower[i + 1]
    return behind in word_list("casualty_state") or behind.endswith(("ed", "es", "ts", "ds", "ls", "ing"))


def is_title(columns: Columns, i: int, owner: list[int]) -> bool:
    """Whether a noun in the singular is the title of the name right behind it; `owner` numbers the names of tokens."""
    if i + 1 >= len(columns) or owner[i + 1] < 0 or columns.tag[i] == "NNS" or columns.sent[i + 1] != columns.sent[i]:
        return False
    end = i + 1
    while end < len(columns) and owner[end] == owner[i + 1]:
        end += 1
    if columns.tag[i] == columns.tag[i + 1] == "NNP" and columns.dep[i] not in ("appos", "conj"):
        return True  # "the government of Prime Minister | Per Lind", whatever the parser makes of it
    inside = range(i + 1, end)
    hangs = any(columns.head[j] == i for j in inside) or columns.head[i] in inside
    siblings = any(columns.head[j] == columns.head[i] for j in inside) and columns.dep[i] in _PARTS
    return hangs or siblings


def _first_of_titles(columns: Columns, i: int, owner: list[int]) -> bool:
    """Whether a bare noun is one of two titles of a name: "Poet and painter Ann Holm"."""
    joined = i + 2 < len(columns) and columns.lower[i + 1] in ("and", "turned", "/", "-") and columns.tag[i] != "NNS"
    bare = not any(columns.dep[k] in ("det", "poss", "nummod") for k in columns.kids[i])
    return joined and bare and columns.pos[i + 2] in ("NOUN", "PROPN") and is_title(columns, i + 2, owner)


def _aged(columns: Columns, i: int) -> bool:
    """Whether "old" closes a description like "the 26-year-old" that nothing follows."""
    year = i > 3 and columns.lower[i - 2] == "year" and columns.dep[i] not in ("amod", "compound", "acomp", "nmod")
    return year and columns.tag[i] in ("JJ", "NN")


def _definite(columns: Columns, i: int) -> bool:
    return any(columns.lower[k] in _DEFINITE or columns.dep[k] == "poss" for k in columns.kids[i] if k < i)


def _mass(word: str) -> bool:
    return nouns().get(word, ("no",))[0] in ("group", "organization")


def _nominal(columns: Columns, i: int, sort: NounClass, gender: str) -> Found:
    start = base_start(columns, i)
    tag, word = columns.tag[i], columns.lower[i]
    plural = tag in ("NNS", "NNPS") or word in ("police", "people", "troops")
    kids = [k for k in columns.kids[i] if start <= k < i]
    modifiers = frozenset(
        columns.lower[j]
        for j in range(start, i)
        if columns.pos[j] in ("NOUN", "PROPN", "ADJ", "NUM", "VERB") and columns.tag[j] != "POS"
    )
    definite = any(columns.lower[k] in _DEFINITE or columns.dep[k] == "poss" for k in kids)
    number = "plural" if plural else "singular"
    if sort == "organization":
        gender = "n"
    end = hyphenated_end(columns, i)
    return Found(
        i,
        start,
        end,
        "nominal",
        sort if not (plural and sort == "person") else "group",
        number,
        gender,
        canonical(singular(word, columns.lemma[i].lower()) + "".join(columns.lower[i + 1 : end])),
        definite,
        modifiers,
    )


def _stands_alone(columns: Columns, i: int, table: dict[str, tuple[NounClass, str]]) -> bool:
    """Whether a numeral or adjective stands for people: "two were killed", "one of the miners", "the injured"."""
    dep, head, word = columns.dep[i], columns.head[i], columns.lower[i]
    if columns.tag[i] == "CD" and _bare_number(columns, i):
        return True
    if dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr"):
        return False
    if word in word_list("people_adjective"):
        return any(columns.lower[k] == "the" for k in columns.kids[i])
    if columns.tag[i] != "CD" and word not in word_list("count"):
        return False
    for k in columns.kids[i]:
        if columns.lower[k] in ("of", "among") and k > i:
            ends = [o for o in columns.kids[k] if columns.dep[o] == "pobj"]
            return any(columns.lower[o] in ("them", "whom", "us") or _entry(columns, o, table) for o in ends)
    return (
        columns.lemma[head].lower() in word_list("casualty_verb")
        and columns.pos[head] == "VERB"
        and dep in ("nsubj", "nsubjpass", "dobj")
    )


def _bare_number(columns: Columns, i: int) -> bool:
    """Whether a number counts people without a noun: "2 hurt", "kills 1, injures 2"."""
    if not (columns.text[i].isdigit() or columns.lower[i] in word_list("count")):
        return False
    behind = columns.lower[i + 1] if i + 1 < len(columns) else "."
    before = columns.lemma[i - 1].lower() if i else ""
    struck = before in word_list("casualty_verb") - {"say"} and columns.pos[i - 1] == "VERB"
    return behind in word_list("casualty_state") or (struck and columns.pos[min(i + 1, len(columns) - 1)] in _ENDS)


def _adjectival_head(columns: Columns, i: int, table: dict[str, tuple[NounClass, str]]) -> bool:
    """Whether an adjective is the head of a title: "the surgeon general"."""
    if columns.dep[i] not in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "oprd"):
        return False
    before = columns.lower[i - 1] if i else ""
    return columns.head[i - 1] == i and _is_person(before, table) and _is_person(columns.lower[i], table)


def _is_person(word: str, table: dict[str, tuple[NounClass, str]]) -> bool:
    return table.get(word, ("no", ""))[0] == "person"


def _elliptic(columns: Columns, i: int) -> Found:
    one = columns.lower[i] in ("one", "another") or columns.text[i] == "1"
    start = base_start(columns, i)
    return Found(
        i,
        start,
        i + 1,
        "nominal",
        "person" if one else "group",
        "singular" if one else "plural",
        "",
        columns.lower[i],
        False,
    )
