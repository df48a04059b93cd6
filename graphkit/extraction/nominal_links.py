"""Descriptions that take up somebody known: "the navy", "the Belarusian leader", "the company", "the woman"."""

from graphkit.extraction.discourse import Discourse, clause_verb
from graphkit.extraction.gazetteer import state_words, word_list
from graphkit.extraction.mentions import Found

_WINDOW = 3


def link_nominal(discourse: Discourse, i: int) -> int | None:
    """Thread that nominal `i` takes up, or None where it begins one of its own."""
    m = discourse.mentions[i]
    owner = _owner(discourse, m)
    if m.sort == "person":
        return _person(discourse, m, owner) if m.definite else None
    if m.sort == "group" and m.number == "plural":
        return _same_noun(discourse, m, owner) if _may_repeat(m) else None
    if m.definite or (m.sort == "group" and m.noun == "police"):
        found = _same_noun(discourse, m, owner)
        return found if found is not None else _organization(discourse, m)
    return None


def _may_repeat(m: Found) -> bool:
    if m.definite:
        return True
    return m.noun not in word_list("vague_plural") and not any(w.isdigit() for w in m.modifiers)


def _owner(discourse: Discourse, m: Found) -> int | None:
    """Thread of the possessor of a phrase."""
    for k in discourse.columns.kids[m.head]:
        if discourse.columns.dep[k] == "poss":
            return discourse.thread_at(k)
    return None


def _has_owner(discourse: Discourse, m: Found) -> bool:
    return any(discourse.columns.dep[k] == "poss" for k in discourse.columns.kids[m.head])


def _codes(m: Found, discourse: Discourse) -> set[str]:
    """States that the words before the head name."""
    table, found = state_words(), set()
    for k in range(m.start, m.head):
        known = table.get(discourse.columns.text[k])
        if known is not None and known.code:
            found.add(known.code)
    return found


def _contrary(discourse: Discourse, m: Found, thread: int) -> bool:
    """Whether a thread stands in the same clause as subject or object, so that the description means another."""
    columns = discourse.columns
    verb = clause_verb(columns, m.head)
    for k in columns.kids[verb]:
        if (
            columns.dep[k] in ("nsubj", "nsubjpass", "dobj", "dative")
            and k != m.head
            and discourse.thread_at(k) == thread
        ):
            return columns.dep[m.head] in ("nsubj", "nsubjpass", "dobj", "dative", "pobj")
    return False


def _recent(discourse: Discourse, m: Found, sentences: int) -> list[int]:
    """Threads mentioned before, the nearest first, each once, without those that the clause excludes."""
    seen: list[int] = []
    for i in discourse.before(m.start, sentences):
        thread = discourse.thread_of[i]
        if thread is not None and thread not in seen:
            seen.append(thread)
    return [t for t in seen if not _contrary(discourse, m, t)]


def _person(discourse: Discourse, m: Found, owner: int | None) -> int | None:
    codes = _codes(m, discourse)
    threads = discourse.threads
    owned = _has_owner(discourse, m)
    options = [
        t for t in _recent(discourse, m, 40)
        if threads[t].sort == "person" and not (m.gender and threads[t].gender and m.gender != threads[t].gender)
    ]  # fmt: skip
    if owned:
        return next((t for t in options if m.noun in threads[t].nouns and threads[t].owner == owner is not None), None)
    if codes:
        fits = [t for t in options if codes & threads[t].states and _role_fits(m.noun, threads[t].nouns)]
        return fits[0] if fits else None
    extra = {w for w in m.modifiers if not w.isdigit()}
    fits = [
        t
        for t in options
        if m.noun in threads[t].nouns
        and (extra <= threads[t].modifiers or (threads[t].cluster is not None and not extra))
    ]
    near = [t for t in fits if t in _recent(discourse, m, _WINDOW)]
    if len(fits) == 1 or len(near) == 1:
        return (near or fits)[0]
    if fits:
        return None
    if m.noun in word_list("generic_person") and not extra:
        near = [t for t in _recent(discourse, m, 2) if t in options]
        if len(near) == 1:
            return near[0]
    return None


def _role_fits(noun: str, nouns: set[str]) -> bool:
    return noun in nouns or (noun in word_list("leader") and bool(word_list("leader") & nouns))


def _same_noun(discourse: Discourse, m: Found, owner: int | None) -> int | None:
    """Nearest thread with the same head noun whose words do not contradict."""
    threads = discourse.threads
    owned = _has_owner(discourse, m)
    fits: list[int] = []
    for t in _recent(discourse, m, 60):
        other = threads[t]
        if m.noun not in other.nouns or other.number != m.number:
            continue
        if (owned and other.owner != owner) or (owned and owner is None):
            continue
        if m.modifiers <= other.modifiers:
            fits.append(t)
    return fits[0] if fits else None


def _organization(discourse: Discourse, m: Found) -> int | None:
    """Named organisation that "the company", "the bloc", "the ministry" stands for."""
    if m.modifiers or m.number == "plural" or _has_owner(discourse, m):
        return None
    threads, noun = discourse.threads, m.noun
    fits = []
    for t in _recent(discourse, m, _WINDOW):
        other = threads[t]
        if other.sort not in ("organization", "group") or other.cluster is None:
            continue
        last = {
            discourse.columns.lower[discourse.mentions[i].end - 1]
            for i in other.members
            if discourse.mentions[i].form == "name"
        }
        first = {
            discourse.columns.lower[discourse.mentions[i].start]
            for i in other.members
            if discourse.mentions[i].form == "name"
        }
        if noun in last or noun in first:
            return t
        fits.append(t)
    if noun in word_list("company_noun") | word_list("bloc_noun") | word_list("body_noun") | word_list("team_noun"):
        return fits[0] if len(fits) == 1 else None
    return None
