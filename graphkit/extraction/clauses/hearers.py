"""Objects that are told or charged with something, or given a role: where they end and what it is."""

from graphkit.extraction.clauses.control import charged
from graphkit.extraction.clauses.obliques import read_preposition
from graphkit.extraction.clauses.phrases import clause_phrase, phrase, trimmed
from graphkit.extraction.clauses.site import Complement, Site
from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.clauses.words import is_doer, is_person, verbs
from graphkit.extraction.layers import Oblique, Phrase


def charge(site: Site, object_: int) -> Complement | None:
    """As in "accused the ministry of misleading …", where the charge was hung on the ministry."""
    tree = site.tree
    behind = tree.kids(object_, "prep")
    marker = next((c for c in behind if charged(tree, c) or _accused(tree, c) or _laid(tree, c)), None)
    if marker is None:
        return None
    topic = Oblique("topic", clause_phrase(tree, tree.children[marker][-1]), marker)
    return Complement("active", (up_to(tree, object_, tree.left[marker]),), obliques=(*site.obliques, topic))


def _accused(tree: Tree, preposition: int) -> bool:
    """Whether "of fraud" says what somebody was cleared or accused of; not so "of the bank", "of Oslo"."""
    object_, what = tree.heads[preposition], tree.kid(preposition, "pobj")
    if what is None or tree.words[preposition] != "of" or tree.lemmas[tree.heads[object_]] not in verbs("clearing"):
        return False
    return tree.tags[what] == "NN" and not tree.ents[what] and tree.kid(what, "det", "poss") is None


def _laid(tree: Tree, preposition: int) -> bool:
    """Whether "on a cracked rail" says on what or whom something is laid: "blamed the crash on a cracked rail"."""
    on = tree.words[preposition] in ("on", "upon") and tree.kid(preposition, "pobj") is not None
    return on and tree.lemmas[tree.heads[tree.heads[preposition]]] in verbs("laying")


def told(site: Site, hearer: int) -> Complement | None:
    """As in "informed the embassy about it", where the topic was hung on the hearer; not "the people of Oslo"."""
    tree = site.tree
    if site.lemma not in verbs("addressee"):
        return None
    markers = [c for c in tree.kids(hearer, "prep") if c > hearer]
    marker = next((c for c in markers if tree.words[c] in ("about", "on", "over") or _news(tree, hearer, c)), None)
    if marker is None:
        return None
    topic = read_preposition(tree, site.verb, marker)
    extra = () if topic is None else (topic,)
    return Complement("addressee", (up_to(tree, hearer, marker),), obliques=(*site.obliques, *extra))


def _news(tree: Tree, hearer: int, preposition: int) -> bool:
    """Whether "of …" is what somebody is told of: "notified the player of his dismissal", not "the people of Oslo"."""
    what = tree.kid(preposition, "pobj")
    if what is None or tree.words[preposition] != "of":
        return False
    owner = tree.kid(what, "poss")
    own = owner is not None and tree.tags[owner] == "PRP$"
    return own or tree.tags[hearer] in ("NNP", "PRP") or not (tree.ents[what] or is_doer(tree.lemmas[what]))


def role_named(site: Site, role: int) -> Complement | None:
    """As in "appointed Ann Holm chairman", parsed as one compound."""
    tree = site.tree
    if site.lemma not in verbs("naming") | {"make"} or tree.ents[role] or tree.kid(role, "det", "poss") is not None:
        return None
    titled = is_person(tree.lemmas[role])
    compounds = tree.kids(role, "compound")[::-1]
    name = next((c for c in compounds if tree.ents[c] == "PERSON" or (titled and tree.tags[c] == "NNP")), None)
    if name is None:
        return None
    target = trimmed(tree, name, tree.left[role], name + 1)
    second = Oblique("other", Phrase(role, name + 1, tree.right[role]))
    return Complement("active", (target,), obliques=(*site.obliques, second))


def up_to(tree: Tree, head: int, end: int) -> Phrase:
    """The phrase of `head` as far as token `end`."""
    p = phrase(tree, head)
    return trimmed(tree, head, p.start, max(head + 1, min(p.end, end)))
