"""Titles and roles: what stands before a name, and the descriptions that tell somebody's position."""

from graphkit.extraction.actors.discourse import Discourse, Thread
from graphkit.extraction.actors.mentions import Found, canonical, singular, title_start
from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import nouns, state_words, word_list
from graphkit.extraction.layers import ChainMention, Role


def joined(columns: Columns, start: int, end: int) -> str:
    """Words joined as they are written in running text."""
    out = ""
    for i in range(start, end):
        word = columns.text[i]
        glue = not out or word in {"'s", "'", ",", ".", "-"} or out.endswith("-")
        out += word if glue else " " + word
    return out


def learn_title(discourse: Discourse, start: int, end: int, thread: Thread) -> None:
    """Add the title in ``[start, end)`` to what is known of a person."""
    columns = discourse.columns
    thread.nouns.add(canonical(singular(columns.lower[end - 1], columns.lemma[end - 1].lower())))
    for i in range(start, end):
        known = state_words().get(columns.text[i])
        if known is not None and known.code:
            thread.states.add(known.code)
        elif columns.pos[i] in ("NOUN", "PROPN", "ADJ"):
            thread.modifiers.add(columns.lower[i])
            if nouns().get(columns.lower[i], ("no",))[0] == "person":
                thread.nouns.add(columns.lower[i])


def roles_of(
    discourse: Discourse, thread: Thread, mentions: tuple[ChainMention, ...], place: dict[int, int]
) -> list[Role]:
    """Titles before the name and descriptions that tell a position; without a name only those held with a body."""
    columns, out, seen = discourse.columns, [], set()
    for m in mentions:
        found = _title_range(discourse, m)
        if found is None:
            continue
        start, end = found
        body = _body(discourse, thread, start, end)
        with_ = None if body is None else place.get(body)
        start = _own_words(discourse, start, end)
        title = joined(columns, start, end).lower()
        if title not in seen and (with_ is not None or thread.cluster is not None):
            seen.add(title)
            out.append(Role(start, end, with_))
    return out


def _title_range(discourse: Discourse, m: ChainMention) -> tuple[int, int] | None:
    """Tokens that tell a position in a mention or before it."""
    if m.form == "name":
        start = title_start(discourse.columns, m.phrase.start)
        return None if start is None else (start, m.phrase.start)
    noun = discourse.mentions[discourse.at_head[m.phrase.head]].noun if m.form == "nominal" else ""
    if not noun or noun in word_list("plain_person") or noun == "year-old" or noun in word_list("count"):
        return None
    return m.phrase.start, m.phrase.end


def _own_words(discourse: Discourse, start: int, end: int) -> int:
    """Where the title itself begins: behind articles, possessors, and the body or state at its front."""
    columns = discourse.columns
    for i in range(end - 1, start - 1, -1):
        if columns.tag[i] == "POS":
            return min(i + 1, end - 1)
    while start < end - 1:
        first = _name_at(discourse, start)
        if columns.tag[start] in ("DT", "PRP$") or columns.text[start] in state_words():
            start += 1
        elif first is not None and first.end < end:
            start = first.end
        else:
            at = next((m for k in range(start, end) if (m := _name_at(discourse, k)) and m.start == start), None)
            if at is None or at.end >= end:
                break
            start = at.end
    return start


def _name_at(discourse: Discourse, head: int) -> Found | None:
    i = discourse.at_head.get(head)
    return discourse.mentions[i] if i is not None and discourse.mentions[i].form == "name" else None


def _body(discourse: Discourse, thread: Thread, start: int, end: int) -> int | None:
    """Thread that the position is held with: named in the title, or behind "of", "for", "at"."""
    columns, head = discourse.columns, end - 1
    behind = [
        o for k in columns.kids[head] if k > head and columns.lower[k] in ("of", "for", "at", "with")
        for o in columns.kids[k] if columns.dep[o] == "pobj"
    ]  # fmt: skip
    found = None
    for i in [*range(start, end), *behind]:
        here = discourse.thread_at(i)
        if here is not None and discourse.threads[here] is not thread:
            found = here
    return found
