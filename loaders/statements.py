"""The loader's own Cypher, the same for every Cypher store. Names come from `schema`, values are parameters."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graphkit.loaders.schema import LABELS, META, NODE_PROPERTIES, OWNED_IN, OWNED_OUT, REL_ENDS, REL_PROPERTIES, Label
from graphkit.loaders.store import Change, Counts, Node, Ref, Rel

Rows = Callable[[str], list[dict[str, Any]]]
"""Function that runs a reading query and returns its rows."""

Write = Literal["merge", "seek", "create"]
"""How nodes and relationships are written, see `statements`."""

ROWS = 1000
"""Rows of one statement."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Cypher with its rows; `endpoints`: it answers with the number of rows whose both ends were found."""

    cypher: str
    rows: Sequence[Any]
    endpoints: bool = False


SCHEMA: tuple[str, ...] = (
    *(
        f"CREATE CONSTRAINT graphkit_{label.lower()} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in (*LABELS, META)
    ),
    "CREATE INDEX graphkit_event_date IF NOT EXISTS FOR (n:Event) ON (n.date_from)",
    "CREATE INDEX graphkit_event_type IF NOT EXISTS FOR (n:Event) ON (n.event_type)",
    "CREATE INDEX graphkit_story_published IF NOT EXISTS FOR (n:Story) ON (n.published)",
    "CREATE INDEX graphkit_actor_name IF NOT EXISTS FOR (n:Actor) ON (n.name)",
)

RETIRED: tuple[str, ...] = tuple(f"DROP INDEX graphkit_{name} IF EXISTS" for name in ("actors", "events", "sentences"))
"""Full-text indexes of older stores: no question asks them, and they cost a third of a load."""

NEXT_REVISION = f"""
MERGE (g:{META} {{id: 'store'}})
ON CREATE SET g.name = 'graphkit store', g.revision = 0
SET g.revision = g.revision + 1
RETURN g.revision AS revision
"""
READ_META = (
    f"MATCH (g:{META} {{id: 'store'}}) RETURN g.revision AS revision, g.judgements AS judgements, g.aliases AS aliases"
)
SET_KEPT = f"MATCH (g:{META} {{id: 'store'}}) SET g += $kept"
READ_INDEX = "MATCH (s:Story) RETURN s.id AS id, s.digest AS digest, s.touches AS touches"
READ_IDS = "MATCH (s:Story) RETURN s.id AS id ORDER BY id"
READ_RECORDS = "UNWIND $ids AS id MATCH (s:Story {id: id}) RETURN s.id AS id, s.record AS record"


def statements(change: Change, *, write: Write = "merge") -> Iterator[Statement]:
    """Statements of a change in the order in which they must run; each takes its rows as ``$rows``.

    Parameters
    ----------
    write
        "create" where nothing of it can be there yet; "seek" for an engine whose MERGE goes through all that leaves a
        node: there what an actor leads to is looked for from its other end.
    """
    yield from _chunks(
        "UNWIND $rows AS id MATCH (:Story {id: id})-[:CONTAINS]->(m:Mention) DETACH DELETE m", change.clear
    )
    for label, refs in _by_label(change.drop).items():
        yield from _chunks(f"UNWIND $rows AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n", refs)
    if change.judged is not None:
        for label in ("Actor", "Event"):
            yield Statement(f"UNWIND $rows AS row MATCH (:{label})-[r:JUDGED]->(:{label}) DELETE r", [1])
    yield from _prunes(change)
    yield from _nodes(change.nodes, write)
    yield from _rels([*change.rels, *(change.judged or ())], write)


def _prunes(change: Change) -> Iterator[Statement]:
    rows: dict[Label, list[dict[str, Any]]] = defaultdict(list)
    for prune in change.prune:
        rows[prune.node[0]].append({"id": prune.node[1], "keep": list(prune.keep)})
    where = "WHERE NOT (type(r) + '|' + o.id + '|' + r.key) IN row.keep DELETE r"
    for label, some in sorted(rows.items()):
        for left, right, types in (("<-", "-", OWNED_IN.get(label)), ("-", "->", OWNED_OUT.get(label))):
            if types:
                pattern = f"(n:{label} {{id: row.id}}){left}[r:{'|'.join(types)}]{right}(o)"
                yield from _chunks(f"UNWIND $rows AS row MATCH {pattern} {where}", some)


def _nodes(nodes: Iterable[Node], write: Write) -> Iterator[Statement]:
    rows: dict[Label, list[Node]] = defaultdict(list)
    for node in nodes:
        rows[node.label].append(node)
    for label in LABELS:
        some = [{"id": node.id, "props": dict(node.props)} for node in sorted(rows[label], key=lambda node: node.id)]
        verb = "CREATE" if write == "create" else "MERGE"
        yield from _chunks(f"UNWIND $rows AS row {verb} (n:{label} {{id: row.id}}) SET n += row.props", some)


def _rels(rels: Iterable[Rel], write: Write) -> Iterator[Statement]:
    rows: dict[tuple[str, Label, Label], list[Rel]] = defaultdict(list)
    for rel in rels:
        rows[rel.type, rel.src[0], rel.dst[0]].append(rel)
    for (type_, src, dst), group in sorted(rows.items()):
        if (src, dst) not in REL_ENDS[type_]:
            raise ValueError(f"{type_} cannot lead from {src} to {dst}")
        some = [
            {"src": rel.src[1], "dst": rel.dst[1], "key": rel.key, "props": dict(rel.props)}
            for rel in sorted(group, key=lambda rel: (rel.src, rel.dst, rel.key))
        ]
        ends = f"UNWIND $rows AS row MATCH (a:{src} {{id: row.src}}) MATCH (b:{dst} {{id: row.dst}})"
        edge = f"(a)-[r:{type_} {{key: row.key}}]->(b)"
        found = f"{'CREATE' if write == 'create' else 'MERGE'} {edge}"
        if write == "seek" and src == "Actor":
            found = f"MATCH (b)<-[r:{type_} {{key: row.key}}]-(a)"
            yield from _chunks(f"{ends} WHERE NOT EXISTS {{ {found} }} CREATE {edge}", some)
        yield from _chunks(f"{ends} {found} SET r += row.props RETURN count(*) AS n", some, endpoints=True)


def _chunks(cypher: str, rows: Sequence[Any], *, endpoints: bool = False) -> Iterator[Statement]:
    for start in range(0, len(rows), ROWS):
        yield Statement(cypher, rows[start : start + ROWS], endpoints)


def _by_label(refs: Iterable[Ref]) -> dict[Label, list[str]]:
    found: dict[Label, list[str]] = {}
    for label, own in sorted(refs):
        found.setdefault(label, []).append(own)
    return found


def export_all(rows: Rows) -> Iterator[Node | Rel]:
    """The graph of a Cypher store in canonical order."""
    for label in sorted(LABELS):
        columns = ", ".join(f"n.`{name}` AS `{name}`" for name in NODE_PROPERTIES[label])
        found = rows(f"MATCH (n:{label}) RETURN {columns}")
        for row in sorted(found, key=lambda row: str(row["id"])):
            yield Node(label, row["id"], {name: value for name, value in row.items() if value is not None})
    for type_ in sorted(REL_ENDS):
        columns = "".join(f", r.`{name}` AS `{name}`" for name in REL_PROPERTIES[type_])
        for src, dst in sorted(REL_ENDS[type_]):
            found = rows(
                f"MATCH (a:{src})-[r:{type_}]->(b:{dst}) "
                f"RETURN a.id AS src_id, b.id AS dst_id, r.key AS rel_key{columns}"
            )
            for row in sorted(found, key=lambda row: (row["src_id"], row["dst_id"], row["rel_key"])):
                props = {name: row[name] for name in REL_PROPERTIES[type_] if row[name] is not None}
                yield Rel(type_, (src, row["src_id"]), (dst, row["dst_id"]), row["rel_key"], props)


def count_all(rows: Rows) -> Counts:
    """Numbers of nodes of each label and of edges of each type in a Cypher store."""
    nodes = {label: rows(f"MATCH (n:{label}) RETURN count(n) AS n")[0]["n"] for label in sorted(LABELS)}
    edges = {type_: rows(f"MATCH ()-[r:{type_}]->() RETURN count(r) AS n")[0]["n"] for type_ in sorted(REL_ENDS)}
    return Counts({k: n for k, n in nodes.items() if n}, {k: n for k, n in edges.items() if n})
