"""How sure a construction is, from the share of its clauses that were right where it was tried."""

from functools import cache
from importlib.resources import files

from graphkit.extraction.clauses.tree import Tree
from graphkit.extraction.layers import Phrase


@cache
def _table() -> dict[str, float]:
    out: dict[str, float] = {}
    for line in files("graphkit.data").joinpath("clause_confidence.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            rule, value = line.split("\t")
            out[rule] = float(value)
    return out


def confidence(tree: Tree, rule: str, subject: Phrase, object_: Phrase | None) -> float:
    """Confidence of a clause, 0 to 1: that of its rule, less for ends that are long or half parsed."""
    table = _table()
    kind, _, how = rule.partition("/")
    value = table.get(rule)
    if value is None:
        value = table.get(kind, 0.7) * table.get(f"/{how}", 0.9 if how else 1.0)
    if tree.deps[subject.head] in ("dep", "ROOT") or subject.end - subject.start > 25:
        value *= 0.8
    if object_ is not None and object_.end - object_.start > 25:
        value *= 0.9
    return round(value, 3)
