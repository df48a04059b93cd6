"""A parse as the type rules see it: the tree, the entities, lemmas mended by the lexicon, slots of a verb."""

from dataclasses import dataclass

from spacy.tokens import Doc

from graphkit.extraction import gazetteer
from graphkit.extraction.clauses.words import word_classes
from graphkit.extraction.tree import Tree, read
from graphkit.extraction.types import lexicon

KEY = "graphkit.types.words"
_ENDS = frozenset({".", "!", "?"})
_CLOSING = frozenset({'"', "'", "''", "”", ")"})
_PAST = frozenset({"VBD", "VBN"})
_AGENTS = ("man", "woman", "guard", "keeper", "ologist")
_ABSTRACT = frozenset("fqscuir")
_MONEY = frozenset({"$", "£", "€", "million", "billion"})
_AMOUNTS = frozenset(
    {
        *("dozen", "score", "hundred", "thousand", "million", "number", "lot", "series", "group", "couple", "pair"),
        *("handful", "team", "string", "one", "two", "some", "most", "all", "none", "many", "several"),
        *(
            "ton",
            "batch",
            "majority",
            "piece",
            "slice",
            "bit",
            "chunk",
            "cup",
            "glass",
            "bottle",
            "bowl",
            "plate",
            "loaf",
        ),
    }
)
_OF_ENTITY = {
    "GPE": {"state", "place"},
    "NORP": {"state", "person"},
    "ORG": {"state", "thing"},
    "LOC": {"place", "thing"},
    "FAC": {"place", "thing"},
}
_RELATIVE = frozenset({"who", "whom", "which", "that"})


@dataclass(frozen=True, slots=True)
class Words:
    """Tree of a doc, its entity labels and mended lemmas by token index, and where headlines begin."""

    tree: Tree
    ents: list[str]
    lemmas: list[str]
    headlines: frozenset[int] = frozenset()


def read_words(doc: Doc) -> Words:
    """The words of a parsed `doc`; made at the first call and kept with the `doc`."""
    found = doc.user_data.get(KEY)
    if not isinstance(found, Words):
        tree = read(doc)
        ents = [""] * len(doc)
        for ent in doc.ents:
            ents[ent.start : ent.end] = [ent.label_] * (ent.end - ent.start)
        found = doc.user_data[KEY] = Words(tree, ents, _lemmas(tree), _headlines(tree))
    return found


def _headlines(tree: Tree) -> frozenset[int]:
    """First tokens of the sentences that have no full stop: headlines and captions."""
    said = zip(tree.words, tree.sent, strict=True)
    last = {sent: word for word, sent in said if not word.isspace() and word not in _CLOSING}
    return frozenset(sent for sent, word in last.items() if word not in _ENDS)


def _lemmas(tree: Tree) -> list[str]:
    known, forms, irregular = lexicon.verbs(), lexicon.forms(), lexicon.irregular()
    out = []
    for word, lemma, tag in zip(tree.words, tree.lemmas, tree.tags, strict=True):
        if tag[:2] == "VB":
            word_lemma = None
            if lemma == word or lemma not in known:
                word_lemma = (irregular.get(word) if tag in _PAST else None) or forms.get(word)
            out.append(word_lemma or lemma)
        else:
            out.append(lemma)
    return out


def is_verb(words: Words, i: int) -> bool:
    """Whether the token is tagged as a verb."""
    return words.tree.tags[i].startswith("VB")


def antecedent(words: Words, i: int) -> int:
    """Noun that a relative pronoun stands for, else the token itself."""
    tree = words.tree
    if tree.words[i] in _RELATIVE and tree.tags[i] in ("WP", "WDT"):
        at = tree.heads[i]
        for _ in range(4):
            if tree.deps[at] == "relcl":
                return tree.heads[at]
            at = tree.heads[at]
    return i


def is_passive(words: Words, verb: int) -> bool:
    """Whether the verb is a passive: with its auxiliary, or a participle behind its noun."""
    tree = words.tree
    if tree.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if tree.tags[verb] == "VBN" and tree.child(verb, "aux", "dobj") is None:
        if tree.deps[verb] == "conj" and is_verb(words, tree.heads[verb]) and tree.child(verb, "nsubj") is None:
            return is_passive(words, tree.heads[verb])
        return tree.deps[verb] in ("acl", "ROOT", "advcl", "ccomp")
    return False


def subject_of(words: Words, verb: int) -> int | None:
    """Who does it: the subject, the agent of a passive; a shared subject is looked for up the coordination."""
    tree = words.tree
    if is_passive(words, verb):
        agent = tree.child(verb, "agent")
        return None if agent is None else tree.child(agent, "pobj")
    at = verb
    for _ in range(5):
        found = tree.child(at, "nsubj", "csubj")
        if found is not None:
            return antecedent(words, found)
        if tree.deps[at] not in ("conj", "xcomp", "advcl"):
            break
        at = tree.heads[at]
    return None


def object_of(words: Words, verb: int) -> int | None:
    """What it is done to: the direct object, the subject of a passive, the noun of a participle or relative clause."""
    tree = words.tree
    found = tree.child(verb, "dobj", "oprd" if tree.lemmas[verb] == "plead" else "dobj")
    if is_passive(words, verb):
        if found is not None:
            return found
        subject = tree.child(verb, "nsubjpass", "nsubj")
        if subject is not None:
            return antecedent(words, subject)
        if tree.deps[verb] == "acl":
            return tree.heads[verb]
        if tree.deps[verb] == "conj" and is_verb(words, tree.heads[verb]):
            return object_of(words, tree.heads[verb])
        return None
    return _shared_object(words, verb) if found is None else antecedent(words, found)


def _shared_object(words: Words, verb: int) -> int | None:
    """Object of the verb behind "and" that a verb right before the "and" shares: "struck and killed a cyclist"."""
    tree = words.tree
    if verb + 2 >= len(tree.words) or tree.words[verb + 1] not in ("and", "or"):
        return None
    joined = next((c for c in tree.children[verb] if c > verb and tree.deps[c] == "conj"), None)
    if joined != verb + 2 or tree.lemmas[verb] in word_classes("verb_classes.tsv")["alone"]:
        return None
    return tree.child(joined, "dobj")


def counted(words: Words, noun: int) -> int:
    """The noun that an amount is of ("dozens of tanks": tanks), else the noun itself."""
    tree = words.tree
    if words.lemmas[noun].lower() not in _AMOUNTS:
        return noun
    of = next((c for c in tree.children[noun] if c > noun and tree.words[c] == "of"), None)
    below = None if of is None else tree.child(of, "pobj")
    return noun if below is None or words.lemmas[below].lower() in _AMOUNTS else below


def classes_of(words: Words, noun: int) -> frozenset[str]:
    """Object classes of a noun: by its name, the table, WordNet."""
    noun = counted(words, noun)
    tree, lemma = words.tree, words.lemmas[noun].lower()
    out = set(lexicon.classes().get(lemma, ()))
    ent = words.ents[noun]
    if ent == "PERSON" or tree.tags[noun] == "PRP":
        out.add("person" if tree.words[noun] not in ("it", "itself") else "thing")
        return frozenset(out)
    if ent in _OF_ENTITY:
        return frozenset(out | _OF_ENTITY[ent])
    return _of_word(words, noun, lemma, out)


def _of_word(words: Words, noun: int, lemma: str, out: set[str]) -> frozenset[str]:
    """Object classes of a common noun; `out` has those of the table."""
    tree = words.tree
    sense = lexicon.senses().get(lemma)
    if "doer" in out:
        return frozenset(out | {"person", "state", "thing"})
    people = gazetteer.nouns().get(lemma)
    if people is not None and people[0] != "no":
        return frozenset(out | ({"person"} if people[0] == "person" else {"person", "state", "thing"}))
    if words.ents[noun] == "MONEY" or tree.words[noun] in _MONEY:
        out |= {"money", "thing"}
    elif tree.tags[noun] in ("CD", "WP") or (sense is None and lemma.endswith(_AGENTS) and len(lemma) > 5):
        out.add("person")
    elif sense is None:
        out.add("thing" if tree.tags[noun] in ("NN", "NNS") else "person")
    elif sense.kind in "pg" and lemma not in lexicon.nouns():
        out |= {"person"} if sense.kind == "p" or out & {"troops"} else {"person", "state", "thing"}
    else:
        out.add("thing")
        vague = sense.kind == "e" and lemma not in lexicon.nouns()
        if (vague or sense.kind in _ABSTRACT) and not out & {"target", "weapon", "person"}:
            out.add("abstract")
        if sense.kind == "l" or out & {"target"}:
            out.add("place")
    if lemma in lexicon.classes() and "figurative" in lexicon.classes()[lemma]:
        out.add("abstract")
    return frozenset(out)


def prepositions(words: Words, head: int) -> list[tuple[str, int | None]]:
    """Prepositions, particles and verb-bound adverbs of a head with what they govern."""
    tree = words.tree
    out: list[tuple[str, int | None]] = []
    for c in tree.children[head]:
        if tree.deps[c] in ("prep", "dative", "agent") and tree.tags[c] in ("IN", "TO", "RP", "VBG"):
            governed = tree.child(c, "pobj", "pcomp")
            if governed is None or words.ents[governed] not in ("DATE", "TIME"):
                out.append((tree.words[c], governed))
        elif tree.deps[c] == "prt" or (tree.deps[c] == "advmod" and tree.tags[c] in ("RP", "RB") and c == head + 1):
            out.append((tree.words[c], None))
    return out
