"""What a worker process of a test does: it makes bare records, and dies of a story that says so."""

import os
import signal

from graphkit.extraction.workers import Outcome
from graphkit.model import Record, Story

DEADLY = "This story kills."


def work(chunk: list[Story], _: str | None) -> list[Outcome]:
    """Records without content; the process is killed, for real, at a deadly story."""
    for story in chunk:
        if story.text == DEADLY:
            os.kill(os.getpid(), signal.SIGKILL)
    return [Record(version="", story=story) for story in chunk]
