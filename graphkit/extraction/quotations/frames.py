"""What a cue verb governs beside clauses: infinitive, small clause, preposition, object; each frame is a function.

A frame gives the rule that fired, the ranges of the content and further tokens of the cue; None where it is not there.
"""

from graphkit.extraction.quotations.clausal import Frame, clause_frame
from graphkit.extraction.quotations.lexicon import Cue, light_verbs, nouns
from graphkit.extraction.quotations.phrases import RELATIVE, Page, Range
from graphkit.extraction.tree import Tree

PREDICATED = frozenset({"prep", "acl", "advcl", "acomp", "oprd", "advmod", "xcomp", "pcomp"})


def has_to(tree: Tree, verb: int) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(tree.words[i] == "to" for i in tree.kids(verb, "aux"))


def _infinitive(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    for i in tree.kids(verb, "xcomp", "advcl"):
        if i > verb and "t" in cue.frames and has_to(tree, i) and (tree.deps[i] == "xcomp" or tree.left[i] == verb + 1):
            return "infinitive", [(max(tree.left[i], verb + 1), tree.right[i])], ()
        if i > verb and "g" in cue.frames and tree.tags[i] == "VBG" and tree.deps[i] == "xcomp":
            return "gerund", [(max(tree.left[i], verb + 1), tree.right[i])], ()
    return None


def _person_infinitive(page: Page, verb: int, cue: Cue) -> Frame | None:
    """As in "urged voters to stay", also where the parse made the person the subject of the infinitive."""
    tree = page.tree
    if "u" not in cue.frames:
        return None
    for i in tree.kids(verb, "xcomp", "ccomp", "advcl"):
        if i < verb or not has_to(tree, i):
            continue
        person = tree.child(i, "nsubj", "nsubjpass") or tree.child(verb, "dobj") or _object_of_on(tree, verb)
        if person is not None and verb < person < i:
            return "person-infinitive", [(tree.left[person], tree.right[i])], ()
    return None


def _object_of_on(tree: Tree, verb: int) -> int | None:
    on = next((i for i in tree.kids(verb, "prep") if tree.words[i] in ("on", "for")), None)
    return None if on is None else tree.child(on, "pobj")


def _small_clause(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    if "n" not in cue.frames:
        return None
    named = next((i for i in tree.kids(verb, "dobj", "oprd", "attr", "acomp") if i > verb), None)
    gap = _antecedent(tree, verb)
    if gap is not None and named is not None:  # "a deal he called a disaster"
        return "small-clause", [gap, (tree.left[named], _quoted_end(page, named))], ()
    for i in tree.kids(verb, "oprd", "ccomp", "xcomp"):
        object_ = tree.child(verb, "dobj") or tree.child(i, "nsubj")
        if (
            i > verb
            and object_ is not None
            and object_ > verb
            and (tree.deps[i] == "oprd" or tree.pos[i] != "VERB" or not has_to(tree, i))
        ):
            return "small-clause", [(min(tree.left[object_], tree.left[i]), _quoted_end(page, i))], ()
    return None


def _quoted_end(page: Page, head: int) -> int:
    """Where the phrase of a head ends: behind its quotation marks if it stands in some, not "in an editorial"."""
    end = page.tree.right[head]
    if page.quoted[head] < 0:
        return end
    stretch = page.stretches[page.quoted[head]]
    return stretch.end if head < stretch.end < end else end


def _as(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    object_ = tree.child(verb, "dobj")
    if "a" not in cue.frames:
        return None
    gap, as_ = _antecedent(tree, verb), next((i for i in tree.kids(verb, "prep") if tree.words[i] == "as"), None)
    if gap is not None and as_ is not None:  # "a plan he described as absurd"
        return "as", [gap, (as_, tree.right[as_])], ()
    if object_ is None:
        return None
    for i in (*tree.children[verb], *tree.children[object_]):
        if i > object_ and tree.words[tree.left[i]] == "as" and tree.deps[i] in ("advcl", "advmod"):
            return "as", [(tree.left[object_], tree.right[i])], ()
        if tree.words[i] == "as" and i > object_ and tree.deps[i] in ("prep", "mark"):
            return "as", [(tree.left[object_], tree.right[i])], ()
    return None


def _object_preposition(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    object_ = tree.child(verb, "dobj")
    if not cue.after_object or object_ is None or object_ < verb:
        return None
    for i in (*tree.children[verb], *tree.children[object_]):
        if tree.words[i] in cue.after_object and i > object_ and tree.deps[i] == "prep":
            return "object-preposition", [(tree.left[object_], tree.right[i])], ()
    return None


def _preposition(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    if has_to(tree, verb):
        return None
    for i in tree.children[verb]:
        if tree.words[i] in cue.prepositions and tree.deps[i] in ("prep", "prt") and i > verb and tree.right[i] > i + 1:
            inner = tree.child(i, "pobj", "pcomp", "prep")
            if inner is not None and tree.words[inner] not in ("what", "which", "whom"):
                ends = [
                    tree.right[k] for k in tree.children[verb] if k > i and tree.words[k] == "as" and "a" in cue.frames
                ]
                return "preposition", [(i + 1, max([tree.right[i], *ends]))], (i,)
    return None


def _object(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    object_ = tree.child(verb, "dobj")
    if "o" not in cue.frames or has_to(tree, verb):
        return None
    if object_ is None or object_ < verb:
        gap = _antecedent(tree, verb)
        return None if gap is None or tree.child(verb, "prep", "prt") is not None else ("object", [gap], ())
    if tree.words[verb] in light_verbs() and tree.words[object_] in nouns():
        return None  # "expressed concern about": the noun is the cue
    if tree.tags[object_] in ("WP", "WDT") or tree.words[object_].endswith(("self", "selves")):
        return None
    end = tree.right[object_]
    if cue.kind == "show":  # "shows Holm ahead by six points"
        end = max([end, *(tree.right[i] for i in tree.children[verb] if i >= end and tree.deps[i] in PREDICATED)])
    return "object", [(tree.left[object_], end)], ()


def _antecedent(tree: Tree, verb: int) -> Range | None:
    """The noun before a relative clause whose object is missing: "a plan that he opposes"."""
    noun = tree.heads[verb]
    if tree.deps[verb] != "relcl" or noun > verb or tree.pos[noun] not in ("NOUN", "PROPN"):
        return None
    who = tree.child(verb, "nsubj")
    if tree.words[tree.left[verb]] in ("when", "where", "why", "how"):
        return None  # nothing is missing
    if who is None or tree.words[who] in RELATIVE or tree.child(verb, "ccomp", "xcomp") is not None:
        return None
    return tree.left[noun], tree.left[verb]


FRAMES = (
    clause_frame,
    _person_infinitive,
    _infinitive,
    _small_clause,
    _as,
    _object_preposition,
    _preposition,
    _object,
)
"""What a verb may govern, the surest first."""
