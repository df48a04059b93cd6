"""Objects that are noun phrases: direct ones, agents of a passive, event nouns of light verbs, gaps of relatives."""

from graphkit.extraction.clauses.antecedents import antecedent
from graphkit.extraction.clauses.control import blamed_behind
from graphkit.extraction.clauses.hearers import charge, role_named, told, up_to
from graphkit.extraction.clauses.light import light_object, light_towards
from graphkit.extraction.clauses.phrases import (
    NOMINAL,
    apart,
    clause_phrase,
    is_relative,
    member_phrases,
    phrase,
)
from graphkit.extraction.clauses.prepositional import prepositional
from graphkit.extraction.clauses.roles import is_time
from graphkit.extraction.clauses.site import Complement, Site, rest
from graphkit.extraction.clauses.tree import SUBJECTS, VERB_TAGS, Tree
from graphkit.extraction.clauses.words import all_event_nouns, is_doer, verbs, word_classes
from graphkit.extraction.layers import Oblique, Phrase

NO_GAP = frozenset({"time", "place", "way", "reason", "moment"})


def agent(site: Site) -> Complement | None:
    """The doer of a passive with "by …"."""
    if not site.group.passive:
        return None
    tree = site.tree
    doer = next((o for o in site.obliques if o.role == "agent"), None) or _giver(site)
    if doer is None or doer.marker is None or tree.tags[doer.phrase.head] not in NOMINAL:
        return None
    taken = _taken_for(site, doer)
    if taken is not None:
        return taken
    blame = next((c for c in tree.kids(doer.phrase.head, "prep") if blamed_behind(tree, c)), None)
    if blame is not None:
        topic = Oblique("topic", clause_phrase(tree, tree.children[blame][-1]), blame)
        by = (up_to(tree, doer.phrase.head, blame),)
        return Complement("passive-agent", by, (doer.marker,), obliques=(topic, *rest(site.obliques, doer)))
    kept = tree.kid(site.verb, "dobj", "oprd", "attr")
    if kept is not None and site.lemma in verbs("causing") and tree.tags[kept][:2] in ("JJ", "VB"):
        doers, left = tuple(member_phrases(tree, doer.phrase.head)), rest(site.obliques, doer)
        return Complement("passive-agent", doers, (kept, doer.marker), (tree.words[kept],), left)  # "was left deaf by"
    given = kept is not None and not is_relative(tree, kept)
    extra = [Oblique("other", _before(tree, kept, doer.marker))] if kept is not None and given else []
    return Complement(
        kind="passive-agent",
        objects=tuple(member_phrases(tree, doer.phrase.head)),
        tokens=(doer.marker,),
        obliques=(*extra, *rest(site.obliques, doer)),
    )


def _taken_for(site: Site, doer: Oblique) -> Complement | None:
    """What the subject is taken for, by whom an oblique: "was identified by the police as Berg"."""
    tree, by = site.tree, doer.phrase.head
    if site.lemma not in verbs("portraying"):
        return None
    behind = (*tree.kids(site.verb, "prep"), *tree.kids(by, "prep"))
    marker = next((c for c in behind if c > by and tree.words[c] == "as"), None)
    named = None if marker is None else tree.kid(marker, "pobj")
    if marker is None or named is None:
        return None
    others = tuple(o for o in rest(site.obliques, doer) if o.marker != marker)
    who = Oblique("agent", up_to(tree, by, marker), doer.marker)
    return Complement("passive-naming", tuple(member_phrases(tree, named)), (marker,), ("as",), (who, *others))


def _giver(site: Site) -> Oblique | None:
    """The doer that was hung on what is given: "was granted a licence by the ministry"; not "a novel by Ann Holm"."""
    tree = site.tree
    given = tree.kid(site.verb, "dobj", "oprd", "attr")
    if given is None or site.lemma not in verbs("giving") or tree.lemmas[given].lower() in all_event_nouns():
        return None
    marker = next((c for c in tree.kids(given, "prep", "agent") if c > given and tree.words[c] == "by"), None)
    giver = None if marker is None else tree.kid(marker, "pobj")
    if marker is None or giver is None or tree.lemmas[given].lower() in word_classes("clause_words.tsv")["work"]:
        return None
    return Oblique("agent", phrase(tree, giver, whole=True), marker)


def _before(tree: Tree, noun: int, marker: int) -> Phrase:
    whole = phrase(tree, noun)
    return up_to(tree, noun, marker) if whole.start <= noun < marker < whole.end else whole


def direct(site: Site) -> Complement | None:
    """A direct object; the hearer of "told" too."""
    tree, verb = site.tree, site.verb
    object_ = tree.kid(verb, "dobj")
    if object_ is not None and tree.words[object_] == "that" and tree.tags[object_] == "IN":
        object_ = None
    if object_ is not None:
        mended = charge(site, object_) or told(site, object_) or role_named(site, object_)
        if mended is not None:
            return mended
    role = tree.kid(verb, "oprd") if object_ is None else None
    mended = None if role is None or role < verb or site.group.passive else role_named(site, role)
    if mended is not None:
        return mended  # "named Berg captain", where the name was hung on the role
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
            Oblique("recipient", up_to(tree, hearer, tree.left[object_] if hearer < object_ else len(tree.words)))
        )
    second = next((c for c in tree.kids(verb, "oprd", "attr", "dobj") if c > max(object_, verb)), None)
    role = tree.kid(object_, "appos")
    if role is not None and site.lemma in verbs("naming") and not apart(tree, tree.left[role] - 1):
        second = role  # "elected Lund its leader", hung on Lund
    if second is not None and second > object_:
        extra.append(Oblique("other", phrase(tree, second)))
    state = tree.kid(verb, "oprd")
    if state is not None and verb < state < object_ and site.lemma in verbs("causing"):
        objects = tuple(member_phrases(tree, object_))
        return Complement("small-clause", objects, (state,), (tree.lemmas[state],), tuple(extra))  # "left open"
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
    if role is not None and second == role:
        objects = (up_to(tree, object_, tree.left[role]),)
    if clause is not None and (clause > object_ or clause < verb) and site.lemma in verbs("addressee"):
        return Complement("addressee", objects, obliques=(*extra, Oblique("topic", clause_phrase(tree, clause))))
    particle = tree.kid(verb, "prt")
    alone = particle is None or site.lemma == "carry"  # "carried out a raid", not "put off the launch"
    if object_ > verb and alone and site.lemma in verbs("light") and tree.lemmas[object_].lower() in all_event_nouns():
        if hearer is None:
            return light_object(tree, verb, object_, tuple(extra))
        if not any(tree.words[c] in ("to", "into") for c in tree.kids(object_, "prep")):
            return light_towards(tree, object_, hearer, extra)  # not "gave Oslo access to the market"
    if tree.words[object_] == "place" and site.lemma == "take" and tree.left[object_] == object_:
        inner = prepositional(Site(tree, site.group, tuple(extra), site.top), last=object_)
        return Complement(inner.kind, inner.objects, (object_, *inner.tokens), ("place", *inner.words), inner.obliques)
    kind = "passive" if site.group.passive else "active"
    filling = _filling(site, object_)
    if filling is None:
        return Complement(kind, objects, obliques=tuple(extra))
    filled = Phrase(object_, object_, filling.phrase.end)
    return Complement(kind, (filled,), obliques=rest(tuple(extra), filling))


def _filling(site: Site, object_: int) -> Oblique | None:
    """The phrase right behind a bare noun that says which: "took pictures at a section of the border"."""
    tree = site.tree
    bare = tree.left[object_] == object_ and tree.right[object_] == object_ + 1 and tree.tags[object_] in ("NN", "NNS")
    if not bare or tree.ents[object_] or object_ < site.verb or is_doer(tree.lemmas[object_]):
        return None
    o = next((o for o in site.obliques if o.marker == object_ + 1), None)
    if o is None or tree.words[object_ + 1] not in ("in", "at", "on", "about", "against", "between"):
        return None
    inner = o.phrase.head
    noun = tree.tags[inner] in ("NN", "NNS") and tree.ents[inner] in ("", "NORP") and not is_time(tree, inner)
    headline = tree.tags[inner] == "NN" and tree.kid(inner, "det", "poss") is None  # "Guard left gun in bus"
    noun = noun and not headline and tree.words[inner] not in word_classes("clause_words.tsv")["manner"]
    return o if noun and o.phrase.start == object_ + 2 else None


def _shared_object(tree: Tree, verb: int) -> int | None:
    """The object of the last verb beside: "traders buy and sell stocks", "wrote, directed and cut the film"."""
    following = verb + 1
    if tree.lemmas[verb] == "try" or following >= len(tree.words) or tree.lemmas[verb] in verbs("alone"):
        return None
    past = ("VBD", "VBN") if tree.tags[verb] in ("VBD", "VBN") else (tree.tags[verb],)  # often taken for each other
    second = next((c for c in tree.kids(verb, "conj") if tree.tags[c] in past or tree.kid(c, "aux") is not None), None)
    if second is None or second - verb > 4 or tree.kids(second, *SUBJECTS) or tree.tags[second] not in VERB_TAGS:
        return None
    if tree.words[following] == "," and second == verb + 2:
        return _shared_object(tree, second)
    if tree.tags[following] != "CC" or tree.heads[following] != verb:
        return None
    return tree.kid(second, "dobj")


def _headline_object(site: Site) -> int | None:
    """As in "Holm to visit Riga", where the last name was hung on the first."""
    tree, top = site.tree, site.top
    if tree.deps[top] != "relcl" or not site.group.to or tree.kid(top, *SUBJECTS) is not None:
        return None
    return next((c for c in tree.kids(tree.heads[top], "npadvmod") if c > site.verb and tree.ents[c]), None)


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
