"""CPU of extraction, all in, against spaCy's bare pipeline over the same texts with the same kernels.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python tests/bench/extraction.py [TEXTS.jsonl] [--rounds 3] [--steps]

TEXTS.jsonl has a `text` a line; without it the sample stories are used, often enough to take some seconds. Loading is
left out, one thread is used, the two are run in turn, and the ratio of the medians is printed.
"""

import argparse
import cProfile
import json
import pstats
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from graphkit import api
from graphkit.extraction import workers
from graphkit.model import Story, make_story
from graphkit.samples import sample_paths


def stories_of(path: Path | None) -> list[Story]:
    """Stories to run over."""
    if path is None:
        return list(api.read(sample_paths())) * 8
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [make_story(row["text"], published=row.get("published")) for row in rows]


def cpu(work: Callable[[], None]) -> float:
    """Seconds of CPU time that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", action="store_true", help="profile: where the time beyond the parse goes")
    args = parser.parse_args()
    stories, nlp = stories_of(args.texts), workers.loaded(None)

    def bare() -> None:
        for _ in nlp.pipe((story.text for story in stories), batch_size=64):
            pass

    def all_in() -> None:
        for chunk in workers.chunks(stories):
            workers.of_chunk(chunk, nlp)

    bare()  # the first call fills caches
    all_in()
    if args.steps:
        profile = cProfile.Profile()
        profile.runcall(all_in)
        pstats.Stats(profile).sort_stats("cumulative").print_stats("graphkit", 40)
        return
    pairs = [(cpu(bare), cpu(all_in)) for _ in range(args.rounds)]
    words = sum(len(story.text.split()) for story in stories)
    plain, whole = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratios = sorted(b / a for a, b in pairs)
    print(f"{len(stories)} stories, {words} words, {args.rounds} rounds")
    print(f"bare pipeline  {plain:6.2f} CPU-s  {words / plain:6.0f} words/CPU-s")
    print(f"extraction     {whole:6.2f} CPU-s  {words / whole:6.0f} words/CPU-s")
    told = ", ".join(f"{ratio:.3f}" for ratio in ratios)
    print(f"ratio of medians {whole / plain:.3f} (at most 1.3); of the rounds {told}")


if __name__ == "__main__":
    main()
