"""A file in order made of the one before by copying what lies between some edits, and its digest with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO, NamedTuple

from seriktes.rdf.differing import Data, Differing, let_go, place_of

#: Bytes that are copied at a time.
_PIECE = 1 << 20


class Edit(NamedTuple):
    """What stands from one place to another in the file before is instead some other bytes."""

    start: int
    end: int
    instead: bytes


def line_edits(graph: Differing) -> Iterator[Edit]:
    """What makes the lines that are there now of those that were there before, in order."""
    for line in sorted(graph.gone | graph.added):
        place = place_of(graph.before, line)
        yield Edit(place, place, line + b"\n") if line in graph.added else Edit(place, place + len(line) + 1, b"")


def splice(before: Data, edits: Iterable[Edit], path: Path) -> tuple[int, str]:
    """Write a file of the one before; returns its size and SHA-256. The edits come in order and do not overlap. OSError without room."""
    digest, size, at = hashlib.sha256(), 0, 0
    new = path.with_name(path.name + ".new")  # the file before may lie in its place, and is still looked at
    with new.open("wb") as stream:
        for start, end, instead in edits:
            for piece in chain(_pieces(before, at, start), (instead,)):
                size += _put(piece, stream, digest)
            at = end
        for piece in _pieces(before, at, len(before)):
            size += _put(piece, stream, digest)
    new.replace(path)
    return size, digest.hexdigest()


def _pieces(before: Data, start: int, end: int) -> Iterator[bytes]:
    for place in range(start, end, _PIECE):
        yield before[place : min(place + _PIECE, end)]
        let_go(before, place, min(place + _PIECE, end))


def _put(piece: bytes, stream: IO[bytes], digest: hashlib._Hash) -> int:
    digest.update(piece)
    stream.write(piece)
    return len(piece)
