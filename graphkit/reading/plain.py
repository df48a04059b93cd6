"""Stories of plain text files."""

from collections.abc import Iterator

from graphkit.reading.days import iso_day
from graphkit.reading.lines import agency_of, dateline_of
from graphkit.reading.outcome import Item
from graphkit.reading.segmentation import Segment, segments


def stories_of_text(text: str) -> Iterator[Item]:
    """Items of a plain text file of one or many stories; ``text[offset:offset + len(item.text)] == item.text``."""
    line = 1
    counted = 0
    for segment in segments(text):
        line += text.count("\n", counted, segment.start)
        counted = segment.start
        labels = _labels(text, segment)
        yield Item(
            text=text[segment.start : segment.end],
            title=_title(text, segment),
            published=_published(text, segment),
            publisher=labels.get("publisher") or labels.get("outlet"),
            agency=agency_of(_dateline(text, segment)),
            url=labels.get("url") or labels.get("link"),
            offset=segment.start,
            line=line,
        )


def _title(text: str, segment: Segment) -> str | None:
    for line in segment.opening:
        if line.kind in {"title", "head"}:
            title = " ".join(text[line.start : line.end].split())
            return title.split(":", 1)[1].strip() if line.kind == "title" else title
    return None


def _labels(text: str, segment: Segment) -> dict[str, str]:
    """What lines like "Published: 27 November 2025" say, by the word before the colon."""
    labels = {}
    for line in segment.opening:
        if line.kind == "label":
            content = text[line.start : line.end]
            if content.startswith("http"):
                labels["url"] = content
            else:
                name, _, value = content.partition(":")
                labels[name.strip().lower()] = value.strip()
    return labels


def _published(text: str, segment: Segment) -> str | None:
    """Day of the story by its own opening: a line with a date, or a dateline with a full date."""
    for line in segment.opening:
        if line.kind in {"date", "dateline", "label"}:
            content = text[line.start : line.end]
            if line.kind == "label":
                name, _, content = content.partition(":")
                if name.strip().lower() not in {"published", "publication date", "date"}:
                    continue
            day = iso_day(content.split(":", 1)[-1].strip()) or iso_day(content)
            if day is not None:
                return day
    return iso_day(_dateline(text, segment))


def _dateline(text: str, segment: Segment) -> str:
    """Dateline of a story, on a line of its own or before the first paragraph; empty where there is none."""
    for line in segment.opening:
        if line.kind == "dateline":
            return text[line.start : line.end]
    lead = segment.lead
    return (dateline_of(text[lead.start : lead.end]) or "") if lead is not None and lead.dateline else ""
