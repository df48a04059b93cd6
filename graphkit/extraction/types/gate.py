"""What is no event: states, properties, habits, things that only look like acts."""

from graphkit.extraction.clauses.words import word_classes
from graphkit.extraction.types import lexicon
from graphkit.extraction.types.values import Value
from graphkit.extraction.types.words import Words, classes_of, is_passive, object_of, subject_of

_NONE: frozenset[str] = frozenset()
_OFTEN = frozenset(
    {
        *("always", "often", "usually", "regularly", "routinely", "typically", "generally", "normally", "sometimes"),
        *("frequently", "rarely", "seldom", "commonly", "traditionally", "invariably", "habitually", "ordinarily"),
        *("daily", "weekly", "annually"),
    }
)
VERBAL = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "THREATEN", "AGREE", "STATEMENT"})
_NAMED = frozenset({"PERSON", "GPE", "ORG", "NORP"})
_ANY = frozenset({"a", "an", "any", "every", "each", "no", "some", "most", "many", "all"})


def is_state(words: Words, verb: int) -> bool:
    """Whether a verb is one of those that tell states: be, have, want."""
    return "state" in lexicon.verb_operators().get(words.lemmas[verb], _NONE)


def state_like(words: Words, verb: int) -> str | None:
    """Why a verb tells no event where it is a state, a habit or a general truth; None where it may be one."""
    tree = words.tree
    if is_state(words, verb):
        return "a state"
    if tree.tags[verb] == "VB" and any(tree.words[c] == "used" for c in tree.children[tree.heads[verb]]):
        return "a habit of the past"
    if tree.deps[verb] == "xcomp" and words.lemmas[tree.heads[verb]] == "tend":
        return "a habit"
    present = tree.tags[verb] in ("VBZ", "VBP") and tree.child(verb, "aux") is None
    passive = tree.child(verb, "auxpass")
    if passive is not None and tree.words[passive] in ("is", "are") and tree.child(verb, "aux") is None:
        present = True
    if tree.words[verb] == "used" and tree.child(verb, "xcomp") is not None:
        return "a habit of the past"
    if any(tree.words[c] in _OFTEN and tree.words[c] != "never" for c in tree.children[verb]):
        return "a habit"
    if _every(words, verb):
        return "a habit"
    if present and any(tree.words[c] == "never" for c in tree.children[verb]):
        return "a habit"
    return None


def _every(words: Words, verb: int) -> bool:
    tree = words.tree
    for c in tree.children[verb]:
        if tree.deps[c] in ("npadvmod", "advmod") and tree.child(c, "det") is not None:
            det = tree.child(c, "det")
            if det is not None and tree.words[det] in ("every", "each"):
                return True
        if tree.deps[c] == "prep" and tree.words[c] in ("on", "at", "in"):
            noun = tree.child(c, "pobj")
            if noun is not None and tree.tags[noun] == "NNPS" and words.ents[noun] == "DATE":
                return True
    return False


def timeless(words: Words, verb: int, found: Value) -> str | None:
    """Why a present tense tells what is so in general, not that it happened; None for news and headlines."""
    tree = words.tree
    passive = tree.child(verb, "auxpass")
    if passive is not None:
        if tree.words[passive] not in ("is", "are") or tree.child(verb, "aux") is not None:
            return None
    elif not _present(words, verb):
        return None
    if (
        headline(words, verb)
        or _ahead(words, verb)
        or "report" in lexicon.verb_operators().get(words.lemmas[verb], _NONE)
    ):
        return None
    subject = subject_of(words, verb)
    if passive is not None and _standing_charge(words, verb, found):
        return None
    if found.type in VERBAL and _any_such(words, verb, subject):
        return "in general"
    acts = subject is not None and not classes_of(words, subject).isdisjoint({"person", "state"})
    if acts and found.type in VERBAL and not is_passive(words, verb):
        return None
    named = subject is not None and _of_name(words, subject)
    if named and (found.type in ("CONCEDE", "RETREAT") or found.mode in ("arrest", "convict", "expel")):
        return None
    if subject is not None and _of_name(words, subject) and _dated_or_named(words, verb):
        return None
    if acts and found.type in ("COERCE", "ASSAULT", "CONSULT", "MOBILIZE") and _of_year(words, verb):
        return None
    return "in general"


def _ahead(words: Words, verb: int) -> bool:
    """Whether the present tells what is awaited or demanded: "until it is paid", "demanding that they release him"."""
    tree = words.tree
    above = tree.heads[verb]
    if tree.deps[verb] == "ccomp":
        return words.lemmas[above] in word_classes("verb_classes.tsv")["unreal"]
    if tree.deps[verb] == "conj" and tree.deps[above] == "advcl":
        verb = above
    return tree.deps[verb] == "advcl" and any(
        tree.words[c] in ("until", "till", "before", "once") for c in tree.children[verb]
    )


def _standing_charge(words: Words, verb: int, found: Value) -> bool:
    """Whether somebody is said to be charged, accused or convicted, which is news of him: "is charged with arson"."""
    if found.type not in ("ACCUSE", "SANCTION") and found.mode != "arrest":
        return False
    who = object_of(words, verb)
    if who is None or (words.tree.tags[who] == "NNS" and words.tree.child(who, "det", "nummod", "poss") is None):
        return False
    article = words.tree.child(who, "det")
    any_one = article is not None and words.tree.words[article] in ("any", "every", "each", "no")
    return not any_one and "person" in classes_of(words, who)


def _present(words: Words, verb: int) -> bool:
    """Whether the verb is a simple present; one joined to another by "and" has that one's tense, plans are news."""
    tree = words.tree
    planned = (
        not lexicon.verb_operators().get(words.lemmas[verb], _NONE).isdisjoint(("pass", "agree", "fail", "refuse"))
    )
    if planned and tree.child(verb, "xcomp") is not None:
        return False
    for _ in range(3):
        if tree.child(verb, "aux") is not None:
            return False
        if tree.tags[verb] in ("VBZ", "VBP"):
            return True
        if tree.tags[verb] != "VB" or tree.deps[verb] != "conj":
            return False
        verb = tree.heads[verb]
    return False


def _any_such(words: Words, verb: int, subject: int | None) -> bool:
    """Whether it is said of any such: "the museum welcomes dogs", "a good coach criticises in private"."""
    tree = words.tree
    if subject is None or _of_name(words, subject) or tree.tags[subject] not in ("NN", "NNS"):
        return False
    object_ = tree.child(verb, "dobj")
    if object_ is None:
        article = tree.child(subject, "det")
        some = article is not None and tree.words[article] in _ANY
        return some and tree.child(verb, "ccomp", "xcomp", "prt") is None and not _named_behind(words, verb)
    bare = tree.tags[object_] == "NNS" and not words.ents[object_]
    owner = tree.child(object_, "poss")
    own = owner is not None and tree.words[owner] in ("their", "its", "his", "her")
    told = lexicon.nouns().get(words.lemmas[object_].lower(), "happening").split("/")[0]
    return bare and (own or not tree.children[object_]) and told not in VERBAL


def _named_behind(words: Words, verb: int) -> bool:
    """Whether a name stands behind the verb in its clause."""
    return any(words.ents[i] in _NAMED for i in range(verb, words.tree.right[verb]))


def standing(words: Words, verb: int) -> str | None:
    """Why a verb of no type tells what stands, not what happened: a simple present outside headlines and captions."""
    tree = words.tree
    passive = tree.child(verb, "auxpass")
    if passive is not None:
        here = tree.words[passive] in ("is", "are") and tree.child(verb, "aux") is None
    else:
        here = _present(words, verb)
    if not here or headline(words, verb) or _told_when(words, verb) or _announced(words, verb):
        return None
    return "what stands"


def _announced(words: Words, verb: int) -> bool:
    """Whether somebody named says something in the present, as captions and agencies tell it."""
    subject = subject_of(words, verb)
    told = lexicon.verbs().get(words.lemmas[verb]) == "STATEMENT"
    return told and subject is not None and words.ents[subject] in _NAMED


def _told_when(words: Words, verb: int) -> bool:
    """Whether a day or hour is told with it."""
    tree = words.tree
    if tree.deps[verb] == "relcl" and words.ents[tree.heads[verb]] in ("DATE", "TIME"):
        return True  # "in the coming year, when Riga takes the chair"
    return any(words.ents[i] in ("DATE", "TIME") for i in range(tree.left[verb], min(tree.right[verb], verb + 30)))


def _of_name(words: Words, subject: int) -> bool:
    """Whether the subject is a name or belongs to one ("Riga", "Riga's government")."""
    owner = words.tree.child(subject, "poss", "compound", "amod")
    return words.ents[subject] in _NAMED or (owner is not None and words.ents[owner] in _NAMED)


def _dated_or_named(words: Words, verb: int) -> bool:
    """Whether a day is told or it is done to somebody named: captions tell the past in the present."""
    tree = words.tree
    object_ = object_of(words, verb)
    for c in (object_, *tree.children[verb], *(() if object_ is None else tree.children[object_])):
        if c is not None and tree.deps[c] in ("prep", "dative") and tree.child(c, "pobj") is not None:
            c = tree.child(c, "pobj") if tree.words[c] in ("to", "with", "against", "near", "off") else None
        if c is not None and c > verb and words.ents[c] in _NAMED:
            return True
    return _told_when(words, verb)


def _of_year(words: Words, verb: int) -> bool:
    """Whether the year is told with it, as in captions."""
    tree = words.tree
    here = range(tree.left[verb], min(tree.right[verb], verb + 30))
    return any(words.ents[i] == "DATE" and len(tree.words[i]) == 4 and tree.words[i].isdigit() for i in here)


def headline(words: Words, i: int) -> bool:
    """Whether the sentence of a token has no full stop: a headline tells the past in the present."""
    return words.tree.sent[i] in words.headlines
