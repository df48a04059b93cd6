"""Whether a frame of the lexicon fits a verb of the text: its object, subject, prepositions."""

from graphkit.extraction.types import lexicon
from graphkit.extraction.types.figures import of_sense
from graphkit.extraction.types.words import Words, classes_of, counted, object_of, prepositions, subject_of

_NEAR = 8
Around = list[tuple[str, int | None]]


def fits(words: Words, verb: int, frame: lexicon.Frame, around: Around) -> bool:
    """Whether all conditions of a frame hold for a verb."""
    return all(_holds(words, verb, slot, wanted, around) for slot, wanted in frame.conditions)


def _holds(words: Words, verb: int, slot: str, wanted: frozenset[str], around: Around) -> bool:
    tree = words.tree
    if slot == "prep":
        if any(word in wanted for word, _ in around):
            return True
        if any(words.lemmas[noun] in wanted for _, noun in around if noun is not None):
            return True
        thing = object_of(words, verb)  # a parse may give "to Riga" to the object
        behind = (*tree.children[verb], *(tree.children[thing] if thing is not None else ()))
        return any(tree.words[c] in wanted for c in behind if c > verb)
    if slot == "to":
        thing = object_of(words, verb)
        governed = around if thing is None else [*around, *prepositions(words, thing)]
        return any(is_one(words, noun, wanted) for _, noun in governed if noun is not None)
    if slot == "subj":
        subject = subject_of(words, verb)
        return subject is not None and is_one(words, subject, wanted)
    object_ = object_of(words, verb)
    if slot == "noobj":
        return object_ is None
    if slot == "plain":
        return tree.child(verb, "oprd", "xcomp", "ccomp", "acomp") is None
    if slot == "clause":
        return tree.child(verb, "xcomp", "ccomp") is not None
    if slot == "word":
        return any(words.lemmas[i].lower() in wanted for i in range(verb + 1, min(tree.right[verb], verb + _NEAR)))
    if object_ is None:
        return False
    if slot == "objword":
        return any(tree.words[i] in wanted for i in range(verb, min(tree.right[verb], verb + 7)))
    return is_one(words, object_, wanted)


def is_one(words: Words, noun: int, wanted: frozenset[str]) -> bool:
    """Whether a noun is one of the words, object classes (@person) or kinds of WordNet (@n) that are wanted."""
    noun = counted(words, noun)
    if words.lemmas[noun].lower() in wanted:
        return True
    kinds = [name[1:] for name in wanted if name.startswith("@")]
    if of_sense(words, noun, wanted):
        return True
    return bool(kinds) and not classes_of(words, noun).isdisjoint(kinds)
