"""Quotations by the parse: what verbs of saying, thinking, wanting and judging govern."""

from collections.abc import Iterator

from graphkit.extraction.layers import Phrase
from graphkit.extraction.quotations.lexicon import Cue, verbs
from graphkit.extraction.quotations.phrases import (
    Found,
    Page,
    Range,
    agent,
    cue_words,
    is_passive,
    phrase,
    pieces,
    says,
    subject,
)
from graphkit.extraction.tree import Tree

EXPLETIVES = frozenset({"it", "there"})
FIRST_SECOND = frozenset({"i", "we", "you"})
INSERTED_LONGEST = 14  # tokens of ", X said," inside a clause, apposition included
ADDED = frozenset({"VBG"})


def cues(tree: Tree) -> Iterator[tuple[int, Cue, int | None]]:
    """Every verb of the text that may be a cue, with its entry and the token of its particle."""
    table = verbs()
    for i, word in enumerate(tree.words):
        if word in table and tree.tags[i].startswith("VB") and tree.deps[i] not in ("amod", "compound", "aux"):
            for particle, cue in table[word]:
                at = None if particle is None else _particle(tree, i, particle)
                if particle is None or at is not None:
                    yield i, cue, at
                    break


def _particle(tree: Tree, verb: int, word: str) -> int | None:
    for i in tree.children[verb]:
        if tree.words[i] == word and i > verb and tree.deps[i] in ("prt", "prep", "acomp", "advmod", "oprd", "ccomp"):
            return i
    return None


def by_verbs(page: Page) -> Iterator[Found]:
    """Quotations that hang on a verb, at most one a verb."""
    for verb, cue, particle in cues(page.tree):
        found = _active(page, verb, cue, particle) if not is_passive(page.tree, verb) else _passive(page, verb, cue)
        if found is not None:
            yield found


def _active(page: Page, verb: int, cue: Cue, particle: int | None) -> Found | None:
    tree = page.tree
    who = subject(tree, verb)
    source = None if who is None or tree.words[who] in EXPLETIVES else phrase(tree, who, cue=verb)
    if source is None and not (who is not None and tree.words[who] == "it"):
        return None
    if source is not None and tree.words[source.head] in FIRST_SECOND and page.quoted[verb] < 0 and cue.kind != "say":
        return None
    more = () if particle is None else (particle,)
    for frame in (
        _clause,
        _person_infinitive,
        _infinitive,
        _small_clause,
        _as,
        _object_preposition,
        _preposition,
        _object,
    ):
        found = frame(page, verb, cue)
        if found is not None:
            rule, content, extra = found
            if who is not None and source is None and rule != "clause":
                return None
            cue_tokens = cue_words(tree, verb, *more, *extra)
            return _make(page, verb, cue_tokens, cue, source, content, rule)
    return None


def _make(
    page: Page, verb: int, tokens: tuple[int, ...], cue: Cue, source: Phrase | None, content: list[Range], rule: str
) -> Found | None:
    holes: list[Range] = []
    if source is not None and source.start < verb:
        holes.append((source.start, source.end))
    holes += [(t, t + 1) for t in tokens]
    if rule == "inserted":
        holes = []
    got = tuple(p for a, b in content for p in pieces(page, a, b, holes))
    if not got:
        return None
    return Found(verb, tokens, source, got, rule, cue.kind, says(cue, rule))


Frame = tuple[str, list[Range], tuple[int, ...]]


def clause_of(tree: Tree, verb: int) -> int | None:
    """Head of the clause that the verb governs, before or behind it, also where the parse put it on its addressee."""
    for i in tree.children[verb]:
        if tree.deps[i] == "ccomp" and (
            tree.pos[i] in ("VERB", "AUX") or tree.child(i, "nsubj", "cop", "mark") is not None
        ):
            return i
    for i in tree.kids(verb, "dobj", "dative"):
        for k in tree.kids(i, "relcl", "acl"):
            if tree.words[tree.left[k]] in ("that", "whether") and tree.deps[tree.left[k]] == "mark":
                return k
    return None


def _clause(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    if "c" in cue.frames or "q" in cue.frames:
        head = clause_of(tree, verb)
        if head is not None and ("c" in cue.frames or head < verb) and not _is_small_clause(tree, verb, head, cue):
            return "clause", [_clause_range(tree, verb, head)], ()
    if "q" in cue.frames and tree.deps[verb] in ("parataxis", "ccomp", "advcl", "dep"):
        return _inserted(tree, verb)
    return None


def _is_small_clause(tree: Tree, verb: int, head: int, cue: Cue) -> bool:
    """As in "urged voters to stay", "called it wrong": a clause by its label only."""
    to = next((i for i in tree.kids(head, "aux") if tree.words[i] == "to"), None)
    return head > verb and to is not None and "u" in cue.frames


def _clause_range(tree: Tree, verb: int, head: int) -> Range:
    start, end = tree.left[head], tree.right[head]
    if head > verb:
        start = max(start, verb + 1)
        end = min([end, *(cut for cut in _tails(tree, head) if cut > start)])
    elif end > verb:
        end = min(end, tree.right[verb]) if head < verb else end
    return start, end


def _tails(tree: Tree, head: int) -> Iterator[int]:
    """Where ", adding that …" and ", according to …" begin that the parse hung into the clause."""
    for i in tree.children[head]:
        start = tree.left[i]
        if i > head and start > 0 and tree.words[start - 1] == ",":
            goes_on = tree.deps[i] == "advcl" and start == i and tree.tags[i] in ADDED and _speaks(tree, i)
            if goes_on or tree.words[i] == "according":
                yield start


def _speaks(tree: Tree, verb: int) -> bool:
    return any("q" in cue.frames for _, cue in verbs().get(tree.words[verb], ()))


def _inserted(tree: Tree, verb: int) -> Frame | None:
    """As in "Oslo, Holm said, will pay": the clause around the inserted one."""
    host = tree.heads[verb]
    own = tree.child(verb, "nsubj")
    start, end = tree.left[verb], tree.right[verb]
    if own is None or end - start > INSERTED_LONGEST or not tree.left[host] <= start < end <= tree.right[host]:
        return None
    if tree.deps[verb] in ("advcl", "ccomp", "dep") and (
        start == 0 or tree.words[start - 1] != "," or tree.left[verb] != tree.left[own]
    ):
        return None
    if tree.child(verb, "mark", "advmod") is not None and tree.deps[verb] == "advcl":
        return None
    return "inserted", cut_around(tree, host, start, end), ()


def cut_around(tree: Tree, host: int, start: int, end: int) -> list[Range]:
    """The two parts of the host's clause before and behind an inserted range."""
    return [(tree.left[host], start), (end, tree.right[host])]


def _to(tree: Tree, verb: int) -> bool:
    return any(tree.words[i] == "to" for i in tree.kids(verb, "aux"))


def _infinitive(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    for i in tree.kids(verb, "xcomp", "advcl"):
        if i > verb and "t" in cue.frames and _to(tree, i) and (tree.deps[i] == "xcomp" or tree.left[i] == verb + 1):
            return "infinitive", [(max(tree.left[i], verb + 1), tree.right[i])], ()
        if i > verb and "g" in cue.frames and tree.tags[i] == "VBG" and tree.deps[i] == "xcomp":
            return "gerund", [(max(tree.left[i], verb + 1), tree.right[i])], ()
    return None


def _person_infinitive(page: Page, verb: int, cue: Cue) -> Frame | None:
    """As in "urged voters to stay", also where the parse made the person the subject of the infinitive."""
    tree = page.tree
    if "u" not in cue.frames:
        return None
    for i in tree.kids(verb, "xcomp", "ccomp", "advcl"):
        if i < verb or not _to(tree, i):
            continue
        person = tree.child(i, "nsubj", "nsubjpass") or tree.child(verb, "dobj") or _object_of_on(tree, verb)
        if person is not None and verb < person < i:
            return "person-infinitive", [(tree.left[person], tree.right[i])], ()
    return None


def _object_of_on(tree: Tree, verb: int) -> int | None:
    on = next((i for i in tree.kids(verb, "prep") if tree.words[i] in ("on", "for")), None)
    return None if on is None else tree.child(on, "pobj")


def _small_clause(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    if "n" not in cue.frames:
        return None
    for i in tree.kids(verb, "oprd", "ccomp", "xcomp"):
        object_ = tree.child(verb, "dobj") or tree.child(i, "nsubj")
        if (
            i > verb
            and object_ is not None
            and object_ > verb
            and (tree.deps[i] == "oprd" or tree.pos[i] != "VERB" or not _to(tree, i))
        ):
            return "small-clause", [(min(tree.left[object_], tree.left[i]), tree.right[i])], ()
    return None


def _as(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    object_ = tree.child(verb, "dobj")
    if "a" not in cue.frames or object_ is None:
        return None
    for i in (*tree.children[verb], *tree.children[object_]):
        if tree.words[i] == "as" and i > object_ and tree.deps[i] in ("prep", "mark"):
            return "as", [(tree.left[object_], tree.right[i])], ()
    return None


def _object_preposition(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    object_ = tree.child(verb, "dobj")
    if not cue.after_object or object_ is None or object_ < verb:
        return None
    for i in (*tree.children[verb], *tree.children[object_]):
        if tree.words[i] in cue.after_object and i > object_ and tree.deps[i] == "prep":
            return "object-preposition", [(tree.left[object_], tree.right[i])], ()
    return None


def _preposition(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    for i in tree.children[verb]:
        if tree.words[i] in cue.prepositions and tree.deps[i] in ("prep", "prt") and i > verb and tree.right[i] > i + 1:
            inner = tree.child(i, "pobj", "pcomp", "prep")
            if inner is not None and tree.words[inner] not in ("what", "which", "whom"):
                return "preposition", [(i + 1, tree.right[i])], (i,)
    return None


def _object(page: Page, verb: int, cue: Cue) -> Frame | None:
    tree = page.tree
    object_ = tree.child(verb, "dobj")
    if "o" not in cue.frames or object_ is None or object_ < verb:
        return None
    if tree.tags[object_] in ("WP", "WDT") or tree.words[object_].endswith(("self", "selves")):
        return None
    return "object", [(tree.left[object_], tree.right[object_])], ()


def _passive(page: Page, verb: int, cue: Cue) -> Found | None:
    """As in "is expected to win", "was criticized by X", "was accused of fraud", "it is said that"."""
    tree = page.tree
    by = agent(tree, verb)
    source = None if by is None else phrase(tree, by)
    extra = () if by is None else (tree.heads[by],)
    tokens = cue_words(tree, verb, *extra)
    patient = tree.child(verb, "nsubjpass", "nsubj")
    if patient is None and tree.deps[verb] == "acl":
        return _reduced(page, verb, cue, source, tokens)
    head = clause_of(tree, verb)
    if head is not None and "c" in cue.frames:
        return _make(page, verb, tokens, cue, source, [_clause_range(tree, verb, head)], "clause")
    if patient is None:
        return None
    rest = _passive_rest(tree, verb, cue)
    if rest is not None:
        rule, span = rest
        return _make(page, verb, tokens, cue, source, [(tree.left[patient], tree.right[patient]), span], rule)
    if source is not None and {"o", "a"} & cue.frames:
        return _make(page, verb, tokens, cue, source, [(tree.left[patient], tree.right[patient])], "passive")
    return None


def _passive_rest(tree: Tree, verb: int, cue: Cue) -> tuple[str, Range] | None:
    """What completes the passive's subject to a content."""
    for i in tree.children[verb]:
        if i < verb:
            continue
        if (
            tree.deps[i] in ("xcomp", "ccomp")
            and _to(tree, i)
            and ({"u", "t"} & cue.frames or cue.kind in ("say", "think", "know"))
        ):
            return "raising", (tree.left[i], tree.right[i])
        if tree.deps[i] == "prep" and tree.words[i] in cue.after_object:
            return "object-preposition", (i, tree.right[i])
        if tree.words[i] == "as" and "a" in cue.frames and tree.deps[i] == "prep":
            return "as", (i, tree.right[i])
        if tree.deps[i] == "oprd" and "n" in cue.frames:
            return "small-clause", (tree.left[i], tree.right[i])
    return None


def _reduced(page: Page, verb: int, cue: Cue, source: Phrase | None, tokens: tuple[int, ...]) -> Found | None:
    """As in "the plan proposed by Oslo": the noun is what the agent says or judges."""
    tree = page.tree
    noun = tree.heads[verb]
    if source is None or not {"o", "a"} & cue.frames:
        return None
    return _make(page, verb, tokens, cue, source, [(tree.left[noun], tree.left[verb])], "passive")
