"""Time loading the whole catalogue and building the matcher of its names, each run in a process of its own.

    python benchmarks/load_catalogue.py [RUNS]

The first run may parse the YAML anew; the median is of the others.
"""

import statistics
import subprocess
import sys

_TIMED = """
import time
from comity.catalogue import NameMatcher, load
start = time.perf_counter()
catalogue = load()
loaded = time.perf_counter()
NameMatcher(catalogue)
print(loaded - start, time.perf_counter() - loaded)
"""


def main(runs: int) -> None:
    """Print the median seconds of loading, of building, and of both."""
    timed = [
        [
            float(part)
            for part in subprocess.run([sys.executable, "-c", _TIMED], check=True, capture_output=True).stdout.split()
        ]
        for _ in range(runs + 1)
    ][1:]
    for name, seconds in (
        ("catalogue", [load for load, _ in timed]),
        ("matcher", [build for _, build in timed]),
        ("both", [sum(one) for one in timed]),
    ):
        print(f"{name:10} {statistics.median(seconds):.3f} s (least {min(seconds):.3f}, most {max(seconds):.3f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
