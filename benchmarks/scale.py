"""Print how builds grow: a table of all measures, then the steps of each build.

    python benchmarks/scale.py [--sizes 100 1000] [--jobs 2] [--kills 10] [--flips 100] [--work FOLDER]

Needs nothing but the installed package. The texts are those of texts.py: ten sentences and a title each. Of each size one whole
build with --jobs and one with a report more; of the smallest also one in one process, and whole ones again to hold the bytes
against. Every build is a process of its own. CPU seconds are of all its processes; on a machine that does other work,
trust them and the ratios rather than the seconds that passed. How far it is goes to standard error. What stands above takes
about five minutes on two quiet cores; ``--sizes 1000 10000`` half an hour and 15 GB of disk. 0 leaves kills or flips out.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
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


def tell(words: str) -> None:
    """How far it is, with the time of day, to standard error."""
    print(time.strftime("%H:%M:%S"), words, file=sys.stderr, flush=True)


def build(texts: Path, out: Path, *options: str) -> Run:
    """Build in processes of their own, and count all of them."""
    begun = time.perf_counter()
    tell(f"build of {texts.name} {' '.join(options)}")
    process, done = start(texts, out, *options), threading.Event()
    threading.Thread(target=_watch, args=(out, begun, done), daemon=True).start()
    cpu, memory, wall, status = 0.0, 0.0, 0.0, 0
    with suppress(ChildProcessError):
        while True:  # the readers are no children of the build but come to this process when it ends, see main
            pid, ended, used = os.wait4(-1, 0)
            cpu, memory = cpu + used.ru_utime + used.ru_stime, max(memory, used.ru_maxrss / 1024)
            if pid == process.pid:
                wall, status = time.perf_counter() - begun, os.waitstatus_to_exitcode(ended)
    done.set()
    process.returncode = status
    if status not in (0, 1):
        raise SystemExit(f"the build of {texts} failed with {status}")
    tell(f"  took {wall:.0f} s, {cpu:.0f} s of CPU, {memory:.0f} MB in its largest process")
    return Run(wall, cpu, memory)


def _watch(out: Path, begun: float, done: threading.Event) -> None:
    """Tell once a minute which step was done last."""
    while not done.wait(60):
        last = list(steps(out)) if (out / ".cache" / "build.log.jsonl").is_file() else []
        tell(f"  after {time.perf_counter() - begun:.0f} s: {last[-1] + ' is done' if last else 'reading'}")


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


def contents(out: Path) -> dict[str, str]:
    """A digest of each of the results, without what is kept for the next build.

    Never the bytes themselves: the system counts what a process held before it became a build as that build's memory.
    """
    paths = [p for p in sorted(out.rglob("*")) if p.is_file() and not p.relative_to(out).parts[0].startswith(".")]
    return {str(p.relative_to(out)): _digest(p) for p in paths}


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@dataclass(frozen=True)
class Grown:
    """What was measured at one size. ``alone``: in one process; ``same``: whether all whole builds wrote the same bytes."""

    size: int
    whole: Run
    more: Run
    found: float
    alone: Run | None = None
    same: bool | None = None


def grow(size: int, jobs: int, check: bool, work: Path, columns: dict[str, dict[str, tuple[float, float, int]]]) -> Grown:
    """Build so many reports, then one more; with ``check`` also in one process and, with the one more, from nothing."""
    texts, out = work / f"texts{size}", work / f"graph{size}"
    signed = write_reports(texts, size)
    alone = build(texts, work / "alone", "--fresh") if check else None
    if check:
        columns[f"{size:,}, 1 process"] = steps(work / "alone")
    whole = build(texts, out, "--fresh", "--jobs", str(jobs))
    columns[f"{size:,}"] = steps(out)
    found = found_signings(out) / signed
    same = contents(work / "alone") == contents(out) if check else None
    write_reports(texts, size + 1, first=size)
    more = build(texts, out)
    columns[f"{size:,} + 1"] = steps(out)
    if check:
        build(texts, work / "alone", "--fresh", "--jobs", str(jobs))
        same = bool(same) and contents(work / "alone") == contents(out)
    shutil.rmtree(work / "alone", ignore_errors=True)
    shutil.rmtree(texts)
    shutil.rmtree(out)
    return Grown(size, whole, more, found, alone, same)


def print_measures(rows: list[Grown], jobs: int, lost: str, noticed: str) -> None:
    """The table of measures with what is wanted of each."""
    first, last = rows[0], rows[-1]
    rate = {row.size: 3600 * SENTENCES * row.size / row.whole.wall for row in rows}
    a_document = {row.size: 1000 * row.whole.cpu / row.size for row in rows}
    apart = [value / a_document[first.size] - 1 for value in a_document.values()]
    share = {row.size: row.more.cpu / row.whole.cpu for row in rows}
    slope = (last.whole.memory - first.whole.memory) / max(1, last.size - first.size)
    alone = first.alone or first.whole
    told = [
        (f"sentences an hour, {jobs} processes", "≥ 1,000,000", "; ".join(f"{n:,}: {value:,.0f}" for n, value in rate.items())),
        (
            f"speed-up, {jobs} processes beside one, {first.size:,} documents",
            "≥ 1.8",
            f"{alone.wall / first.whole.wall:.2f}; same bytes: {first.same}",
        ),
        (
            "CPU ms a document",
            "±15 %",
            "; ".join(f"{n:,}: {value:.0f} ({more:+.0%})" for (n, value), more in zip(a_document.items(), apart, strict=True)),
        ),
        (
            "MB of the largest process",
            "≤ 1,000 at 100,000",
            "; ".join(f"{row.size:,}: {row.whole.memory:.0f}" for row in rows) + f"; {1000 * slope:.0f} kB more a document",
        ),
        (
            "one document more, CPU s",
            "≤ 2 % at 10,000",
            "; ".join(
                f"{r.size:,}: {r.more.cpu:.1f} of {r.whole.cpu:.0f} ({share[r.size]:.1%}), {r.more.memory:.0f} MB" for r in rows
            ),
        ),
        ("signings found", "", "; ".join(f"{row.size:,}: {row.found:.0%}" for row in rows)),
        ("killed builds after which the last one was served", "all", lost),
        ("flipped bytes noticed", "all", noticed),
    ]
    print("| measure | wanted | measured |\n|---|---|---|")
    for row in told:
        print("| " + " | ".join(row) + " |")
    print(f"\n{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end", flush=True)


def kills(instants: int, work: Path) -> str:
    """Kill builds at random instants; each time the last good build must be served, and the next run must end the same."""
    texts, out = work / "killed-texts", work / "killed"
    write_reports(texts, 5)
    build(texts, out, "--fresh")
    served = 0
    write_reports(texts, 10)
    length, chance = build(texts, work / "unharmed", "--fresh").wall, random.Random(1)
    ask = [sys.executable, "-m", "seriktes", "query", "ASK { ?s ?p ?o }", "--dir", str(out), "--format", "csv"]
    for instant in range(instants):
        tell(f"kill {instant + 1} of {instants}")
        killed(texts, out, chance.uniform(0, length), "--fresh", "--jobs", "2")
        served += subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip().endswith("true")
    build(texts, out)
    return f"{served} of {instants}; the next build ends in the same bytes: {contents(out) == contents(work / 'unharmed')}"


def flips(number: int, work: Path) -> str:
    """Flip single bytes of the graph; each must be noticed."""
    from seriktes.building.whole import read_graph
    from seriktes.errors import DataError

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
    return f"{noticed} of {number}"


def main() -> None:
    """All measures, or the steps of builds that are there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--flips", type=int, default=100)
    parser.add_argument(
        "--steps-of", type=Path, nargs="*", metavar="FOLDER", help="Only print the steps of the last build of folders."
    )
    parser.add_argument("--work", type=Path, help="A folder for texts and graphs, which are taken away again.")
    given = parser.parse_args()
    if given.steps_of:
        print_steps({folder.name: steps(folder) for folder in given.steps_of})
        return
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER: what a build leaves behind is counted here
    work = given.work or Path(tempfile.mkdtemp())
    columns: dict[str, dict[str, tuple[float, float, int]]] = {}
    try:
        rows = [grow(size, given.jobs, not n, work, columns) for n, size in enumerate(sorted(given.sizes))]
        lost = kills(given.kills, work) if given.kills else "left out"
        noticed = flips(given.flips, work) if given.flips else "left out"
    finally:
        if given.work is None:
            shutil.rmtree(work, ignore_errors=True)
    print_measures(rows, given.jobs, lost, noticed)
    print_steps(columns)


if __name__ == "__main__":
    main()
