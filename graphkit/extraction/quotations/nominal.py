"""Quotations by nouns, adjectives and set phrases: "the claim that", "is confident that", "according to"."""

from collections.abc import Iterator

from graphkit.extraction.layers import Phrase
from graphkit.extraction.quotations.lexicon import Cue, adjectives, light_verbs, nouns
from graphkit.extraction.quotations.phrases import Found, Page, Range, phrase, pieces, says, subject
from graphkit.extraction.tree import Tree

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m", "am"})
STAY = frozenset({"remain", "remains", "remained", "seem", "seems", "seemed", "feel", "feels", "felt"})
CLIMB = 8


def by_nouns(page: Page) -> Iterator[Found]:
    """Quotations whose cue is a noun."""
    tree, table = page.tree, nouns()
    for i, word in enumerate(tree.words):
        if word in table and tree.pos[i] == "NOUN":
            found = _noun(page, i, table[word])
            if found is not None:
                yield found


def _noun(page: Page, noun: int, cue: Cue) -> Found | None:
    tree = page.tree
    source, tokens, owned = _owner(tree, noun)
    complement = _complement(tree, noun, cue, owned=owned)
    if complement is None:
        return None
    rule, content, extra = complement
    got = pieces(page, *content, [])
    if not got:
        return None
    return Found(noun, tuple(sorted({*tokens, *extra})), source, got, rule, cue.kind, says(cue, rule))


def _owner(tree: Tree, noun: int) -> tuple[Phrase | None, tuple[int, ...], bool]:
    """Source of a cue noun, the tokens of the cue, and whether somebody owns it."""
    own = tree.child(noun, "poss")
    if own is not None:
        person = phrase(tree, own)
        cut = [i for i in tree.kids(own, "case") if i == person.end - 1]
        return Phrase(own, person.start, person.end - len(cut)), (noun,), True
    by = next((i for i in tree.kids(noun, "prep") if tree.words[i] in ("by", "from")), None)
    if by is not None and (who := tree.child(by, "pobj")) is not None and tree.pos[who] in ("PROPN", "NOUN"):
        return phrase(tree, who), (noun, by), True
    verb = tree.heads[noun]
    if tree.deps[noun] == "dobj" and tree.words[verb] in light_verbs():
        who = subject(tree, verb)
        if who is not None:
            words = [i for i in tree.children[verb] if tree.deps[i] in ("aux", "neg")]
            before = [i for i in range(verb, noun + 1) if tree.left[noun] <= i or i == verb]
            return phrase(tree, who, cue=verb), tuple(sorted({*words, *before, noun})), True
    there = tree.deps[noun] == "attr" and tree.child(verb, "expl") is not None  # "there were calls for"
    return None, (noun,), there


def _complement(tree: Tree, noun: int, cue: Cue, *, owned: bool) -> tuple[str, Range, tuple[int, ...]] | None:
    before = tree.left[noun] - 1
    remark = (
        before >= 0 and tree.words[before] == "," and tree.words[before + 1] in ("a", "an")
    )  # ", a claim that X denies"
    for i in tree.children[noun]:
        if i < noun:
            continue
        start = tree.left[i]
        first = tree.words[start]
        if (
            not remark
            and tree.deps[i] in ("acl", "relcl", "ccomp")
            and first in ("that", "whether")
            and tree.deps[start] in ("mark", "det")
        ):
            return ("noun-clause", (start, tree.right[i]), ()) if "c" in cue.frames else None
        if tree.deps[i] in ("acl", "relcl", "xcomp") and first in ("to", "not") and "t" in cue.frames and owned:
            return "noun-infinitive", (start, tree.right[i]), ()
        if tree.deps[i] == "prep" and tree.words[i] in cue.prepositions and owned and tree.right[i] > i + 1:
            return "noun-preposition", (i + 1, tree.right[i]), (i,)
    verb = tree.heads[noun]
    if tree.deps[noun] == "nsubj" and tree.words[verb] in BE and "c" in cue.frames and owned:
        for i in tree.kids(verb, "ccomp"):
            if i > verb:
                return "noun-clause", (tree.left[i], tree.right[i]), (verb,)
    return None


def by_adjectives(page: Page) -> Iterator[Found]:
    """Quotations whose cue is a predicative adjective: "is worried about", "are confident that"."""
    tree, table = page.tree, adjectives()
    for i, word in enumerate(tree.words):
        if word not in table or tree.deps[i] not in ("acomp", "ROOT", "ccomp", "conj", "oprd"):
            continue
        cue, verb = table[word], tree.heads[i]
        if tree.deps[i] not in ("acomp", "oprd") or tree.words[verb] not in BE | STAY:
            continue
        complement = _adjective_complement(tree, i, verb, cue)
        who = subject(tree, verb)
        if complement is None or who is None:
            continue
        rule, content, extra = complement
        source = None if tree.words[who] in ("it", "there", "this", "that") else phrase(tree, who, cue=verb)
        if (source is None and rule != "adjective-clause") or (
            source is not None and tree.words[who] in ("i", "we", "you")
        ):
            continue
        got = pieces(page, *content, [])
        if got:
            helpers = tree.kids(verb, "aux", "neg")
            tokens = tuple(sorted({*helpers, verb, i, *extra}))
            yield Found(i, tokens, source, got, rule, cue.kind, says(cue, rule))


def _adjective_complement(tree: Tree, adjective: int, verb: int, cue: Cue) -> tuple[str, Range, tuple[int, ...]] | None:
    for i in (*tree.children[adjective], *tree.children[verb]):
        if i <= adjective:
            continue
        start = tree.left[i]
        if tree.deps[i] == "ccomp" and "c" in cue.frames and start > adjective:
            return "adjective-clause", (start, tree.right[i]), ()
        if tree.deps[i] == "xcomp" and "t" in cue.frames and tree.words[start] in ("to", "not"):
            return "adjective-infinitive", (start, tree.right[i]), ()
        if (
            tree.deps[i] == "prep"
            and tree.words[i] in cue.prepositions
            and tree.right[i] > i + 1
            and i == adjective + 1
        ):
            return "adjective-preposition", (i + 1, tree.right[i]), (i,)
    return None


def by_phrases(page: Page) -> Iterator[Found]:
    """Quotations by "according to X", "in the words of X", "in X's view"."""
    tree = page.tree
    for i, word in enumerate(tree.words):
        if word == "according" and i + 1 < len(tree.words) and tree.words[i + 1] == "to":
            yield from _according(page, i)
        elif word in ("view", "opinion", "words", "telling", "account") and i >= 2 and tree.deps[i] == "pobj":
            own = tree.child(i, "poss") or _of(tree, i)
            marker = tree.heads[i]
            if own is not None and tree.words[marker] in ("in", "by", "to") and tree.words[own] not in ("other", "its"):
                yield from _adjunct(page, marker, own, tuple(sorted({marker, i})), "according-to")


def _of(tree: Tree, noun: int) -> int | None:
    """The noun of an "of" phrase."""
    of = next((i for i in tree.kids(noun, "prep") if tree.words[i] == "of"), None)
    return None if of is None else tree.child(of, "pobj")


def _according(page: Page, at: int) -> Iterator[Found]:
    tree = page.tree
    to = at + 1
    who = tree.child(to, "pobj") if tree.heads[to] == at else tree.child(at, "pobj")
    if who is not None:
        yield from _adjunct(page, at, who, (at, to), "according-to")


def _adjunct(page: Page, marker: int, who: int, cue: tuple[int, ...], rule: str) -> Iterator[Found]:
    """The clause that the adjunct stands in, without the adjunct."""
    tree = page.tree
    start, end = tree.left[marker], max(tree.right[marker], tree.right[who])
    clause = _clause_over(tree, marker)
    first, last = tree.left[clause], tree.right[clause]
    other = [i for i in tree.kids(clause, "conj") if i > end and tree.child(i, "nsubj", "nsubjpass") is not None]
    if other and start > clause:  # "…, according to police, but others …"
        last = min(tree.left[other[0]], *(k for k in (*tree.kids(clause, "cc"), last) if k >= end))
    got = pieces(page, first, last, [(start, end)])
    if got:
        source = phrase(tree, who)
        case = [i for i in tree.kids(who, "case") if i == source.end - 1]
        source = Phrase(source.head, source.start, source.end - len(case))
        yield Found(marker, cue, source, got, rule, "say", saying=True)


def _clause_over(tree: Tree, marker: int) -> int:
    """Head of the clause an adjunct speaks of: the sentence if it stands at its edge, else the one it hangs in."""
    verb = tree.heads[marker]
    first = tree.sent[marker]
    at_edge = tree.left[marker] == first or tree.words[tree.left[marker] - 1] in (",", '"', "-", "—", "–")
    for _ in range(CLIMB):
        if tree.deps[verb] == "ROOT" or tree.heads[verb] == verb:
            break
        is_clause = tree.pos[verb] in ("VERB", "AUX")
        if is_clause and tree.deps[verb] == "conj" and tree.child(verb, "nsubj", "nsubjpass") is not None:
            linked = [k for k in tree.kids(tree.heads[verb], "cc") if k < verb]
            if not (at_edge and linked and tree.words[linked[-1]] == "and" and tree.right[marker] > verb):
                break
        if is_clause and not at_edge and tree.deps[verb] in ("ccomp", "conj", "advcl", "relcl"):
            break
        verb = tree.heads[verb]
    return verb
