"""Print how builds grow: time and memory by size and step, two processes beside one, one document more, kills, flipped bytes.

    python benchmarks/scale.py [--sizes 100 300] [--jobs 2] [--jobs-at 100] [--add-at 300] [--kills 10] [--flips 100]

Needs nothing but the installed package. The texts are those of texts.py: ten sentences and a title each. Every build is a
process of its own that keeps nothing of an earlier one, unless that is what is measured. CPU seconds are those of the process and its
children, but for those that read with --jobs; on a machine that does other work, trust them and the ratios rather than the seconds that passed. What stands above takes
some minutes; ``--sizes 1000 3000 10000 --jobs-at 1000 --add-at 1000`` takes an hour and more, 100,000 documents a night. 0 leaves a part out.
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


def build(texts: Path, out: Path, *options: str) -> Run:
    """Build in a process of its own."""
    begun = time.perf_counter()
    process = start(texts, out, *options)
    _, code, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    if process.returncode not in (0, 1):
        raise SystemExit(f"the build of {texts} failed with {process.returncode}")
    return Run(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def start(texts: Path, out: Path, *options: str, quiet: bool = False) -> subprocess.Popen[bytes]:
    """A build that runs."""
    command = [sys.executable, "-m", "seriktes", "build", str(texts), "--out", str(out), "--quiet", *options]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL if quiet else None)


def killed(texts: Path, out: Path, after: float, *options: str) -> None:
    """Start a build and kill it after some seconds."""
    process = start(texts, out, *options, quiet=True)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def steps(out: Path) -> dict[str, tuple[float, float, int]]:
    """Of each step of the last run, by its log: seconds passed, seconds of CPU, the most memory up to its end in MB."""
    lines = [json.loads(line) for line in (out / ".cache" / "build.log.jsonl").read_text(encoding="utf-8").splitlines()]
    last = max(number for number, line in enumerate(lines) if line["event"] == "begun")
    return {
        line["name"]: (line["seconds"], line.get("cpu", 0.0), line["peak"] or 0)
        for line in lines[last:]
        if line["event"] == "step"
    }


def print_steps(columns: dict[str, dict[str, tuple[float, float, int]]]) -> None:
    """CPU seconds and memory of each step, a column a build."""
    print("\n| step: CPU s, peak MB so far | " + " | ".join(columns) + " |\n|---" + "|---" * len(columns) + "|")
    for name in dict.fromkeys(name for found in columns.values() for name in found):
        cells = [f"{found[name][1]:.1f}, {found[name][2]}" if name in found else "–" for found in columns.values()]
        print(f"| {name} | " + " | ".join(cells) + " |")
    print(flush=True)


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
    """A row for each size, then the steps of each."""
    print(
        "| documents | seconds | CPU s | CPU ms a document | of it after reading | sentences an hour and core "
        "| peak MB | kB more a document | kB a document after reading | signings found |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|", flush=True)
    before: tuple[int, float] | None = None
    columns = {}
    for size in sizes:
        signed = write_reports(work / f"texts{size}", size)
        run = build(work / f"texts{size}", work / f"graph{size}", "--fresh")
        found = found_signings(work / f"graph{size}") / signed
        more = f"{1000 * (run.memory - before[1]) / (size - before[0]):.0f}" if before and size != before[0] else "–"
        before = size, run.memory
        rate = 3600 * SENTENCES * size / run.cpu
        columns[f"{size:,}"] = told = steps(work / f"graph{size}")
        later = sum(cpu for name, (_, cpu, _) in told.items() if name != "read")
        held = max(peak for _, _, peak in told.values()) - told["read"][2]
        row = (f"{size:,}", f"{run.wall:.0f}", f"{run.cpu:.0f}", f"{1000 * run.cpu / size:.0f}", f"{1000 * later / size:.0f}")
        row += (f"{rate:,.0f}", f"{run.memory:.0f}", more, f"{1000 * held / size:.0f}", f"{found:.0%}")
        print("| " + " | ".join(row) + " |", flush=True)
    print_steps(columns)


def processes(size: int, jobs: int, work: Path) -> None:
    """How much faster several processes are, and whether they write the same."""
    write_reports(work / f"texts{size}", size)
    one = build(work / f"texts{size}", work / "one", "--fresh")
    two = build(work / f"texts{size}", work / "two", "--fresh", "--jobs", str(jobs))
    same = contents(work / "one") == contents(work / "two")
    reading = steps(work / "one")["read"][0] / steps(work / "two")["read"][0]
    print(f"| {size:,} documents | seconds | CPU s | MB of the largest process | sentences an hour |\n|---|---|---|---|---|")
    for name, run in (("1 process", one), (f"--jobs {jobs}", two)):
        rate = 3600 * SENTENCES * size / run.wall
        print(f"| {name} | {run.wall:.1f} | {run.cpu:.1f} | {run.memory:.0f} | {rate:,.0f} |")
    print(
        f"speed-up {one.wall / two.wall:.2f}, of reading {reading:.2f}, on {os.cpu_count()} cores; same bytes: {same}", flush=True
    )
    print_steps({"1 process": steps(work / "one"), f"--jobs {jobs}": steps(work / "two")})


def one_more(size: int, work: Path) -> None:
    """What one document more costs, beside the build before it."""
    texts, out = work / f"more-texts{size}", work / f"more{size}"
    write_reports(texts, size)
    whole = build(texts, out, "--fresh")
    first = steps(out)
    write_reports(texts, size + 1, first=size)
    more = build(texts, out)
    print(f"one document more than {size:,}: {more.cpu:.1f} of {whole.cpu:.1f} CPU s ({more.cpu / whole.cpu:.1%})")
    print_steps({"all": first, "one more": steps(out)})
    build(texts, work / "again", "--fresh")
    print("same bytes as a whole build:", contents(out) == contents(work / "again"), flush=True)


def kills(instants: int, work: Path) -> None:
    """Kill builds at random instants; each time the last good build must be served, and the next run must end the same."""
    texts, out = work / "killed-texts", work / "killed"
    write_reports(texts, 5)
    build(texts, out, "--fresh")
    served = 0
    write_reports(texts, 10)
    length, chance = build(texts, work / "unharmed", "--fresh").wall, random.Random(1)
    ask = [sys.executable, "-m", "seriktes", "query", "ASK { ?s ?p ?o }", "--dir", str(out), "--format", "csv"]
    for _ in range(instants):
        killed(texts, out, chance.uniform(0, length), "--fresh", "--jobs", "2")
        served += subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip().endswith("true")
    build(texts, out)
    same = contents(out) == contents(work / "unharmed")
    print(f"killed at {instants} instants: served {served}; the next build ends in the same bytes: {same}", flush=True)


def flips(number: int, work: Path) -> None:
    """Flip single bytes of the graph; each must be noticed."""
    from seriktes.errors import DataError
    from seriktes.whole import read_graph

    out = work / "flipped"
    write_reports(work / "flipped-texts", 3)
    build(work / "flipped-texts", out, "--fresh")
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
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 300])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--jobs-at", type=int, default=100)
    parser.add_argument("--add-at", type=int, default=300)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--flips", type=int, default=100)
    parser.add_argument(
        "--steps-of", type=Path, nargs="*", metavar="FOLDER", help="Only print the steps of the last build of folders."
    )
    parser.add_argument("--work", type=Path, help="Keep texts and graphs in this folder.")
    given = parser.parse_args()
    if given.steps_of:
        print_steps({folder.name: steps(folder) for folder in given.steps_of})
        return
    work = given.work or Path(tempfile.mkdtemp())
    try:
        if any(given.sizes):
            growth(given.sizes, work)
        if given.jobs_at and given.jobs > 1:
            processes(given.jobs_at, given.jobs, work)
        if given.add_at:
            one_more(given.add_at, work)
        if given.kills:
            kills(given.kills, work)
        if given.flips:
            flips(given.flips, work)
    finally:
        if given.work is None:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
