"""Participants of an event noun that the clauses in its phrase tell: whom it harmed, what is said or planned."""

from graphkit.extraction.events.governed import harms
from graphkit.extraction.events.parts import members, phrase_of, whole_role
from graphkit.extraction.layers import Actors, Phrase, RolePhrase
from graphkit.extraction.types.words import Words, object_of


def hit_by_clause(words: Words, noun: int, actors: Actors, known: set[str]) -> list[RolePhrase]:
    """Whom the event of a relative clause or participle harmed: "an attack that killed two men"."""
    tree = words.tree
    if "recipient" in known or "victim" in known:
        return []
    for c in tree.children[noun]:
        told = tree.deps[c] in ("relcl", "acl") and c > noun and tree.tags[c] != "VBN" and harms(words.lemmas[c])
        subject = tree.child(c, "nsubj") if told else None
        if told and (subject is None or tree.words[subject] in ("that", "which")):
            whom = object_of(words, c)
            if whom is not None:
                return [
                    RolePhrase(whole_role(words, actors, m, "recipient"), phrase_of(words, m))
                    for m in members(words, whom)
                ]
    return []


def content_of(words: Words, noun: int, type_: str) -> RolePhrase | None:
    """What is said, asked or planned: "reports that the king left", "the decision to expel two envoys"."""
    tree = words.tree
    for c in tree.children[noun]:
        if c <= noun or tree.deps[c] not in ("acl", "ccomp", "relcl") or tree.tags[c][:1] not in ("V", "M"):
            continue
        mark = tree.child(c, "mark")
        said = mark is not None and tree.words[mark] == "that"
        planned = tree.tags[c] == "VB" and tree.deps[c] == "acl" and tree.words[tree.left[c]] == "to"
        if (said and type_ != "OTHER") or planned:
            return RolePhrase("object", Phrase(c, tree.left[c], tree.right[c]))
    return None
