"""Whom a pronoun stands for: salience with hard limits, and silence where two would fit."""

from graphkit.extraction.columns import Columns
from graphkit.extraction.discourse import Discourse, clause_verb, subject_of
from graphkit.extraction.salience import MARGIN, NOTHING, REFLEXIVE, Choice, decide, excluded, rank_people
from graphkit.extraction.things import THEY, plural_pronoun, thing_pronoun

HE = dict.fromkeys(("he", "him", "his", "himself"), "m") | dict.fromkeys(("she", "her", "hers", "herself"), "f")
IT = frozenset({"it", "its", "itself"})
SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
OTHER = frozenset({"you", "your", "yours", "yourself", "yourselves", "this", "that", "these", "those"})
ALL = frozenset(HE) | IT | THEY | SPEAKER | WE | OTHER


def person_pronoun(discourse: Discourse, token: int, *, self_barred: int | None = None) -> Choice:
    """The person that he or she is; `self_barred` is the thread of who speaks, who would be "I"."""
    columns, gender = discourse.columns, HE[discourse.columns.lower[token]]
    barred = excluded(discourse, token)
    if self_barred is not None:
        barred.add(self_barred)
    if columns.lower[token] in REFLEXIVE:
        subject = subject_of(columns, clause_verb(columns, token))
        thread = None if subject is None else discourse.thread_at(subject)
        if thread is not None and discourse.threads[thread].sort == "person":
            return Choice(thread)
    scores = rank_people(discourse, token, gender, barred)
    if not scores or _fronted(columns, token):
        ahead = _ahead(discourse, token, gender)
        if ahead is not None and ahead not in barred:
            return Choice(ahead)
    return decide(scores, MARGIN)


def _fronted(columns: Columns, token: int) -> bool:
    """Whether the pronoun stands in an adverbial before the main clause's subject ("During his trip, …")."""
    at = token
    while columns.head[at] != at:
        up = columns.head[at]
        if columns.dep[at] in ("prep", "advcl") and up > at:
            subject = next((k for k in columns.kids[up] if columns.dep[k] in ("nsubj", "nsubjpass")), None)
            return subject is not None and subject > token
        at = up
    return False


def _ahead(discourse: Discourse, token: int, gender: str) -> int | None:
    """Person who is the subject behind a fronted adverbial."""
    columns = discourse.columns
    if not _fronted(columns, token):
        return None
    for i in discourse.after(token):
        if columns.dep[discourse.heads[i]] in ("nsubj", "nsubjpass") and discourse.mentions[i].form == "name":
            thread = discourse.thread_of[i]
            if thread is not None:
                t = discourse.threads[thread]
                if t.sort == "person" and t.gender in ("", gender):
                    return thread
    return None


__all__ = [
    "ALL",
    "HE",
    "IT",
    "NOTHING",
    "OTHER",
    "SPEAKER",
    "THEY",
    "WE",
    "Choice",
    "person_pronoun",
    "plural_pronoun",
    "thing_pronoun",
]
