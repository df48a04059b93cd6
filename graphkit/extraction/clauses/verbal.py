"""Clauses of one verb: subject, relation and complement put together, one clause a pair of members."""

from graphkit.extraction.clauses.clausal import speech_at
from graphkit.extraction.clauses.complements import find_complement
from graphkit.extraction.clauses.confidence import confidence
from graphkit.extraction.clauses.empty import of_nobody, says_nothing, told_above
from graphkit.extraction.clauses.gapping import gapped, is_swallowed, meant_by_what
from graphkit.extraction.clauses.groups import Group, is_particle, read_group, verb_chain
from graphkit.extraction.clauses.modality import denies, is_hypothetical, is_negated
from graphkit.extraction.clauses.obliques import find_obliques
from graphkit.extraction.clauses.phrases import clause_phrase, member_phrases, phrase, trimmed
from graphkit.extraction.clauses.site import Complement
from graphkit.extraction.clauses.subjects import Subject, find_subject
from graphkit.extraction.clauses.tree import SUBJECTS, VERB_TAGS, Tree
from graphkit.extraction.clauses.words import SAY_RULE, verbs
from graphkit.extraction.layers import Clause, Oblique, Phrase, Skip

_ACTIVE = frozenset({"VBD", "VBP", "VBZ", "VBG", "VB"})
MOST_PAIRS = 48  # subject and object members of one verb that are paired; beyond it objects go with the first subject


def verb_clauses(tree: Tree, verb: int) -> list[Clause] | Skip | None:
    """The clauses whose content word is `verb`; a Skip where it gives none; None where another's clause holds it."""
    if _goes_on(tree, verb) or tree.deps[verb] in ("aux", "auxpass", "amod", "compound", "punct"):
        return None
    subject = find_subject(tree, verb)
    if told_above(tree, verb, subject):
        return None
    reason = "no subject" if subject is None else of_nobody(tree, verb, subject)
    if subject is None or reason is not None:
        return Skip(tree.left[verb], tree.right[verb], reason or "")
    chain = _full_chain(tree, verb)
    groups = [read_group(tree, v) for v in chain if v == verb or tree.tags[v] in VERB_TAGS]
    complement = find_complement(tree, groups[-1], chain[0])
    meant = meant_by_what(tree, verb) if complement.kind == "free-relative" else None
    if meant is not None:
        complement = Complement("active", (meant,), obliques=complement.obliques)
    reason = says_nothing(tree, chain, subject, complement)
    if reason is not None:
        return Skip(tree.left[verb], tree.right[verb], reason)
    found = _assemble(tree, subject, chain, groups, speech_at(tree, complement) or complement)
    more = gapped(tree, verb, found)
    return [*(c for c in found if not (more and is_swallowed(tree, c))), *more]


def _goes_on(tree: Tree, verb: int) -> bool:
    """Whether a verb below shares this one's subject, so that one clause tells both ("declined to endorse")."""
    below = [c for c in tree.children[verb] if c > verb and tree.tags[c] in VERB_TAGS]
    adjective = tree.kid(verb, "acomp", "oprd")
    if adjective is not None:
        below += [c for c in tree.children[adjective] if tree.tags[c] in VERB_TAGS]
    return any(verb in verb_chain(tree, c)[:-1] for c in below)


def _full_chain(tree: Tree, verb: int) -> list[int]:
    """The chain of `verb`; the second of "agreed to stop and leave" has the first one's governors."""
    chain = verb_chain(tree, verb)
    if len(chain) == 1 and tree.deps[verb] == "conj" and not tree.kids(verb, *SUBJECTS):
        first = tree.heads[verb]
        if tree.tags[first] == tree.tags[verb] and tree.tags[verb] in ("VB", "VBG"):
            return [*verb_chain(tree, first)[:-1], verb]
    return chain


def _assemble(
    tree: Tree, subject: Subject, chain: list[int], groups: list[Group], complement: Complement
) -> list[Clause]:
    objects: tuple[Phrase | None, ...] = complement.objects or (None,)
    subjects = _subjects(tree, subject, chain)
    model = _model(tree, subject, chain, groups, complement)
    out: list[Clause] = []
    for p in subjects:
        for o in objects:
            if len(out) >= MOST_PAIRS and p is not subjects[0] and o is not objects[0]:
                continue
            if o is not None and (o.head == p.head or (o.start <= p.head < o.end) or (p.start <= o.head < p.end)):
                continue
            negated = is_negated(tree, groups, p.head, None if o is None else o.head)
            negated = negated or any(denies(tree, c) for c in tree.kids(chain[-1], "dobj"))  # "held no talks with Oslo"
            kind = model.rule if o is not None or model.obliques else "bare"
            out.append(
                Clause(  # not `replace`, which is slow
                    model.trigger,
                    model.chain,
                    model.relation,
                    model.predicate,
                    p,
                    o,
                    model.voice,
                    model.obliques,
                    negated,
                    is_hypothetical(tree, groups, chain[:-1], subject.how, negated),
                    confidence(tree, kind, p, o),
                    SAY_RULE if complement.kind == SAY_RULE else model.rule,
                )
            )
    return out


def _model(tree: Tree, subject: Subject, chain: list[int], groups: list[Group], complement: Complement) -> Clause:
    """What the clauses of all pairs of ends have in common."""
    trigger = chain[-1] if complement.trigger is None else complement.trigger
    return Clause(
        trigger=trigger,
        chain=tuple(chain) if trigger in chain else (*chain, trigger),
        relation=_relation(tree, chain, groups, complement),
        predicate=_predicate(tree, chain, groups[-1], complement),
        subject=phrase(tree, subject.head),
        object=None,
        voice="passive" if groups[-1].passive else "active",
        obliques=_with_outer(tree, chain, complement.obliques),
        rule=complement.kind if subject.how == "own" else f"{complement.kind}/{subject.how}",
    )


def _subjects(tree: Tree, subject: Subject, chain: list[int]) -> list[Phrase]:
    """The members of the subject, each without the participle clause that is said of it."""
    found = member_phrases(tree, subject.head)
    if tree.tags[subject.head] in VERB_TAGS:
        found = [clause_phrase(tree, subject.head)]
    if subject.how in ("participle", "relative"):
        found = [p for p in found if p.start < chain[0]] or found  # "steps taken by Oslo, as well as sales"
    return [*_comma_subjects(tree, found[0], chain[0]), *(_before(tree, p, chain[0]) for p in found)]


def _comma_subjects(tree: Tree, p: Phrase, verb: int) -> list[Phrase]:
    """The first of two subjects that a headline joins with a comma: "Norway, Sweden sign deal"."""
    comma = p.start - 1
    if comma < 1 or tree.words[comma] != "," or tree.deps[verb] != "ROOT":
        return []
    other = next(
        (c for c in tree.kids(verb, "intj", "dep", "npadvmod", "nsubj") if tree.right[c] in (comma, comma + 1)), None
    )
    same = other is not None and tree.tags[other] == tree.tags[p.head] and tree.ents[other] == tree.ents[p.head] != ""
    return [phrase(tree, other)] if other is not None and same and tree.left[other] == tree.left[verb] else []


def _before(tree: Tree, p: Phrase, verb: int) -> Phrase:
    """The phrase without the participle clause that is said of it."""
    if p.head < verb < p.end:
        holder = next((c for c in tree.children[p.head] if tree.left[c] <= verb < tree.right[c]), verb)
        return trimmed(tree, p.head, p.start, max(p.head + 1, tree.left[holder]))
    return p


def _relation(tree: Tree, chain: list[int], groups: list[Group], complement: Complement) -> tuple[int, ...]:
    tokens = {t for group in groups for t in group.tokens} | set(chain) | set(complement.tokens)
    first, verb = chain[0], chain[-1]
    if (tree.deps[first] == "conj" and len(groups[0].tokens) == 1) or (tree.deps[verb] == "conj" and len(chain) > 1):
        tokens |= _shared_auxiliaries(tree, first if tree.deps[first] == "conj" else verb)
    return tuple(sorted(tokens))


def _shared_auxiliaries(tree: Tree, verb: int) -> set[int]:
    """As in "has expanded and accelerated": the second verb's "has"; only where the forms fit."""
    at = verb
    for _ in range(6):
        if tree.deps[at] != "conj":
            break
        at = tree.heads[at]
        if tree.tags[at] != tree.tags[verb] or tree.kids(verb, *SUBJECTS):
            return set()
        aux = {c for c in tree.children[at] if tree.deps[c] in ("aux", "auxpass")}
        if aux:
            return aux
    return set()


def _predicate(tree: Tree, chain: list[int], group: Group, complement: Complement) -> str:
    """Lemmas of the content words: governors that add only likelihood are left out, light verbs too."""
    words: list[str] = []
    for v in chain[:-1]:
        if tree.lemmas[v] == "be" or (
            tree.lemmas[v] in verbs("raising") and not (tree.tags[v] in _ACTIVE and tree.lemmas[v] in verbs("raised"))
        ):
            continue
        words.extend((tree.lemmas[v], "to" if group.to or tree.tags[chain[-1]] == "VB" else ""))
    if complement.trigger is not None and complement.kind == "light":
        words.append(tree.lemmas[complement.trigger])
    elif complement.kind != "adjective" or tree.lemmas[chain[-1]] not in verbs("copular"):
        words.append(tree.lemmas[chain[-1]])
    if complement.kind == "light":
        return " ".join(w for w in (*words, *complement.words) if w).lower()
    words.extend(tree.words[c] for c in tree.children[chain[-1]] if is_particle(tree, chain[-1], c))
    words.extend(complement.words)
    return " ".join(w for w in words if w).lower()


def _with_outer(tree: Tree, chain: list[int], obliques: tuple[Oblique, ...]) -> tuple[Oblique, ...]:
    """The obliques of the governors, and of the verb whose front is shared ("On Monday X came and saw")."""
    out = list(obliques)
    for v in chain[:-1]:
        if tree.tags[v] in VERB_TAGS:
            out.extend(find_obliques(tree, v))
    first = chain[0]
    if tree.deps[first] == "conj" and tree.tags[tree.heads[first]] in VERB_TAGS and not tree.kids(first, *SUBJECTS):
        governor = tree.heads[first]
        out.extend(o for o in find_obliques(tree, governor) if o.phrase.end <= governor and o.role in ("time", "place"))
    seen: set[int] = set()
    unique = [o for o in out if not (o.phrase.head in seen or seen.add(o.phrase.head))]  # type: ignore[func-returns-value]
    return tuple(sorted(unique, key=lambda o: o.phrase.start))
