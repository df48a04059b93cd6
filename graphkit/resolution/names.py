"""Spelling of names reduced to what two spellings of one name share."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[^\w]+")
_SPECIAL = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})


def fold(name: str) -> str:
    """Name in lower case without accents, punctuation, possessive and leading article.

    Examples
    --------
    >>> fold("The Łódź Court's")
    'lodz court'
    """
    name = name.replace("’", "'").casefold().removesuffix("'s").removesuffix("'")
    flat = unicodedata.normalize("NFKD", name.translate(_SPECIAL))
    flat = "".join(c for c in flat if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", flat).strip().removeprefix("the ")
