"""Right and wrong over the linguists' cases: python tests/bench/cases.py [AREA …] [--own] [--wrong].

Without --own both sets of held-out cases are judged, which were written without sight of the rules.
"""

import argparse
import json
import sys
from pathlib import Path

CASES = Path(__file__).resolve().parents[1] / "cases"
sys.path.insert(0, str(CASES.parent))

from judging import JUDGES, wrong_cases  # noqa: E402

from graphkit.extraction import parse  # noqa: E402


def main() -> None:
    """Print a line an area, and the wrong ones if asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("area", nargs="*", default=[])
    parser.add_argument("--own", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    args = parser.parse_args()
    nlp = parse.load(None)
    folders = ["."] if args.own else ["heldout", "heldout2"]
    for path in (CASES / folder / f"{area}.jsonl" for area in args.area or JUDGES for folder in folders):
        if not path.exists():
            continue
        area = path.stem
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        wrong = wrong_cases(area, cases, nlp)
        right = len(cases) - len(wrong)
        name = path.relative_to(CASES).with_suffix("")
        print(f"{name}: {right} of {len(cases)} right ({right / len(cases):.1%})")
        if args.wrong:
            texts = {case["id"]: case["text"] for case in cases}
            for own, faults in wrong.items():
                print(f"  {own}: {texts[own]}\n      {'; '.join(faults)}")


if __name__ == "__main__":
    main()
