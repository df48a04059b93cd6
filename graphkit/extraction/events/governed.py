"""Who takes part in an event noun by what governs it: "killed in a raid", "charged with the murder", "won the game"."""

from graphkit.extraction.clauses.words import word_classes
from graphkit.extraction.events.nouns import EVENT_SHARE, event_noun, listed
from graphkit.extraction.events.parts import members, phrase_of, somebody, whole_role
from graphkit.extraction.events.paths import Path, path_of
from graphkit.extraction.events.said import patient_of, said_of, subject_told
from graphkit.extraction.layers import Actors, RolePhrase
from graphkit.extraction.types import lexicon
from graphkit.extraction.types.words import Words, is_passive, object_of

_SUFFERED = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "REJECT"})
_FOR_DEED = frozenset({"of", "for", "with", "on", "in", "over", "by", "from", "during", "after"})
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_THEN = frozenset({"after", "following", "during", "pending", "without"})
_HURT_BY = frozenset({"in", "during", "from", "of", "after", "with", "by", "at", "when"})
Found = list[tuple[str, int | None]]


def governed(words: Words, noun: int, type_: str, actors: Actors) -> list[RolePhrase]:
    """Participants of an event noun by the verb or noun that it hangs on, and by the nouns between."""
    path = path_of(words, noun)
    if path is None:
        return []
    if words.tree.tags[path.verb][:1] == "N":
        found = _by_bearer(words, path) or _busy(words, noun, path, actors)
    else:
        found = _by_owner(words, path) or _by_verb(words, noun, type_, path)
    return [
        RolePhrase(whole_role(words, actors, who, role), phrase_of(words, who))
        for role, first in found
        for who in (() if first is None else members(words, first))
        if _may(words, noun, who, role)
    ]


def _may(words: Words, noun: int, who: int, role: str) -> bool:
    """Whether a word can take part: a noun or pronoun outside the event's own phrase; the doer is no event itself."""
    tree = words.tree
    if (
        tree.left[noun] <= who <= noun
        or tree.words[who] == "there"
        or not tree.tags[who].startswith(("N", "P", "CD", "DT"))
    ):
        return False
    doing = role == "actor" and tree.tags[who] in ("NN", "NNS")
    return not (doing and event_noun(words.lemmas[who].lower()) >= EVENT_SHARE)


def _by_bearer(words: Words, path: Path) -> Found:
    """By a noun that says who one is in it: "the victims of the raid", "a suspect in the murder", "rape victim"."""
    bearer, tree = path.verb, words.tree
    lemma = words.lemmas[bearer].lower()
    role = "recipient" if lemma in listed("hit_by") else "actor" if lemma in listed("done_by") else None
    if role is None:
        return []
    if tree.deps[bearer] == "attr":
        return [(role, subject_told(words, tree.heads[bearer]))]
    return [(role, bearer)]


def _busy(words: Words, noun: int, path: Path, actors: Actors) -> Found:
    """By who is on or under it: "officers on patrol", "workers on strike", "the man on trial"."""
    if path.link not in ("on", "under") or not somebody(words, actors, path.verb):
        return []
    own = words.lemmas[noun].lower()
    done_to = path.link == "under" or own in listed("suffered") | listed("held")
    return [("recipient" if done_to else "actor", path.verb)]


def _by_owner(words: Words, path: Path) -> Found:
    """By whose part, trial or charge it is: "his role in the attack", "Berg's murder trial"."""
    for noun in path.through:
        owner = words.tree.child(noun, "poss")
        if owner is not None and words.ents[owner] not in ("DATE", "TIME"):
            return [("actor", owner)]
    return []


def _by_verb(words: Words, noun: int, type_: str, path: Path) -> Found:
    lemma, said = words.lemmas[path.verb], words.tree.child(path.verb, "acomp", "oprd")
    if words.lemmas[noun].lower() in listed("contests"):
        return _contest(words, path)
    if path.link == "nsubj":
        disasters = word_classes("time_place_words.tsv")["event_nouns"]
        named = (noun, *words.tree.kids(noun, "compound"))  # "Hurricane Ann"
        harmful = type_ in _SUFFERED or any(words.lemmas[i].lower() in disasters for i in named)
        return _struck(words, path.verb) if harmful and not path.through else []
    if path.link in ("dobj", "nsubjpass"):
        return _as_object(words, words.lemmas[noun].lower(), path)
    if path.link in ("attr", "oprd", "dative"):
        return []
    if path.adjective is not None:
        word = words.tree.words[path.adjective]
        role = "actor" if word in listed("blamed") else "recipient" if word in listed("harmed") else ""
        return [(role, said_of(words, path.adjective, path.verb))] if role else []
    if said is not None and words.tree.words[said] in listed("blamed") and path.link in ("to", "of", "for"):
        return [("actor", said_of(words, said, path.verb))]
    if lemma in listed("blames") and path.link in _FOR_DEED:
        done = words.lemmas[noun].lower() not in listed("through") | listed("meted")
        return [("actor" if done else "recipient", patient_of(words, path.verb))]
    if lemma in listed("guards") and path.link in ("from", "against"):
        return [("recipient", patient_of(words, path.verb))]
    return _behind(words, noun, type_, path)


def _contest(words: Words, path: Path) -> Found:
    """Both sides of a match: "met the Bears in a final", "won the game", "lost Game 1 to Boston"."""
    tree, verb = words.tree, path.verb
    if path.link == "nsubj" or path.through:
        return []
    found: Found = [("actor", subject_told(words, verb))]
    if path.link not in ("dobj", "nsubjpass"):
        found.append(("actor", object_of(words, verb)))
    for c in tree.children[verb]:
        if tree.deps[c] == "prep" and tree.words[c] in ("against", "to", "with", "over") and tree.words[c] != path.link:
            below = tree.child(c, "pobj")
            if below is not None and words.ents[below] in ("ORG", "GPE", "PERSON", "NORP"):
                found.append(("actor", below))
    return found


def _as_object(words: Words, own: str, path: Path) -> Found:
    """Behind the verb as its object: "committed the murder", "faces murder charges", "left the scene of a crash"."""
    lemma, verb = words.lemmas[path.verb].removeprefix("co-"), path.verb
    who = subject_told(words, verb)
    if lemma in listed("suffers") and not is_passive(words, verb):
        role = "victim" if own in listed("mortal") else "recipient"
        return [("actor" if path.through and own not in listed("through") else role, who)]
    if path.through:
        on = words.lemmas[path.through[-1]].lower()
        return [("actor", who)] if on in listed("leading_on") or lemma in listed("commits") else []
    return [("actor", who)] if lemma in listed("commits") | listed("carries") else []


def _behind(words: Words, noun: int, type_: str, path: Path) -> Found:
    """Behind another preposition: "is in custody", "met for talks", "beaten to death", "freed after questioning"."""
    verb, link = path.verb, path.link
    lemma, own = words.lemmas[verb], words.lemmas[noun].lower()
    passive = is_passive(words, verb)
    patient = patient_of(words, verb) if passive else subject_told(words, verb)
    if link == "under":
        return [("recipient", patient)]
    if link == "into" and own in listed("held"):
        return [("recipient", patient_of(words, verb))]
    if link == "to" and own == "death":
        beaten = object_of(words, verb)
        return [("victim", patient if passive or beaten is None else beaten)]
    if path.through and words.lemmas[path.through[-1]].lower() in listed("held") and link in ("to", "on", "for", "in"):
        return [("actor", patient)]  # "was taken to a trial for rape"
    if type_ in _MUTUAL and lemma in listed("enters") and not passive:
        return [("actor", patient)]
    if link in _THEN and own in listed("pursuits") | listed("suffered") and not _the(words, noun):
        return [("recipient", patient)]
    if own in listed("exams") and link in ("for", "to"):
        return [("recipient", patient)]  # "gave blood for a test"
    if own in listed("through") and link in ("for", "on") and lemma in listed("suffers"):
        return [("recipient", patient)]  # "faces years in prison on the charge"
    if lemma in ("be", "go"):
        done_to = own in listed("suffered") or own in listed("held")
        there = link in ("in", "on", "under") or _held(words, verb)
        return [("recipient" if done_to else "actor", patient)] if there else []
    return [] if link == "to" else _inside(words, type_, path, patient, passive=passive)


def _inside(words: Words, type_: str, path: Path, patient: int | None, *, passive: bool) -> Found:
    """Behind "in", "during" and the like: "died in a crash", "killed two men in a raid", "said in a statement"."""
    verb, link, lemma = path.verb, path.link, words.lemmas[path.verb]
    said = words.tree.child(verb, "acomp", "oprd")
    thing = None if passive else words.tree.child(verb, "dobj")
    if thing is not None and lemma in listed("suffers") and words.lemmas[thing].lower() in listed("through"):
        return [("actor", patient)]  # "faces charges in the shooting"
    within = link in ("in", "during")
    if within and harms(lemma) and not passive and not path.through:
        return [("actor", patient), ("recipient", object_of(words, verb))]
    hurt = lemma in listed("dies") or lemma in listed("suffers") or (passive and harms(lemma))
    if link in _HURT_BY and (hurt or (said is not None and words.tree.words[said] in listed("harmed"))):
        return [("recipient", patient)]
    if type_ == "CONSULT" and link in ("for", "in", "at", "during"):
        met = object_of(words, verb) if lemma in listed("meets") and not passive else None
        return [("actor", patient), ("actor", met)]
    if type_ == "STATEMENT" and link == "in" and not passive:
        return [("actor", patient)]
    if not within or path.through:
        return []
    if passive:
        return [("recipient", patient)]
    told = words.tree.child(verb, "ccomp") is not None  # one may say or think of it without a part in it
    return [] if told or lemma in listed("ends") or type_ in _SUFFERED else [("actor", patient)]


def _held(words: Words, be: int) -> bool:
    """Whether somebody is in or on what one is for a deed: "was on probation for a robbery"."""
    tree = words.tree
    inner = (tree.child(c, "pobj") for c in tree.children[be] if tree.deps[c] == "prep")
    return any(i is not None and words.lemmas[i] in listed("held") for i in inner)


def _struck(words: Words, verb: int) -> Found:
    """What the event that is the subject did harm to: "the blast killed two men", "the fire left a cook dead"."""
    if is_passive(words, verb):
        return []
    lemma = words.lemmas[verb]
    if lemma == "leave":
        small = words.tree.child(verb, "ccomp", "oprd")
        if small is not None and words.tree.words[small] in listed("adjective"):
            return [("recipient", words.tree.child(small, "nsubj") or object_of(words, verb))]
    return [("recipient", object_of(words, verb))] if harms(lemma) else []


def _the(words: Words, noun: int) -> bool:
    """Whether a noun is told as known: "after the arrest" may be that of another."""
    tree = words.tree
    return any(tree.words[c] in ("the", "this", "that", "these", "those") for c in tree.children[noun] if c < noun)


def harms(lemma: str) -> bool:
    """Whether a verb tells an assault in one of its senses."""
    kinds = [lexicon.verbs().get(lemma, ""), *(frame.kind for frame in lexicon.frames().get(lemma, ()))]
    return lemma in listed("harms") or (
        any(kind.startswith("ASSAULT") for kind in kinds) and lemma not in listed("commits")
    )
