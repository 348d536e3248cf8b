"""A model file of CRFsuite: labels, what each feature weighs for each of them, and what it weighs that one follows another.

The layout is that of CRFsuite 0.12 (``crf1d_model.c``, ``cqdb.c`` in github.com/chokkan/crfsuite); numbers are little-endian.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
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


#: Marks before what a word tells of other tokens than its own: of the one behind it, the one before it, the next but one.
_PLACES = ("-", "+", "--", "++")
_TOLD_BESIDE = frozenset(("w", "s", "c", "k", "e3", "e2", "v", "l"))
OWN, BESIDE = slice(0, 1), slice(1, 1 + len(_PLACES))
#: The number of no feature, and the row of it.
NOTHING = -1


def by_place(features: Mapping[str, int]) -> tuple[dict[str, int], NDArray[np.int32]]:
    """The rows of features without their marks of place; rows × the own token and other places, the number of the feature there.

    >>> rows, numbers = by_place({"w=дом": 0, "-w=дом": 1, "++w=дом": 2, "-ss=x|X": 3})
    >>> rows, numbers.tolist()
    ({'w=дом': 0, '-ss=x|X': 1}, [[0, 1, -1, -1, 2], [3, -1, -1, -1, -1], [-1, -1, -1, -1, -1]])
    """
    rows: dict[str, int] = {}
    numbers = np.full((len(features) + 1, 1 + len(_PLACES)), NOTHING, np.int32)
    for feature, number in features.items():
        bare = feature.lstrip("-+")
        mark = feature[: len(feature) - len(bare)]
        if mark in _PLACES and bare.partition("=")[0] in _TOLD_BESIDE:
            numbers[rows.setdefault(bare, len(rows)), 1 + _PLACES.index(mark)] = number
        else:
            numbers[rows.setdefault(feature, len(rows)), 0] = number
    return rows, numbers[[*range(len(rows)), NOTHING]]


def _names(data: bytes, start: int) -> list[str]:
    """The names of a table in the order of their numbers."""
    count, offsets = struct.unpack_from("<II", data, start + 16)
    found = []
    for place in struct.unpack_from(f"<{count}I", data, start + offsets):
        first = start + place + 8
        (size,) = struct.unpack_from("<I", data, first - 4)
        found.append(data[first : first + size - 1].decode("utf-8"))
    return found
