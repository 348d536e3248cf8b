"""Which things have which marks, as two columns of numbers: some twelve bytes a mark of a thing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

_Numbers = npt.NDArray[np.uint64]
_Things = npt.NDArray[np.int64]


def mark_of(text: str) -> int:
    """A mark as a number below 2**64, the same in every process."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class Postings:
    """Marks and the things that have them, each a number."""

    def __init__(self, marks: bytes = b"", things: bytes = b"") -> None:
        self._marks: _Numbers = np.frombuffer(marks, dtype=np.uint64)
        self._things: _Things = np.frombuffer(things, dtype=np.int64)

    def kept(self) -> tuple[bytes, bytes]:
        """Both columns, as another process can begin with them."""
        return self._marks.tobytes(), self._things.tobytes()

    def having(self, marks: Collection[int]) -> dict[int, list[int]]:
        """Of each mark the things that have it, in rising order."""
        asked = np.fromiter(marks, dtype=np.uint64, count=len(marks))
        first = np.searchsorted(self._marks, asked, "left").tolist()
        last = np.searchsorted(self._marks, asked, "right").tolist()
        things = self._things
        return {mark: things[start:stop].tolist() for mark, start, stop in zip(marks, first, last, strict=True) if start < stop}

    def marks_of(self, things: Collection[int]) -> dict[int, set[int]]:
        """Of each thing its marks."""
        chosen = np.isin(self._things, np.fromiter(things, dtype=np.int64, count=len(things)))
        found: dict[int, set[int]] = {thing: set() for thing in things}
        for mark, thing in zip(self._marks[chosen].tolist(), self._things[chosen].tolist(), strict=True):
            found[thing].add(mark)
        return found

    def change(self, things: Collection[int], marks: Iterable[tuple[int, Collection[int]]]) -> None:
        """Some things have other marks now, or none: all theirs go, and those of ``marks`` come."""
        stay = ~np.isin(self._things, np.fromiter(things, dtype=np.int64, count=len(things)))
        pairs: Sequence[tuple[int, int]] = [(mark, thing) for thing, own in marks for mark in own]
        new = np.array([mark for mark, _ in pairs], dtype=np.uint64), np.array([thing for _, thing in pairs], dtype=np.int64)
        all_marks = np.concatenate((self._marks[stay], new[0]))
        all_things = np.concatenate((self._things[stay], new[1]))
        order = np.lexsort((all_things, all_marks))
        self._marks, self._things = all_marks[order], all_things[order]
