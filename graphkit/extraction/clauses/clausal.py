"""Clauses as complements: what is said, warned or asked; small clauses; speech behind or beside what is said."""

from graphkit.extraction.clauses.phrases import apart, clause_phrase, is_relative, member_phrases, phrase, trimmed
from graphkit.extraction.clauses.site import Complement, Site, rest
from graphkit.extraction.clauses.tree import SUBJECTS, VERB_TAGS, Tree
from graphkit.extraction.clauses.words import event_nouns, verbs
from graphkit.extraction.layers import Oblique, Phrase

_ADDING = frozenset({"when", "while", "although", "though", "whereas", "as", "which", "who", "where", "since"})
_UP_TO_MAIN = ("parataxis", "relcl", "dobj", "pobj", "prep", "conj", "attr", "xcomp", "appos")


def small_clause(site: Site) -> Complement | None:
    """As in "called him a liar", "considers the plan dead", "urged Riga to sign": the inner subject is the object.

    What is seen or heard is all of it: "watched her brother fall".
    """
    tree, verb = site.tree, site.verb
    if site.group.passive or site.lemma in verbs("say"):
        return None  # "says members to strike" is what is said
    for c in tree.kids(verb, "oprd", "ccomp", "xcomp"):
        inner = tree.kid(c, "nsubj", "nsubjpass")
        if c < verb or inner is None or inner < verb or is_relative(tree, inner) or apart(tree, tree.left[c] - 1):
            continue
        small = tree.deps[c] == "oprd" or tree.tags[c] not in VERB_TAGS or _infinitive(tree, c)
        if not small or tree.kid(c, "mark", "cop") is not None:
            continue
        remainder = trimmed(tree, c, min(tree.right[inner], c), tree.right[c])
        formal = tree.kid(c, "xcomp", "ccomp", "advcl") if tree.words[inner] == "it" else None
        if formal is not None and site.lemma in verbs("causing") and tree.tags[c].startswith("JJ"):
            return Complement(  # "makes it illegal to sell fireworks"
                "small-clause", (clause_phrase(tree, formal),), (c,), (tree.lemmas[c],), site.obliques
            )
        if site.lemma in verbs("perceiving") and tree.tags[c] != "VBG":
            seen = Oblique("other", phrase(tree, inner))
            return Complement("perceived", (clause_phrase(tree, c),), obliques=(seen, *site.obliques))
        role = "purpose" if tree.tags[c] in VERB_TAGS else "other"
        objects = tuple(member_phrases(tree, inner))
        if site.lemma in verbs("causing") and (tree.tags[c].startswith("JJ") or tree.tags[c] == "VB"):
            more = () if c < inner or remainder.end - remainder.start == 1 else (Oblique(role, remainder),)
            return Complement("small-clause", objects, (c,), (tree.lemmas[c],), (*site.obliques, *more))
        return Complement("small-clause", objects, obliques=(*site.obliques, Oblique(role, remainder)))
    return None


def _infinitive(tree: Tree, verb: int) -> bool:
    if tree.tags[verb] not in ("VB", "VBG", "VBN"):
        return False
    return all(tree.tags[c] in ("TO", "VB") for c in tree.kids(verb, "aux", "auxpass"))


def clausal(site: Site) -> Complement | None:
    """A clause as object: "warned that …", "asked whether …", "said …"."""
    tree, verb = site.tree, site.verb
    clause = next((c for c in tree.children[verb] if _is_content(site, c)), None)
    if clause is None:
        return None
    kind = "say" if site.lemma in verbs("say") else "clausal"
    if site.group.passive:
        kind = "passive-clausal"
    content = _content(tree, clause)
    return Complement(kind, (content if kind == "say" else _without_aside(tree, content),), obliques=site.obliques)


def _without_aside(tree: Tree, p: Phrase) -> Phrase:
    """The content without what a clause behind a comma adds at its end: "…, when the new budget takes effect"."""
    for k in range(p.head + 1, p.end):
        start = tree.left[k]
        closing = tree.deps[k] in ("advcl", "relcl") and tree.right[k] >= p.end and start > p.head
        if closing and tree.words[start - 1] == "," and tree.words[start] in _ADDING:
            return trimmed(tree, p.head, p.start, start)
    return p


def _is_content(site: Site, clause: int) -> bool:
    """Whether a clause below the verb is its object, not a sentence spliced on with a comma."""
    tree = site.tree
    if tree.deps[clause] == "xcomp":
        return bool(tree.kids(clause, *SUBJECTS))
    if tree.deps[clause] != "ccomp":
        return False
    verbal = (clause, *tree.kids(clause, "aux", "auxpass"))
    if not tree.kids(clause, *SUBJECTS, "expl") and any(tree.tags[c] in ("VBD", "VBZ", "VBP", "MD") for c in verbal):
        return False
    if any(
        tree.words[k] in ("such", "so") and tree.heads[k] != clause for k in range(site.verb + 1, tree.left[clause])
    ):
        return False  # "was hit at such speed that its doors came off"
    if site.group.passive and clause < site.verb and tree.kid(site.verb, "nsubjpass") is not None:
        return False  # "this will help; sites should be added to the list"
    return clause > site.verb or any(site.lemma in verbs(kind) for kind in ("say", "speech", "addressee"))


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


def speech_at(tree: Tree, complement: Complement) -> Complement | None:
    """The event at which somebody speaks ("said at the summit that …") as object, what is said as topic."""
    if complement.kind != "say":
        return None
    for o in complement.obliques:
        if o.marker is None or tree.words[o.marker] not in ("at", "in", "during"):
            continue
        if tree.lemmas[o.phrase.head].lower() in event_nouns("gathering"):
            others = rest(complement.obliques, o)
            content = tuple(Oblique("topic", p) for p in complement.objects)
            return Complement("speech-at", (o.phrase,), (o.marker,), (tree.words[o.marker],), (*others, *content))
    return None


def attribution(site: Site) -> Complement | None:
    """Speech beside or behind what is said: ", Holm warned, ", ", the aide has suggested".

    The parser takes the latter for a relative clause of the last noun at times; such a clause has no comma before it.
    """
    tree, verb = site.tree, site.verb
    if tree.deps[verb] != "parataxis" and not (tree.deps[verb] == "relcl" and _said_behind(tree, verb)):
        return None
    if tree.kid(verb, "dobj", "dative") is not None:
        return None
    if site.lemma in verbs("say"):
        return Complement("attribution")
    main = verb
    while tree.deps[main] in _UP_TO_MAIN and tree.heads[main] != main:
        main = tree.heads[main]
    start, end = tree.left[main], tree.left[verb]
    if (site.lemma in verbs("speech") or site.lemma in verbs("wish")) and start <= main < end:
        return Complement("clausal", (trimmed(tree, main, start, end),), obliques=site.obliques)
    return None


def _said_behind(tree: Tree, verb: int) -> bool:
    """Whether a pronounless relative clause of a verb of speech ends the sentence behind a comma."""
    if tree.lemmas[verb] not in verbs("say") and tree.lemmas[verb] not in verbs("speech"):
        return False
    subject = tree.kid(verb, "nsubj")
    start = tree.left[verb]
    if subject is None or subject > verb or any(is_relative(tree, k) for k in range(start, verb)):
        return False
    if not any(tree.words[k] == "," for k in range(tree.heads[verb] + 1, start)):
        return False
    behind = range(verb + 1, min(verb + 3, len(tree.words)))
    return all(tree.tags[k] in (".", "_SP", "''") for k in behind if tree.heads[k] != verb)
