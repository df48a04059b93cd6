"""Titles and roles: what stands before a name, and the descriptions that tell somebody's position."""

from graphkit.extraction.columns import Columns
from graphkit.extraction.discourse import Discourse, Thread
from graphkit.extraction.gazetteer import nouns, state_words
from graphkit.extraction.layers import ChainMention, Role
from graphkit.extraction.mentions import canonical, singular, title_start


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
        title = joined(columns, start, end).lower()
        if title not in seen:
            seen.add(title)
            out.append(Role(start, end, with_))
    return out
