"""Whom a pronoun stands for: salience with hard limits, and silence where two would fit."""

from collections.abc import Set as AbstractSet

from graphkit.extraction.actors.discourse import Discourse, clause_verb, fronted_subject, subject_of
from graphkit.extraction.actors.salience import MARGIN, NOTHING, REFLEXIVE, Choice, decide, excluded, rank_people
from graphkit.extraction.actors.things import THEY, plural_pronoun, thing_pronoun
from graphkit.extraction.columns import Columns

HE = dict.fromkeys(("he", "him", "his", "himself"), "m") | dict.fromkeys(("she", "her", "hers", "herself"), "f")
IT = frozenset({"it", "its", "itself"})
_SOMEBODY = frozenset({"someone", "somebody", "anyone", "anybody", "whoever", "everyone", "everybody"})
_NEAR = 14  # tokens back
SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
OTHER = frozenset({"you", "your", "yours", "yourself", "yourselves", "this", "that", "these", "those"})
ALL = frozenset(HE) | IT | THEY | SPEAKER | WE | OTHER


def person_pronoun(discourse: Discourse, token: int, *, others: AbstractSet[int] = frozenset()) -> Choice:
    """The person that he or she is; `others` are threads known not to be meant, such as who speaks."""
    columns, gender = discourse.columns, HE[discourse.columns.lower[token]]
    barred = excluded(discourse, token) | others
    if columns.lower[token] in REFLEXIVE:
        subject = subject_of(columns, clause_verb(columns, token))
        thread = None if subject is None else discourse.thread_at(subject)
        if thread is not None and discourse.threads[thread].sort == "person":
            return Choice(thread)
    if _of_somebody(columns, token):
        return NOTHING
    scores = rank_people(discourse, token, gender, barred)
    if not scores or fronted_subject(columns, token) is not None:
        ahead = _ahead(discourse, token, gender)
        if ahead is not None and ahead not in barred:
            return Choice(ahead)
    return decide(scores, MARGIN)


def _of_somebody(columns: Columns, token: int) -> bool:
    """Whether "someone" stands before him in his sentence, who is nobody known."""
    start = max(columns.starts[columns.sent[token]], token - _NEAR)
    return any(columns.lower[i] in _SOMEBODY for i in range(start, token))


def _ahead(discourse: Discourse, token: int, gender: str) -> int | None:
    """Person who is the subject behind a fronted adverbial."""
    subject = fronted_subject(discourse.columns, token)
    thread = None if subject is None else discourse.thread_at(subject)
    if subject is None or thread is None or discourse.mentions[discourse.at_head[subject]].form != "name":
        return None
    t = discourse.threads[thread]
    return thread if t.sort == "person" and t.gender in ("", gender) else None


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
