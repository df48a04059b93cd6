"""A verb that leads to its object through a preposition, or has none."""

from graphkit.extraction.clauses.groups import asked_through
from graphkit.extraction.clauses.obliques import object_of, preposition_tokens
from graphkit.extraction.clauses.phrases import NOMINAL, clause_phrase, member_phrases
from graphkit.extraction.clauses.site import Complement, Site, rest
from graphkit.extraction.layers import Oblique


def prepositional(site: Site, *, last: int | None = None) -> Complement:
    """The complement of "called for talks", or of a verb without any object; `last` is the end of the verb group."""
    tree, group = site.tree, site.group
    if any(tree.tags[c] == "WP" and tree.deps[c] == "dobj" for c in tree.children[site.verb]):
        return Complement("free-relative")
    chosen = object_of(tree, site.verb, max(group.tokens) if last is None else last, list(site.obliques))
    if chosen is None or chosen.marker is None:
        return Complement("passive" if group.passive else "intransitive", obliques=site.obliques)
    tokens = preposition_tokens(tree, chosen.marker)
    head = chosen.phrase.head
    asked = [c for c in tree.kids(site.verb, "xcomp") if asked_through(tree, site.verb, c) == head]
    return Complement(
        kind="passive" if group.passive else "prepositional",
        objects=tuple(member_phrases(tree, head)) if tree.tags[head] in NOMINAL else (chosen.phrase,),
        tokens=tuple(tokens),
        words=tuple(tree.words[t] for t in tokens),
        obliques=(*rest(site.obliques, chosen), *(Oblique("purpose", clause_phrase(tree, c)) for c in asked)),
    )
