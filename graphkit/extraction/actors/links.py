"""Joins that grammar makes sure: titles, appositions, copulas, relative pronouns, "a man named …"."""

from graphkit.extraction.actors.appositions import appointed, position_pairs
from graphkit.extraction.actors.discourse import Discourse

_COPULAS = frozenset({"be", "become", "remain"})
_NAMING = frozenset({"name", "call", "identify", "know", "dub", "nickname"})
_UNREAL = frozenset({"would", "could", "might", "may", "should", "will", "'d", "'ll", "must", "can"})
_COUNTS = frozenset({"all", "both", "dozens", "scores", "hundreds", "thousands", "millions"})
RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})


def link_grammar(discourse: Discourse) -> None:
    """Join mentions that stand for each other by construction; nominals of their own get no thread here."""
    columns = discourse.columns
    for i, m in enumerate(discourse.mentions):
        if m.form == "pronoun":
            continue
        partner = _apposed(discourse, m.head) if columns.dep[m.head] == "appos" else None
        if partner is None and columns.dep[m.head] == "attr":
            partner = _copula_subject(discourse, m.head)
        if partner is None and m.form == "name":
            partner = _named(discourse, m.head)
        if partner is None and m.noun in _COUNTS:
            partner = _counted(discourse, m.head)
        if partner is None and m.form == "nominal":
            holder = appointed(discourse, m.head)
            partner = None if holder is None else discourse.at_head.get(holder)
        if partner is not None and discourse.mentions[partner].form == "pronoun":
            partner = None  # placed when the pronoun is: `told_of_pronoun`
        if partner is not None and partner != i and _agree(discourse, partner, i):
            _together(discourse, partner, i)
    for a, b in position_pairs(discourse):
        if _agree(discourse, a, b):
            _together(discourse, a, b)


def _together(discourse: Discourse, a: int, b: int) -> None:
    ta, tb = discourse.thread_of[a], discourse.thread_of[b]
    if ta is None and tb is None:
        ta = discourse.open_thread(a)
    if ta is None and tb is not None:
        discourse.join(a, tb)
    elif tb is None and ta is not None:
        discourse.join(b, ta)
    elif ta is not None and tb is not None:
        named = discourse.threads[ta].cluster is not None, discourse.threads[tb].cluster is not None
        if all(named):
            return
        keep, drop = (tb, ta) if named[1] else (ta, tb)
        discourse.merge(keep, drop)


def _agree(discourse: Discourse, a: int, b: int) -> bool:
    """Whether two mentions can be one actor by sort, number and gender."""
    m, n = discourse.mentions[a], discourse.mentions[b]
    ta, tb = discourse.thread_of[a], discourse.thread_of[b]
    gender_a = discourse.threads[ta].gender if ta is not None else m.gender
    gender_b = discourse.threads[tb].gender if tb is not None else n.gender
    if gender_a in ("f", "m") and gender_b in ("f", "m") and gender_a != gender_b:
        return False
    sorts = {m.sort, n.sort}
    if "person" in sorts and len(sorts) > 1:
        return False
    if "state" in sorts and len(sorts) > 1:
        return False
    if len({m.number, n.number} - {""}) < 2:
        return True
    several, one = (m, n) if m.number == "plural" else (n, m)
    bodies = several.form == "nominal" and several.sort == "organization" and one.form == "name"
    return "person" not in sorts and not (bodies and not discourse.columns.text[one.head].endswith("s"))


def _apposed(discourse: Discourse, head: int) -> int | None:
    """Mention that an apposition belongs to."""
    return discourse.at_head.get(discourse.columns.head[head])


def _copula_subject(discourse: Discourse, head: int) -> int | None:
    """Subject mention of "X is a …", where it is said for sure."""
    columns = discourse.columns
    verb = columns.head[head]
    if columns.lemma[verb].lower() not in _COPULAS:
        return None
    subject = None
    sure = any(columns.lower[k] == "the" for k in columns.kids[head])
    for k in columns.kids[verb]:
        if columns.lower[k] in ("will", "'ll") and sure:
            continue  # "will be the host"
        if (
            columns.dep[k] == "neg"
            or (columns.dep[k] == "aux" and columns.lower[k] in _UNREAL)
            or columns.lower[k] in ("if", "whether")
        ):
            return None
        if columns.dep[k] in ("nsubj", "nsubjpass"):
            subject = k
    if subject is None or (columns.lower[subject] in RELATIVES and columns.dep[verb] != "relcl"):
        return None
    if columns.lower[subject] in RELATIVES:
        subject = columns.head[verb]
    return discourse.at_head.get(subject)


def told_of_pronoun(discourse: Discourse, i: int) -> int | None:
    """Thread of the pronoun that a description is said of: "She is a lawyer", "chose him as host"."""
    m = discourse.mentions[i]
    partner = _copula_subject(discourse, m.head) if discourse.columns.dep[m.head] == "attr" else None
    if partner is None:
        holder = appointed(discourse, m.head)
        partner = None if holder is None else discourse.at_head.get(holder)
    if partner is None or discourse.mentions[partner].form != "pronoun":
        return None
    thread = discourse.thread_of[partner]
    if thread is None:
        return None
    t = discourse.threads[thread]
    fits = t.sort == m.sort and t.number == m.number and not (t.gender and m.gender and t.gender != m.gender)
    return thread if fits else None


def _counted(discourse: Discourse, head: int) -> int | None:
    """Mention behind "all of" and "both of"."""
    columns = discourse.columns
    for k in columns.kids[head]:
        if columns.lower[k] == "of":
            return next((discourse.at_head[o] for o in columns.kids[k] if o in discourse.at_head), None)
    return None


def _named(discourse: Discourse, head: int) -> int | None:
    """Mention that a name is given to: "a man named Jan Berg", "the victim, identified as Ann Holm"."""
    columns = discourse.columns
    at = columns.head[head]
    if columns.lower[at] == "as":
        at = columns.head[at]
    if columns.lemma[at].lower() not in _NAMING:
        return None
    if columns.tag[at] != "VBN":  # "police identified the victim as Ann Holm"
        objects = [
            k for k in columns.kids[at] if columns.dep[k] == "dobj" and columns.lower[columns.head[head]] == "as"
        ]
        found = discourse.at_head.get(objects[0]) if objects else None
        return None if found is None or discourse.mentions[found].form != "nominal" else found
    if columns.dep[at] in ("acl", "relcl"):
        return discourse.at_head.get(columns.head[at])
    for k in columns.kids[at]:
        if columns.dep[k] == "nsubjpass":
            found = discourse.at_head.get(k)
            return None if found is None or discourse.mentions[found].form == "pronoun" else found
    return None


def antecedent(discourse: Discourse, token: int) -> int | None:
    """Token that a relative pronoun stands for."""
    columns = discourse.columns
    at = token
    for _ in range(12):
        if columns.dep[at] == "relcl":
            return columns.head[at]
        if columns.head[at] == at:
            return None
        at = columns.head[at]
    return None
