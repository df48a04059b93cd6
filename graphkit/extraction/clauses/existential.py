"""Clauses whose subject stands behind: "there were clashes", "also killed were two sailors"."""

from graphkit.extraction.clauses.confidence import confidence
from graphkit.extraction.clauses.groups import read_group
from graphkit.extraction.clauses.modality import is_hypothetical, is_negated
from graphkit.extraction.clauses.obliques import find_obliques
from graphkit.extraction.clauses.phrases import is_relative, member_phrases
from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.layers import Clause, Phrase


def existential(tree: Tree, verb: int) -> list[Clause]:
    """As in "There were clashes in Oslo": what there is, without object."""
    expletive = tree.kid(verb, "expl")
    if expletive is None or tree.words[expletive] != "there":
        return []
    noun = tree.kid(verb, "attr", "nsubj", "dobj")
    if noun is None or is_relative(tree, noun):
        return []
    return [_without_object(tree, verb, (expletive,), p, "existential") for p in member_phrases(tree, noun)]


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
    return [
        _without_object(tree, verb, read_group(tree, link).tokens, p, "inverted") for p in member_phrases(tree, noun)
    ]


def _without_object(tree: Tree, verb: int, extra: tuple[int, ...], p: Phrase, rule: str) -> Clause:
    group = read_group(tree, verb)
    negated = is_negated(tree, [group], p.head, None)
    return Clause(
        trigger=verb,
        chain=(verb,),
        relation=tuple(sorted({*group.tokens, *extra})),
        predicate=tree.lemmas[verb],
        subject=p,
        object=None,
        voice="passive" if rule == "inverted" else "active",
        obliques=tuple(find_obliques(tree, verb)),
        negated=negated,
        hypothetical=is_hypothetical(tree, [group], (), "own", negated),
        confidence=confidence(tree, rule, p, None),
        rule=rule,
    )
