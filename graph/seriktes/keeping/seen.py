"""Files that were looked at before: what has the size, the times and the number of a file that was hashed is that file.

The rule is that of git: a file that was written a moment before it was looked at does not count, since it may have been written again
within one tick of the clock. Paths are kept as digests: they may name people.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from seriktes.keeping.cache import FOLDER
from seriktes.keeping.laid import put_together, taken_apart
from seriktes.keeping.moving import looked_at

#: A file must have been as it is for so long before it was looked at (nanoseconds): twice the tick of the coarsest file systems.
_SETTLED = 4_000_000_000
#: Size, times of writing and of any change, and number of a file.
_Mark = tuple[int, int, int, int]


class Seen:
    """The hashes of files that are as they were when the last build looked at them; none with ``fresh``."""

    def __init__(self, out: Path, name: str, fresh: bool = False) -> None:
        self._file = out / FOLDER / f"{name}.note"
        self._before: Mapping[bytes, tuple[_Mark, str]] = {} if fresh else self._noted()
        self._now: dict[bytes, tuple[_Mark, str]] = {}

    def looked_at(self, path: Path) -> tuple[int, str]:
        """The size of a file and its SHA-256, for which its bytes are read only where they must be. OSError where it cannot be read."""
        mark, key = _mark(path), _key(path)
        known = self._before.get(key)
        if known is None or known[0] != mark:
            known = mark, looked_at(path)[1]
            if not _settled(mark):
                return mark[0], known[1]
        self._now[key] = known
        return mark[0], known[1]

    def note(self, path: Path, digest: str) -> None:
        """Note the hash of a file that was hashed before it came to its place."""
        key = _key(path)
        if key not in self._now:
            with suppress(OSError):
                mark = _mark(path)
                if _settled(mark):
                    self._now[key] = mark, digest

    def write(self) -> None:
        """Note what was asked for or noted, for the next build. Without room for it, it is left out."""
        if self._now == self._before:
            return
        data = taken_apart(self._now)
        new = self._file.with_suffix(".new")
        with suppress(OSError):
            new.write_bytes(zlib.crc32(data).to_bytes(4, "big") + data)
            new.replace(self._file)

    def _noted(self) -> Mapping[bytes, tuple[_Mark, str]]:
        with suppress(OSError, EOFError, ValueError, TypeError, pickle.UnpicklingError):
            data = self._file.read_bytes()
            if zlib.crc32(data[4:]).to_bytes(4, "big") == data[:4]:
                return dict(put_together(data[4:]))
        return {}


def _mark(path: Path) -> _Mark:
    told = path.stat()
    return told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino


def _settled(mark: _Mark) -> bool:
    return mark[1] <= time.time_ns() - _SETTLED


def _key(path: Path) -> bytes:
    return hashlib.blake2b(os.fsencode(path), digest_size=16).digest()
