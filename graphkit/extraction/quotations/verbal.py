"""Quotations by the parse: what verbs of saying, thinking, wanting and judging govern."""

from collections.abc import Iterator

from graphkit.extraction.layers import Phrase
from graphkit.extraction.quotations.clausal import (
    clause_frame,
    clause_of,
    clause_range,
    rejoins,
    speaks,
    trailing_frame,
)
from graphkit.extraction.quotations.frames import FRAMES, has_to
from graphkit.extraction.quotations.lexicon import Cue, verbs
from graphkit.extraction.quotations.phrases import (
    Found,
    Page,
    Range,
    agent,
    cue_words,
    is_passive,
    noun_before,
    phrase,
    pieces,
    says,
    subject,
)
from graphkit.extraction.tree import Tree

EXPLETIVES = frozenset({"there"})
TRAILING = frozenset({"relcl", "acl", "ROOT", "conj", "appos", "advcl", "ccomp"})
CLIMB = 8  # nouns between a verb and the head of the phrase before it
FIRST_SECOND = frozenset({"i", "we", "you"})


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
    behind = verb + 1  # "called on the president to resign" is parsed with "on" inside the infinitive
    return behind if behind < len(tree.words) and tree.words[behind] == word and tree.pos[behind] != "VERB" else None


def by_verbs(page: Page) -> Iterator[Found]:
    """Quotations that hang on a verb, at most one a verb."""
    for verb, cue, particle in cues(page.tree):
        found = _active(page, verb, cue, particle) if not is_passive(page.tree, verb) else _passive(page, verb, cue)
        if found is not None:
            yield found


def _active(page: Page, verb: int, cue: Cue, particle: int | None) -> Found | None:
    tree = page.tree
    who = speaker(tree, verb)
    source = None if who is None or tree.words[who] in EXPLETIVES else phrase(tree, who, cue=verb)
    if who is None and "q" in cue.frames:
        source = _beside(tree, verb)
        who = None if source is None else source.head
    if source is None or (has_to(tree, verb) and tree.words[source.head] == "it"):
        return None  # "it is safe to say that"
    if source is not None and tree.words[source.head] in FIRST_SECOND and page.quoted[verb] < 0 and cue.kind != "say":
        return None
    more = () if particle is None else (particle,)
    if source is not None and who is not None and tree.deps[verb] in TRAILING:
        behind = trailing_frame(page, verb, cue, who)
        inner = tree.deps[verb] == "ccomp" and tree.heads[verb] < tree.left[verb]  # "X says …, a poll found"
        if behind is not None and (inner or clause_frame(page, verb, cue) is None):
            return _make(page, verb, cue_words(tree, verb, *more), cue, source, behind[1], "clause")
    for frame in FRAMES:
        found = frame(page, verb, cue)
        if found is not None:
            rule, content, extra = found
            if rule == "clause" and content[0][1] <= verb:
                content = [(content[0][0], source.start if content[0][0] < source.start < verb else verb), *content[1:]]
            cue_tokens = cue_words(tree, verb, *more, *extra)
            return _make(page, verb, cue_tokens, cue, source, content, rule)
    return None


def speaker(tree: Tree, verb: int) -> int | None:
    """Head token of the subject; of ", adding that" the one who said what comes before."""
    host = tree.heads[verb]
    if rejoins(tree, verb):
        return subject(tree, tree.heads[host])
    if (
        tree.tags[verb] == "VBG"
        and tree.deps[verb] == "advcl"
        and tree.words[tree.left[verb] - 1] == ","
        and host < verb
    ):
        while tree.deps[host] in ("ccomp", "conj") and tree.deps[tree.heads[host]] != "amod":
            outer = tree.heads[host]
            if tree.deps[host] == "ccomp" and (outer > host or not speaks(tree, outer)):
                break
            host = outer
        return subject(tree, host)
    return subject(tree, verb)


def _beside(tree: Tree, verb: int) -> Phrase | None:
    """The speaker beside a verb that follows its clause, where the parse made it an apposition or an object."""
    head = clause_of(tree, verb)
    if head is None:
        return None
    if head > verb:
        return _lost_subject(tree, verb)
    behind = tree.child(verb, "dobj", "npadvmod", "attr", "oprd")
    if tree.words[verb - 1] == "," and behind is not None and behind > verb and tree.pos[behind] in ("NOUN", "PROPN"):
        return phrase(tree, behind, cue=verb)  # "…, reports the Herald"
    return noun_before(tree, verb, tree.left[head])


def _lost_subject(tree: Tree, verb: int) -> Phrase | None:
    """The speaker right before a verb of its own sentence, where the parse hung him on a noun further ahead."""
    last = verb - 1
    if tree.deps[verb] != "ROOT" or last < tree.sent[verb] or tree.pos[last] not in ("NOUN", "PROPN"):
        return None
    head = last
    for _ in range(CLIMB):
        if (tree.deps[head] in ("conj", "appos", "ROOT") and tree.pos[head] == "PROPN") or tree.heads[head] > head:
            break
        head = tree.heads[head]
    if tree.pos[head] != "PROPN" or tree.right[head] != verb:
        return noun_before(tree, verb, tree.sent[verb])
    return phrase(tree, head, cue=verb)


def _make(
    page: Page, verb: int, tokens: tuple[int, ...], cue: Cue, source: Phrase | None, content: list[Range], rule: str
) -> Found | None:
    holes: list[Range] = []
    if source is not None and source.start < verb:
        holes.append((source.start, source.end))
    holes += [(t, t + 1) for t in tokens]
    if rule == "inserted":
        holes = []
    if page.quoted[verb] >= 0:  # what somebody quoted says does not reach out of the marks
        within = page.stretches[page.quoted[verb]]
        holes += [(0, within.start), (within.end, len(page.tree.words))]
    got = tuple(p for a, b in content for p in pieces(page, a, b, holes))
    if not got:
        return None
    return Found(verb, tokens, source, got, rule, cue.kind, says(cue, rule))


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
        return _make(page, verb, tokens, cue, source, [clause_range(tree, verb, head)], "clause")
    if patient is None:
        return None
    rest = _passive_rest(tree, verb, cue, by)
    if rest is not None:
        rule, span = rest
        if source is not None and source.head < span[0] < source.end:
            source = Phrase(source.head, source.start, span[0])
        return _make(page, verb, tokens, cue, source, [(tree.left[patient], tree.right[patient]), span], rule)
    if source is not None and {"o", "a"} & cue.frames:
        return _make(page, verb, tokens, cue, source, [(tree.left[patient], tree.right[patient])], "passive")
    return None


def _passive_rest(tree: Tree, verb: int, cue: Cue, by: int | None) -> tuple[str, Range] | None:
    """What completes the passive's subject to a content, also where the parse hung it on the agent."""
    for i in (*tree.children[verb], *(() if by is None else tree.children[by])):
        if i < verb:
            continue
        if (
            tree.deps[i] in ("xcomp", "ccomp")
            and has_to(tree, i)
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
