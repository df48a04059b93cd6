"""Participles and infinitives beside a main clause: whose doing they tell."""

from graphkit.extraction.clauses.groups import asked_through, read_group
from graphkit.extraction.clauses.roles import is_time
from graphkit.extraction.clauses.tree import SUBJECTS, VERB_TAGS, Tree
from graphkit.extraction.clauses.words import verbs

_COMMAS = frozenset({",", "-", "--", "–", "—"})


def own_subject(tree: Tree, verb: int) -> int | None:
    """The nearest subject child before the verb, else the nearest behind it ("said Holm")."""
    found = tree.kids(verb, *SUBJECTS)
    if not found:
        auxiliary = tree.kid(verb, "auxpass")  # "Also killed were two sailors"
        return None if auxiliary is None or auxiliary < verb else tree.kid(auxiliary, "attr", "nsubj")
    before = [c for c in found if c < verb]
    if len(before) > 1 and _aside(tree, before[-1]):
        return before[-2]
    return before[-1] if before else found[0]


def _aside(tree: Tree, subject: int) -> bool:
    """Whether what stands between commas was taken for a subject: "Berg, playing the king, sang"."""
    start, end = tree.left[subject], tree.right[subject]
    closed = tree.words[end - 1] in _COMMAS or tree.words[min(end, len(tree.words) - 1)] in _COMMAS
    apart = start > 0 and (tree.words[start - 1] in _COMMAS or tree.words[start] in _COMMAS)
    part = tree.tags[subject] in ("DT", "CD", "JJS", "JJ") and tree.kid(subject, "acl", "prep") is not None
    return apart and closed and (part or (tree.deps[subject] == "csubj" and tree.tags[subject] in ("VBG", "VBN")))


def of_main(tree: Tree, verb: int, main: int) -> tuple[int, str, bool] | None:
    """An adverbial participle or infinitive without subject has the one of the main clause."""
    if tree.tags[main] not in VERB_TAGS:
        return None
    if any(tree.tags[c] == "TO" for c in tree.children[verb]):
        return _purpose(tree, main, verb)
    if tree.tags[verb] == "VB" and tree.words[tree.left[verb] + 1] == "than":
        return main, "shared", False  # "rather than pay"
    beside = _relative_before(tree, verb, main)
    if beside is not None:
        return beside, "participle", False
    speaker = _speaker_before(tree, verb, main)
    if speaker is not None:
        return speaker, "participle", False
    if tree.tags[verb] == "VBN" and verb > main and not _said_of_subject(tree, verb) and tree.kid(verb, "aux") is None:
        noun = tree.left[verb] - 2  # "voted in an election, held under a new law"
        if tree.words[noun + 1] == "," and tree.tags[noun].startswith("NN") and noun > main and not is_time(tree, noun):
            return noun, "participle", True
    if (
        tree.tags[verb] == "VBG"
        and verb > main
        and tree.lemmas[verb] in verbs("result")
        and read_group(tree, main).passive
    ):
        agent = tree.kid(main, "agent")  # "was shattered by a blast, killing ten": the blast
        doer = None if agent is None else tree.kid(agent, "pobj")
        return None if doer is None else (doer, "participle", True)
    if tree.tags[verb] in ("VBG", "VBN"):
        return main, "participle", False
    return None


def _purpose(tree: Tree, main: int, verb: int) -> tuple[int, str, bool] | None:
    """Who has a purpose: the subject, of a passive the agent ("steps taken by banks to hide losses")."""
    asked = asked_through(tree, main, verb)
    if asked is not None:
        return asked, "control", True  # "waited for Riga to sign"
    object_ = tree.kid(main, "dobj")
    if object_ is not None and tree.lemmas[main] in verbs("objcontrol") & (verbs("unreal") | {"get"}):
        return object_, "control", True  # "got her brother to sign it"
    if not read_group(tree, main).passive or tree.lemmas[main] in verbs("sent"):
        return main, "purpose", False
    agent = tree.kid(main, "agent")
    doer = None if agent is None else tree.kid(agent, "pobj")
    return None if doer is None else (doer, "purpose", True)


def _relative_before(tree: Tree, verb: int, main: int) -> int | None:
    """The relative clause that a participle goes on: "he was accused by Holm, who denied it, calling it …"."""
    before = tree.left[verb] - 1
    if tree.tags[verb] != "VBG" or verb < main or tree.words[before] != "," or not read_group(tree, main).passive:
        return None
    for c in range(main + 1, before):
        if tree.deps[c] == "relcl" and tree.right[c] == before and own_subject(tree, c) is not None:
            return c
    return None


def _speaker_before(tree: Tree, verb: int, main: int) -> int | None:
    """The verb of speech that a participle goes on: "…, Holm suggested, commenting on it"; "said …, adding …"."""
    if tree.tags[verb] != "VBG" or verb < main:
        return None
    before = tree.left[verb] - 1
    if tree.words[before] == "," and speaks(tree, before - 1) and own_subject(tree, before - 1) is not None:
        return before - 1
    governor = tree.heads[main]
    if tree.deps[main] == "ccomp" and governor < main and speaks(tree, verb) and speaks(tree, governor):
        return governor
    return None


def speaks(tree: Tree, i: int) -> bool:
    """Whether token `i` is a verb of speech."""
    return tree.tags[i] in VERB_TAGS and (tree.lemmas[i] in verbs("say") or tree.lemmas[i] in verbs("speech"))


def _said_of_subject(tree: Tree, verb: int) -> bool:
    """Participles that describe how the subject did it: "left, followed by aides"."""
    return tree.lemmas[verb] in (
        "follow",
        "accompany",
        "surround",
        "flank",
        "join",
        "arm",
        "dress",
        "charge",
        "accuse",
        "age",
    )
