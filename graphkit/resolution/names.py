"""Names of people and organisations reduced to what can be compared."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.fuzz import ratio

from graphkit.resolution.lexicon import given_families, listed, name_words

Verdict = Literal["same", "compatible", "different"]

_NOT_WORD = re.compile(r"[^\w]+")
_SPECIAL = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_INITIALS = re.compile(r"(?<=\b\w)\.(?=\w\.)")  # J.R. Hart
_ELIDED = re.compile(r"(?<=\b[od])'(?=\w)")  # O'Brien, D'Souza
_BRITISH = {"defence": "defense", "centre": "center", "organisation": "organization", "programme": "program"}
_SOUNDS = (
    ("dzi", "di"), ("tsi", "ti"), ("ouska", "ovska"), ("auska", "avska"),
    ("sch", "sh"), ("tsch", "ch"), ("tch", "ch"), ("zh", "z"), ("kh", "h"), ("hr", "gr"), ("gh", "g"), ("ph", "f"),
    ("ck", "k"), ("dh", "d"), ("ks", "x"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("yo", "e"), ("io", "e"),
    ("iy", "i"), ("yy", "i"), ("ij", "i"), ("ii", "i"), ("y", "i"), ("j", "i"), ("q", "g"),
    ("ue", "u"), ("oe", "o"), ("ae", "a"), ("w", "v"), ("cz", "ch"),
)  # fmt: skip
_NICKNAME = re.compile(r"""(?<=\w)(?:\s+["'“‘]|["“]|'\s)\s*[^"“”‘’']{2,20}["'”’]\s+(?=\w)""")
_DOUBLE = re.compile(r"(.)\1+")
_LIKE = 88  # of 100: spellings that differ by a letter or two
_SHORTEST = 5  # letters of a name that may be misspelt


@lru_cache(1 << 16)
def fold(name: str) -> str:
    """Name in lower case without accents, punctuation, possessive and leading article.

    Examples
    --------
    >>> fold("The Łódź Court's"), fold("U.S. Steel")
    ('lodz court', 'us steel')
    """
    name = name.replace("’", "'").casefold().removesuffix("'s").removesuffix("'")
    name = _ELIDED.sub("", name)
    name = _DOTTED.sub(lambda found: found[0].replace(".", ""), name)
    flat = unicodedata.normalize("NFKD", name.translate(_SPECIAL))
    flat = "".join(c for c in flat if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", flat).strip().removeprefix("the ")


@cache
def sound(word: str) -> str:
    """Folded word with transliteration evened out.

    Examples
    --------
    >>> sound("zelenskyy") == sound("zelensky") == sound("zelenskiy"), sound("khodorkovsky")
    (True, 'hodorkovski')
    """
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    return _DOUBLE.sub(r"\1", word)


class Person(NamedTuple):
    """A person's name in parts, all folded; `family` may have several words."""

    given: tuple[str, ...]
    family: str
    suffix: str


@lru_cache(1 << 16)
def person(name: str) -> Person:
    """Parts of a person's name without honorifics; a single word is a family name.

    Examples
    --------
    >>> person("Dr. George W. Bush Jr."), person("Xi Jinping").family
    (Person(given=('george', 'w'), family='bush', suffix='jr'), 'xi')
    """
    words = fold(_hyphenated(_INITIALS.sub(". ", _NICKNAME.sub(" ", name)))).split()
    titles = name_words("mr") | name_words("ms") | name_words("dr")
    while len(words) > 1 and words[0] in titles:
        words = words[1:]
    suffix = ""
    if len(words) > 2 and words[-1] in name_words("suffix"):
        suffix = {"junior": "jr", "senior": "sr"}.get(words[-1], words[-1])
        words = words[:-1]
    if len(words) < 2:
        return Person((), " ".join(words), suffix)
    surnames = name_words("surname")
    if words[0] in surnames and words[-1] not in surnames and len(words) <= 3 and not given_families(words[0]):
        return Person(tuple(words[1:]), words[0], suffix)
    start = len(words) - 1
    while start > 1 and words[start - 1] in name_words("particle"):
        start -= 1
    return Person(tuple(words[:start]), " ".join(words[start:]), suffix)


def _hyphenated(name: str) -> str:
    """The name with a last word of two parts in one, unless the first is a particle: Okonjo-Iweala, but el-Sisi."""
    start, _, last = name.rpartition(" ")
    parts = last.split("-")
    if len(parts) < 2 or fold(parts[0]) in name_words("particle"):
        return name
    return f"{start} {''.join(parts)}"


def family_key(name: Person) -> str:
    """What spellings of one family name share; particles do not count."""
    return sound(name.family.split()[-1]) if name.family else ""


def compare_people(a: Person, b: Person) -> Verdict:
    """Whether two full names are of one person: same, compatible (initials, a middle name on one side), different."""
    if a.suffix != b.suffix and {a.suffix, b.suffix} != {"", "sr"}:  # who is written without is the elder
        return "different"
    if a.given == (b.family,) and b.given == (a.family,):  # family name first
        return "same"
    if family_key(a) != family_key(b) and not _misspelt(a.family, b.family):
        return "different"
    if a.given and "".join(a.given) == "".join(b.given) and a.suffix == b.suffix:
        return "same"
    if not a.given or not b.given:
        return "compatible"
    first = compare_given(a.given[0], b.given[0])
    if first == "different":
        return _by_other_given(a, b)
    rest = _middle(a.given[1:], b.given[1:])
    if rest == "different":
        return "different"
    if a.suffix != b.suffix or rest == "compatible":
        return "compatible"
    if family_key(a) != family_key(b):
        return "compatible"
    return first


def _by_other_given(a: Person, b: Person) -> Verdict:
    """A middle name that somebody goes by: J. Paul Getty and Paul Getty."""
    for one, other in ((a, b), (b, a)):
        if len(one.given) > 1 and len(other.given) == 1 and len(other.given[0]) > 1 and other.given[0] in one.given[1:]:
            return "compatible"
    return "different"


def _middle(a: tuple[str, ...], b: tuple[str, ...]) -> Verdict:
    if not a and not b:
        return "same"
    if not a or not b:
        return "compatible"
    if len(a) != len(b) and all(len(word) == 1 for word in (*a, *b)):
        return "different"
    if all(compare_given(x, y) != "different" for x, y in zip(a, b, strict=False)):
        return "same"
    return "different" if "".join(a) != "".join(b) else "same"


@lru_cache(1 << 16)
def compare_given(a: str, b: str) -> Verdict:
    """Whether two given names are one: spelling, nickname, initial.

    Examples
    --------
    >>> compare_given("volodymyr", "vladimir"), compare_given("j", "john"), compare_given("jeb", "george")
    ('same', 'compatible', 'different')
    """
    if a == b:
        return "same" if len(a) > 1 else "compatible"
    if len(a) == 1 or len(b) == 1:
        return "compatible" if a[0] == b[0] else "different"
    if sound(a) == sound(b) or given_families(a) & given_families(b):
        return "same"
    if given_families(a) and given_families(b):
        return "different"
    return "compatible" if _misspelt(a, b) else "different"


def _misspelt(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _SHORTEST and a[0] == b[0] and ratio(sound(a), sound(b)) >= _LIKE


@lru_cache(1 << 16)
def organization(name: str) -> str:
    """Folded name of an organisation without its legal form.

    Examples
    --------
    >>> organization("Acme Corp."), organization("The Acme Company, Inc.")
    ('acme', 'acme')
    """
    words = [_BRITISH.get(word, word) for word in fold(name.replace("&", " and ")).split()]
    while len(words) > 1 and words[-1] in name_words("company"):
        words = words[:-1]
    if len(words) > 2 and words[1] == "of" and words[0] in listed("body"):  # Ministry of Defence
        words = [*(word for word in words[2:] if word != "the"), words[0]]
    return " ".join(words)


@lru_cache(1 << 16)
def initials(name: str) -> frozenset[str]:
    """Acronyms that a name of several words may have, in lower case.

    Examples
    --------
    >>> sorted(initials("Bank of North Wales"))
    ['bnw', 'bonw']
    """
    words = fold(name).split()
    if len(words) < 2:
        return frozenset()
    small = {"of", "for", "the", "and", "in", "on", "de", "du", "la", "des", "to"}
    short = "".join(word[0] for word in words if word not in small)
    return frozenset(x for x in (short, "".join(word[0] for word in words)) if len(x) > 1)


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym: capitals alone, with or without stops."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()


def canonical(names: Iterable[str]) -> str:
    """Most frequent name, of these the longest, of these the first in the alphabet.

    Examples
    --------
    >>> canonical(["Kyiv", "Kiev", "Kyiv"])
    'Kyiv'
    """
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return min(counts, key=lambda name: (-counts[name], -len(name), name))
