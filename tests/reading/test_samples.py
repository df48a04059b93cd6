"""The sample stories are read as what their description says."""

from graphkit.model import Story
from graphkit.reading import Note, read
from graphkit.samples import sample_paths


def test_all_sample_stories_are_read_with_title_day_and_outlet() -> None:
    notes: list[Note] = []
    stories = list(read(sample_paths(), on_note=notes.append))
    assert len(stories) == 15
    assert all(isinstance(story, Story) and story.title and story.published and story.publisher for story in stories)
    assert not notes


def test_sample_stories_have_the_length_of_agency_stories() -> None:
    assert all(200 <= len(story.text.split()) <= 500 for story in read(sample_paths()) if isinstance(story, Story))


def test_the_run_together_samples_have_no_blank_lines() -> None:
    [path] = [path for path in sample_paths() if path.suffix == ".txt"]
    assert "\n\n" not in path.read_text(encoding="utf-8")
