"""What a verb says without telling that anything happened: properties, advice, page furniture."""

from graphkit.extraction.clauses.words import word_classes
from graphkit.extraction.types import lexicon
from graphkit.extraction.types.words import Words, antecedent, classes_of, is_passive, is_verb, object_of, subject_of

_ALIVE = frozenset({"person", "state", "troops", "weapon", "violent", "nature"})
_THINGS = frozenset("acdbnfioqsurmte")
_ADVICE = frozenset({"should", "must", "ought"})
_ABLE = frozenset({"can", "could", "may", "might", "would", "ca"})
_INNER = frozenset("qfs")
_DATES = frozenset({"DATE", "TIME", "CARDINAL"})
_FURNITURE = frozenset({"last", "on", "at", "by", "first", "pm", "am", "p.m.", "a.m."})


def mere_property(words: Words, verb: int) -> str | None:
    """Why a verb of no type tells no event; None where it may tell one."""
    tree = words.tree
    lemma = words.lemmas[verb]
    if lemma == "do" and object_of(words, verb) is None and tree.child(verb, "xcomp", "ccomp", "prt") is None:
        return "stands for another verb"
    if valued(words, verb) is not None:
        return "what an act would be like"
    subject = tree.child(verb, "nsubj")
    if lemma == "take" and subject is not None and tree.words[subject] == "it" and tree.child(verb, "xcomp", "advcl"):
        return "how long it takes"
    if lemma in word_classes("verb_classes.tsv")["linking"] and not is_passive(words, verb):
        return "how things relate"
    if _of_attribute(words, verb):
        return "what somebody is like"
    if _placed(words, verb):
        return "how something is"
    doer = _doer(words, verb)
    if doer is not None and _able(words, verb) and _anybody(words, doer):
        return "what anybody may do"
    if doer is None or not _lifeless(words, doer):
        return None
    relates = lemma in word_classes("verb_classes.tsv")["relational"] and tree.child(verb, "prt") is None
    if _happens(words, doer):
        return "how things relate" if relates else None
    if tree.deps[verb] in ("acl", "relcl") and tree.tags[verb] in ("VBG", "VBZ", "VBP"):
        return "what a thing is like"
    if _able(words, verb):
        return "what a thing may do"
    return "how things relate" if relates else None


def idle_talk(words: Words, verb: int) -> str | None:
    """Why a verb of saying, being there or of no type tells no event: advice, page furniture, what a rule says."""
    tree = words.tree
    if furniture(words, verb):
        return "furniture of the page"
    if _advice(words, verb):
        return "advice"
    subject = subject_of(words, verb)
    if subject is None or tree.tags[verb] not in ("VBZ", "VBP"):
        return None
    if "rule" in classes_of(words, subject):
        return "what a rule says"
    relates = words.lemmas[verb] in word_classes("verb_classes.tsv")["relational"]
    return "how things relate" if relates and _lifeless(words, subject) else None


def _able(words: Words, verb: int) -> bool:
    return any(words.tree.words[c] in _ABLE for c in words.tree.children[verb])


def _anybody(words: Words, noun: int) -> bool:
    """Whether a noun names any such: "a user", "drivers", not "the drivers"."""
    tree = words.tree
    if tree.tags[noun] not in ("NN", "NNS") or words.ents[noun]:
        return False
    if tree.tags[noun] == "NNS":
        return not any(tree.deps[c] in ("det", "poss", "nummod", "relcl", "prep") for c in tree.children[noun])
    article = tree.child(noun, "det")
    plain = not any(tree.deps[c] in ("relcl", "acl", "prep", "amod") for c in tree.children[noun])
    return plain and article is not None and tree.words[article] in ("a", "an", "any", "every", "each", "no")


def valued(words: Words, verb: int) -> int | None:
    """Adjective that says what the act would be like: "hard for them to please", "interested in going"."""
    tree = words.tree
    at = tree.heads[verb]
    if tree.deps[verb] == "pcomp":
        at = tree.heads[at]
    elif tree.tags[verb] != "VB" or tree.deps[verb] not in ("xcomp", "ccomp", "advcl", "csubj"):
        return None
    if tree.tags[at] not in ("JJ", "JJR", "JJS"):
        found = tree.child(at, "acomp", "oprd") if words.lemmas[at] in ("be", "find", "make", "seem") else None
        if found is None or tree.deps[verb] == "pcomp":
            return None
        at = found
    return at if tree.words[at] in word_classes("event_words.tsv")["valued"] else None


def _advice(words: Words, verb: int) -> bool:
    """Whether somebody should, must or needs to do it: talk of what is right, not of what happens."""
    tree = words.tree
    if any(tree.words[c] in _ADVICE for c in tree.children[verb]):
        return tree.child(verb, "auxpass") is None and "have" not in {tree.words[c] for c in tree.children[verb]}
    above = tree.heads[verb]
    present = tree.tags[above] in ("VBZ", "VBP")
    return tree.deps[verb] == "xcomp" and (
        words.lemmas[above] == "need" or (words.lemmas[above] == "have" and present and tree.tags[verb] == "VB")
    )


def furniture(words: Words, verb: int) -> bool:
    """Whether it is a command to the reader ("Watch video") or a line about the page ("Last updated: 13 May")."""
    tree = words.tree
    if tree.deps[verb] != "ROOT" or tree.child(verb, "nsubj", "nsubjpass", "aux", "expl", "csubj") is not None:
        return False
    first = tree.sent[verb]
    if tree.tags[verb] == "VB":
        return verb == first or (tree.words[first] == "please" and verb == first + 1)
    if tree.tags[verb] not in ("VBN", "VBD"):
        return False
    line = range(first, min(tree.right[verb], first + 14))
    return all(
        i == verb or words.ents[i] in _DATES or not tree.words[i].isalpha() or tree.words[i] in _FURNITURE for i in line
    )


def _of_attribute(words: Words, verb: int) -> bool:
    """Whether a gerund fills a noun of quality or feeling: "dedication to finding new ways", "a flair for cooking"."""
    tree = words.tree
    above = tree.heads[verb]
    if tree.deps[verb] != "pcomp" or tree.tags[verb] != "VBG" or tree.deps[above] != "prep":
        return False
    noun = tree.heads[above]
    if tree.tags[noun][:2] != "NN" or words.lemmas[noun].lower() in lexicon.nouns():
        return False
    sense = lexicon.senses().get(words.lemmas[noun].lower())
    return sense is not None and sense.kind in _INNER


def _placed(words: Words, verb: int) -> bool:
    """Whether a participle says where or how something is: "a van registered to him", "is caught up in a feud"."""
    tree = words.tree
    if words.lemmas[verb] not in word_classes("verb_classes.tsv")["placed"] or tree.tags[verb] != "VBN":
        return False
    if tree.deps[verb] == "acl" and tree.child(verb, "oprd") is not None:
        return True  # "a dog named Biscuit"
    if not is_passive(words, verb) or tree.child(verb, "agent") is not None:
        return False
    passive = tree.child(verb, "auxpass")
    now = passive is None or tree.words[passive] in ("is", "are", "remain", "remains", "'s", "'re")
    still = now or words.lemmas[verb] in word_classes("verb_classes.tsv")["standing"]
    dated = any(words.ents[i] in ("DATE", "TIME") for i in range(verb, tree.right[verb]))
    return still and not dated and tree.child(verb, "aux", "xcomp", "oprd") is None


def _doer(words: Words, verb: int) -> int | None:
    """Subject of a verb; of a participle the noun that it hangs on."""
    found = subject_of(words, verb)
    if found is None and words.tree.deps[verb] in ("acl", "relcl") and not is_passive(words, verb):
        return words.tree.heads[verb]
    return found


def _lifeless(words: Words, noun: int) -> bool:
    """Whether a common noun names a thing or a thought, not somebody and nothing that happens."""
    tree = words.tree
    noun = antecedent(words, noun)
    if tree.tags[noun] in ("DT", "WDT"):
        return True
    if tree.tags[noun] not in ("NN", "NNS") or words.ents[noun] or is_verb(words, noun):
        return False
    lemma = words.lemmas[noun].lower()
    sense = lexicon.senses().get(lemma)
    if sense is None or sense.kind not in _THINGS or "target" in classes_of(words, noun):
        return False
    return classes_of(words, noun).isdisjoint(_ALIVE)


def _happens(words: Words, noun: int) -> bool:
    """Whether a noun tells an event, which may do what things cannot."""
    lemma = words.lemmas[antecedent(words, noun)].lower()
    sense = lexicon.senses().get(lemma)
    return lemma in lexicon.nouns() or (sense is not None and sense.kind == "e")
