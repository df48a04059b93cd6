"""Somebody described first and named in the next sentence: "A British nurse was jailed. Ellie Marsh, 29, had …".

Who has not been told of is not called by the bare name, so a full name that begins the next sentence without a title,
an apposition or a description is the one person whom the sentence before described.
"""

from collections.abc import Iterator

from graphkit.extraction.actors.discourse import Discourse
from graphkit.extraction.actors.mentions import Found, title_start
from graphkit.extraction.gazetteer import state_words, word_list
from graphkit.extraction.names.ages import age_before, age_behind

_SUBJECTS = ("nsubj", "nsubjpass")
_MANY = 40  # mentions looked at up to the end of the next sentence
_TELLING = frozenset({"appos", "relcl", "acl", "prep", "conj", "cc"})


def named_next(discourse: Discourse, i: int) -> int | None:
    """Thread of the person named in the next sentence whom the description `i` introduces, None where unsure."""
    m = discourse.mentions[i]
    if m.sort != "person" or m.number != "singular" or not _introduces(discourse, m):
        return None
    first = _first_of_next(discourse, i)
    office = m.noun in word_list("sole_office") | word_list("local_office")
    fits = dict.fromkeys(t for j in _named_next(discourse, i) if (t := _thread_for(discourse, m, j)) is not None)
    if office:
        return next(iter(fits)) if len(fits) == 1 else None
    return None if first is None else _thread_for(discourse, m, first)


def _thread_for(discourse: Discourse, m: Found, named: int) -> int | None:
    """Thread of a name, where it is the first that is heard of somebody whom the description fits."""
    other, thread = discourse.mentions[named], discourse.thread_of[named]
    if thread is None or not _bare(discourse, other):
        return None
    t = discourse.threads[thread]
    fresh = min(t.members) == named and not (m.gender and t.gender and m.gender != t.gender)
    fresh = fresh and not t.nouns and not t.states - discourse.codes(m)
    ages = age_before(discourse.columns, m.start, m.end), age_behind(discourse.columns, other.end)
    if None not in ages and ages[0] != ages[1]:
        return None
    return thread if fresh and not _one_suffers(discourse, m, other) else None


def _introduces(discourse: Discourse, m: Found) -> bool:
    """Whether a description is the subject and opens somebody, or holds the one office of a state."""
    columns = discourse.columns
    if columns.dep[m.head] == "appos" or any(columns.dep[k] in ("appos", "conj") for k in columns.kids[m.head]):
        return False
    if (
        m.noun in word_list("sole_office") | word_list("local_office")
        and (m.definite or m.start == m.head)
        and _of_state(discourse, m)
    ):
        return True
    frame = m.noun in word_list("frame_noun") - word_list("kin_noun") and columns.dep[m.head] == "nsubj"
    if columns.dep[m.head] not in _SUBJECTS or (frame and age_before(columns, m.start, m.end) is None):
        return False
    kin = m.noun in word_list("kin_noun") and any(columns.lower[k] == "of" for k in columns.kids[m.head])
    return kin or (not m.definite and columns.lower[m.start] in ("a", "an"))


def _of_state(discourse: Discourse, m: Found) -> bool:
    """Whether an office is that of one state, or of one town or see ("the Archbishop of Kinsale")."""
    columns = discourse.columns
    ends = [o for k in columns.kids[m.head] if columns.lower[k] == "of" for o in columns.kids[k]]
    owners = [k for k in columns.kids[m.head] if columns.dep[k] == "poss"]
    local = m.noun in word_list("local_office") and any(columns.tag[o] == "NNP" for o in (*ends, *owners))
    if local and not m.modifiers & word_list("once"):
        return True
    return len(discourse.codes(m)) == 1 and not m.modifiers & word_list("once")


def _named_next(discourse: Discourse, i: int) -> Iterator[int]:
    """Names of people in the next sentence."""
    columns, heads = discourse.columns, discourse.heads
    for j in range(i + 1, min(i + _MANY, len(heads))):
        m, beyond = discourse.mentions[j], columns.sent[heads[j]] - columns.sent[heads[i]]
        if beyond > 1:
            return
        if beyond == 1 and m.form == "name" and m.sort == "person":
            yield j


def _first_of_next(discourse: Discourse, i: int) -> int | None:
    """The name that begins the next sentence, where no other person is introduced before it."""
    columns, heads = discourse.columns, discourse.heads
    named = next(_named_next(discourse, i), None)
    if named is None or discourse.mentions[named].start - columns.starts[columns.sent[heads[named]]] > 1:
        return None
    between = discourse.mentions[i + 1 : named]
    rivals = (m for m in between if m.form == "nominal" and m.sort == "person" and m.number == "singular")
    return None if any(columns.dep[m.head] in _SUBJECTS for m in rivals) else named


def _bare(discourse: Discourse, m: Found) -> bool:
    """Whether a full name is the subject of its sentence, and nothing tells who that is."""
    columns = discourse.columns
    if m.end - m.start < 2 or columns.dep[m.head] not in _SUBJECTS or title_start(columns, m.start) is not None:
        return False
    if any(columns.text[i] in state_words() for i in range(max(0, m.start - 1), m.start)):
        return False
    told = [k for k in columns.kids[m.head] if columns.dep[k] in _TELLING and not columns.text[k].isdigit()]
    return not told


def _one_suffers(discourse: Discourse, m: Found, other: Found) -> bool:
    """Whether the one suffers or dies and the other does something: a victim and somebody else."""
    columns = discourse.columns
    verbs = word_list("violent_verb") | word_list("casualty_harm")
    done = [columns.lemma[columns.head[h]].lower() in verbs for h in (m.head, other.head)]
    speaks = columns.lemma[columns.head[other.head]].lower() in word_list("saying_verb")
    before = any(
        columns.lower[k] in ("was", "had") and columns.dep[k] == "aux" for k in columns.kids[columns.head[other.head]]
    )
    if done[0] and before and other.head < len(columns) and columns.dep[other.head] == "nsubj":
        return False  # "A man was killed. Jan Holm was climbing alone."
    return done[0] != done[1] or (speaks and m.noun not in word_list("sole_office") and not m.definite)
