"""Bodies that a description takes up: "the company", "the bloc", "the ministry", "the club", "the militants"."""

from graphkit.extraction.actors.discourse import Discourse, Thread
from graphkit.extraction.actors.lands import only_subject
from graphkit.extraction.actors.mentions import Found
from graphkit.extraction.actors.reach import WINDOW, has_owner, recent_threads, told_behind
from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import is_name_word, word_list

_MANY = 50  # mentions of a body that are looked at
_INITIALS = 3  # letters of "FC" and the like, which may come first
_SHORT = 6  # letters of an acronym


def link_organization(discourse: Discourse, m: Found) -> int | None:
    """Named organisation that "the company", "the Japanese firm", "the bloc", "the ministry" stands for."""
    barred = any(discourse.columns.text[k] in word_list("other_modifier") for k in range(m.start, m.head))
    if barred or m.number == "plural" or has_owner(discourse, m) or told_behind(discourse, m):
        return None
    threads, noun = discourse.threads, m.noun
    fits = []
    for t in recent_threads(discourse, m, 1 if m.modifiers else WINDOW):
        other = threads[t]
        if other.sort not in ("organization", "group") or other.cluster is None:
            continue
        words = _name_words(discourse, other)
        if not m.modifiers and any(noun in (name[0], name[-1]) or _of_what(noun, name) for name in words):
            return t
        if noun in word_list("company_noun") and other.nouns and not other.nouns & word_list("company_noun"):
            continue  # a union is no carmaker
        told = (not other.outlet or noun in word_list("press_noun")) and _describes(noun, words)
        if told or (noun in word_list("team_noun") and _plays(discourse, t)):
            fits.append(t)
    return fits[0] if len(fits) == 1 else only_subject(discourse, m, fits)


def _plays(discourse: Discourse, thread: int) -> bool:
    """Whether somebody is told to coach or play for it: "head coach of Brann", "Brann striker"."""
    columns, roles = discourse.columns, word_list("sport_role")
    for i in discourse.threads[thread].members[:_MANY]:
        head = discourse.heads[i]
        governor = columns.head[head]
        if columns.dep[head] == "pobj" and columns.lower[governor] in ("of", "for", "at"):
            governor = columns.head[governor]
        if columns.lower[governor] in roles and columns.dep[head] in ("pobj", "compound", "poss", "nmod"):
            return True
        if columns.dep[head] == "nsubj" and _deals_with(columns, governor, roles):
            return True
    return False


def _deals_with(columns: Columns, verb: int, roles: frozenset[str]) -> bool:
    """Whether the object of a verb is somebody with one of the roles: "sacked coach Ann Holm"."""
    objects = [k for k in columns.kids[verb][:_MANY] if columns.dep[k] == "dobj"]
    return any(columns.lower[i] in roles for k in objects for i in (k, *columns.kids[k][:_MANY]) if i <= k)


def link_movement(discourse: Discourse, m: Found) -> int | None:
    """The armed movement that "the militants" are, where one has been named and no other."""
    if not m.definite or m.modifiers or m.noun not in word_list("fighter_noun") or told_behind(discourse, m):
        return None
    threads, known = discourse.threads, word_list("armed_movement")
    named = [t for t in recent_threads(discourse, m, WINDOW) if threads[t].cluster is not None]
    fits = [t for t in named if any(set(words) & known for words in _name_words(discourse, threads[t]))]
    others = [t for t in recent_threads(discourse, m, WINDOW) if threads[t].nouns & word_list("fighter_noun")]
    if not fits and len(others) == 1 and threads[others[0]].number == "plural":
        return others[0]  # "Islamist rebels … the militants"
    return fits[0] if len(fits) == 1 else None


def _of_what(noun: str, name: list[str]) -> bool:
    """Whether a noun heads a name before its "of" ("Federal Bureau of Fisheries": the bureau)."""
    return "of" in name[1:] and name[name.index("of", 1) - 1] == noun


def _name_words(discourse: Discourse, thread: Thread) -> list[list[str]]:
    named = [discourse.mentions[i] for i in thread.members if discourse.mentions[i].form == "name"]
    return [discourse.columns.lower[m.start : m.end] for m in named]


def _describes(noun: str, names: list[list[str]]) -> bool:
    """Whether a noun fits the form of an organisation's names: plural for teams, no word of an office for companies."""
    team = any(name[-1].endswith("s") and not is_name_word(name[-1], "organization") for name in names)
    if noun in word_list("team_noun"):
        return team or any(
            is_name_word(w, "team")
            for name in names
            for w in (name[-1], *(name[:1] if len(name[0]) <= _INITIALS else ()))
        )
    public = any(is_name_word(word, "public") for name in names for word in name)
    if noun in word_list("press_noun"):
        return True
    if noun in word_list("company_noun") or noun in word_list("movement_noun"):
        return not public
    if noun in word_list("bloc_noun"):
        acronym = any(len(name) == 1 and len(name[0]) < _SHORT for name in names)
        return acronym or any(is_name_word(word, "bloc") for name in names for word in name)
    return noun in word_list("body_noun")
