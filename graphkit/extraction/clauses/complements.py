"""What completes a verb: its object, of whatever kind, and the words of the relation that lead to it."""

from dataclasses import dataclass

from graphkit.extraction.clauses.groups import SUBJECTS, VERB_TAGS, Group
from graphkit.extraction.clauses.obliques import find_obliques, is_time, object_of, preposition_tokens, read_preposition
from graphkit.extraction.clauses.phrases import (
    NOMINAL,
    antecedent,
    apart,
    clause_phrase,
    is_relative,
    member_phrases,
    phrase,
    trimmed,
)
from graphkit.extraction.clauses.subjects import charged
from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.clauses.words import all_event_nouns, event_nouns, verbs
from graphkit.extraction.layers import Oblique, Phrase


@dataclass(frozen=True, slots=True)
class Complement:
    """Objects (one clause each) with the relation tokens and predicate words they add to the verb's own.

    `trigger` replaces the verb as content word (event noun of a light verb).
    """

    kind: str
    objects: tuple[Phrase, ...] = ()
    tokens: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    trigger: int | None = None


def find_complement(tree: Tree, group: Group, top: int) -> Complement:
    """The object of the verb of `group`, and its remaining obliques; `top` is the outermost verb of its chain."""
    verb = group.head
    obliques = find_obliques(tree, verb) + _relative_obliques(tree, verb)
    for reader in (_attribution, _agent, _direct, _small_clause, _predicative, _clausal, _copular, _gap):
        found = reader(tree, group, obliques, top)
        if found is not None:
            return found
    return _prepositional(tree, group, obliques)


def _rest(obliques: list[Oblique], *used: Oblique) -> tuple[Oblique, ...]:
    return tuple(o for o in obliques if not any(o is u for u in used))


def _agent(tree: Tree, group: Group, obliques: list[Oblique], top: int) -> Complement | None:
    """Passive with "by …"."""
    if not group.passive:
        return None
    agent = next((o for o in obliques if o.role == "agent"), None)
    if agent is None or agent.marker is None or tree.tags[agent.phrase.head] not in NOMINAL:
        return None
    objects = tuple(member_phrases(tree, agent.phrase.head))
    kept = tree.kid(group.head, "dobj", "oprd", "attr")
    extra = [Oblique("other", phrase(tree, kept))] if kept is not None and not is_relative(tree, kept) else []
    return Complement("passive-agent", objects, (agent.marker,), (), (*extra, *_rest(obliques, agent)))


def _direct(tree: Tree, group: Group, obliques: list[Oblique], top: int) -> Complement | None:
    """A direct object; the hearer of "told" too."""
    verb = group.head
    object_ = tree.kid(verb, "dobj")
    charge = (
        None
        if object_ is None
        else next((c for c in tree.children[object_] if tree.deps[c] == "prep" and charged(tree, c)), None)
    )
    if object_ is not None and charge is not None:
        inner = tree.children[charge][0]
        topic = Oblique("topic", clause_phrase(tree, inner), charge)
        p = phrase(tree, object_)
        target = trimmed(tree, object_, p.start, min(p.end, tree.left[charge]))
        return Complement("active", (target,), (), (), (*obliques, topic))
    told = None if object_ is None or tree.lemmas[verb] not in verbs("addressee") else _told_of(tree, object_)
    if object_ is not None and told is not None:
        p = phrase(tree, object_)
        target = trimmed(tree, object_, p.start, min(p.end, told))
        topic = read_preposition(tree, verb, told)
        return Complement("addressee", (target,), (), (), (*obliques, *([topic] if topic is not None else [])))
    if object_ is not None and tree.lemmas[verb] in verbs("naming"):
        named = next((c for c in tree.kids(object_, "compound") if tree.ents[c] == "PERSON"), None)
        if named is not None and not tree.ents[object_] and tree.kid(object_, "det", "poss") is None:
            return Complement(
                "active",
                (trimmed(tree, named, tree.left[object_], named + 1),),
                (),
                (),
                (*obliques, Oblique("other", Phrase(object_, named + 1, tree.right[object_]))),
            )
    hearer = next((c for c in tree.children[verb] if tree.deps[c] == "dative" and tree.tags[c] in NOMINAL), None)
    if object_ is None:
        object_, hearer = hearer, None
    if object_ is None:
        object_ = _shared_object(tree, verb)
    if object_ is None and tree.deps[top] == "relcl" and tree.kid(top, *SUBJECTS) is None and group.to:
        object_ = next(
            (c for c in tree.kids(tree.heads[top], "npadvmod") if c > verb and tree.ents[c]), None
        )  # "Holm to visit Riga"
    if object_ is None:
        return None
    if is_relative(tree, object_):
        noun = antecedent(tree, top) if tree.deps[top] == "relcl" else None
        if noun is None:
            return None
        object_ = noun
    extra = list(obliques)
    if hearer is not None:
        extra.append(Oblique("recipient", phrase(tree, hearer, whole=True)))
    second = tree.kid(verb, "oprd", "attr")
    if second is not None and second > object_:
        extra.append(Oblique("other", phrase(tree, second)))
    clause = tree.kid(verb, "ccomp")
    if clause is not None and clause > object_ and tree.lemmas[verb] in verbs("addressee"):
        extra.append(Oblique("topic", clause_phrase(tree, clause)))
        return Complement("addressee", tuple(member_phrases(tree, object_)), (), (), tuple(extra))
    if object_ > verb and tree.lemmas[verb] in verbs("light") and tree.lemmas[object_] in all_event_nouns():
        return _light(tree, verb, object_, extra)
    if tree.words[object_] == "place" and tree.lemmas[verb] == "take" and tree.left[object_] == object_:
        rest = _prepositional(tree, Group(verb, (*group.tokens, object_), *_flags(group)), extra)
        return Complement(rest.kind, rest.objects, (object_, *rest.tokens), ("place", *rest.words), rest.obliques)
    kind = "passive" if group.passive else "active"
    return Complement(kind, tuple(member_phrases(tree, object_)), (), (), tuple(extra))


def _flags(group: Group) -> tuple[bool, str, bool, bool]:
    return group.negated, group.modal, group.passive, group.to


def _told_of(tree: Tree, hearer: int) -> int | None:
    """The preposition of what the hearer is told, where the parser hung it on the hearer: "informed the embassy about it"."""
    return next(
        (
            c
            for c in tree.kids(hearer, "prep")
            if tree.words[c] in ("about", "of", "on", "over") and c > hearer and _whole_person(tree, hearer, c)
        ),
        None,
    )


def _whole_person(tree: Tree, hearer: int, preposition: int) -> bool:
    """Whether the hearer needs no "of" to be named: not "the people of Oslo", "leaders of the party"."""
    return tree.words[preposition] != "of" or tree.tags[hearer] in ("NNP", "PRP")


def _shared_object(tree: Tree, verb: int) -> int | None:
    """The object of a coordinated verb right behind: "traders buy and sell stocks"."""
    following = verb + 1
    if following >= len(tree.words) or tree.tags[following] != "CC" or tree.heads[following] != verb:
        return None
    second = next((c for c in tree.children[verb] if tree.deps[c] == "conj" and tree.tags[c] in VERB_TAGS), None)
    if tree.lemmas[verb] in verbs("alone"):
        return None
    if second is None or tree.kids(second, *SUBJECTS) or second - verb > 4 or tree.tags[second] != tree.tags[verb]:
        return None
    return tree.kid(second, "dobj")


def _light(tree: Tree, verb: int, noun: int, obliques: list[Oblique]) -> Complement:
    """As in "held talks with Oslo": the noun is the content, the participant behind its preposition the object."""
    words = ("with", "to", "on", "against", "for", "in", "at", "of", "from", "between", "into")
    inner = [c for c in tree.children[noun] if tree.deps[c] == "prep" and c > noun]
    outer = [o.marker for o in obliques if o.marker is not None and o.marker > noun and tree.heads[o.marker] == verb]
    for word in words:
        for marker in (*inner, *outer):
            target = tree.kid(marker, "pobj")
            if tree.words[marker] != word or target is None or is_relative(tree, target) or is_time(tree, target):
                continue
            if word in ("in", "at", "from", "for") and tree.ents[target] in ("GPE", "LOC", "FAC", "CARDINAL", "MONEY"):
                continue
            used = [o for o in obliques if o.marker == marker]
            return Complement(
                "light",
                tuple(member_phrases(tree, target)),
                (*_bare_noun(tree, noun), marker),
                (word,),
                _rest(obliques, *used),
                noun,
            )
    return Complement("light", tuple(member_phrases(tree, noun)), (), (), tuple(obliques), noun)


def _bare_noun(tree: Tree, noun: int) -> list[int]:
    """The noun with what stands before it."""
    return [k for k in range(tree.left[noun], noun + 1) if tree.tags[k] != "_SP"]


def _small_clause(tree: Tree, group: Group, obliques: list[Oblique], top: int) -> Complement | None:
    """As in "called him a liar", "considers the plan dead", "urged Riga to sign": the inner subject is the object."""
    verb = group.head
    for c in tree.children[verb]:
        if c < verb or tree.deps[c] not in ("oprd", "ccomp", "xcomp"):
            continue
        inner = tree.kid(c, "nsubj", "nsubjpass")
        if inner is None or inner < verb or is_relative(tree, inner) or group.passive or apart(tree, tree.left[c] - 1):
            continue
        small = tree.deps[c] == "oprd" or tree.tags[c] not in VERB_TAGS or _infinitive(tree, c)
        if not small or tree.kid(c, "mark") is not None or tree.kid(c, "cop") is not None:
            continue
        start = tree.right[inner]
        rest = Phrase(c, min(start, c), tree.right[c])
        role = "purpose" if tree.tags[c] in VERB_TAGS else "other"
        return Complement("small-clause", tuple(member_phrases(tree, inner)), (), (), (*obliques, Oblique(role, rest)))
    return None


def _infinitive(tree: Tree, verb: int) -> bool:
    if tree.tags[verb] not in ("VB", "VBG", "VBN"):
        return False
    aux = [c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")]
    return all(tree.tags[c] in ("TO", "VB") for c in aux)


def _clausal(tree: Tree, group: Group, obliques: list[Oblique], top: int) -> Complement | None:
    """A clause as object: "warned that …", "asked whether …", "said …"."""
    verb = group.head
    clause = next((c for c in tree.children[verb] if _is_content(tree, verb, c)), None)
    if clause is None:
        return None
    kind = "say" if tree.lemmas[verb] in verbs("say") else "clausal"
    if group.passive:
        kind = "passive-clausal"
    return Complement(kind, (_content(tree, clause),), (), (), tuple(obliques))


def speech_at(tree: Tree, complement: Complement) -> Complement | None:
    """The event at which somebody speaks ("said at the summit that …"), as a second complement beside what is said."""
    if complement.kind not in ("say", "clausal", "addressee"):
        return None
    for o in complement.obliques:
        if o.marker is None or tree.words[o.marker] not in ("at", "in", "during"):
            continue
        noun = tree.lemmas[o.phrase.head].lower()
        if noun in event_nouns("gathering"):
            return Complement(
                "speech-at", (o.phrase,), (o.marker,), (tree.words[o.marker],), _rest(list(complement.obliques), o)
            )
    return None


def _is_content(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a clause below the verb is its object, not a sentence spliced on with a comma."""
    dep = tree.deps[clause]
    if dep == "xcomp":
        return bool(tree.kids(clause, *SUBJECTS))
    if dep != "ccomp":
        return False
    if not tree.kids(clause, *SUBJECTS) and any(
        tree.tags[c] in ("VBD", "VBZ", "VBP", "MD") for c in (clause, *tree.kids(clause, "aux", "auxpass"))
    ):
        return False
    lemma = tree.lemmas[verb]
    return clause > verb or lemma in verbs("say") or lemma in verbs("speech") or lemma in verbs("addressee")


def _content(tree: Tree, clause: int) -> Phrase:
    """A clause as object; "what it described as a list" has the list for its head."""
    p = clause_phrase(tree, clause)
    if not is_relative(tree, p.start) or tree.deps[p.start] not in ("dobj", "nsubj"):
        return p
    named = tree.kid(clause, "oprd", "attr")
    marker = next((c for c in tree.children[clause] if tree.words[c] == "as" and c > clause), None)
    if named is None and marker is not None:
        named = tree.kid(marker, "pobj")
    return p if named is None else Phrase(named, p.start, p.end)


def _attribution(tree: Tree, group: Group, obliques: list[Oblique], top: int) -> Complement | None:
    """Speech beside or behind what is said: ", Holm warned, ", ", the aide has suggested".

    The parser takes the latter for a relative clause of the last noun at times; such a clause has no comma before it.
    """
    verb = group.head
    lemma = tree.lemmas[verb]
    if tree.deps[verb] == "parataxis" or (tree.deps[verb] == "relcl" and _said_behind(tree, verb)):
        if tree.kid(verb, "dobj", "dative") is not None:
            return None
        if lemma in verbs("say"):
            return Complement("attribution")
        main = verb
        while (
            tree.deps[main] in ("parataxis", "relcl", "dobj", "pobj", "prep", "conj", "attr", "xcomp", "appos")
            and tree.heads[main] != main
        ):
            main = tree.heads[main]
        start, end = tree.left[main], tree.left[verb]
        if lemma in verbs("speech") and start < end and main < end:
            return Complement("clausal", (trimmed(tree, main, start, end),), (), (), tuple(obliques))
    return None


def _said_behind(tree: Tree, verb: int) -> bool:
    """Whether a pronounless relative clause of a verb of speech ends the sentence behind a comma."""
    if tree.lemmas[verb] not in verbs("say") and tree.lemmas[verb] not in verbs("speech"):
        return False
    subject = tree.kid(verb, "nsubj")
    start = tree.left[verb]
    if subject is None or subject > verb or any(is_relative(tree, k) for k in range(start, verb)):
        return False
    between = range(tree.heads[verb] + 1, start)
    return any(tree.words[k] == "," for k in between) and all(
        tree.tags[k] in (".", "_SP", "''")
        for k in range(verb + 1, min(verb + 3, len(tree.words)))
        if tree.heads[k] != verb
    )


def _predicative(tree: Tree, group: Group, obliques: list[Oblique], top: int) -> Complement | None:
    """A copula with its predicate, before a clause of result is looked at ("was so far away that …")."""
    return _copular(tree, group, obliques, top) if tree.lemmas[group.head] in verbs("copular") else None


def _copular(tree: Tree, group: Group, obliques: list[Oblique], top: int) -> Complement | None:
    """A predicate noun or adjective; the adjective's preposition leads to the object ("is interested in oil")."""
    verb = group.head
    complement = tree.kid(verb, "attr", "acomp", "oprd")
    like = next((o for o in obliques if o.marker is not None and tree.words[o.marker] == "like"), None)
    if complement is None and like is not None and like.marker is not None and tree.lemmas[verb] in verbs("copular"):
        return Complement("prepositional", (like.phrase,), (like.marker,), ("like",), _rest(obliques, like))
    if complement is None or is_relative(tree, complement):
        return None
    if tree.lemmas[verb] not in verbs("copular") and tree.deps[complement] == "oprd" and not group.passive:
        return Complement("free-relative") if any(is_relative(tree, c) for c in tree.children[verb]) else None
    kind = "copula" if tree.lemmas[verb] in verbs("copular") else "passive-naming" if group.passive else "copula"
    if tree.tags[complement] in NOMINAL and not tree.tags[complement].startswith("JJ"):
        return Complement(kind, tuple(member_phrases(tree, complement)), (), (), tuple(obliques))
    for c in tree.children[complement]:
        if tree.deps[c] == "prep" and c > complement:
            target = tree.kid(c, "pobj", "pcomp")
            if target is None or is_relative(tree, target) or is_time(tree, target):
                continue
            tokens = [
                k
                for k in range(tree.left[complement], complement + 1)
                if tree.heads[k] == complement or k == complement
            ]
            objects = (
                tuple(member_phrases(tree, target)) if tree.deps[target] == "pobj" else (clause_phrase(tree, target),)
            )
            return Complement(
                "adjective",
                objects,
                (*tokens, c),
                (tree.lemmas[complement], tree.words[c]),
                tuple(obliques),
                complement,
            )
    return Complement(kind, (phrase(tree, complement),), (), (), tuple(obliques))


def _gap(tree: Tree, group: Group, obliques: list[Oblique], top: int) -> Complement | None:
    """The noun of a relative clause without pronoun is its object: "the city he visited", "the firm he works for"."""
    verb = group.head
    if tree.deps[top] != "relcl" or group.passive:
        return None
    own = tree.kid(top, "nsubj")
    if (
        own is None
        or apart(tree, tree.left[verb] - 1)
        or is_relative(tree, own)
        or any(is_relative(tree, k) for k in range(tree.left[verb], own))
    ):
        return None
    noun = antecedent(tree, top)
    if noun is None:
        return None
    stranded = next(
        (
            c
            for c in tree.children[verb]
            if tree.deps[c] == "prep" and c > verb and tree.kid(c, "pobj", "pcomp", "prep") is None
        ),
        None,
    )
    target = phrase(tree, noun)
    if stranded is not None:
        return Complement("prepositional", (target,), (stranded,), (tree.words[stranded],), tuple(obliques))
    if is_time(tree, noun) or tree.words[noun] in ("time", "place", "way", "reason", "moment"):
        return None
    return Complement("active", (target,), (), (), tuple(obliques))


def _relative_obliques(tree: Tree, verb: int) -> list[Oblique]:
    """What "where" and "when" of a relative clause stand for."""
    if tree.deps[verb] != "relcl":
        return []
    adverb = next(
        (c for c in tree.children[verb] if tree.tags[c] == "WRB" and tree.words[c] in ("where", "when")), None
    )
    noun = tree.heads[verb]
    if adverb is None or tree.tags[noun] not in NOMINAL:
        return []
    return [Oblique("place" if tree.words[adverb] == "where" else "time", phrase(tree, noun))]


def _prepositional(tree: Tree, group: Group, obliques: list[Oblique]) -> Complement:
    """A verb with its preposition ("called for talks"), or without any object."""
    verb = group.head
    last = max(group.tokens)
    if any(tree.tags[c] == "WP" and tree.deps[c] == "dobj" for c in tree.children[verb]):
        return Complement("free-relative")
    chosen = object_of(tree, verb, last, obliques)
    if chosen is None or chosen.marker is None:
        return Complement("passive" if group.passive else "intransitive", (), (), (), tuple(obliques))
    tokens = preposition_tokens(tree, chosen.marker)
    head = chosen.phrase.head
    objects = tuple(member_phrases(tree, head)) if tree.tags[head] in NOMINAL else (chosen.phrase,)
    kind = "passive" if group.passive else "prepositional"
    return Complement(kind, objects, tuple(tokens), tuple(tree.words[t] for t in tokens), _rest(obliques, chosen))
