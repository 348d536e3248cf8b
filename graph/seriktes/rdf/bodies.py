"""The blocks of TriG of graphs that are of all documents, written thing by thing while the graph goes by in the order of N-Quads.

Within a graph the things come in the order of the file already; only what is said of one has to be put in order.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import IO

from seriktes.rdf.trig import TYPE, Writer

_BY_SUBJECT = itemgetter(0)
_TYPE = TYPE.encode()
_PIECE = 1 << 18


class Bodies:
    """A file in ``folder`` for each graph, whoever made the folder takes it away. OSError where it is full."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._writer = folder, Writer()
        self._streams: dict[bytes, IO[bytes]] = {}
        self._held: list[tuple[bytes, bytes, bytes, bytes]] = []

    @property
    def used(self) -> set[str]:
        """The prefixes that stand in what was written."""
        return self._writer.used

    def take(self, quads: Sequence[tuple[bytes, bytes, bytes, bytes]]) -> None:
        """Take in the next quads, as :func:`~seriktes.rdf.trig.cut` gives them."""
        self._held += quads
        last = self._held[-1][0] if self._held else b""
        end = len(self._held)
        while end and self._held[end - 1][0] == last:  # more may come of the last thing
            end -= 1
        self._write(self._held[:end])
        self._held = self._held[end:]

    def _write(self, quads: Sequence[tuple[bytes, bytes, bytes, bytes]]) -> None:
        for subject, group in groupby(quads, key=_BY_SUBJECT):
            about = subject.decode()
            by_graph: dict[bytes, list[tuple[str, str, bool, str, str]]] = {}
            for _, predicate, value, graph in group:
                row = ("", about, predicate != _TYPE, predicate[1:-1].decode(), value.decode())
                by_graph.setdefault(graph, []).append(row)
            for graph, rows in by_graph.items():
                rows.sort()
                self._put(graph, "".join(self._writer.things(rows)).encode())

    def _put(self, graph: bytes, thing: bytes) -> None:
        stream = self._streams.get(graph)
        if stream is None:
            stream = self._streams[graph] = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 (closed when it is read)
            stream.write(self._writer.head(graph.decode()).encode() + b"  " + thing)
        else:
            stream.write(b"\n  " + thing)

    def blocks(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """The graphs in order, each with its block, when all quads went by."""
        self._write(self._held)
        self._held = []
        for graph in sorted(self._streams):
            yield graph.decode(), self._block(self._streams[graph])

    @staticmethod
    def _block(stream: IO[bytes]) -> Iterator[bytes]:
        with stream:
            stream.seek(0)
            while piece := stream.read(_PIECE):
                yield piece
        yield b"}\n"
