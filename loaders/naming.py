"""Names for events that have none: "Trump pardons Flynn"."""

from collections.abc import Sequence

_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_PLURAL = {"be": "are"}
_PREPOSITIONS = frozenset(
    {"about", "against", "at", "between", "by", "for", "from", "in", "into", "of", "on", "to", "with"}
)
_LONGEST = 120
"""Characters of a name; a longer one is cut at a word."""


def present(predicate: str, *, plural: bool = False) -> str:
    """Predicate with its first verb in the third person of the present tense.

    Examples
    --------
    >>> present("decline to endorse"), present("carry out"), present("meet", plural=True)
    ('declines to endorse', 'carries out', 'meet')
    """
    verb, _, rest = predicate.partition(" ")
    if plural:
        verb = _PLURAL.get(verb, verb)
    elif verb in _IRREGULAR:
        verb = _IRREGULAR[verb]
    elif verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        verb += "es"
    elif verb.endswith("y") and verb[-2:-1] not in ("a", "e", "o", "u", ""):
        verb = verb[:-1] + "ies"
    else:
        verb += "s"
    return f"{verb} {rest}".strip()


def listed(names: Sequence[str]) -> str:
    """Names as one phrase, at most three.

    Examples
    --------
    >>> listed(["A", "B", "C"]), listed(["A", "B", "C", "D", "E"])
    ('A, B and C', 'A, B and 3 others')
    """
    if len(names) > 3:
        return f"{', '.join(names[:2])} and {len(names) - 2} others"
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def short_name(name: str, aliases: Sequence[str], kind: str) -> str:
    """Last or first word of a person's name where the story calls the person so, else the name.

    Examples
    --------
    >>> short_name("Michael Flynn", ["Flynn"], "person"), short_name("Xi Jinping", ["Xi"], "person")
    ('Flynn', 'Xi')
    """
    words = name.split()
    if kind == "person" and len(words) > 1:
        for word in (words[-1], words[0]):
            if word in aliases:
                return word
    return name


def event_name(
    predicate: str, actors: Sequence[str], recipients: Sequence[str], objects: Sequence[str], *, plural: bool = False
) -> str:
    """Name from what is done, by whom, to whom, and with what things; `plural`: the one doer is many.

    Examples
    --------
    >>> event_name("pardon", ["Trump"], ["Flynn"], [])
    'Trump pardons Flynn'
    >>> event_name("offer", ["Putin"], ["CSTO"], ["Russian weapons"])
    'Putin offers Russian weapons to CSTO'
    >>> event_name("meet", ["Putin", "Xi"], [], [])
    'Putin and Xi meet'
    >>> event_name("kill", [], ["Rao"], [])
    'kill: Rao'
    >>> event_name("meeting with", [], ["Trump", "Kim"], [])
    'meeting with Trump and Kim'
    """
    if not actors:
        joint = " " if predicate.split()[-1:] and predicate.split()[-1] in _PREPOSITIONS else ": "
        return cut(joint.join(filter(None, (predicate, listed([*recipients, *objects])))))
    words = [listed(actors), present(predicate, plural=plural or len(actors) > 1)]
    if objects:
        words.append(listed(objects))
    if recipients:
        words.append(f"to {listed(recipients)}" if objects else listed(recipients))
    return cut(" ".join(words))


def cut(name: str, longest: int = _LONGEST) -> str:
    """Name on one line, cut at a word and marked where it is longer than `longest` characters.

    Examples
    --------
    >>> cut("one two three", 9)
    'one …'
    """
    name = " ".join(name.split())
    if len(name) <= longest:
        return name
    head = name[: longest - 2]
    return head.rsplit(" ", 1)[0] + " …"
