"""What is left of an entity without titles, possessives, and what stands around a name."""

from collections.abc import Iterator

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import folded, given_names, is_name_word, nouns, state_words, word_list
from graphkit.extraction.names.headlines import Label, Name

_COMMON = {"NN", "NNS", "VBD", "VBZ"}
_PROPER = {"NNP", "NNPS"}
_DASHES = {"-", "--", "–", "—"}
_FUNCTION = {"WP", "WDT", "WRB", "PRP", "DT", "IN", "CC", "MD"}


def trim(columns: Columns, start: int, end: int, label: Label) -> Name | None:
    """An entity without article, title, possessive and stray punctuation; None where nothing is left."""
    while start < end and (columns.tag[start] in {"DT", "POS", "PRP$"} or not columns.text[start][0].isalnum()):
        start += 1
    while end > start and (
        columns.tag[end - 1] == "POS" or not (columns.text[end - 1][-1].isalnum() or columns.text[end - 1][-1] == ".")
    ):
        end -= 1
    for i in range(start + 1, end):
        if columns.tag[i] == "POS" and (label == "person" or all(w.islower() for w in columns.text[i + 1 : end])):
            end = i  # "Ann Holm's Oslo", "Holm's court date"
            break
    money = next((i for i in range(start + 1, end) if columns.tag[i] == "$"), end)
    end = money  # "Corvane $3 million"
    brackets = [i for i in range(start, end) if columns.text[i] in "[]()"]
    if brackets:  # an editor's insertion: "Jan [the] Berg"
        start = brackets[-1] + 1
        if start >= end:
            return None
    end = _without_tail(columns, start, end)
    while label == "person" and end - start > 1 and columns.text[end - 1].islower() and columns.tag[end - 1] in _COMMON:
        end -= 1  # "Olm bridges"
    if start < end and label == "organization" and _titled_person(columns, start, end):
        label = "person"
    if label == "person":
        start = _after_title(columns, start, end)
        end = _to_family_name(columns, start, end)
    if start >= end or (label in ("person", "organization") and _is_word(columns, start, end)):
        return None
    return None if label != "person" and _is_post(columns, start, end) else Name(start, end, label)


def _without_tail(columns: Columns, start: int, end: int) -> int:
    """End of a name without a score ("Olm 51 - 50"), a clause behind a dash, or a last preposition."""
    for i in range(start + 1, end - 1):
        if columns.text[i] in _DASHES and columns.tag[i + 1] in _FUNCTION:
            end = i
            break
    if end - start > 3 and columns.text[end - 2] in _DASHES and columns.text[end - 1].isdigit():
        end -= 2
        while end > start + 1 and columns.text[end - 1].isdigit():
            end -= 1
    while end > start + 1 and columns.tag[end - 1] in ("IN", "CC", "TO", "DT") and columns.text[end - 1].islower():
        end -= 1
    return end


def _titled_person(columns: Columns, start: int, end: int) -> bool:
    """Whether what was taken for a body is a title with a full name: "Owner Ann Holm"."""
    if end - start < 3 or folded(columns.text[start + 1]) not in given_names():
        return False
    return nouns().get(columns.lower[start], ("no",))[0] == "person" and all(
        columns.tag[i] in _PROPER for i in range(start + 1, end)
    )


def _to_family_name(columns: Columns, start: int, end: int) -> int:
    """End of a person's name with the family name that the tagger did not know, and with ", Jr."."""
    size = len(columns)
    if end - start == 1 and end < size and columns.head[start] == end and columns.dep[start] == "compound":
        strange = columns.text[end].istitle() and columns.pos[end] not in ("NOUN", "PROPN", "ADJ")
        if strange and folded(columns.text[start]) in given_names():
            end += 1  # "Scott Boras", the second taken for a verb or a pronoun
    if end + 1 < size and columns.text[end] == "," and is_name_word(columns.text[end + 1], "suffix"):
        end += 2
    return end


def _is_word(columns: Columns, start: int, end: int) -> bool:
    """Whether what was marked is one common word or a verb: "a list of dos", "had to Taser him"."""
    if end - start > 1:
        return False
    rank = any(is_name_word(columns.text[start], sort) for sort in ("mr", "ms", "dr"))
    if rank and columns.text[end : end + 1] == ["."]:
        return True  # "Sgt | . Barry Holm"
    if start and columns.lower[start - 1] == "to" and columns.tag[end : end + 1] == ["PRP"]:
        return True  # "had to Taser him"
    listed = columns.tag[start] == "NNPS" or columns.text[start].endswith("s")
    if listed and any(columns.dep[k] == "conj" and columns.tag[k] == "NNS" for k in columns.kids[start]):
        return True  # "Torches and pitchforks"
    verb = columns.pos[start] == "VERB" and any(columns.dep[k] in ("dobj", "aux") for k in columns.kids[start])
    return columns.text[start].islower() or (verb and columns.tag[start] not in _PROPER)


def _is_post(columns: Columns, start: int, end: int) -> bool:
    """Whether what was taken for a body or place is a post or its part, or an adjective: "Secretary of | State"."""
    last = end - 1
    if all(nouns().get(w, ("no",))[0] == "person" for w in columns.lower[start:end]):
        return True  # "Surgeon General"
    behind = columns.lower[start + 1] if end > start + 1 else ""
    if nouns().get(columns.lower[start], ("no",))[0] == "person" and behind in ("of", "to"):
        return True  # "Friend of Slain Banker"
    if end - start == 1 and start > 1 and columns.lower[start - 1] == "of":
        return columns.lower[start - 2] in word_list("department_head") and columns.lower[start] not in state_words()
    cut = columns.lower[last] in word_list("office_adjective") and end < len(columns) and columns.head[last] == end
    return cut and columns.text[end].islower()  # "the Indian Naval | ship"


def _after_title(columns: Columns, start: int, end: int) -> int:
    """Where the name begins behind titles; "Pope" stays before a single name."""
    at = start
    while at < end - 1:
        word = folded(columns.text[at]).rstrip(".")
        if is_name_word(word, "royal") and end - at <= 3:
            return at
        title = (
            any(is_name_word(word, sort) for sort in ("mr", "ms", "dr")) or nouns().get(word, ("no",))[0] == "person"
        )
        honorific = is_name_word(word, "mr") or is_name_word(word, "ms")
        if not title or (word in given_names() and not honorific and not columns.text[at].endswith(".")):
            return at
        at += 1
    return at


def outside(name: Name | None, taken: list[bool], columns: Columns) -> Iterator[Name]:
    """The parts of an entity that no listed name covers, as long as they are proper nouns."""
    if name is None:
        return
    if not any(taken[name.start : name.end]):
        yield name
        return
    at = name.start
    while at < name.end:
        end = at
        while end < name.end and not taken[end]:
            end += 1
        if end > at and any(columns.tag[i] in _PROPER for i in range(at, end)):
            part = trim(columns, at, end, name.label)
            if part is not None:
                yield part
        at = max(end, at) + 1
