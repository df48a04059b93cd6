"""States told without their names: "the country", "the East African nation", "the Norwegian government"."""

from collections.abc import Iterator

from graphkit.extraction.actors.acting import acts
from graphkit.extraction.actors.discourse import Discourse
from graphkit.extraction.actors.mentions import Found, base_start
from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import state_words, word_list
from graphkit.extraction.names.headlines import Name

_WINDOW = 2  # sentences back in which the state must be named
_LISTED = 8  # members of a list that are climbed to its first


def find_lands(columns: Columns, owner: list[int]) -> Iterator[Found]:
    """Definite descriptions of a state that acts; `owner` numbers the name that a token belongs to (-1 for none)."""
    lands, bodies = word_list("land_noun"), word_list("only_taken_up")
    for i, word in enumerate(columns.lower):
        if (
            (word not in lands and word not in bodies)
            or columns.tag[i] != "NN"
            or owner[i] >= 0
            or columns.dep[i] in ("compound", "nmod")
        ):
            continue
        start = base_start(columns, i)
        told = any(columns.dep[k] in ("prep", "relcl", "acl") for k in columns.kids[i] if k > i)
        if columns.lower[start] != "the" or start == i or told or not acts(columns, Name(i, i + 1, "state")):
            continue
        modifiers = frozenset(columns.lower[start + 1 : i])
        if not modifiers & word_list("other_modifier"):
            sort = "state" if word in lands else "organization"
            yield Found(i, start, i + 1, "nominal", sort, "singular", "n", word, True, modifiers)


def land_of(discourse: Discourse, m: Found, recent: list[int]) -> int | None:
    """Thread of the state that a description takes up; `recent` are the threads named shortly before."""
    own = {known.code for k in range(m.start, m.head) if (known := state_words().get(discourse.columns.text[k]))}
    fits = [t for t in recent if discourse.threads[t].sort == "state" and (not own or discourse.threads[t].code in own)]
    return fits[0] if len(fits) == 1 else only_subject(discourse, m, fits)


def governed(discourse: Discourse, i: int) -> int | None:
    """Thread of the state whose government nominal `i` is, opened where it is not named otherwise."""
    m = discourse.mentions[i]
    if m.noun not in word_list("government_noun") or m.number == "plural":
        return None
    codes = discourse.codes(m)
    if len(codes) != 1:
        return None
    code = next(iter(codes))
    number = discourse.by_code.get(code)
    if number is None or not discourse.threads[number].members:
        number = discourse.by_code[code] = discourse.open_thread(i)
        discourse.threads[number].sort, discourse.threads[number].code = "state", code
    return number


def only_subject(discourse: Discourse, m: Found, threads: list[int]) -> int | None:
    """The one of several threads that was the subject of the sentence before, where no other was."""
    columns = discourse.columns
    number = columns.sent[m.head]
    found = dict.fromkeys(
        thread
        for i in discourse.before(m.start, 1)
        if (thread := discourse.thread_of[i]) in threads
        and columns.sent[discourse.heads[i]] == number - 1
        and _is_subject(columns, discourse.heads[i])
    )
    return next(iter(found)) if len(found) == 1 else None


def _is_subject(columns: Columns, head: int) -> bool:
    """Whether a noun is a subject, alone or in a list."""
    for _ in range(_LISTED):
        if columns.dep[head] != "conj" or columns.head[head] == head:
            break
        head = columns.head[head]
    return columns.dep[head] in ("nsubj", "nsubjpass")
