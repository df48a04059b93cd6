"""How salient a mention is for a pronoun, and which mentions it cannot mean."""

from dataclasses import dataclass

from graphkit.extraction.actors.discourse import Discourse, clause_verb, subject_of
from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import word_list
from graphkit.extraction.layers import Phrase

REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
BY_DISTANCE = (60, 50, 24, 10, 4, 0, 0, 0, 0)  # weight by sentences between
LAST = 24  # what the last members of a list lose at most
MARGIN = 8  # what the best must be ahead of the next
_FAR = 6  # sentences looked back over for a person
_SUBJECTS = ("nsubj", "nsubjpass")
_OFTEN = 4  # more mentions than these make nobody more salient


@dataclass(frozen=True, slots=True)
class Choice:
    """What a pronoun stands for: a thread, several, a phrase that is no actor, or nothing."""

    thread: int | None = None
    several: tuple[int, ...] = ()
    phrase: Phrase | None = None


NOTHING = Choice()


def excluded(discourse: Discourse, token: int) -> set[int]:
    """Threads that a pronoun cannot mean: the other arguments of its verb, and whom it possesses."""
    columns = discourse.columns
    out: set[int] = set()
    if columns.lower[token] in REFLEXIVE:
        return out
    if columns.dep[token] == "poss":
        owned = discourse.thread_at(columns.head[token])
        chain = _up(columns, columns.head[token])
        out = {t for h in (columns.head[token], *chain) if (t := discourse.thread_at(h)) is not None}
        verb = columns.head[columns.head[token]]
        if columns.dep[columns.head[token]] == "dobj" and columns.lemma[verb].lower() in word_list("not_own_verb"):
            taker = subject_of(columns, verb)  # "X stole its designs"
            out |= {t for h in (taker,) if h is not None and (t := discourse.thread_at(h)) is not None}
        return out | ({owned} if owned is not None else set())
    verb = clause_verb(columns, token)
    arguments = list(columns.kids[verb])
    result = columns.tag[verb] == "VBG" and columns.lemma[verb].lower() in word_list("result_verb")
    subject = subject_of(columns, verb)
    if subject is not None and not (result and columns.dep[verb] == "advcl"):
        arguments.append(subject)  # but "Holm won again, making her the first"
    if columns.dep[verb] == "xcomp":
        arguments += columns.kids[columns.head[verb]]
    for k in arguments:
        ends = [k]
        if columns.dep[k] in ("prep", "agent", "dative"):
            ends = [o for o in columns.kids[k] if columns.dep[o] == "pobj"]
        elif columns.dep[k] not in ("nsubj", "nsubjpass", "dobj", "dative", "attr", "appos"):
            continue
        for end in ends:
            if end == token:
                continue
            for h in (end, *[c for c in columns.kids[end] if columns.dep[c] in ("conj", "appos")]):
                thread = discourse.thread_at(h)
                if thread is not None:
                    out.add(thread)
                out.update(discourse.pairs.get(h, ()))
    return out


def _up(columns: Columns, noun: int) -> list[int]:
    """Heads that an apposition belongs to: "his lawyer, Ann Holm" excludes both."""
    out: list[int] = []
    while columns.dep[noun] == "appos" and columns.head[noun] != noun and len(out) < LAST:
        noun = columns.head[noun]
        out.append(noun)
    out += [k for k in columns.kids[noun] if columns.dep[k] == "appos"]
    return out


def role_score(columns: Columns, head: int) -> int:
    """Weight of a mention's place in its sentence."""
    dep, malus = columns.dep[head], 0
    while dep in ("conj", "appos") and columns.head[head] != head and malus < LAST:
        malus += 6 if dep == "conj" else 1
        head = columns.head[head]
        dep = columns.dep[head]
    return _plain_score(columns, head) - malus


def _plain_score(columns: Columns, head: int) -> int:
    dep = columns.dep[head]
    if dep in ("nsubj", "nsubjpass"):
        verb = columns.head[head]
        return 30 if columns.dep[verb] in ("ROOT", "conj") else 22
    if dep in ("dobj", "dative", "agent"):
        return 12
    if dep == "poss":
        return 10
    if dep == "pobj" and columns.lower[columns.head[head]] == "by":
        return 20  # "a goal by Berg"
    return 0 if dep in ("compound", "nmod") else 6


def local_score(discourse: Discourse, token: int, head: int) -> int:
    """Bonus of an antecedent in the sentence of the pronoun: who says that he …, who praised his team."""
    columns = discourse.columns
    if columns.sent[token] != columns.sent[head]:
        return 0
    verb = clause_verb(columns, token)
    if columns.dep[token] == columns.dep[head] == "dobj" and columns.head[verb] == columns.head[head]:
        return 20
    behind = columns.head[head]
    means = columns.dep[verb] == "pcomp" and columns.lower[columns.head[verb]] == "by"
    if means and columns.dep[token] == columns.dep[head] == "dobj" and columns.head[columns.head[verb]] == behind:
        return 24  # "helped Holm by taking him home"
    aimed = columns.dep[head] == "pobj" and columns.head[behind] == columns.head[verb] and behind < verb
    if aimed and columns.dep[token] == "dobj" and columns.dep[verb] == "advcl" and columns.tag[verb] == "VBG":
        return 20  # "fired at Holm, hitting him"
    owned = columns.head[token]
    if columns.dep[token] == "poss" and columns.dep[owned] == "conj" and columns.head[owned] == head:
        return 30  # "the victims and their families"
    if columns.dep[token] == "poss":
        return _owner_score(discourse, token, head, subject_of(columns, verb))
    above = columns.head[head]
    fronted = columns.dep[above] == "advcl" and columns.head[above] == verb and columns.dep[head] in _SUBJECTS
    if fronted and columns.dep[token] in _SUBJECTS:
        return 24  # "When Holm walked in, he …"
    if _thwarted(columns, verb, head):
        return 48
    seen = 0
    while columns.head[verb] != verb and seen < 6:
        verb, seen = clause_verb(columns, columns.head[verb]), seen + 1
        if columns.head[head] == verb and columns.dep[head] in ("dobj", "dative") and _asked(columns, verb):
            return 14  # "asked Holm whether she …"
        if any(k == head and columns.dep[k] in ("nsubj", "nsubjpass") for k in columns.kids[verb]):
            return max(18 - 4 * (seen - 1), 6)
    return 0


def _owner_score(discourse: Discourse, token: int, head: int, subject: int | None) -> int:
    """Bonus for "his": of the subject, of whom the subject is "his", of whom something is done to or taken from."""
    columns = discourse.columns
    if subject == head:
        return 18
    if columns.head[head] == subject and columns.dep[head] == "poss" and columns.lower[head] == columns.lower[token]:
        return 34  # "his lawyer sought his release"
    owned = columns.head[token]
    owned = columns.head[owned] if columns.dep[owned] == "compound" else owned  # "his | head coaching duties"
    preposition = columns.head[owned]
    beside = columns.dep[preposition] == "prep" and columns.head[preposition] in (head, columns.head[head])
    if not beside or columns.dep[head] != "dobj" or head > preposition:
        return 0
    if columns.lower[preposition] == "of":
        return 34  # "stripped Holm of his rank"
    doer = None if subject is None else discourse.thread_at(subject)
    return 34 if doer is None or discourse.threads[doer].sort != "person" else 0  # "the club fired Holm in his absence"


def _thwarted(columns: Columns, verb: int, head: int) -> bool:
    """Whether somebody tried something on who is at `head`: "tried to stop the thief, but he fled"."""
    first = columns.head[verb]
    tried = columns.dep[verb] == "conj" and columns.lemma[first].lower() in ("try", "attempt")
    but = tried and any(columns.lower[k] == "but" for k in columns.kids[first])
    act = columns.head[head]
    return but and columns.dep[head] == "dobj" and columns.dep[act] == "xcomp" and columns.head[act] == first


def _asked(columns: Columns, verb: int) -> bool:
    return columns.lemma[verb].lower() in word_list("telling_verb") or columns.lemma[verb].lower() == "ask"


def rank_people(discourse: Discourse, token: int, gender: str, barred: set[int]) -> dict[int, int]:
    """Salience of the persons before a token who may have that gender, by thread."""
    columns = discourse.columns
    scores: dict[int, int] = {}
    for i in discourse.before(token, _FAR):
        thread = discourse.thread_of[i]
        if thread is None or thread in barred:
            continue
        t = discourse.threads[thread]
        if t.sort != "person" or t.number == "plural" or (gender and t.gender not in ("", gender)):
            continue
        head = discourse.heads[i]
        score = BY_DISTANCE[columns.sent[token] - columns.sent[head]] + role_score(columns, head)
        score += local_score(discourse, token, head) + _goes_on(columns, token, head)
        score += 14 if gender and t.gender == gender else 0
        score += 6 if t.cluster is not None else 0
        scores[thread] = max(scores.get(thread, -99), score)
    for thread in scores:
        first = discourse.threads[thread].members[:_OFTEN]
        scores[thread] += 3 * sum(discourse.heads[i] < token for i in first)
    return scores


def _goes_on(columns: Columns, token: int, head: int) -> int:
    """Bonus of the subject of the sentence before for who "added" something or "went on"."""
    verb = columns.head[token]
    adds = columns.dep[token] == "nsubj" and columns.lemma[verb].lower() in ("add", "continue")
    above = columns.dep[head] == "nsubj" and columns.dep[columns.head[head]] == "ROOT"
    return 20 if adds and above and columns.sent[token] == columns.sent[head] + 1 else 0


def decide(scores: dict[int, int], margin: int) -> Choice:
    """The best thread, where it is ahead of the next by the margin."""
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < margin):
        return NOTHING
    return Choice(ranked[0][0])
