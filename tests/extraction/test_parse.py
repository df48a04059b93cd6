"""Parsing keeps offsets, parses line by line, and refuses models that lack a part."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from graphkit.errors import ModelError
from graphkit.extraction import parse, pieces
from graphkit.extraction.matmul import agrees, speed_up

TEXT = st.text(alphabet="aB .,\n\r\t\u2028“”‘’«»`'\"[]–\u00a0\u200b漢", max_size=60)


@given(TEXT)
def test_prepared_text_is_as_long_as_the_text(text: str) -> None:
    assert len(parse.prepare(text)) == len(text)


@given(TEXT)
def test_pieces_make_up_the_text(text: str) -> None:
    assert "".join(pieces.cut(text)) == text


def test_pieces_of_a_line_without_blanks_are_bounded() -> None:
    parts = pieces.cut("x" * 100_000)
    assert max(map(len, parts)) <= pieces.LONGEST_PIECE + 1
    assert "".join(parts) == "x" * 100_000


def test_quotes_become_straight_and_brackets_blank() -> None:
    assert parse.prepare("“[The] mayor’s ``plan'' —") == '" The  mayor\'s  "plan"  —'


def test_an_absent_model_is_an_error_of_ours() -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        parse.load("no_such_model")


def test_a_model_without_parser_is_refused_by_what_it_lacks(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="tagger, parser, ner, lemmatizer"):
        parse.load(str(tmp_path / "blank"))


def test_both_products_of_matrices_agree_here() -> None:
    assert agrees()


def test_a_pipeline_without_models_is_not_sped_up() -> None:
    assert speed_up(spacy.blank("en")) is False


@pytest.mark.model
def test_tokens_stand_where_they_stand_in_the_text(nlp: Language) -> None:
    text = "Talks end\n\n“Ann Holm” [the envoy] left.\r\nRiga’s mayor   stayed.\n"
    (doc,) = parse.parse([text], nlp)
    assert doc.text == parse.prepare(text)
    assert [text[t.idx : t.idx + len(t)] for t in doc if t.text in ("Talks", "Holm", "mayor")] == [
        "Talks",
        "Holm",
        "mayor",
    ]


@pytest.mark.model
def test_a_line_break_ends_a_sentence(nlp: Language) -> None:
    (doc,) = parse.parse(["Oslo mayor quits over\nShe left on Monday."], nlp)
    assert [doc[a:b].text.strip() for a, b in parse.sentences(doc)] == ["Oslo mayor quits over", "She left on Monday."]


@pytest.mark.model
def test_each_text_gives_one_doc_also_where_it_is_empty(nlp: Language) -> None:
    texts = ["", "Oslo voted.\nRiga too.", " \n", "Ann left."]
    assert [doc.text for doc in parse.parse(texts, nlp)] == texts


@pytest.mark.model
def test_the_hyphen_of_a_prefix_stays_and_marks_are_tokens(nlp: Language) -> None:
    (doc,) = parse.parse(['He was re-elected."She left the well-known town."'], nlp)
    words = [t.text for t in doc]
    assert "re-elected" in words
    assert words.count('"') == 2
    assert "well" in words


@pytest.mark.model
def test_products_by_numpy_give_the_same_parse(nlp: Language) -> None:
    text = "Norway declined to endorse the plan that Riga had proposed. Ann Holm was born in Bergen."
    (plain,) = parse.parse([text], nlp)
    (fast,) = parse.parse([text], parse.load(matmul=True))
    assert [(t.tag_, t.dep_, t.head.i) for t in fast] == [(t.tag_, t.dep_, t.head.i) for t in plain]


@pytest.mark.parametrize(
    "text", ["See https://example.org/a?b=1, she said.", "http: / / www. example. org / boat - sinks\nA boat sank."]
)
def test_web_addresses_are_blanks_of_the_same_length(text: str) -> None:
    prepared = parse.prepare(text)
    assert len(prepared) == len(text)
    assert "example" not in prepared
    assert prepared.split()[-1] == text.split()[-1]


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("OSLO — Talks ended.", "OSLO — "),
        ("LIMA, March 3 (Andina Wire) — The minister resigned.", "LIMA, March 3 (Andina Wire) — "),
        ("Oslo (NN) - Talks ended.", "Oslo (NN) - "),
        ("Oslo – Talks ended.", "Oslo – "),
        ("Oslo – Talks ended. The mayor – a lawyer – left.", "Oslo – "),
        ("Riga — Latvia's capital — was calm.", ""),
        ("The mayor — a lawyer — left.", ""),
    ],
)
def test_a_dateline_is_parsed_by_itself(line: str, town: str) -> None:
    parts = pieces.cut(line)
    assert "".join(parts) == line
    assert (parts[0] if len(parts) == 2 else "") == town
