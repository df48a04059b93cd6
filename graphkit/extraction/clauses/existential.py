"""Clauses whose subject stands behind: "there were clashes", "also killed were two sailors"."""

from graphkit.extraction.clauses.confidence import confidence
from graphkit.extraction.clauses.groups import read_group
from graphkit.extraction.clauses.modality import is_hypothetical, is_negated
from graphkit.extraction.clauses.obliques import find_obliques
from graphkit.extraction.clauses.phrases import is_relative, member_phrases, trimmed
from graphkit.extraction.clauses.roles import is_time
from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.layers import Clause, Phrase

PLACING = ("in", "at", "on", "near", "along", "inside", "outside", "across")


def existential(tree: Tree, verb: int) -> list[Clause]:
    """As in "There were clashes in Oslo": what there is, without object."""
    expletive = tree.kid(verb, "expl")
    if expletive is None or tree.words[expletive] != "there":
        return []
    noun = tree.kid(verb, "attr", "nsubj", "dobj")
    if noun is None or is_relative(tree, noun):
        return []
    members = member_phrases(tree, noun)
    where = next(
        (c for c in tree.kids(noun, "prep") if tree.words[c] in PLACING and tree.kid(c, "pobj") is not None), None
    )
    target = None if where is None else tree.kid(where, "pobj")
    if where is None or target is None or is_time(tree, target) or len(members) > 1:
        return [_clause(tree, verb, (expletive,), p, "existential") for p in members]
    p = trimmed(tree, noun, members[0].start, max(noun + 1, min(members[0].end, where)))
    return [
        _clause(tree, verb, (expletive, where), p, "existential", target) for target in member_phrases(tree, target)
    ]


def inverted(tree: Tree, link: int) -> list[Clause]:
    """As in "Also killed were two sailors": the sufferers stand behind the participle and its auxiliary."""
    if tree.lemmas[link] != "be":
        return []
    noun = tree.kid(link, "attr", "nsubj", "nsubjpass")
    verb = tree.kid(link, "csubj", "csubjpass", "advcl", "acomp")
    if noun is None or verb is None or not verb < link < noun or tree.tags[verb] != "VBN":
        return []
    if tree.kid(verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark") is not None:
        return []
    return [_clause(tree, verb, read_group(tree, link).tokens, p, "inverted") for p in member_phrases(tree, noun)]


def _clause(
    tree: Tree, verb: int, extra: tuple[int, ...], p: Phrase, rule: str, object_: Phrase | None = None
) -> Clause:
    group = read_group(tree, verb)
    negated = is_negated(tree, [group], p.head, None)
    return Clause(
        trigger=verb,
        chain=(verb,),
        relation=tuple(sorted({*group.tokens, *extra})),
        predicate=tree.lemmas[verb] if object_ is None else f"{tree.lemmas[verb]} {tree.words[max(extra)]}",
        subject=p,
        object=object_,
        voice="passive" if rule == "inverted" else "active",
        obliques=tuple(find_obliques(tree, verb)),
        negated=negated,
        hypothetical=is_hypothetical(tree, [group], (), "own", negated),
        confidence=confidence(tree, rule, p, object_),
        rule=rule,
    )
