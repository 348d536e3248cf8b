"""A model file of CRFsuite: labels, what each feature weighs for each of them, and what it weighs that one follows another.

The layout is that of CRFsuite 0.12 (``crf1d_model.c``, ``cqdb.c`` in github.com/chokkan/crfsuite); numbers are little-endian.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from seriktes.errors import DataError

Floats = NDArray[np.float64]
_HEADER = struct.Struct("<4sI4sI8I")
_FEATURE = np.dtype([("kind", "<i4"), ("source", "<i4"), ("label", "<i4"), ("weight", "<f8")])
_OF_STATE, _OF_TRANSITION = 0, 1


class ChainFile(NamedTuple):
    """The numbers of features by their names; features × labels, and a last row that weighs nothing; labels × labels that follow."""

    labels: list[str]
    features: dict[str, int]
    weights: Floats
    transitions: Floats


def read_chain(file: Path) -> ChainFile:
    """The model of a file. Raises DataError for what is no model of a first-order chain."""
    data = file.read_bytes()
    if len(data) < _HEADER.size or (data[:4], data[8:12]) != (b"lCRF", b"FOMC"):
        raise DataError(f"{file.name} is no model of CRFsuite; reinstall seriktes")
    _, _, _, _, _, labels, features, listed, named, described, _, _ = _HEADER.unpack_from(data)
    (count,) = struct.unpack_from("<I", data, listed + 8)
    table = np.frombuffer(data, _FEATURE, count, listed + 12)
    weights, transitions = np.zeros((features + 1, labels)), np.zeros((labels, labels))
    for kind, filled in ((_OF_STATE, weights), (_OF_TRANSITION, transitions)):
        own = table[table["kind"] == kind]
        filled[own["source"], own["label"]] = own["weight"]
    names = {name: number for number, name in enumerate(_names(data, described))}
    return ChainFile(_names(data, named), names, weights, transitions)


def _names(data: bytes, start: int) -> list[str]:
    """The names of a table in the order of their numbers."""
    count, offsets = struct.unpack_from("<II", data, start + 16)
    found = []
    for place in struct.unpack_from(f"<{count}I", data, start + offsets):
        first = start + place + 8
        (size,) = struct.unpack_from("<I", data, first - 4)
        found.append(data[first : first + size - 1].decode("utf-8"))
    return found
