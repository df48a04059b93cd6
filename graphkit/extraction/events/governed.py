"""Who takes part in a noun's event that its own phrase leaves out: told by what the phrase hangs on, thing or actor."""

from graphkit.extraction.events.control import doer_of_governor
from graphkit.extraction.events.nouns import listed
from graphkit.extraction.events.participants import phrase_of, unique
from graphkit.extraction.layers import RolePhrase
from graphkit.extraction.types import lexicon
from graphkit.extraction.types.words import Words, is_passive, object_of

_DOERS = frozenset({"by", "from", "between", "among"})
_INSIDE = frozenset({"in", "during", "for", "under", "on", "of", "with"})
_SUFFERED = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "REJECT"})
_UNTOLD = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
_CLIMBS = 5


def governed(words: Words, noun: int, type_: str) -> tuple[RolePhrase, ...]:
    """Participants of an event noun without any: things in its phrase, else who the verb above is said of."""
    inner = _inner(words, noun)
    return unique([*_outer(words, noun, type_, inner=bool(inner)), *inner])


def _inner(words: Words, noun: int) -> list[RolePhrase]:
    """Things behind "of", "by" and "from": "the collapse of the bridge", "under attack from two boats"."""
    tree = words.tree
    found = []
    for c in tree.children[noun]:
        of = tree.words[c] == "of"
        below = tree.child(c, "pobj") if c > noun and (of or tree.words[c] in _DOERS) else None
        if below is not None and words.ents[below] not in _UNTOLD and tree.tags[below][:1] in ("N", "P"):
            found.append(RolePhrase("object" if of else "actor", phrase_of(words, below)))
    return found


def _outer(words: Words, noun: int, type_: str, *, inner: bool) -> list[RolePhrase]:
    """Who is killed in, sought for, under or charged with it; what it hit, where it is itself the subject."""
    tree = words.tree
    if tree.deps[noun] == "nsubj":
        return _struck(words, tree.heads[noun])
    at = _preposition(words, noun)
    if at is None:
        return []
    word, verb = tree.words[at], tree.heads[at]
    role = _role(words, word, verb, noun, type_)
    if role is None or (inner and word not in ("in", "during", "under")):
        return []
    who = object_of(words, verb) if is_passive(words, verb) and role == "recipient" else doer_of_governor(words, verb)
    if is_passive(words, verb) and role == "actor":
        who = object_of(words, verb)
    if who is None or not tree.tags[who].startswith(("N", "P", "CD")):
        return []
    return [RolePhrase(role, phrase_of(words, who))]


def _role(words: Words, preposition: str, verb: int, noun: int, type_: str) -> str | None:
    """Role in the noun's event of who the verb above is said of."""
    lemma, passive = words.lemmas[verb], is_passive(words, verb)
    if preposition == "under":
        return "recipient"
    if preposition in ("in", "during"):
        if passive or lemma in listed("dies") or lemma in listed("suffers"):
            return "recipient"
        return None if lemma in listed("ends") or type_ in _SUFFERED else "actor"
    if lemma == "come":
        return "recipient"
    if passive and lemma in listed("blames"):
        return "recipient" if words.lemmas[noun].lower() in listed("through") else "actor"
    return None


def _struck(words: Words, verb: int) -> list[RolePhrase]:
    """What the event that is the subject did harm to: "the blast killed two men"."""
    lemma = words.lemmas[verb]
    kinds = [lexicon.verbs().get(lemma, ""), *(frame.kind for frame in lexicon.frames().get(lemma, ()))]
    if is_passive(words, verb) or (
        lemma not in listed("harms") and not any(kind.startswith("ASSAULT") for kind in kinds)
    ):
        return []
    what = object_of(words, verb)
    return [] if what is None else [RolePhrase("object", phrase_of(words, what))]


def _preposition(words: Words, noun: int) -> int | None:
    """The preposition by which a noun hangs on a verb, through "suspicion of" and coordination."""
    tree = words.tree
    at = noun
    for _ in range(_CLIMBS):
        above = tree.heads[at]
        if above == at:
            return None
        if tree.deps[at] == "pobj" and tree.tags[tree.heads[above]][:2] == "VB" and tree.words[above] in _INSIDE:
            return above
        if tree.deps[at] == "conj":
            at = above
        elif tree.deps[at] == "pobj" and words.lemmas[tree.heads[above]].lower() in listed("through"):
            at = tree.heads[above]
        else:
            return None
    return None
