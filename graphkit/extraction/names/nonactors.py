"""Names that name no actor, by what stands beside them: offences, ships, prizes, films, days, verbs in capitals."""

from dataclasses import replace

from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import folded, given_names, is_name_word, word_list
from graphkit.extraction.names.headlines import Label, Name

_OPENING = frozenset({"``", '"', "“", "'", "‘", "`"})
_PARTS = frozenset({"compound", "nmod", "amod"})
_LONGEST_TITLE = 8  # tokens between the quotation marks of a title


def without_actors(columns: Columns, names: list[Name]) -> list[Name]:
    """The names with those labelled things, or ships, that the text tells to be no person and no body.

    What is told of a name once holds for it wherever it stands.
    """
    told: dict[tuple[str, ...], Label] = {}
    for name in names:
        label = _told(columns, name)
        if label is not None:
            told.setdefault(_key(columns, name), label)
    if not told:
        return names
    return [
        replace(name, label=label, known=None) if (label := told.get(_key(columns, name))) is not None else name
        for name in names
    ]


def _key(columns: Columns, name: Name) -> tuple[str, ...]:
    words = name.words(columns)
    front = len(words) > 1 and (is_name_word(words[0], "ship") or words[0].lower() in word_list("storm_noun"))
    return words[1:] if front else words


def _told(columns: Columns, name: Name) -> Label | None:
    """What a name is told to be here, None where nothing is told."""
    if name.known is not None and name.known.kind != "state":
        return None
    if columns.lower[name.start] in word_list("thing_acronym") and name.end - name.start == 1:
        return "thing" if columns.text[name.start].isupper() else None
    if _storm(columns, name):
        return "thing"
    if name.label in ("thing", "place") and not _craft(columns, name):
        return None
    if _titled_work(columns, name):
        return "thing"
    if name.known is not None:
        return None
    if _craft(columns, name):
        return "organization"  # a ship does and suffers as its crew does
    if _constituency(columns.text[name.start]):
        return "thing"
    if name.label in ("person", "organization") and (_prize(columns, name) or _of_day(columns, name)):
        return "thing"
    return None


def _storm(columns: Columns, name: Name) -> bool:
    """Whether a name is a storm's: "Storm Freya", "Hurricane | Ida"."""
    storms = word_list("storm_noun")
    if name.end - name.start > 1:
        return columns.lower[name.start] in storms and columns.text[name.start].istitle()
    return name.start > 0 and columns.lower[name.start - 1] in storms and columns.text[name.start - 1].istitle()


def _constituency(word: str) -> bool:
    """Whether a word is a politician's party and state ("D-Mass.")."""
    return len(word) > 3 and word[0] in "DRI" and word[1] == "-" and word[2].isupper()


def _craft(columns: Columns, name: Name) -> bool:
    """Whether a name is a ship's or an aircraft's: "INS Tabar", "the frigate Nordlys", "the Aurora 5"."""
    first, before = columns.text[name.start], name.start - 1
    if first.isupper() and is_name_word(first, "ship") and name.end - name.start > 1:
        return True
    if name.label == "person" and columns.text[name.end - 1].isdigit():
        return True
    if before < 0 or columns.sent[before] != columns.sent[name.start]:
        return False
    if columns.text[before].isupper() and is_name_word(columns.text[before], "ship"):
        return True
    if columns.text[before] in _OPENING:
        before -= 1
    head = name.end - 1
    bound = columns.head[before] in range(name.start, name.end) or columns.head[head] == before
    return bound and columns.lower[before] in word_list("craft_noun") and columns.pos[before] in ("NOUN", "PROPN")


def _titled_work(columns: Columns, name: Name) -> bool:
    """Whether a name is the title of a film, book, song: in quotation marks of its own, or "the film Nora"."""
    before, behind = _word_before(columns, name.start), name.end
    if before < 0:
        return False
    opened = columns.tag[before] == "``" and columns.text[before] != "'"
    noun = _word_before(columns, before) if opened else before
    works = noun >= 0 and columns.lower[noun] in word_list("work_noun")
    if opened:
        at_once = _closes(columns, behind) or (
            behind < len(columns) and columns.text[behind] in ".,:" and _closes(columns, behind + 1)
        )
        closed = any(_closes(columns, i) for i in range(behind, behind + _LONGEST_TITLE))
        nick = (
            noun >= 0 and columns.tag[noun] == "NNP" and behind + 1 < len(columns) and columns.tag[behind + 1] == "NNP"
        )
        return (works and closed) or (at_once and not nick)  # 'Jan "Tiny" Berg' is a person
    return works and columns.dep[noun] in ("compound", "nmod") and name.start <= columns.head[noun] < name.end


def _closes(columns: Columns, at: int) -> bool:
    return at < len(columns) and columns.tag[at] == "''"


def _word_before(columns: Columns, at: int) -> int:
    """The token before another, white space left out; -1 where there is none."""
    at -= 1
    while at >= 0 and columns.text[at].isspace():
        at -= 1
    return at


def _prize(columns: Columns, name: Name) -> bool:
    """Whether what was taken for a person is a prize or a show: its last word, or a prize's word before a noun."""
    words = name.words(columns)
    last = words[-1]
    if name.label == "person" and is_name_word(last, "thing") and folded(last) not in given_names() and len(words) > 1:
        return True
    head = name.end - 1
    if len(words) > 1 or name.label != "person" or not is_name_word(last, "prize"):
        return False
    governor = columns.head[head]
    prefix = columns.dep[head] in _PARTS and governor > head and columns.pos[governor] == "NOUN"
    return prefix or any(columns.lower[k] in ("an", "a", "the", "his", "her", "their") for k in columns.kids[head])


def _of_day(columns: Columns, name: Name) -> bool:
    """Whether a name goes on with a day of the week: "Black Monday" is a day."""
    behind = name.end
    if behind >= len(columns) or columns.sent[behind] != columns.sent[name.start] or not columns.text[behind].istitle():
        return False
    day = columns.lower[behind].endswith("day") and columns.lower[behind] in word_list("calendar")
    return day and name.start <= behind - 1 and columns.head[name.end - 1] == behind
