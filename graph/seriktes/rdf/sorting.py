"""Lines in order, each once, however many: what is too much for the memory waits on disk in sorted runs that are merged.

Lines go about in blocks, lists of some thousands: what is done with a block at once is done several times as fast as line by line.
"""

from __future__ import annotations

import os
import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import IO

#: Bytes of lines that are held before they are written out, and what a line costs beside its bytes.
ROOM = 24_000_000
_A_LINE = 80
#: So many runs are merged into one, so that few files are open at a time.
_RUNS = 32
#: Bytes that are read of a file at a time, and lines that are given at a time of those that are held.
_PIECE = 1 << 18
_SOME = 2_000
#: Some lines without their ends.
Block = list[bytes]


class SortedLines:
    """Lines (bytes without line ends) that come in any order and go out sorted, each once, as often as they are asked for.

    ``folder`` holds the runs; whoever made it takes it away. OSError where it is full.
    """

    def __init__(self, folder: Path, room: int = ROOM) -> None:
        self._folder, self._room = folder, room
        self._held: list[bytes] = []
        self._size = 0
        self._levels: list[list[Path]] = []

    def add(self, lines: Iterable[bytes]) -> None:
        """Take in some lines."""
        before = len(self._held)
        self._held += lines
        self._size += sum(map(len, self._held[before:])) + _A_LINE * (len(self._held) - before)
        if self._size > self._room:
            self._write_out()

    def __iter__(self) -> Iterator[bytes]:
        return chain.from_iterable(self.blocks())

    def blocks(self) -> Iterator[Block]:
        """The same, some lines at a time."""
        self._held = sorted(set(self._held))
        held = (self._held[place : place + _SOME] for place in range(0, len(self._held), _SOME))
        return merged([*map(read_blocks, (run for runs in self._levels for run in runs)), held])

    def _write_out(self) -> None:
        self._put(self._run([sorted(set(self._held))]), 0)
        self._held, self._size = [], 0

    def _put(self, run: Path, level: int) -> None:
        """Add a run to those of a level; as soon as they are many, one of the next is made of them."""
        self._levels += [[] for _ in range(level + 1 - len(self._levels))]
        runs = self._levels[level]
        runs.append(run)
        if len(runs) == _RUNS:
            together = self._run(merged(list(map(read_blocks, runs))))
            for old in runs:
                old.unlink()
            runs.clear()
            self._put(together, level + 1)

    def _run(self, blocks: Iterable[Block]) -> Path:
        handle, name = tempfile.mkstemp(dir=self._folder, prefix="run-")
        with os.fdopen(handle, "wb", buffering=_PIECE) as stream:
            for block in blocks:
                write_block(stream, block)
        return Path(name)


def merged(streams: Sequence[Iterator[Block]]) -> Iterator[Block]:
    """The lines of streams of blocks, none of them empty, that are each in order, in order, each once."""
    heads = [(block, stream) for stream in streams if (block := next(stream, []))]
    last: bytes | None = None
    while heads:
        bound = min(block[-1] for block, _ in heads)  # up to here all lines of all streams are at hand
        found: Block = []
        left = []
        for block, stream in heads:
            cut = bisect_right(block, bound)
            found += block[:cut]
            if rest := block[cut:] or next(stream, []):
                left.append((rest, stream))
        if len(heads) > 1:
            found.sort()
        heads = left
        found = list(dict.fromkeys(found))
        if found[0] == last:
            del found[0]
        if found:
            last = found[-1]
            yield found


def write_block(stream: IO[bytes], block: Sequence[bytes]) -> int:
    """Write lines with their ends; returns how many."""
    if block:
        stream.write(b"\n".join(block) + b"\n")
    return len(block)


def read_blocks(path: Path) -> Iterator[Block]:
    """The lines of a file without their ends, some at a time."""
    with path.open("rb", buffering=0) as stream:
        begun = b""
        while data := stream.read(_PIECE):
            lines = (begun + data).split(b"\n")
            begun = lines.pop()
            if lines:
                yield lines
        if begun:
            yield [begun]
