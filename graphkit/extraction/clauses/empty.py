"""Verbs that tell nothing: with a subject that stands for nothing, or amid what is no sentence."""

from graphkit.extraction.clauses.groups import read_group
from graphkit.extraction.clauses.modality import is_negated
from graphkit.extraction.clauses.prepositional import concerned
from graphkit.extraction.clauses.site import Complement
from graphkit.extraction.clauses.subjects import Subject
from graphkit.extraction.clauses.tree import VERB_TAGS, Tree
from graphkit.extraction.clauses.words import verbs, word_classes


def told_above(tree: Tree, verb: int, subject: Subject | None) -> bool:
    """Whether the clause of a word above tells it: "is interested in buying it", "has nothing to do with it"."""
    above = tree.heads[verb]
    if tree.lemmas[verb] == "do" and tree.lemmas[tree.heads[above]] == "have" and concerned(tree, above) == verb:
        return True
    adjective = tree.deps[tree.heads[above]] in ("acomp", "oprd")
    return subject is not None and subject.how == "gerund" and tree.deps[verb] == "pcomp" and adjective


def of_nobody(tree: Tree, verb: int, subject: Subject) -> str | None:
    """Why a verb with this subject is told of nobody; None where it is of somebody."""
    head, word = subject.head, tree.words[subject.head]
    empty = word == "it" and (is_expletive(tree, verb) or is_expletive(tree, tree.heads[head]))
    if tree.deps[head] == "expl" or empty:
        return "expletive subject"
    let = [c for c in tree.kids(verb, "nsubj", "dobj") if c > verb] if tree.lemmas[verb] == "let" else []
    us = word == "'s" or (word == "us" and tree.lemmas[tree.heads[verb]] == "let")
    if us or any(tree.words[c] in ("'s", "us") for c in let):
        return "imperative"  # "let's look at it"
    return "no sentence" if is_junk(tree, verb) else None


def says_nothing(tree: Tree, chain: list[int], subject: Subject, complement: Complement) -> str | None:
    """Why a verb with this complement tells nothing; None where it does."""
    verb, kind = chain[-1], complement.kind
    speaks = tree.lemmas[verb] in verbs("say") or tree.lemmas[verb] == "ask"
    if kind == "attribution" or (kind == "intransitive" and len(chain) == 1 and speaks):
        return "attribution"
    if _says_not_what(tree, verb, complement):
        return "attribution"
    if kind == "free-relative":
        return "free relative"
    what = tree.deps[subject.head] == "csubj" and tree.words[tree.left[subject.head]] == "what"
    if kind == "copula" and what:
        return "told by the clause before it"  # "What Berg wanted was peace"
    undone = subject.how == "gerund" and is_negated(tree, [read_group(tree, verb)], subject.head, None)
    loose = tree.lemmas[verb] == "be" or (subject.how in ("infinitive", "purpose", "gerund") and not undone)
    bare = kind in ("intransitive", "passive") and not complement.objects and subject.how == "participle"
    manner = bare and all(o.role == "manner" for o in complement.obliques)
    described = kind == "passive-naming" and subject.how == "participle" and "as" not in complement.words
    property_ = described and tree.tags[complement.objects[0].head].startswith("JJ")
    if described and tree.lemmas[verb] in ("name", "call") and tree.tags[complement.objects[0].head] == "NNP":
        return "nothing said of the subject"  # "a woman named Ann Holm"
    return "nothing said of the subject" if (kind == "intransitive" and loose) or manner or property_ else None


def _says_not_what(tree: Tree, verb: int, complement: Complement) -> bool:
    """As in "said in a statement", "was quoted as saying", "was quoted by the paper as saying"."""
    kind, words = complement.kind, complement.words
    object_ = complement.objects[0].head if complement.objects else verb
    if kind == "passive" and words == ("as",):
        return tree.lemmas[object_] in verbs("say")
    if kind == "passive-agent" and tree.lemmas[verb] in ("quote", "cite"):
        return any(tree.lemmas[o.phrase.head] in verbs("say") for o in complement.obliques)
    written = kind == "prepositional" and words == ("in",) and tree.lemmas[verb] in verbs("say")
    return written and tree.words[object_] in word_classes("clause_words.tsv")["medium"]


def is_junk(tree: Tree, verb: int) -> bool:
    """Whether the words around are an address of the web or a table pasted as text."""
    near = tree.words[max(0, verb - 12) : verb + 12]
    if near.count("-") >= 7:
        return True
    return sum(w in ("/", "|", "_", "-") for w in near) >= 4 and sum(w in ("/", "|", "_") for w in near) >= 2


def is_expletive(tree: Tree, verb: int) -> bool:
    """As in "It is clear that …", "It was Oslo that …", "It seems …": the pronoun stands for nothing."""
    below = [c for c in tree.children[verb] if c > verb]
    if any(tree.deps[c] == "auxpass" for c in tree.children[verb]):
        return any(tree.deps[c] == "ccomp" for c in below)
    if tree.lemmas[verb] != "be":
        return tree.lemmas[verb] in ("seem", "appear", "happen", "emerge", "take", "rain", "snow", "turn")
    if any(tree.deps[c] in ("ccomp", "csubj", "xcomp") for c in below):
        return True
    for c in below:
        inner = [k for k in tree.children[c] if tree.tags[k] in VERB_TAGS and k > c]
        if tree.deps[c] == "acomp" and any(tree.deps[k] in ("ccomp", "xcomp", "csubj", "advcl") for k in inner):
            return True
        det = tree.kid(c, "det", "poss")
        bare = det is None or (
            tree.words[det] == "the" and any(tree.words[tree.left[k]] in ("who", "that") for k in inner)
        )
        if tree.deps[c] == "attr" and any(tree.deps[k] == "ccomp" or (bare and tree.deps[k] == "relcl") for k in inner):
            return True
    return False
