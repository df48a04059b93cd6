"""Forms of English verbs by the spelling rules, for word lists that hold lemmas."""

VOWELS = frozenset("aeiou")


def inflections(verb: str, irregular: str = "-") -> set[str]:
    """Forms of a verb by the spelling rules; the given forms take the place of the rule they end like.

    Parameters
    ----------
    verb
        The lemma.
    irregular
        Forms joined by commas: past forms, and the "-ing" form where it doubles a consonant; "-" for none.

    Examples
    --------
    >>> sorted(inflections("deny"))
    ['denied', 'denies', 'deny', 'denying']
    >>> sorted(inflections("write", "wrote,written"))
    ['write', 'writes', 'writing', 'written', 'wrote']
    """
    own = set() if irregular == "-" else set(irregular.split(","))
    y = verb[-1] == "y" and verb[-2] not in VOWELS
    out = {verb} | own
    out.add(verb[:-1] + "ies" if y else verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"))
    if not any(form.endswith("ing") for form in own):
        out.add(verb[:-1] + "ing" if verb[-1] == "e" and not verb.endswith(("ee", "oe")) else verb + "ing")
    if not any(not form.endswith("ing") for form in own):
        out.add(verb[:-1] + "ied" if y else verb + ("d" if verb[-1] == "e" else "ed"))
    return out
