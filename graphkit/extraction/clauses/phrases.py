"""Noun phrases and clauses used as one: their extent, their members, what a relative pronoun stands for."""

from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.layers import Phrase

MOST_MEMBERS = 24  # of one coordination that are split: a longer list is no sentence
NOMINAL = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "WP", "DT", "WDT", "JJ", "PRP$", "$", "EX", "JJR", "JJS", "FW", "ADD"}
)
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_MARKS = frozenset({",", ":", ";", "-", "--", "–", "—", "...", "…", ".", "/", "|", "*", "•"})
_QUOTES = frozenset({'"', "'", "''", "``", "`"})
_CUT = frozenset({"relcl", "conj", "cc", "parataxis", "preconj"})


def phrase(tree: Tree, head: int, *, whole: bool = False) -> Phrase:
    """The noun phrase of `head` without relative clauses, appositions behind a comma and, unless `whole`, conjuncts."""
    start, end = tree.left[head], tree.right[head]
    for c in tree.children[head]:
        if c < head:
            if tree.deps[c] in ("preconj", "cc", "advcl", "relcl", "parataxis", "ccomp", "nsubj") or (
                tree.deps[c] in ("mark", "cc")
            ):
                start = max(start, tree.right[c])
        elif _ends_phrase(tree, head, c, whole=whole):
            end = tree.left[c]
            break
    inner = next(
        (k for k in range(head + 1, end) if tree.deps[k] == "relcl" and tree.left[k] > head and tree.heads[k] != head),
        None,
    )
    if inner is not None and tree.right[inner] >= end - 1:
        end = tree.left[inner]
    return trimmed(tree, head, start, end)


def _ends_phrase(tree: Tree, head: int, child: int, *, whole: bool) -> bool:
    """Whether what follows from `child` on belongs no more to the phrase of `head`."""
    dep, before = tree.deps[child], tree.left[child] - 1
    if dep in ("conj", "cc"):
        return not whole and not _one_entity(tree, head, child)
    if dep in _CUT or dep in ("cop", "nsubj", "aux", "ccomp", "advcl"):
        return not (dep == "ccomp" and not apart(tree, before))
    if dep == "acl":
        return apart(tree, before) and tree.tags[child] != "TO"
    if dep == "appos":
        return apart(tree, before) or tree.words[before] == "("
    if dep == "punct" and tree.words[child] in ("(", ":", ";", "—", "–", "--"):
        return True
    return (
        dep == "prep"
        and apart(tree, before)
        and tree.words[child] in ("including", "with", "after", "before", "according", "like", "such")
    )


def apart(tree: Tree, before: int) -> bool:
    """Whether the token `before` is a mark that sets the next part off."""
    return before >= 0 and tree.words[before] in _MARKS


def _one_entity(tree: Tree, first: int, last: int) -> bool:
    a, b = sorted((first, last))
    return all(tree.ents[k] and not tree.ent_starts[k] for k in range(a + 1, b + 1))


def trimmed(tree: Tree, head: int, start: int, end: int) -> Phrase:
    """The range without marks, blanks and half quotes at its ends."""
    words = tree.words
    while start < head and (
        words[start] in _MARKS or tree.tags[start] == "_SP" or words[start] in (")", "'s", "and", "or", "but")
    ):
        start += 1
    while end - 1 > head and (
        words[end - 1] in _MARKS or tree.tags[end - 1] == "_SP" or words[end - 1] in ("(", "and", "or")
    ):
        end -= 1
    opened = sum(words[k] in ('"', "``", "''") for k in range(start, end))
    if opened % 2:
        if start < head and words[start] in _QUOTES:
            start += 1
        elif end - 1 > head and words[end - 1] in _QUOTES:
            end -= 1
    while start < head and tree.tags[start] == "_SP":
        start += 1
    if words[start] == "(" and start < head:
        start += 1
    if words[end - 1] == ")" and "(" not in words[start:end] and end - 1 > head:
        end -= 1
    if "(" in words[start:end] and ")" not in words[start:end]:
        end = max(head + 1, start + words[start:end].index("("))
    while end - 1 > head and (words[end - 1] in _MARKS or tree.tags[end - 1] == "_SP"):
        end -= 1
    return Phrase(head, start, end)


def clause_phrase(tree: Tree, verb: int) -> Phrase:
    """A clause used as a phrase: all of its subtree."""
    return trimmed(tree, verb, tree.left[verb], tree.right[verb])


def members(tree: Tree, head: int) -> list[int]:
    """Heads of the members of a coordination of noun phrases, the first one itself; at most `MOST_MEMBERS`."""
    out = [head]
    at: int | None = head
    while at is not None and len(out) < MOST_MEMBERS:
        following = [
            c
            for c in tree.children[at]
            if tree.deps[c] == "conj" and c > at and tree.tags[c] in NOMINAL and not _one_entity(tree, at, c)
        ]
        out.extend(following)
        at = following[-1] if following else None
    return out


def member_phrases(tree: Tree, head: int) -> list[Phrase]:
    """One phrase a member of the coordination."""
    found = members(tree, head)
    if len(found) == 1:
        return [phrase(tree, head)]
    return [phrase(tree, h) for h in found]


def is_relative(tree: Tree, i: int) -> bool:
    """Whether token `i` is a relative or interrogative pronoun."""
    return tree.tags[i] in RELATIVE_TAGS


def antecedent(tree: Tree, verb: int) -> int | None:
    """Head of the noun phrase that a relative clause with the verb `verb` hangs on, mended where it cannot agree.

    The parser takes the wrong noun of two at times: "the leader of the rebels who were killed" hung on "leader" has a
    plural verb, so the nearer noun is meant.
    """
    noun = tree.heads[verb]
    if tree.tags[noun] not in NOMINAL:
        return None
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
        return plural or tree.words[noun] in (
            "group",
            "team",
            "family",
            "couple",
            "police",
            "number",
            "crowd",
            "pair",
            "crew",
            "majority",
            "rest",
            "staff",
        )
    return plural == (number == "plural")
