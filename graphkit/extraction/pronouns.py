"""Whom a pronoun stands for: salience with hard limits, and silence where two would fit."""

from dataclasses import dataclass

from graphkit.extraction.columns import Columns
from graphkit.extraction.discourse import Discourse, clause_verb, subject_of
from graphkit.extraction.gazetteer import nouns, word_list
from graphkit.extraction.layers import Phrase
from graphkit.extraction.mentions import base_start

HE = dict.fromkeys(("he", "him", "his", "himself"), "m") | dict.fromkeys(("she", "her", "hers", "herself"), "f")
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves", "'em"})
SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
OTHER = frozenset({"you", "your", "yours", "yourself", "yourselves", "this", "that", "these", "those"})
ALL = frozenset(HE) | IT | THEY | SPEAKER | WE | OTHER
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_BY_DISTANCE = (60, 50, 24, 10, 4, 0, 0, 0, 0)
_FAR = 6
_MARGIN = 8
_LAST = 24  # what the last members of a list lose at most
_OFTEN = 4  # more mentions than these make nobody more salient
_WIDEST = 250  # tokens looked back over for a noun


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
    if columns.lower[token] in _REFLEXIVE:
        return out
    if columns.dep[token] == "poss":
        owned = discourse.thread_at(columns.head[token])
        chain = _up(columns, columns.head[token])
        out = {t for h in (columns.head[token], *chain) if (t := discourse.thread_at(h)) is not None}
        return out | ({owned} if owned is not None else set())
    verb = clause_verb(columns, token)
    arguments = list(columns.kids[verb])
    subject = subject_of(columns, verb)
    if subject is not None:
        arguments.append(subject)
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
    return out


def _up(columns: Columns, noun: int) -> list[int]:
    """Heads that an apposition belongs to: "his lawyer, Ann Holm" excludes both."""
    out: list[int] = []
    while columns.dep[noun] == "appos" and columns.head[noun] != noun and len(out) < _LAST:
        noun = columns.head[noun]
        out.append(noun)
    out += [k for k in columns.kids[noun] if columns.dep[k] == "appos"]
    return out


def role_score(columns: Columns, head: int) -> int:
    """Weight of a mention's place in its sentence."""
    dep, malus = columns.dep[head], 0
    while dep in ("conj", "appos") and columns.head[head] != head and malus < _LAST:
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
    return 0 if dep in ("compound", "nmod") else 6


def local_score(discourse: Discourse, token: int, head: int) -> int:
    """Bonus of an antecedent in the sentence of the pronoun: who says that he …, who praised his team."""
    columns = discourse.columns
    if columns.sent[token] != columns.sent[head]:
        return 0
    verb = clause_verb(columns, token)
    if columns.dep[token] == columns.dep[head] == "dobj" and columns.head[verb] == columns.head[head]:
        return 20
    owned = columns.head[token]
    if columns.dep[token] == "poss" and columns.dep[owned] == "conj" and columns.head[owned] == head:
        return 30  # "the victims and their families"
    if columns.dep[token] == "poss":
        return 18 if subject_of(columns, verb) == head else 0
    seen = 0
    while columns.head[verb] != verb and seen < 6:
        verb, seen = clause_verb(columns, columns.head[verb]), seen + 1
        if any(k == head and columns.dep[k] in ("nsubj", "nsubjpass") for k in columns.kids[verb]):
            return 18
    return 0


def person_pronoun(discourse: Discourse, token: int, *, self_barred: int | None = None) -> Choice:
    """The person that he or she is; `self_barred` is the thread of who speaks, who would be "I"."""
    columns, gender = discourse.columns, HE[discourse.columns.lower[token]]
    barred = excluded(discourse, token)
    if self_barred is not None:
        barred.add(self_barred)
    if columns.lower[token] in _REFLEXIVE:
        subject = subject_of(columns, clause_verb(columns, token))
        thread = None if subject is None else discourse.thread_at(subject)
        if thread is not None and discourse.threads[thread].sort == "person":
            return Choice(thread)
    scores = rank_people(discourse, token, gender, barred)
    if not scores or _fronted(columns, token):
        ahead = _ahead(discourse, token, gender)
        if ahead is not None and ahead not in barred:
            return Choice(ahead)
    return decide(scores, _MARGIN)


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
        score = _BY_DISTANCE[columns.sent[token] - columns.sent[head]] + role_score(columns, head)
        score += local_score(discourse, token, head)
        score += 14 if gender and t.gender == gender else 0
        score += 6 if t.cluster is not None else 0
        scores[thread] = max(scores.get(thread, -99), score)
    for thread in scores:
        first = discourse.threads[thread].members[:_OFTEN]
        scores[thread] += 3 * sum(discourse.heads[i] < token for i in first)
    return scores


def decide(scores: dict[int, int], margin: int) -> Choice:
    """The best thread, where it is ahead of the next by the margin."""
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < margin):
        return NOTHING
    return Choice(ranked[0][0])


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


def _pleonastic(columns: Columns, token: int) -> bool:
    """Whether it stands for nothing: "It is clear that …", "it seems …"."""
    verb = clause_verb(columns, token)
    if columns.dep[token] == "expl":
        return True
    lemma = columns.lemma[verb].lower()
    if lemma not in word_list("pleonastic_verb"):
        return False
    deps = {columns.dep[k] for k in columns.kids[verb]}
    if lemma == "be" and columns.dep[token].startswith("nsubj"):
        if deps & {"ccomp", "csubj", "xcomp", "advcl", "relcl"}:
            return True
        return any(
            columns.dep[a] in ("acomp", "attr")
            and any(columns.dep[x] in ("xcomp", "ccomp", "advcl", "relcl", "acl") for x in columns.kids[a])
            for a in columns.kids[verb]
        )
    return bool(deps & {"ccomp", "xcomp", "csubj"}) or lemma in ("rain", "snow")


def thing_pronoun(discourse: Discourse, token: int) -> Choice:
    """The organisation, state or thing that it or its is: a subject of this or the last sentence, else nothing."""
    columns = discourse.columns
    if _pleonastic(columns, token):
        return NOTHING
    if columns.lower[token] in _REFLEXIVE:
        return _subject(discourse, token)
    barred, agentive = excluded(discourse, token), _agentive(columns, token)
    options: list[tuple[int, int]] = []
    for head in _nouns_before(columns, token, 1, plural=False):
        thread = discourse.thread_at(head)
        if thread is not None and (
            thread in barred
            or discourse.threads[thread].sort == "person"
            or discourse.threads[thread].number == "plural"
        ):
            continue
        score = (
            _BY_DISTANCE[columns.sent[token] - columns.sent[head]]
            + role_score(columns, head)
            + local_score(discourse, token, head)
        )
        if thread is None and (agentive or any(columns.tag[k] == "PRP$" for k in columns.kids[head])):
            continue
        score += 8 if thread is not None else 0
        options.append((score, head))
    return _pick(discourse, options, token)


def plural_pronoun(discourse: Discourse, token: int) -> Choice:
    """The group, organisation, coordination or things that they are."""
    columns, barred = discourse.columns, excluded(discourse, token)
    if columns.lower[token] in _REFLEXIVE:
        return _subject(discourse, token)
    agentive = _agentive(columns, token)
    options: list[tuple[int, int]] = []
    for head in _nouns_before(columns, token, 2, plural=True):
        thread = discourse.thread_at(head)
        pair = any(columns.dep[k] == "conj" for k in columns.kids[head])
        if thread is not None and not pair:
            t = discourse.threads[thread]
            if (
                thread in barred
                or t.outlet
                or t.sort in ("person", "state")
                or (t.number == "singular" and t.sort == "organization" and not _team(columns, head))
            ):
                continue
        score = (
            _BY_DISTANCE[columns.sent[token] - columns.sent[head]]
            + role_score(columns, head)
            + local_score(discourse, token, head)
        )
        if thread is None and (agentive or any(columns.tag[k] == "PRP$" for k in columns.kids[head])):
            continue
        score += 12 if thread is not None else 0
        options.append((score, head))
    return _pick(discourse, options, token)


def _subject(discourse: Discourse, token: int) -> Choice:
    """What a reflexive pronoun stands for: the subject of its clause."""
    subject = subject_of(discourse.columns, clause_verb(discourse.columns, token))
    thread = None if subject is None else discourse.thread_at(subject)
    return NOTHING if thread is None else Choice(thread)


def _agentive(columns: Columns, token: int) -> bool:
    """Whether the pronoun does what only somebody can do: subject of an active verb that things do not have."""
    verb = columns.head[token]
    return (
        columns.dep[token] == "nsubj"
        and columns.pos[verb] == "VERB"
        and columns.lemma[verb].lower() not in word_list("thing_verb")
    )


def _team(columns: Columns, head: int) -> bool:
    """Whether a name is in the plural by form or by its verb."""
    verb = columns.head[head]
    return columns.text[head].endswith("s") or (columns.dep[head] == "nsubj" and columns.tag[verb] == "VBP")


def _nouns_before(columns: Columns, token: int, sentences: int, *, plural: bool) -> list[int]:
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
        if i in around:
            continue
        many = (
            columns.tag[i] in ("NNS", "NNPS")
            or nouns().get(columns.lower[i], ("no",))[0] == "group"
            or any(columns.dep[k] == "conj" for k in columns.kids[i])
            or (columns.text[i].endswith("s") and columns.pos[i] == "PROPN")
        )
        if many == plural or (plural and columns.pos[i] == "PROPN"):
            out.append(i)
    return out


def _modified(columns: Columns, token: int) -> set[int]:
    """Nouns whose own clause the pronoun stands in ("the time it was over"), which it cannot mean."""
    out: set[int] = set()
    at = token
    for _ in range(_LAST):
        if columns.head[at] == at:
            break
        if columns.dep[at] in ("relcl", "acl"):
            out.add(columns.head[at])
        at = columns.head[at]
    return out


def _coordinated(columns: Columns, head: int) -> list[int]:
    """A noun and those coordinated with it, each of which hangs on the one before."""
    out = [head]
    for at in out:
        out += [k for k in columns.kids[at] if columns.dep[k] == "conj"]
        if len(out) > _LAST:
            break
    return out


def _pick(discourse: Discourse, options: list[tuple[int, int]], token: int) -> Choice:
    columns = discourse.columns
    if not options:
        return NOTHING
    best: dict[int, tuple[int, int]] = {}
    for score, head in options:
        thread = discourse.thread_at(head)
        key = -1 - head if thread is None else thread
        if key not in best or score > best[key][0]:
            best[key] = (score, head)
    ranked = sorted(best.values(), key=lambda item: (-item[0], -item[1]))
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        return NOTHING
    head = ranked[0][1]
    if head in discourse.pairs or columns.tag[head] == "DT":
        return Choice(several=discourse.pairs.get(head, ())) if columns.lower[token] in THEY else NOTHING
    members = _coordinated(columns, head)
    if columns.lower[token] in THEY and len(members) > 1:
        threads = [discourse.thread_at(h) for h in members]
        known = tuple(dict.fromkeys(t for t in threads if t is not None))
        if len(known) == len(members):
            return Choice(several=known)
    thread = discourse.thread_at(head)
    if thread is not None:
        return Choice(thread)
    start = base_start(columns, head)
    if columns.pos[head] not in ("NOUN", "PROPN") or columns.tag[start] == "PRP$":
        return NOTHING
    return Choice(phrase=Phrase(head, start, head + 1))
