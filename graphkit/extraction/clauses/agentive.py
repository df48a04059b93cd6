"""What somebody did, told by a noun for who did it: "the founder of Fjord Lines, Ann Holm"."""

from functools import cache
from importlib.resources import files

from graphkit.extraction.clauses.confidence import confidence
from graphkit.extraction.clauses.hearers import up_to
from graphkit.extraction.clauses.phrases import member_phrases, phrase
from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.layers import Clause

AGENTIVE = "agentive"  # rule name of its clauses, which tell who somebody is and no event of their own


@cache
def _verbs() -> dict[str, str]:
    rows = files("graphkit.data").joinpath("agent_nouns.tsv").read_text(encoding="utf-8").splitlines()
    return dict(row.split("\t", 1) for row in rows if row and not row.startswith("#"))


def agentive(tree: Tree, noun: int) -> list[Clause]:
    """The clauses of a noun like "founder" with "of …"; none where nobody is named beside it."""
    verb = _verbs().get(tree.lemmas[noun].lower())
    if verb is None or tree.deps[noun] in ("attr", "oprd", "compound") or tree.words[tree.heads[noun]] == "as":
        return []
    marker = next((c for c in tree.kids(noun, "prep") if c == noun + 1 and tree.words[c] == "of"), None)
    made = None if marker is None else tree.kid(marker, "pobj")
    if marker is None or made is None or tree.kid(noun, "det") is None:
        return []
    beside = (*tree.kids(noun, "appos"), *(c for c in tree.kids(made, "appos") if tree.ents[made] != "PERSON"))
    if tree.deps[noun] != "appos" and not any(tree.ents[c] == "PERSON" for c in beside):
        return []  # "the killer of Ann Holm": nobody known
    named = tree.heads[noun] if tree.deps[noun] == "appos" and tree.heads[noun] < noun else noun
    subject = up_to(tree, noun, marker) if named == noun else phrase(tree, named)
    return [
        Clause(
            trigger=noun,
            chain=(noun,),
            relation=(noun, marker),
            predicate=verb,
            subject=subject,
            object=part,
            confidence=confidence(tree, AGENTIVE, subject, part),
            rule=AGENTIVE,
        )
        for part in member_phrases(tree, made)
    ]
