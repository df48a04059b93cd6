"""Whether two names of a story may be one: short forms, initials, generations, legal forms."""

from graphkit.extraction.gazetteer import folded, given_names, is_name_word


def bare_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words without full stops, articles and possessives, "al-" cut off.

    Examples
    --------
    >>> bare_words(("Bashar", "al-Assad"))
    ('bashar', 'assad')
    """
    out = []
    for word in words:
        word = folded(word).replace(".", "").removesuffix("'s")
        for prefix in ("al-", "el-", "ul-"):
            word = word.removeprefix(prefix)
        if word and word not in {"the", "'", "-", "al", "el", '"', "`", "``", "''", ",", "s"}:
            out.append(word)
    return tuple(out)


def split_suffix(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The words without a generation's suffix, and the suffix.

    Examples
    --------
    >>> split_suffix(("george", "bush", "sr"))
    (('george', 'bush'), 'sr')
    """
    if len(words) > 1 and is_name_word(words[-1], "suffix"):
        return words[:-1], words[-1]
    return words, ""


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the shorter bare name `b` may be short for `a`; both without suffix.

    Examples
    --------
    >>> same_person(("ann", "marie", "holm"), ("a", "holm")), same_person(("ann", "holm"), ("eva", "holm"))
    (True, False)
    >>> same_person(("kim", "jong", "un"), ("kim",))
    True
    """
    if a == b:
        return True
    if len(b) > len(a):
        a, b = b, a
    if len(b) == 1:
        return b[0] == a[-1] or (b[0] in a[1:] and len(a) > 2) or (b[0] == a[0] and is_name_word(a[0], "surname"))
    if a[-len(b) :] == b:
        return True
    if a[-1] != b[-1]:
        # "Juan Santos" for "Juan Santos Calderon"; "Xi Jin ping" cut differently
        return len(b) >= 2 and a[: len(b)] == b
    middles = zip(a[1:-1], b[1:-1], strict=False)
    return _given_fits(a[0], b[0]) and all(_given_fits(x, y) for x, y in middles)


def _given_fits(a: str, b: str) -> bool:
    """Whether two given names may be the same: equal, an initial, or the beginning (Rob, Robert)."""
    short, long = sorted((a, b), key=len)
    if {given_names().get(short), given_names().get(long)} >= {"f", "m"}:
        return False  # Martin and Martina
    if len(short) > 5 and _spelt_alike(short, long):
        return True
    return long.startswith(short) if len(short) != 2 else long == short


def _spelt_alike(short: str, long: str) -> bool:
    """Whether two given names differ by one inner letter, left out or another: Dmitri, Dmitrii's kind of difference."""
    if len(long) - len(short) > 1 or short[0] != long[0] or short[-1] != long[-1]:
        return False
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def same_organization(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether `b` is a short form of `a`: the same words, its beginning, or its initials.

    Examples
    --------
    >>> same_organization(("goldman", "sachs"), ("goldman",))
    True
    >>> same_organization(("central", "bank", "of", "norland"), ("cbn",))
    True
    """
    a, b = _plain(a), _plain(b)
    if a == b:
        return bool(a)
    if len(b) > len(a):
        a, b = b, a
    if not b:
        return False
    if len(b) == 1 and len(a) > 1 and _initials(a, b[0]):
        return True
    if a[: len(b)] == b and not is_name_word(b[-1], "organization") and b[-1] not in {"of", "for", "and"}:
        return len(b) > 1 or len(b[0]) > 3
    return a[-len(b) :] == b and (len(b) > 1 or not is_name_word(b[0], "organization"))


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    out = words
    while len(out) > 1 and is_name_word(out[-1], "company"):
        out = out[:-1]
    return out


def _initials(words: tuple[str, ...], short: str) -> bool:
    content = [w for w in words if w not in {"of", "for", "and", "the", "in", "on", "&", "to"}]
    return len(short) >= 2 and short in ("".join(w[0] for w in content), "".join(w[0] for w in words))
