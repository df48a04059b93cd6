"""Sectors of actors: from the shipped table of organisations, else not known."""

import msgspec
import pytest
import strategies

from graphkit.loaders import Node, graph


@pytest.mark.parametrize(("name", "sector"), [("NATO", "military"), ("Vesterholm Fishing", None)])
def test_sector_is_told_only_of_a_known_organisation(name: str, sector: str | None) -> None:
    record = strategies.record(0)
    first = next(actor for actor in record.actors if actor.kind == "person")
    other = msgspec.structs.replace(first, name=name, kind="organization", aliases=())
    told = msgspec.structs.replace(record, actors=tuple(other if actor is first else actor for actor in record.actors))
    actors = [t for t in graph([told], strategies.resolved([told])) if isinstance(t, Node) and t.label == "Actor"]
    assert {actor.props["sector"] for actor in actors if actor.props["name"] == name} == {sector}
    assert all(actor.props["sector"] is None for actor in actors if actor.props["kind"] != "organization")
