"""What completes a verb: its object, of whatever kind, and the words of the relation that lead to it."""

from graphkit.extraction.clauses.clausal import attribution, clausal, small_clause
from graphkit.extraction.clauses.groups import Group
from graphkit.extraction.clauses.objects import agent, direct, gap
from graphkit.extraction.clauses.obliques import find_obliques, relative_obliques
from graphkit.extraction.clauses.predicative import copular, predicative
from graphkit.extraction.clauses.prepositional import concerning, prepositional
from graphkit.extraction.clauses.site import Complement, Site
from graphkit.extraction.clauses.tree import Tree

READERS = (attribution, agent, concerning, direct, small_clause, predicative, clausal, copular, gap)


def find_complement(tree: Tree, group: Group, top: int) -> Complement:
    """The object of the verb of `group`, and its remaining obliques; `top` is the outermost verb of its chain."""
    verb = group.head
    site = Site(tree, group, (*find_obliques(tree, verb), *relative_obliques(tree, verb)), top)
    for reader in READERS:
        found = reader(site)
        if found is not None:
            return found
    return prepositional(site)
