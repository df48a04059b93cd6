"""What "it" and "they" stand for: organisations, states, groups, things, or nothing."""

from graphkit.extraction.actors.candidates import body_above, coordinated, nouns_before
from graphkit.extraction.actors.discourse import Discourse, clause_verb, fronted_subject, subject_of
from graphkit.extraction.actors.mentions import base_start
from graphkit.extraction.actors.salience import (
    BY_DISTANCE,
    MARGIN,
    NOTHING,
    REFLEXIVE,
    Choice,
    excluded,
    local_score,
    role_score,
)
from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import word_list
from graphkit.extraction.layers import Phrase

THEY = frozenset({"they", "them", "their", "theirs", "themselves", "'em"})
_FAVOUR = 12  # of an actor over things, where the pronoun does or has something


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
    if columns.lower[token] in REFLEXIVE:
        return _subject(discourse, token)
    barred, agentive = excluded(discourse, token), _agentive(columns, token)
    done_to = columns.dep[token] in ("dobj", "dative")
    doer = subject_of(columns, clause_verb(columns, token)) if done_to else None  # also of "slowed it but did not …"
    favour = 8 if agentive or columns.dep[token] == "poss" else -8
    options: list[tuple[int, int]] = []
    for head in nouns_before(columns, token, 1, plural=False):
        thread = discourse.thread_at(head)
        if head == doer or (thread is None and columns.tag[head] == "NNPS"):
            continue
        if thread is not None and (
            thread in barred
            or discourse.threads[thread].sort == "person"
            or (discourse.threads[thread].number == "plural" and columns.tag[head] != "NN")  # the Greens, "the party"
        ):
            continue
        score = (
            BY_DISTANCE[columns.sent[token] - columns.sent[head]]
            + role_score(columns, head)
            + local_score(discourse, token, head)
        )
        if thread is None and (agentive or any(columns.tag[k] == "PRP$" for k in columns.kids[head])):
            continue
        score += favour if thread is not None else 0
        options.append((score, head))
    choice = _pick(discourse, options, token)
    return NOTHING if choice.phrase is None and _acted_on(columns, token) else choice


def plural_pronoun(discourse: Discourse, token: int) -> Choice:
    """The group, organisation, coordination or things that they are."""
    columns, barred = discourse.columns, excluded(discourse, token)
    if columns.lower[token] in REFLEXIVE:
        return _subject(discourse, token)
    ahead = _group_ahead(discourse, token)
    if ahead is not None and ahead not in barred:
        return Choice(ahead)
    agentive = _agentive(columns, token)
    favour = _FAVOUR if agentive or columns.dep[token] == "poss" else 0
    options: list[tuple[int, int]] = []
    for head in nouns_before(columns, token, 2, plural=True):
        thread = discourse.thread_at(head)
        if thread is not None and not _many(discourse, thread, head, barred):
            continue
        if thread is None and any(columns.tag[k] == "PRP$" for k in columns.kids[head]):
            continue
        score = (
            BY_DISTANCE[columns.sent[token] - columns.sent[head]]
            + role_score(columns, head)
            + local_score(discourse, token, head)
        )
        options.append((score + (favour if thread is not None else 0), head))
    if not options and (columns.dep[token] == "poss" or columns.dep[clause_verb(columns, token)] == "ccomp"):
        return body_above(discourse, token)
    choice = _pick(discourse, options, token)
    if choice.phrase is not None:
        return NOTHING if agentive else choice
    things = any(discourse.thread_at(head) is None for _, head in options)
    return NOTHING if things and _acted_on(columns, token) else choice


def _acted_on(columns: Columns, token: int) -> bool:
    """Whether a pronoun is the object of what is done to things as well as to somebody ("panned them")."""
    verb = columns.head[token]
    return columns.dep[token] == "dobj" and columns.lemma[verb].lower() not in word_list("person_object_verb")


def _many(discourse: Discourse, thread: int, head: int, barred: set[int]) -> bool:
    """Whether they may be who is at `head`: several, by number, by a list all of whose members are known, or a team."""
    columns, t = discourse.columns, discourse.threads[thread]
    members = coordinated(columns, head)
    known = [found for k in members if (found := discourse.thread_at(k)) is not None]
    if len(members) > 1 and len(set(known)) > 1:
        return len(known) == len(members) or t.number == "plural"
    if thread in barred or t.outlet or t.sort in ("person", "state"):
        return False
    return t.number != "singular" or t.sort != "organization" or _team(columns, head)


def _group_ahead(discourse: Discourse, token: int) -> int | None:
    """Group that is the subject behind a fronted adverbial: "In their first game, the Rovers won"."""
    subject = fronted_subject(discourse.columns, token)
    thread = None if subject is None else discourse.thread_at(subject)
    if subject is None or thread is None or not _many(discourse, thread, subject, set()):
        return None
    return thread if discourse.mentions[discourse.at_head[subject]].form != "pronoun" else None


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
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
        return NOTHING
    head = ranked[0][1]
    if head in discourse.pairs or columns.tag[head] == "DT":
        return Choice(several=discourse.pairs.get(head, ())) if columns.lower[token] in THEY else NOTHING
    members = coordinated(columns, head)
    if columns.lower[token] in THEY and len(members) > 1:
        threads = [discourse.thread_at(h) for h in members]
        known = tuple(dict.fromkeys(t for t in threads if t is not None))
        if len(known) == len(members) > 1:
            return Choice(several=known)
    thread = discourse.thread_at(head)
    if thread is not None:
        return Choice(thread)
    start = base_start(columns, head)
    if columns.pos[head] not in ("NOUN", "PROPN") or columns.tag[start] == "PRP$":
        return NOTHING
    return Choice(phrase=Phrase(head, start, head + 1))
