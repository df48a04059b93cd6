"""Who takes part in an event, in logical roles: whatever the word order, the doer is the actor."""

from graphkit.extraction.clauses.words import verbs
from graphkit.extraction.events.aims import gains, meant_by
from graphkit.extraction.events.nouns import EVENT_SHARE, event_noun, listed
from graphkit.extraction.events.parts import (
    announces,
    is_actor,
    members,
    owner_role,
    phrase_of,
    place_like,
    somebody,
    unique,
    when,
    whole_role,
)
from graphkit.extraction.layers import Actors, Clause, RolePhrase
from graphkit.extraction.types.values import NEUTRAL
from graphkit.extraction.types.words import Words, is_passive

_GETS = frozenset({"receive", "get", "obtain", "gain", "win", "draw", "face", "suffer", "enjoy", "undergo"})
_KEPT = frozenset({"addressee", "beneficiary", "instrument", "destination", "origin", "companion"})
_WHERE = frozenset({"in", "at", "near", "inside", "outside"})
_INTO = frozenset({"to", "into", "onto", "toward", "towards"})
_REACHED = frozenset({"on", "against", "to", "from", "toward", "towards"})
_HARD = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_NAMING = ("copula", "passive-naming")
_TELLING = frozenset({"tell", "inform", "notify", "brief"})


def of_clause(words: Words, clause: Clause, type_: str, actors: Actors) -> tuple[RolePhrase, ...]:
    """Participants of a clause."""
    if words.lemmas[clause.trigger] in _GETS and clause.voice == "active":
        turned = _turned(words, clause, actors)
        if turned:
            return turned
    ends = (part for part in _ends(words, clause, type_, actors) if not _beside_it(words, clause, part))
    found = [_placed(words, clause, part, type_) for part in ends]
    found += _obliques(words, clause, actors)
    if not any(part.role == "recipient" for part in found):
        meant = meant_by(words, clause, type_, actors)
        if meant is not None and not _same(actors, meant.head, clause.subject.head):
            found = [part for part in found if part.phrase.head != meant.head]
            found.append(RolePhrase("beneficiary" if gains(words, clause, meant, type_) else "recipient", meant))
    return unique(_apart(words, clause, found, actors))


def _ends(words: Words, clause: Clause, type_: str, actors: Actors) -> list[RolePhrase]:
    """Subject and object in their roles."""
    first, second = clause.subject, clause.object
    found = []
    if not announces(words, actors, clause.subject.head, clause.trigger):
        role, lemma = _first_role(words, clause, type_, actors), words.lemmas[clause.trigger]
        if clause.voice == "active" and lemma in listed("dies"):
            role = "victim"
        elif clause.voice == "active" and type_ not in NEUTRAL and lemma in listed("suffers"):
            role = "recipient"
        found.append(RolePhrase(role, first))
    if second is not None and second.head != clause.trigger and not _meanwhile(words, clause):
        role = _second_role(words, clause, type_, actors)
        more = [m for m in members(words, second.head)[1:] if m >= second.end and words.tree.tags[m][:1] == "N"]
        found.append(RolePhrase(role, second))
        plain = role in ("recipient", "object") and clause.voice == "active"
        for m in more:
            own = whole_role(words, actors, m, "recipient") if plain else role
            found.append(RolePhrase(own, phrase_of(words, m)))
    return found


def _obliques(words: Words, clause: Clause, actors: Actors) -> list[RolePhrase]:
    """Agents, and whom or what else the clause names: an instrument, who it is done for or with, where to."""
    found = []
    for oblique in clause.obliques:
        role, head = oblique.role, oblique.phrase.head
        if role == "instrument" and oblique.marker is not None and words.tree.words[oblique.marker] == "through":
            continue
        if role == "destination" and not place_like(words, head):
            role = "recipient"  # "gave himself up to police"
        if role == "agent" or (oblique.role in _KEPT and (is_actor(actors, head) or role == "instrument")):
            found.append(RolePhrase("actor" if role == "agent" else role, oblique.phrase))
    return found


def _apart(words: Words, clause: Clause, found: list[RolePhrase], actors: Actors) -> list[RolePhrase]:
    """The participants without those that a sentence as object has of its own, and without a mere "himself"."""
    inner = clause.object
    sentence = inner is not None and words.tree.tags[inner.head][:1] in ("V", "M")
    kept = []
    for part in found:
        head = part.phrase.head
        own = sentence and inner is not None and part.phrase is not inner and inner.start <= head < inner.end
        mere = len(found) > 2 and words.tree.words[head].endswith(("self", "selves"))
        if not own and not (mere and _same(actors, head, clause.subject.head)):
            kept.append(part)
    return kept


def _meanwhile(words: Words, clause: Clause) -> bool:
    """Whether what stands as object tells only another deed around it: "fled on seeing the ship"."""
    around = clause.predicate.rpartition(" ")[2] in ("on", "upon", "after", "before", "by", "without", "while")
    return around and clause.object is not None and words.tree.tags[clause.object.head] == "VBG"


def _first_role(words: Words, clause: Clause, type_: str, actors: Actors) -> str:
    """Role of the subject."""
    if clause.voice == "passive":
        other = clause.object is not None and clause.rule == "passive" and is_actor(actors, clause.object.head)
        hard = type_ in _HARD and not other  # "rifles were seized from the rebels"
        return "recipient" if hard else whole_role(words, actors, clause.subject.head, "recipient")
    governor = clause.chain[0] if clause.chain else clause.trigger
    if clause.rule.startswith("nominal") and clause.subject.end <= clause.trigger:
        return owner_role(words, clause.subject.head, clause.trigger, actors, aimed="of" in clause.rule)
    asked = type_ == "REQUEST" and governor != clause.trigger and is_passive(words, governor)
    return "recipient" if asked else "actor"  # "were asked to stay"


def _second_role(words: Words, clause: Clause, type_: str, actors: Actors) -> str:
    """Role of the object."""
    head, last = (clause.object or clause.subject).head, clause.predicate.rpartition(" ")[2]
    if clause.rule.startswith(_NAMING) or last == "as":
        return "object"  # what somebody is or becomes, not another one
    if clause.rule.startswith("nominal-between"):
        return "actor"
    if clause.voice == "passive":
        if last in _INTO and place_like(words, head) and not is_actor(actors, head):
            return "destination"
        if clause.rule.startswith(("passive-agent", "nominal")):
            return "actor"
        if last == "from" and type_ == "OTHER" and (is_actor(actors, head) or place_like(words, head)):
            return "origin"
        reached = last in _REACHED or (last == "at" and words.lemmas[clause.trigger] in listed("aims"))
        return "recipient" if reached and is_actor(actors, head) else "object"
    if words.lemmas[clause.trigger] in _TELLING and (type_ == "STATEMENT" or clause.rule.startswith("addressee")):
        return "addressee" if words.tree.tags[head][:1] in ("N", "P") else "object"
    if last == "from" and clause.rule.startswith("nominal") and type_ in ("OTHER", "RETREAT"):
        return "origin"
    sited = is_actor(actors, head) or place_like(words, head)
    if sited and type_ == "OTHER" and last in ("from", "into", "onto"):
        return "origin" if last == "from" else "destination"
    if last in _INTO and place_like(words, head) and not is_actor(actors, head):
        return "destination"
    return whole_role(words, actors, head, "recipient")


def _same(actors: Actors, a: int, b: int) -> bool:
    """Whether two heads stand for one actor: "refused to comment on their plans" is aimed at nobody."""
    chain = actors.by_head.get(a)
    return chain is not None and chain == actors.by_head.get(b)


def _beside_it(words: Words, clause: Clause, part: RolePhrase) -> bool:
    """Whether a participant is only the event or the time that it was done in: "were killed in a raid"."""
    last = clause.predicate.rpartition(" ")[2]
    if part.phrase is not clause.object or last == clause.predicate:
        return False
    i = part.phrase.head
    if last in ("on", "to") and clause.voice == "passive" and words.tree.tags[i] == "NN" and not words.tree.children[i]:
        return words.lemmas[i] in listed("bare")  # "held on board", "stabbed to death"
    dated = words.ents[part.phrase.head] in ("DATE", "TIME") or words.lemmas[part.phrase.head] == "time"
    if part.role == "object" and (dated or (last in _WHERE | {"on"} and when(words, part.phrase.head))):
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
        site = site or (clause.voice == "active" and type_ == "OTHER" and place_like(words, head))
        return RolePhrase("place", part.phrase) if site and part.role == "object" else part
    somewhere = place_like(words, head)
    somewhere = somewhere or (words.ents[head] == "ORG" and type_ in NEUTRAL | {"AID", "AGREE"})
    moved = words.lemmas[clause.trigger] in verbs("alone")  # "walked in the crosswalk"
    somewhere = somewhere or (part.role == "object" and (moved or words.tree.tags[head] in ("NNP", "NNPS")))
    return RolePhrase("place", part.phrase) if somewhere and part.role != "actor" else part


def _turned(words: Words, clause: Clause, actors: Actors) -> tuple[RolePhrase, ...]:
    """Whoever gets something suffers the act of who gives it: "received support from Riga"."""
    tree = words.tree
    givers = [o.phrase for o in clause.obliques if o.marker is not None and tree.words[o.marker] in ("from", "by")]
    if clause.object is not None:
        inner = (c for c in tree.children[clause.object.head] if tree.words[c] in ("from", "by"))
        givers += [phrase_of(words, below) for c in inner if (below := tree.child(c, "pobj")) is not None]
    for giver in givers:
        if somebody(words, actors, giver.head):
            got = whole_role(words, actors, clause.subject.head, "recipient")
            found = [RolePhrase(got, clause.subject), RolePhrase("actor", giver)]
            return tuple(found if clause.object is None else [*found, RolePhrase("object", clause.object)])
    return ()
