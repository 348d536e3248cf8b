"""Records that lie in a file between the steps of a build, one after the other, each made anew whenever it is asked for.

What a document says takes some twenty times its text in memory; here it takes an offset, and 40 microseconds each time.
"""

from __future__ import annotations

import io
import os
import pickle
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any, overload

from seriktes.errors import OutputError
from seriktes.model import Annotation, Copy, Detail, Document, Entity, Fact, Mention, Origin, Sentence, Span

#: Bytes that are held before they are written out.
_HELD = 1 << 18
_RECORDS = (Annotation, Copy, Detail, Document, Entity, Fact, Mention, Origin, Sentence, Span)
_KNOWN = {(record.__module__, record.__qualname__): record for record in _RECORDS}


def _taken_apart(record: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    """What tells how a record of a kind is made again: the kind, and its fields."""
    values = attrgetter(*(field.name for field in fields(record)))
    return lambda made: (record, values(made))


_APART: Mapping[type, Callable[[Any], Any]] = {record: _taken_apart(record) for record in _RECORDS}


class Laid(Sequence[Annotation]):
    """Annotations in a file of this build's own, which whoever made its folder takes away.

    They come in by :meth:`add`. A process that is split off reads through a descriptor of its own, and may send the sequence to
    the first, which reads then what the other wrote; one process alone writes. What was taken out of a document by its reader
    (``respelled``) must be gone. OutputError where there is no room, and where the file is gone or cannot be opened again.
    """

    _opened: tuple[int, int] | None = None

    def __init__(self, path: Path, of: Iterable[Annotation] = ()) -> None:
        self._path = path
        self._starts, self._sizes = array("Q"), array("L")
        self._held, self._room, self._end = list[bytes](), _HELD, 0
        for annotation in of:
            self.add(annotation)
        self._write()

    def add(self, annotation: Annotation) -> int:
        """Lay one down, at the end; returns its number."""
        stream = io.BytesIO()
        pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = _APART
        pickler.dump(annotation)
        data = stream.getvalue()
        self._starts.append(self._end)
        self._sizes.append(len(data))
        self._end += len(data)
        self._held.append(data)
        self._room -= len(data)
        if self._room < 0:
            self._write()
        return len(self._starts) - 1

    def in_order(self, numbers: Iterable[int]) -> Laid:
        """Some of them, in the order of their numbers as they are given; nothing more comes in then."""
        self._write()
        chosen = Laid.__new__(Laid)
        chosen._path, chosen._held, chosen._room, chosen._end, chosen._opened = self._path, [], _HELD, self._end, None
        chosen._starts, chosen._sizes = array("Q"), array("L")
        for number in numbers:
            chosen._starts.append(self._starts[number])
            chosen._sizes.append(self._sizes[number])
        return chosen

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, place: int) -> Annotation: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Annotation, ...]: ...

    def __getitem__(self, place: int | slice) -> Annotation | tuple[Annotation, ...]:
        if isinstance(place, slice):
            return tuple(self[number] for number in range(*place.indices(len(self))))
        start, size = self._starts[place], self._sizes[place]
        if self._held:
            self._write()
        try:
            descriptor = self._descriptor()
            os.lseek(descriptor, start, os.SEEK_SET)
            data = os.read(descriptor, size)
        except OSError as error:
            raise OutputError(f"{self._path}: cannot be read back ({error.strerror}); build again") from error
        made: Annotation = _Unpickler(io.BytesIO(data)).load()
        return made

    def _descriptor(self) -> int:
        """The file, opened by this process: one that is split off shares no place in it, and has the files of the first closed."""
        if self._opened is None or self._opened[0] != os.getpid():
            self._opened = os.getpid(), os.open(self._path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        return self._opened[1]

    def _write(self) -> None:
        try:
            with self._path.open("ab") as stream:
                stream.write(b"".join(self._held))
        except OSError as error:
            raise OutputError(f"{self._path}: cannot be written ({error.strerror}); free some space") from error
        self._held, self._room = [], _HELD

    def __getstate__(self) -> tuple[Any, ...]:
        if self._held:
            self._write()
        return self._path, self._starts, self._sizes, self._end

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self._path, self._starts, self._sizes, self._end = state
        self._held, self._room, self._opened = [], _HELD, None

    def __del__(self) -> None:
        if self._opened is not None and self._opened[0] == os.getpid():
            os.close(self._opened[1])
            self._opened = None


class _Unpickler(pickle.Unpickler):
    """Makes records and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """A kind of record. Raises UnpicklingError for anything else."""
        try:
            return _KNOWN[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is no record") from None
