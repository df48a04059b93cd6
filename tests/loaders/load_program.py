"""Program for the tests that kill loaders or run several at once: makes synthetic stories, then forks a loader a line.

``load_program.py STORIES`` says "prepared", then takes lines ``URL FIRST STEP [hold]`` and starts a process each, which
loads every STEPth story from the FIRST, in small batches, resolved over all of them; it says "ready PID" when it has
opened the store (and stops itself, if told to hold), and "loaded PID" or "failed PID" at the end.
"""

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import strategies
import synthetic

import graphkit.loaders.loading as loading
from graphkit.errors import GraphkitError
from graphkit.loaders import open_store
from graphkit.model import Record, Resolved


def main(stories: int) -> None:
    records = list(synthetic.records(stories))
    resolution = strategies.resolved(records)
    loading.ROWS_PER_BATCH = 80
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # a loader that was killed is gone at once
    say("prepared")
    for line in sys.stdin:
        url, first, step, *hold = line.split()
        if os.fork() == 0:
            run(url, records[int(first) :: int(step)], resolution, hold=bool(hold))


def run(url: str, records: Sequence[Record], resolution: Sequence[Resolved], *, hold: bool) -> None:
    """Load and end this process."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    outcome = "failed"
    try:
        with open_store(url) as store:
            say(f"ready {os.getpid()}")
            if hold:
                os.kill(os.getpid(), signal.SIGSTOP)
            loading.load(store, records, resolution)
        outcome = "loaded"
    except GraphkitError:
        traceback.print_exc()
    finally:
        say(f"{outcome} {os.getpid()}")
        os._exit(0)


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())  # whole lines, whoever else writes


if __name__ == "__main__":
    main(int(sys.argv[1]))
