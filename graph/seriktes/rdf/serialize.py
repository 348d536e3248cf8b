"""Quads to bytes: sorted N-Quads for machines. The same quads give the same bytes, whatever their order."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, parse, serialize

from seriktes.errors import DataError


def to_lines(quads: Iterable[Quad]) -> list[bytes]:
    """The N-Quads lines of the quads, sorted, each once, without line ends."""
    data = serialize(quads, format=RdfFormat.N_QUADS)
    return sorted(set(data.splitlines())) if data else []


def write_nquads(quads: Iterable[Quad]) -> bytes:
    """The N-Quads file of the quads, sorted by bytes."""
    lines = to_lines(quads)
    return b"\n".join(lines) + b"\n" if lines else b""


def read_nquads(data: bytes, name: str = "graph.nq") -> list[Quad]:
    """The quads of an N-Quads file. Raises DataError with the place of a mistake."""
    try:
        return list(parse(data, format=RdfFormat.N_QUADS))
    except SyntaxError as error:
        raise DataError(f"{name}: {error}") from error
