"""Clauses that the parser hung on the wrong verb, where auxiliaries or the order of the clauses show the right one."""

from graphkit.extraction.clauses.words import verbs

_MOST_STEPS = 6  # verbs above that are looked at
_TELLING = frozenset({"had", "will", "would"})  # auxiliaries that parallel clauses share


def mend_parallel(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """The second of two parallel clauses, hung on a clause inside the first.

    In "said she had read reports that the dam was unsafe and had done nothing", the second "had" goes on the first.
    """
    words, _, tags, deps, _ = columns
    for v, dep in enumerate(deps):
        if dep != "conj" or not tags[v].startswith("VB") or any(deps[c].startswith("nsubj") for c in children[v]):
            continue
        wanted = _auxiliary(words, deps, children, v)
        inner = heads[v]
        if wanted is None or not tags[inner].startswith("VB") or _auxiliary(words, deps, children, inner) is not None:
            continue
        outer = inner
        for _ in range(_MOST_STEPS):
            outer = heads[outer]
            if tags[outer].startswith("VB") and _auxiliary(words, deps, children, outer) == wanted:
                _move(heads, children, v, outer)
                break


def mend_result(columns: list[list[str]], heads: list[int], children: list[list[int]]) -> None:
    """What came of the clause before its comma, hung on the main verb: "resigned after a dam burst, killing 63"."""
    words, lemmas, tags, deps, _ = columns
    for v, tag in enumerate(tags):
        if tag != "VBG" or deps[v] != "advcl" or lemmas[v] not in verbs("result") or v == 0 or words[v - 1] != ",":
            continue
        main = heads[v]
        if main > v:
            continue
        for inner in range(v - 2, main, -1):
            if tags[inner] in ("VBD", "VBZ") and deps[inner] == "advcl":
                if any(deps[c] in ("nsubj", "nsubjpass") and tags[c].startswith("NN") for c in children[inner]):
                    _move(heads, children, v, inner)
                break


def _auxiliary(words: list[str], deps: list[str], children: list[list[int]], verb: int) -> str | None:
    return next((words[c] for c in children[verb] if deps[c] == "aux" and c < verb and words[c] in _TELLING), None)


def _move(heads: list[int], children: list[list[int]], child: int, verb: int) -> None:
    old = heads[child]
    children[old] = [c for c in children[old] if c != child]
    heads[child] = verb
    children[verb] = sorted([*children[verb], child])
