"""Lines in order, each once, however many: what is too much for the memory waits on disk in sorted runs that are merged."""

from __future__ import annotations

import heapq
import os
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import IO

#: Bytes of lines that are held before they are written out, and what a line costs beside its bytes.
ROOM = 24_000_000
_A_LINE = 80
#: So many runs are merged into one, so that few files are open at a time.
_RUNS = 32
_BUFFER = 1 << 16


class SortedLines:
    """Lines (bytes without line ends) that come in any order and go out sorted, each once, as often as they are asked for.

    ``folder`` holds the runs; whoever made it takes it away. OSError where it is full.
    """

    def __init__(self, folder: Path, room: int = ROOM) -> None:
        self._folder, self._room = folder, room
        self._held: list[bytes] = []
        self._size = 0
        self._runs: list[Path] = []

    def add(self, lines: Iterable[bytes]) -> None:
        """Take in some lines."""
        before = len(self._held)
        self._held += lines
        self._size += sum(map(len, self._held[before:])) + _A_LINE * (len(self._held) - before)
        if self._size > self._room:
            self._write_out()

    def __iter__(self) -> Iterator[bytes]:
        self._held = sorted(set(self._held))
        if not self._runs:
            yield from self._held
            return
        for line, _ in groupby(heapq.merge(*map(read_lines, self._runs), self._held)):
            yield line

    def _write_out(self) -> None:
        self._runs.append(self._run(sorted(set(self._held))))
        self._held, self._size = [], 0
        if len(self._runs) == _RUNS:
            merged = self._run(line for line, _ in groupby(heapq.merge(*map(read_lines, self._runs))))
            for run in self._runs:
                run.unlink()
            self._runs = [merged]

    def _run(self, lines: Iterable[bytes]) -> Path:
        handle, name = tempfile.mkstemp(dir=self._folder, prefix="run-")
        with os.fdopen(handle, "wb", buffering=_BUFFER) as stream:
            write_lines(stream, lines)
        return Path(name)


def write_lines(stream: IO[bytes], lines: Iterable[bytes]) -> int:
    """Write lines with their ends; returns how many."""
    number = 0
    for number, line in enumerate(lines, 1):  # noqa: B007
        stream.write(line + b"\n")
    return number


def read_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file without their ends, one by one."""
    with path.open("rb", buffering=_BUFFER) as stream:
        for line in stream:
            yield line.rstrip(b"\n")
