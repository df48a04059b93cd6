"""Datelines: where a report was sent from is where its opening sentence happened if that names no other place."""

from spacy.tokens import Doc

from graphkit.extraction.listed import listed

LONGEST = 14  # tokens from the city to the dash: "BOGOTA, Colombia (Agency), March 3 -"
DASHES = frozenset({"-", "--", "–", "—", ":"})


def dateline_place(doc: Doc, head: int, at: dict[int, int]) -> int | None:
    """Index of the place whose dateline opens the sentence of a trigger, None where there is none or it speaks.

    Parameters
    ----------
    doc
        The parsed story.
    head
        Token of the trigger.
    at
        Token index → index of its place.
    """
    sentence = doc[head].sent
    start, stop = sentence.start, sentence.end
    spot = at.get(start)
    if spot is None or (start and "\n" not in doc[start - 1].text) or doc[head].lemma_ in listed("speaking"):
        return None
    end = next((i for i in range(start + 1, min(stop, start + LONGEST)) if doc[i].text in DASHES), None)
    if end is None or head < end or any(doc[i].pos_ in ("VERB", "AUX", "DET", "PRON") for i in range(start, end)):
        return None
    return spot if not any(i in at for i in range(end, stop)) else None
