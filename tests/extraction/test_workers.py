"""Worker processes that die: no other story is lost, the order stays, and the deadly story is named."""

import deadly

from graphkit.extraction.workers import Failure, Pool, chunks
from graphkit.model import make_story


def test_story_that_kills_its_worker_is_named_and_the_others_are_done_in_order() -> None:
    texts = [f"Story {i}." for i in range(9)] + [deadly.DEADLY] + [f"Story {i}." for i in range(9, 20)]
    stories = [make_story(text) for text in texts]
    found = list(Pool(2, None, job=deadly.work).run(chunks(stories, count=4)))
    assert [outcome.story.text for outcome in found] == texts
    failed = [outcome for outcome in found if isinstance(outcome, Failure)]
    assert [failure.story.text for failure in failed] == [deadly.DEADLY]
    assert "died" in failed[0].reason


def test_pool_without_trouble_keeps_the_order() -> None:
    stories = [make_story(f"Story {i}.") for i in range(50)]
    found = list(Pool(2, None, job=deadly.work).run(chunks(stories, count=3)))
    assert [outcome.story for outcome in found] == stories
