"""Predicate nouns and adjectives."""

from graphkit.extraction.clauses.phrases import NOMINAL, clause_phrase, is_relative, member_phrases, phrase
from graphkit.extraction.clauses.roles import is_time
from graphkit.extraction.clauses.site import Complement, Site, rest
from graphkit.extraction.clauses.words import verbs
from graphkit.extraction.layers import Oblique


def predicative(site: Site) -> Complement | None:
    """A copula with its predicate, before a clause of result is looked at ("was so far away that …")."""
    return copular(site) if site.lemma in verbs("copular") else None


def copular(site: Site) -> Complement | None:
    """A predicate noun or adjective; the adjective's preposition leads to the object ("is interested in oil")."""
    tree, linking = site.tree, site.lemma in verbs("copular")
    complement = tree.kid(site.verb, "attr", "acomp", "oprd")
    if complement is None:
        return _likeness(site) if linking else None
    if is_relative(tree, complement):
        return None
    if not linking and tree.deps[complement] == "oprd" and not site.group.passive:
        return Complement("free-relative") if any(is_relative(tree, c) for c in tree.children[site.verb]) else None
    kind = "passive-naming" if site.group.passive and not linking else "copula"
    if tree.tags[complement] in NOMINAL and not tree.tags[complement].startswith("JJ"):
        ranked = tree.kid(complement, "relcl")  # "became the first woman to lead it"
        infinitive = ranked is not None and tree.tags[tree.left[ranked]] == "TO"
        extra = (Oblique("purpose", clause_phrase(tree, ranked)),) if ranked is not None and infinitive else ()
        return Complement(kind, tuple(member_phrases(tree, complement)), obliques=(*site.obliques, *extra))
    return _through_preposition(site, complement) or Complement(
        kind, (phrase(tree, complement),), obliques=site.obliques
    )


def _likeness(site: Site) -> Complement | None:
    """The object of "feels like a fortress"."""
    for o in site.obliques:
        if o.marker is not None and site.tree.words[o.marker] == "like":
            return Complement("prepositional", (o.phrase,), (o.marker,), ("like",), rest(site.obliques, o))
    return None


def _through_preposition(site: Site, adjective: int) -> Complement | None:
    tree = site.tree
    for c in tree.kids(adjective, "prep"):
        target = tree.kid(c, "pobj", "pcomp")
        if c < adjective or target is None or is_relative(tree, target) or is_time(tree, target):
            continue
        before = [k for k in range(tree.left[adjective], adjective) if tree.heads[k] == adjective]
        nominal = tree.deps[target] == "pobj"
        return Complement(
            kind="adjective",
            objects=tuple(member_phrases(tree, target)) if nominal else (clause_phrase(tree, target),),
            tokens=(*before, adjective, c),
            words=(tree.words[adjective] if tree.tags[adjective] == "VBN" else tree.lemmas[adjective], tree.words[c]),
            obliques=site.obliques,
            trigger=adjective,
        )
    return None
