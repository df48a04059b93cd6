"""Descriptions that take up somebody known: "the navy", "the Belarusian leader", "the company", "the woman"."""

from graphkit.extraction.ages import age_before
from graphkit.extraction.discourse import Discourse, Thread, clause_verb
from graphkit.extraction.gazetteer import is_name_word, state_words, word_list
from graphkit.extraction.lands import governed, land_of, only_subject
from graphkit.extraction.mentions import Found
from graphkit.extraction.salience import decide, rank_people

_WINDOW = 3
_HEADLINE_REACH = 6  # sentences from the top in which a headline is taken up
_LOOSE = frozenset({"fired", "sacked", "former", "alleged", "suspected", "accused", "drunk", "dead", "local", "top"})
_HEADLINES = 50  # threads of headlines, or of one age, that are looked at
_WIDEST = 60  # dependents of a verb that are looked at
_SHORT = 6  # letters of an acronym
_SURE = 12
_VERY_SURE = 24


def link_nominal(discourse: Discourse, i: int) -> int | None:
    """Thread that nominal `i` takes up, or None where it begins one of its own."""
    m = discourse.mentions[i]
    found = _from_headline(discourse, m)
    if found is not None:
        return found
    if m.sort == "state":
        return land_of(discourse, m, _recent(discourse, m, 2))
    owner = discourse.owner_of(m)
    if m.sort == "person":
        found = _by_age(discourse, m)
        return found if found is not None or not m.definite else _person(discourse, m, owner)
    if m.sort == "group" and m.number == "plural":
        found = _same_noun(discourse, m, owner) if _may_repeat(m) else None
        return found if found is not None else _movement(discourse, m)
    state = governed(discourse, i)
    if state is not None:
        return state
    if m.definite or _mass(discourse, m):
        found = _same_noun(discourse, m, owner)
        return found if found is not None else _organization(discourse, m)
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


def _by_age(discourse: Discourse, m: Found) -> int | None:
    """The person of that age: "the 45-year-old teacher" after "Ann Holm, 45,"."""
    age = age_before(discourse.columns, m.start, m.end)
    if age is None:
        return None
    threads = discourse.threads
    fits = [
        t
        for t in discourse.by_age.get(age, ())[:_HEADLINES]
        if threads[t].members and not (m.gender and threads[t].gender and m.gender != threads[t].gender)
    ]
    return fits[0] if len(fits) == 1 and fits[0] not in _barred(discourse, m) else None


def _has_owner(discourse: Discourse, m: Found) -> bool:
    return any(discourse.columns.dep[k] == "poss" for k in discourse.columns.kids[m.head])


def _barred(discourse: Discourse, m: Found) -> set[int]:
    """Threads that stand in the same clause as subject or object, so that the description means another."""
    said = _describing_speaker(discourse, m)
    return _beside(discourse, m) | (set() if said is None else {said})


def _describing_speaker(discourse: Discourse, m: Found) -> int | None:
    """Speaker told by a description of a clause with another: "the carmaker said the German firm …" are two."""
    columns = discourse.columns
    verb = clause_verb(columns, m.head)
    if columns.dep[verb] != "ccomp" or m.sort != "organization":
        return None
    for k in columns.kids[columns.head[verb]][:_WIDEST]:
        i = discourse.at_head.get(k)
        if columns.dep[k] == "nsubj" and i is not None and discourse.mentions[i].form == "nominal":
            return discourse.thread_of[i]
    return None


def _beside(discourse: Discourse, m: Found) -> set[int]:
    """Threads of the subject and objects of the verb that a description stands with."""
    columns = discourse.columns
    if columns.dep[m.head] not in ("nsubj", "nsubjpass", "dobj", "dative", "pobj"):
        return set()
    kids = columns.kids[clause_verb(columns, m.head)][:_WIDEST]
    heads = [k for k in kids if columns.dep[k] in ("nsubj", "nsubjpass", "dobj", "dative") and k != m.head]
    return {thread for k in heads if (thread := discourse.thread_at(k)) is not None}


def _recent(discourse: Discourse, m: Found, sentences: int) -> list[int]:
    """Threads mentioned before, the nearest first, each once, without those that the clause excludes."""
    barred = _barred(discourse, m)
    seen = dict.fromkeys(discourse.thread_of[i] for i in discourse.before(m.start, sentences))
    return [t for t in seen if t is not None and t not in barred]


def _person(discourse: Discourse, m: Found, owner: int | None) -> int | None:
    codes = discourse.codes(m)
    threads = discourse.threads
    owned = _has_owner(discourse, m)
    options = [
        t for t in _recent(discourse, m, 40)
        if threads[t].sort == "person" and not (m.gender and threads[t].gender and m.gender != threads[t].gender)
    ]  # fmt: skip
    if m.noun == discourse.columns.lower[m.head] and discourse.columns.text[m.head] in state_words():
        return _compatriot(discourse, m, options)
    if owned and not codes:
        spouse = _reciprocal(discourse, m, owner)
        if spouse is not None:
            return spouse
        return next(
            (t for t in options if m.noun in threads[t].nouns and discourse.owner(t) == owner is not None), None
        )
    if codes:
        fits = [t for t in options if codes & threads[t].states and _role_fits(m.noun, threads[t].nouns)]
        if fits:
            return fits[0]
        stateless = [
            t for t in options
            if threads[t].cluster is not None and not threads[t].states and threads[t].nouns & word_list("leader")
        ]  # fmt: skip
        return stateless[0] if len(stateless) == 1 and m.noun in word_list("leader") else None
    extra = {w for w in m.modifiers if not w.isdigit()}
    fits = [
        t
        for t in options
        if m.noun in threads[t].nouns
        and (extra <= threads[t].modifiers or (threads[t].cluster is not None and not extra))
    ]
    near = [t for t in _recent(discourse, m, _WINDOW) if t in fits]
    if len(fits) == 1 or len(near) == 1:
        return (near or fits)[0]
    if fits:
        return None
    if m.noun in word_list("plain_person") and not extra:
        near = [t for t in _recent(discourse, m, 2) if t in options and not _speaks(discourse, m, t)]
        if len(near) == 1 and threads[near[0]].nouns <= word_list("plain_person") | word_list("prominent_person"):
            return near[0]
    if m.noun in word_list("prominent_person"):
        return _prominent(discourse, m, options)
    if m.noun in word_list("doer_noun"):
        return _doer(discourse, m, options)
    if _by_trade(discourse, m):
        close = set(_recent(discourse, m, 1))
        return _prominent(discourse, m, [t for t in options if t in close and _same_walk(m, threads[t])])
    return None


def _reciprocal(discourse: Discourse, m: Found, owner: int | None) -> int | None:
    """Whose husband it is that somebody is "his wife" to: "Ida Berg left her husband … his wife"."""
    pairs = {"wife": "husband", "husband": "wife", "girlfriend": "boyfriend", "boyfriend": "girlfriend"}
    if owner is None or m.noun not in pairs:
        return None
    other = discourse.threads[owner]
    theirs = discourse.owner(owner)
    return theirs if theirs is not None and pairs[m.noun] in other.nouns else None


def _speaks(discourse: Discourse, m: Found, thread: int) -> bool:
    """Whether somebody is only the speaker of what is told nearby, who is nobody it tells of."""
    columns = discourse.columns
    heads = [discourse.heads[i] for i in discourse.before(m.start, _WINDOW) if discourse.thread_of[i] == thread]
    return bool(heads) and all(
        columns.dep[h] == "nsubj" and columns.lemma[columns.head[h]].lower() in word_list("saying_verb") for h in heads
    )


def _doer(discourse: Discourse, m: Found, options: list[int]) -> int | None:
    """The one person who was said to have done it shortly before: "Holm shot a guard … the gunman"."""
    columns, violent = discourse.columns, word_list("violent_verb")
    heads = [discourse.heads[i] for i in discourse.before(m.start, _WINDOW) if discourse.thread_of[i] in options]
    did = [h for h in heads if columns.dep[h] == "nsubj" and columns.lemma[columns.head[h]].lower() in violent]
    found = {discourse.thread_at(h) for h in did}
    return found.pop() if len(found) == 1 and not m.modifiers else None


def _by_trade(discourse: Discourse, m: Found) -> bool:
    """Whether "the skier" may be who has been spoken of: a subject without complement, and nobody of the frame."""
    columns = discourse.columns
    alone = not any(columns.dep[k] in ("prep", "relcl", "acl", "appos") for k in columns.kids[m.head] if k > m.head)
    subject = columns.dep[m.head] in ("nsubj", "nsubjpass") and columns.lower[m.start] == "the"
    return alone and subject and m.noun not in word_list("frame_noun") and not m.modifiers & word_list("other_modifier")


def _same_walk(m: Found, thread: Thread) -> bool:
    """Whether nothing told of a person bars another trade: who is known for an office is called by it."""
    if m.noun in word_list("royal_noun"):
        return any(is_name_word(noun, "royal") for noun in thread.nouns)
    return not thread.nouns & (word_list("frame_noun") | word_list("office"))


def _compatriot(discourse: Discourse, m: Found, options: list[int]) -> int | None:
    """The named person whom "the Finn" takes up: of that state, else by far the most salient one of no known state."""
    known = state_words().get(discourse.columns.text[m.head])
    threads = discourse.threads
    if known is None or not known.code:
        return None
    named = [t for t in options if threads[t].cluster is not None]
    told = [t for t in options if m.noun in threads[t].nouns]
    fits = told or [t for t in named if known.code in threads[t].states]
    near = set(_recent(discourse, m, 1))
    if fits:
        return fits[0]
    return _prominent(discourse, m, [t for t in named if not threads[t].states and t in near])


def _prominent(discourse: Discourse, m: Found, options: list[int]) -> int | None:
    """The named person whom a description such as "the actress" takes up: by far the most salient one."""
    allowed = set(options)
    scores = rank_people(discourse, m.start, m.gender, set())
    for t in list(scores):
        thread = discourse.threads[t]
        if (
            t not in allowed
            or thread.cluster is None
            or (m.gender and thread.gender != m.gender)
            or _years_differ(discourse, m, thread.age)
        ):
            del scores[t]
    choice = decide(scores, _SURE if m.gender else _VERY_SURE)
    return choice.thread


def _years_differ(discourse: Discourse, m: Found, age: int | None) -> bool:
    own = age_before(discourse.columns, m.start, m.end)
    return own is not None and age is not None and own != age


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
        if owned and (owner is None or discourse.owner(t) != owner):
            continue
        if m.modifiers <= other.modifiers:
            fits.append(t)
    return fits[0] if fits else None


def _organization(discourse: Discourse, m: Found) -> int | None:
    """Named organisation that "the company", "the Japanese firm", "the bloc", "the ministry" stands for."""
    barred = m.modifiers & word_list("other_modifier")
    if barred or m.number == "plural" or _has_owner(discourse, m) or _told_behind(discourse, m):
        return None
    threads, noun = discourse.threads, m.noun
    fits = []
    for t in _recent(discourse, m, 1 if m.modifiers else _WINDOW):
        other = threads[t]
        if other.sort not in ("organization", "group") or other.cluster is None:
            continue
        words = _name_words(discourse, other)
        if not m.modifiers and any(noun in (name[0], name[-1]) for name in words):
            return t
        if noun in word_list("company_noun") and other.nouns and not other.nouns & word_list("company_noun"):
            continue  # a union is no carmaker
        if (not other.outlet or noun in word_list("press_noun")) and _describes(noun, words):
            fits.append(t)
    return fits[0] if len(fits) == 1 else only_subject(discourse, m, fits)


def _movement(discourse: Discourse, m: Found) -> int | None:
    """The armed movement that "the militants" are, where one has been named and no other."""
    if not m.definite or m.modifiers or m.noun not in word_list("fighter_noun") or _told_behind(discourse, m):
        return None
    threads, known = discourse.threads, word_list("armed_movement")
    named = [t for t in _recent(discourse, m, _WINDOW) if threads[t].cluster is not None]
    fits = [t for t in named if any(set(words) & known for words in _name_words(discourse, threads[t]))]
    return fits[0] if len(fits) == 1 else None


def _told_behind(discourse: Discourse, m: Found) -> bool:
    """Whether a description is told apart by what follows: "the company that built it", "the bank of …"."""
    columns = discourse.columns
    return any(columns.dep[k] in ("prep", "relcl", "acl") for k in columns.kids[m.head] if k > m.head)


def _name_words(discourse: Discourse, thread: Thread) -> list[list[str]]:
    named = [discourse.mentions[i] for i in thread.members if discourse.mentions[i].form == "name"]
    return [discourse.columns.lower[m.start : m.end] for m in named]


def _describes(noun: str, names: list[list[str]]) -> bool:
    """Whether a noun fits the form of an organisation's names: plural for teams, no word of an office for companies."""
    team = any(name[-1].endswith("s") and not is_name_word(name[-1], "organization") for name in names)
    if noun in word_list("team_noun"):
        return team or any(is_name_word(name[-1], "team") for name in names)
    public = any(is_name_word(word, "public") for name in names for word in name)
    if noun in word_list("press_noun"):
        return True
    if noun in word_list("company_noun") or noun in word_list("movement_noun"):
        return not public
    if noun in word_list("bloc_noun"):
        acronym = any(len(name) == 1 and len(name[0]) < _SHORT for name in names)
        return acronym or any(is_name_word(word, "bloc") for name in names for word in name)
    return noun in word_list("body_noun")
