"""Who takes part in what a verb or adjective tells that no clause tells."""

from graphkit.extraction.events.control import doer_of, holder_of
from graphkit.extraction.events.nouns import listed
from graphkit.extraction.events.parts import announces, is_actor, phrase_of, place_like, somebody, unique, whole_role
from graphkit.extraction.events.parts import when as _when
from graphkit.extraction.events.said import patient_of
from graphkit.extraction.layers import Actors, Phrase, RolePhrase
from graphkit.extraction.types.words import Words, antecedent, is_passive, object_of, subject_of

_TOWARD = ("on", "against", "to", "for", "with", "at", "of", "from", "into", "over", "toward", "towards", "about")
_NOBODY = frozenset({"what", "which", "that", "there"})
_SAID_OF = frozenset({"oprd", "acomp", "ccomp", "xcomp"})


def of_verb(words: Words, verb: int, actors: Actors) -> tuple[RolePhrase, ...]:
    """Participants of a verb that no clause tells."""
    found: list[RolePhrase] = []
    subject = doer_of(words, verb)
    by = _by(words, verb)
    if by is not None and by != subject:  # "freed after questioning by police"
        found.append(RolePhrase("actor", phrase_of(words, by)))
        if subject is None:
            return tuple(found)
        return (*found, RolePhrase(whole_role(words, actors, subject, "recipient"), phrase_of(words, subject)))
    if subject is not None and (words.tree.words[subject] in _NOBODY or announces(words, actors, subject, verb)):
        subject = None
    if subject is not None and words.tree.tags[subject][:1] in ("N", "P", "W"):
        found.append(RolePhrase("actor", phrase_of(words, subject)))
    patient = _patient(words, verb)
    if patient is not None and patient != subject:
        found.append(RolePhrase(whole_role(words, actors, patient, "recipient"), phrase_of(words, patient)))
    elif patient is None:
        found += _aim(words, verb, actors)
    return unique(found)


def _by(words: Words, verb: int) -> int | None:
    """Who does what a gerund without object tells."""
    tree = words.tree
    if tree.tags[verb] != "VBG" or tree.child(verb, "dobj") is not None:
        return None
    at = next((c for c in tree.children[verb] if c > verb and tree.words[c] == "by"), None)
    return None if at is None else tree.child(at, "pobj")


def _patient(words: Words, verb: int) -> int | None:
    """Whom or what it is done to; of a participle set before its sentence, the subject of that sentence."""
    tree = words.tree
    found = patient_of(words, verb)
    if found is None:
        found = tree.child(verb, "attr")
    if found is None and tree.child(verb, "auxpass") is not None:  # "escaped being buried"
        found = holder_of(words, verb)
    if found is None and tree.tags[verb] == "VBN" and tree.deps[verb] == "advcl" and is_passive(words, verb):
        own = tree.child(tree.heads[verb], "nsubj", "nsubjpass")
        found = None if own is None else antecedent(words, own)
    return found


def _aim(words: Words, verb: int, actors: Actors) -> list[RolePhrase]:
    """Where there is no object: what is tried or wanted, else what stands behind the first preposition."""
    tree = words.tree
    inner = tree.child(verb, "xcomp", "ccomp")
    if inner is not None and inner < verb and tree.right[inner] <= verb:  # "he is ill, officials said"
        return [RolePhrase("object", Phrase(inner, tree.left[inner], tree.right[inner]))]
    if inner is not None and inner > verb and tree.tags[inner][:1] in ("V", "M"):
        whom = object_of(words, inner) if tree.deps[inner] == "xcomp" and not is_passive(words, inner) else None
        if whom is not None and somebody(words, actors, whom):
            return [RolePhrase("recipient", phrase_of(words, whom))]
        return [RolePhrase("object", Phrase(inner, max(tree.left[inner], verb + 1), tree.right[inner]))]
    for c in tree.children[verb]:
        below = tree.child(c, "pobj") if c > verb and tree.deps[c] == "prep" and tree.words[c] in _TOWARD else None
        if below is None or _when(words, below) or tree.tags[below][:1] not in ("N", "P"):
            continue
        if place_like(words, below) and not is_actor(actors, below):
            return [RolePhrase("destination", phrase_of(words, below))] if tree.words[c] in ("to", "into") else []
        return [RolePhrase(whole_role(words, actors, below, "recipient"), phrase_of(words, below))]
    return []


def of_adjective(words: Words, adjective: int, actors: Actors) -> tuple[RolePhrase, ...]:
    """Participants of an adjective that tells what befell somebody: "is presumed dead", "left a cook dead"."""
    tree = words.tree
    who = tree.child(adjective, "nsubj", "nsubjpass")
    if who is None and adjective and tree.tags[adjective - 1][:1] == "N":  # a headline: "Climber dead after fall"
        who = adjective - 1
    verb = tree.heads[adjective]
    while who is None and tree.deps[adjective] == "conj" and verb != adjective:
        adjective, verb = verb, tree.heads[verb]
        who = tree.child(adjective, "nsubj")
    if who is None and tree.deps[adjective] in _SAID_OF | {"advcl", "advmod"} and verb != adjective:
        who = object_of(words, verb) if tree.child(verb, "dobj", "nsubjpass") is not None else subject_of(words, verb)
    if who is None:
        who = doer_of(words, adjective)
    role = "victim" if tree.words[adjective] in listed("harmed") else "actor"
    if who is None:
        return ()
    who = antecedent(words, who)
    return (RolePhrase(whole_role(words, actors, who, role), phrase_of(words, who)),)


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
