"""Rows of large files that the build before wrote already: they are copied from there, and only the others are made.

The files of that build are the store. A note beside the cache says of each row what it was made of, as a digest, and where it begins; it
counts for one version of the program, and for a file only as long as that has the hash it was written with.
"""

from __future__ import annotations

import hashlib
import json
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from errno import EIO
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, NamedTuple

from seriktes.keeping.cache import FOLDER
from seriktes.keeping.moving import looked_at

FILE = "rows.bin"
#: Bytes of what tells one row from another.
DIGEST = 16
#: Bytes of the hash that the note begins with.
_HASH = 32
#: Bytes that are copied at a time.
_AT_ONCE = 1 << 20
_PLACES = "Q"


class _Run(NamedTuple):
    """Rows from ``first`` to before ``last`` that stand in the files before from row ``was`` on, or, below 0, nowhere."""

    first: int
    last: int
    was: int


class Rows:
    """The rows of several files that have the same rows in the same order. ``made_of`` has a digest of :data:`DIGEST` bytes for each row, of
    all that any of the files tells in it, no two the same; ``version`` is that of the program. Without ``out``, and with ``fresh``,
    nothing is taken over.
    """

    def __init__(self, made_of: Sequence[bytes], out: Path | None = None, version: str = "", fresh: bool = False) -> None:
        self._out, self._version, self._made_of = out, version, b"".join(made_of)
        before, self._files = ([], {}) if out is None or fresh else _noted(out, version)
        self._runs = list(_runs(made_of, before))
        self._starts: dict[str, array[int]] = {}

    def write(
        self,
        folder: Path,
        names: Sequence[str],
        head: Iterable[Sequence[str]],
        row: Callable[[int], Sequence[str]],
        tail: Sequence[str],
    ) -> None:
        """Write files into a folder: their head in pieces, their rows, their tail. A piece is a text for each file, ``row`` makes
        that of its number, and is asked only for those that are not there yet. OSError where there is no room.
        """
        before = self._before(names)
        starts = [array(_PLACES) for _ in names]
        self._starts.update(zip(names, starts, strict=True))
        with ExitStack() as stack:
            streams = [stack.enter_context((folder / name).open("wb")) for name in names]
            for pieces in head:
                _put(streams, pieces)
            places = [stream.tell() for stream in streams]
            for run in self._runs:
                if before and run.was >= 0:
                    for k, (name, old) in enumerate(zip(names, before, strict=True)):
                        known = old[run.was : run.was + run.last - run.first + 1]
                        starts[k].extend([start - known[0] + places[k] for start in known[:-1]])
                        self._copy(name, streams[k], known[0], known[-1])
                        places[k] += known[-1] - known[0]
                    continue
                for number in range(run.first, run.last):
                    for k, size in enumerate(_put(streams, row(number))):
                        starts[k].append(places[k])
                        places[k] += size
            for k, place in enumerate(places):
                starts[k].append(place)
            _put(streams, tail)

    def _before(self, names: Sequence[str]) -> list[array[int]]:
        """Of files of the build before where their rows begin, and the last one ends, if all are as they were written."""
        if self._out is None or all(run.was < 0 for run in self._runs) or not set(names) <= set(self._files):
            return []
        try:
            whole = all(
                looked_at(self._out / name)[1] == self._files[name][0] for name in names if not (self._out / name).is_symlink()
            )
        except OSError:
            return []
        return [self._files[name][1] for name in names] if whole else []

    def _copy(self, name: str, stream: BinaryIO, start: int, end: int) -> None:
        assert self._out is not None
        with (self._out / name).open("rb") as before:
            before.seek(start)
            while start < end:
                data = before.read(min(_AT_ONCE, end - start))
                if not data:
                    raise OSError(EIO, f"{name} became shorter while it was read")
                start += len(data)
                stream.write(data)

    def note(self, files: Mapping[str, str]) -> None:
        """Note the rows for the next build, of ``files`` with their SHA-256. Without room for it, it is left out."""
        if self._out is None:
            return
        body = self._made_of + b"".join(starts.tobytes() for starts in self._starts.values())
        head = {
            "version": [self._version, sys.byteorder],
            "rows": len(self._made_of) // DIGEST,
            "files": [(name, files[name]) for name in self._starts],
        }
        told = json.dumps(head).encode("ascii") + b"\n" + body
        file = self._out / FOLDER / FILE
        with suppress(OSError):
            new = file.with_suffix(".new")
            new.write_bytes(hashlib.sha256(told).digest() + told)
            new.replace(file)


def _put(streams: Sequence[BinaryIO], pieces: Sequence[str]) -> list[int]:
    """Write a piece to each file; how many bytes it has there."""
    return [stream.write(piece.encode("utf-8")) for stream, piece in zip(streams, pieces, strict=True)]


def _runs(made_of: Sequence[bytes], before: Sequence[bytes]) -> Iterator[_Run]:
    """The rows in stretches that stand, or do not stand, one after the other in the files before."""
    where = {digest: place for place, digest in enumerate(before)}
    places = [where.get(digest, -1) for digest in made_of]
    ends = [k + 1 for k, (one, next_) in enumerate(pairwise(places)) if next_ != (one + 1 if one >= 0 else -1)]
    for first, last in pairwise([0, *ends, len(places)] if places else []):
        yield _Run(first, last, places[first])


def _noted(out: Path, version: str) -> tuple[list[bytes], dict[str, tuple[str, array[int]]]]:
    """What the rows of the build before were made of; and of each of its files the SHA-256, and where its rows begin."""
    try:
        data = (out / FOLDER / FILE).read_bytes()
        head, _, body = data[_HASH:].partition(b"\n")
        note = json.loads(head)
        if note["version"] == [version, sys.byteorder] and data[:_HASH] == hashlib.sha256(data[_HASH:]).digest():
            end = note["rows"] * DIGEST
            made_of = [body[place : place + DIGEST] for place in range(0, end, DIGEST)]
            files = {}
            for name, digest in note["files"]:
                wide = 8 * (note["rows"] + 1)
                files[name] = digest, _places(body[end : end + wide])
                end += wide
            return made_of, files
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return [], {}


def _places(data: bytes) -> array[int]:
    starts = array(_PLACES)
    starts.frombytes(data)
    return starts
