"""A thread as a chain: its name, kind, aliases and roles."""

from graphkit.extraction.columns import Columns
from graphkit.extraction.discourse import Discourse, Thread
from graphkit.extraction.gazetteer import nouns, state_words, states
from graphkit.extraction.headlines import Name
from graphkit.extraction.layers import Chain, ChainMention, Phrase, Role
from graphkit.extraction.mentions import base_start, singular, title_start
from graphkit.extraction.variants import Cluster
from graphkit.model import ActorKind

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "some"})
_LONGEST_TAIL = 8
_LONGEST_NAME = 5
_FIRST = 3  # of so many first mentions the longest names a description


def learn_title(discourse: Discourse, start: int, end: int, thread: Thread) -> None:
    """Add the title in ``[start, end)`` to what is known of a person."""
    columns = discourse.columns
    thread.nouns.add(singular(columns.lower[end - 1], columns.lemma[end - 1].lower()))
    for i in range(start, end):
        known = state_words().get(columns.text[i])
        if known is not None and known.code:
            thread.states.add(known.code)
        elif columns.pos[i] in ("NOUN", "PROPN", "ADJ"):
            thread.modifiers.add(columns.lower[i])
            if nouns().get(columns.lower[i], ("no",))[0] == "person":
                thread.nouns.add(columns.lower[i])


def make_chain(
    discourse: Discourse, number: int, names: list[Name], clusters: list[Cluster], place: dict[int, int]
) -> Chain:
    """The chain of a thread."""
    thread = discourse.threads[number]
    members = sorted(thread.members)
    mentions = tuple(
        ChainMention(Phrase(m.head, m.start, m.end), m.form) for m in (discourse.mentions[i] for i in members)
    )
    named = [m for m in mentions if m.form == "name"]
    kind: ActorKind = (
        "group"
        if thread.sort == "group"
        else "state"
        if thread.sort == "state"
        else "person"
        if thread.sort == "person"
        else "organization"
    )
    written = list(dict.fromkeys(_words(discourse.columns, m.phrase.start, m.phrase.end) for m in named))
    name = _name(discourse, thread, written, mentions, names, clusters)
    roles = tuple(_roles(discourse, thread, mentions, place)) if kind == "person" else ()
    gender = {"f": "female", "m": "male", "n": "neuter"}.get(thread.gender)
    return Chain(
        name=name,
        kind=kind,
        mentions=mentions,
        aliases=tuple(w for w in written if w != name),
        country=thread.code or (min(thread.states) if len(thread.states) == 1 else None),
        number="plural" if thread.number == "plural" else "singular",
        gender=gender if kind == "person" or kind != "group" else None,  # type: ignore[arg-type]
        roles=roles,
    )


def _words(columns: Columns, start: int, end: int) -> str:
    """Words joined as they are written in running text."""
    out = ""
    for i in range(start, end):
        word = columns.text[i]
        glue = not out or word in {"'s", "'", ",", ".", "-"} or out.endswith("-")
        out += word if glue else " " + word
    return out


def _name(
    discourse: Discourse,
    thread: Thread,
    written: list[str],
    mentions: tuple[ChainMention, ...],
    names: list[Name],
    clusters: list[Cluster],
) -> str:
    if thread.code:
        return states()[thread.code].name
    if thread.cluster is not None:
        cluster = clusters[thread.cluster]
        known = next((names[i].known for i in cluster.members if names[i].known is not None), None)
        if known is not None and known.sense == "name":
            return known.name
        short = [w for w in written if len(w.split()) <= _LONGEST_NAME] or written
        return max(short, key=lambda w: (len(w.split()), w.istitle(), -written.index(w)))
    first = next((m for m in mentions if m.form == "nominal"), mentions[0])
    columns = discourse.columns
    referring = [m for m in mentions if m.form == "nominal" and columns.dep[m.phrase.head] != "attr"][:_FIRST] or [
        first
    ]
    best = max(referring, key=lambda m: (m.phrase.end - m.phrase.start, -m.phrase.start))
    return _description(discourse, best.phrase)


def _description(discourse: Discourse, phrase: Phrase) -> str:
    """A noun phrase as a name: without article, with a short complement, its possessor by name."""
    columns = discourse.columns
    start = base_start(columns, phrase.head)
    while start < phrase.head and columns.lower[start] in _ARTICLES:
        start += 1
    end = phrase.head + 1
    for k in columns.kids[phrase.head]:
        short = columns.right[k] - k < _LONGEST_TAIL and not any(
            columns.dep[j] == "relcl" for j in range(k, columns.right[k] + 1)
        )
        if columns.dep[k] == "prep" and k == end and short and columns.lower[k] in ("of", "in", "from", "for", "at"):
            end = columns.right[k] + 1
    return _words(columns, start, end)


def _roles(
    discourse: Discourse, thread: Thread, mentions: tuple[ChainMention, ...], place: dict[int, int]
) -> list[Role]:
    """Titles before the name and nominal mentions that tell a position."""
    columns, out, seen = discourse.columns, [], set()
    for m in mentions:
        if m.form == "name":
            start = title_start(columns, m.phrase.start)
            if start is None:
                continue
            end = m.phrase.start
        elif m.form == "nominal":
            start, end = m.phrase.start, m.phrase.end
        else:
            continue
        with_ = None
        for i in range(start, end):
            thread_here = discourse.thread_at(i)
            if thread_here is not None and thread_here in place and discourse.threads[thread_here] is not thread:
                with_ = place[thread_here]
        while start < end - 1 and (columns.tag[start] in ("DT", "PRP$", "POS") or columns.text[start] in state_words()):
            start += 1
        title = _words(columns, start, end).lower()
        if title not in seen:
            seen.add(title)
            out.append(Role(start, end, with_))
    return out
