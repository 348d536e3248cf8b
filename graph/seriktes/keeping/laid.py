"""Records that lie in a file between the steps of a build, one after the other, each made anew whenever it is asked for.

What a document says takes some twenty times its text in memory; here it takes an offset, and 40 microseconds each time.
"""

from __future__ import annotations

import io
import os
import pickle
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any

from seriktes.errors import OutputError
from seriktes.keeping.cards import Card, OneByOne, card_of
from seriktes.model import Annotation, Copy, Detail, Document, Entity, Fact, Mention, Origin, Sentence, Span

#: Of the arrays of places: where each begins, and three sizes.
_CODES = ("Q", "L", "L", "L")
#: Bytes that are held before they are written out.
_HELD = 1 << 18
_RECORDS = (Annotation, Copy, Detail, Document, Entity, Fact, Mention, Origin, Sentence, Span)
_KNOWN = {(record.__module__, record.__qualname__): record for record in _RECORDS}


def _fields_of(record: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    """What tells how a record of a kind is made again: the kind, and its fields."""
    values = attrgetter(*(field.name for field in fields(record)))
    return lambda made: (record, values(made))


_APART: Mapping[type, Callable[[Any], Any]] = {record: _fields_of(record) for record in _RECORDS}


class Laid(OneByOne):
    """Annotations in a file of this build's own, each behind its card, which whoever made its folder takes away.

    They come in by :meth:`add`. A process that is split off reads through a descriptor of its own, and may send the sequence to
    the first, which reads then what the other wrote; one process alone writes. What was taken out of a document by its reader
    (``respelled``) must be gone. OutputError where there is no room, and where the file is gone or cannot be opened again.
    """

    _opened: tuple[int, int] | None = None

    def __init__(self, path: Path, of: Iterable[Annotation] = ()) -> None:
        self.path = path
        #: Where each begins, and how long are what was given with it, its card, and itself, which stand in this order.
        self._starts, self._given, self._cards, self._sizes = (array(code) for code in _CODES)
        self._held, self._room, self._end = list[bytes](), _HELD, 0
        for annotation in of:
            self.add(annotation)
        self.write()

    def add(self, annotation: Annotation, given: bytes = b"") -> int:
        """Lay one down, at the end, with what is given with it; returns its number."""
        card, data = taken_apart(tuple(card_of(annotation))), taken_apart(annotation)
        self._starts.append(self._end)
        self._given.append(len(given))
        self._cards.append(len(card))
        self._sizes.append(len(data))
        self._put(given, card, data)
        return len(self._starts) - 1

    def take(self, other: Laid, places: Sequence[int]) -> int:
        """Lay down what stands at some places of another file, as it stands there; returns the number of the first."""
        first = len(self)
        for own, others in zip(self._arrays()[1:], other._arrays()[1:], strict=True):
            own.extend(map(others.__getitem__, places))
        begin = end = 0
        for place in places:
            start, size = other._starts[place], other._size(place)
            if start != end or end - begin > _HELD:
                self._put(other._bytes(begin, end - begin))
                begin = start
            self._starts.append(self._end + start - begin)
            end = start + size
        self._put(other._bytes(begin, end - begin))
        return first

    def _size(self, place: int) -> int:
        return self._given[place] + self._cards[place] + self._sizes[place]

    def _put(self, *data: bytes) -> None:
        size = sum(map(len, data))
        self._end += size
        self._held += data
        self._room -= size
        if self._room < 0:
            self.write()

    def in_order(self, numbers: Iterable[int]) -> Laid:
        """Some of them, in the order of their numbers as they are given; nothing more comes in then."""
        self.write()
        chosen, places = Laid.__new__(Laid), list(numbers)
        chosen.__setstate__((self.path, *(array(a.typecode, map(a.__getitem__, places)) for a in self._arrays()), self._end))
        return chosen

    def places(self) -> tuple[bytes, ...]:
        """Where everything stands in the file, for :meth:`at`; all of it is in the file then."""
        self.write()
        return tuple(each.tobytes() for each in self._arrays())

    @staticmethod
    def at(path: Path, places: Sequence[bytes]) -> Laid:
        """What lies in a file of this kind already. Raises ValueError for bytes that are no places."""
        found = Laid.__new__(Laid)
        arrays = [array(code) for code in _CODES]
        for each, data in zip(arrays, places, strict=True):
            each.frombytes(data)
        if len({len(each) for each in arrays}) > 1:
            raise ValueError("places are missing")
        found.__setstate__((path, *arrays, path.stat().st_size))
        return found

    def __len__(self) -> int:
        return len(self._starts)

    def made(self, place: int) -> Annotation:
        """The annotation at a place, made anew. Raises IndexError where there is none."""
        made: Annotation = put_together(
            self._bytes(self._starts[place] + self._given[place] + self._cards[place], self._sizes[place])
        )
        return made

    def given(self, place: int) -> bytes:
        """What was given with the annotation at a place."""
        return self._bytes(self._starts[place], self._given[place])

    def card(self, place: int) -> Card:
        """The card of the annotation at a place."""
        return Card._make(put_together(self._bytes(self._starts[place] + self._given[place], self._cards[place])))

    def cards(self) -> Iterator[Card]:
        """The card of each."""
        return map(self.card, range(len(self)))

    def _bytes(self, start: int, size: int) -> bytes:
        if self._held:
            self.write()
        try:
            descriptor = self._descriptor()
            os.lseek(descriptor, start, os.SEEK_SET)
            return os.read(descriptor, size)
        except OSError as error:
            raise OutputError(f"{self.path}: cannot be read back ({error.strerror}); build again") from error

    def _arrays(self) -> tuple[array[int], ...]:
        return self._starts, self._given, self._cards, self._sizes

    def _descriptor(self) -> int:
        """The file, opened by this process: one that is split off shares no place in it, and has the files of the first closed."""
        if self._opened is None or self._opened[0] != os.getpid():
            self._opened = os.getpid(), os.open(self.path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        return self._opened[1]

    def write(self) -> None:
        """Have all that came in so far in the file."""
        try:
            with self.path.open("ab") as stream:
                stream.write(b"".join(self._held))
        except OSError as error:
            raise OutputError(f"{self.path}: cannot be written ({error.strerror}); free some space") from error
        self._held, self._room = [], _HELD

    def __getstate__(self) -> tuple[Any, ...]:
        if self._held:
            self.write()
        return self.path, *self._arrays(), self._end

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.path, self._starts, self._given, self._cards, self._sizes, self._end = state
        self._held, self._room, self._opened = [], _HELD, None

    def __del__(self) -> None:
        if self._opened is not None and self._opened[0] == os.getpid():
            os.close(self._opened[1])
            self._opened = None


def taken_apart(made: Any) -> bytes:
    """Records and what Python has of its own, as bytes."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _APART
    pickler.dump(made)
    return stream.getvalue()


def put_together(data: bytes) -> Any:
    """What was :func:`taken_apart`. Raises UnpicklingError for bytes that name anything else."""
    return _Unpickler(io.BytesIO(data)).load()


class _Unpickler(pickle.Unpickler):
    """Makes records and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """A kind of record. Raises UnpicklingError for anything else."""
        try:
            return _KNOWN[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is no record") from None
