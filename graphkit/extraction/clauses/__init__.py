"""Who did what to whom: the clauses of a story, by rules over the dependencies of its parse.

Each construction is a small function in a module of its own kind: `groups` (the verb and its auxiliaries), `subjects`,
`complements` (objects), `obliques`, `nominal` (events told by a noun), `modality` (denied, not real).
"""

from spacy.tokens import Doc

from graphkit.extraction.clauses.agentive import agentive
from graphkit.extraction.clauses.existential import existential, inverted
from graphkit.extraction.clauses.nominal import nominal_clauses
from graphkit.extraction.clauses.tree import VERB_TAGS, read_tree
from graphkit.extraction.clauses.verbal import verb_clauses
from graphkit.extraction.layers import Clause, Skip

__all__ = ["find_clauses"]


def find_clauses(doc: Doc) -> tuple[tuple[Clause, ...], tuple[Skip, ...]]:
    """The clauses of a parsed story in the order of their content words, and what gave none with the reason."""
    tree = read_tree(doc)
    clauses: list[Clause] = []
    skips: list[Skip] = []
    for i, tag in enumerate(tree.tags):
        if tag in VERB_TAGS and tree.deps[i] != "prep":
            found = existential(tree, i) or inverted(tree, i) or verb_clauses(tree, i)
            if isinstance(found, Skip):
                skips.append(found)
            elif found:
                clauses.extend(found)
        elif tag in ("NN", "NNS", "NNP"):
            clauses.extend(nominal_clauses(tree, i) or agentive(tree, i))
    clauses.sort(key=lambda c: (c.trigger, c.subject.start, -1 if c.object is None else c.object.start))
    return tuple(clauses), tuple(skips)
