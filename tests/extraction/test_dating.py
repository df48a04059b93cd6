"""Dates of events: what a clause says, what its sentence opens with, what the occasion lends."""

import pytest
from spacy.language import Language

from graphkit.extraction import parse, pipeline
from graphkit.extraction.layers import Timex
from graphkit.model import make_story

STORY_DAY = "2025-11-27"


@pytest.fixture(scope="module")
def dated(nlp: Language):  # type: ignore[no-untyped-def]
    """Date, its source and place of each clause of a text, by the lemma of its trigger."""

    def run(text: str) -> dict[str, tuple[str | None, str | None, str | None]]:
        doc = next(iter(parse.parse([text], nlp)))
        layers = pipeline.layers_of(doc, published=STORY_DAY)
        out = {}
        for mention, (time, source), place in zip(layers.events.mentions, layers.dates, layers.places, strict=True):
            if mention.clause is not None:
                trigger = layers.clauses[mention.clause].trigger
                where = None if place is None else layers.spots[place].name
                out[doc[trigger].lemma_] = (_text(time), source, where)
        return out

    return run


def _text(time: Timex | None) -> str | None:
    return None if time is None else time.value


@pytest.mark.model
def test_a_time_in_the_clause_dates_it(dated) -> None:  # type: ignore[no-untyped-def]
    assert dated("The senate rejected the treaty on Tuesday.")["reject"][:2] == ("2025-11-25", "clause")


@pytest.mark.model
def test_a_time_of_a_subordinate_clause_does_not_date_the_main_one(dated) -> None:  # type: ignore[no-untyped-def]
    found = dated("Larsen denied that the navy sank the trawler in March 2019.")
    assert found["deny"][0] is None
    assert found["sink"][0] == "2019-03"


@pytest.mark.model
def test_a_time_in_front_dates_coordinated_verbs(dated) -> None:  # type: ignore[no-untyped-def]
    found = dated("On Monday, rebels attacked the town of Goma and burned the market.")
    assert found["attack"][:2] == ("2025-11-24", "clause")
    assert found["burn"][0] == "2025-11-24"


@pytest.mark.model
def test_since_and_from_to_are_stretches(dated) -> None:  # type: ignore[no-untyped-def]
    assert dated("Holm governed the province from 1989 to 1996.")["govern"][0] == "1989/1996"


@pytest.mark.model
def test_until_and_before_date_nothing(dated) -> None:  # type: ignore[no-untyped-def]
    assert dated("Troops occupied the valley before 2010.")["occupy"][0] is None


@pytest.mark.model
def test_a_participle_shares_the_day_of_its_verb(dated) -> None:  # type: ignore[no-untyped-def]
    found = dated("Speaking to reporters on Wednesday, Lund criticized the deal.")
    assert found["criticize"][0] == "2025-11-26"


@pytest.mark.model
def test_only_a_saying_in_the_present_has_the_day_of_the_report_and_it_is_marked(dated) -> None:  # type: ignore[no-untyped-def]
    assert dated("Norway has enough gas, Minister Anna Lund has said.")["say"][:2] == (STORY_DAY, "publication")
    assert dated("Minister Anna Lund attacked the plan.")["attack"] == (None, None, None)


@pytest.mark.model
def test_sayings_of_one_speaker_are_of_one_occasion(dated) -> None:  # type: ignore[no-untyped-def]
    found = dated(
        "President Jan Holm warned on Tuesday of a famine, addressing lawmakers in Oslo.\n"
        "Holm also criticized the harvest plan.\n"
        "The river rose."
    )
    assert found["warn"] == ("2025-11-25", "clause", "Oslo")
    assert found["criticize"] == ("2025-11-25", "event", "Oslo")
    assert found["rise"][0] is None


@pytest.mark.model
def test_a_story_without_a_day_keeps_its_full_dates(nlp: Language) -> None:
    story = make_story("The senate rejected the treaty on 3 March 2011 and left on Friday.")
    doc = next(iter(parse.parse([story.text], nlp)))
    record = pipeline.record_of(story, doc, version="test")
    assert [time.from_ for time in record.times] == ["2011-03-03", None]


@pytest.mark.model
def test_what_is_told_as_done_is_not_after_the_day_of_the_report(dated) -> None:  # type: ignore[no-untyped-def]
    found = dated("The town built a stadium to host the 2031 Games. Two men were killed on Friday.")
    assert found["build"][0] is None
    assert found["kill"][0] == "2025-11-21"
