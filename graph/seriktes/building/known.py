"""The readings that the build before left lying, and what it found of reprints among them: what did not change is taken as it lies."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from seriktes.documents.reprints import Found, Print, Reports, print_of, runs_of
from seriktes.keeping.cards import Card
from seriktes.keeping.laid import Laid
from seriktes.keeping.stock import Stock
from seriktes.model import Annotation, Document

#: How many words a document has, and a digest of what it says; the numbers of its runs of words follow.
_PRINT = struct.Struct("<Q16s")


class Lying(NamedTuple):
    """The annotations of a file: a digest of what was read, and their numbers where they are laid."""

    digest: bytes
    numbers: Sequence[Any]


def lay(laid: Laid, annotation: Annotation) -> int:
    """Lay an annotation down with what tells whether it is a reprint; returns its number."""
    seen = print_of(annotation.document)
    return laid.add(annotation, _PRINT.pack(seen.words, seen.said) + b"".join(map(_NUMBER.pack, runs_of(annotation.document))))


_NUMBER = struct.Struct("<Q")


class Known:
    """What was left lying, taken into the file of this build."""

    def __init__(self, stock: Stock | None, wanted: set[bytes], laid: Laid) -> None:
        """``wanted``: the keys of files whose readings may be taken."""
        self.files: dict[bytes, Lying] = {}
        self.reprints: dict[Print, Found] = {}
        self._all: set[bytes] = set()
        if stock is None or stock.laid is None:
            return
        files, seen = stock.told
        self._all = {key for key, _, _ in files}
        places = [number for key, _, numbers in files if key in wanted for number in numbers]
        first = laid.take(stock.laid, places)
        now = dict(zip(places, range(first, first + len(places)), strict=True))
        for key, digest, numbers in files:
            if key in wanted:
                self.files[key] = Lying(digest, tuple([now[number] for number in numbers]))
        self.reprints = {Print(*told[:4]): Found(*told[4:]) for told in seen}

    def has_all(self, files: Mapping[bytes, Lying]) -> bool:
        """Whether these files are all that lay there, and nothing more."""
        return files.keys() == self.files.keys() == self._all


class Reading:
    """The documents of a build whose annotations are laid, for :func:`~seriktes.documents.reprints.find_reprints`."""

    def __init__(self, laid: Laid, cards: Sequence[Card], numbers: Sequence[int]) -> None:
        self._laid, self._numbers = laid, numbers
        self.prints: Sequence[Print] = [
            Print(card.id, card.published, *_PRINT.unpack_from(laid.given(number)))
            for card, number in zip(cards, numbers, strict=True)
        ]

    def runs(self, place: int) -> Sequence[int]:
        """A number for each run of words of a document, each once, in order."""
        return memoryview(self._laid.given(self._numbers[place]))[_PRINT.size :].cast("Q")

    def document(self, place: int) -> Document:
        """The document itself."""
        return self._laid[self._numbers[place]].document


def told_of(files: Mapping[bytes, Lying], reading: Reports, found: Mapping[str, Found]) -> tuple[list[object], list[object]]:
    """What the next build is to know of files and of reprints among their documents, as a stock keeps it."""
    return (
        [(key, *lying) for key, lying in files.items()],
        [(*seen, *found[seen.id]) for seen in reading.prints],
    )
