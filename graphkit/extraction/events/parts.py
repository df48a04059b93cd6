"""Phrases that take part in events: who is somebody and what a thing or a place, and how far a phrase reaches."""

from collections.abc import Iterable

from graphkit.extraction import gazetteer
from graphkit.extraction.events.nouns import listed
from graphkit.extraction.layers import Actors, Phrase, RolePhrase
from graphkit.extraction.types import lexicon
from graphkit.extraction.types.words import Words, classes_of

_MOST = 50
_APART = frozenset({"relcl", "appos", "punct", "cc", "conj", "acl", "case", "prep"})
_ANYBODY = frozenset({"one", "someone", "anyone", "everyone", "nobody", "somebody", "anybody", "everybody", "none"})
_TOLD = frozenset({"det", "poss", "nummod", "appos", "relcl"})


def is_actor(actors: Actors, head: int) -> bool:
    """Whether a head stands for an actor or several."""
    return head in actors.by_head or head in actors.several


def somebody(words: Words, actors: Actors, head: int) -> bool:
    """Whether a head stands for people: an actor, a pronoun for a person, a kind of people."""
    if is_actor(actors, head):
        return True
    tag = words.tree.tags[head]
    if tag == "PRP":
        return words.tree.words[head] not in ("it", "itself", "they", "them")
    counted = tag == "CD" or words.tree.words[head] in _ANYBODY
    if counted:
        of = next((c for c in words.tree.children[head] if c > head and words.tree.words[c] == "of"), None)
        whom = None if of is None else words.tree.child(of, "pobj")
        if whom is not None and words.tree.tags[whom] != "CD":
            return somebody(words, actors, whom)  # "one of the largest hauls"
        return words.ents[head] in ("", "CARDINAL")
    lemma = words.lemmas[head].lower()
    if tag not in ("NN", "NNS") or head in actors.names or not people(words, head):
        return False
    told = tag == "NNS" or any(words.tree.deps[c] in _TOLD for c in words.tree.children[head])
    return told and lemma not in listed("festive")


def people(words: Words, noun: int) -> bool:
    """Whether a common noun means a kind of people or a body of them."""
    known = gazetteer.nouns().get(words.lemmas[noun].lower())
    if known is not None or lexicon.senses().get(words.lemmas[noun].lower()) is None:
        return known is not None and known[0] != "no"
    kinds = classes_of(words, noun)
    return "person" in kinds and "thing" not in kinds


def whole_role(words: Words, actors: Actors, head: int, role: str) -> str:
    """The role; of a thing that suffers, "object"."""
    return role if role not in ("recipient", "victim") or somebody(words, actors, head) else "object"


def announces(words: Words, actors: Actors, it: int, verb: int) -> bool:
    """Whether the subject of a verb is the "it" that only announces: "it is an honour to welcome Holm"."""
    tree = words.tree
    if tree.words[it] != "it" or it in actors.names or is_actor(actors, it):
        return False
    above = tree.heads[it]
    said = tree.child(above, "attr", "acomp")
    return said is not None and verb not in (above, said)


def when(words: Words, head: int) -> bool:
    """Whether a head says when or how: a date, "the weekend"."""
    return words.ents[head] in ("DATE", "TIME") or words.lemmas[head].lower() in listed("days")


def place_like(words: Words, head: int) -> bool:
    """Whether a head names a place: a land, a town, a building, or a noun for one."""
    if words.ents[head]:
        return words.ents[head] in ("GPE", "LOC", "FAC")
    of = next((c for c in words.tree.children[head] if c > head and words.tree.words[c] == "of"), None)
    inner = None if of is None else words.tree.child(of, "pobj")
    if inner is not None and words.ents[inner] in ("GPE", "LOC") and words.lemmas[head].lower() in listed("portions"):
        return True  # "parts of Alexandria"
    sense = lexicon.senses().get(words.lemmas[head].lower())
    if words.lemmas[head].lower() in listed("spots"):
        return True
    return "place" in classes_of(words, head) or (sense is not None and sense.kind == "l")


def phrase_of(words: Words, head: int, depth: int = 3) -> Phrase:
    """Noun phrase of a head with its "of", without what follows a comma, a relative clause or a possessive mark."""
    tree = words.tree
    end = tree.right[head]
    for c in tree.children[head]:
        if c <= head or tree.deps[c] not in _APART or tree.left[c] >= end:
            continue
        of = tree.child(c, "pobj") if tree.words[c] == "of" and depth else None
        end = tree.left[c] if of is None else phrase_of(words, of, depth - 1).end
        if of is not None:
            break
    return Phrase(head, tree.left[head], max(end, head + 1))


def unique(parts: Iterable[RolePhrase]) -> tuple[RolePhrase, ...]:
    """The parts without one that holds the same head in the same role again."""
    seen: set[tuple[str, int]] = set()
    out = []
    for part in parts:
        if (part.role, part.phrase.head) not in seen:
            seen.add((part.role, part.phrase.head))
            out.append(part)
    return tuple(out)


def members(words: Words, noun: int) -> list[int]:
    """The noun and what is coordinated with it."""
    out: list[int] = []
    at: int | None = noun
    while at is not None and len(out) < _MOST:
        if words.tree.tags[at][:1] in ("N", "P", "C", "J", "D", "V"):
            out.append(at)
        at = words.tree.child(at, "conj")
    return out


def owner_role(words: Words, owner: int, noun: int, actors: Actors, *, aimed: bool) -> str:
    """Role of an actor before the noun: "police raid", "Holm's visit"; but who is arrested in "Holm's arrest"."""
    if words.lemmas[noun].lower() in listed("mortal"):
        return "victim"
    if aimed or words.lemmas[noun].lower() not in listed("suffered"):
        return "actor"
    lemma = words.lemmas[owner].lower()
    chain = actors.by_head.get(owner)
    person = words.ents[owner] == "PERSON" or (chain is not None and actors.chains[chain].kind == "person")
    if not person and (words.ents[owner] or "troops" in classes_of(words, owner) or lemma in listed("forces")):
        return "actor"
    return "recipient"
