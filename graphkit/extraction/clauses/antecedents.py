"""What a relative clause is said of, mended where the parser took the wrong noun of two."""

from graphkit.extraction.clauses.phrases import NOMINAL
from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.clauses.words import all_event_nouns, is_person, verbs, word_classes

_COLLECTIVE = frozenset(
    ["group", "team", "family", "couple", "police", "number", "crowd", "pair", "crew", "majority", "rest", "staff"]
)


def antecedent(tree: Tree, verb: int) -> int | None:
    """Head of the noun phrase that a relative clause with the verb `verb` hangs on, mended where it cannot agree.

    The parser takes the wrong noun of two at times: "the leader of the rebels who were killed" hung on "leader" has a
    plural verb, so the nearer noun is meant.
    """
    noun = tree.heads[verb]
    if tree.tags[noun] not in NOMINAL:
        return None
    if tree.words[noun] in ("one", "those", "that") and tree.deps[noun] == "appos":
        noun = tree.heads[noun]  # "a trench, one that failed"
    elif tree.words[noun] == "one" and tree.left[noun] > 1 and tree.words[tree.left[noun] - 1] in ("-", "–", "—"):
        before = tree.left[noun] - 2
        noun = before if tree.tags[before] in ("NN", "NNS") else noun
    pronoun = next(
        (
            k
            for k in range(tree.left[verb], verb)
            if tree.tags[k] in ("WDT", "WP") and tree.deps[k] in ("nsubj", "nsubjpass")
        ),
        None,
    )
    if pronoun is None:
        return noun
    place = tree.words[noun] in word_classes("clause_words.tsv")["place"]
    if (place or tree.ents[noun] in ("GPE", "LOC", "FAC", "DATE")) and tree.lemmas[verb] in verbs("result"):
        above = [k for k in _above(tree, noun) if not tree.ents[k]]
        event = next((k for k in above if tree.lemmas[k].lower() in all_event_nouns()), None)
        if above:
            return above[-1] if event is None else event  # "a blast in Madrid which killed two"
    if tree.lemmas[verb] in verbs("befall") and tree.lemmas[noun].lower() not in all_event_nouns():
        event = next((k for k in _above(tree, noun) if tree.lemmas[k].lower() in all_event_nouns()), None)
        if event is not None:
            return event  # "attacks on people that took place today"
    noun = _of_one_kind(tree, noun, pronoun)
    number = _verb_number(tree, verb)
    if number is None or _agrees(tree, noun, number):
        return noun
    for k in range(pronoun - 1, noun, -1):
        if (
            tree.tags[k] in ("NN", "NNS", "NNP", "NNPS")
            and tree.deps[k] in ("pobj", "conj", "dobj", "appos")
            and _agrees(tree, k, number)
        ):
            return k
    return noun


def of_whole_clause(tree: Tree, verb: int, pronoun: int) -> bool:
    """Whether ", which" takes up all that was told: "missed a penalty, which angered the fans"."""
    if tree.words[pronoun] != "which" or tree.words[pronoun - 1] != "," or tree.lemmas[verb] not in verbs("delighting"):
        return False
    noun = tree.heads[verb]
    return tree.deps[noun] in ("dobj", "pobj") and tree.lemmas[noun].lower() not in all_event_nouns()


def _of_one_kind(tree: Tree, noun: int, pronoun: int) -> int:
    """The noun that "who" or "which" can stand for: not the manager in "the manager of the hotel which burned down"."""
    if tree.words[pronoun] not in ("who", "which", "that"):
        return noun
    personal = tree.words[pronoun] == "who"
    if _is_person(tree, noun) == personal or (personal and tree.ents[noun]) or not tree.tags[noun].startswith("NN"):
        return noun
    for k in range(pronoun - 1, noun, -1):
        if tree.deps[k] == "pobj" and tree.tags[k] in ("NN", "NNS") and _is_person(tree, k) == personal:
            return k
    return noun


def _is_person(tree: Tree, noun: int) -> bool:
    return tree.ents[noun] == "PERSON" or is_person(tree.lemmas[noun])


def _above(tree: Tree, noun: int) -> list[int]:
    """The nouns that a noun depends on through prepositions, nearest first; last the object of the verb."""
    out: list[int] = []
    while tree.deps[noun] in ("pobj", "conj", "appos") and tree.heads[noun] < noun:
        noun = tree.heads[noun]
        if tree.deps[noun] == "prep":
            noun = tree.heads[noun]
        if tree.tags[noun].startswith("VB"):
            told = tree.kid(noun, "attr", "dobj")
            return out if told is None else [*out, told]
        if tree.tags[noun].startswith("NN"):
            out.append(noun)
    return out


def _verb_number(tree: Tree, verb: int) -> str | None:
    finite = next((c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")), verb)
    if tree.words[finite] in ("was", "is", "has", "does", "'s") or (tree.tags[finite] == "VBZ"):
        return "singular"
    if tree.words[finite] in ("were", "are", "have", "do", "'re") or tree.tags[finite] == "VBP":
        return "plural"
    return None


def _agrees(tree: Tree, noun: int, number: str) -> bool:
    plural = tree.tags[noun] in ("NNS", "NNPS") or any(tree.deps[c] == "conj" for c in tree.children[noun])
    if tree.tags[noun] in ("CD", "DT", "JJ", "PRP"):
        return True
    if tree.tags[noun] == "NN" and number == "plural":  # "the group who were": collectives take either
        return plural or tree.words[noun] in _COLLECTIVE
    return plural == (number == "plural")
