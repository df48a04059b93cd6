"""Descriptions at the head of a story that its first sentences name: "The president" over "President Holm"."""

from graphkit.extraction.actors.discourse import Discourse

_REACH = 4  # sentences below the first line in which the name must stand


def name_decks(discourse: Discourse) -> None:
    """Join definite descriptions of the first line to the one person below who bears that title."""
    columns = discourse.columns
    first = columns.sent[_first_line(discourse)] if len(columns) else 0
    for number, thread in enumerate(discourse.threads):
        if thread.cluster is not None or thread.sort != "person" or not thread.members:
            continue
        start = min(thread.members)
        m = discourse.mentions[start]
        if columns.sent[m.head] > first:
            break
        if m.form != "nominal" or not m.definite:
            continue
        fits = _bearers(discourse, number, first + _REACH)
        if len(fits) == 1:
            discourse.merge(fits[0], number)


def _first_line(discourse: Discourse) -> int:
    """Last token of the first line."""
    for i, word in enumerate(discourse.columns.text):
        if "\n" in word:
            return i
    return 0


def _bearers(discourse: Discourse, number: int, last: int) -> list[int]:
    """Named persons up to a sentence who bear a title of the thread, of a state that does not contradict."""
    columns, thread = discourse.columns, discourse.threads[number]
    found: dict[int, None] = {}
    for i, m in enumerate(discourse.mentions):
        if columns.sent[m.head] > last:
            break
        other = discourse.thread_of[i]
        if m.form != "name" or other is None or other == number:
            continue
        t = discourse.threads[other]
        agree = not (t.states and thread.states) or bool(t.states & thread.states)
        gender = not (t.gender and thread.gender) or t.gender == thread.gender
        if t.sort == "person" and t.nouns & thread.nouns and agree and gender:
            found[other] = None
    return list(found)
