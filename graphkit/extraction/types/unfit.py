"""Acts that cannot be meant, by what they are done to: "attacked the soup", "restricted herself to one cup"."""

from functools import cache

from graphkit.extraction.types import lexicon
from graphkit.extraction.types.frames import is_one
from graphkit.extraction.types.values import Value
from graphkit.extraction.types.words import Words, classes_of, is_verb, object_of, subject_of

_SAFE = frozenset({"person", "state", "weapon", "violent", "troops", "target", "relief", "territory"})
_STATES = frozenset({"GPE", "NORP", "ORG"})
_NUMBERS = frozenset({"PERCENT", "QUANTITY", "MONEY"})
_BETWEEN_STATES = frozenset({"COOPERATE", "RETREAT"})


@cache
def _rows() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Type or ``type/mode`` → slots with the kinds that do not fit them."""
    out: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for kind, slot, names in lexicon.rows("plover_unfit.tsv"):
        out.setdefault(kind, []).append((slot, frozenset(names.split(","))))
    return {kind: tuple(found) for kind, found in out.items()}


def unfit(words: Words, head: int, found: Value) -> str | None:
    """Why an act told by `head` itself cannot be meant of what it is done to; None where it can."""
    if len(found.trace) != 1:
        return None
    plain = found.trace[0].startswith("request-operator")  # "recommended the trout"
    if not plain and found.word.split("_")[0] != words.lemmas[head].lower():
        return None
    why = found.trace[0].partition(": ")[2]
    if why.startswith(("frame ", "noun frame")) and not why.startswith("frame of"):
        return None  # a frame names its words
    if why.startswith("frame of") and found.mode is None and found.type in ("REJECT", "REQUEST"):
        return None
    rows = (*_rows().get(found.type, ()), *(_rows().get(f"{found.type}/{found.mode}", ()) if found.mode else ()))
    for slot, kinds in rows:
        noun = _filler(words, head, slot)
        if noun is not None and _is_unfit(words, head, noun, slot, kinds) and not _of_state(words, head, found):
            return (
                f"not done to {words.tree.words[noun]}" if slot != "subj" else f"not done by {words.tree.words[noun]}"
            )
    return None


def _filler(words: Words, head: int, slot: str) -> int | None:
    tree, verbal = words.tree, is_verb(words, head)
    if slot in ("obj", "self"):
        return object_of(words, head) if verbal else None
    if slot in ("subj", "alone"):
        return subject_of(words, head) if verbal else None
    if verbal and slot != "with":
        return None
    below = next((c for c in tree.children[head] if c > head and tree.words[c] == slot), None)
    return None if below is None else tree.child(below, "pobj")


def _is_unfit(words: Words, head: int, noun: int, slot: str, kinds: frozenset[str]) -> bool:
    tree = words.tree
    if slot == "self":
        return tree.words[noun] in kinds
    if slot == "alone":
        one = tree.tags[noun] == "NN" or words.ents[noun] == "PERSON" or tree.words[noun] in ("he", "she", "i")
        return one and "person" in classes_of(words, noun) and tree.words[head + 1 : head + 2] in [[k] for k in kinds]
    if words.ents[noun] in _NUMBERS:
        return {"@u", "@c"} <= kinds  # "shot 35 percent"
    if words.ents[noun] or tree.tags[noun] not in ("NN", "NNS"):
        return False
    return classes_of(words, noun).isdisjoint(_SAFE) and is_one(words, noun, kinds)


def _of_state(words: Words, head: int, found: Value) -> bool:
    """Whether a state or organisation acts, which trades and withdraws things as well."""
    if found.type not in _BETWEEN_STATES:
        return False
    doer = subject_of(words, head) if is_verb(words, head) else None
    return doer is not None and words.ents[doer] in _STATES
