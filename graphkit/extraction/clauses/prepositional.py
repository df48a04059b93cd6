"""A verb that leads to its object through a preposition, or has none."""

from graphkit.extraction.clauses.groups import asked_through
from graphkit.extraction.clauses.obliques import object_of, preposition_tokens
from graphkit.extraction.clauses.phrases import NOMINAL, clause_phrase, member_phrases
from graphkit.extraction.clauses.site import Complement, Site, rest
from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.layers import Oblique


def concerning(site: Site) -> Complement | None:
    """The complement of "has nothing to do with wages", an idiom that is one relation."""
    tree = site.tree
    amount = tree.kid(site.verb, "dobj") if site.lemma == "have" else None
    do = None if amount is None else concerned(tree, amount)
    if amount is None or do is None:
        return None
    marker = tree.kids(do, "prep")[0]
    target = tree.children[marker][-1]
    tokens = (*range(tree.left[amount], amount + 1), *range(tree.left[do], do + 1), marker)
    words = (*(() if tree.words[amount] == "nothing" else (tree.words[amount],)), "to", "do", "with")
    return Complement("prepositional", tuple(member_phrases(tree, target)), tokens, words, site.obliques)


def concerned(tree: Tree, amount: int) -> int | None:
    """The "do" of "nothing to do with wages"."""
    do = next((c for c in tree.kids(amount, "relcl", "acl") if tree.lemmas[c] == "do" and tree.tags[c] == "VB"), None)
    marker = None if do is None else tree.kid(do, "prep")
    if marker is None or tree.words[marker] != "with" or tree.kid(marker, "pobj") is None:
        return None
    return do


def _shared(site: Site) -> Complement | None:
    """As in "searched for and found the boy": the object of the second verb is that of the preposition too."""
    tree, verb = site.tree, site.verb
    marker = next((c for c in tree.kids(verb, "prep") if c == verb + 1 and not tree.children[c]), None)
    second = tree.kid(verb, "conj")
    if marker is None or second is None or second - marker > 2 or tree.tags[marker + 1] != "CC":
        return None
    object_ = tree.kid(second, "dobj")
    if object_ is None:
        return None
    objects = tuple(member_phrases(tree, object_))
    return Complement("prepositional", objects, (marker,), (tree.words[marker],), site.obliques)


def prepositional(site: Site, *, last: int | None = None) -> Complement:
    """The complement of "called for talks", or of a verb without any object; `last` is the end of the verb group."""
    tree, group = site.tree, site.group
    if any(tree.tags[c] == "WP" and tree.deps[c] == "dobj" for c in tree.children[site.verb]):
        return Complement("free-relative")
    chosen = object_of(tree, site.verb, max(group.tokens) if last is None else last, list(site.obliques))
    shared = _shared(site) if chosen is None else None
    if shared is not None:
        return shared
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
