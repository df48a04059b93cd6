"""What operator verbs make of the act that they govern: agree, refuse, threaten, ask, report, end, allow, order."""

from dataclasses import dataclass

from graphkit.extraction import gazetteer
from graphkit.extraction.types import values as op
from graphkit.extraction.types.values import Value
from graphkit.extraction.types.words import Words, classes_of, is_verb, subject_of

_OWN = frozenset({"his", "her", "its", "their", "our", "my"})
_SELF = frozenset({"he", "she", "they", "it", "we", "i"})
_ONLY_OVER_ACTS = frozenset(
    {"want", "seek", "encourage", "advise", "suggest", "invite", "press", "push", "insist", "dismiss", "resist"}
)
_ASKING = frozenset({"if", "whether", "why", "how", "who", "what", "when", "where", "which"})
_SAYING_TOO = frozenset({"insist", "suggest"})
_ONLY_OVER_CLAUSES = frozenset({"use", "get", "help"})


@dataclass(frozen=True, slots=True)
class Governed:
    """What an operator verb governs: its clause and object (tokens), and the values of clause, object and the rest."""

    below: int | None
    object: int | None
    around: list[tuple[str, int | None]]
    inner: Value | None
    noun: Value | None
    rest: Value | None

    @property
    def value(self) -> Value | None:
        """The first that says anything."""
        return self.inner or self.noun or self.rest

    @property
    def told(self) -> bool:
        """Whether there is a clause, or an object that tells an act."""
        return self.below is not None or self.noun is not None


def applied(words: Words, verb: int, name: str, operators: frozenset[str], own: Governed) -> Value | None:
    """Value of an operator verb over what it governs; None where that says nothing."""
    if "threaten" in operators:
        return _threat(words, verb, name, own)
    if "refuse" in operators and (own.told or name not in _ONLY_OVER_ACTS):
        return op.refuse(own.value, name)
    only_told = own.below is not None and name in _SAYING_TOO and _as_fact(words, own.below)
    if only_told or (name == "ask" and _asks(words, verb, own)):
        return Value("STATEMENT", None, (f"{name}: only told",), name)
    if "request" in operators and (own.told or name not in _ONLY_OVER_ACTS):
        if name in ("want", "seek") and own.noun is None and (own.inner is None or name == "seek"):
            return None
        return op.request(own.value, name)
    if "agree" in operators:
        return _agreed(name, own)
    if "end" in operators and own.value is not None and (own.object is not None or own.inner is not None):
        return op.end(own.value, name)
    if "allow" in operators and (own.below is not None or (own.noun and own.noun.type not in op.NEUTRAL)):
        return op.allow(own.inner or own.noun or Value("OTHER"), name)
    if "cause" in operators and own.below is not None:
        return _cause(words, name, own)
    if "fail" in operators and own.inner is not None and own.inner.type in op.COOPERATIVE:
        return op.refuse(own.inner, name)
    passed = own.inner if operators & {"pass", "fail"} and not _of_others(words, own.below) else None
    if passed is None and "pass" in operators and name not in _ONLY_OVER_CLAUSES:
        passed = own.noun
    if passed is None:
        return None
    return Value(passed.type, passed.mode, (*passed.trace, f"passed through {name}"), passed.word)


def _asks(words: Words, verb: int, own: Governed) -> bool:
    """Whether something is asked, not asked for: "asked if there was proof", "'Why?' she asked"."""
    tree = words.tree
    clauses = (c for c in tree.kids(verb, "ccomp", "advcl") if c > verb)
    if any(tree.words[c] in _ASKING for clause in clauses for c in tree.children[clause] if c < clause):
        return True
    asked_for = own.noun is not None or any(word in ("for", "to") for word, _ in own.around)
    to_do = own.below is not None and (own.below > verb or tree.tags[own.below] == "VB")
    return own.object is None and not asked_for and not to_do


def _as_fact(words: Words, below: int) -> bool:
    """Whether a that-clause tells what is so ("insisted that he was ill"), not what somebody is to do."""
    tree = words.tree
    told = {tree.tags[below], *(tree.tags[c] for c in tree.children[below] if tree.deps[c] in ("aux", "auxpass"))}
    return tree.deps[below] == "ccomp" and bool(told & {"VBD", "VBZ", "VBP"})


def _of_others(words: Words, below: int | None) -> bool:
    """Whether a clause has a subject of its own: what is hoped or decided of others is not done."""
    return (
        below is not None
        and words.tree.deps[below] == "ccomp"
        and words.tree.tags[below] in ("VBD", "VBZ", "VBP", "VBN")
    )


def _agreed(name: str, own: Governed) -> Value | None:
    if name in ("prepare", "opt", "ensure") and own.value is None:
        return None
    if name in ("offer", "undertake", "commit") and own.below is None and own.object is not None:
        to = any(word == "to" for word, _ in own.around)
        return op.agree(own.value or Value("OTHER"), name) if name == "commit" and to else own.noun
    if name == "prepare" and (own.value is None or own.value.type in op.NEUTRAL):
        return None
    return op.agree(own.value or Value("OTHER"), name)


def _threat(words: Words, verb: int, name: str, own: Governed) -> Value | None:
    """Threats; a warning of something is a threat only where somebody is warned off it."""
    found, object_ = own.value, own.object
    if name != "warn":
        return op.threaten(found, name)
    preps = {word for word, _ in own.around}
    told = object_ is not None and not classes_of(words, object_).isdisjoint({"person", "state"})
    negated = any(words.tree.deps[c] == "neg" for c in words.tree.children[own.below or verb])
    if "against" in preps or (told and negated) or (found is not None and found.type == "THREATEN"):
        return op.threaten(found, name)
    if (
        own.inner is not None
        and own.inner.type in op.CONFLICT
        and own.below is not None
        and _own_will(words, own.below)
    ):
        return op.threaten(own.inner, name)
    if found is not None and found.type in op.CONFLICT and not told:
        return op.step(found, "ACCUSE", "disapprove", f"{name} of what others do")
    return Value("STATEMENT", None, (f"{name}: only told",), name)


def _own_will(words: Words, below: int) -> bool:
    """Whether a clause tells what its speaker will do: "warned that it would expel the consul"."""
    tree = words.tree
    subject = tree.child(below, "nsubj")
    modals = {tree.words[c] for c in tree.children[below] if tree.deps[c] == "aux"}
    return subject is not None and tree.words[subject] in _SELF and bool(modals & {"will", "would", "'ll"})


def reported(words: Words, name: str, below: int, inner: Value | None) -> Value:
    """What is said: of one's own future a promise, refusal or threat; of what others must do a request."""
    tree = words.tree
    said = Value("STATEMENT", None, (f"{name}: only told",), name)
    modals = {tree.words[c] for c in tree.children[below] if tree.deps[c] == "aux"}
    subject = tree.child(below, "nsubj", "nsubjpass")
    own = subject is not None and (
        (tree.words[subject] in _SELF and _may_be_speaker(words, tree.heads[below], tree.words[subject]))
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


def _may_be_speaker(words: Words, verb: int, pronoun: str) -> bool:
    """Whether a pronoun may stand for who says it: "he" is none of several, "police say he fled"."""
    if pronoun not in ("he", "she"):
        return True
    speaker = subject_of(words, verb)
    if speaker is None or words.tree.tags[speaker] in ("NNS", "NNPS"):
        return speaker is None
    people = gazetteer.nouns().get(words.lemmas[speaker].lower())
    return words.ents[speaker] in ("", "PERSON") and (people is None or people[0] == "person")


def _cause(words: Words, name: str, own: Governed) -> Value | None:
    """Force over others is coercion, an order is what is ordered, "told them to leave" is a request."""
    inner = own.inner
    if name == "tell" and own.below is not None and words.tree.tags[own.below] == "VB":
        told = any(words.tree.words[c] == "to" for c in words.tree.children[own.below])
        return op.request(inner, name) if told else None
    if name in ("force", "compel", "oblige"):
        return op.step(inner or Value("OTHER"), "COERCE", None, f"forced by {name}")
    if name in ("order", "instruct", "direct") and inner is not None:
        ordered = inner.type in op.MATERIAL_CONFLICT or inner.mode == "withdraw"
        if ordered and inner.mode != "discontinue":
            return Value(inner.type, inner.mode, (*inner.trace, f"{name}ed"), inner.word)
    if name == "order":
        return Value("COERCE", None, (f"{name}: told to do",), name)
    return None


def clausal_of(words: Words, verb: int) -> int | None:
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
