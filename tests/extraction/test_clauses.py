"""Rules of clauses on small parses made by hand: what each construction gives, whatever the model does."""

from doctools import parsed, vocab
from spacy.tokens import Doc

from graphkit.extraction.clauses import find_clauses
from graphkit.extraction.layers import Phrase


def told(doc: Doc) -> list[tuple[str, str, str, str | None]]:
    """Subject, relation, predicate, object of each clause."""

    def text(phrase: Phrase | None) -> str | None:
        return None if phrase is None else doc[phrase.start : phrase.end].text

    clauses, _ = find_clauses(doc)
    return [
        (text(c.subject) or "", " ".join(doc[t].text for t in c.relation), c.predicate, text(c.object)) for c in clauses
    ]


def test_active_with_particle_and_time() -> None:
    doc = parsed("""
        Soldiers NNS nsubj    1
        blew     VBD ROOT     1 blow
        up       RP  prt      1
        two      CD  nummod   4
        bridges  NNS dobj     1 bridge
        on       IN  prep     1
        Monday   NNP pobj     5
    """)
    (clause,), _ = find_clauses(doc)
    assert told(doc) == [("Soldiers", "blew up", "blow up", "two bridges")]
    assert [(o.role, doc[o.marker or 0].text) for o in clause.obliques] == [("time", "on")]


def test_passive_keeps_the_word_order_and_says_so() -> None:
    doc = parsed("""
        Holm    NNP nsubjpass 2
        was     VBD auxpass   2
        freed   VBN ROOT      2 free
        by      IN  agent     2
        rebels  NNS pobj      3 rebel
    """)
    (clause,), _ = find_clauses(doc)
    assert told(doc) == [("Holm", "was freed by", "free", "rebels")]
    assert clause.voice == "passive"


def test_negation_is_seen_through_the_chain() -> None:
    doc = parsed("""
        They   PRP nsubj 3
        did    VBD aux   3 do
        not    RB  neg   3
        agree  VB  ROOT  3
        to     TO  aux   5
        stop   VB  xcomp 3
        work   NN  dobj  5
    """)
    (clause,), _ = find_clauses(doc)
    assert told(doc) == [("They", "did not agree to stop", "agree to stop", "work")]
    assert clause.negated
    assert [doc[t].text for t in clause.chain] == ["agree", "stop"]


def test_neither_nor_denies_both_subjects() -> None:
    doc = parsed("""
        Neither CC  preconj 1
        Oslo    NNP nsubj   4
        nor     CC  cc      1
        Riga    NNP conj    1
        sent    VBD ROOT    4 send
        troops  NNS dobj    4 troop
    """)
    clauses, _ = find_clauses(doc)
    assert told(doc) == [("Oslo", "sent", "send", "troops"), ("Riga", "sent", "send", "troops")]
    assert all(clause.negated for clause in clauses)


def test_a_relative_pronoun_stands_for_its_noun_and_number_decides_which() -> None:
    doc = parsed("""
        Berg    NNP nsubj 1
        met     VBD ROOT  1 meet
        the     DT  det   3
        leader  NN  dobj  1
        of      IN  prep  3
        miners  NNS pobj  4 miner
        who     WP  nsubj 8
        were    VBD aux   8 be
        blocking VBG relcl 3 block
        roads   NNS dobj  8 road
    """)
    assert ("miners", "were blocking", "block", "roads") in told(doc)


def test_a_verb_without_subject_is_skipped_with_a_reason() -> None:
    doc = parsed("""
        Stop VB ROOT 0 stop
        him  PRP dobj 0
    """)
    clauses, skips = find_clauses(doc)
    assert clauses == ()
    assert [skip.reason for skip in skips] == ["no subject"]


def test_an_event_noun_tells_who_met_whom() -> None:
    doc = parsed(
        """
        Talks   NNS nsubj 5 talk
        between IN  prep  0
        Oslo    NNP pobj  1
        and     CC  cc    2
        Riga    NNP conj  2
        failed  VBD ROOT  5 fail
        """,
        ents=((2, 3, "GPE"), (4, 5, "GPE")),
    )
    assert ("Oslo", "Talks between", "talk between", "Riga") in told(doc)


def test_a_list_of_five_thousand_names_is_bounded() -> None:
    n = 5_000
    words = ["They", "met", *(f"Name{i}" for i in range(n))]
    heads = [1, 1, 1, *range(2, n + 1)]
    doc = Doc(
        vocab(),
        words=words,
        tags=["PRP", "VBD", *["NNP"] * n],
        deps=["nsubj", "ROOT", "dobj", *["conj"] * (n - 1)],
        heads=heads,
        lemmas=["they", "meet", *words[2:]],
    )
    clauses, _ = find_clauses(doc)
    assert 1 < len(clauses) <= 48


def test_an_empty_story_has_no_clauses() -> None:
    assert find_clauses(Doc(vocab())) == ((), ())
