"""Profiles as bytes that another process can read, and what makes two profiles one: who reads them gets such records and nothing else."""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import IO, Any

from seriktes.identity.names import PersonName
from seriktes.identity.profiles import Profile
from seriktes.identity.reasons import Reason
from seriktes.identity.translate import Reading
from seriktes.identity.undecided import OpenPair
from seriktes.identity.wording import Word

_RECORDS = (Profile, Reading, PersonName, Word, Reason, OpenPair)
_KNOWN = {(record.__module__, record.__qualname__): record for record in _RECORDS}
#: Of the numbers that are free for a program's own use; each kind is told by one byte instead of by its name.
_FIRST_NUMBER = 192
for _number, (_module, _name) in enumerate(_KNOWN, _FIRST_NUMBER):
    copyreg.add_extension(_module, _name, _number)
_FIELDS: Mapping[type, Callable[[Any], tuple[Any, ...]]] = {
    record: attrgetter(*(field.name for field in fields(record) if field.init)) for record in _RECORDS
}


def _taken_apart(record: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    """How a record is made again: what is counted of it, a hash above all, is of one process only."""
    values = _FIELDS[record]
    return lambda made: (record, values(made))


_APART: Mapping[type, Callable[[Any], Any]] = {record: _taken_apart(record) for record in _RECORDS}


def packed(thing: object) -> bytes:
    """A profile, or several, as bytes."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _APART
    pickler.dump(thing)
    return stream.getvalue()


def unpacked(data: bytes) -> Any:
    """What was packed. Raises UnpicklingError for bytes that hold anything else than records and plain values."""
    return _Unpickler(io.BytesIO(data)).load()


def plain(stream: IO[bytes]) -> Any:
    """What was pickled of plain values. Raises UnpicklingError where anything else was."""
    return _Plain(stream).load()


class _Plain(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Nothing is looked up. Raises UnpicklingError."""
        raise pickle.UnpicklingError(f"{module}.{name} is no plain value")


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """A kind of record. Raises UnpicklingError for anything else."""
        try:
            return _KNOWN[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is no record of identity") from None


said_of = _FIELDS[Profile]
