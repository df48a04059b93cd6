"""Plurals that stand for two known actors: "the two leaders", "both sides", "neither country"."""

from graphkit.extraction.actors.discourse import Discourse
from graphkit.extraction.actors.mentions import Found, base_start, singular
from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import word_list

_WINDOW = 2  # sentences back in which the two must stand, and nobody else of their kind
_TWO = frozenset({"two", "both", "neither", "either"})


def is_pair(columns: Columns, i: int) -> bool:
    """Whether a noun is one of two by its own words; "two" needs "the"."""
    before = {columns.lower[k] for k in columns.kids[i] if k < i}
    noun = singular(columns.lower[i], columns.lemma[i].lower())
    if noun in word_list("pair_alone"):
        behind = any(columns.dep[k] in ("prep", "relcl", "acl", "appos") for k in columns.kids[i] if k > i)
        return columns.tag[i] == "NN" and "the" in before and len(before) == 1 and not behind
    listed = any(
        noun in word_list(name) for name in ("pair_of_states", "pair_of_sides", "pair_of_people", "pair_of_bodies")
    )
    return listed and bool(before & _TWO) and ("two" not in before or bool(before & {"the", "these", "those"}))


def pair_mention(columns: Columns, i: int) -> Found:
    """The mention of a pair."""
    noun = singular(columns.lower[i], columns.lemma[i].lower())
    number = "singular" if noun in word_list("pair_alone") else "plural"
    return Found(i, base_start(columns, i), i + 1, "nominal", "group", number, "", noun, definite=True)


def both_of(discourse: Discourse, head: int) -> tuple[int, ...]:
    """The two threads that a pair stands for, in text order; nothing where there are more or fewer."""
    columns = discourse.columns
    noun = singular(columns.lower[head], columns.lemma[head].lower())
    for sorts in _sorts(noun):
        found: dict[int, int] = {}
        for i in discourse.before(head, _WINDOW):
            thread = discourse.thread_of[i]
            if thread is None:
                continue
            t = discourse.threads[thread]
            if t.sort in sorts and t.number != "plural" and (t.cluster is not None or t.sort != "organization"):
                found[thread] = i
        if len(found) == 2:
            return tuple(sorted(found, key=lambda thread: found[thread]))
        joint = _joint(discourse, list(found.values())) if noun in word_list("pair_alone") else ()
        if joint:
            return joint
    return ()


def _joint(discourse: Discourse, mentions: list[int]) -> tuple[int, ...]:
    """The only two of several people who are told together: "Ann and Ola Dahl adopted a boy … the couple"."""
    columns = discourse.columns
    heads = {discourse.heads[i] for i in mentions}
    lists = [
        (columns.head[h], h)
        for h in sorted(heads)
        if columns.dep[h] == "conj" and columns.head[h] in heads and columns.dep[columns.head[h]] != "conj"
    ]
    alone = len(lists) == 1 and not any(columns.dep[k] == "conj" for k in columns.kids[lists[0][1]])
    threads = tuple(t for h in lists[0] if (t := discourse.thread_at(h)) is not None) if alone else ()
    return threads if len(set(threads)) == 2 else ()


def _sorts(noun: str) -> tuple[frozenset[str], ...]:
    if noun in word_list("pair_of_states"):
        return (frozenset({"state"}),)
    if noun in word_list("pair_of_people") or noun in word_list("pair_alone"):
        return (frozenset({"person"}),)
    if noun in word_list("pair_of_bodies"):
        return (frozenset({"organization"}),)
    return (frozenset({"state"}), frozenset({"organization"}), frozenset({"person"}))
