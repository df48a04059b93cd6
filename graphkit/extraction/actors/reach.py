"""Which threads a description may take up: named shortly before, and not what its own clause excludes."""

from graphkit.extraction.actors.discourse import Discourse, clause_verb
from graphkit.extraction.actors.mentions import Found

WINDOW = 3  # sentences back in which a description looks for whom it means
_WIDEST = 60  # dependents of a verb that are looked at


def recent_threads(discourse: Discourse, m: Found, sentences: int) -> list[int]:
    """Threads mentioned before, the nearest first, each once, without those that the clause excludes."""
    barred = barred_threads(discourse, m)
    seen = dict.fromkeys(discourse.thread_of[i] for i in discourse.before(m.start, sentences))
    return [t for t in seen if t is not None and t not in barred]


def barred_threads(discourse: Discourse, m: Found) -> set[int]:
    """Threads that stand in the same clause as subject or object, so that the description means another."""
    said = _describing_speaker(discourse, m)
    return _beside(discourse, m) | (set() if said is None else {said})


def telling_thread(discourse: Discourse, m: Found) -> int | None:
    """Thread of who says the clause that a description stands in, and so is not told by it."""
    columns = discourse.columns
    verb = clause_verb(columns, m.head)
    if columns.dep[verb] != "ccomp":
        return None
    subject = next((k for k in columns.kids[columns.head[verb]][:_WIDEST] if columns.dep[k] == "nsubj"), None)
    return None if subject is None else discourse.thread_at(subject)


def _describing_speaker(discourse: Discourse, m: Found) -> int | None:
    """Speaker told by a description of a clause with another: "the carmaker said the German firm …" are two."""
    columns = discourse.columns
    verb = clause_verb(columns, m.head)
    if columns.dep[verb] != "ccomp" or m.sort != "organization":
        return None
    for k in columns.kids[columns.head[verb]][:_WIDEST]:
        i = discourse.at_head.get(k)
        if columns.dep[k] == "nsubj" and i is not None and discourse.mentions[i].form == "nominal":
            return discourse.thread_of[i]
    return None


def _beside(discourse: Discourse, m: Found) -> set[int]:
    """Threads of the subject and objects of the verb that a description stands with."""
    columns = discourse.columns
    if columns.dep[m.head] not in ("nsubj", "nsubjpass", "dobj", "dative", "pobj"):
        return set()
    kids = columns.kids[clause_verb(columns, m.head)][:_WIDEST]
    heads = [k for k in kids if columns.dep[k] in ("nsubj", "nsubjpass", "dobj", "dative") and k != m.head]
    return {thread for k in heads if (thread := discourse.thread_at(k)) is not None}


def has_owner(discourse: Discourse, m: Found) -> bool:
    """Whether a phrase has a possessor ("his wife", "Oslo's mayor")."""
    return any(discourse.columns.dep[k] == "poss" for k in discourse.columns.kids[m.head])


def told_behind(discourse: Discourse, m: Found) -> bool:
    """Whether a description is told apart by what follows: "the company that built it", "the bank of …"."""
    columns = discourse.columns
    return any(columns.dep[k] in ("prep", "relcl", "acl") for k in columns.kids[m.head] if k > m.head)
