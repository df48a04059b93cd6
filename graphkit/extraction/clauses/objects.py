"""Objects that are noun phrases: direct ones, agents of a passive, event nouns of light verbs, gaps of relatives."""

from graphkit.extraction.clauses.antecedents import antecedent
from graphkit.extraction.clauses.control import charged
from graphkit.extraction.clauses.groups import SUBJECTS, VERB_TAGS
from graphkit.extraction.clauses.obliques import is_time, read_preposition
from graphkit.extraction.clauses.phrases import (
    NOMINAL,
    apart,
    clause_phrase,
    is_relative,
    member_phrases,
    phrase,
    trimmed,
)
from graphkit.extraction.clauses.prepositional import prepositional
from graphkit.extraction.clauses.site import Complement, Site, rest
from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.clauses.words import all_event_nouns, verbs
from graphkit.extraction.layers import Oblique, Phrase

NO_GAP = frozenset({"time", "place", "way", "reason", "moment"})
LIGHT_PREPOSITIONS = (
    "with",
    "to",
    "on",
    "against",
    "for",
    "in",
    "at",
    "of",
    "from",
    "between",
    "into",
    "about",
    "over",
)


def agent(site: Site) -> Complement | None:
    """The doer of a passive with "by …"."""
    if not site.group.passive:
        return None
    tree = site.tree
    doer = next((o for o in site.obliques if o.role == "agent"), None)
    if doer is None or doer.marker is None or tree.tags[doer.phrase.head] not in NOMINAL:
        return None
    kept = tree.kid(site.verb, "dobj", "oprd", "attr")
    extra = [Oblique("other", phrase(tree, kept))] if kept is not None and not is_relative(tree, kept) else []
    return Complement(
        kind="passive-agent",
        objects=tuple(member_phrases(tree, doer.phrase.head)),
        tokens=(doer.marker,),
        obliques=(*extra, *rest(site.obliques, doer)),
    )


def direct(site: Site) -> Complement | None:
    """A direct object; the hearer of "told" too."""
    tree, verb = site.tree, site.verb
    object_ = tree.kid(verb, "dobj")
    if object_ is not None and tree.words[object_] == "that" and tree.tags[object_] == "IN":
        object_ = None
    if object_ is not None:
        mended = _charge(site, object_) or _told(site, object_) or _named(site, object_)
        if mended is not None:
            return mended
    hearer = next((c for c in tree.kids(verb, "dative") if tree.tags[c] in NOMINAL), None)
    if object_ is None:
        object_, hearer = hearer, None
        given = None if object_ is None else tree.kid(object_, "appos")
        if given is not None and object_ is not None and not apart(tree, tree.left[given] - 1):
            object_, hearer = given, object_  # "promised his sister a boat", hung on the sister
    elif hearer is not None and site.lemma in verbs("charging"):
        object_, hearer = hearer, None  # "fined the airline 2 million euros"
    if object_ is None:
        object_ = _shared_object(tree, verb) or _headline_object(site)
    if object_ is not None and is_relative(tree, object_):
        object_ = antecedent(tree, site.top) if tree.deps[site.top] == "relcl" else None
    return None if object_ is None else _with_object(site, object_, hearer)


def _with_object(site: Site, object_: int, hearer: int | None) -> Complement:
    tree, verb = site.tree, site.verb
    extra = list(site.obliques)
    if hearer is not None:
        extra.append(
            Oblique("recipient", _up_to(tree, hearer, tree.left[object_] if hearer < object_ else len(tree.words)))
        )
    second = next((c for c in tree.kids(verb, "oprd", "attr", "dobj") if c > object_), None)
    if second is not None and second > object_:
        extra.append(Oblique("other", phrase(tree, second)))
    if (
        second is not None
        and tree.tags[second].startswith("JJ")
        and second > object_
        and site.lemma in verbs("causing")
    ):
        objects = tuple(member_phrases(tree, object_))
        return Complement("small-clause", objects, (second,), (tree.lemmas[second],), tuple(extra[:-1]))
    extra.extend(Oblique("purpose", clause_phrase(tree, c)) for c in tree.kids(verb, "xcomp") if c > object_ > verb)
    clause = tree.kid(verb, "ccomp")
    objects = tuple(member_phrases(tree, object_))
    if clause is not None and (clause > object_ or clause < verb) and site.lemma in verbs("addressee"):
        return Complement("addressee", objects, obliques=(*extra, Oblique("topic", clause_phrase(tree, clause))))
    particle = tree.kid(verb, "prt")
    alone = particle is None or site.lemma == "carry"  # "carried out a raid", not "put off the launch"
    if object_ > verb and alone and site.lemma in verbs("light") and tree.lemmas[object_] in all_event_nouns():
        return _light(tree, verb, object_, tuple(extra))
    if tree.words[object_] == "place" and site.lemma == "take" and tree.left[object_] == object_:
        inner = prepositional(Site(tree, site.group, tuple(extra), site.top), last=object_)
        return Complement(inner.kind, inner.objects, (object_, *inner.tokens), ("place", *inner.words), inner.obliques)
    return Complement("passive" if site.group.passive else "active", objects, obliques=tuple(extra))


def _charge(site: Site, object_: int) -> Complement | None:
    """As in "accused the ministry of misleading …", where the charge was hung on the ministry."""
    tree = site.tree
    marker = next((c for c in tree.kids(object_, "prep") if charged(tree, c) or _accused(tree, c)), None)
    if marker is None:
        return None
    topic = Oblique("topic", clause_phrase(tree, tree.children[marker][-1]), marker)
    return Complement("active", (_up_to(tree, object_, tree.left[marker]),), obliques=(*site.obliques, topic))


def _accused(tree: Tree, preposition: int) -> bool:
    """Whether "of fraud" says what somebody was cleared or accused of; not so "of the bank", "of Oslo"."""
    object_, what = tree.heads[preposition], tree.kid(preposition, "pobj")
    if what is None or tree.words[preposition] != "of" or tree.lemmas[tree.heads[object_]] not in verbs("clearing"):
        return False
    return tree.tags[what] == "NN" and not tree.ents[what] and tree.kid(what, "det", "poss") is None


def _told(site: Site, hearer: int) -> Complement | None:
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
    return Complement("addressee", (_up_to(tree, hearer, marker),), obliques=(*site.obliques, *extra))


def _news(tree: Tree, hearer: int, preposition: int) -> bool:
    """Whether "of …" is what somebody is told of: "notified the player of his dismissal", not "the people of Oslo"."""
    what = tree.kid(preposition, "pobj")
    if what is None or tree.words[preposition] != "of":
        return False
    owner = tree.kid(what, "poss")
    own = owner is not None and tree.tags[owner] == "PRP$" and tree.lemmas[tree.heads[hearer]] in verbs("clearing")
    return own or tree.tags[hearer] in ("NNP", "PRP")


def _named(site: Site, role: int) -> Complement | None:
    """As in "appointed Ann Holm chairman", parsed as one compound."""
    tree = site.tree
    if site.lemma not in verbs("naming") or tree.ents[role] or tree.kid(role, "det", "poss") is not None:
        return None
    name = next((c for c in tree.kids(role, "compound") if tree.ents[c] == "PERSON"), None)
    if name is None:
        return None
    target = trimmed(tree, name, tree.left[role], name + 1)
    second = Oblique("other", Phrase(role, name + 1, tree.right[role]))
    return Complement("active", (target,), obliques=(*site.obliques, second))


def _up_to(tree: Tree, head: int, end: int) -> Phrase:
    p = phrase(tree, head)
    return trimmed(tree, head, p.start, max(head + 1, min(p.end, end)))


def _shared_object(tree: Tree, verb: int) -> int | None:
    """The object of a coordinated verb right behind: "traders buy and sell stocks"."""
    following = verb + 1
    if (
        tree.lemmas[verb] == "try"
        or following >= len(tree.words)
        or tree.tags[following] != "CC"
        or tree.heads[following] != verb
    ):
        return None
    past = ("VBD", "VBN") if tree.tags[verb] in ("VBD", "VBN") else (tree.tags[verb],)  # often taken for each other
    second = next((c for c in tree.kids(verb, "conj") if tree.tags[c] in past or tree.kid(c, "aux") is not None), None)
    if second is None or second - verb > 4 or tree.kids(second, *SUBJECTS) or tree.tags[second] not in VERB_TAGS:
        return None
    return None if tree.lemmas[verb] in verbs("alone") else tree.kid(second, "dobj")


def _headline_object(site: Site) -> int | None:
    """As in "Holm to visit Riga", where the last name was hung on the first."""
    tree, top = site.tree, site.top
    if tree.deps[top] != "relcl" or not site.group.to or tree.kid(top, *SUBJECTS) is not None:
        return None
    return next((c for c in tree.kids(tree.heads[top], "npadvmod") if c > site.verb and tree.ents[c]), None)


def _light(tree: Tree, verb: int, noun: int, obliques: tuple[Oblique, ...]) -> Complement:
    """As in "held talks with Oslo": the noun is the content, the participant behind its preposition the object."""
    inner = [c for c in tree.kids(noun, "prep") if c > noun]
    outer = [o.marker for o in obliques if o.marker is not None and o.marker > noun and tree.heads[o.marker] == verb]
    for word in LIGHT_PREPOSITIONS:
        for marker in (*inner, *outer):
            if tree.words[marker] != word or not _takes_part(tree, marker, word):
                continue
            target = tree.kid(marker, "pobj")
            assert target is not None  # looked at in _takes_part
            return Complement(
                kind="light",
                objects=tuple(member_phrases(tree, target)),
                tokens=(*(k for k in range(tree.left[noun], noun + 1) if tree.tags[k] != "_SP"), marker),
                words=(word,),
                obliques=tuple(o for o in obliques if o.marker != marker),
                trigger=noun,
            )
    return Complement("light", tuple(member_phrases(tree, noun)), obliques=obliques, trigger=noun)


def _takes_part(tree: Tree, marker: int, word: str) -> bool:
    """Whether the phrase behind the preposition takes part in the event, rather than says when or where."""
    target = tree.kid(marker, "pobj")
    if target is None or is_relative(tree, target) or is_time(tree, target):
        return False
    places = ("GPE", "LOC", "FAC", "CARDINAL", "MONEY")
    return not (word in ("in", "at", "from", "for") and tree.ents[target] in places)


def gap(site: Site) -> Complement | None:
    """The noun of a relative clause without pronoun is its object: "the city he visited", "the firm he works for"."""
    tree, verb, top = site.tree, site.verb, site.top
    if tree.deps[top] != "relcl" or site.group.passive:
        return None
    own, start = tree.kid(top, "nsubj"), tree.left[top]
    if own is None or apart(tree, start - 1) or any(is_relative(tree, k) for k in range(start, own + 1)):
        return None
    noun = antecedent(tree, top)
    if noun is None:
        return None
    target = phrase(tree, noun)
    stranded = [c for c in tree.kids(verb, "prep") if c > verb and tree.kid(c, "pobj", "pcomp", "prep") is None]
    if stranded:
        marker = stranded[0]
        return Complement("prepositional", (target,), (marker,), (tree.words[marker],), site.obliques)
    if is_time(tree, noun) or tree.words[noun] in NO_GAP:
        return None
    return Complement("active", (target,), obliques=site.obliques)
