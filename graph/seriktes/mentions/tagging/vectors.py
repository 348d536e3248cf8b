"""Word vectors of navec as slovnet's networks use them: the number of a word in their list, and the vectors of numbers.

The list is one block of bytes, looked up in pieces; the table of vectors stays on disk. Formats: github.com/natasha/navec.
"""

from __future__ import annotations

import os
import tarfile
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_HEADER = 16  # bytes of pq.bin before its table: four numbers
_PIECE = 64


class Vocabulary:
    """The numbers of words in a list: ``data`` are its words in order, a line each, and at the end ``<unk>`` and ``<pad>``.

    >>> words = Vocabulary("а\\nбег\\nдом\\n<unk>\\n<pad>".encode())
    >>> [words.number(word) for word in ("Бег", "дом", "дым", "<pad>")], words.pad
    ([1, 2, 3, 3], 4)
    """

    def __init__(self, data: bytes) -> None:
        ends = np.flatnonzero(np.frombuffer(data, np.uint8) == ord("\n"))
        self.unknown = len(ends) - 1
        self.pad = self.unknown + 1
        self._data = data[: ends[-2] + 1] if self.unknown else b""
        self._starts: list[int] = [0, *(ends[_PIECE - 1 : -2 : _PIECE] + 1).tolist(), len(self._data)]
        self._firsts = [data[start : data.index(b"\n", start)] for start in self._starts[:-1]]

    def number(self, word: str) -> int:
        """The number of a word in small letters; that of ``<unk>`` for words that are not in the list."""
        sought = word.lower().encode("utf-8", "replace")
        piece = bisect_right(self._firsts, sought) - 1
        if piece < 0:
            return self.unknown
        lines = b"\n" + self._data[self._starts[piece] : self._starts[piece + 1]]
        place = lines.find(b"\n" + sought + b"\n")
        return piece * _PIECE + lines.count(b"\n", 0, place) if place >= 0 else self.unknown


class Vectors:
    """The vectors of words by their numbers, put together from the codes of their hundred parts, which are read from the file."""

    def __init__(self, file: Path, entry: dict[str, Any]) -> None:
        with tarfile.open(file) as archive:
            self._place = archive.getmember("pq.bin").offset_data + _HEADER
        self._count, self._parts = entry["indexes"]["shape"]
        shape = tuple(entry["codes"]["shape"])
        codes = np.fromfile(file, np.float32, int(np.prod(shape)), offset=self._place + self._count * self._parts)
        self._codes: Floats = codes.reshape(-1, shape[-1])
        self._firsts = np.arange(self._parts) * shape[1]
        self._file = file.open("rb", buffering=0)
        self._turn = Lock()

    def __call__(self, words: Sequence[int]) -> Floats:
        """One row a word."""
        read = b"".join([self._read(self._place + word * self._parts) for word in words])
        places = np.frombuffer(read, np.uint8).reshape(len(words), self._parts) + self._firsts
        rows: Floats = self._codes.take(places, axis=0).reshape(len(words), -1)
        return rows

    def _read(self, place: int) -> bytes:
        if hasattr(os, "pread"):  # processes that share the file do not move one another's place in it
            return os.pread(self._file.fileno(), self._parts, place)
        with self._turn:
            self._file.seek(place)
            return self._file.read(self._parts)
