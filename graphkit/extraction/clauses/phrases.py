"""Noun phrases and clauses used as one: their extent, their members, what a relative pronoun stands for."""

from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.clauses.words import is_doer
from graphkit.extraction.layers import Phrase

MOST_MEMBERS = 24  # of one coordination that are split: a longer list is no sentence
NOMINAL = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "WP", "DT", "WDT", "JJ", "PRP$", "$", "EX", "JJR", "JJS", "FW", "ADD"}
)
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_MARKS = frozenset({",", ":", ";", "-", "--", "–", "—", "...", "…", ".", "/", "|", "*", "•"})
_DASHES = frozenset({"-", "--", "–", "—"})
_QUOTES = frozenset({'"', "'", "''", "``", "`"})
_CAUSES = frozenset({"due", "because", "despite", "amid", "according", "thanks"})
_BEFORE = frozenset({"preconj", "cc", "advcl", "relcl", "parataxis", "ccomp", "nsubj", "mark", "neg"})
_CUT = frozenset({"relcl", "conj", "cc", "parataxis", "preconj"})


def phrase(tree: Tree, head: int, *, whole: bool = False) -> Phrase:
    """The noun phrase of `head` without relative clauses, appositions behind a comma and, unless `whole`, conjuncts."""
    start, end = tree.left[head], tree.right[head]
    for c in tree.children[head]:
        if c < head:
            if tree.deps[c] in _BEFORE or (tree.deps[c] == "prep" and tree.words[tree.right[c]] == ","):
                start = max(start, tree.right[c])
        elif _ends_phrase(tree, head, c, whole=whole):
            end = tree.left[c]
            break
    end = _cut_inside(tree, head, end)
    return trimmed(tree, head, start, end)


def _cut_inside(tree: Tree, head: int, end: int) -> int:
    """Where relative clauses, loose participles and examples deeper in the phrase begin, if they close it."""
    for k in range(head + 1, end):
        left = tree.left[k]
        if tree.words[k] == "including" and left == k and apart(tree, k - 1):
            return k
        if left <= head or tree.right[k] < end - 1 or tree.heads[k] == head:
            continue
        dep = tree.deps[k]
        if dep == "relcl" or (
            dep == "acl" and tree.tags[k] in ("VBN", "VBD", "VBG") and tree.deps[tree.heads[k]] == "pobj"
        ):
            return left
        if dep in ("advcl", "acl") and apart(tree, left - 1):
            return left
        if dep == "appos" and apart(tree, left - 1) and tree.tags[left] == "DT" and tree.kid(k, "conj") is None:
            return left  # "missiles of the Lynx class, a pillar of the navy"
    return end


def _ends_phrase(tree: Tree, head: int, child: int, *, whole: bool) -> bool:
    """Whether what follows from `child` on belongs no more to the phrase of `head`."""
    dep, before = tree.deps[child], tree.left[child] - 1
    if dep == "neg" and child > head:
        return True  # "the treaty, not the protocol"
    if dep in ("conj", "cc"):
        return not whole and not _one_entity(tree, head, child)
    if dep == "relcl" and _needed(tree, head, child):
        return False
    if dep in _CUT or dep in ("cop", "nsubj", "aux", "ccomp", "advcl"):
        return not (dep == "ccomp" and not apart(tree, before))
    if dep == "acl":
        return apart(tree, before) and tree.tags[child] != "TO"
    if dep == "appos":
        return apart(tree, before) or tree.words[before] == "("
    if dep == "prep" and tree.words[child] == "on" and tree.deps[head] == "dobj":
        day = tree.kid(child, "pobj")
        if day is not None and tree.ents[day] == "DATE":
            return True  # "reached a deal on Sunday under which …"
    if dep == "npadvmod" and child > head:
        return tree.ents[child] in ("DATE", "TIME")  # "an argument Thursday evening"
    if dep == "punct" and tree.words[child] in ("(", ":", ";", "—", "–", "--"):
        return True
    if dep == "prep" and tree.words[child] in _CAUSES:
        return True
    return (
        dep == "prep"
        and apart(tree, before)
        and tree.words[child] in ("including", "with", "after", "before", "according", "like", "such")
    )


def _needed(tree: Tree, head: int, relative: int) -> bool:
    """Whether a noun says nothing without its relative clause: "countries that were part of the empire"."""
    start = tree.left[relative]
    bare = tree.left[head] == head and tree.tags[head] in ("NN", "NNS") and not tree.ents[head]
    return bare and start == head + 1 and tree.words[start] in ("who", "that", "which")


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
        words[end - 1] in _MARKS or tree.tags[end - 1] in ("_SP", "POS") or words[end - 1] in ("(", "and", "or", "but")
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
    named = _name_behind_role(tree, head)
    out = [head] if named is None else [named]
    at: int | None = out[0]
    while at is not None and len(out) < MOST_MEMBERS:
        following = [c for c in tree.children[at] if c > at and _goes_on(tree, at, c)]
        out.extend(following)
        at = following[-1] if following else None
    return out


def _goes_on(tree: Tree, member: int, c: int) -> bool:
    """Whether `c` is the next member of a list; so is a name behind a name ("Ann Holm, Jan Berg and …")."""
    if tree.deps[c] == "appos" and (tree.words[tree.left[c] - 1] == "not" or _in_headline(tree, member, c)):
        return True
    if tree.deps[c] == "appos":
        return (
            tree.ents[c] == tree.ents[member] == "PERSON"
            and apart(tree, tree.left[c] - 1)
            and tree.kid(c, "conj", "cc", "appos") is not None
        )
    if _inserted(tree, member, c):
        return False
    return tree.deps[c] == "conj" and tree.tags[c] in NOMINAL and not _one_entity(tree, member, c)


def _inserted(tree: Tree, member: int, c: int) -> bool:
    """Whether a member begins between dashes and ends behind them: "the Union's – and now Oslo's – fleet"."""
    start = tree.left[c]
    joined = any(tree.words[k] == "and" and tree.words[k - 1] in _DASHES for k in range(member + 1, c))
    return joined and any(tree.words[k] in _DASHES for k in range(start, c))


def _in_headline(tree: Tree, member: int, c: int) -> bool:
    """Whether a headline joins two subjects with a comma: "EU, Norway sign deal"; not "Oslo, Norway, hosts it"."""
    names = tree.ents[member] in ("GPE", "ORG") and tree.ents[c] in ("GPE", "ORG")
    verb, behind = tree.heads[member], tree.right[c]
    if not names or tree.deps[member] != "nsubj" or tree.tags[verb] not in ("VB", "VBP") or behind != verb:
        return False
    return tree.words[tree.right[verb] - 1] != "." and tree.tags[member] == "NNP"


def _name_behind_role(tree: Tree, head: int) -> int | None:
    """The name that two roles are said of: "engineer and scientist Ann Holm"."""
    second = tree.kid(head, "conj")
    if (
        second is None
        or tree.tags[head] != "NN"
        or tree.kid(head, "det", "poss", "nummod") is not None
        or tree.ents[head]
    ):
        return None
    role = tree.kid(second, "compound")
    named = tree.tags[second] == "NNP" and tree.ents[second] == "PERSON" and role is not None
    return second if named and tree.tags[tree.left[second]] in ("NN", "JJ") else None


def member_phrases(tree: Tree, head: int) -> list[Phrase]:
    """One phrase a member of the coordination."""
    found = members(tree, head)
    if len(found) > 1 and _share_parts(tree, found):
        return [phrase(tree, found[0], whole=True)]
    return [phrase(tree, _named_place(tree, h)) for h in found]


def _share_parts(tree: Tree, found: list[int]) -> bool:
    """Whether things of a list share a number, an article, what follows or a head.

    As in "190 papers and patents", "its use and sale in Oslo", "trade and security talks".
    """
    if any(tree.tags[h] not in ("NN", "NNS") or tree.ents[h] or is_doer(tree.lemmas[h]) for h in found):
        return False
    if any(tree.kid(h, "det", "poss", "nummod") is not None for h in found[1:]):
        return False
    if tree.left[found[0]] < found[0] or tree.kid(found[-1], "prep", "acl") is not None:
        return True
    return any(tree.deps[c] in ("amod", "compound", "nmod") for c in tree.children[found[-1]])


def _named_place(tree: Tree, head: int) -> int:
    """The name of a place behind what it is: "Norway's capital, Oslo"."""
    if tree.ents[head] or tree.tags[head] != "NN":
        return head
    name = next((c for c in tree.kids(head, "appos") if c > head and apart(tree, tree.left[c] - 1)), None)
    return name if name is not None and tree.ents[name] in ("GPE", "LOC", "FAC") and tree.tags[name] == "NNP" else head


def is_relative(tree: Tree, i: int) -> bool:
    """Whether token `i` is a relative or interrogative pronoun."""
    return tree.tags[i] in RELATIVE_TAGS
