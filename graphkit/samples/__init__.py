"""Sample stories of our own writing, for the demo, the tests and the documents.

Three affairs of the past, each told by several outlets on several days: the meeting of Donald Trump and Kim Jong-un in
Singapore in 2018, the wreck of the Costa Concordia in 2012, and the trial of Charles Taylor, 2012 and 2013. The outlets
are invented; the affairs and the short quotations of public statements are not. They disagree as stories do: what was
planned is called off and happens after all, tolls differ and are corrected, captains and presidents deny.

- ``stories.txt``: five stories run together, as text is copied from pages: decks without a final stop, no blank lines
- ``stories.jsonl``: five stories, two of them nearly the same
- ``stories.csv``: four stories
- ``story.html``: a saved web page
"""

from importlib import resources
from pathlib import Path

_NAMES = ("stories.csv", "stories.jsonl", "stories.txt", "story.html")


def sample_paths() -> list[Path]:
    """Paths of the sample files, sorted.

    Examples
    --------
    >>> [path.name for path in sample_paths()]
    ['stories.csv', 'stories.jsonl', 'stories.txt', 'story.html']
    """
    folder = resources.files("graphkit.samples")
    return [Path(str(folder / name)) for name in _NAMES]
