"""Who or what a verb is said of: its own subject, or the one it shares, is controlled by, or modifies."""

from dataclasses import dataclass

from graphkit.extraction.clauses.adverbial import of_main, own_subject, speaks
from graphkit.extraction.clauses.antecedents import antecedent, of_whole_clause
from graphkit.extraction.clauses.control import controlled, of_noun, of_preposition
from graphkit.extraction.clauses.groups import read_group
from graphkit.extraction.clauses.phrases import apart, is_relative
from graphkit.extraction.clauses.tree import SUBJECTS, VERB_TAGS, Tree
from graphkit.extraction.clauses.words import verbs

_PARTS = frozenset({"all", "both", "many", "most", "some", "several"})
_MUTUAL = frozenset({("each", "other"), ("one", "another")})
MOST_STEPS = 12  # of the walk to a shared subject


@dataclass(frozen=True, slots=True)
class Subject:
    """Head token of the subject; `how` it was found: own, relative, shared, control, participle, infinitive, gerund."""

    head: int
    how: str = "own"


def find_subject(tree: Tree, verb: int) -> Subject | None:
    """The subject of `verb`, None where the text names none."""
    found = _both(tree, verb, _agreeing(tree, verb, _find(tree, verb)))
    if found is None or found.how not in ("relative", "participle") or tree.deps[found.head] != "appos":
        return found
    named = tree.heads[found.head]  # "the CSTO, a pact comprising six states": who or what is so described
    same = tree.ents[named] and not tree.ents[found.head] and apart(tree, tree.left[found.head] - 1)
    return Subject(named, found.how) if same else found


def _both(tree: Tree, verb: int, found: Subject | None) -> Subject | None:
    """For "each other", the subject that it takes up: "urged each other to leave"."""
    if found is None or (tree.words[found.head - 1], tree.words[found.head]) not in _MUTUAL:
        return found
    above = tree.heads[found.head]
    for _ in range(MOST_STEPS):
        if tree.tags[above] in VERB_TAGS and above != verb:
            several = _find(tree, above)
            return several if several is None else Subject(several.head, found.how)
        above = tree.heads[above]
    return None


def _agreeing(tree: Tree, verb: int, found: Subject | None) -> Subject | None:
    """For a subject that cannot be shared ("We want a plan that works and saves …"), that of a verb between."""
    if found is None or found.how != "shared" or tree.tags[verb] != "VBZ":
        return found
    plural = tree.words[found.head] in ("i", "we", "you", "they") or tree.tags[found.head] in ("NNS", "NNPS")
    if not plural or found.head > verb:
        return found
    for v in range(verb - 1, found.head, -1):
        if tree.tags[v] == "VBZ" and tree.deps[v] in ("relcl", "ccomp", "advcl"):
            return _find(tree, v) or found
    return found


def _find(tree: Tree, verb: int) -> Subject | None:
    how = "own"
    at = verb
    for _ in range(MOST_STEPS):
        own = own_subject(tree, at)
        if own is not None:
            return _resolved(tree, at, own, how)
        step = _next(tree, at) or _lost(tree, at)
        if step is None:
            return None
        at, here, final = step
        if how == "own" or (how == "shared" and here != "shared"):
            how = here
        if final:
            return Subject(at, how)
    return None


def _resolved(tree: Tree, verb: int, subject: int, how: str) -> Subject | None:
    """What a relative pronoun stands for; the subject itself otherwise."""
    if not is_relative(tree, subject):
        if (
            tree.deps[verb] == "relcl"
            and (tree.words[subject] in _PARTS or tree.tags[subject] in ("CD", "JJR", "JJS"))
            and any(tree.words[k] in ("whom", "which") for k in range(subject + 1, tree.right[subject]))
        ):
            if tree.words[subject] not in ("all", "both") and (
                tree.tags[subject] == "CD" or tree.words[subject] in _PARTS
            ):
                return Subject(subject, "relative")  # "40 tourists, three of whom drowned"
            noun = antecedent(tree, verb)  # "candidates, all of whom support it"
            return None if noun is None else Subject(noun, "relative")
        return Subject(subject, how)
    if tree.deps[verb] == "ccomp" and tree.deps[tree.heads[verb]] == "relcl" and subject < tree.heads[verb]:
        noun = antecedent(tree, tree.heads[verb])  # "problems, which it said were mended"
        return None if noun is None else Subject(noun, "relative")
    if tree.words[subject] == "what" and tree.deps[verb] == "csubj" and tree.lemmas[tree.heads[verb]] == "be":
        told = tree.kid(tree.heads[verb], "attr")  # "What caused the fire was a cable"
        return None if told is None else Subject(told, "relative")
    if tree.words[subject] == "what":
        return None  # "no idea what caused it"
    if tree.deps[verb] in ("relcl", "acl"):
        noun = None if of_whole_clause(tree, verb, subject) else antecedent(tree, verb)
        return None if noun is None else Subject(noun, "relative" if how == "own" else how)
    if (
        tree.deps[verb] == "conj"
        and tree.tags[tree.heads[verb]] in VERB_TAGS
        and tree.deps[tree.heads[verb]] == "relcl"
    ):
        noun = antecedent(tree, tree.heads[verb])
        return None if noun is None else Subject(noun, "relative")
    return _cleft(tree, verb, how)


def _cleft(tree: Tree, verb: int, how: str) -> Subject | None:
    """As in "It was Oslo that broke it": Oslo. None for "who won?", "what remains"."""
    link = tree.heads[verb]
    if tree.lemmas[link] != "be" or tree.deps[verb] not in ("ccomp", "advcl", "relcl"):
        return None
    subject, noun = tree.kid(link, "nsubj", "expl"), tree.kid(link, "attr")
    if subject is None or noun is None or tree.words[subject] != "it" or noun > verb:
        return None
    return Subject(noun, "relative" if how == "own" else how)


def _next(tree: Tree, verb: int) -> tuple[int, str, bool] | None:
    """Where to look next: a verb whose subject is meant, or (final) the noun itself."""
    dep, governor = tree.deps[verb], tree.heads[verb]
    if governor == verb:
        return None
    if dep == "conj":
        return _shared(tree, verb, governor)
    if dep == "xcomp" or (dep == "ccomp" and not tree.kids(verb, "mark")):
        if _finite(tree, verb):
            beside = [
                c for c in tree.kids(governor, "ccomp") if governor < c < verb and tree.kid(c, "nsubj", "nsubjpass")
            ]
            if beside and speaks(tree, governor):
                return beside[-1], "shared", False  # "said divers flew to the wreck, boarded it and …"
            return (governor, "shared", False) if tree.tags[governor] in VERB_TAGS and verb > governor else None
        return controlled(tree, governor, verb)
    if dep == "acl" or (dep == "relcl" and read_group(tree, verb).to):
        return of_noun(tree, verb, governor)
    if dep == "advcl":
        return of_main(tree, verb, governor)
    if dep == "pcomp":
        return of_preposition(tree, governor)
    return None


def _lost(tree: Tree, verb: int) -> tuple[int, str, bool] | None:
    """The noun right before a finite main verb that was hung on the noun before it, for want of another subject."""
    if tree.heads[verb] != verb or tree.tags[verb] not in ("VBZ", "VBD", "VBP"):
        return None
    aside = next((c for c in tree.kids(verb, "advcl") if c < verb and tree.kid(c, "nsubj") is not None), None)
    if aside is not None:
        own = tree.kids(aside, "nsubj")[0]
        if apart(tree, tree.right[own]) or tree.words[tree.right[own] - 1] == ",":
            return own, "lost", True  # "The firm, pushed to the brink, sold the mill"
    group = read_group(tree, verb).tokens
    noun = min(group[0], verb) - 1
    while noun >= 0 and tree.tags[noun] in ("RB", ",", "''", "_SP"):
        noun -= 1
    if noun < 0 or tree.deps[noun] not in ("appos", "pobj", "conj", "dobj") or not tree.tags[noun].startswith("NN"):
        return None
    return (noun, "lost", True) if apart(tree, tree.left[noun] - 1) or tree.deps[noun] == "appos" else None


def _shared(tree: Tree, verb: int, first: int) -> tuple[int, str, bool] | None:
    if (
        tree.deps[first] == "ccomp"
        and speaks(tree, verb)
        and not speaks(tree, first)
        and speaks(tree, tree.heads[first])
        and not tree.kids(verb, "aux", "auxpass")
    ):
        return tree.heads[first], "shared", False  # "announced that it had begun and stated that …"
    if tree.tags[first] in VERB_TAGS or tree.deps[first] in ("acomp", "ROOT"):
        if (
            tree.tags[verb] == "VB"
            and tree.words[tree.left[verb] - 1] != "than"
            and tree.lemmas[verb] not in verbs("unchanged")
            and tree.tags[first] != "VB"
            and not tree.kids(verb, "aux")
            and not tree.kids(first, "aux")
            and not (_finite(tree, first) and tree.kids(first, *SUBJECTS) and tree.left[verb] - first > 1)
        ):
            return None  # "Stop and search": an imperative beside a statement
        return _finite_above(tree, verb, first), "shared", False
    if tree.tags[first].startswith("NN") and _finite(
        tree, verb
    ):  # "was charged with murder and faces prison", hung on "murder"
        at = first
        for _ in range(MOST_STEPS):
            if tree.tags[at] in VERB_TAGS or tree.heads[at] == at:
                break
            at = tree.heads[at]
        if tree.tags[at] in VERB_TAGS and at < verb:
            return at, "shared", False
    return None


def _finite_above(tree: Tree, verb: int, first: int) -> int:
    """The finite verb that a finite verb goes on, where it was hung on an infinitive: "said … to end and is"."""
    if not _finite(tree, verb) or not any(tree.tags[c] == "TO" for c in tree.kids(first, "aux")):
        return first
    at = first
    for _ in range(MOST_STEPS):
        at = tree.heads[at]
        own = tree.kid(at, "nsubj", "nsubjpass")
        if tree.tags[at] in VERB_TAGS and _finite(tree, at) and (own is None or tree.words[own] != "it"):
            return at
        if tree.heads[at] == at:
            break
    return first


def _finite(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] in ("VBD", "VBZ", "VBP") or any(
        tree.tags[c] in ("VBD", "VBZ", "VBP", "MD") for c in tree.kids(verb, "aux", "auxpass")
    )
