"""Aliases are kept in the store: later loads and retractions resolve with them, and copies have them."""

from pathlib import Path

import msgspec
import strategies
from storetools import Open, lines

from graphkit import api
from graphkit.loaders import GraphStore, copy_graph, open_store
from graphkit.model import Record

FIRST, SECOND, THIRD = (strategies.record(seed) for seed in range(3))


def named(record: Record, name: str) -> Record:
    """The record with its first person under another name."""
    person = next(actor for actor in record.actors if actor.kind == "person")
    other = msgspec.structs.replace(person, name=name, aliases=())
    return msgspec.structs.replace(record, actors=tuple(other if a is person else a for a in record.actors))


def holders(store: GraphStore, *names: str) -> list[str]:
    """Names of the actors called by any of these."""
    rows = store.query("MATCH (a:Actor) WHERE a.name IN $names RETURN a.name AS name ORDER BY name", {"names": names})
    return [row[0] for row in rows]


def test_later_loads_resolve_with_the_aliases_of_the_store(open_it: Open) -> None:
    with open_it() as store:
        api.load(store, [named(FIRST, "Ilmari Vesterholm")], aliases=[("Ilmari Vesterholm", "Elmar Westerholm")])
    with open_it() as store:
        assert store.aliases() == [("Ilmari Vesterholm", "Elmar Westerholm")]
        api.load(store, [named(SECOND, "Elmar Westerholm")])
        assert len(holders(store, "Ilmari Vesterholm", "Elmar Westerholm")) == 1
        api.load(store, [THIRD])
        api.retract(store, [THIRD.story.id])
        assert len(holders(store, "Ilmari Vesterholm", "Elmar Westerholm")) == 1


def test_aliases_may_come_after_the_stories(store: GraphStore, tmp_path: Path) -> None:
    told = [named(FIRST, "Ilmari Vesterholm"), named(SECOND, "Elmar Westerholm")]
    aliases = [("Ilmari Vesterholm", "Elmar Westerholm")]
    api.load(store, told)
    assert len(holders(store, "Ilmari Vesterholm", "Elmar Westerholm")) == 2
    api.load(store, [], aliases=aliases)
    with open_store(str(tmp_path / "other.jsonl")) as other:
        api.load(other, told, aliases=aliases)
        assert lines(store) == lines(other)


def test_copy_has_the_aliases(store: GraphStore, tmp_path: Path) -> None:
    api.load(store, [FIRST], aliases=[("Ilmari Vesterholm", "Elmar Westerholm")])
    with open_store(str(tmp_path / "copy.kgl")) as copy:
        copy_graph(store, copy)
        assert copy.aliases() == store.aliases()
