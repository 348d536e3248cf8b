"""Print how builds grow: time and memory by size, two processes beside one, one document more, kills and flipped bytes.

    python benchmarks/scale.py [--sizes 100 300 1000] [--jobs-at 300] [--add-at 1000] [--kills 50] [--work FOLDER]

The texts are those of texts.py: ten sentences and a title each. Every build is a process of its own. CPU seconds are those of the
process and its children; on a machine that does other work, trust them and the ratios rather than the seconds that passed.
``--sizes 1000 10000 100000 --add-at 10000`` are the sizes of the targets; they take hours.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from texts import COURSE, write_reports

SENTENCES = len(COURSE) + 1


@dataclass(frozen=True)
class Run:
    """What one build took: seconds passed, seconds of CPU, MB of its largest process."""

    wall: float
    cpu: float
    memory: float


def build(texts: Path, out: Path, *options: str, kill_after: float | None = None) -> Run | None:
    """Build in a process of its own; None when it was killed."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "seriktes", "build", str(texts), "--out", str(out), "--quiet", *options])
    if kill_after is not None:
        try:
            process.wait(kill_after)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return None
        return Run(time.perf_counter() - begun, 0.0, 0.0)
    _, code, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    if process.returncode not in (0, 1):
        raise SystemExit(f"the build of {texts} failed with {process.returncode}")
    return Run(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def steps(out: Path) -> dict[str, float]:
    """Seconds of each step of the last run, by its log."""
    lines = [json.loads(line) for line in (out / ".cache" / "build.log.jsonl").read_text(encoding="utf-8").splitlines()]
    last = max(number for number, line in enumerate(lines) if line["event"] == "begun")
    return {line["name"]: line["seconds"] for line in lines[last:] if line["event"] == "step"}


def found_signings(out: Path) -> int:
    """In how many documents an agreement with two parties was found."""
    found = 0
    for path in sorted((out / "annotations").glob("*.json")):
        facts = json.loads(path.read_text(encoding="utf-8"))["facts"]
        parties = [fact["agreement"] for fact in facts if fact["type"] == "party"]
        found += any(parties.count(agreement) >= 2 for agreement in parties)
    return found


def contents(out: Path) -> dict[str, bytes]:
    """The results, without what is kept for the next build."""
    paths = (p for p in sorted(out.rglob("*")) if p.is_file())
    return {str(p.relative_to(out)): p.read_bytes() for p in paths if not p.relative_to(out).parts[0].startswith(".")}


def growth(sizes: list[int], work: Path) -> None:
    """A row for each size."""
    print("| documents | wall s | CPU s | CPU ms a document | sentences an hour and core | peak MB | signings found |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for size in sizes:
        signed = write_reports(work / f"texts{size}", size)
        run = build(work / f"texts{size}", work / f"graph{size}")
        assert run is not None
        rate = 3600 * SENTENCES * size / run.cpu
        found = found_signings(work / f"graph{size}") / signed
        print(
            f"| {size:,} | {run.wall:.0f} | {run.cpu:.0f} | {1000 * run.cpu / size:.0f} | {rate:,.0f} | {run.memory:.0f} | {found:.0%} |",
            flush=True,
        )
        print(
            f"  steps of {size:,} (seconds passed):",
            ", ".join(f"{name} {s:.1f}" for name, s in steps(work / f"graph{size}").items()),
        )


def two_processes(size: int, work: Path) -> None:
    """How much faster two processes are, and whether they write the same."""
    write_reports(work / f"texts{size}", size)
    one = build(work / f"texts{size}", work / "one")
    two = build(work / f"texts{size}", work / "two", "--jobs", "2")
    assert one is not None and two is not None
    same = contents(work / "one") == contents(work / "two")
    reading = steps(work / "one")["read"] / steps(work / "two")["read"]
    print(
        f"two processes, {size:,} documents: whole build {one.wall / two.wall:.2f}, reading {reading:.2f} times as fast; same bytes: {same}"
    )


def one_more(size: int, work: Path) -> None:
    """What one document more costs, beside the build before it."""
    texts, out = work / f"texts{size}", work / f"graph{size}"
    if not out.exists():
        write_reports(texts, size)
        build(texts, out)
    whole = build(texts, work / "again", "--fresh")
    write_reports(texts, size + 1, first=size)
    more = build(texts, out)
    assert whole is not None and more is not None
    print(
        f"one document more than {size:,}: {more.wall:.1f} s of {whole.wall:.1f} s ({more.cpu / whole.cpu:.1%} of the CPU time)"
    )
    print("  steps:", ", ".join(f"{name} {s:.1f}" for name, s in steps(out).items()))
    build(texts, work / "again")
    print("  same bytes as a whole build:", contents(out) == contents(work / "again"))


def kills(instants: int, work: Path) -> None:
    """Kill builds at random instants; each time the last good build must be served, and the next run must end the same."""
    texts, out = work / "killed-texts", work / "killed"
    write_reports(texts, 5)
    build(texts, out)
    served = 0
    write_reports(texts, 10)
    begun = time.perf_counter()
    build(texts, work / "unharmed")
    length, chance = time.perf_counter() - begun, random.Random(1)
    ask = [sys.executable, "-m", "seriktes", "query", "ASK { ?s ?p ?o }", "--dir", str(out), "--format", "csv"]
    for _ in range(instants):
        build(texts, out, "--fresh", kill_after=chance.uniform(0, length))
        served += subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip().endswith("true")
    build(texts, out)
    print(
        f"killed at {instants} instants: served {served}; the next build ends in the same bytes: {contents(out) == contents(work / 'unharmed')}"
    )


def flips(number: int, work: Path) -> None:
    """Flip single bytes of the graph; each must be noticed."""
    from seriktes.errors import DataError
    from seriktes.whole import read_graph

    out = work / "flipped"
    write_reports(work / "flipped-texts", 3)
    build(work / "flipped-texts", out)
    data, chance, noticed = (out / "graph.nq").read_bytes(), random.Random(1), 0
    for place in chance.sample(range(len(data)), number):
        (out / "graph.nq").write_bytes(data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :])
        try:
            read_graph(out)
        except DataError:
            noticed += 1
    print(f"flipped bytes of graph.nq noticed: {noticed} of {number}")


def main() -> None:
    """All parts, or those that are not set to 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 300, 1000])
    parser.add_argument("--jobs-at", type=int, default=300)
    parser.add_argument("--add-at", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--flips", type=int, default=100)
    parser.add_argument("--work", type=Path, help="Keep texts and graphs in this folder.")
    given = parser.parse_args()
    work = given.work or Path(tempfile.mkdtemp())
    try:
        for number, part in (
            (given.sizes, growth),
            (given.jobs_at, two_processes),
            (given.add_at, one_more),
            (given.kills, kills),
            (given.flips, flips),
        ):
            if number:
                part(number, work)
    finally:
        if given.work is None:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
