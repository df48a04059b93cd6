"""What every store guarantees, each a test run on all of them."""

from pathlib import Path

import pytest
import strategies
from storetools import Open, lines

from graphkit.errors import (
    MissingEndpoint,
    OptionError,
    QueryRefused,
    QuerySyntaxError,
    QueryTimeout,
    ResolutionError,
    StoreError,
)
from graphkit.loaders import GraphStore, Node, Rel, graph, load, retract
from graphkit.loaders.graph_file import line_of
from graphkit.loaders.guard import check_parameters, check_reading
from graphkit.loaders.store import Change, StaleStore
from graphkit.model import Judgement
from graphkit.resolution import resolve

POOL = list(strategies.POOL)
A = Node("Actor", "a1", {"id": "a1", "name": "Oslo", "aliases": ["Kristiania"], "country": "NO"})
E = Node("Event", "e1", {"id": "e1", "name": "vote", "named": True, "quad": 1})
R = Rel("CONSULT", ("Actor", "a1"), ("Event", "e1"), "CONSULT:vote:actor", {"predicate": "vote", "confidence": 0.5})


def once(records=POOL, judgements=()) -> list[str]:  # type: ignore[no-untyped-def]
    """The graph made in one go without a store."""
    return [line_of(thing) for thing in graph(records, strategies.resolved(records, judgements), judgements=judgements)]


def test_writing_twice_changes_nothing(store: GraphStore) -> None:
    store.ensure_schema()
    store.ensure_schema()
    store.apply(Change(nodes=[A, E], rels=[R]), expect=0)
    before = lines(store)
    store.apply(Change(nodes=[E, A], rels=[R]), expect=1)
    assert lines(store) == before == [line_of(A), line_of(E), line_of(R)]


def test_given_properties_overwrite_and_none_removes(store: GraphStore) -> None:
    store.apply(Change(nodes=[A]), expect=0)
    changed = Node("Actor", "a1", {"id": "a1", "name": "Bergen", "aliases": ["Bjorgvin", "B."], "country": None})
    store.apply(Change(nodes=[changed]), expect=1)
    assert lines(store) == [line_of(changed)]


def test_parallel_edges_are_told_apart_by_key(store: GraphStore) -> None:
    other = Rel("CONSULT", R.src, R.dst, "CONSULT:host:actor", {"predicate": "host"})
    store.apply(Change(nodes=[A, E], rels=[R, other]), expect=0)
    assert [edge[2] for edge in store.to_networkx().edges(keys=True)] == ["CONSULT:host:actor", "CONSULT:vote:actor"]


def test_missing_endpoint_is_an_error_and_nothing_is_written(store: GraphStore) -> None:
    with pytest.raises(MissingEndpoint):
        store.apply(Change(nodes=[A], rels=[R]), expect=0)
    assert lines(store) == []
    assert store.revision() == 0


def test_change_prepared_for_another_revision_is_refused(store: GraphStore) -> None:
    store.apply(Change(nodes=[A]), expect=0)
    with pytest.raises(StaleStore):
        store.apply(Change(nodes=[E]), expect=0)
    assert lines(store) == [line_of(A)]


def test_loading_gives_the_graph_of_the_records(store: GraphStore) -> None:
    report = load(store, POOL, resolve(POOL))
    assert (report.created, report.updated, report.unchanged) == (6, 0, 0)
    assert lines(store) == once()
    assert sum(report.counts.nodes.values()) + sum(report.counts.edges.values()) == len(once())


def test_loading_again_changes_nothing(store: GraphStore) -> None:
    load(store, POOL, resolve(POOL))
    revision = store.revision()
    report = load(store, reversed(POOL), resolve(POOL))
    assert (report.created, report.updated, report.unchanged, report.nodes_written) == (0, 0, 6, 0)
    assert store.revision() == revision


def test_records_and_judgements_survive_closing(open_it: Open) -> None:
    judgement = Judgement(verdict="unsure", kind="actor", a=("s1", (0, 1), "A"), b=("s2", (0, 1), "B"))
    with open_it() as store:
        load(store, POOL, resolve(POOL), judgements=[judgement])
        before = lines(store)
    with open_it(read_only=True) as store:
        assert list(store.records()) == sorted(POOL, key=lambda record: record.story.id)
        assert store.judgements() == [judgement]
        assert lines(store) == before


def test_older_version_of_a_record_is_kept_out_unless_asked_for(store: GraphStore) -> None:
    load(store, strategies.NEWER, resolve(strategies.NEWER))
    assert load(store, POOL[:1], resolve(strategies.NEWER)).unchanged == 1
    mixed = [POOL[0], *strategies.NEWER[1:]]
    assert load(store, POOL[:1], resolve(mixed), replace=True).updated == 1
    assert lines(store) == once(mixed)


def test_retracting_removes_exactly_what_only_that_story_supported(store: GraphStore) -> None:
    load(store, POOL, resolve(POOL))
    report = retract(store, [POOL[2].story.id], resolve=resolve)
    assert report.removed == 1
    assert lines(store) == once([record for record in POOL if record is not POOL[2]])


def test_retracting_an_unknown_story_retracts_nothing(store: GraphStore) -> None:
    load(store, POOL, resolve(POOL))
    with pytest.raises(OptionError, match="s0 is not in"):
        retract(store, [POOL[0].story.id, "s0"], resolve=resolve)
    assert lines(store) == once()


def test_resolution_that_leaves_out_a_stored_story_is_refused(store: GraphStore) -> None:
    load(store, POOL[:3], resolve(POOL[:3]))
    with pytest.raises(ResolutionError, match="does not cover"):
        load(store, POOL[3:], resolve(POOL[3:]))
    assert lines(store) == once(POOL[:3])


def test_query_answers_with_columns_in_order_and_says_where_it_was_cut(store: GraphStore) -> None:
    load(store, POOL, resolve(POOL))
    table = store.query("MATCH (s:Story) RETURN s.name AS story, s.id AS id ORDER BY story", max_rows=2)
    assert table.columns == ("story", "id")
    assert [row[0] for row in table] == ["Story 0", "Story 1"]
    assert table.truncated
    assert not store.query("MATCH (s:Story) RETURN s.id AS id", max_rows=6).truncated


def test_query_takes_values_as_parameters_only(store: GraphStore) -> None:
    load(store, POOL, resolve(POOL))
    hostile = "x'}) DETACH DELETE s //"
    assert store.query("MATCH (s:Story {name: $name}) RETURN s.id AS id", {"name": hostile}).rows == ()
    assert lines(store) == once()


HOSTILE = [
    "MATCH (n) DETACH DELETE n",
    "CREATE (n:Actor {id: 'x'})",
    "MATCH (n:Actor) SET n.name = 'x' RETURN n.name AS name",
    "MATCH (n:Actor) REMOVE n.name RETURN 1 AS one",
    "MERGE (n:Actor {id: 'x'}) RETURN n.id AS id",
    "FOREACH (x IN [1] | CREATE (:Actor {id: 'x'}))",
    "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "RETURN 1 AS one UNION LOAD CSV FROM 'file:///etc/hostname' AS line RETURN 1 AS one",
    "CALL db.labels()",
    "CALL { CREATE (:Actor {id: 'x'}) } RETURN 1 AS one",
    "DROP CONSTRAINT graphkit_actor IF EXISTS",
    "SHOW USERS",
    "ALTER USER neo4j SET PASSWORD 'x'",
    "MATCH (n) WITH n /* ' */ DETACH DELETE n",
    "MATCH (n) // '\nDETACH DELETE n",
    "match (n) detach\tdelete n",
    "MATCH (n) RETURN '\\u0027 AS x DETACH DELETE n //'",
    "RETURN `a`` AS x` DETACH DELETE n",
    "RETURN 1 AS one; MATCH (n) DETACH DELETE n",
    "USE system RETURN 1 AS one",
    "RETURN apoc.version() AS version",
    "MATCH (n:Actor) RETURN n FORMAT CSV",
]


@pytest.mark.parametrize("cypher", HOSTILE)
def test_query_does_nothing_but_read(cypher: str) -> None:
    with pytest.raises((QueryRefused, QuerySyntaxError)):
        check_reading(cypher)


def test_hostile_queries_leave_every_store_alone(store: GraphStore) -> None:
    load(store, POOL[:2], resolve(POOL[:2]))
    before = lines(store)
    for cypher in HOSTILE:
        with pytest.raises(StoreError):
            store.query(cypher)
    assert lines(store) == before


def test_reading_transaction_refuses_writing_by_itself(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    load(store, POOL[:1], resolve(POOL[:1]))
    before = lines(store)
    for module in ("kglite_engine", "neo4j_store"):
        monkeypatch.setattr(f"graphkit.loaders.{module}.check_reading", lambda cypher: None)
    with pytest.raises(QueryRefused):
        store.query("MATCH (n) DETACH DELETE n")
    assert lines(store) == before


TEXTS = [
    'O\'Brien "x" `y`',
    "a\\b\\u0027",
    "line\nbreak\ttab",
    "Łódź 東京 🌍",
    "$p {n: 1}",
    "שלום",
    '["Oslo"]',
    "null",
    " ",
]


def test_text_comes_back_as_it_was(store: GraphStore) -> None:
    nodes = [
        Node("Actor", f"a{i}", {"id": f"a{i}", "name": text, "aliases": [text, text * 2], "kind": "person"})
        for i, text in enumerate(TEXTS)
    ]
    store.apply(Change(nodes=nodes), expect=0)
    assert lines(store) == [line_of(node) for node in nodes]
    for node in nodes:
        table = store.query("MATCH (a:Actor) WHERE a.name = $name RETURN a.id AS id", {"name": node.props["name"]})
        assert table.rows == ((node.id,),)


@pytest.mark.parametrize(
    "value",
    [{1, 2}, b"x", 2**63, "\ud800", object(), [1, [2, {"k": {3}}]]],
    ids=["set", "bytes", "big", "surrogate", "object", "nested"],
)
def test_parameters_that_no_store_takes_are_told(value: object) -> None:
    with pytest.raises(QuerySyntaxError, match="parameter p"):
        check_parameters({"p": value})


def test_query_stops_at_its_timeout(store: GraphStore) -> None:
    slow = "UNWIND range(1, 20000) AS a UNWIND range(1, 20000) AS b RETURN sum(a * b) AS s"
    with pytest.raises(QueryTimeout, match="longer than allowed"):
        store.query(slow, timeout=0.5)


def test_query_that_is_no_cypher_is_told_as_such(store: GraphStore) -> None:
    with pytest.raises(QuerySyntaxError):
        store.query("MATCH (n RETURN n")


def test_opened_for_reading_it_does_not_write(open_it: Open) -> None:
    with open_it() as store:
        load(store, POOL[:1], resolve(POOL[:1]))
    with open_it(read_only=True) as store, pytest.raises(StoreError, match="reading only"):
        store.apply(Change(nodes=[A]), expect=store.revision())


def test_networkx_form_has_the_agreed_names(store: GraphStore) -> None:
    load(store, POOL, resolve(POOL))
    made = store.to_networkx()
    assert {data["node_label"] for _, data in made.nodes(data=True)} == {"Story", "Mention", "Event", "Actor", "Place"}
    assert all(data["id"] == own and data["name"] for own, data in made.nodes(data=True))
    forbidden = {"type", "title", "label", "record", "digest", "touches"}
    assert not forbidden.intersection(*(data.keys() for _, data in made.nodes(data=True)))
    for _, _, key, data in made.edges(keys=True, data=True):
        assert key.split(":")[0] == data["edge_type"]


def test_empty_store_answers(store: GraphStore, tmp_path: Path) -> None:
    assert lines(store) == []
    assert store.query("MATCH (n:Actor)-[r:CONSULT]->(e:Event) RETURN n.name AS name").rows == ()
    assert store.counts().nodes == {}
