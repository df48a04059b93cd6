"""Descriptions that take up somebody known: "the navy", "the Belarusian leader", "the company", "the woman"."""

from graphkit.extraction.actors.body_links import link_movement, link_organization
from graphkit.extraction.actors.discourse import Discourse
from graphkit.extraction.actors.lands import governed, land_of
from graphkit.extraction.actors.mentions import Found
from graphkit.extraction.actors.person_links import doer_of, link_person, person_of_age
from graphkit.extraction.actors.reach import WINDOW, has_owner, recent_threads
from graphkit.extraction.gazetteer import word_list

_HEADLINE_REACH = 6  # sentences from the top in which a headline is taken up
_LOOSE = frozenset({"fired", "sacked", "former", "alleged", "suspected", "accused", "drunk", "dead", "local", "top"})
_MEMBERS = 8  # mentions of a thread that are looked at
_HEADLINES = 50  # threads of headlines that are looked at


def link_nominal(discourse: Discourse, i: int) -> int | None:
    """Thread that nominal `i` takes up, or None where it begins one of its own."""
    m = discourse.mentions[i]
    found = _from_headline(discourse, m)
    if found is not None:
        return found
    if m.sort == "state":
        return land_of(discourse, m, recent_threads(discourse, m, 2))
    owner = discourse.owner_of(m)
    if m.sort == "person":
        found = person_of_age(discourse, m)
        return found if found is not None or not m.definite else link_person(discourse, m, owner)
    if m.sort == "group" and m.number == "plural":
        found = _same_noun(discourse, m, owner) if _may_repeat(m) else None
        if found is None and m.definite and m.noun in word_list("doer_noun"):
            found = doer_of(
                discourse, m, [t for t in recent_threads(discourse, m, WINDOW) if discourse.threads[t].sort == "group"]
            )
        return found if found is not None else link_movement(discourse, m)
    state = governed(discourse, i)
    if state is not None:
        return state
    if m.definite or _mass(discourse, m):
        found = _same_noun(discourse, m, owner)
        return found if found is not None else link_organization(discourse, m)
    return None


def _mass(discourse: Discourse, m: Found) -> bool:
    """Whether a collective stands without an article ("police said"), so that it means the same each time."""
    lower = discourse.columns.lower
    return not any(lower[k] in ("a", "an", "another", "one") for k in range(m.start, m.head))


def _may_repeat(m: Found) -> bool:
    if m.definite:
        return True
    return m.noun not in word_list("vague_plural") and not any(w.isdigit() for w in m.modifiers)


def _from_headline(discourse: Discourse, m: Found) -> int | None:
    """Thread that a headline opened with the same noun ("Man held"), for the first mention in the text below."""
    columns = discourse.columns
    number = columns.sent[m.head]
    if number > _HEADLINE_REACH or columns.sent[m.head] in discourse.headlines:
        return None
    for t in discourse.shouted[:_HEADLINES]:
        thread = discourse.threads[t]
        if len(thread.members) != 1 or thread.cluster is not None or thread.number != m.number:
            continue
        first = discourse.mentions[thread.members[0]]
        if columns.sent[first.head] not in discourse.headlines or columns.sent[first.head] >= number:
            continue
        if first.noun == m.noun and first.modifiers - _LOOSE <= m.modifiers | _LOOSE:
            return t
        if first.noun in m.modifiers and (first.noun in word_list("count") or first.noun.isdigit()):
            return t
    return None


def _same_noun(discourse: Discourse, m: Found, owner: int | None) -> int | None:
    """Nearest thread with the same head noun whose words do not contradict."""
    threads = discourse.threads
    owned = has_owner(discourse, m)
    fits: list[int] = []
    for t in recent_threads(discourse, m, 60):
        other = threads[t]
        if m.noun not in other.nouns or other.number != m.number:
            continue
        if owned and (owner is None or discourse.owner(t) != owner):
            continue
        counted = not m.definite and m.number == "plural" and any(w.isdigit() for w in other.modifiers)
        if m.modifiers <= other.modifiers and not counted:  # "pirates" are not the "23 pirates"
            fits.append(t)
    if m.definite and m.number == "plural":
        fits.sort(key=lambda t: _of_all(discourse, t))  # "the pirates" are the 23 caught rather than pirates anywhere
    return fits[0] if fits else None


def _of_all(discourse: Discourse, thread: int) -> bool:
    """Whether a thread has told only of a kind: plurals without article or number ("pirates have attacked ships")."""
    t = discourse.threads[thread]
    told = [discourse.mentions[i] for i in t.members[:_MEMBERS] if discourse.mentions[i].form == "nominal"]
    columns = discourse.columns
    named = any(
        m.definite or any(columns.dep[k] in ("prep", "relcl", "acl") for k in columns.kids[m.head]) for m in told
    )
    return not named and not any(w.isdigit() for w in t.modifiers)
