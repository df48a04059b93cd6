"""The word lists behind the types, read once from the data files."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graphkit.extraction.inflection import VOWELS, inflections

HAPPENING = "happening"


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind that a verb has under conditions, each a slot ("obj", "to", …) and the words or classes that fit it."""

    conditions: tuple[tuple[str, frozenset[str]], ...]
    kind: str

    @property
    def by_word(self) -> bool:
        """Whether the object is named by words, not by a class."""
        return any(slot != "prep" and not any(w.startswith("@") for w in wanted) for slot, wanted in self.conditions)

    @property
    def by_name(self) -> bool:
        """Whether words name what goes with the verb, so that no kind of thing needs to be asked for."""
        return self.by_word and any(wanted for slot, wanted in self.conditions if slot != "prep")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a noun means: share of its senses that happen, whether it comes from a verb, its commonest kind of sense."""

    share: float
    verbal: bool
    kind: str


def rows(name: str) -> list[list[str]]:
    """Cells of a table of graphkit/data without its comment lines."""
    lines = files("graphkit.data").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def verbs() -> dict[str, str]:
    """Verb, particle joined by ``_`` → kind; the first line that names it counts."""
    out: dict[str, str] = {}
    for kind, words in rows("plover_verbs.tsv"):
        if not kind.startswith(("op:", "state")):
            for word in words.split():
                out.setdefault(word, kind)
    return out


@cache
def verb_operators() -> dict[str, frozenset[str]]:
    """Verb → operators it may be; "state" is kept there too."""
    out: dict[str, set[str]] = {}
    for kind, words in rows("plover_verbs.tsv"):
        if kind.startswith(("op:", "state")):
            for word in words.split():
                out.setdefault(word, set()).add(kind.removeprefix("op:"))
    return {word: frozenset(kinds) for word, kinds in out.items()}


@cache
def nouns() -> dict[str, str]:
    """Noun, two words joined by ``_`` → kind."""
    out: dict[str, str] = {}
    for kind, words in rows("plover_nouns.tsv"):
        for word in words.split():
            out.setdefault(word, kind)
    return out


@cache
def noun_operators() -> dict[str, str]:
    """Noun → operator."""
    found = [row for row in rows("plover_operators.tsv") if row[0].startswith("op:")]
    return {word: kind.removeprefix("op:") for kind, words in found for word in words.split()}


@cache
def adjectives() -> dict[str, str]:
    """Predicative adjective → ``op:…`` over what follows it, or the kind of act it tells."""
    found = [row for row in rows("plover_operators.tsv") if row[0].startswith("adj:")]
    return {word: kind.removeprefix("adj:") for kind, words in found for word in words.split()}


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """Verb → frames in the order they are tried."""
    out: dict[str, list[Frame]] = {}
    for verb, conditions, kind in rows("plover_frames.tsv"):
        out.setdefault(verb, []).append(Frame(_conditions(conditions), kind))
    return {verb: tuple(found) for verb, found in out.items()}


@cache
def noun_frames() -> dict[str, tuple[Frame, ...]]:
    """Noun → frames in the order they are tried."""
    out: dict[str, list[Frame]] = {}
    for noun, conditions, kind in rows("plover_noun_frames.tsv"):
        out.setdefault(noun, []).append(Frame(_conditions(conditions), kind))
    return {noun: tuple(found) for noun, found in out.items()}


def _conditions(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Conditions of a frame; words after a comma that name no slot belong to the slot before."""
    found: list[tuple[str, set[str]]] = []
    for part in text.split(","):
        slot, equals, word = part.partition("=")
        if equals or part in ("noobj", "plain", "bare", "clause", "inf"):
            found.append((slot, {word} if word else set()))
        else:
            found[-1][1].add(part)
    return tuple((slot, frozenset(words)) for slot, words in found)


@cache
def classes() -> dict[str, frozenset[str]]:
    """Noun → object classes it belongs to by the table."""
    out: dict[str, set[str]] = {}
    for name, words in rows("plover_objects.tsv"):
        for word in words.split():
            out.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in out.items()}


@cache
def contexts() -> dict[str, str]:
    """Lemma → context."""
    return {word: name for name, words in rows("plover_contexts.tsv") for word in words.split()}


@cache
def senses() -> dict[str, Sense]:
    """Noun → what it means."""
    return {
        word: Sense(int(share) / 100, verb == "v", kind)
        for share, verb, kind, words in rows("noun_senses.tsv")
        for word in words.split()
    }


@cache
def forms() -> dict[str, str]:
    """Form → lemma of the verbs in the lists, for forms that the lemmatizer leaves as they are ("raped", "fined")."""
    out: dict[str, str] = {}
    known = {word.split("_")[0] for word in (*verbs(), *verb_operators(), *frames())}
    for verb in sorted(known, key=lambda v: (-len(v), v)):  # "rape" has "raped" before "rap"
        if len(verb) < 3 or not verb.replace("-", "").isalpha():
            continue
        doubling = verb[-1] not in VOWELS | set("wxyh") and verb[-2] in VOWELS and verb[-3] not in VOWELS
        double = f"{verb}{verb[-1]}ed,{verb}{verb[-1]}ing"
        found = inflections(verb)
        if doubling:
            found = inflections(verb, double) if len(verb) < 5 else found | set(double.split(","))
        for form in sorted(found):
            out.setdefault(form, verb)
    return out


@cache
def irregular() -> dict[str, str]:
    """Past form or participle → lemma of the irregular verbs."""
    return {form: row[0] for row in rows("irregular_verbs.tsv") for form in row[1:] if form != row[0]}
