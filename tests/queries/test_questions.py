"""Question files: their headers, the portable subset of Cypher, and what is given for their parameters."""

import re
from pathlib import Path

import pytest
import strategies

from graphkit.errors import InputError, QuestionError
from graphkit.loaders import find_actor, load
from graphkit.loaders.find import candidates
from graphkit.loaders.guard import check_reading
from graphkit.loaders.nx_store import NetworkXStore
from graphkit.loaders.schema import LABELS, NODE_PROPERTIES, REL_ENDS, REL_PROPERTIES
from graphkit.model import Actor, ActorMention, Mention, Participant, Record, identity, make_story
from graphkit.model import Event as RecordEvent
from graphkit.queries import Question, load_question, parse_question, questions

AVOID = {
    "quantified path": r"\)\{\d|\){1,}\+|\]->\+",
    "SHORTEST k": r"\bSHORTEST\b",
    "shortestPath, which post-filters on one store": r"\b(all)?shortestPaths?\b",
    "COLLECT subquery": r"\bCOLLECT\s*\{",
    "dynamic label": r"\$\(",
    "id() or elementId()": r"\b(element)?id\(",
    "whole maps of properties": r"\b(properties|keys)\(|\.\*",
    "calls": r"\bCALL\b",
    "procedures and plugins": r"\b(apoc|gds|db|dbms)\.",
    "Cypher 25 alone": r"\b(LET|FILTER|NEXT|FINISH|SEARCH)\b",
    "block comments": r"/\*",
    "percentileCont": r"percentileCont|percentileDisc",
    "unbounded path": r"\[[^\]]*\*(?!\d*\.\.\d)[^\]]*\]",
    "structural names of one store": r"\.\s*(title|type|label)\b",
}


def body(question: Question) -> str:
    """Cypher without comments and strings."""
    return re.sub(r"//[^\n]*|'[^']*'", "", question.cypher)


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
class TestFile:
    def test_has_a_header(self, question: Question) -> None:
        assert question.purpose.endswith(".")
        assert question.columns
        assert all(parameter.text for parameter in question.parameters)

    def test_uses_exactly_the_parameters_of_its_header(self, question: Question) -> None:
        assert set(re.findall(r"\$(\w+)", body(question))) == {parameter.name for parameter in question.parameters}

    def test_keeps_to_the_portable_subset(self, question: Question) -> None:
        for what, pattern in AVOID.items():
            assert not re.search(pattern, body(question)), what

    def test_only_reads(self, question: Question) -> None:
        check_reading(question.cypher)

    def test_speaks_of_known_labels_types_and_properties(self, question: Question) -> None:
        cypher = body(question)
        names = set(re.findall(r"[(\[]\w*:(\w+)", cypher))
        assert names <= {*LABELS, *REL_ENDS}
        known = {name for names in (*NODE_PROPERTIES.values(), *REL_PROPERTIES.values()) for name in names}
        assert {name.strip("`") for name in re.findall(r"\b\w+\.(`?\w+`?)", cypher) if not name.isdigit()} <= known

    def test_has_a_total_order(self, question: Question) -> None:
        assert question.name == "overview" or "ORDER BY" in question.cypher


def test_there_are_at_least_25_questions() -> None:
    assert len(questions()) >= 25


def test_unknown_question_names_those_that_are_near() -> None:
    with pytest.raises(QuestionError, match="there are events_at, events_in_country"):
        load_question("events")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "needs actor"),
        ({"actor": "x", "whom": "y"}, "no parameter 'whom'; it has actor"),
        ({"actor": "x", "limit": "ten"}, "expected a whole number"),
        ({"actor": "x", "limit": -1}, "not negative"),
        ({"actor": "x", "since": "yesterday"}, "expected a day, month or year"),
        ({"actor": "x", "since": "2025-13-01"}, "expected a day, month or year"),
        ({"actor": 5}, "expected text"),
    ],
)
def test_wrong_parameters_say_what_to_do(given: dict[str, object], message: str) -> None:
    with pytest.raises(QuestionError, match=message):
        load_question("timeline").bind(given)


def test_parameters_take_texts_of_a_command_line_and_defaults() -> None:
    bound = load_question("timeline").bind({"actor": "a1", "limit": "5", "since": "2024-02"})
    assert bound == {"actor": "a1", "since": "2024-02", "until": None, "limit": 5}


def test_header_that_cannot_be_read_is_an_input_error() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        parse_question("x", "// purpose: P.\n// param: actor\nRETURN 1 AS one")
    with pytest.raises(InputError, match="no JSON"):
        parse_question("x", "// param: n int = many\nRETURN 1 AS one")


def test_file_of_a_user_is_a_question(tmp_path: Path) -> None:
    path = tmp_path / "mine.cypher"
    path.write_text("MATCH (s:Story) WHERE s.name = $name RETURN s.id AS id")
    with NetworkXStore() as store:
        records = list(strategies.POOL)
        load(store, records, strategies.resolved(records))
        assert store.ask(str(path), name="Story 1").rows == ((records[1].story.id,),)


def named(*names: str) -> Record:
    """A record in which each of the names takes part in an event."""
    story = make_story(" ".join(names))
    actors, participants = [], []
    for i, name in enumerate(names):
        span = (i, i + 1)
        own = identity("actor", story.id, "person", span)
        mentions = (ActorMention(span=span, head=span, form="name"),)
        kind = "person" if " " in name else "organization"
        actors.append(Actor(id=own, name=name, kind=kind, mentions=mentions, aliases=(name.split()[-1],)))  # type: ignore[arg-type]
        participants.append(Participant(role="actor", actor=own, text=name, span=span))
    event = RecordEvent(id="e1", name="meet", type="CONSULT", mentions=("m1",))
    meeting = Mention(
        participants=tuple(participants),
        id="m1", event="e1", type="CONSULT", sentence=(0, 1), trigger=(0, 1), predicate="meet"
    )  # fmt: skip
    return Record(version="graphkit 0.1.0", story=story, actors=tuple(actors), events=(event,), mentions=(meeting,))


@pytest.fixture
def people() -> NetworkXStore:
    store = NetworkXStore()
    record = named("Vladimir Putin", "Jean-Luc Fournière", "CSTO", "Kyiv", "Ann Holm", "Jon Holm")
    load(store, [record], strategies.resolved([record]))
    return store


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("putin", "Vladimir Putin"),
        ("VLADIMIR PUTIN", "Vladimir Putin"),
        ("the CSTO", "CSTO"),
        ("jean luc fourniere", "Jean-Luc Fournière"),
        ("Kiev", "Kyiv"),
        ("Ann", "Ann Holm"),
    ],
)
def test_actor_is_found_by_a_loose_name(people: NetworkXStore, text: str, name: str) -> None:
    assert find_actor(people, text).name == name


def test_several_actors_of_a_name_are_listed(people: NetworkXStore) -> None:
    with pytest.raises(QuestionError, match=r"may be 2 of the store: Ann Holm \(person, a\w+, 1\); Jon Holm"):
        find_actor(people, "holm")
    assert [candidate.name for candidate in candidates(people, "actor", "holm")] == ["Ann Holm", "Jon Holm"]


def test_actor_that_is_not_there_is_told(people: NetworkXStore) -> None:
    with pytest.raises(QuestionError, match="no actor of memory is called 'Nemo'"):
        find_actor(people, "Nemo")


def test_question_takes_loose_names(people: NetworkXStore) -> None:
    rows = people.ask("who_met_whom", actor="putin", limit="2").dicts()
    assert [row["other"] for row in rows] == ["Ann Holm", "CSTO"]


def test_table_becomes_a_data_frame(people: NetworkXStore) -> None:
    frame = people.ask("actors").to_pandas()
    assert list(frame.columns) == list(load_question("actors").columns)
    assert len(frame) == 6
