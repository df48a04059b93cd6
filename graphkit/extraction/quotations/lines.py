"""Quotations by the shape of a line: "Holm: we will pay", "… pay - Holm" in headlines and interviews."""

from collections.abc import Iterator

from graphkit.extraction.layers import Phrase
from graphkit.extraction.quotations.lexicon import no_speakers
from graphkit.extraction.quotations.phrases import Found, Page, trim
from graphkit.extraction.tree import Tree

SPEAKER_LONGEST = 6
CONTENT_SHORTEST = 3


def by_lines(page: Page) -> Iterator[Found]:
    """Lines that begin with a speaker and a colon."""
    tree = page.tree
    start = 0
    for i in range(1, len(tree.words) + 1):
        if i == len(tree.words) or tree.line[i] != tree.line[start]:
            found = _line(page, start, i)
            if found is not None:
                yield found
            start = i


def _line(page: Page, start: int, end: int) -> Found | None:
    tree = page.tree
    while start < end and tree.pos[start] == "SPACE":
        start += 1
    colon = next((i for i in range(start + 1, min(end, start + SPEAKER_LONGEST + 1)) if tree.words[i] == ":"), None)
    if colon is None or not tree.spaced[colon] or not _is_speaker(tree, start, colon):
        return None
    if page.quoted[start] >= 0 or end - colon - 1 < CONTENT_SHORTEST:
        return None
    content = trim(page, colon + 1, _first_stop(tree, colon + 1, end))
    if content is None or content[1] - content[0] < CONTENT_SHORTEST:
        return None
    source = Phrase(colon - 1, start, colon)
    return Found(colon, (colon,), source, (content,), "speaker", "say", saying=True)


def _is_speaker(tree: Tree, start: int, end: int) -> bool:
    if any(tree.words[i] in no_speakers() for i in range(start, end)):
        return False
    names = any(tree.pos[i] == "PROPN" for i in range(start, end)) or end - start == 1
    return names and all(tree.pos[i] in ("PROPN", "NOUN", "ADJ", "PART", "DET") for i in range(start, end))


def _first_stop(tree: Tree, start: int, end: int) -> int:
    """The end of the line: a speaker's turn or a headline is one content."""
    while end > start and tree.pos[end - 1] == "SPACE":
        end -= 1
    return end
