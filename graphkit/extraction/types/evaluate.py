"""Value of a head word: operator(value of its complement), by the frames and lists of the lexicon."""

from graphkit.extraction.types import lexicon
from graphkit.extraction.types import values as op
from graphkit.extraction.types.values import Value, of_kind
from graphkit.extraction.types.words import Words, classes_of, is_verb, object_of, prepositions, subject_of

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
_OWN = frozenset({"his", "her", "its", "their", "our", "my"})
_SELF = frozenset({"he", "she", "they", "it", "we", "i"})


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
            if _fits(words, verb, frame, around):
                light = None if frame.by_word else _light(words, verb, name, depth)
                if light is None and frame.kind == "OTHER" and _ends(words, verb, name):
                    break
                return light or of_kind(frame.kind, name, "frame")
        if name != lemma and name in lexicon.verbs() and name not in lexicon.verb_operators():
            return of_kind(lexicon.verbs()[name], name, "verb")
    for name in (*names, lemma):
        operators = lexicon.verb_operators().get(name)
        found = _operate(words, verb, name, operators, around, depth) if operators and depth else None
        if found is not None:
            return found
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


def _fits(words: Words, verb: int, frame: lexicon.Frame, around: list[tuple[str, int | None]]) -> bool:
    return all(_holds(words, verb, slot, wanted, around) for slot, wanted in frame.conditions)


def _holds(words: Words, verb: int, slot: str, wanted: frozenset[str], around: list[tuple[str, int | None]]) -> bool:
    tree = words.tree
    if slot == "prep":
        if any(word in wanted for word, _ in around):
            return True
        if any(words.lemmas[noun] in wanted for _, noun in around if noun is not None):
            return True
        thing = object_of(words, verb)  # a parse may give "to Riga" to the object
        behind = (*tree.children[verb], *(tree.children[thing] if thing is not None else ()))
        return any(tree.words[c] in wanted for c in behind if c > verb)
    if slot == "to":
        thing = object_of(words, verb)
        governed = around if thing is None else [*around, *prepositions(words, thing)]
        return any(_is(words, noun, wanted) for _, noun in governed if noun is not None)
    if slot == "subj":
        subject = subject_of(words, verb)
        return subject is not None and _is(words, subject, wanted)
    object_ = object_of(words, verb)
    if slot == "noobj":
        return object_ is None
    if slot == "plain":
        return tree.child(verb, "oprd", "xcomp", "ccomp", "acomp") is None
    if object_ is None:
        return False
    if slot == "objword":
        return any(tree.words[i] in wanted for i in range(verb, min(tree.right[verb], verb + 7)))
    return _is(words, object_, wanted)


def _is(words: Words, noun: int, wanted: frozenset[str]) -> bool:
    if words.lemmas[noun].lower() in wanted:
        return True
    kinds = [name[1:] for name in wanted if name.startswith("@")]
    return bool(kinds) and not classes_of(words, noun).isdisjoint(kinds)


def _operate(  # noqa: C901
    words: Words,
    verb: int,
    name: str,
    operators: frozenset[str],
    around: list[tuple[str, int | None]],
    depth: int,
) -> Value | None:
    """Value of an operator verb over its complement; None where it has none that says anything."""
    tree = words.tree
    below = _clausal(words, verb)
    object_ = object_of(words, verb)
    inner = None if below is None else value(words, below, depth - 1)
    noun = None if object_ is None else noun_value(words, object_, depth - 1)
    governed = _governed(words, around, depth)
    if "report" in operators and below is not None:
        return _reported(words, name, below, inner)
    light = _light(words, verb, name, depth)
    if light is not None:
        return light
    if "threaten" in operators:
        return _threat(words, verb, name, inner or noun or governed, object_, around)
    if "refuse" in operators and (below is not None or noun is not None or name not in ("dismiss", "resist")):
        return op.refuse(inner or noun or governed, name)
    if "request" in operators and (
        name not in ("want", "seek", "encourage", "advise", "suggest", "invite", "press", "push", "insist")
        or below is not None
        or noun is not None
    ):
        if name in ("want", "seek") and noun is None and (inner is None or name == "seek"):
            return None
        return op.request(inner or noun or governed, name)
    if "agree" in operators:
        found = inner or noun or governed
        if name in ("prepare", "opt", "ensure") and found is None:
            return None
        if name == "offer" and below is None:
            return noun
        return op.agree(found or Value("OTHER"), name)
    found = inner or noun or governed
    if ("end" in operators and found is not None and object_ is not None) or ("end" in operators and inner is not None):
        return op.end(found or inner or Value("OTHER"), name)
    if "allow" in operators and (below is not None or (noun is not None and noun.type not in op.NEUTRAL)):
        return op.allow(inner or noun or Value("OTHER"), name)
    if "cause" in operators and (inner is not None or below is not None):
        return _cause(name, inner, tree.tags[verb])
    if "fail" in operators and inner is not None and inner.type in op.COOPERATIVE:
        return op.refuse(inner, name)
    if operators & {"pass", "fail"} and inner is not None:
        return Value(inner.type, inner.mode, (*inner.trace, f"passed through {name}"), inner.word)
    if "pass" in operators and noun is not None and name not in ("use", "get", "help"):
        return Value(noun.type, noun.mode, (*noun.trace, f"passed through {name}"), noun.word)
    return None


def _threat(
    words: Words,
    verb: int,
    name: str,
    found: Value | None,
    object_: int | None,
    around: list[tuple[str, int | None]],
) -> Value | None:
    """Threats; a warning of something is a threat only where somebody is warned off it."""
    if name != "warn":
        return op.threaten(found, name)
    preps = {word for word, _ in around}
    told = object_ is not None and not classes_of(words, object_).isdisjoint({"person", "state"})
    negated = any(words.tree.deps[c] == "neg" for c in words.tree.children[_clausal(words, verb) or verb])
    if "against" in preps or (told and negated) or (found is not None and found.type == "THREATEN"):
        return op.threaten(found, name)
    if found is not None and found.type in op.CONFLICT and not told:
        return op.step(found, "ACCUSE", "disapprove", f"{name} of what others do")
    return Value("STATEMENT", None, (f"{name}: only told",), name)


def _reported(words: Words, name: str, below: int, inner: Value | None) -> Value:
    """What is said: of one's own future a promise, refusal or threat; of what others must do a request."""
    tree = words.tree
    said = Value("STATEMENT", None, (f"{name}: only told",), name)
    modals = {tree.words[c] for c in tree.children[below] if tree.deps[c] == "aux"}
    subject = tree.child(below, "nsubj", "nsubjpass")
    own = subject is not None and (
        tree.words[subject] in _SELF
        or any(tree.deps[c] == "poss" and tree.words[c] in _OWN for c in tree.children[subject])
    )
    negated = any(tree.deps[c] == "neg" for c in tree.children[below])
    if own and modals & {"will", "would", "wo", "'ll"}:
        if negated:
            return op.refuse(inner, name)
        if inner is not None and inner.type not in op.NEUTRAL:
            return op.agree(inner, name) if inner.type not in ("REQUEST", "REJECT", "ACCUSE", "THREATEN") else inner
    if own and inner is not None and inner.type not in op.NEUTRAL | {"REQUEST"}:
        return Value(inner.type, inner.mode, (*inner.trace, f"{name} of one's own act"), inner.word)
    if not own and modals & {"must", "should"} and subject is not None:
        return op.request(inner, f"{name} must")
    return said


def _cause(name: str, inner: Value | None, tag: str) -> Value | None:  # noqa: ARG001
    """Force over others is coercion, an order is what is ordered."""
    if name in ("force", "compel", "oblige"):
        return op.step(inner or Value("OTHER"), "COERCE", None, f"forced by {name}")
    if name in ("order", "instruct", "direct") and inner is not None:
        ordered = inner.type in op.MATERIAL_CONFLICT or inner.mode == "withdraw"
        if ordered and inner.mode != "discontinue":
            return Value(inner.type, inner.mode, (*inner.trace, f"{name}ed"), inner.word)
    if name == "order":
        return Value("COERCE", None, (f"{name}: told to do",), name)
    return None


def _clausal(words: Words, verb: int) -> int | None:
    """The infinitive, gerund or that-clause that a verb governs."""
    tree = words.tree
    for c in tree.children[verb]:
        if c > verb and tree.deps[c] in ("xcomp", "ccomp") and is_verb(words, c):
            return c
        if c > verb and tree.deps[c] == "prep":
            below = tree.child(c, "pcomp")
            if below is not None and is_verb(words, below):
                return below
    object_ = tree.child(verb, "dobj", "nsubjpass")
    if object_ is not None:
        below = tree.child(object_, "acl")
        if below is not None and tree.tags[below] == "VB":
            return below
    late = tree.child(verb, "advcl")
    if late is not None and late > verb and tree.tags[late] == "VB" and words.lemmas[verb] in ("urge", "order", "ask"):
        return late
    return None


def _governed(words: Words, around: list[tuple[str, int | None]], depth: int) -> Value | None:
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
    lemma = words.lemmas[noun].lower()
    if depth <= 0 or words.ents[noun] in ("PERSON", "GPE", "NORP"):
        return None
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
    kind = _strike(words, noun) if lemma == "strike" else lexicon.nouns().get(lemma)
    if kind is None:
        return _compound(words, noun) if lemma in _HOLLOW else None
    found = of_kind(kind, lemma, "noun")
    if found is not None and found.type == "STATEMENT":
        return _told_in(words, noun, depth) or found
    if found is not None and found.type in ("CONSULT", "AGREE", "OTHER", "COOPERATE", "REQUEST", "REJECT"):
        inner = _compound(words, noun)
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


def _strike(words: Words, noun: int) -> str:
    """A strike of weapons, or of workers."""
    tree = words.tree
    verb = tree.heads[noun]
    aimed = tree.deps[noun] == "dobj" and words.lemmas[verb] in ("carry", "launch", "conduct", "order", "make")
    if aimed and any(word in ("against", "on") for word, _ in prepositions(words, verb)):
        return "ASSAULT/aerial"
    for c in tree.children[noun]:
        if c < noun and (words.ents[c] in ("NORP", "GPE") or "weapon" in classes_of(words, c)):
            return "ASSAULT/aerial"
        if c < noun and tree.words[c] in ("hunger",):
            return "PROTEST/hunger"
        if c < noun and tree.words[c] in ("air", "retaliatory", "deadly", "precision", "preemptive", "military"):
            return "ASSAULT/aerial"
        if c > noun and tree.deps[c] == "prep" and tree.words[c] in ("on", "against", "in"):
            below = tree.child(c, "pobj")
            if below is not None and tree.words[c] != "in" and words.ents[below] not in ("DATE", "TIME"):
                return "ASSAULT/aerial"
    return "PROTEST/strike"


def _compound(words: Words, noun: int) -> Value | None:
    """Value of the noun before: "ceasefire agreement", "prisoner swap"."""
    tree = words.tree
    for c in reversed(tree.children[noun]):
        if c < noun and tree.deps[c] == "compound":
            lemma = words.lemmas[c].lower()
            if lemma in ("prisoner", "hostage", "captive"):
                return Value("RETREAT", "release", (f"{lemma} exchange",), lemma)
            kind = lexicon.nouns().get(lemma)
            return None if kind is None else of_kind(kind, lemma, "noun")
    return None


def _noun_operator(words: Words, noun: int, lemma: str, operator: str, depth: int) -> Value | None:
    tree = words.tree
    inner = None
    for c in tree.children[noun]:
        if c > noun and tree.deps[c] in ("acl", "ccomp", "relcl") and tree.deps[c] != "relcl" and is_verb(words, c):
            inner = value(words, c, depth - 1)
        elif c > noun and tree.deps[c] == "prep" and tree.words[c] in _GOVERNING:
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
        return None
    if operator == "agree":
        return op.agree(inner, lemma) if lemma not in ("agreement",) else None
    if operator == "end":
        return op.end(inner, lemma)
    if operator == "allow":
        return op.allow(inner, lemma)
    return Value(inner.type, inner.mode, (*inner.trace, f"passed through {lemma}"), inner.word)
