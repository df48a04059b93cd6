"""Who speaks where in a story: the speakers of its quotations, by the tokens of what they say."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.extraction.actors.discourse import Discourse
from graphkit.extraction.columns import Columns
from graphkit.extraction.layers import Quote

_NESTED = 8  # quotations looked at for one that holds a token
_NAMED = 30  # mentions looked at inside a quotation
_GOING_ON = frozenset({"add", "continue"})
_RUNNING = 2  # sentences that a quotation may run on without naming its speaker again

Utterance = tuple[int, int, int]  # begin and end of what is said, and the head of its speaker


@dataclass(frozen=True, slots=True)
class Voices:
    """What is said in a story.

    Attributes
    ----------
    said
        Everything said, as ``(begin, end, head of the speaker)``, in text order.
    direct
        The part of it in quotation marks.
    words
        What each speaker says, by the head of the speaker.
    """

    said: list[Utterance]
    direct: list[Utterance]
    words: dict[int, list[tuple[int, int]]]

    def speaker(self, columns: Columns, token: int) -> int | None:
        """Head of who speaks at a token: of the quotation around it, else of the one that runs on there."""
        around = _around(self.said, token)
        if around is not None:
            return around
        at = bisect_left(self.said, (token + 1, 0, 0))
        if not at or not _quoted(columns, token):
            return None
        start, _end, head = self.said[at - 1]
        return head if columns.sent[token] - columns.sent[max(start, head)] <= _RUNNING else None

    def continued(self, discourse: Discourse, token: int) -> int | None:
        """Thread of the person who spoke in the sentence before, where "he" adds something or goes on."""
        columns = discourse.columns
        if columns.dep[token] != "nsubj" or columns.lemma[columns.head[token]].lower() not in _GOING_ON:
            return None
        at = bisect_left(self.said, (token, 0, 0))
        for _start, _end, head in reversed(self.said[max(0, at - _NESTED) : at]):
            thread = discourse.thread_at(head)
            if thread is None or head >= token or columns.sent[token] - columns.sent[head] > 1:
                continue
            return thread if discourse.threads[thread].sort == "person" else None
        return None

    def quoted(self, columns: Columns, token: int) -> bool:
        """Whether a token is said in quotation marks."""
        return _around(self.direct, token) is not None or _quoted(columns, token)

    def others(self, discourse: Discourse, token: int) -> set[int]:
        """Threads that he or she is not: who speaks around the token ("I"), and whom the token's own words tell of."""
        out: set[int] = set()
        head = _around(self.direct, token)
        if head is None and _quoted(discourse.columns, token):
            head = self.speaker(discourse.columns, token)
        speaker = None if head is None else discourse.thread_at(head)
        if speaker is not None:
            out.add(speaker)
        for start, end in self.words.get(token, ()):
            low, high = bisect_left(discourse.heads, start), bisect_left(discourse.heads, end)
            told = [i for i in range(low, min(high, low + _NAMED)) if discourse.mentions[i].form != "pronoun"]
            out |= {thread for i in told if (thread := discourse.thread_of[i]) is not None}
        return out


def read_voices(quotes: Sequence[Quote]) -> Voices:
    """What the quotations of a story say who says."""
    said, direct = _utterances(quotes), _utterances([quote for quote in quotes if quote.direct])
    words: dict[int, list[tuple[int, int]]] = {}
    for start, end, head in said:
        words.setdefault(head, []).append((start, end))
    return Voices(said, direct, words)


def _utterances(quotes: Sequence[Quote]) -> list[Utterance]:
    return sorted(
        (start, end, quote.source.head)
        for quote in quotes
        if quote.source is not None and quote.saying
        for start, end in quote.content
    )


def _around(utterances: list[Utterance], token: int) -> int | None:
    """Head of the speaker of the quotation around a token."""
    at = bisect_left(utterances, (token + 1, 0, 0))
    inside = (head for start, end, head in reversed(utterances[max(0, at - _NESTED) : at]) if start <= token < end)
    return next(inside, None)


def _quoted(columns: Columns, token: int) -> bool:
    """Whether an opening quotation mark stands before a token in its sentence."""
    start = columns.starts[columns.sent[token]]
    return sum(columns.text[i] in ('"', "``", "''", "“", "”") for i in range(start, token)) % 2 == 1
