"""What a cue verb governs beside clauses: infinitive, small clause, preposition, object; each frame is a function.

A frame gives the rule that fired, the ranges of the content and further tokens of the cue; None where it is not there.
"""

from graphkit.extraction.quotations.clausal import Frame, clause_frame
from graphkit.extraction.quotations.lexicon import Cue, light_verbs, nouns
from graphkit.extraction.quotations.phrases import Page
from graphkit.extraction.tree import Tree


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
    for i in tree.kids(verb, "oprd", "ccomp", "xcomp"):
        object_ = tree.child(verb, "dobj") or tree.child(i, "nsubj")
        if (
            i > verb
            and object_ is not None
            and object_ > verb
            and (tree.deps[i] == "oprd" or tree.pos[i] != "VERB" or not has_to(tree, i))
        ):
            return "small-clause", [(min(tree.left[object_], tree.left[i]), tree.right[i])], ()
    return None


def _as(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    object_ = tree.child(verb, "dobj")
    if "a" not in cue.frames or object_ is None:
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
                return "preposition", [(i + 1, tree.right[i])], (i,)
    return None


def _object(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    object_ = tree.child(verb, "dobj")
    if "o" not in cue.frames or object_ is None or object_ < verb or has_to(tree, verb):
        return None
    if tree.words[verb] in light_verbs() and tree.words[object_] in nouns():
        return None  # "expressed concern about": the noun is the cue
    if tree.tags[object_] in ("WP", "WDT") or tree.words[object_].endswith(("self", "selves")):
        return None
    return "object", [(tree.left[object_], tree.right[object_])], ()


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
