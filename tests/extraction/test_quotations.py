"""Quotations: constructions, marks, the flat list, the stack of speakers; cases by the model."""

import json
import time
from pathlib import Path

import pytest
from attribution import matches
from doctools import parsed
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphkit.extraction import parse
from graphkit.extraction.layers import Quote
from graphkit.extraction.quotations import find_quotations, speakers
from graphkit.extraction.quotations.marks import stretches
from graphkit.extraction.tree import read

CASES = Path(__file__).parent.parent / "cases"


def doc_of(text: str, nlp: Language) -> Doc:
    return next(iter(parse.parse([text], nlp)))


def shown(doc: Doc, quote: Quote) -> tuple[str | None, str, list[str]]:
    source = None if quote.source is None else doc[quote.source.start : quote.source.end].text
    return source, " ".join(doc[i].text for i in quote.cue), [doc[a:b].text for a, b in quote.content]


SAID_THAT = """
    Holm  NNP nsubj 1
    said  VBD ROOT  1
    that  IN  mark  4
    talks NNS nsubj 4
    ended VBD ccomp 1
    .     .   punct 1
"""


def test_clause_after_the_cue_is_content_without_the_stop() -> None:
    doc = parsed(SAID_THAT)
    (quote,) = find_quotations(doc)
    assert shown(doc, quote) == ("Holm", "said", ["that talks ended"])
    assert (quote.saying, quote.direct, quote.rule) == (True, False, "clause")


def test_attitude_is_no_saying() -> None:
    doc = parsed(
        """
        Holm   NNP nsubj 1
        hopes  VBZ ROOT  1
        to     TO  aux   3
        win    VB  xcomp 1
        """
    )
    (quote,) = find_quotations(doc)
    assert shown(doc, quote) == ("Holm", "hopes", ["to win"])
    assert not quote.saying


def test_every_token_of_a_content_has_its_speaker_and_the_cue_has_none() -> None:
    who = speakers(parsed(SAID_THAT))
    assert [who.said_by(i) for i in range(6)] == [(), (), (0,), (0,), (0,), ()]
    assert [who.quoted(i) for i in (1, 4)] == ["none", "indirect"]


def test_nothing_is_found_in_an_empty_text() -> None:
    doc = Doc(Vocab())
    assert find_quotations(doc) == ()
    assert speakers(doc).said_by(0) == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "held"),
    [
        ('"No," he said. "Never."', ['"No,"', '"Never."']),
        ("The leaders' aides agreed.", []),
        ("The 'green line' of the workers' party is 'dead'.", ["'green line'", "'dead'"]),
        ('The 6" pipe broke.', []),
        ('"No,"he said."Never."', ['"No,"', '"Never."']),
        ("“Ja,” sagte «er».", ["“Ja,”", "«er»"]),
    ],
)
def test_marks_pair_and_apostrophes_do_not(text: str, held: list[str], nlp: Language) -> None:
    doc = doc_of(text, nlp)
    assert [text[doc[s.start].idx : doc[s.end - 1].idx + 1] for s in stretches(read(doc))] == held


@pytest.mark.model
def test_inner_speaker_is_left_out_of_the_list_and_kept_in_the_stack(nlp: Language) -> None:
    doc = doc_of("The aide said that Holm told the paper that the bridge would fall.", nlp)
    assert len(find_quotations(doc)) == 1
    fall = next(token.i for token in doc if token.text == "fall")
    assert [doc[i].text for i in speakers(doc).said_by(fall)] == ["aide", "Holm"]


@pytest.mark.model
def test_quotation_that_fills_a_paragraph_belongs_to_the_one_before(nlp: Language) -> None:
    doc = doc_of('"We checked every bolt," said Moe.\n"Then the water came and we ran."', nlp)
    came = next(token.i for token in doc if token.text == "came")
    assert [doc[i].text for i in speakers(doc).said_by(came)] == ["Moe"]
    assert speakers(doc).quoted(came) == "direct"


@pytest.mark.model
def test_relative_pronoun_gives_its_noun_as_speaker(nlp: Language) -> None:
    doc = doc_of("The witness, who said he had seen nothing, left by the back door.", nlp)
    seen = next(token.i for token in doc if token.text == "seen")
    assert [doc[i].text for i in speakers(doc).said_by(seen)] == ["witness"]


@pytest.mark.model
def test_claims_of_the_outlet_have_no_speaker(nlp: Language) -> None:
    doc = doc_of("The ship left at dawn. The captain criticized the harbour office.", nlp)
    assert all(speakers(doc).said_by(i) == () for i in range(len(doc)))


@pytest.mark.model
def test_quotation_over_lines_is_one_with_a_piece_a_line(nlp: Language) -> None:
    doc = doc_of("\"We ran to the boats.\nThe water rose fast,'' the widow said.", nlp)
    (quote,) = find_quotations(doc)
    assert len(quote.content) == 2
    assert quote.direct


@pytest.mark.model
def test_ten_thousand_marks_take_time_in_proportion(nlp: Language) -> None:
    def seconds(marks: int) -> float:
        words = ['"', "No", ",", '"', "he", "said", "."] * (marks // 2)
        doc = Doc(nlp.vocab, words=words, heads=list(range(len(words))), deps=["ROOT"] * len(words))
        start = time.process_time()
        find_quotations(doc), speakers(doc)
        return time.process_time() - start

    seconds(100)
    assert seconds(10_000) < 40 * max(seconds(1_000), 0.005)


@pytest.mark.model
def test_cases_of_attribution(nlp: Language) -> None:
    rows = [json.loads(line) for line in (CASES / "attribution.jsonl").read_text(encoding="utf-8").splitlines()]
    floor = json.loads((CASES / "floors.json").read_text(encoding="utf-8"))["attribution"]
    docs = parse.parse([row["text"] for row in rows], nlp)
    right = {row["id"]: list(matches(row, doc)) for row, doc in zip(rows, docs, strict=True)}
    every = [hit for hits in right.values() for hit in hits]
    missed = [name for name, hits in right.items() if not all(hits)]
    assert sum(every) / len(every) >= floor, missed
