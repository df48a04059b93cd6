"""What the readers of complements look at, and what they hand back."""

from dataclasses import dataclass

from graphkit.extraction.clauses.groups import Group
from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.layers import Oblique, Phrase


@dataclass(frozen=True, slots=True)
class Site:
    """A verb group in its tree, with its obliques; `top` is the outermost verb of its chain."""

    tree: Tree
    group: Group
    obliques: tuple[Oblique, ...]
    top: int

    @property
    def verb(self) -> int:
        """Token of the verb."""
        return self.group.head

    @property
    def lemma(self) -> str:
        """Lemma of the verb."""
        return self.tree.lemmas[self.group.head]


@dataclass(frozen=True, slots=True)
class Complement:
    """Objects (one clause each) with the relation tokens and predicate words they add to the verb's own.

    `trigger` replaces the verb as content word (event noun of a light verb).
    """

    kind: str
    objects: tuple[Phrase, ...] = ()
    tokens: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    trigger: int | None = None


def rest(obliques: tuple[Oblique, ...], *used: Oblique) -> tuple[Oblique, ...]:
    """The obliques but those that are used."""
    return tuple(o for o in obliques if not any(o is u for u in used))
