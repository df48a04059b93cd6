"""People whom a description takes up: "the Belarusian leader", "the woman", "his wife", "the gunman"."""

from graphkit.extraction.actors.discourse import Discourse, Thread
from graphkit.extraction.actors.mentions import Found
from graphkit.extraction.actors.ranks import person_of_walk
from graphkit.extraction.actors.reach import WINDOW, barred_threads, has_owner, recent_threads, telling_thread
from graphkit.extraction.actors.replacing import replaced_by
from graphkit.extraction.actors.salience import decide, rank_people
from graphkit.extraction.gazetteer import inhabitants, is_name_word, state_words, word_list
from graphkit.extraction.names.ages import age_before

_MANY = 50  # threads of one age that are looked at
_SURE = 12
_VERY_SURE = 24
_ONCE = frozenset({"former", "ex", "ousted", "deposed", "retired"})


def person_of_age(discourse: Discourse, m: Found) -> int | None:
    """The person of that age: "the 45-year-old teacher" after "Ann Holm, 45,"."""
    age = age_before(discourse.columns, m.start, m.end)
    if age is None:
        return None
    threads = discourse.threads
    fits = [
        t
        for t in discourse.by_age.get(age, ())[:_MANY]
        if threads[t].members and not (m.gender and threads[t].gender and m.gender != threads[t].gender)
    ]
    return fits[0] if len(fits) == 1 and fits[0] not in barred_threads(discourse, m) else None


def link_person(discourse: Discourse, m: Found, owner: int | None) -> int | None:
    """Thread of the person whom a definite description takes up; `owner` is the thread of its possessor."""
    threads = discourse.threads
    codes = set() if "born" in m.modifiers else discourse.codes(m)
    options = [
        t for t in recent_threads(discourse, m, 40)
        if threads[t].sort == "person" and not (m.gender and threads[t].gender and m.gender != threads[t].gender)
    ]  # fmt: skip
    if m.noun == discourse.columns.lower[m.head] and _nation(discourse, m):
        return _compatriot(discourse, m, options)
    if codes:
        return _of_state(discourse, m, options, codes)
    if has_owner(discourse, m):
        return _theirs(discourse, m, options, owner)
    extra = {w for w in m.modifiers if not w.isdigit()} - word_list("once")
    extra = set() if "born" in extra else extra  # "the Peru-born man"
    fits = [
        t
        for t in options
        if _is_called(m.noun, threads[t])
        and (extra <= threads[t].modifiers or (threads[t].cluster is not None and not extra))
    ]
    near = [t for t in recent_threads(discourse, m, WINDOW) if t in fits]
    if len(fits) == 1 or len(near) == 1:
        return (near or fits)[0]
    if fits:
        return None
    plain = _plain(discourse, m, options) if m.noun in word_list("plain_person") and not extra else None
    plain = _holder(discourse, m, options) if plain is None else plain
    return plain if plain is not None else _by_role(discourse, m, options)


def _holder(discourse: Discourse, m: Found, options: list[int]) -> int | None:
    """The one person around of whom no office was told, for an office held once ("the ex-minister") or by many."""
    once = bool(m.modifiers & _ONCE) or discourse.columns.lower[m.head].startswith("ex-")
    if m.noun in word_list("leader") | word_list("holder_noun") and once:
        return _untold(discourse, m, options)
    if m.noun not in word_list("holder_noun") or m.modifiers:
        return None
    return _untold(discourse, m, [t for t in options if not discourse.threads[t].nouns])


def _is_called(noun: str, thread: Thread) -> bool:
    """Whether somebody has been told to be what the noun says, a premier being a prime minister."""
    return noun in thread.nouns or (
        noun == "prime-minister" and "minister" in thread.nouns and "prime" in thread.modifiers
    )


def _by_role(discourse: Discourse, m: Found, options: list[int]) -> int | None:
    """The person a description fits by what they are or have done, though not told so before."""
    found = person_of_walk(discourse, m, options)
    if found is not None:
        return found
    if m.noun in word_list("prominent_person"):
        return _prominent(discourse, m, options)
    if m.noun in word_list("doer_noun"):
        return doer_of(discourse, m, options)
    if not _by_trade(discourse, m):
        return None
    close = set(recent_threads(discourse, m, 1))
    return _prominent(discourse, m, [t for t in options if t in close and _same_walk(m, discourse.threads[t])])


def _theirs(discourse: Discourse, m: Found, options: list[int], owner: int | None) -> int | None:
    """Who was told to be that of the same person before: "his wife … his wife"."""
    spouse = _reciprocal(discourse, m, owner)
    if spouse is not None or owner is None:
        return spouse
    told = (t for t in options if m.noun in discourse.threads[t].nouns and discourse.owner(t) == owner)
    found = next(told, None)
    return found if found is not None else replaced_by(discourse, m, owner)


def _of_state(discourse: Discourse, m: Found, options: list[int], codes: set[str]) -> int | None:
    """Who is of that state and role ("the Norwegian leader"), else the one leader of no known state."""
    threads = discourse.threads
    fits = [t for t in options if codes & threads[t].states and _role_fits(m.noun, threads[t].nouns)]
    if fits:
        return fits[0]
    stateless = [
        t for t in options
        if threads[t].cluster is not None and not threads[t].states and threads[t].nouns & word_list("leader")
    ]  # fmt: skip
    if m.noun not in word_list("leader") or len(stateless) > 1:
        return None
    return stateless[0] if stateless else _untold(discourse, m, options)


def _untold(discourse: Discourse, m: Found, options: list[int]) -> int | None:
    """The one person named in the sentence before of whom nothing was told: "Holm flew to Oslo. The Danish leader"."""
    threads, near = discourse.threads, recent_threads(discourse, m, 2)
    named = [t for t in options if t in near and threads[t].cluster is not None]
    plain = [t for t in named if not threads[t].states and not threads[t].nouns]
    return plain[0] if len(named) == len(plain) == 1 else None


def _plain(discourse: Discourse, m: Found, options: list[int]) -> int | None:
    """The only person around whom "the man" or "the victim" says nothing new of."""
    threads, telling = discourse.threads, telling_thread(discourse, m)
    near = [t for t in recent_threads(discourse, m, 2) if t in options and t != telling]
    near = [t for t in near if not _speaks(discourse, m, t)]
    known = word_list("plain_person") | word_list("prominent_person")
    return near[0] if len(near) == 1 and (threads[near[0]].cluster is None or threads[near[0]].nouns <= known) else None


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
    heads = [discourse.heads[i] for i in discourse.before(m.start, WINDOW) if discourse.thread_of[i] == thread]
    return bool(heads) and all(
        columns.dep[h] == "nsubj" and columns.lemma[columns.head[h]].lower() in word_list("saying_verb") for h in heads
    )


def doer_of(discourse: Discourse, m: Found, options: list[int]) -> int | None:
    """The one person who was said to have done it shortly before: "Holm shot a guard … the gunman"."""
    columns, violent = discourse.columns, word_list("violent_verb")
    heads = [discourse.heads[i] for i in discourse.before(m.start, WINDOW) if discourse.thread_of[i] in options]
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
    code, threads = _nation(discourse, m), discourse.threads
    named = [t for t in options if threads[t].cluster is not None]
    told = [t for t in options if m.noun in threads[t].nouns]
    fits = told or [t for t in named if code in threads[t].states]
    near = set(recent_threads(discourse, m, 1))
    if fits:
        return fits[0]
    return _prominent(discourse, m, [t for t in named if not threads[t].states and t in near])


def _nation(discourse: Discourse, m: Found) -> str:
    """ISO code of the country whose people, or a part of them, the head noun names, "" where it names none."""
    word = discourse.columns.text[m.head]
    known = state_words().get(word)
    return known.code if known is not None and known.code else inhabitants().get(word, "")


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
    return noun in nouns or (noun in word_list("leader") and (bool(word_list("leader") & nouns) or not nouns))
