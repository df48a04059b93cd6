"""The state of a story while its mentions are being joined: threads of mentions that stand for one actor."""

from bisect import bisect_left
from dataclasses import dataclass, field

from graphkit.extraction.actors.mentions import Found
from graphkit.extraction.columns import Columns
from graphkit.extraction.gazetteer import state_words
from graphkit.extraction.names.ages import age_before, age_behind

_DEEPEST = 30  # steps up the tree: lists of thousands hang on each other
_TOLD = 8  # mentions of a thread that are asked whose it is
_FARTHEST = 200  # mentions looked back over: a list of thousands of names must not be read for each of them


@dataclass(slots=True)
class Thread:
    """One actor so far: its mentions (indices, in the order of joining) and what they have said of it."""

    sort: str
    number: str
    gender: str
    members: list[int] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)  # ISO codes it belongs to ("the Norwegian minister")
    code: str | None = None  # its own ISO code
    cluster: int | None = None  # index of its cluster of names
    age: int | None = None
    outlet: bool = False


class Discourse:
    """The mentions of a story in text order, and the threads they have been joined to."""

    def __init__(self, columns: Columns, mentions: list[Found], headlines: set[int]) -> None:
        self.columns = columns
        self.headlines = headlines
        self.mentions = mentions
        self.heads = [m.head for m in mentions]
        self.at_head = {m.head: i for i, m in enumerate(mentions)}
        self.thread_of: list[int | None] = [None] * len(mentions)
        self.threads: list[Thread] = []
        self.by_age: dict[int, list[int]] = {}
        self.by_code: dict[str, int] = {}  # the thread of each state
        self.shouted: list[int] = []
        self.pairs: dict[int, tuple[int, ...]] = {}  # "both sides": head token to threads

    def open_thread(self, i: int) -> int:
        """Start a thread with mention `i`; its index."""
        m = self.mentions[i]
        self.threads.append(Thread(m.sort, m.number, m.gender))
        if m.form == "nominal" and self.columns.sent[m.head] in self.headlines:
            self.shouted.append(len(self.threads) - 1)
        self.join(i, len(self.threads) - 1)
        return len(self.threads) - 1

    def join(self, i: int, thread: int) -> None:
        """Put mention `i` into a thread, which learns from it."""
        m, t = self.mentions[i], self.threads[thread]
        self.thread_of[i] = thread
        t.members.append(i)
        if m.form == "name" and m.sort == "person" and t.age is None:
            self._learn_age(thread, age_behind(self.columns, m.end))
        if m.form == "nominal":
            t.nouns.add(m.noun)
            if m.sort == "person":
                t.states |= self.codes(m)
            self._learn_age(thread, age_before(self.columns, m.start, m.end))
            t.modifiers |= m.modifiers
        if not t.gender and m.gender in ("f", "m") and t.sort == "person":
            t.gender = m.gender

    def owner_of(self, m: Found) -> int | None:
        """Thread of the possessor of a phrase ("his wife")."""
        owners = (self.thread_at(k) for k in self.columns.kids[m.head] if self.columns.dep[k] == "poss")
        return next(owners, None)

    def owner(self, thread: int) -> int | None:
        """Thread of whom a description of the thread says that it is theirs ("his wife")."""
        told = (self.mentions[i] for i in self.threads[thread].members[:_TOLD] if self.mentions[i].form == "nominal")
        return next((o for m in told if (o := self.owner_of(m)) is not None), None)

    def codes(self, m: Found) -> set[str]:
        """States that a description names: "the Norwegian leader", "its president", "the president of Norway"."""
        table, columns, found = state_words(), self.columns, set()
        for k in range(m.start, m.head):
            known = table.get(columns.text[k])
            thread = self.thread_at(k)
            if known is not None and known.code:
                found.add(known.code)
            elif thread is not None and (code := self.threads[thread].code):
                found.add(code)
        for k in columns.kids[m.head]:
            if columns.lower[k] == "of" and k > m.head:
                end = next((o for o in columns.kids[k] if columns.dep[o] == "pobj"), k)
                known = table.get(columns.text[end])
                if known is not None and known.code:
                    found.add(known.code)
        return found

    def _learn_age(self, thread: int, age: int | None) -> None:
        if age is not None and self.threads[thread].age is None:
            self.threads[thread].age = age
            self.by_age.setdefault(age, []).append(thread)

    def merge(self, keep: int, drop: int) -> None:
        """Make two threads one."""
        if keep == drop:
            return
        a, b = self.threads[keep], self.threads[drop]
        for i in b.members:
            self.thread_of[i] = keep
        a.members += b.members
        a.nouns |= b.nouns
        a.modifiers |= b.modifiers
        a.states |= b.states
        a.gender = a.gender or b.gender
        a.age = b.age if a.age is None else a.age
        a.code = a.code or b.code
        a.cluster = b.cluster if a.cluster is None else a.cluster
        b.members = []

    def thread_at(self, head: int) -> int | None:
        """Thread of the mention with that head token."""
        i = self.at_head.get(head)
        return None if i is None else self.thread_of[i]

    def before(self, token: int, sentences: int) -> list[int]:
        """Mentions that begin before a token, from that many sentences back, the nearest first."""
        first = self.columns.starts[max(0, self.columns.sent[token] - sentences)]
        low, high = bisect_left(self.heads, first), bisect_left(self.heads, token)
        low = max(low, high - _FARTHEST)
        return [i for i in range(high - 1, low - 1, -1) if self.thread_of[i] is not None]

    def after(self, token: int) -> list[int]:
        """Mentions behind a token in its sentence, the nearest first."""
        columns = self.columns
        end = columns.starts[columns.sent[token] + 1]
        low, high = bisect_left(self.heads, token + 1), bisect_left(self.heads, end)
        high = min(high, low + _FARTHEST)
        return [i for i in range(low, high) if self.thread_of[i] is not None]


def clause_verb(columns: Columns, token: int) -> int:
    """The verb (or other head) of the clause that a noun or pronoun stands in."""
    at = token
    for _ in range(_DEEPEST):
        if columns.head[at] == at or columns.pos[at] in ("VERB", "AUX"):
            break
        at = columns.head[at]
    return at


def subject_of(columns: Columns, verb: int) -> int | None:
    """Subject token of a verb, its own or that of the verb it is coordinated with or controlled by."""
    for _ in range(8):
        for k in columns.kids[verb]:
            if columns.dep[k] in ("nsubj", "nsubjpass"):
                return k
        if columns.dep[verb] == "xcomp":  # "urged Oslo to open its markets"
            controller = [k for k in columns.kids[columns.head[verb]] if columns.dep[k] == "dobj" and k < verb]
            if controller and columns.lemma[columns.head[verb]].lower() not in ("promise", "threaten"):
                return controller[0]
        if (
            columns.dep[verb] not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "acl")
            or columns.head[verb] == verb
        ):
            return None
        verb = clause_verb(columns, columns.head[verb]) if columns.dep[verb] != "acl" else verb
        if columns.dep[verb] == "acl":
            return None
    return None


def fronted_subject(columns: Columns, token: int) -> int | None:
    """Subject of the main clause behind the adverbial that a pronoun stands in ("During his trip, Holm …")."""
    at = token
    for _ in range(_DEEPEST):
        up = columns.head[at]
        if up == at:
            return None
        if columns.dep[at] in ("prep", "advcl") and up > at:
            subject = next((k for k in columns.kids[up] if columns.dep[k] in ("nsubj", "nsubjpass")), None)
            return subject if subject is not None and subject > token else None
        at = up
    return None
