"""Bytes by key in one file on disk, in the order they come: what is made document by document and asked for in order later.

Lines about the nodes of one document stand together in ``graph.nq``, since their IRIs begin with that of the document; so they
need not be sorted among all others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import IO

from seriktes.rdf.terms import BASE

#: How a line about a node of a document begins, and what comes after all such lines.
ABOUT = f"<{BASE}doc/".encode()
AFTER = ABOUT[:-1] + b"0"
#: With the digest in the IRI of a document.
_WHOSE = len(ABOUT) + 16
_BUFFER = 1 << 18


class Shelf:
    """Bytes by key; a key may have several. Whoever made the folder of ``path`` takes the file away. OSError where it is full."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stream = path.open("wb", buffering=_BUFFER)
        self._places: dict[bytes, list[tuple[int, int]]] = defaultdict(list)
        self._end = 0

    def put(self, key: bytes, data: bytes) -> None:
        """Keep some bytes under a key."""
        self._stream.write(data)
        self._places[key].append((self._end, len(data)))
        self._end += len(data)

    def take_lines(self, lines: Sequence[bytes]) -> Sequence[bytes]:
        """Keep the lines about nodes of documents, of lines in order; the others are given back."""
        first, last = bisect_left(lines, ABOUT), bisect_left(lines, AFTER)
        for whose, own in groupby(lines[first:last], key=lambda line: line[:_WHOSE]):
            self.put(whose, b"\n".join(own) + b"\n")
        return lines if first == last else [*lines[:first], *lines[last:]]

    def flush(self) -> None:
        """Let others read the file."""
        self._stream.flush()

    def __iter__(self) -> Iterator[tuple[bytes, list[bytes]]]:
        """The keys in order, each with what was put under it."""
        self.flush()
        with self.path.open("rb", buffering=0) as stream:
            for key in sorted(self._places):
                yield key, [_read(stream, *place) for place in self._places[key]]

    def lines(self) -> Iterator[list[bytes]]:
        """The lines of each key, in order, each once."""
        for _, parts in self:
            lines = b"".join(parts).split(b"\n")
            lines.pop()
            yield lines if len(parts) == 1 else sorted(set(lines))

    def close(self) -> None:
        """Let go of the file."""
        self._stream.close()


def _read(stream: IO[bytes], start: int, size: int) -> bytes:
    stream.seek(start)
    return stream.read(size)
