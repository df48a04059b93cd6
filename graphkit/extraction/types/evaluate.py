"""Value of a head word: operator(value of its complement), by the frames and lists of the lexicon."""

from graphkit.extraction.types import lexicon
from graphkit.extraction.types import values as op
from graphkit.extraction.types.applied import Governed, applied, clausal_of, reported
from graphkit.extraction.types.compounds import compound_value, strike_kind
from graphkit.extraction.types.figures import figure
from graphkit.extraction.types.frames import Around, fits
from graphkit.extraction.types.values import Value, of_kind
from graphkit.extraction.types.words import Words, counted, is_verb, object_of, prepositions

DEPTH = 5
_GOVERNING = ("of", "for", "to", "on", "against", "at", "with", "from", "in", "into", "about", "over")
_HOLLOW = frozenset({"hour", "measure", "rule", "order", "process", "move", "law", "regime"})
_SPOKEN = frozenset({"SUPPORT", "CONSULT", "ACCUSE", "CONCEDE", "REJECT", "REQUEST", "THREATEN"})
_PURPOSED = {
    "call": _SPOKEN,
    "phone": _SPOKEN,
    "telephone": _SPOKEN,
    "ring": _SPOKEN,
    "write": _SPOKEN,
    "send": frozenset({"ACCUSE", "AID"}),
    "dispatch": frozenset({"ACCUSE", "AID"}),
}


def value(words: Words, head: int, depth: int = DEPTH) -> Value | None:
    """Kind of act that a verb or noun tells, None where the lexicon is silent or says that it is none."""
    if is_verb(words, head) or (words.tree.deps[head] in ("ROOT", "xcomp", "ccomp") and words.tree.child(head, "dobj")):
        return _verb(words, head, depth)
    return noun_value(words, head, depth)


# -- verbs ------------------------------------------------------------------------------------------------------------


def _verb(words: Words, verb: int, depth: int) -> Value | None:
    lemma = words.lemmas[verb]
    if lemma in _PURPOSED and depth:
        meant = _purpose(words, verb, depth)
        if meant is not None:
            return meant
    if lemma in ("be", "become", "remain", "seem"):
        return _adjective(words, verb, depth)
    around = prepositions(words, verb)
    names = [f"{lemma}_{word}" for word, _ in around]
    particles = [f"{lemma}_{word}" for word, noun in around if noun is None]
    for name in (*particles, lemma):  # "call up" before "call"
        for frame in lexicon.frames().get(name, ()):
            if fits(words, verb, frame, around):
                light = None if frame.by_word else _light(words, verb, name, depth)
                if light is None and frame.kind == "OTHER" and _ends(words, verb, name):
                    break
                return light or of_kind(frame.kind, name, "frame" if frame.by_name else "frame of a class,")
        if name != lemma and name in lexicon.verbs() and name not in lexicon.verb_operators():
            return of_kind(lexicon.verbs()[name], name, "verb")
    for name in (*names, lemma):
        operators = lexicon.verb_operators().get(name)
        found = _operate(words, verb, name, operators, around, depth) if operators and depth else None
        if found is not None:
            return found
    if "pass" in lexicon.verb_operators().get(lemma, ()) and clausal_of(words, verb) is not None:
        return None  # "tried jumping" tells no trial
    kinds = ((name, lexicon.verbs().get(name)) for name in (*names, lemma))
    return next((of_kind(kind, name, "verb") for name, kind in kinds if kind is not None), None)


def _purpose(words: Words, verb: int, depth: int) -> Value | None:
    """Value of what somebody is called or sent for: "called Holm to thank him", "sent a team to investigate"."""
    tree = words.tree
    if tree.child(verb, "dobj", "oprd", "dative") is None:
        return None
    for c in tree.children[verb]:
        if c > verb and tree.deps[c] in ("advcl", "xcomp", "ccomp") and tree.tags[c] == "VB":
            found = value(words, c, depth - 1)
            if found is not None and found.type in _PURPOSED[words.lemmas[verb]]:
                return Value(found.type, found.mode, (*found.trace, f"purpose of {words.lemmas[verb]}"), found.word)
    return None


def _ends(words: Words, verb: int, name: str) -> bool:
    """Whether the verb may end an event that its object tells: "lifted the boycott"."""
    object_ = object_of(words, verb)
    ends = "end" in lexicon.verb_operators().get(name, ())
    return ends and object_ is not None and noun_value(words, object_) is not None


def _adjective(words: Words, verb: int, depth: int) -> Value | None:
    """Value of a predicative adjective: "is willing to send", "is critical of the plan"."""
    tree = words.tree
    adjective = tree.child(verb, "acomp", "oprd")
    if any(
        word == "on" and noun is not None and words.lemmas[noun] == "alert" for word, noun in prepositions(words, verb)
    ):
        return Value("MOBILIZE", None, ("on alert",), "alert")
    kind = None if adjective is None else lexicon.adjectives().get(tree.words[adjective])
    if kind is None or adjective is None or tree.child(verb, "neg") is not None:
        return None
    if not kind.startswith("op:"):
        return of_kind(kind, tree.words[adjective], "adjective")
    below = tree.child(adjective, "xcomp", "ccomp")
    around = prepositions(words, adjective)
    inner = value(words, below, depth - 1) if below is not None else _governed(words, around, depth)
    if below is None and not around:
        return None
    if kind == "op:refuse":
        return op.refuse(inner, tree.words[adjective])
    return op.agree(inner or Value("OTHER"), tree.words[adjective])


def _light(words: Words, verb: int, name: str, depth: int) -> Value | None:
    """Value of an event noun under a verb that carries no content before it: "held talks"."""
    if "light" not in lexicon.verb_operators().get(name, ()):
        return None
    if words.tree.child(verb, "oprd", "acomp") is not None:
        return None  # "made the charge public"
    object_ = object_of(words, verb)
    noun = None if object_ is None else noun_value(words, object_, depth - 1)
    return None if noun is None else Value(noun.type, noun.mode, (*noun.trace, f"light verb {name}"), noun.word)


def _operate(words: Words, verb: int, name: str, operators: frozenset[str], around: Around, depth: int) -> Value | None:
    """Value of an operator verb over its complement; None where it has none that says anything."""
    below, object_ = clausal_of(words, verb), object_of(words, verb)
    inner = None if below is None else value(words, below, depth - 1)
    ordered = name == "tell" and below is not None and words.tree.tags[below] == "VB"
    if "report" in operators and below is not None and not ordered:
        return reported(words, name, below, inner)
    light = _light(words, verb, name, depth)
    if light is not None:
        return light
    noun = None if object_ is None else noun_value(words, object_, depth - 1)
    rest = _governed(words, around, depth)
    return applied(words, verb, name, operators, Governed(below, object_, around, inner, noun, rest))


def _governed(words: Words, around: Around, depth: int) -> Value | None:
    """Value of the first eventive noun behind a preposition ("agreed on a ceasefire")."""
    for word, noun in around:
        if noun is not None and word in _GOVERNING:
            found = value(words, noun, depth - 1) if is_verb(words, noun) else noun_value(words, noun, depth - 1)
            if found is not None:
                return found
    return None


# -- nouns ------------------------------------------------------------------------------------------------------------


def noun_value(words: Words, noun: int, depth: int = DEPTH) -> Value | None:
    """Kind of act that a noun tells with what it governs: "threat of sanctions", "end to the siege"."""
    tree = words.tree
    noun = counted(words, noun)
    lemma = words.lemmas[noun].lower()
    if noun > 1 and tree.words[noun - 1] == "-" and f"{tree.words[noun - 2]}-{lemma}" in lexicon.nouns():
        lemma = f"{tree.words[noun - 2]}-{lemma}"
    if depth <= 0 or words.ents[noun] in ("PERSON", "GPE", "NORP"):
        return None
    kind = figure(words, noun)
    if kind is not None:
        return of_kind(kind, lemma, "noun frame")
    operator = lexicon.noun_operators().get(lemma)
    if operator is not None:
        found = _noun_operator(words, noun, lemma, operator, depth)
        if found is not None:
            return found
    for c in tree.children[noun]:
        if c < noun and tree.deps[c] in ("compound", "amod", "nmod") and c >= noun - 2:
            joined = lexicon.nouns().get(f"{tree.words[c]}_{lemma}")
            if joined is not None:
                return of_kind(joined, f"{tree.words[c]} {lemma}", "noun")
    kind = strike_kind(words, noun) if lemma == "strike" else lexicon.nouns().get(lemma)
    if kind is None:
        return compound_value(words, noun) if lemma in _HOLLOW else None
    found = of_kind(kind, lemma, "noun")
    if found is not None and found.type == "STATEMENT":
        return _told_in(words, noun, depth) or found
    if found is not None and found.type in ("CONSULT", "AGREE", "OTHER", "COOPERATE", "REQUEST", "REJECT"):
        inner = compound_value(words, noun)
        if inner is not None and lemma in ("deal", "agreement", "pact", "accord", "exchange", "swap"):
            return inner if inner.type == "RETREAT" else found
    return found


def _told_in(words: Words, noun: int, depth: int) -> Value | None:
    """Value of what a statement or report does: "a report accusing the army", "a letter threatening to sue"."""
    tree = words.tree
    for c in tree.children[noun]:
        if c > noun and tree.deps[c] == "acl" and tree.tags[c] == "VBG":
            inner = value(words, c, depth - 1)
            if inner is not None and inner.type in _SPOKEN:
                return Value(inner.type, inner.mode, (*inner.trace, f"told in {words.lemmas[noun]}"), inner.word)
    return None


def _noun_operator(words: Words, noun: int, lemma: str, operator: str, depth: int) -> Value | None:
    tree = words.tree
    inner = None
    for c in tree.children[noun]:
        if c > noun and tree.deps[c] in ("acl", "ccomp", "relcl") and tree.deps[c] != "relcl" and is_verb(words, c):
            inner = value(words, c, depth - 1)
        elif c > noun and tree.deps[c] == "prep" and tree.words[c] in _GOVERNING and operator != "law":
            below = tree.child(c, "pobj", "pcomp")
            inner = None if below is None else value(words, below, depth - 1)
        elif c < noun and tree.deps[c] == "compound" and operator in ("end", "pass", "refuse", "threaten"):
            kind = lexicon.nouns().get(words.lemmas[c].lower())
            inner = None if kind is None else of_kind(kind, words.lemmas[c], "noun")
        if inner is not None:
            break
    if operator == "request":
        return op.request(inner, lemma) if inner is not None or lemma != "call" else None
    if operator == "refuse":
        return op.refuse(inner, lemma)
    if operator == "threaten":
        return op.threaten(inner, lemma)
    if inner is None:
        return Value("CONCEDE", None, (f"{lemma}: given",), lemma) if operator == "allow" else None
    if operator == "agree":
        return op.agree(inner, lemma) if lemma not in ("agreement",) else None
    if operator == "end":
        return op.end(inner, lemma)
    if operator == "allow":
        return op.allow(inner, lemma)
    return Value(inner.type, inner.mode, (*inner.trace, f"passed through {lemma}"), inner.word)
