"""The verb and what belongs to it: auxiliaries, negation, particle, adverbs between them."""

from dataclasses import dataclass

from graphkit.extraction.clauses.reduced import bare_passive
from graphkit.extraction.clauses.tree import SUBJECTS, VERB_TAGS, Tree
from graphkit.extraction.clauses.words import verbs

MODALS = frozenset(
    {
        "will",
        "would",
        "shall",
        "should",
        "may",
        "might",
        "can",
        "could",
        "must",
        "'ll",
        "'d",
        "ca",
        "wo",
        "ought",
        "need",
    }
)
DENYING = frozenset({"not", "n't", "never", "hardly", "scarcely", "nor", "neither", "nowhere"})
NOBODY = frozenset({"no", "none", "nobody", "neither", "nothing", "no-one"})
PARTICLES = frozenset(
    {"away", "back", "out", "down", "up", "off", "apart", "aside", "forward", "together", "ahead", "aground", "ashore"}
)
_TOWARDS = frozenset({"on", "upon", "to", "with", "for", "at"})


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: `tokens` in text order; `modal` is its modal's word or ""; `to` marks an infinitive."""

    head: int
    tokens: tuple[int, ...]
    negated: bool
    modal: str
    passive: bool
    to: bool


def read_group(tree: Tree, verb: int) -> Group:
    """The group of `verb`; auxiliaries shared by a coordination are taken from its first verb."""
    tokens = [verb]
    negated = passive = to = False
    modal = ""
    deps, words = tree.deps, tree.words
    for c in tree.children[verb]:
        dep = deps[c]
        if dep in ("aux", "auxpass"):
            tokens.append(c)
            to = to or tree.tags[c] == "TO"
            if words[c] in MODALS or tree.tags[c] == "MD":
                modal = words[c]
            passive = passive or dep == "auxpass"
        elif is_particle(tree, verb, c):
            tokens.append(c)
        elif words[c] == "longer" and words[c - 1] == "no" and c > 0:
            tokens.extend((c - 1, c))
            negated = True
        elif (dep == "neg" or words[c] in DENYING) and not _only_limits(tree, c):
            tokens.append(c)
            negated = True
    negated = negated or (deps[verb] == "pcomp" and _left_undone(tree, tree.heads[verb]))
    tokens.sort()
    _add_adverbs(tree, verb, tokens)
    passive = passive and words[verb] != "rid" and tree.lemmas[verb] != "be"  # "got rid of"
    passive = passive and not _perfect(tree, verb)
    return Group(verb, tuple(tokens), negated, modal, passive or bare_passive(tree, verb), to)


def _perfect(tree: Tree, verb: int) -> bool:
    """Whether "'s" is short for "has": "she's written a book", but "she's given a book", "she's called a liar"."""
    short = any(tree.deps[c] == "auxpass" and tree.words[c] == "'s" for c in tree.children[verb])
    object_ = tree.kid(verb, "dobj") if short else None
    return object_ is not None and object_ > verb and tree.lemmas[verb] not in verbs("giving") | verbs("naming")


def is_particle(tree: Tree, verb: int, c: int) -> bool:
    """Whether a child of the verb makes one verb with it: "carry out", "threw away"."""
    if tree.deps[c] == "prt":
        return True
    if tree.deps[c] != "advmod" or c < verb:
        return False
    return tree.tags[c] == "RP" or (c == verb + 1 and tree.words[c] in PARTICLES and not tree.children[c])


def _left_undone(tree: Tree, preposition: int) -> bool:
    """Whether what follows did not happen: "without paying", "instead of paying"."""
    return tree.words[preposition] == "without" or (tree.words[preposition - 1] == "instead" and preposition > 0)


def _only_limits(tree: Tree, neg: int) -> bool:
    """Whether it limits: "not only … but also" denies nothing; nor does "no later than"."""
    after = neg + 1
    return after < len(tree.words) and tree.words[after] in ("only", "just", "least", "merely")


def _add_adverbs(tree: Tree, verb: int, tokens: list[int]) -> None:
    """Single adverbs before the verb read as part of the relation ("was also accused", "allegedly stole")."""
    first = min(tokens[0], verb - 1)
    for c in tree.children[verb]:
        plain = tree.deps[c] == "advmod" and tree.tags[c] != "WRB" and tree.right[c] - tree.left[c] == 1
        if first <= c < verb and plain and c not in tokens:
            tokens.append(c)
    tokens.sort()


def verb_chain(tree: Tree, verb: int) -> list[int]:
    """Verbs (and adjectives) from the outermost governor down to `verb` that share one subject line.

    "declined to endorse", "is set to visit", "was forced to resign"; a governor whose object is the infinitive's
    subject ("told Riga to sign") ends the chain.
    """
    chain = [verb]
    at = verb
    if _tried(tree, verb):  # "will try and mend it"
        at = tree.heads[verb]
        chain.insert(0, at)
    while tree.deps[at] == "xcomp" or (tree.deps[at] == "ccomp" and _subjectless(tree, at)):
        governor = tree.heads[at]
        if tree.tags[governor] not in VERB_TAGS and not tree.tags[governor].startswith("JJ"):
            break
        if governor > at or tree.kids(at, *SUBJECTS) or tree.kid(governor, "dobj", "dative") is not None:
            break
        if not _links(tree, governor, at) or asked_through(tree, governor, at) is not None:
            break
        chain.insert(0, governor)
        at = governor
        if tree.deps[at] in ("acomp", "oprd") and tree.tags[tree.heads[at]] in VERB_TAGS:
            at = tree.heads[at]
            chain.insert(0, at)
    return chain


def _tried(tree: Tree, verb: int) -> bool:
    first = tree.heads[verb]
    beside = tree.deps[verb] == "conj" and tree.tags[verb] == tree.tags[first] == "VB" and verb - first == 2
    return beside and tree.lemmas[first] == "try" and tree.words[first + 1] == "and"


def asked_through(tree: Tree, governor: int, verb: int) -> int | None:
    """Who is to do what `verb` says where a preposition leads to them: "called on Riga to sign"."""
    if tree.lemmas[governor] not in verbs("prepcontrol") or tree.tags[verb] != "VB":
        return None
    marker = next((c for c in tree.kids(governor, "prep") if governor < c < verb and tree.words[c] in _TOWARDS), None)
    return None if marker is None else tree.kid(marker, "pobj")


def _links(tree: Tree, governor: int, verb: int) -> bool:
    """Whether governor and verb are one predicate: not "said 'save me'", not "was admitted last month suffering …"."""
    tag = tree.tags[verb]
    if (
        tag == "VB" and tree.deps[governor] == "acl" and tree.tags[governor] == "VBN"
    ):  # "a bridge built to carry trains"
        return tree.lemmas[governor] in verbs("objcontrol") | verbs("raising")
    if tag == "VB":
        return any(tree.tags[c] == "TO" for c in tree.children[verb]) or tree.lemmas[governor] in verbs("bare")
    if tag == "VBG":
        between = [
            c
            for c in tree.children[governor]
            if governor < c < verb and tree.deps[c] in ("prep", "npadvmod", "punct", "agent")
        ]
        return not between and not any(tree.deps[c] == "auxpass" for c in tree.children[governor])
    return True


def _subjectless(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] == "VBG" and not tree.kids(verb, *SUBJECTS, "mark", "aux")
