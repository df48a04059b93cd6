"""Verbs that tell nothing: with a subject that stands for nothing, or amid what is no sentence."""

from graphkit.extraction.clauses.groups import VERB_TAGS
from graphkit.extraction.clauses.tree import Tree


def is_junk(tree: Tree, verb: int) -> bool:
    """Whether the words around are an address of the web or a table pasted as text."""
    near = tree.words[max(0, verb - 12) : verb + 12]
    if near.count("-") >= 7:
        return True
    return sum(w in ("/", "|", "_", "-") for w in near) >= 4 and sum(w in ("/", "|", "_") for w in near) >= 2


def is_expletive(tree: Tree, verb: int) -> bool:
    """As in "It is clear that …", "It was Oslo that …", "It seems …": the pronoun stands for nothing."""
    below = [c for c in tree.children[verb] if c > verb]
    if any(tree.deps[c] == "auxpass" for c in tree.children[verb]):
        return any(tree.deps[c] == "ccomp" for c in below)
    if tree.lemmas[verb] != "be":
        return tree.lemmas[verb] in ("seem", "appear", "happen", "emerge", "take", "rain", "snow", "turn")
    if any(tree.deps[c] in ("ccomp", "csubj", "xcomp") for c in below):
        return True
    for c in below:
        inner = [k for k in tree.children[c] if tree.tags[k] in VERB_TAGS and k > c]
        if tree.deps[c] == "acomp" and any(tree.deps[k] in ("ccomp", "xcomp", "csubj", "advcl") for k in inner):
            return True
        det = tree.kid(c, "det", "poss")
        bare = det is None or (
            tree.words[det] == "the" and any(tree.words[tree.left[k]] in ("who", "that") for k in inner)
        )
        if tree.deps[c] == "attr" and any(tree.deps[k] == "ccomp" or (bare and tree.deps[k] == "relcl") for k in inner):
            return True
    return False
