"""Joins by position where the parse is not to be relied on: "the mayor, Ann Holm,", and posts somebody is given."""

from graphkit.extraction.actors.discourse import Discourse
from graphkit.extraction.actors.mentions import Found, title_start
from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import word_list
from graphkit.extraction.names.ages import is_age

_LONGEST = 12  # tokens of a complement between a description and its comma
_CLOSING = frozenset({",", ".", ")", ";", ":", "-", "--", "–", "—", "!", "?", '"'})


def position_pairs(discourse: Discourse) -> list[tuple[int, int]]:
    """Pairs of mentions, a description and a name, that stand in apposition by position alone."""
    out = []
    for i in range(len(discourse.mentions) - 1):
        for j in range(i + 1, min(i + 4, len(discourse.mentions))):
            a, b = discourse.mentions[i], discourse.mentions[j]
            forms = {a.form, b.form}
            if (
                forms == {"name", "nominal"}
                and a.sort == b.sort in ("person", "organization")
                and _apposed(discourse.columns, a.end, _begins(discourse.columns, b), b.end)
            ):
                description = a if a.form == "nominal" else b
                if (
                    a.form == "nominal"
                    or description.start < description.head
                    or discourse.columns.lower[description.end] == "of"
                ):
                    out.append((i, j))
    return out


def _begins(columns: Columns, m: Found) -> int:
    """Where a mention begins with its title."""
    start = title_start(columns, m.start) if m.form == "name" else None
    return m.start if start is None else start


def _apposed(columns: Columns, end: int, start: int, stop: int) -> bool:
    """Whether a comma, and at most a complement or an age, stands between two mentions, and an end behind them."""
    if start > 1 and columns.lower[start - 1] == "the" and columns.lower[start - 2] == ",":
        start -= 1  # "her husband, the director | Carl Pohl"
    if (
        start <= end
        or start - end > _LONGEST
        or columns.sent[end] != columns.sent[start]
        or columns.lower[start - 1] != ","
    ):
        return False
    between = range(end, start - 1)
    if len(between) and not (
        columns.lower[end] in ("of", "for", "at", "in", "to")
        or (columns.lower[end] == "," and len(between) == 2 and is_age(columns, end + 1))
    ):
        return False
    closed = stop + 1 < len(columns) and columns.text[stop] == "," and columns.pos[stop + 1] in ("VERB", "AUX")
    lists = () if closed and columns.lower[end] == "of" else ("and", "or")  # "the maker of X and Y, Ann Holm, has …"
    if any(columns.pos[i] in ("VERB", "AUX", "PRON") or columns.lower[i] in lists for i in between) or (
        columns.lower[end] != "," and any(columns.lower[i] == "," for i in between)
    ):
        return False
    return (
        stop >= len(columns)
        or columns.lower[stop] in _CLOSING
        or columns.pos[stop] in ("VERB", "AUX", "SPACE")
        or columns.lower[stop] in ("who", "whose", "of", "'s", "at", "for", "in")
    )


def appointed(discourse: Discourse, head: int) -> int | None:
    """Token of who holds the post in "chose Ann Holm as host", "Ann Holm was named host", "served as mayor"."""
    columns = discourse.columns
    governor = columns.head[head]
    if columns.dep[head] == "pobj" and columns.lower[governor] == "as":
        verb = columns.head[governor]
    elif columns.dep[head] == "oprd":
        verb = governor
    else:
        return None
    lemma = columns.lemma[verb].lower()
    holds = lemma in word_list("holding_verb")
    if not holds and lemma not in word_list("appointing_verb"):
        return None
    wanted = ("nsubj", "nsubjpass") if holds else ("dobj", "nsubjpass")
    for k in columns.kids[verb]:
        if columns.dep[k] in wanted:
            return k
    if columns.dep[verb] in ("acl", "relcl") and columns.tag[verb] == "VBN":
        return columns.head[verb]
    return None
