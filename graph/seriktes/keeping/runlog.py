"""What builds did, a line of JSON for each step: for people who look after them, and for ``seriktes status``.

It stands beside the cache and is no part of the results, which are the same bytes whenever they are made.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from seriktes.keeping.cache import FOLDER
from seriktes.resources import seed_documents

FILE = "build.log.jsonl"
#: A longer log loses its older half.
LARGEST = 1_000_000


def spent() -> float:
    """Seconds of processor time of this process and of its children that are done."""
    return sum(os.times()[:4])


def most_memory() -> int | None:
    """The most memory that this process has held so far, in MB; None where the system does not tell."""
    with suppress(OSError, StopIteration):  # Linux; its other figure counts what was held before this program began
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        return round(int(next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()[1]) / 1024)
    try:
        import resource
    except ImportError:
        return None
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


class RunLog:
    """The log of one run. A line that cannot be written is left out: the results matter more."""

    def __init__(self, out: Path) -> None:
        self._file = out / FOLDER / FILE
        with suppress(OSError):
            if self._file.stat().st_size > LARGEST:
                lines = self._file.read_bytes().splitlines(keepends=True)
                self._file.write_bytes(b"".join(lines[len(lines) // 2 :]))

    def tell(self, event: str, **about: Any) -> None:
        """Add a line: when, which process, what."""
        line = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "pid": os.getpid(), "event": event, **about}
        with suppress(OSError), self._file.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(line, ensure_ascii=True) + "\n")

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Tell how long a step took, by the clock and of the processors, and the most memory so far, in MB."""
        begun, used = time.monotonic(), spent()
        yield
        took = {"seconds": round(time.monotonic() - begun, 3), "cpu": round(spent() - used, 3)}
        self.tell("step", name=name, **took, peak=most_memory())


def read_log(out: Path) -> list[dict[str, Any]]:
    """The lines of the log, those that a kill cut off left out."""
    try:
        lines = (out / FOLDER / FILE).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        with suppress(ValueError):
            entry = json.loads(line)
            if isinstance(entry, dict) and "event" in entry:
                found.append(entry)
    return found


def folders_of(paths: Iterable[Path]) -> list[str]:
    """The folders that documents lie in, in full; without the documents that ship with the package, and standard input."""
    shipped = {path.parent.resolve() for path in seed_documents()}
    folders = {(path if path.is_dir() else path.parent).resolve() for path in paths if str(path) != "-"}
    return sorted(map(str, folders - shipped))


def documents_folder(out: Path) -> Path | None:
    """The folder whose documents the last build was made from; None where there were several, or it is no longer there."""
    begun = [entry for entry in read_log(out) if entry["event"] == "begun"]
    told = begun[-1].get("folders") if begun else None
    if not isinstance(told, list) or len(told) != 1 or not isinstance(told[0], str):
        return None
    folder = Path(told[0])
    return folder if folder.is_dir() else None
