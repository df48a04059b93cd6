"""The clause that a cue verb governs, before, around or behind it, and where it ends.

A frame gives the rule that fired, the ranges of the content and further tokens of the cue; None where it is not there.
"""

from collections.abc import Iterator

from graphkit.extraction.quotations.lexicon import Cue, verbs
from graphkit.extraction.quotations.phrases import RELATIVE, Page, Range
from graphkit.extraction.tree import Tree

THAT_AHEAD = 8  # tokens between "that" and the clause the parse saw
TRAILING_LONGEST = 10  # tokens behind ", X said"
INSERTED_LONGEST = 14  # tokens of ", X said," inside a clause, apposition included
OCCASIONS = frozenset({"in", "on", "to", "during", "at", "after", "before"})  # "said in a statement that"
ADDED = frozenset({"VBG"})
PRONOUNS = frozenset({"i", "we", "you", "he", "she", "they", "it"})

Frame = tuple[str, list[Range], tuple[int, ...]]


def clause_of(tree: Tree, verb: int) -> int | None:
    """Head of the clause that the verb governs, before or behind it, also where the parse put it on its addressee."""
    for i in tree.children[verb]:
        if tree.deps[i] == "csubj" and i < verb and "," in tree.words[i:verb]:
            return i  # "…, Holm has said", where the parse made the clause a subject
        if tree.deps[i] == "ccomp" and _is_clause(tree, verb, i):
            return i
        if tree.deps[i] == "advcl" and i > verb and any(tree.words[k] == "that" for k in tree.kids(i, "mark")):
            return i  # "said only that"
    as_saying = next((i for i in tree.kids(verb, "prep") if tree.words[i] == "as"), None)
    if as_saying is not None and (said := tree.child(as_saying, "pcomp")) is not None and speaks(tree, said):
        return tree.child(said, "ccomp")  # "quoted an official as saying"
    return _misplaced_clause(tree, verb)


def _is_clause(tree: Tree, verb: int, head: int) -> bool:
    """Whether a complement is a clause; one before its verb needs a subject ("asked about it, Holm said no")."""
    if tree.child(head, "nsubj", "nsubjpass", "expl", "csubj", "cop") is not None:
        return True
    return head > verb and (tree.pos[head] in ("VERB", "AUX") or tree.child(head, "mark") is not None)


def _misplaced_clause(tree: Tree, verb: int) -> int | None:
    """As in "told Holm he would go", "said in a statement that": a clause hung on the noun before it."""
    occasions = [tree.child(i, "pobj") for i in tree.kids(verb, "prep") if tree.words[i] in OCCASIONS]
    addressed = tree.kids(verb, "dobj", "dative")
    dated = tree.kids(verb, "npadvmod", "advmod")
    for i in (*addressed, *dated, *(k for k in occasions if k is not None)):
        for k in tree.kids(i, "relcl", "acl", "ccomp"):
            first = tree.left[k]
            own = tree.child(k, "nsubj", "nsubjpass")
            complete = own is not None and tree.words[own] not in RELATIVE
            gap = tree.tags[first] == "WDT" and tree.deps[first] in ("dobj", "pobj") and not _tells(tree, verb)
            opens = tree.words[first] in ("that", "whether") and not gap
            if i > verb and opens and (tree.deps[first] == "mark" or complete):
                return k
            if i > verb and i in addressed and complete and first == tree.left[own or k] and _tells(tree, verb):
                return k
    return None


def _tells(tree: Tree, verb: int) -> bool:
    return any({"c", "q"} <= cue.frames and "o" not in cue.frames for _, cue in verbs().get(tree.words[verb], ()))


def clause_frame(page: Page, verb: int, cue: Cue) -> Frame | None:
    """The clause that the verb governs, or the one it is inserted in."""
    tree = page.tree
    if "c" in cue.frames or "q" in cue.frames:
        head = clause_of(tree, verb)
        if head is not None and head < verb and ";" in tree.words[head:verb]:
            head = None  # "Kiev says …; Moscow denies …"
        if (
            head is not None
            and head > verb
            and tree.words[tree.left[head]] in ("who", "which")
            and "," in tree.words[verb:head]
        ):
            head = None  # a relative clause by its look
        if head is not None and head > verb and cue.kind == "know" and _is_bare(tree, head):
            head = None  # "saw four men run"
        if head is not None and ("c" in cue.frames or head < verb) and not _is_small_clause(tree, verb, head, cue):
            start, end = clause_range(tree, verb, head)
            more = [] if head > verb else _resumed(tree, verb)
            return "clause", [(start, max(end, _second_that(tree, verb, head))), *more], ()
    if "q" in cue.frames and tree.deps[verb] in ("parataxis", "ccomp", "advcl", "dep"):
        return _inserted(tree, verb)
    return None


def _is_bare(tree: Tree, head: int) -> bool:
    return tree.tags[head] in ("VB", "VBG") and tree.child(head, "aux", "mark") is None


def _second_that(tree: Tree, verb: int, head: int) -> int:
    """End of "…, and that …", where the parse coordinated it with the verb of saying; 0 if there is none."""
    if head < verb:
        return 0
    for i in tree.kids(verb, "conj"):
        first = tree.left[i]
        if i > head and tree.words[first] == "that" and tree.deps[first] == "mark":
            return tree.right[i]
    return 0


def _is_small_clause(tree: Tree, verb: int, head: int, cue: Cue) -> bool:
    """As in "urged voters to stay", "called it wrong": a clause by its label only."""
    to = next((i for i in tree.kids(head, "aux") if tree.words[i] == "to"), None)
    return head > verb and to is not None and "u" in cue.frames


def clause_range(tree: Tree, verb: int, head: int) -> Range:
    """Range of a governed clause, without what follows it but belongs to its outside."""
    start, end = tree.left[head], tree.right[head]
    if head > verb:
        start = _with_that(tree, verb, max(start, verb + 1))
        end = min([end, *(cut for cut in _tails(tree, head) if cut > start)])
    elif end > verb:
        end = min(end, tree.right[verb]) if head < verb else end
    return start, end


def _with_that(tree: Tree, verb: int, start: int) -> int:
    """Start of the clause with "that the only thing", where the parse hung that on a noun between verb and clause."""
    for i in range(start - 1, max(verb, start - THAT_AHEAD), -1):
        if tree.words[i] == "that" and tree.tags[i] == "IN" and tree.deps[i] == "mark":
            return i
        if tree.pos[i] not in ("DET", "ADJ", "ADV", "NOUN", "PROPN", "NUM"):
            break
    return start


def _tails(tree: Tree, head: int) -> Iterator[int]:
    """Where ", adding that …" and ", according to …" begin that the parse hung into the clause."""
    for i in tree.children[head]:
        start = tree.left[i]
        if i < head or start == 0:
            continue
        behind_comma = tree.words[start - 1] == ","
        goes_on = tree.deps[i] == "advcl" and start == i and tree.tags[i] in ADDED and speaks(tree, i)
        if behind_comma and (goes_on or tree.words[i] == "according"):
            yield start
        elif (tree.deps[i] in ("advcl", "conj") and _other_speaker(tree, i)) or rejoins(tree, i):
            linked = next((k for k in tree.kids(head, "cc") if k == start - 1), start)
            yield linked


def rejoins(tree: Tree, verb: int) -> bool:
    """As in "predicted that turnout would be high and urged …": the speaker's verb, hung on the clause."""
    clause = tree.heads[verb]
    cue = tree.heads[clause]
    if tree.deps[verb] != "conj" or tree.deps[clause] != "ccomp" or not cue < clause < verb:
        return False
    if tree.tags[verb] != tree.tags[cue] or tree.tags[verb] not in ("VBD", "VBZ", "VBP"):
        return False
    own = any(tree.deps[i] in ("nsubj", "nsubjpass", "aux", "auxpass") for i in tree.children[verb])
    alike = tree.tags[clause] == tree.tags[verb] and tree.child(clause, "aux", "auxpass") is None
    known = any(particle is None for particle, _ in verbs().get(tree.words[verb], ()))
    return not own and not alike and known


def _other_speaker(tree: Tree, verb: int) -> bool:
    """As in ", while Holm insists that …", ", but others say …": somebody else's saying, told by the outlet."""
    own = tree.child(verb, "nsubj")
    if own is None or tree.words[own] in PRONOUNS or not speaks(tree, verb) or tree.child(verb, "ccomp") is None:
        return False
    mark = tree.child(verb, "mark")
    return mark is None or tree.words[mark] in ("while", "whereas", "although", "though")


def speaks(tree: Tree, verb: int) -> bool:
    """Whether the verb can introduce a quotation."""
    return any("q" in cue.frames for _, cue in verbs().get(tree.words[verb], ()))


def _inserted(tree: Tree, verb: int) -> Frame | None:
    """As in "Oslo, Holm said, will pay": the clause around the inserted one."""
    host = tree.heads[verb]
    own = _nearest_subject(tree, verb)
    start, end = tree.left[verb], tree.right[verb]
    if own is None or end - start > INSERTED_LONGEST or not tree.left[host] <= start < end <= tree.right[host]:
        return None
    if tree.deps[verb] in ("advcl", "ccomp", "dep") and (
        start == 0 or tree.words[start - 1] != "," or tree.left[verb] != tree.left[own]
    ):
        return None
    if tree.child(verb, "mark", "advmod") is not None and tree.deps[verb] == "advcl":
        return None
    resumed = _resumed(tree, verb)
    if resumed:
        return "inserted", [(tree.left[host], start), *resumed], ()
    return "inserted", cut_around(tree, host, start, end), ()


def _resumed(tree: Tree, verb: int) -> list[Range]:
    """As in "X could build Y, Holm said, and then run Z": the rest of what is said, hung on the saying."""
    for i in tree.kids(verb, "conj"):
        linked = tree.child(verb, "cc")
        behind = linked == verb + 2 and tree.words[verb + 1] == ","
        if behind and linked is not None and i > linked and tree.tags[i] == "VB":
            return [(linked, tree.right[i])]
    return []


def _nearest_subject(tree: Tree, verb: int) -> int | None:
    """The subject beside an inserted verb, not that of the clause around it where the parse gave it both."""
    own = [i for i in tree.kids(verb, "nsubj") if tree.words[i] not in ("that", "this", "it")]
    return own[-1] if own else None


def cut_around(tree: Tree, host: int, start: int, end: int) -> list[Range]:
    """The two parts of the host's clause before and behind an inserted range."""
    return [(tree.left[host], start), (end, tree.right[host])]


def trailing_frame(page: Page, verb: int, cue: Cue, who: int) -> Frame | None:
    """As in "Oslo sent aid to Ann Holm, mayor Per Lie said on Friday", where the parse took the end for a relative.

    The speaker must stand between a comma and the verb, and nothing but circumstances between the verb and the stop.
    """
    tree = page.tree
    start, end = tree.sent[verb], verb + 1
    comma = tree.left[who] - 1
    if (
        "q" not in cue.frames
        or tree.tags[verb] not in ("VBD", "VBZ", "VBN")
        or comma <= start
        or tree.words[comma] != ","
    ):
        return None
    if who >= verb or tree.words[who] in RELATIVE or any(i > verb for i in tree.kids(verb, "ccomp", "xcomp")):
        return None
    while end < len(tree.words) and tree.words[end] not in (".", "!", "?") and tree.sent[end] == start:
        if end - verb > TRAILING_LONGEST or tree.tags[end] in ("VBD", "VBZ", "VBP", "MD"):
            return None
        end += 1
    if any(tree.left[i] <= start + 1 for i in tree.kids(verb, "advcl", "prep", "advmod", "npadvmod")):
        return None  # "asked about it, Holm replied": a circumstance of the saying
    content = [(start, comma)]
    has_verb = any(tree.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(start, comma))
    return ("clause", content, ()) if has_verb else None
