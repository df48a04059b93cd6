"""Which nodes are drawn at first, and where they stand."""

import numpy as np
import pytest

from graphkit.errors import PageError
from graphkit.page.content import STATUSES, Content, standings
from graphkit.page.core import View, choose
from graphkit.page.focus import find_focus
from graphkit.page.layout import _best_rows, arrange
from graphkit.page.picture import draw
from graphkit.page.ranking import relevance
from graphkit.page.read import drawable_ids, read_graph

from .fixture import big_graph, news_graph


@pytest.fixture(scope="module")
def content() -> Content:
    return read_graph(news_graph())


@pytest.fixture(scope="module")
def medium() -> Content:
    return read_graph(big_graph(300, 400, 1500))


def chosen(content: Content, **view: object) -> list[str]:
    picked = choose(content, View(**view), relevance(content))  # type: ignore[arg-type]
    return [content.nodes[i].id for i in picked]


def test_core_has_at_most_top_nodes_and_each_has_a_neighbour_in_it(medium: Content) -> None:
    picture = draw(medium, View(top=60))
    assert len(picture.drawn) == 60
    ends = {end for line in picture.lines for end in (line.source, line.target)}
    assert ends == set(picture.drawn)


def test_core_is_the_same_each_time(medium: Content) -> None:
    assert draw(medium, View(top=60)) == draw(medium, View(top=60))


def test_focus_brings_what_lies_within_the_hops(content: Content) -> None:
    one = set(chosen(content, focus="Vera Lindqvist", hops=1))
    assert one == {"a:prosecutor", "e:charge"}
    assert one < set(chosen(content, focus="Vera Lindqvist", hops=2))


@pytest.mark.parametrize("name", ["Tomáš Varga", "tomas varga", "PREMIER VARGA", "a:varga", "omas v"])
def test_focus_is_found_by_name_alias_id_and_part(content: Content, name: str) -> None:
    assert content.nodes[find_focus(content, name, list(range(len(content.nodes))))].id == "a:varga"


def test_part_of_several_names_lists_them(content: Content) -> None:
    with pytest.raises(PageError, match=r"in the name of \d+ nodes: .*'Lindholm District Court'"):
        find_focus(content, "lindholm", list(range(len(content.nodes))))


def test_time_keeps_events_of_that_time_and_their_actors(content: Content) -> None:
    picked = chosen(content, since="2025-03-20", until="2025-03-21")
    assert {i for i in picked if i.startswith("e:")} == {"e:convict", "e:appeal"}
    assert {i for i in picked if i.startswith("a:")} == {"a:brandt", "a:court", "a:judge"}


def test_month_and_year_mean_all_their_days(content: Content) -> None:
    assert "e:bribe" in chosen(content, since="2024", until="2024-12")
    assert "e:loan" not in chosen(content, since="2024", until="2024-12")


def test_answer_of_a_question_is_drawn_with_what_ties_it_together(content: Content) -> None:
    picked = chosen(content, ids=("a:maren", "a:varga"))
    assert {"a:maren", "a:varga", "e:meet"} <= set(picked)
    assert "a:brandt" not in picked


def test_event_of_an_answer_is_drawn_with_all_who_take_part(content: Content) -> None:
    event = content.index["e:convict"]
    parts = {content.nodes[s.actor].id for s in content.statements if s.event == event}
    assert set(chosen(content, ids=("e:convict",))) == {"e:convict"} | parts


def test_mentions_stories_and_places_stand_for_their_events() -> None:
    graph = news_graph()
    mention = next(m for m, _, facts in graph.in_edges("e:strike", data=True) if facts["edge_type"] == "OF")
    assert drawable_ids(graph, [mention]) == ("e:strike",)
    assert set(drawable_ids(graph, ["s:s8"])) == {"e:charge", "e:loan"}
    assert drawable_ids(graph, ["p:tersa"]) == ("e:visit",)
    assert drawable_ids(graph, ["a:judge", "none"]) == ("a:judge",)


def test_status_of_a_statement_is_asserted_as_soon_as_one_claim_is(content: Content) -> None:
    status = {(content.nodes[s.actor].id, content.nodes[s.event].id): STATUSES[s.status] for s in content.statements}
    assert status["a:navy", "e:seize"] == "asserted"
    assert status["a:norvia", "e:blockade"] == "denied"
    assert status["a:maren", "e:visit"] == "planned"
    assert status["a:tersa", "e:sanction"] == "possible"


def test_a_trigger_that_occurs_twice_is_placed_by_the_participants() -> None:
    graph = news_graph()
    mention = next(m for m, _, facts in graph.in_edges("e:strike", data=True) if facts["edge_type"] == "OF")
    facts = graph.nodes[mention]
    shift = len("A strike! ")
    facts["sentence"] = "A strike! " + facts["sentence"]
    content = read_graph(graph)
    claim = next(c for c in content.claims if c.facts is facts)
    assert claim.trigger is not None
    assert claim.trigger[0] > shift
    assert all(facts["sentence"][start:end] == text for _, _, text, start, end in claim.parts)


def test_boxes_do_not_overlap_and_small_parts_stay_near() -> None:
    rng = np.random.default_rng(0)
    edges = [(i, int(rng.integers(0, i))) for i in range(1, 60)] + [(60, 61), (62, 63)]
    boxes = np.tile([60.0, 40.0], (65, 1))
    position = arrange(65, edges, boxes)
    gap = np.abs(position[:, None] - position[None])
    close = ((gap < boxes[0] - 2).all(axis=2)).sum() - 65
    assert close == 0
    width, height = np.ptp(position, axis=0)
    assert width * height < 6 * boxes.prod(axis=1).sum()


def test_crowded_layout_ends_in_time() -> None:
    hub = [(0, i) for i in range(1, 1200)]
    position = arrange(1200, hub, np.tile([34.0, 30.0], (1200, 1)))
    assert np.isfinite(position).all()


def test_events_that_are_no_plain_facts_are_told_apart_by_a_word(content: Content) -> None:
    told = {content.nodes[event].id: word for event, word in standings(content).items()}
    assert told["e:seize"] == "disputed"
    assert told["e:visit"] == "planned"
    assert "e:charge" not in told


def test_parts_of_one_size_stand_beside_each_other() -> None:
    sizes = [(940.0, 1200.0), (920.0, 1380.0), (970.0, 1430.0)]
    corners = _best_rows(sizes)
    right = max(x + width for (x, _), (width, _) in zip(corners, sizes, strict=True))
    bottom = max(y + height for (_, y), (_, height) in zip(corners, sizes, strict=True))
    assert 0.7 < right / bottom < 3
