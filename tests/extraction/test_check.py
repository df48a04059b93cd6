"""A record that breaks its promises is noticed."""

import pytest

from graphkit.errors import RecordError
from graphkit.extraction.check import checked, faults
from graphkit.model import End, Event, Mention, Record, Relation, Triple, make_story

STORY = make_story("Oslo met Riga.")
EVENT = Event(id="e1", name="meet", type="CONSULT", mentions=("m1",))
MENTION = Mention(id="m1", event="e1", type="CONSULT", sentence=(0, 14), trigger=(5, 8), predicate="meet")


def record(**parts: object) -> Record:
    return Record(version="", story=STORY, **({"events": (EVENT,), "mentions": (MENTION,)} | parts))  # type: ignore[arg-type]


def triple(text: str, relation: str) -> Triple:
    return Triple(
        subject=End(kind="thing", id=None, name="Oslo", text=text, span=(0, 4)),
        relation=Relation(type="CONSULT", predicate="meet", text=relation, spans=((5, 8),)),
        object=None,
        mention="m1",
    )


def test_record_that_keeps_its_promises_is_returned() -> None:
    good = record(triples=(triple("Oslo", "met"),))
    assert checked(good) is good


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (record(triples=(triple("Riga", "met"),)), "subject: (0, 4) does not give 'Riga'"),
        (record(triples=(triple("Oslo", "meets"),)), "relation: ((5, 8),) do not give 'meets'"),
        (record(events=()), "mention.event: e1 leads nowhere"),
        (record(mentions=(MENTION, MENTION)), "mentions: two share an id"),
    ],
)
def test_broken_promise_is_named(broken: Record, fault: str) -> None:
    assert fault in list(faults(broken))
    with pytest.raises(RecordError, match="fault of graphkit"):
        checked(broken)
