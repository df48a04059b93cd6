"""A parse read once into plain lists, because attributes of spaCy tokens are slow to ask for one by one."""

from dataclasses import dataclass

from spacy.tokens import Doc

from graphkit.extraction.strings import strings_of

KEY = "graphkit.tree"
NOMINAL = frozenset({"det", "poss", "amod", "compound", "nummod"})


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a `Doc` and its dependency tree, all by token index.

    Attributes
    ----------
    words, tags, pos, deps
        Lower-case form, fine tag, coarse tag, dependency label.
    lemmas
        Lower-case lemma.
    heads
        Index of the head; a root is its own head.
    children
        Indices of the dependents in text order.
    left, right
        Half-open range of the subtree.
    sent
        Index of the first token of the sentence.
    line
        Number of the line (paragraph) a token stands in.
    spaced
        Whether white space follows the token.
    """

    words: list[str]
    lemmas: list[str]
    tags: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]
    left: list[int]
    right: list[int]
    sent: list[int]
    line: list[int]
    spaced: list[bool]

    def child(self, head: int, *deps: str) -> int | None:
        """First dependent of `head` with one of the labels, None if there is none."""
        for i in self.children[head]:
            if self.deps[i] in deps:
                return i
        return None

    def kids(self, head: int, *deps: str) -> list[int]:
        """Dependents of `head` with one of the labels, in text order."""
        return [i for i in self.children[head] if self.deps[i] in deps]


def read(doc: Doc) -> Tree:
    """The tree of a parsed `doc`; made at the first call and kept with the `doc`."""
    tree = doc.user_data.get(KEY)
    if not isinstance(tree, Tree):
        tree = _read(doc)
        doc.user_data[KEY] = tree
    return tree


def _read(doc: Doc) -> Tree:
    strings = strings_of(doc)
    table = doc.to_array(["HEAD", "SENT_START", "SPACY"]).astype("int64")
    lower = {word: word.lower() for word in {*strings["ORTH"], *strings["LEMMA"]}}
    words = [lower[word] for word in strings["ORTH"]]
    heads = [i + offset for i, offset in enumerate(table[:, 0].tolist())]
    starts = table[:, 1].tolist()
    children: list[list[int]] = [[] for _ in words]
    for i, h in enumerate(heads):
        if h != i:
            children[h].append(i)
    tags, deps = strings["TAG"], list(strings["DEP"])
    _mend_gerunds(tags, deps, children)
    left, right = _edges(heads)
    sent, line = [], []
    first = number = 0
    for i, word in enumerate(words):
        if starts[i] == 1:
            first = i
        sent.append(first)
        line.append(number)
        number += "\n" in word or "\r" in word
    return Tree(
        words=words,
        lemmas=[lower[word] for word in strings["LEMMA"]],
        tags=tags,
        pos=strings["POS"],
        deps=deps,
        heads=heads,
        children=children,
        left=left,
        right=right,
        sent=sent,
        line=line,
        spaced=[bool(x) for x in table[:, 2].tolist()],
    )


def _mend_gerunds(tags: list[str], deps: list[str], children: list[list[int]]) -> None:
    """A bare "-ing" form behind a preposition that was taken for its noun: "prevented the helicopter from landing"."""
    for i, tag in enumerate(tags):
        if tag == "VBG" and deps[i] == "pobj" and not any(deps[k] in NOMINAL for k in children[i]):
            deps[i] = "pcomp"


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """Half-open ranges of all subtrees, from the leaves up; each token is handed to its head once."""
    left = list(range(len(heads)))
    right = [i + 1 for i in left]
    waiting = [0] * len(heads)
    for i, h in enumerate(heads):
        waiting[h] += h != i
    ready = [i for i, n in enumerate(waiting) if not n]
    while ready:
        i = ready.pop()
        h = heads[i]
        if h == i:
            continue
        left[h] = min(left[h], left[i])
        right[h] = max(right[h], right[i])
        waiting[h] -= 1
        if not waiting[h]:
            ready.append(h)
    return left, right
