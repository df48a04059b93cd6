"""Events told by a noun with participants: "Holm's visit to Riga", "talks between A and B", "the arrest of X by Y"."""

from dataclasses import dataclass

from graphkit.extraction.clauses.confidence import confidence
from graphkit.extraction.clauses.groups import read_group
from graphkit.extraction.clauses.modality import denies
from graphkit.extraction.clauses.phrases import is_relative, member_phrases, members, phrase, trimmed
from graphkit.extraction.clauses.roles import is_time, role_of
from graphkit.extraction.clauses.subjects import find_subject
from graphkit.extraction.clauses.tree import VERB_TAGS, Tree
from graphkit.extraction.clauses.words import all_event_nouns, event_nouns, is_doer
from graphkit.extraction.layers import Clause, Oblique, Phrase

_PERSONAL = frozenset(
    {
        "visit",
        "trip",
        "talk",
        "meeting",
        "conversation",
        "interview",
        "call",
        "speech",
        "address",
        "letter",
        "message",
        "statement",
        "discussion",
        "negotiation",
        "consultation",
    }
)
DOER_ENTS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
GOALS = ("to", "with", "on", "against", "of", "into", "at", "for", "from", "over", "by", "about")


@dataclass(frozen=True, slots=True)
class Part:
    """A participant beside the noun: its phrases, the preposition's token if there is one."""

    phrases: tuple[Phrase, ...]
    marker: int | None
    word: str


def nominal_clauses(tree: Tree, noun: int) -> list[Clause]:
    """The clauses that an event noun with two participants gives; none with fewer."""
    lemma = tree.lemmas[noun].lower()
    if tree.tags[noun] not in ("NN", "NNS", "NNP") or lemma not in all_event_nouns() or lemma in event_nouns("bond"):
        return []
    behind = _behind(tree, noun)
    between = next((p for p in behind if p.word in ("between", "among")), None)
    if between is not None and len(between.phrases) == 2:
        first, second = between.phrases
        return [_clause(tree, noun, (noun, *_marker(between)), first, second, "nominal-between", behind)]
    by = next((p for p in behind if p.word == "by"), None)
    of = next((p for p in behind if p.word == "of"), None)
    if by is not None and of is not None:
        return _pairs(tree, noun, by, of, "nominal-of-by", behind)
    found = _doer(tree, noun, behind)
    if found is None:
        return []
    doer, rule = found
    goal = next((p for word in GOALS for p in behind if p.word == word and p is not doer), None)
    if goal is None:
        return []
    if goal.word == "by":
        return _pairs(tree, noun, doer, goal, "nominal-by", behind)
    if goal.word == "of" and lemma not in event_nouns("onto"):
        return []
    if rule == "nominal-shared" and goal.word not in ("to", "with", "on", "at"):
        return []
    return _pairs(tree, noun, doer, goal, rule, behind)


def _doer(tree: Tree, noun: int, behind: list[Part]) -> tuple[Part, str] | None:
    """Who does it, and the rule: the possessor, the one behind "of" or "by", or the subject of the clause around."""
    front = _front(tree, noun)
    if front is not None:
        return front, "nominal"
    parts = {p.word: p for p in reversed(behind)}
    if "of" in parts and "with" in parts and tree.lemmas[noun].lower() in event_nouns("mutual"):
        return parts["of"], "nominal"
    if "by" in parts and tree.words[tree.heads[noun]] != "by":
        return parts["by"], "nominal"  # "an attack by rebels on a convoy"
    shared = _shared_doer(tree, noun)
    return None if shared is None else (shared, "nominal-shared")


def _pairs(tree: Tree, noun: int, doer: Part, goal: Part, rule: str, behind: list[Part]) -> list[Clause]:
    """One clause a pair of members; "the union's strike by drivers" is read backwards."""
    relation, passive = (noun, *_marker(goal)), rule == "nominal-by"
    return [
        _clause(tree, noun, relation, a, b, rule, behind, passive=passive) for a in doer.phrases for b in goal.phrases
    ]


def _marker(part: Part) -> tuple[int, ...]:
    return () if part.marker is None else (part.marker,)


def _behind(tree: Tree, noun: int) -> list[Part]:
    """What prepositions behind the noun bring in, in text order."""
    out = []
    for c in tree.children[noun]:
        if c > noun and tree.deps[c] in ("prep", "agent"):
            target = tree.kid(c, "pobj")
            if target is not None and not is_relative(tree, target) and not is_time(tree, target):
                against = _aimed(tree, c, target)
                found = tuple(member_phrases(tree, target))
                if against is None or len(found) > 1:
                    out.append(Part(found, c, tree.words[c]))
                    continue
                doer, aim = trimmed(tree, target, found[0].start, against), tree.children[against][-1]
                out.append(Part((doer,), c, tree.words[c]))
                out.append(Part(tuple(member_phrases(tree, aim)), against, tree.words[against]))
    return out


def _aimed(tree: Tree, by: int, doer: int) -> int | None:
    """The second preposition, hung on the first participant: "attacks by rebels on ships", "on ships by rebels"."""
    second = {"by": ("on", "against"), "on": ("by",), "against": ("by",), "of": ("by",)}.get(tree.words[by], ())
    found = (c for c in tree.kids(doer, "prep", "agent") if c > doer and tree.words[c] in second)
    return next((c for c in found if tree.kid(c, "pobj") == tree.children[c][-1]), None)


def _front(tree: Tree, noun: int) -> Part | None:
    """The possessor, else a name before the noun ("the Holm plan", "a Russian attack on Oslo")."""
    owner = tree.kid(noun, "poss")
    if owner is not None:
        if tree.words[owner] == "whose":
            return None
        return Part(tuple(_owners(tree, owner)), None, "'s")
    for c in tree.children[noun]:
        named = tree.ents[c] in DOER_ENTS or (tree.tags[c] == "NN" and is_doer(tree.lemmas[c]))
        if c < noun and tree.deps[c] in ("compound", "amod", "nmod") and named:
            return Part((_name(tree, c),), None, "")
    return None


def _shared_doer(tree: Tree, noun: int) -> Part | None:
    """The subject of the clause for "during a visit to Riga, Holm …", "said in an interview with the paper"."""
    marker = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.words[marker] not in (
        "during",
        "in",
        "after",
        "on",
        "before",
        "at",
        "following",
    ):
        return None
    determiner = tree.kid(noun, "det")
    verb = tree.heads[marker]
    if (determiner is not None and tree.words[determiner] not in ("a", "an")) or tree.tags[verb] not in VERB_TAGS:
        return None
    if tree.lemmas[noun].lower() not in _PERSONAL or read_group(tree, verb).passive:
        return None
    subject = find_subject(tree, verb)
    if subject is None or subject.how not in ("own", "shared", "control") or tree.tags[subject.head] in VERB_TAGS:
        return None
    return Part(tuple(member_phrases(tree, subject.head)), None, "")


def _owners(tree: Tree, owner: int) -> list[Phrase]:
    out = []
    for h in members(tree, owner):
        p = phrase(tree, h)
        end = p.end
        while end - 1 > h and tree.tags[end - 1] == "POS":
            end -= 1
        out.append(Phrase(h, p.start, end))
    return out


def _name(tree: Tree, i: int) -> Phrase:
    """The whole name that token `i` belongs to."""
    start, end = i, i + 1
    if not tree.ents[i]:
        return Phrase(i, i, i + 1)  # "a rebel attack"
    while not tree.ent_starts[start] and start > 0 and tree.ents[start - 1] == tree.ents[i]:
        start -= 1
    while end < len(tree.words) and tree.ents[end] == tree.ents[i] and not tree.ent_starts[end]:
        end += 1
    return trimmed(tree, i, start, end)


def _clause(
    tree: Tree,
    noun: int,
    relation: tuple[int, ...],
    subject: Phrase,
    object_: Phrase,
    rule: str,
    parts: list[Part],
    *,
    passive: bool = False,
) -> Clause:
    markers = [tree.words[t] for t in relation if t != noun][-1:]
    obliques = tuple(
        Oblique(role_of(tree, noun, p.marker, p.phrases[0].head), p.phrases[0], p.marker)
        for p in parts
        if p.marker is not None and p.marker not in relation and p.phrases[0].head not in (subject.head, object_.head)
    )
    return Clause(
        trigger=noun,
        chain=(noun,),
        relation=relation,
        predicate=" ".join((tree.lemmas[noun].lower(), *markers)),
        subject=subject,
        object=object_,
        voice="passive" if passive else "active",
        obliques=obliques,
        negated=denies(tree, noun),
        hypothetical=_unreal(tree, noun),
        confidence=confidence(tree, rule, subject, object_),
        rule=rule,
    )


def _unreal(tree: Tree, noun: int) -> bool:
    """Whether a modifier says that it did not happen yet or at all: "planned", "proposed", "possible", "cancelled"."""
    unreal = (
        "planned",
        "proposed",
        "possible",
        "potential",
        "cancelled",
        "canceled",
        "postponed",
        "upcoming",
        "future",
        "threatened",
        "hypothetical",
        "scheduled",
        "attempted",
        "next",
    )
    return any(tree.words[c] in unreal for c in tree.children[noun] if c < noun)
