"""Times: the grammar, the calendar behind it, and the cases of ``tests/cases/times.jsonl``."""

import json
import re
import time
from datetime import date
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from graphkit.errors import OptionError
from graphkit.extraction.times import find_times
from graphkit.extraction.times.calendar import bounds, easter, shifted
from graphkit.extraction.times.grammar import grammar
from graphkit.extraction.times.readings import READINGS

CASES = Path(__file__).parent.parent / "cases"
BLANK = spacy.blank("en")
WORDS = re.findall(
    r"\S+",
    """
the a of to in on at last next this that three 12 1989 27 Nov. November Monday may May week year years ago before after
earlier later quarter third first early late 4 p.m. : / - , . 's every half and ½ decades 1990s now
""",
)


def times_of(text: str, published: str | None = "2025-11-27") -> list[tuple[str, str, str]]:
    """Text, type and value of the times of a text without tags and tree."""
    return [(text[t.span[0] : t.span[1]], t.type, t.value) for t in find_times(BLANK(text), published=published)]


def test_every_rule_of_the_grammar_has_a_reading() -> None:
    assert set(grammar().readings) <= {*READINGS, "skip"}
    assert set(READINGS) <= set(grammar().readings)


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["2025-11-27", "2024-02-29", "0001-01-01", None]))
@settings(max_examples=300, deadline=None)
def test_spans_slice_back_and_days_are_in_order(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    end = 0
    doc = BLANK(text)
    for found in find_times(doc, published=published):
        assert end <= found.span[0] < found.span[1] <= len(text)
        assert text[found.span[0] : found.span[1]].strip() == text[found.span[0] : found.span[1]]
        assert doc[found.start].idx <= found.span[0]
        assert found.span[1] <= doc[found.end - 1].idx + len(doc[found.end - 1])
        assert (found.from_ is None) == (found.to is None) == (found.precision is None)
        assert found.from_ is None or (found.to is not None and found.from_ <= found.to)
        end = found.span[1]


def test_a_megabyte_of_digits_and_words_takes_time_in_proportion() -> None:
    def cost(text: str) -> float:
        doc = spacy.tokens.Doc(BLANK.vocab, words=text.split())
        start = time.process_time()
        find_times(doc, published="2025-11-27")
        return time.process_time() - start

    for unit in ("12 ", "1989 - ", "one hundred and ", "the last few ", "11111111111111111111", "Monday , Nov. 3 to "):
        small, large = unit * (100_000 // len(unit)), unit * (400_000 // len(unit))
        assert cost(large) < 8 * cost(small) + 1


def test_without_a_day_relative_times_have_reference_values() -> None:
    text = "Yesterday he left; on Monday, on 3 May and last week he was here, three days ago."
    values = [value for _, _, value in times_of(text, None)]
    assert values == ["PAST_REF", "XXXX-WXX-1", "XXXX-05-03", "PAST_REF", "PAST_REF"]


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(OptionError, match="expected an ISO day"):
        find_times(BLANK("now"), published="27 November")


@pytest.mark.parametrize("value", ["2025-11-27", "2025-W48", "2025-W48-WE", "2025-Q4", "2025-WI", "2025", "202", "20"])
def test_bounds_hold_the_day_the_value_was_made_from(value: str) -> None:
    days = bounds(value)
    assert days is not None
    assert days[0] <= days[1]


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(("D", "W", "M", "Q", "Y", "DE")), st.integers(-9, 9)
)
def test_shifting_there_and_back_stays_in_the_unit(day: date, unit: str, count: int) -> None:
    there = shifted(day, unit, count)
    assert there is not None
    days = bounds(there)
    assert days is not None
    back = shifted(days[0], unit, -count)
    assert back == shifted(day, unit, 0)


def test_easter_is_reckoned() -> None:
    assert [easter(year).isoformat() for year in (2024, 2025, 2026)] == ["2024-03-31", "2025-04-20", "2026-04-05"]


@pytest.mark.model
def test_the_cases_of_times(nlp: Language) -> None:
    """Share of times whose text, type and value are right, of those expected and those found."""
    cases = [json.loads(line) for line in (CASES / "times.jsonl").read_text("utf-8").splitlines()]
    floor = json.loads((CASES / "floors.json").read_text("utf-8"))["times"]
    right = total = 0
    wrong = []
    docs = nlp.pipe(case["text"] for case in cases)
    for case, doc in zip(cases, docs, strict=True):
        expected = [(t["text"], t["type"], t["value"]) for t in case["times"]]
        found = [(doc.text[slice(*t.span)], t.type, t.value) for t in find_times(doc, published=case["published"])]
        total += max(len(expected), len(found))
        right += len(set(expected) & set(found))
        if expected != found:
            wrong.append((case["id"], sorted(set(expected) - set(found)), sorted(set(found) - set(expected))))
    assert right / total >= floor, f"{right} of {total}: {wrong}"
