"""Named events: a head noun with a name, a place, a year or a number ("the CSTO summit", "World War II")."""

from graphkit.extraction.events.nouns import listed
from graphkit.extraction.types.words import Words

_NUMERALS = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "one", "two"})
_PROPER = frozenset({"NNP", "NNPS"})
_NATIONAL = frozenset({"NORP"})


def named_event(words: Words, head: int) -> tuple[int, int] | None:
    """Range of tokens of the name of an event, without its article; None where the noun has none."""
    tree = words.tree
    if tree.tags[head] not in ("NN", "NNS", "NNP", "NNPS"):
        return None
    recurring = _recurring(words, head)
    if recurring is not None:
        return recurring
    if words.ents[head] in ("PERSON", "GPE", "DATE", "TIME", "WORK_OF_ART", "PRODUCT"):
        return None
    lemma = words.lemmas[head].lower()
    led = _led(words, head)
    if led is not None:
        return led
    if lemma not in listed("nameable") and lemma.removesuffix("s") not in listed("nameable"):
        return None
    start = _first_name(words, head)
    end = head + 1
    if end < len(tree.words) and tree.words[end] in _NUMERALS and tree.tags[end] in ("NNP", "CD", "NN"):
        end += 1
    if start == head and end == head + 1:
        return None
    if lemma in listed("bodies") and words.ents[head] == "ORG" and tree.tags[start] != "CD":
        return None
    determiner = tree.child(head, "det")
    if determiner is not None and tree.words[determiner] in ("a", "an", "another", "any", "no", "some", "every"):
        return None
    if tree.tags[head] in ("NN", "NNS") and not _name_enough(words, start, head):
        return None
    return start, end


def _recurring(words: Words, head: int) -> tuple[int, int] | None:
    """Names of events that come again, with their year or number: "the 2014 Oscars", "the World Cup"."""
    tree = words.tree
    known = listed("recurring")
    if f"{tree.words[head]}s" in known and words.lemmas[tree.heads[head]].lower() in listed("staged"):
        return (head, head + 1) if tree.deps[head] in ("compound", "nmod") else None
    start = head
    if tree.words[head] not in known:
        start = head - 1
        if start < 0 or f"{tree.words[start]}_{tree.words[head]}" not in known or tree.tags[head] not in _PROPER:
            return None
    if start > 0 and (tree.tags[start - 1] == "CD" or tree.words[start - 1][:1].isdigit()):
        start -= 1
    return start, head + 1


def _led(words: Words, head: int) -> tuple[int, int] | None:
    """Names that begin with their kind: "Operation Cedar", "Hurricane Ida"."""
    tree = words.tree
    if tree.tags[head] in _PROPER and tree.words[head] in listed("leading"):
        of = next((c for c in tree.children[head] if c == head + 1 and tree.words[c] == "of"), None)
        place = None if of is None else tree.child(of, "pobj")
        if place is not None and tree.tags[place] in _PROPER:
            return head, place + 1
    start = head
    while start > 0 and tree.tags[start - 1] in _PROPER and tree.sent[start - 1] == tree.sent[head]:
        start -= 1
    if start == head or tree.words[start] not in listed("leading") or tree.tags[head] not in _PROPER:
        return None
    end = head + 1
    while end < len(tree.words) and tree.tags[end] in _PROPER and tree.sent[end] == tree.sent[head]:
        end += 1
    return (start, end) if tree.words[start] != "storm" else None


def _first_name(words: Words, head: int) -> int:
    """First token of the names and years right before the head."""
    tree = words.tree
    start = head
    while start > 0 and tree.sent[start - 1] == tree.sent[head]:
        before = start - 1
        proper = tree.tags[before] in _PROPER or words.ents[before] in ("GPE", "ORG", "NORP", "EVENT", "LOC")
        year = tree.tags[before] == "CD" and len(tree.words[before]) == 4 and tree.words[before].isdigit()
        kept = proper or year or (tree.words[before] in ("-", "–") and start < head)
        if not kept or tree.tags[before] in ("DT", "POS", "IN", ",") or tree.words[before] == "the":
            break
        start = before
    return start


def _name_enough(words: Words, start: int, head: int) -> bool:
    """Whether more than a nationality stands before a small-letter head: "Russian attack" is no name."""
    tree = words.tree
    kinds = {words.ents[i] for i in range(start, head)}
    if kinds <= _NATIONAL or kinds <= {"PERSON"}:
        return False
    return any(tree.deps[i] in ("compound", "nmod", "nummod", "amod", "poss") for i in range(start, head))
