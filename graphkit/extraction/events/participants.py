"""Who takes part in an event, in logical roles: whatever the word order, the doer is the actor."""

from collections.abc import Iterable

from graphkit.extraction.events.control import doer_of
from graphkit.extraction.events.nouns import EVENT_SHARE, event_noun, listed
from graphkit.extraction.layers import Actors, Clause, Phrase, RolePhrase
from graphkit.extraction.types.values import NEUTRAL
from graphkit.extraction.types.words import Words, classes_of, object_of

_TOWARD = ("on", "against", "to", "for", "with", "at", "of", "from", "into", "over", "toward", "towards", "about")
_TAKES = frozenset({"recipient", "addressee", "beneficiary", "destination", "companion", "topic", "other"})
_GETS = frozenset({"receive", "get", "obtain", "gain", "win", "draw", "face", "suffer", "enjoy", "undergo"})
_KEPT = frozenset({"addressee", "beneficiary", "instrument", "destination", "origin", "companion"})
_AIMED = frozenset({"on", "against", "to", "for", "with", "toward", "towards"})
_WHERE = frozenset({"in", "at", "near", "inside", "outside"})
_SITES = frozenset({"GPE", "LOC", "FAC", "ORG"})
_OWNED = frozenset({"ACCUSE", "SUPPORT", "REJECT", "SANCTION", "COERCE", "ASSAULT", "THREATEN"})


def is_actor(actors: Actors, head: int) -> bool:
    """Whether a head stands for an actor or several."""
    return head in actors.by_head or head in actors.several


def of_clause(words: Words, clause: Clause, type_: str, actors: Actors) -> tuple[RolePhrase, ...]:
    """Participants of a clause."""
    found: list[RolePhrase] = []
    first, second = clause.subject, clause.object
    if clause.voice == "passive":
        agent = clause.rule.startswith(("passive-agent", "nominal"))
        found.append(RolePhrase("recipient", first))
        if second is not None:
            found.append(RolePhrase("actor" if agent else _object_role(actors, second, "object"), second))
    elif clause.rule.startswith("nominal-between"):
        found.append(RolePhrase("actor", first))
        if second is not None:
            found.append(RolePhrase("actor", second))
    else:
        found.append(RolePhrase("actor", first))
        if second is not None:
            thing = "addressee" if type_ == "STATEMENT" and clause.predicate in ("tell", "inform") else "recipient"
            suffers = clause.rule == "nominal-of-by"  # "the seizure of a ship by rebels", like "a ship was seized"
            found.append(RolePhrase(thing if suffers else _object_role(actors, second, thing), second))
    if clause.voice == "active" and words.lemmas[clause.trigger] in listed("dies"):
        found[0] = RolePhrase("victim", first)
    elif clause.voice == "active" and type_ not in NEUTRAL and words.lemmas[clause.trigger] in listed("suffers"):
        found[0] = RolePhrase("recipient", first)
    found = [_placed(words, clause, part, type_) for part in found if not _beside_it(words, clause, part)]
    if words.lemmas[clause.trigger] in _GETS and clause.voice == "active":
        turned = _turned(words, clause, actors)
        if turned:
            return turned
    for oblique in clause.obliques:
        role = "actor" if oblique.role == "agent" else oblique.role
        if role == "actor" or (role in _KEPT and (is_actor(actors, oblique.phrase.head) or role == "instrument")):
            found.append(RolePhrase(role, oblique.phrase))
    if not any(part.role == "recipient" for part in found):
        meant = _meant(words, clause, type_, actors)
        if meant is not None and not _same(actors, meant.head, first.head):
            found = [part for part in found if part.phrase.head != meant.head]
            found.append(RolePhrase("recipient", meant))
    return unique(found)


def _same(actors: Actors, a: int, b: int) -> bool:
    """Whether two heads stand for one actor: "refused to comment on their plans" is aimed at nobody."""
    chain = actors.by_head.get(a)
    return chain is not None and chain == actors.by_head.get(b)


def _beside_it(words: Words, clause: Clause, part: RolePhrase) -> bool:
    """Whether a participant is only the event or the time that it was done in: "were killed in a raid"."""
    last = clause.predicate.rpartition(" ")[2]
    if part.phrase is not clause.object or last == clause.predicate:
        return False
    if part.role == "object" and (
        words.ents[part.phrase.head] in ("DATE", "TIME") or words.lemmas[part.phrase.head] == "time"
    ):
        return words.lemmas[clause.trigger] not in ("postpone", "delay", "move", "last", "set")
    return (
        last in _WHERE and part.role == "object" and event_noun(words.lemmas[part.phrase.head].lower()) >= EVENT_SHARE
    )


def _placed(words: Words, clause: Clause, part: RolePhrase, type_: str) -> RolePhrase:
    """The participant; a place behind "in", "at" or "on" is where it was done, not whom to."""
    last = clause.predicate.rpartition(" ")[2]
    if part.phrase is not clause.object or last not in _WHERE | {"on"} or last == clause.predicate:
        return part
    head = part.phrase.head
    if last == "on":
        site = words.ents[head] in ("LOC", "FAC") or words.lemmas[head].lower() in listed("ground")
        return RolePhrase("place", part.phrase) if site and part.role == "object" else part
    somewhere = words.ents[head] in ("GPE", "LOC", "FAC") or "place" in classes_of(words, head)
    somewhere = somewhere or (words.ents[head] == "ORG" and type_ in NEUTRAL | {"AID", "AGREE"})
    return RolePhrase("place", part.phrase) if somewhere and part.role != "actor" else part


def _turned(words: Words, clause: Clause, actors: Actors) -> tuple[RolePhrase, ...]:
    """Whoever gets something suffers the act of who gives it: "received support from Riga"."""
    tree = words.tree
    for oblique in clause.obliques:
        given = oblique.marker is not None and tree.words[oblique.marker] in ("from", "by")
        if given and is_actor(actors, oblique.phrase.head):
            found = [RolePhrase("recipient", clause.subject), RolePhrase("actor", oblique.phrase)]
            return tuple(found if clause.object is None else [*found, RolePhrase("object", clause.object)])
    return ()


def _object_role(actors: Actors, phrase: Phrase, role: str) -> str:
    """A thing is the object; somebody has the role."""
    return role if is_actor(actors, phrase.head) and role != "object" else "object"


def _meant(words: Words, clause: Clause, type_: str, actors: Actors) -> Phrase | None:
    """Whom an act is aimed at where its object is a thing: "imposed sanctions on Riga", "faulted Holm's plan"."""
    tree = words.tree
    markers = {word: n for n, word in enumerate(_TOWARD)}
    fitting = [
        o
        for o in clause.obliques
        if is_actor(actors, o.phrase.head)
        and o.role not in ("time", "place")
        and not (o.marker is not None and tree.words[o.marker] in _WHERE and words.ents[o.phrase.head] in _SITES)
        and (o.role in _TAKES or (o.marker is not None and tree.words[o.marker] in markers))
    ]
    if fitting:
        return fitting[0].phrase
    if clause.object is None or is_actor(actors, clause.object.head) or tree.tags[clause.object.head][:2] == "VB":
        return None
    return within(words, clause.object.head, type_, actors)


def within(words: Words, noun: int, type_: str, actors: Actors, depth: int = 3) -> Phrase | None:
    """Somebody named inside a noun phrase: behind a preposition, or as its owner."""
    tree = words.tree
    for c in tree.children[noun]:
        if (
            c > noun
            and tree.deps[c] == "prep"
            and tree.words[c] in _TOWARD
            and not (type_ in NEUTRAL and tree.words[c] in _WHERE)
            and not (type_ == "OTHER" and tree.words[c] == "of")
        ):
            below = tree.child(c, "pobj")
            if below is not None and is_actor(actors, below):
                return phrase_of(words, below)
            if below is not None and depth:
                found = within(words, below, type_, actors, depth - 1)
                if found is not None:
                    return found
    if type_ in _OWNED:
        for c in tree.children[noun]:
            if c < noun and tree.deps[c] in ("poss", "compound", "amod", "nmod") and is_actor(actors, c):
                return phrase_of(words, c)
    return None


def phrase_of(words: Words, head: int) -> Phrase:
    """Noun phrase of a head without what follows a comma, a relative clause or a possessive mark."""
    tree = words.tree
    end = tree.right[head]
    for c in tree.children[head]:
        if c > head and tree.deps[c] in ("relcl", "appos", "punct", "cc", "conj", "acl", "case", "prep"):
            end = min(end, tree.left[c])
    return Phrase(head, tree.left[head], max(end, head + 1))


def of_verb(words: Words, verb: int, actors: Actors) -> tuple[RolePhrase, ...]:
    """Participants of a verb that no clause tells."""
    found: list[RolePhrase] = []
    subject, object_ = doer_of(words, verb), object_of(words, verb)
    if object_ is None:
        object_ = words.tree.child(verb, "attr")
    if subject is not None and words.tree.tags[subject][:1] in ("N", "P", "W"):
        found.append(RolePhrase("actor", phrase_of(words, subject)))
    if object_ is not None and object_ != subject:
        found.append(
            RolePhrase(_object_role(actors, phrase_of(words, object_), "recipient"), phrase_of(words, object_))
        )
    return unique(found)


def beside(words: Words, verb: int, actors: Actors, *, suffers: bool) -> tuple[RolePhrase, ...]:
    """Participants of a verb in a headline of capitals, where no parse tells them: the nearest on each side."""
    sent, size = words.tree.sent, len(words.tree.words)
    found: list[RolePhrase] = []
    for way, role in ((-1, "recipient" if suffers else "actor"), (1, "recipient")):
        at = verb + way
        while 0 <= at < size and sent[at] == sent[verb] and words.tree.tags[at] not in ("IN", "TO", ",", ":"):
            if is_actor(actors, at):
                found.append(RolePhrase(role, phrase_of(words, at) if way > 0 else Phrase(at, at, at + 1)))
                break
            at += way
        if suffers:
            break
    return unique(found)


def unique(parts: Iterable[RolePhrase]) -> tuple[RolePhrase, ...]:
    """The parts without one that holds the same head in the same role again."""
    seen: set[tuple[str, int]] = set()
    out = []
    for part in parts:
        if (part.role, part.phrase.head) not in seen:
            seen.add((part.role, part.phrase.head))
            out.append(part)
    return tuple(out)
