"""Events that the parse hides: in headlines of capitals, phrases like "hit-and-run", infinitives taken for nouns."""

from dataclasses import dataclass

from graphkit.extraction.events.capitals import capital_verbs
from graphkit.extraction.events.nominal import of_noun
from graphkit.extraction.events.nouns import event_noun, listed
from graphkit.extraction.events.parts import is_actor, phrase_of, unique, whole_role
from graphkit.extraction.events.paths import path_of
from graphkit.extraction.events.said import patient_of, subject_told
from graphkit.extraction.events.verbal import beside
from graphkit.extraction.layers import Actors, EventMention, Phrase, RolePhrase
from graphkit.extraction.types import lexicon
from graphkit.extraction.types.values import NEUTRAL, Value, of_kind
from graphkit.extraction.types.words import Words, is_passive

_CONFIDENCE = 0.4
_BEGINS = frozenset({"CD", "DT", "NNP", "PRP", "PRP$", "JJ", "NNS"})
_BEFORE_GERUND = frozenset({"after", "before", "without", "upon", "when", "while"})


@dataclass(frozen=True, slots=True)
class Hidden:
    """Range of tokens of a hidden event, its lemma, and how it was found."""

    start: int
    end: int
    lemma: str
    why: str


def hidden_events(words: Words, actors: Actors) -> dict[int, Hidden]:
    """Head token → event that the parse hides."""
    found = {i: Hidden(i, i + 1, lemma, "headline of capitals") for i, lemma in capital_verbs(words).items()}
    tree = words.tree
    for i, word in enumerate(tree.words):
        if word == "and":
            phrase = _joined(words, i)
            if phrase is not None:
                found[phrase.start] = phrase
        elif word == "according" and _source(words, i, actors) is not None:
            found[i] = Hidden(i, i + 2, "say", "according to")
        elif word == "to" and _infinitive(words, i + 1):
            found[i + 1] = Hidden(i + 1, i + 2, words.lemmas[i + 1], "infinitive taken for a noun")
        elif word in _BEFORE_GERUND and _gerund(words, i + 1):
            found[i + 1] = Hidden(i + 1, i + 2, words.lemmas[i + 1], "gerund taken for an adjective")
    return found


def _joined(words: Words, middle: int) -> Hidden | None:
    """A phrase of two words around "and" that is one noun: "a fatal hit and run", "hit-and-run driver"."""
    all_ = words.tree.words
    wide = 2 if all_[middle - 1 : middle + 2] == ["-", "and", "-"] else 1
    start, last = middle - wide, middle + wide
    if start < 0 or last >= len(all_) or f"{all_[start]}-and-{all_[last]}" not in listed("happens"):
        return None
    behind = words.lemmas[last + 1].lower() if last + 1 < len(all_) else ""
    if event_noun(behind) > 0:
        return None  # "hit-and-run accident": the accident tells it
    return Hidden(start, last + 1, f"{all_[start]}-and-{all_[last]}", "joined words")


def _source(words: Words, i: int, actors: Actors) -> int | None:
    """Who says it, where "according to" names somebody."""
    tree = words.tree
    to = i + 1
    if to >= len(tree.words) or tree.words[to] != "to":
        return None
    who = tree.child(to, "pobj")
    return who if who is not None and is_actor(actors, who) else None


def _infinitive(words: Words, i: int) -> bool:
    """Whether a noun behind "to" is a verb before its object: "picked to host 2014 games"."""
    tree = words.tree
    if i + 1 >= len(tree.words) or tree.tags[i] != "NN" or tree.deps[i] != "pobj" or tree.children[i]:
        return False
    lemma = words.lemmas[i]
    known = lemma in lexicon.verbs() or lemma in lexicon.frames()
    return known and words.ents[i + 1] != "TIME" and tree.tags[i + 1] in _BEGINS and tree.sent[i] == tree.sent[i + 1]


def _gerund(words: Words, i: int) -> bool:
    """Whether a participle behind "after" is a gerund before its object: "after failing sobriety tests"."""
    tree = words.tree
    return i < len(tree.words) and tree.tags[i] == "VBG" and tree.deps[i] == "amod"


def hidden_mention(words: Words, i: int, found: Hidden, actors: Actors) -> EventMention:
    """Mention of an event that the parse hides."""
    value = _value(words, i, found)
    parts: tuple[RolePhrase, ...]
    source = _source(words, i, actors) if found.why == "according to" else None
    if source is not None:
        parts = (RolePhrase("actor", phrase_of(words, source)), *_told(words, i))
    elif found.why == "headline of capitals":
        parts = beside(words, i, actors, suffers=words.tree.words[i].endswith("d"))
    elif found.why == "joined words":
        parts = of_noun(words, found.end - 1 if words.tree.heads[i] == found.end - 1 else i, value.type, actors)
    else:
        parts = _around(words, i, actors)
    return EventMention(
        head=i,
        start=found.start,
        end=found.end,
        predicate=found.lemma,
        type=value.type,
        mode=value.mode,
        phrase=Phrase(i, found.start, found.end) if found.why == "joined words" else None,
        participants=parts,
        confidence=_CONFIDENCE,
        rule="verb" if found.why != "joined words" else "noun",
        trace=(*value.trace, found.why),
    )


def _told(words: Words, i: int) -> tuple[RolePhrase, ...]:
    """What a source says: the clause that "according to" stands before or behind."""
    tree = words.tree
    head = tree.heads[i]
    if head == i or tree.tags[head][:1] not in ("V", "M"):
        return ()
    start, end = (tree.right[i], tree.right[head]) if i < head else (tree.left[head], tree.left[i])
    while start < end and tree.tags[start] in (",", ":"):
        start += 1
    while end > start and tree.tags[end - 1] in (",", ".", ":"):
        end -= 1
    return (RolePhrase("object", Phrase(head, start, end)),) if start <= head < end else ()


def _around(words: Words, i: int, actors: Actors) -> tuple[RolePhrase, ...]:
    """Participants of a verb that was taken for a noun or adjective: its noun, and who the verb above is said of."""
    tree = words.tree
    noun = tree.heads[i] if tree.deps[i] == "amod" else None
    path = path_of(words, i if noun is None else noun)
    found = []
    if path is not None and tree.tags[path.verb][:1] in ("V", "M"):
        who = patient_of(words, path.verb) if is_passive(words, path.verb) else subject_told(words, path.verb)
        if who is not None:
            found.append(RolePhrase("actor", phrase_of(words, who)))
    if noun is not None:
        found.append(RolePhrase(whole_role(words, actors, noun, "recipient"), Phrase(noun, i + 1, noun + 1)))
    return unique(found)


def _value(words: Words, i: int, found: Hidden) -> Value:
    """Kind of act by the verb, or by its frame over the noun behind it in a headline ("Faces Fraud Charges")."""
    head = words.tree.heads[i]
    for at in (head, words.tree.heads[head]):
        noun = words.lemmas[at].lower()
        for frame in lexicon.frames().get(found.lemma, ()):
            if frame.by_word and all(slot == "obj" and noun in wanted for slot, wanted in frame.conditions):
                value = of_kind(frame.kind, found.lemma, "frame")
                if value is not None and value.type not in NEUTRAL:
                    return value
    known = found.why in ("headline of capitals", "according to")
    value = of_kind(lexicon.verbs().get(found.lemma, "OTHER") if known else "OTHER", found.lemma, "verb")
    return value or Value("OTHER", None, (f"{found.lemma}: in no list",))
