"""Which nouns a pronoun for things or several may stand for, before they are weighed."""

from graphkit.extraction.actors.discourse import Discourse, clause_verb, subject_of
from graphkit.extraction.actors.salience import LAST, NOTHING, Choice
from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import nouns, word_list

_BODIES = ("organization", "state", "group")
_CLAUSES = 3  # clauses climbed to a subject
_WIDEST = 250  # tokens looked back over for a noun


def body_above(discourse: Discourse, token: int) -> Choice:
    """The body or state that is the subject of the clause of "their", or of one above it: "Ajax said their captain"."""
    columns, verb = discourse.columns, clause_verb(discourse.columns, token)
    for _ in range(_CLAUSES):
        subject = subject_of(columns, verb)
        thread = None if subject is None else discourse.thread_at(subject)
        if thread is not None and subject != columns.head[token] and discourse.threads[thread].sort in _BODIES:
            return Choice(thread)
        if columns.head[verb] == verb:
            break
        verb = clause_verb(columns, columns.head[verb])
    return NOTHING


def _modified(columns: Columns, token: int) -> set[int]:
    """Nouns whose own clause the pronoun stands in ("the time it was over"), which it cannot mean."""
    out: set[int] = set()
    at = token
    for _ in range(LAST):
        if columns.head[at] == at:
            break
        if columns.dep[at] in ("relcl", "acl"):
            out.add(columns.head[at])
        at = columns.head[at]
    return out


def coordinated(columns: Columns, head: int) -> list[int]:
    """A noun and those coordinated with it, each of which hangs on the one before."""
    out = [head]
    for at in out:
        out += [k for k in columns.kids[at] if columns.dep[k] == "conj"]
        if len(out) > LAST:
            break
    return out


def nouns_before(columns: Columns, token: int, sentences: int, *, plural: bool) -> list[int]:
    """Heads of noun phrases before a pronoun that agree in number."""
    first = columns.starts[max(0, columns.sent[token] - sentences)]
    around = _modified(columns, token)
    out: list[int] = []
    for i in range(token - 1, max(first, token - _WIDEST) - 1, -1):
        if columns.dep[i] not in (
            "nsubj",
            "nsubjpass",
            "dobj",
            "pobj",
            "poss",
            "dative",
            "appos",
            "attr",
            "conj",
        ) or columns.pos[i] not in ("NOUN", "PROPN", "NUM", "ADJ"):
            continue
        if i in around or columns.lower[i] in word_list("calendar"):
            continue
        many = (
            columns.tag[i] in ("NNS", "NNPS")
            or nouns().get(columns.lower[i], ("no",))[0] == "group"
            or any(columns.dep[k] == "conj" for k in columns.kids[i])
            or (columns.text[i].endswith("s") and columns.pos[i] == "PROPN")
        )
        if many == plural or columns.pos[i] == "PROPN":
            out.append(i)
    return out
