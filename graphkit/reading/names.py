"""Names and content words of a paragraph, as far as plain patterns tell them: enough to see that the topic changes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.reading.words import word_list

_LOOK = 2_000  # code points of a paragraph that are looked at
_WORD = re.compile(r"[^\W\d_][\w’'-]*|[.!?:;,()\"“”]")
_SENTENCE_ENDS = frozenset('.!?:"“”')


@dataclass(frozen=True, slots=True)
class Names:
    """What a text names, in lower case.

    `names` are the capitalised words, `full` the last two words of longer names, `bare` the names of one word, `stems`
    the beginnings of the other words that are not short.
    """

    names: frozenset[str]
    full: frozenset[str]
    bare: frozenset[str]
    stems: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        """All content words."""
        return self.names | self.bare | self.stems

    def family_names(self) -> dict[str, str]:
        """The full names by their last words."""
        return {name.rsplit(" ", 1)[1]: name for name in sorted(self.full)}


def names_in(text: str) -> Names:
    """What a text names.

    Examples
    --------
    >>> found = names_in("Mayor Anna Berg spoke in Oslo. Berg said so.")
    >>> sorted(found.full), sorted(found.bare)
    (['anna berg'], ['berg', 'oslo'])
    """
    names: set[str] = set()
    full: set[str] = set()
    bare: set[str] = set()
    stems: set[str] = set()
    for run, opens in _runs(text[:_LOOK], stems):
        names.update(run if not opens or len(run) > 1 else ())
        if len(run) > 1:
            full.add(" ".join(run[-2:]))
        else:
            bare.add(run[0])
    return Names(frozenset(names), frozenset(full), frozenset(bare), frozenset(stems))


def union(parts: Iterable[Names]) -> Names:
    """What several texts name."""
    known = list(parts)
    return Names(
        frozenset().union(*(part.names for part in known)),
        frozenset().union(*(part.full for part in known)),
        frozenset().union(*(part.bare for part in known)),
        frozenset().union(*(part.stems for part in known)),
    )


def _runs(text: str, stems: set[str]) -> Iterable[tuple[list[str], bool]]:
    """Runs of capitalised words, without titles, and whether each opens a sentence; content stems go to `stems`."""
    untold = word_list("untold")
    run: list[str] = []
    opens = start = True
    for found in _WORD.finditer(text):
        word = found.group()
        lower = re.sub(r"[’']s?$", "", word.lower())
        if word[0].isupper() and len(lower) > 1:
            if lower in untold or (start and re.search(r"-[a-z]", word)):  # "Battle-tested Russian weapons"
                yield from _closed(run, opens)
                run = []
            else:
                opens = start if not run else opens
                run.append(lower)
            start = False
            if word.endswith(("’s", "'s", "s’", "s'")):
                yield from _closed(run, opens)
                run = []
            continue
        yield from _closed(run, opens)
        run = []
        start = word in _SENTENCE_ENDS or (start and not word[0].isalnum())
        if len(lower) >= 5:
            stems.add(lower[:6])
    yield from _closed(run, opens)


def _closed(run: list[str], opens: bool) -> Iterable[tuple[list[str], bool]]:
    return [(run, opens)] if run else []
