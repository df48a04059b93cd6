"""Who went before or comes after somebody in a post: "Holm replaced Berg … her predecessor"."""

from graphkit.extraction.actors.discourse import Discourse
from graphkit.extraction.actors.mentions import Found
from graphkit.extraction.actors.reach import WINDOW
from graphkit.extraction.gazetteer import word_list

_WIDEST = 30  # dependents of a verb that are looked at
_ENDS = {"predecessor": ("nsubj", "dobj"), "successor": ("dobj", "nsubj")}  # where the owner stands, and who is meant


def replaced_by(discourse: Discourse, m: Found, owner: int) -> int | None:
    """The one person whom the owner of "predecessor" or "successor" was told to replace or to be replaced by."""
    if m.noun not in _ENDS:
        return None
    columns, (theirs, wanted) = discourse.columns, _ENDS[m.noun]
    found = set()
    for i in discourse.before(m.start, WINDOW):
        head = discourse.heads[i]
        verb = columns.head[head]
        if discourse.thread_of[i] != owner or columns.dep[head] != theirs:
            continue
        if columns.lemma[verb].lower() in word_list("replacing_verb"):
            others = (k for k in columns.kids[verb][:_WIDEST] if columns.dep[k] == wanted)
            found |= {t for k in others if (t := discourse.thread_at(k)) is not None}
    people = {t for t in found - {owner} if discourse.threads[t].sort == "person"}
    return people.pop() if len(people) == 1 else None
