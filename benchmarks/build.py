"""Print wall time and peak memory of a build of the five documents, each run in a process of its own.

python benchmarks/build.py [RUNS]
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main() -> None:
    """One warm-up, then the runs; the median is the figure to quote."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    command = [sys.executable, "-m", "seriktes", "build", "--quiet", "--out"]
    walls = []
    for number in range(runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            subprocess.run([*command, str(Path(folder) / "out")], check=True)
            wall = time.perf_counter() - start
        if number:
            walls.append(wall)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"build of the five documents: {statistics.median(walls):.1f} s wall (median of {runs}), {peak:.0f} MB peak")


if __name__ == "__main__":
    main()
