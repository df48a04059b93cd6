"""Who says what: quotations by rules over the parse and the quotation marks.

Conventions follow PolNeAR (Newell, Margolin and Ruths, LREC 2018): source, cue and content of every attribution of
speech, thought, plan or attitude; a flat list, the outermost attribution stays.
"""

from spacy.tokens import Doc

from graphkit.extraction.layers import Quote
from graphkit.extraction.quotations.direct import by_marks
from graphkit.extraction.quotations.flat import once_a_cue, outermost
from graphkit.extraction.quotations.lines import by_lines
from graphkit.extraction.quotations.nominal import by_adjectives, by_nouns, by_phrases
from graphkit.extraction.quotations.phrases import Found, Page, open_page
from graphkit.extraction.quotations.speakers import Speakers, stack_up
from graphkit.extraction.quotations.verbal import by_verbs
from graphkit.extraction.tree import read

KEY = "graphkit.quotations"

__all__ = ["Speakers", "find_quotations", "speakers"]


def find_quotations(doc: Doc) -> tuple[Quote, ...]:
    """The quotations of a parsed story in text order, flat; ranges are half-open token indices.

    `Quote.rule` names the construction, `Quote.saying` is true where the source utters the content.
    """
    _, found = _survey(doc)
    return tuple(_quote(f) for f in outermost(found, len(doc)))


def speakers(doc: Doc) -> Speakers:
    """Who says what in a parsed story, by token; with hearsay of hearsay, which the flat list leaves out."""
    page, found = _survey(doc)
    return stack_up(page, found)


def _survey(doc: Doc) -> tuple[Page, list[Found]]:
    """Marks and all possible quotations of the `doc`; made once and kept with it."""
    kept = doc.user_data.get(KEY)
    if kept is None:
        page = open_page(read(doc))
        kept = doc.user_data[KEY] = (page, candidates(page))
    page, found = kept
    return page, found


def candidates(page: Page) -> list[Found]:
    """All quotations, nested ones too, one a cue."""
    parsed = once_a_cue([*by_verbs(page), *by_nouns(page), *by_adjectives(page), *by_phrases(page), *by_lines(page)])
    return once_a_cue([*by_marks(page, parsed), *parsed])


def _quote(f: Found) -> Quote:
    return Quote(source=f.source, cue=f.cue, content=f.content, direct=f.direct, saying=f.saying, rule=f.rule)
