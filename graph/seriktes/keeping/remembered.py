"""What one step of a build leaves to the same step of the next: a file in the cache's folder, of one version of the program.

It holds nothing that could not be made again. What is not as it was written, or of another version, is taken away.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, TypeVar

from seriktes.keeping.cache import FOLDER

#: What who is who leaves to itself; it names things.
WHO = "who.bin"
_SUM = 4
_PIECE = 1 << 20
_Found = TypeVar("_Found")


class Remembered:
    """What is kept under a name, for builds of one ``version`` of the program; with ``fresh`` nothing is."""

    def __init__(self, out: Path, name: str, version: str, fresh: bool = False) -> None:
        self._out, self._name = out, name
        self._file, self._version = out / FOLDER / name, hashlib.sha256(version.encode()).digest()
        if fresh or not self._is_whole():
            self.forget()

    def _is_whole(self) -> bool:
        with suppress(OSError), self._file.open("rb") as stream:
            if stream.read(len(self._version)) == self._version:
                told, found = stream.read(_SUM), 0
                while piece := stream.read(_PIECE):
                    found = zlib.crc32(piece, found)
                return found.to_bytes(_SUM, "little") == told
        return False

    def read(self, load: Callable[[IO[bytes]], _Found]) -> _Found | None:
        """What ``load`` makes of what was kept; None where nothing was."""
        with suppress(OSError), self._file.open("rb") as stream:
            stream.seek(len(self._version) + _SUM)
            return load(stream)
        return None

    def keep(self, write: Callable[[Any], object]) -> None:
        """Keep what ``write`` writes in the place of what was there. Without room for it, nothing is kept."""
        self.forget()  # it names things; what is gone must not stay in an old file
        new = self._file.with_suffix(".new")
        try:
            with new.open("wb") as stream:
                stream.write(self._version + bytes(_SUM))
                summed = _Summed(stream)
                write(summed)
                stream.seek(len(self._version))
                stream.write(summed.sum.to_bytes(_SUM, "little"))
            new.replace(self._file)
        except OSError:
            self.forget()

    def forget(self) -> None:
        """Take away what is kept."""
        forget(self._out, self._name)


def forget(out: Path, name: str) -> None:
    """Take away what was kept under a name, of whatever version."""
    for file in (out / FOLDER / name, (out / FOLDER / name).with_suffix(".new")):
        with suppress(OSError):
            file.unlink()


class _Summed(io.BufferedIOBase):
    """Writes on, and sums up what it writes."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self.sum = stream, 0

    def write(self, data: object) -> int:
        """Write some bytes; returns how many."""
        piece = memoryview(data)  # type: ignore[arg-type]
        self.sum = zlib.crc32(piece, self.sum)
        return self._stream.write(piece)
