"""Whether the text denies a clause's fact, and whether the fact is not real at story time.

Only what stands on the clause and its governors is read here; finer degrees are the business of `factuality`.
"""

from collections.abc import Sequence

from graphkit.extraction.clauses.groups import DENYING, NOBODY, Group, read_group, verb_chain
from graphkit.extraction.clauses.tree import VERB_TAGS, Tree
from graphkit.extraction.clauses.words import verbs

MOST_STEPS = 8
REFUSABLE = frozenset({"would", "could", "can", "ca"})  # "would not comment" is a refusal that took place
UNREAL_HOW = frozenset({"purpose", "infinitive", "headline"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})


def is_negated(tree: Tree, groups: Sequence[Group], subject: int, object_: int | None) -> bool:
    """Whether negation stands on the verbs, the subject ("no one") or the object ("no evidence")."""
    if any(group.negated for group in groups) or _kept_from(tree, groups[0].head) or _not_let(tree, groups[0].head):
        return True
    if any(_set_aside(tree, group.head) for group in groups) or _denied(tree, groups[0].head):
        return True
    if _forbidden(tree, groups[0]):
        return True
    if any(group.to and tree.words[min(group.tokens) - 1] == "yet" for group in groups[1:]):
        return True  # "has yet to pay"
    if denies(tree, subject) or (object_ is not None and denies(tree, object_)):
        return True
    verb = groups[0].head
    if tree.deps[verb] != "conj":
        return False
    first = tree.heads[verb]
    linked = any(tree.words[c] in ("nor", "neither") for c in (*tree.children[first], *tree.children[verb]))
    shared_or = any(tree.words[c] == "or" for c in tree.children[first]) and any(
        tree.deps[c] == "neg" or tree.words[c] in DENYING for c in tree.children[first]
    )
    both = _denied_together(tree, first, verb)
    return linked or both or (shared_or and not any(tree.deps[c] in ("aux", "nsubj") for c in tree.children[verb]))


def _denied_together(tree: Tree, first: int, verb: int) -> bool:
    """As in "cannot play like that and win": one auxiliary and its negation for both."""
    if tree.tags[verb] != "VB" or tree.tags[first] != "VB" or tree.kids(verb, "aux", "neg", "nsubj", "mark"):
        return False
    group = read_group(tree, first)
    joined = any(tree.words[c] == "and" for c in tree.children[first])
    return group.negated and joined and not group.to


def _kept_from(tree: Tree, verb: int) -> bool:
    """As in "kept the fire from spreading": what was prevented did not happen."""
    if tree.deps[verb] != "pcomp" or tree.words[tree.heads[verb]] != "from":
        return False
    hinders = _above_preposition(tree, tree.heads[verb])
    if tree.lemmas[hinders] not in verbs("hindering"):
        return False
    subject = tree.kid(hinders, "nsubj")
    return not (read_group(tree, hinders).negated or (subject is not None and denies(tree, subject)))


def _forbidden(tree: Tree, group: Group) -> bool:
    """As in "forbade the paper to print it": who is forbidden is not to do it."""
    return group.to and tree.deps[group.head] in ("xcomp", "ccomp") and _bans(tree, tree.heads[group.head])


def _bans(tree: Tree, verb: int) -> bool:
    return tree.lemmas[verb] in verbs("forbidding") and not read_group(tree, verb).negated


def _set_aside(tree: Tree, verb: int) -> bool:
    """As in "sold it rather than close it"."""
    start = tree.left[verb]
    words = tree.words[max(0, start - 2) : start] + tree.words[start : start + 2]
    return "rather" in words and "than" in words and tree.deps[verb] in ("conj", "advcl", "pcomp")


def _denied(tree: Tree, verb: int) -> bool:
    """As in "denied that he had taken it"."""
    saying = tree.heads[verb]
    return (
        tree.deps[verb] == "ccomp"
        and tree.lemmas[saying] in ("deny", "refute", "disprove", "rebut")
        and not read_group(tree, saying).negated
    )


def _not_let(tree: Tree, verb: int) -> bool:
    """As in "refused to let the ship dock": what nobody let happen did not."""
    letting = tree.heads[verb]
    if tree.deps[verb] not in ("ccomp", "xcomp") or tree.lemmas[letting] not in verbs("letting"):
        return False
    chain = verb_chain(tree, letting)
    return read_group(tree, letting).negated or any(tree.lemmas[v] in verbs("undone") for v in chain[:-1])


def denies(tree: Tree, head: int) -> bool:
    """Whether the noun phrase of `head` says that there is none: "no country", "nobody", "neither side", "nor Riga"."""
    if tree.words[head] in NOBODY:
        return True
    if tree.deps[head] in ("appos", "conj") and tree.words[tree.left[head] - 1] == "not":
        return True  # "the treaty, not the protocol"
    for c in tree.children[head]:
        if tree.words[c] in NOBODY and tree.deps[c] in ("det", "preconj", "cc", "neg") and c < head:
            return True
        if tree.words[c] in ("hardly", "scarcely", "not") and tree.deps[c] in ("advmod", "neg") and c < head:
            return tree.tags[head] not in VERB_TAGS  # "hardly anyone"; "not a single seat"
    if tree.deps[head] == "conj":
        first = tree.heads[head]
        return any(tree.words[c] in ("nor", "neither") for c in tree.children[first])
    return any(tree.words[c] == "nor" for c in tree.children[head])


def is_hypothetical(tree: Tree, groups: Sequence[Group], governors: Sequence[int], how: str, negated: bool) -> bool:
    """Whether the fact is planned, wished, demanded, possible, conditional, asked; `governors` are above its verb."""
    if how in UNREAL_HOW:
        return True
    for group in groups:
        if tree.words[group.head] == "going" and len(groups) > 1:
            return True
        if group.modal and not (negated and group.modal in REFUSABLE):
            return True
    if any(tree.lemmas[v] in verbs("unreal") and tree.lemmas[v] not in verbs("tried") for v in governors):
        return True
    if len(groups) > 1 and tree.lemmas[groups[0].head] == "be" and groups[1].to:
        return True  # "is to visit"
    first = groups[0]
    if how == "ranked":
        return False  # "became the first woman to lead it"
    if _forbidden(tree, first) or (how == "gerund" and _alleged(tree, first.head)):
        return True
    if first.to and tree.deps[first.head] in ("ROOT", "conj", "acl", "relcl", "parataxis", "pcomp"):
        return True
    if how == "control" and first.to and _control_unreal(tree, first.head):
        return True
    return _in_unreal_scope(tree, first.head) or _asked(tree, first.head)


def _alleged(tree: Tree, verb: int) -> bool:
    """As in "accused of taking bribes", "plans on moving": laid to somebody, or meant, not told as done."""
    marker = tree.heads[verb]
    if tree.deps[verb] != "pcomp" or tree.words[marker] not in ("of", "with", "for", "on", "over"):
        return False
    laid = tree.lemmas[_above_preposition(tree, marker)] in verbs("alleging")
    return laid and tree.words[marker - 1] != "instead"


def _above_preposition(tree: Tree, preposition: int) -> int:
    """The verb that a preposition belongs to, also where it was hung on the object or the doer."""
    at = tree.heads[preposition]
    if tree.deps[at] == "pobj" and tree.deps[tree.heads[at]] == "agent":
        at = tree.heads[at]
    return tree.heads[at] if tree.deps[at] in ("dobj", "dative", "agent") else at


def _control_unreal(tree: Tree, verb: int) -> bool:
    lemma = tree.lemmas[tree.heads[verb]]
    return lemma in verbs("unreal") | verbs("prepcontrol") and lemma not in verbs("done")


def _in_unreal_scope(tree: Tree, verb: int) -> bool:
    """A condition on the clause or on a clause around it; the complement of a wish or a demand."""
    at = verb
    for _ in range(MOST_STEPS):
        for c in tree.children[at]:
            if tree.deps[c] in ("mark", "advmod") and tree.words[c] in CONDITIONS and c < at:
                return True
        dep, governor = tree.deps[at], tree.heads[at]
        if governor == at or dep not in ("ccomp", "xcomp", "conj", "advcl", "relcl", "acl", "pcomp"):
            return False
        if dep == "ccomp" and tree.lemmas[governor] in verbs("wish"):
            return True
        if dep in ("relcl", "acl", "conj", "advcl"):
            return False
        at = governor
    return False


def _asked(tree: Tree, verb: int) -> bool:
    """Whether the verb heads a question."""
    if tree.deps[verb] != "ROOT":
        return False
    last = tree.right[verb] - 1
    while last > verb and tree.tags[last] in ("_SP", "''"):
        last -= 1
    return tree.words[last] == "?"
