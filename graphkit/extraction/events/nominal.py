"""Who takes part in an event that a noun tells: in its own phrase, and by the verb that it is told with."""

from graphkit.extraction.events.governed import governed
from graphkit.extraction.events.nouns import listed
from graphkit.extraction.events.participants import is_actor, phrase_of, unique
from graphkit.extraction.layers import Actors, RolePhrase
from graphkit.extraction.types.words import Words, classes_of, object_of, subject_of

_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_OPEN = frozenset({"STATEMENT", "THREATEN", "RETREAT", "OTHER", "ATTEND"})
_DONE_TO = frozenset({"ASSAULT", "COERCE"})
_AIMED = frozenset({"on", "against", "to", "for", "with", "into", "at", "over", "toward", "towards"})
_MOST = 50


def of_noun(words: Words, noun: int, type_: str, actors: Actors) -> tuple[RolePhrase, ...]:
    """Participants of an event noun: owner, "by", "of", "between", "with", "on", names before it; else by its verb."""
    tree = words.tree
    mutual = type_ in _MUTUAL
    found: list[RolePhrase] = []
    for c in tree.children[noun]:
        if c > noun and tree.deps[c] in ("prep", "agent"):
            role = _noun_role(words, tree.words[c], noun, type_, mutual=mutual)
            for m in _members(words, tree.child(c, "pobj")):
                if is_actor(actors, m):
                    found.append(RolePhrase(role, phrase_of(words, m)))
                elif role == "recipient" and type_ in _DONE_TO and words.ents[m] not in ("DATE", "TIME"):
                    found.append(RolePhrase("object", phrase_of(words, m)))
    aimed = any(part.role == "recipient" for part in found)
    before = [
        RolePhrase(_before(words, c, noun, actors, aimed=aimed), phrase_of(words, c))
        for c in tree.children[noun]
        if c < noun and tree.deps[c] in ("poss", "compound", "amod", "nmod") and is_actor(actors, c)
    ]
    found = [part for part in (*before, *found) if part.role]
    found += _told_with(words, noun, type_, {part.role for part in found}, actors)
    under = tree.words[tree.heads[noun]] == "under" and not any(part.role == "recipient" for part in found)
    return unique([*found, *(governed(words, noun, type_) if under or not found else ())])


def _before(words: Words, owner: int, noun: int, actors: Actors, *, aimed: bool) -> str:
    """Role of who stands before the noun: "police raid", "Holm's visit"; but who is arrested in "Holm's arrest"."""
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


def _told_with(words: Words, noun: int, type_: str, known: set[str], actors: Actors) -> list[RolePhrase]:
    """Who did or suffered it by the verb that it is told with: "committed the murder", "arrested for the robbery"."""
    tree = words.tree
    found: list[RolePhrase] = []
    if words.lemmas[noun].lower() in listed("through"):
        return found
    for at, dep in _above(words, noun):
        lemma = words.lemmas[at]
        if dep != "pobj" and lemma in listed("commits"):
            who, role = subject_of(words, at), "actor"
        elif dep == "dobj" and lemma in listed("suffers"):
            charged = tree.heads[noun] != at and words.lemmas[tree.heads[noun]] in listed("through")
            who, role = subject_of(words, at), "victim" if type_ == "OTHER" else "recipient"
            role = "actor" if charged else role  # "faces murder charges"
        elif dep == "pobj" and lemma == "be":
            done_to = listed("suffered") | listed("held")  # "is in custody"
            who, role = subject_of(words, at), "recipient" if words.lemmas[noun] in done_to else "actor"
        elif dep == "pobj" and (lemma in listed("blames") or tree.child(at, "oprd", "acomp") is not None):
            who, role = object_of(words, at), "actor"
            if words.lemmas[noun].lower() in listed("suffered") and who is None:
                who = subject_of(words, at)
        else:
            continue
        if who is not None and role not in known and is_actor(actors, who) and not words.tree.left[noun] <= who <= noun:
            found.append(RolePhrase(role, phrase_of(words, who)))
            break
    return found


def _above(words: Words, noun: int) -> list[tuple[int, str]]:
    """The verb that a noun hangs on, through "count of", "suspicion of" and conjunctions, and by what it hangs."""
    tree = words.tree
    at, dep, held = noun, tree.deps[noun], False
    for _ in range(6):
        above = tree.heads[at]
        if above == at:
            return []
        if dep == "conj":
            dep = tree.deps[above]
        elif tree.tags[above][:2] == "VB":
            if words.lemmas[above] == "be" and not held and not _is_held(words, above):
                return []
            return [(above, dep if dep in ("dobj", "nsubjpass") else "pobj")]
        elif tree.deps[above] in ("prep", "acomp", "oprd"):
            dep = "pobj"
        elif tree.tags[above][:2] == "NN" and words.lemmas[above].lower() in listed("through") | listed("held"):
            dep, held = tree.deps[above], words.lemmas[above].lower() in listed("held")
        elif tree.deps[at] != "prep":
            return []
        at = above
    return []


def _is_held(words: Words, be: int) -> bool:
    """Whether somebody is on or in what one is for a deed: "was on probation for a robbery"."""
    tree = words.tree
    inner = (tree.child(c, "pobj") for c in tree.children[be] if tree.deps[c] == "prep")
    return any(i is not None and words.lemmas[i] in listed("held") for i in inner)


def _members(words: Words, noun: int | None) -> list[int]:
    out: list[int] = []
    while noun is not None and len(out) < _MOST:
        out.append(noun)
        noun = words.tree.child(noun, "conj")
    return out


def _noun_role(words: Words, preposition: str, noun: int, type_: str, *, mutual: bool) -> str:
    if preposition in ("by", "between", "among") or (preposition == "with" and mutual):
        return "actor"
    if preposition == "of":
        lemma = words.lemmas[noun].lower()
        if lemma in listed("mortal"):
            return "victim"
        return "actor" if type_ in _OPEN and lemma not in listed("suffered") else "recipient"
    if preposition in _AIMED:
        return "recipient"
    return "origin" if preposition == "from" else ""
