"""Clauses that leave out what another tells: "Lund bought a boat and Berg a car", "What Berg wanted was peace"."""

from dataclasses import replace

from graphkit.extraction.clauses.phrases import phrase, trimmed
from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.layers import Clause, Phrase


def meant_by_what(tree: Tree, verb: int) -> Phrase | None:
    """What "what" stands for in "What Berg wanted was peace"."""
    link = tree.heads[verb]
    pronoun = tree.kid(verb, "dobj")
    if tree.deps[verb] != "csubj" or tree.lemmas[link] != "be" or pronoun is None or tree.words[pronoun] != "what":
        return None
    noun = tree.kid(link, "attr")
    return None if noun is None else phrase(tree, noun)


def is_swallowed(tree: Tree, clause: Clause) -> bool:
    """Whether the second object is a second subject and its object: "Spain beat Portugal and Italy France"."""
    if clause.object is None or tree.deps[clause.object.head] != "conj":
        return False
    head = clause.object.head
    first = clause.object.start
    named = first == head - 1 and tree.deps[first] == "compound" and tree.ents[first] in ("GPE", "PERSON")
    apart_ = tree.ents[head] != tree.ents[first] or tree.ent_starts[head] or tree.ents[tree.heads[head]] == "GPE"
    return named and apart_ and tree.ents[clause.subject.head] == tree.ents[first] and tree.tags[first - 1] == "CC"


def _with_both(clause: Clause) -> Clause:
    assert clause.object is not None
    head, first = clause.object.head, clause.object.start
    return replace(
        clause, subject=Phrase(first, first, head), object=Phrase(head, head, clause.object.end), obliques=()
    )


def gapped(tree: Tree, verb: int, found: list[Clause]) -> list[Clause]:
    """As in "Lund bought a boat and Berg a car": the second has the verb of the first."""
    if not found or found[0].object is None or found[0].trigger != verb:
        return []
    swallowed = [c for c in found if c.object is not None and is_swallowed(tree, c)]
    if swallowed:
        return [_with_both(swallowed[0])]
    for c in tree.kids(verb, "conj"):
        object_ = tree.kid(c, "dobj", "appos")
        if c > verb and tree.tags[c] == "NNP" and object_ is not None and object_ > c:
            subject = trimmed(tree, c, tree.left[c], min(tree.right[c], tree.left[object_]))
            return [replace(found[0], subject=subject, object=phrase(tree, object_), obliques=())]
    return []
