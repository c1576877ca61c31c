"""Time a cold `comity code` of the sample document against the parser's own cold start, pair by pair.

Prints the median seconds of each and the median of the ratios: what Comity adds to loading its parser.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "examples" / "joint-statement.json"
CODE = [sys.executable, "-m", "comity", "code", str(SAMPLE), "--format", "jsonl"]
PARSER = [sys.executable, "-c", "from comity.code.syntax.parser import load_parser; load_parser()('It rains.')"]
HELP = [sys.executable, "-m", "comity", "--help"]


def seconds(command: list[str]) -> float:
    """Run a command once and return its wall time."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main(pairs: int = 7) -> None:
    """Run the commands in turn and print medians and ratios."""
    seconds(CODE)
    coded, parsed, helped = zip(*((seconds(CODE), seconds(PARSER), seconds(HELP)) for _ in range(pairs)), strict=True)
    ratio = statistics.median(one / other for one, other in zip(coded, parsed, strict=True))
    print(f"comity code, cold      {statistics.median(coded):.2f} s")
    print(f"the parser alone, cold {statistics.median(parsed):.2f} s")
    print(f"ratio                  {ratio:.2f}")
    print(f"comity --help          {statistics.median(helped):.2f} s")


if __name__ == "__main__":
    main()
