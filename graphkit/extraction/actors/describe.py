"""A thread as a chain: its name, kind, aliases and roles."""

from typing import Literal

from graphkit.extraction.actors.discourse import Discourse, Thread
from graphkit.extraction.actors.mentions import base_start, hyphenated_end
from graphkit.extraction.actors.titles import joined, roles_of
from graphkit.extraction.gazetteer import state_words, states
from graphkit.extraction.layers import Chain, ChainMention, Phrase
from graphkit.extraction.names.headlines import Name
from graphkit.extraction.names.variants import Cluster
from graphkit.model import ActorKind

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "some"})
_COMPLEMENTS = frozenset({"of", "in", "from", "for", "at"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "whose"})
_LONGEST_TAIL = 8
_LONGEST_NAME = 5
_FIRST = 3  # of so many first mentions the longest names a description
_DEEPEST = 2  # "his aide's wife": possessors are named so far up
_KINDS: dict[str, ActorKind] = {
    "person": "person", "organization": "organization", "state": "state", "group": "group",
}  # fmt: skip
_GENDERS: dict[str, Literal["female", "male", "neuter"]] = {"f": "female", "m": "male", "n": "neuter"}


def _is_adjective(word: str) -> bool:
    """Whether a form of a state's name is no name of it ("Norwegian")."""
    known = state_words().get(word)
    return known is not None and known.sense in ("adjective", "people")


class Describer:
    """Makes chains of the threads of a finished discourse; `place` numbers the threads that become chains."""

    def __init__(self, discourse: Discourse, names: list[Name], clusters: list[Cluster], place: dict[int, int]) -> None:
        self.discourse = discourse
        self.names = names
        self.clusters = clusters
        self.place = place

    def chain(self, number: int) -> Chain:
        """The chain of a thread."""
        thread = self.discourse.threads[number]
        mentions = tuple(
            ChainMention(Phrase(m.head, m.start, m.end), m.form)
            for m in (self.discourse.mentions[i] for i in sorted(thread.members))
        )
        name = self.name(number)
        written = dict.fromkeys(self._written(thread))
        country = thread.code or (min(thread.states) if len(thread.states) == 1 else None)
        return Chain(
            name=name,
            kind=_KINDS[thread.sort],
            mentions=mentions,
            aliases=tuple(w for w in written if w != name and not _is_adjective(w)),
            country=country,
            number="plural" if thread.number == "plural" else "singular",
            gender=None if thread.sort == "group" else _GENDERS.get(thread.gender),
            roles=tuple(roles_of(self.discourse, thread, mentions, self.place)) if thread.sort == "person" else (),
        )

    def name(self, number: int, depth: int = 0) -> str:
        """What a thread is called: its common name, the fullest name, or a description."""
        thread = self.discourse.threads[number]
        if thread.code:
            return states()[thread.code].name
        written = self._written(thread)
        if thread.cluster is not None and written:
            cluster = self.clusters[thread.cluster]
            known = next((k for i in cluster.members if (k := self.names[i].known) is not None), None)
            if known is not None and known.sense == "name":
                return known.name
            short = [w for w in written if len(w.split()) <= _LONGEST_NAME] or written
            return max(short, key=lambda w: (len(w.split()), not w.isupper(), -written.index(w)))
        return self._description(thread, depth)

    def _written(self, thread: Thread) -> list[str]:
        """Forms of its name in text order; those of headlines only where there are no others."""
        columns, capitals = self.discourse.columns, self.discourse.headlines
        named = [m for i in sorted(thread.members) if (m := self.discourse.mentions[i]).form == "name"]
        plain = [m for m in named if columns.sent[m.head] not in capitals]
        return [joined(columns, m.start, m.end) for m in plain or named]

    def _description(self, thread: Thread, depth: int) -> str:
        """A noun phrase as a name: without article, with a short complement, its possessor by name."""
        columns = self.discourse.columns
        nominal = [m for i in sorted(thread.members) if (m := self.discourse.mentions[i]).form == "nominal"]
        referring = [m for m in nominal if columns.dep[m.head] != "attr"][:_FIRST] or nominal[:1]
        best = max(referring, key=lambda m: (m.end - m.start, -m.start))
        head, start = best.head, base_start(columns, best.head)
        while start < head and columns.lower[start] in _ARTICLES:
            start += 1
        start -= columns.lower[start] in ("least", "most") and columns.lower[start - 1] == "at"  # "at least 12 people"
        end = hyphenated_end(columns, head)
        for k in columns.kids[head]:
            counted = columns.tag[head] == "CD" and columns.lower[k] != "of"  # "nine | in a raid"
            deed = any(columns.dep[o] == "pcomp" for o in columns.kids[k])  # "accused the firm | of poisoning wells"
            if columns.dep[k] == "prep" and k == end and columns.lower[k] in _COMPLEMENTS and not (counted or deed):
                end = self._complement_end(k)
        owner, rest = self._owner(head, start, depth)
        return f"{owner} {joined(columns, rest, end)}" if owner else joined(columns, start, end)

    def _complement_end(self, preposition: int) -> int:
        """Where a complement ends that is short enough for a name: without clauses, or up to its noun."""
        columns = self.discourse.columns
        end = columns.right[preposition] + 1
        while columns.pos[end - 1] == "SPACE":
            end -= 1
        if end - preposition <= _LONGEST_TAIL and not any(
            columns.dep[j] in ("relcl", "acl", "appos") for j in range(preposition, end)
        ):
            return end
        noun = next((k for k in columns.kids[preposition] if columns.dep[k] == "pobj"), preposition - 1)
        while noun + 1 < len(columns) and columns.pos[noun] == columns.pos[noun + 1] == "PROPN":
            noun += 1  # "Prime Minister | Per Lind"
        return noun + 1 if noun - preposition < _LONGEST_TAIL else preposition

    def _owner(self, head: int, start: int, depth: int) -> tuple[str, int]:
        """Name of the possessor, as it stands before a noun, and where the rest of the phrase begins."""
        columns = self.discourse.columns
        possessor = next((k for k in columns.kids[head] if columns.dep[k] == "poss" and k >= start), None)
        thread = None if possessor is None else self.discourse.thread_at(possessor)
        if possessor is None or thread is None or depth >= _DEEPEST or columns.left[possessor] != start:
            return "", start
        rest = columns.right[possessor] + 1
        code = self.discourse.threads[thread].code
        if code and columns.pos[rest] != "NUM":
            return states()[code].adjective, rest  # "Kiev's troops" are Ukrainian troops
        if columns.lower[possessor] not in _POSSESSIVES:
            return "", start
        name = self.name(thread, depth + 1)
        return name + ("'" if name.endswith("s") else "'s"), rest
