"""Who takes part in an event that a noun tells: in its own phrase, by the verb that carries it, by what governs it."""

from graphkit.extraction import gazetteer
from graphkit.extraction.clauses.words import event_nouns
from graphkit.extraction.events.governed import governed
from graphkit.extraction.events.noun_clauses import content_of, hit_by_clause
from graphkit.extraction.events.nouns import EVENT_SHARE, event_noun, listed
from graphkit.extraction.events.parts import (
    is_actor,
    members,
    owner_role,
    people,
    phrase_of,
    place_like,
    somebody,
    unique,
)
from graphkit.extraction.layers import Actors, RolePhrase
from graphkit.extraction.types.words import Words, classes_of

_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_OPEN = frozenset({"STATEMENT", "THREATEN", "RETREAT", "OTHER", "ATTEND"})
_DONE_TO = frozenset({"ASSAULT", "COERCE"})
_UTTERED = frozenset({"STATEMENT", "ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "AID", "AGREE"})
_UNTOLD = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
_AIMED = frozenset({"on", "against", "to", "for", "with", "into", "at", "over", "toward", "towards"})
_CARRIED = frozenset({"on", "against", "to", "for", "with", "between", "by", "from", "at"})


def of_noun(words: Words, noun: int, type_: str, actors: Actors) -> tuple[RolePhrase, ...]:
    """Participants of an event noun: owner, "by", "of", "between", "with", "on", names before it; then by its verb."""
    found = [*_behind(words, noun, type_, actors)]
    aimed = any(part.role == "recipient" for part in found)
    if not _to_own_death(words, noun):
        found = [*_before(words, noun, type_, actors, aimed=aimed), *found]
    known = {part.role for part in found}
    mutual = type_ in _MUTUAL or words.lemmas[noun].lower() in listed("contests")
    heads = {part.phrase.head for part in found}
    for part in governed(words, noun, type_, actors):
        same = {"recipient", "victim"} if part.role in ("recipient", "victim", "object") else {part.role}
        if part.phrase.head not in heads and (mutual or not same & known) and not _again(actors, part, found):
            found.append(part)
    found += _of_outer(words, noun, actors, {part.role for part in found})
    found += hit_by_clause(words, noun, actors, {part.role for part in found})
    content = content_of(words, noun, type_)
    return unique([*found, content] if content is not None else found)


def _to_own_death(words: Words, noun: int) -> bool:
    """Whether the verb says whose death it is: "saw his brother fall to his death"."""
    tree = words.tree
    owner = tree.child(noun, "poss")
    own = owner is not None and tree.tags[owner] == "PRP$" and words.lemmas[noun].lower() in listed("mortal")
    return own and tree.words[tree.heads[noun]] == "to"


def _again(actors: Actors, part: RolePhrase, found: list[RolePhrase]) -> bool:
    """Whether an actor takes part already: nobody is both sides of an event."""
    chain = actors.by_head.get(part.phrase.head)
    return chain is not None and any(actors.by_head.get(other.phrase.head) == chain for other in found)


def _pairs(words: Words, noun: int) -> list[tuple[int, int]]:
    """Prepositions of the noun, of the one that it is joined to, and of the verb that only carries it."""
    tree = words.tree
    own = [c for c in tree.children[noun] if c > noun and tree.deps[c] in ("prep", "agent")]
    if not own:
        other = tree.child(noun, "conj")
        other = tree.heads[noun] if other is None and tree.deps[noun] == "conj" else other
        if other is not None and event_noun(words.lemmas[other].lower()) >= EVENT_SHARE:
            own = [c for c in tree.children[other] if c > max(noun, other) and tree.deps[c] in ("prep", "agent")]
    told = [c for c in tree.children[noun] if tree.deps[c] == "acl" and words.lemmas[c] in listed("aims")]
    verb = _carrier(words, noun)
    for carrier in told if verb is None else [*told, verb]:
        own += [
            c
            for c in tree.children[carrier]
            if c > carrier and tree.deps[c] in ("prep", "agent", "dative") and tree.words[c] in _CARRIED
        ]
    pairs = ((c, tree.child(c, "pobj")) for c in own)
    return [(c, below) for c, below in pairs if below is not None and below != noun]


def _carrier(words: Words, noun: int) -> int | None:
    """The verb that only carries the noun: "filed charges against Berg", "searches were carried out on the boats"."""
    tree = words.tree
    top = tree.heads[noun] if tree.deps[noun] == "conj" else noun
    verb = tree.heads[top]
    if tree.deps[top] not in ("dobj", "nsubjpass") or tree.tags[verb][:2] != "VB":
        return None
    lemma = words.lemmas[verb]
    return verb if lemma in listed("commits") or lemma in listed("carries") else None


def _behind(words: Words, noun: int, type_: str, actors: Actors) -> list[RolePhrase]:
    """Participants behind prepositions, and who is given it: "handed Berg a sentence"."""
    verb = _carrier(words, noun)
    given = [] if verb is None else words.tree.kids(verb, "dative")
    found = [RolePhrase("recipient", phrase_of(words, m)) for m in given if words.tree.tags[m][:1] in ("N", "P")]
    for c, first in _pairs(words, noun):
        preposition = words.tree.words[c]
        carried = words.tree.heads[c] != noun
        if preposition == "at" and carried and words.tree.deps[words.tree.heads[c]] == "acl":
            preposition = "against"
        for m in members(words, first):
            if words.ents[m] in _UNTOLD and not is_actor(actors, m):
                continue
            who = somebody(words, actors, m)
            role = _noun_role(words, preposition, noun, m, type_) if who else _thing_role(words, preposition, m, type_)
            if not who and not carried and preposition == "on" and type_ == "OTHER" and not _aimed(words, noun):
                continue  # "her appearance on the broadcast"
            if role == "destination" and carried and not who:
                role = "object"  # "set fire to the station"
            if role and (who or not carried or preposition in ("on", "against", "by", "to")):
                found.append(RolePhrase(role, phrase_of(words, m)))
    return found


def _noun_role(words: Words, preposition: str, noun: int, who: int, type_: str) -> str:
    """Role of somebody behind a preposition."""
    lemma = words.lemmas[noun].lower()
    contest = lemma in listed("contests")
    if preposition in ("by", "between", "among") or (preposition == "with" and (type_ in _MUTUAL or contest)):
        return "actor"
    if contest and preposition in ("against", "of"):
        return "actor"
    if preposition == "of":
        if lemma in listed("mortal"):
            return "victim"
        return "actor" if type_ in _OPEN and not _undergone(lemma) else "recipient"
    if preposition == "to" and place_like(words, who):
        return "destination"
    if preposition == "at" and type_ not in _UTTERED | _DONE_TO:
        return ""
    if preposition == "at" and words.ents[who] not in ("PERSON", "NORP") and words.tree.tags[who] not in ("PRP", "NNS"):
        return ""  # where it was
    if preposition in _AIMED:
        return "recipient"
    if preposition == "from":
        return "actor" if type_ in _UTTERED | _DONE_TO | {"PROTEST", "CONSULT"} else "origin"
    return ""


def _thing_role(words: Words, preposition: str, what: int, type_: str) -> str:
    """Role of a thing behind a preposition."""
    if words.tree.tags[what][:1] not in ("N", "P"):
        return ""
    if preposition == "by":
        return "actor"
    where = words.ents[what] in ("GPE", "LOC") or words.lemmas[what].lower() in listed("days")
    aimed = preposition in ("on", "into") and type_ != "STATEMENT" and not where
    if aimed or preposition in ("of", "against"):
        return "object"
    if preposition == "to":
        return "destination" if place_like(words, what) else "object" if type_ != "STATEMENT" else ""
    return "actor" if preposition == "from" and type_ in _DONE_TO else ""


def _aimed(words: Words, noun: int) -> bool:
    """Whether "on" behind a noun names what it is aimed at: "an attempt on a vessel"."""
    lemma = words.lemmas[noun].lower()
    return lemma in listed("chances") or lemma in event_nouns("toward")


def completed(
    words: Words, noun: int, type_: str, actors: Actors, known: tuple[RolePhrase, ...]
) -> tuple[RolePhrase, ...]:
    """Participants of a clause about a noun, with those that only the noun's own phrase names."""
    roles = {part.role for part in known}
    mutual = type_ in _MUTUAL or words.lemmas[noun].lower() in listed("contests")
    taken = [*known]
    for part in of_noun(words, noun, type_, actors):
        inside = any(other.phrase.start <= part.phrase.head < other.phrase.end for other in taken)
        side = mutual and part.role in ("actor", "recipient")
        if not inside and (side or part.role not in roles) and not _again(actors, part, taken):
            taken.append(part)
    return unique(taken)


def _undergone(lemma: str) -> bool:
    """Whether an event noun's "of" and owner name who it is done to."""
    return lemma in listed("suffered")


def _before(words: Words, noun: int, type_: str, actors: Actors, *, aimed: bool) -> list[RolePhrase]:
    """Owner, and who stands before the noun: "Holm's visit", "police raid", "the nurses strike"."""
    tree = words.tree
    found = []
    before = [c for c in tree.children[noun] if c < noun]
    if not before and tree.deps[noun] == "conj":  # "her knowledge and commitment"
        before = tree.kids(tree.heads[noun], "poss")
    for c in before:
        if tree.deps[c] not in ("poss", "compound", "amod", "nmod"):
            continue
        if words.ents[c] in ("FAC", "LOC") or words.lemmas[c].lower() in listed("offences"):
            continue
        if is_actor(actors, c):
            role = owner_role(words, c, noun, actors, aimed=aimed)
        else:
            role = _kind_role(words, c, noun, type_)
        if role:
            found.append(RolePhrase(role, phrase_of(words, c)))
    return found


def _kind_role(words: Words, word: int, noun: int, type_: str) -> str:
    """Role of a kind of people before the noun ("a pirate attack", "media reports"); of a thing that owns it."""
    tree = words.tree
    lemma = words.lemmas[noun].lower()
    if tree.tags[word][:1] not in ("N", "P") or words.ents[word] in _UNTOLD:
        return ""
    if tree.deps[word] == "poss":
        return "victim" if lemma in listed("mortal") else "recipient" if _undergone(lemma) else "actor"
    if words.ents[word] or tree.deps[word] != "compound" or words.lemmas[word].lower() in listed("festive"):
        return ""
    kinds = classes_of(words, word)
    known = gazetteer.nouns().get(words.lemmas[word].lower())
    if _undergone(lemma) and known is not None and known[0] != "person" and "troops" not in kinds:
        return ""  # "jury trial"
    if not people(words, word) and words.lemmas[word].lower() not in listed("forces"):
        return ""
    if _undergone(lemma):
        return "actor" if "troops" in kinds or words.lemmas[word].lower() in listed("forces") else "recipient"
    return "actor" if type_ not in ("OTHER", "ATTEND") or tree.tags[word] == "NNS" else ""


def _of_outer(words: Words, noun: int, actors: Actors, known: set[str]) -> list[RolePhrase]:
    """Who is tried or charged for a deed before another: "the murder trial of Berg", "the fraud case against Berg"."""
    tree = words.tree
    above = tree.heads[noun]
    charged = listed("through") | listed("held") | listed("suffered")
    if tree.deps[noun] != "compound" or words.lemmas[above].lower() not in charged or "actor" in known:
        return []
    outer = of_noun(words, above, "ACCUSE", actors) if above != noun else ()
    return [RolePhrase("actor", part.phrase) for part in outer if part.role == "recipient"]
