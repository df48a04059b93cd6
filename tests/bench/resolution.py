"""CPU and memory of resolving synthetic stories whose names have heavy tails, and of adding a few to many.

python tests/bench/resolution.py 1000 10000 30000 --add 100
"""

import argparse
import math
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import synthetic

from graphkit.resolution import resolve


def main() -> None:
    """Print a line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="+")
    args = parser.parse_args()
    print("stories      CPU s  us/(n log n)       MB      lines")
    for size in args.sizes:
        records = list(synthetic.records(size))
        begun = time.process_time()
        lines = resolve(records)
        spent = time.process_time() - begun
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        rate = 1e6 * spent / size / math.log2(size)
        print(f"{size:7} {spent:10.1f} {rate:14.1f} {most:8} {len(lines):10}", flush=True)


if __name__ == "__main__":
    main()
