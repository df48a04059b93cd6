"""The day of a story by its own opening."""

import pytest
from spacy.language import Language

from graphkit.extraction import pipeline
from graphkit.extraction.story_day import story_day
from graphkit.model import make_story


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Ferry sinks\nPublished: 3 March 2014\nA ferry sank on Monday.", "2014-03-03"),
        ("Ferry sinks\nTuesday, March 4, 2014 9:15 am\nA ferry sank on Monday.", "2014-03-04"),
        ("Ferry sinks\nLast updated at 17: 50 GMT, 22 July 2013\nA ferry sank.", "2013-07-22"),
        ("Ferry sinks\nBy Kari Holm, May 5th, 2012\nA ferry sank.", "2012-05-05"),
        ("TALLINN, Estonia, March 4, 2014 (Baltic News) -- A ferry sank on Monday.", "2014-03-04"),
        ("https://herald.example/world/2014/03/04/ferry\nFerry sinks\nA ferry sank on Monday.", "2014-03-04"),
        ("https://daily.example/film/2014/mar/04/ferry-sinks\nFerry sinks\nA ferry sank.", "2014-03-04"),
        ("http: / / weekly. example / ferry _ 2014 _ 03 _ 04 _ a. html\nA ferry sank on Monday.", "2014-03-04"),
        ("Tallinn, Mar 4, 2014 / 02:00 pm (BNA)\nA ferry sank on Monday.", "2014-03-04"),
        ("PORT AUTHORITY\nFOR IMMEDIATE RELEASE March 4, 2014\nA ferry sank.", "2014-03-04"),
        ("On behalf of Holm & Lind, posted in Boating on Tuesday, March 4, 2014.\nA ferry sank.", "2014-03-04"),
        ("Ferry sinks\n27 / 09 / 2013 - 10:15\nA ferry sank.", "2013-09-27"),
    ],
)
def test_the_opening_tells_the_day(opening: str, day: str) -> None:
    assert story_day(opening) == day


@pytest.mark.parametrize(
    "text",
    [
        "On 3 March 2014 a ferry sank off Tallinn.",
        "The ferry that sank on March 3, 2014 was old.\nDivers found it.",
        "Ferry sinks\n03/04/2014\nA ferry sank.",
        "Ferry sinks\nA ferry sank on Monday.",
        "",
    ],
)
def test_dates_of_events_and_uncertain_ones_do_not(text: str) -> None:
    assert story_day(text) is None


@pytest.mark.model
def test_a_date_in_the_head_dates_the_events_of_weekdays(nlp: Language) -> None:

    text = "Ferry sinks\nMarch 4, 2014\nA ferry sank off Tallinn on Monday."
    record = next(pipeline.records([make_story(text)], nlp))
    assert "2014-03-03" in {event.date_from for event in record.events}


@pytest.mark.model
def test_what_the_present_tells_of_a_day_to_come_lies_ahead(nlp: Language) -> None:
    record = next(pipeline.records([make_story("The trial starts on 5 October 2014.", published="2014-09-28")], nlp))
    assert {m.tense for m in record.mentions if m.predicate.startswith("start")} == {"future"}
