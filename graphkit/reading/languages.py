"""Which language a text is in, and what languages are called."""

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from graphkit.reading.words import word_list

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_PREFIX = 2_000  # code points that are looked at
_FEWEST_LETTERS = 40  # shorter texts say too little and count as English
_LIKELY = 0.35  # probability of the best guess; near languages share theirs, lists of names leave it to many
_POSSIBLE = 0.02  # probability of English from which on a text is read as English
_ENGLISH_SHARE = 0.13  # of the words of a text; other languages stay below 0.05, English news has 0.2 to 0.35


def spoken_language(text: str) -> str:
    """ISO 639-1 code of the language of a text, ``en`` if it is too short or too odd to tell.

    Most English is known by its commonest words; only where they are missing is the language model loaded (half a
    second, once).

    Examples
    --------
    >>> spoken_language("Oslo voted."), spoken_language("Le ministre a dit lundi que la grève dans les ports continue.")
    ('en', 'fr')
    """
    prefix = text[:_PREFIX]
    if sum(map(str.isalpha, prefix)) < _FEWEST_LETTERS or _looks_english(prefix):
        return "en"
    ranked = _identifier().rank(prefix)
    code, probability = str(ranked[0][0]), float(ranked[0][1])
    english = next(float(share) for name, share in ranked if name == "en")
    if english > _POSSIBLE or probability < _LIKELY or code == "zxx":  # zxx: no language at all
        return "en"
    return code


def language_code(name: str | None) -> str | None:
    """ISO 639-1 code (or the longer code of a language without one) of a code, a locale or an English name.

    Examples
    --------
    >>> language_code("en-GB"), language_code("English"), language_code("deu"), language_code("??")
    ('en', 'en', 'de', None)
    """
    folded = re.split(r"[-_;, ]", name.strip().lower(), maxsplit=1)[0] if name else ""
    return _codes().get(folded)


def language_name(code: str) -> str:
    """English name of a language, or words with the code if it has none in the table.

    Examples
    --------
    >>> language_name("fr"), language_name("qqq")
    ('French', "another language (code 'qqq')")
    """
    return _names().get(code, f"another language (code {code!r})")


def _looks_english(text: str) -> bool:
    common = word_list("common")
    words = re.findall(r"[^\W\d_]+", text.lower())
    return sum(word in common for word in words) >= _ENGLISH_SHARE * len(words)


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # brings NumPy; most runs never need it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _table() -> tuple[tuple[str, ...], ...]:
    lines = (resources.files("graphkit.data") / "languages.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def _codes() -> dict[str, str]:
    return {key.lower(): code for code, *others in _table() for key in (code, *others) if key}


@cache
def _names() -> dict[str, str]:
    return {row[0]: row[-1] for row in _table()}
