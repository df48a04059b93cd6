"""Many stories, one process or several: the same records in the same order.

Worker processes are started afresh (`spawn`) and come from `ProcessPoolExecutor`, which notices when one is killed
(measured: `multiprocessing.Pool` waits for ever then). A chunk that was under way in a dying pool is tried again
alone, halved while it kills its worker, until the story that does it is found and named.
"""

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache

from spacy.language import Language

from graphkit.extraction import parse, pipeline
from graphkit.extraction.version import version_of
from graphkit.model import Frozen, Record, Story

CHUNK_STORIES = 32
CHUNK_CHARACTERS = 200_000


class Failure(Frozen, frozen=True, kw_only=True):
    """A story that gave no record, and why."""

    story: Story
    reason: str


Outcome = Record | Failure


def chunks(
    stories: Iterable[Story], *, count: int = CHUNK_STORIES, size: int = CHUNK_CHARACTERS
) -> Iterator[list[Story]]:
    """Stories in lists of at most `count` stories and about `size` characters.

    Examples
    --------
    >>> from graphkit.model import make_story
    >>> [len(c) for c in chunks([make_story("a" * n) for n in (3, 3, 3)], size=5)]
    [2, 1]
    """
    chunk: list[Story] = []
    total = 0
    for story in stories:
        chunk.append(story)
        total += len(story.text)
        if len(chunk) >= count or total >= size:
            yield chunk
            chunk, total = [], 0
    if chunk:
        yield chunk


def outcomes(stories: Iterable[Story], *, model: str | None = None, workers: int = 1) -> Iterator[Outcome]:
    """Record or failure of each story, in input order, the same for any number of workers."""
    if workers <= 1:
        nlp = loaded(model)
        for chunk in chunks(stories):
            yield from of_chunk(chunk, nlp)
    else:
        yield from Pool(workers, model).run(chunks(stories))


@cache
def loaded(model: str | None) -> Language:
    """Pipeline, loaded once in a process, put out of reach of the garbage collector.

    The model's million objects live as long as the process; walking over them at every full collection cost 6 % of
    the time (measured).
    """
    nlp = parse.load(model)
    gc.collect()
    gc.freeze()
    return nlp


def of_chunk(chunk: Sequence[Story], nlp: Language) -> list[Outcome]:
    """Outcomes of a chunk; where one story makes a step fail, the others are done one by one."""
    try:
        return list(pipeline.records(chunk, nlp))
    except Exception as error:  # noqa: BLE001  # a fault in one story must not lose the others; it is named
        if len(chunk) == 1:
            return [Failure(story=chunk[0], reason=f"{type(error).__name__}: {error}")]
        return [outcome for story in chunk for outcome in of_chunk([story], nlp)]


def work(chunk: list[Story], model: str | None) -> list[Outcome]:
    """Outcomes of a chunk in a worker process, which loads its pipeline at its first chunk."""
    return of_chunk(chunk, loaded(model))


class Pool:
    """Worker processes that are replaced when one dies; `job` is what they do with a chunk."""

    def __init__(
        self, workers: int, model: str | None, *, job: Callable[[list[Story], str | None], list[Outcome]] = work
    ) -> None:
        self.workers, self.model, self.job = workers, model, job
        self.executor = self.fresh()

    def fresh(self) -> ProcessPoolExecutor:
        """New executor with new processes."""
        return ProcessPoolExecutor(self.workers, mp_context=multiprocessing.get_context("spawn"))

    def submit(self, chunk: list[Story]) -> "Future[list[Outcome]]":
        """Chunk under way; into a new pool where the old one broke between two submissions."""
        try:
            return self.executor.submit(self.job, chunk, self.model)
        except BrokenProcessPool:
            self.executor = self.fresh()
            return self.executor.submit(self.job, chunk, self.model)

    def run(self, todo: Iterator[list[Story]]) -> Iterator[Outcome]:
        """Outcomes of the chunks in their order, with at most four chunks a worker under way."""
        running: deque[tuple[list[Story], Future[list[Outcome]]]] = deque()
        try:
            while True:
                while len(running) < 4 * self.workers and (chunk := next(todo, None)) is not None:
                    running.append((chunk, self.submit(chunk)))
                if not running:
                    break
                chunk, future = running.popleft()
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    suspects = [(chunk, future), *running]
                    running.clear()
                    for suspect, its in suspects:
                        done = its.done() and not its.cancelled() and its.exception() is None
                        yield from its.result() if done else self.alone(suspect)
        finally:
            self.executor.shutdown(wait=False, cancel_futures=True)

    def alone(self, chunk: list[Story]) -> Iterator[Outcome]:
        """Outcomes of a chunk that nothing else runs beside; halved while it kills its worker."""
        try:
            yield from self.submit(chunk).result()
        except BrokenProcessPool:
            self.executor = self.fresh()
            if len(chunk) == 1:
                yield Failure(story=chunk[0], reason="its worker process died twice (killed, or out of memory)")
                return
            half = len(chunk) // 2
            yield from self.alone(chunk[:half])
            yield from self.alone(chunk[half:])


def current_version(model: str | None = None) -> str:
    """Version that records made now would carry."""
    return version_of(loaded(model))
