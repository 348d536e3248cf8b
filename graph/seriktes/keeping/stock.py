"""Laid annotations that the next build finds where this one left them, so that what did not change is neither unpacked nor laid down again.

Two files beside the cache: the annotations, and a note with their places and whatever is told of them. They count for one version of
the program and the manner of reading, and only if the file of annotations is, byte for byte, the one of the note.
"""

from __future__ import annotations

import os
import pickle
import shutil
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from seriktes.keeping.cache import FOLDER
from seriktes.keeping.laid import Laid, put_together, taken_apart

_ENDS = (".laid", ".note")
#: Bytes that are looked at, at a time.
_PIECE = 1 << 20


class Stock:
    """What a build left under a ``name`` in the folder of its results: ``laid`` and ``told``; nothing if there is none that counts."""

    def __init__(self, out: Path, name: str, version: str, fresh: bool = False) -> None:
        self._file, self._note = (out / FOLDER / f"{name}{end}" for end in _ENDS)
        self._version = version
        found = None if fresh else self._found()
        self.laid: Laid | None = None
        self.told: Any = None
        if found is None:
            drop(out, name)  # of another version, perhaps of one that did not know who is to be left out
        else:
            self.laid, self.told = found

    def _found(self) -> tuple[Laid, Any] | None:
        try:
            data = self._note.read_bytes()
            if zlib.crc32(data[4:]).to_bytes(4, "big") != data[:4]:
                return None
            version, sum_, places, told = put_together(data[4:])
            if version == self._version and sum_ == _sum(self._file):
                return Laid.at(self._file, places), told
        except (OSError, EOFError, ValueError, TypeError, pickle.UnpicklingError):
            pass
        return None

    def keep(self, laid: Laid, told: Any, whole: bool = True) -> None:
        """Keep annotations and what is told of them, plain values, for the next build. Nothing is kept without room for it, nor unless
        it is the ``whole`` of what the annotations were read from.
        """
        new = [file.with_name(f"{file.name}.new") for file in (self._file, self._note)]
        for file in (self._note, *new):
            file.unlink(missing_ok=True)
        if not whole:
            self._file.unlink(missing_ok=True)
            return
        try:
            with suppress(OSError):
                os.link(laid.path, new[0])
            if not new[0].exists():
                shutil.copyfile(laid.path, new[0])
            note = taken_apart((self._version, _sum(new[0]), laid.places(), told))
            new[1].write_bytes(zlib.crc32(note).to_bytes(4, "big") + note)
            for made, file in zip(new, (self._file, self._note), strict=True):
                made.replace(file)
        except OSError:
            for file in new:
                file.unlink(missing_ok=True)


def drop(out: Path, name: str = "*") -> None:
    """Take away what was kept under a name, or all of it: it holds texts."""
    for end in _ENDS:
        for file in (*(out / FOLDER).glob(f"{name}{end}"), *(out / FOLDER).glob(f"{name}{end}.new")):
            with suppress(OSError):
                file.unlink()


def _sum(path: Path) -> tuple[int, int]:
    """The size of a file, and a sum that another file hardly has."""
    size = sum_ = 0
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            size, sum_ = size + len(piece), zlib.crc32(piece, sum_)
    return size, sum_
