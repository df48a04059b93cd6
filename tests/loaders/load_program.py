"""Program for the tests that kill it or run it twice: loads synthetic stories in small batches.

``load_program.py URL STORIES FIRST STEP``: of so many stories every STEPth from the FIRST, resolved over all of them.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import strategies
import synthetic

import graphkit.loaders.loading as loading
from graphkit.loaders import open_store


def main(url: str, stories: int, first: int, step: int) -> None:
    records = list(synthetic.records(stories))
    resolution = strategies.resolved(records)
    loading.ROWS_PER_BATCH = 80
    with open_store(url) as store:
        print("ready", flush=True)
        loading.load(store, records[first::step], resolution, progress=lambda done, total: print(done, flush=True))
        print("loaded", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
