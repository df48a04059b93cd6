"""Word families: "kill" and "killing", "die" and "death" tell the same kind of event."""

from functools import cache
from importlib.resources import files

_SUFFIXES = (
    *("ations", "ation", "itions", "ition", "ments", "ment", "ings", "ing", "ions", "ion", "als", "al"),
    *("ed", "es", "s", "e", "y"),
)


@cache
def _irregular() -> dict[str, str]:
    out: dict[str, str] = {}
    text = files("graphkit.data").joinpath("event_words.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("family\t"):
            words = line.split("\t")[1].split()
            out.update((word, out.get(words[0], words[0])) for word in words)
    return out


@cache
def family(lemma: str) -> str:
    """Name of the family that a verb or noun belongs to.

    Examples
    --------
    >>> family("killing") == family("kill"), family("death") == family("die"), family("visit") == family("kill")
    (True, True, False)
    """
    word = lemma.lower()
    known = _irregular().get(word)
    if known is not None:
        return known
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word.removesuffix(suffix)
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return _irregular().get(word, word)
