"""Things apart that may be one, kept from build to build."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from seriktes.identity.growing.packing import packed, unpacked
from seriktes.identity.growing.pool import Pool
from seriktes.identity.profiles import Outline, Place, profiles_in
from seriktes.identity.undecided import TYPES, OpenPair, open_pair, surest


class _Named(Pool):
    """The entities of one type; those of one thing that are called the same are one here."""

    def __init__(self, kept: Sequence[Any] = ()) -> None:
        self.keys: dict[int, str]
        self.keys, pool = kept or ({}, ())
        super().__init__(pool)

    def kept(self) -> tuple[Any, ...]:
        """What another process can begin with."""
        return {thing: self.keys[thing] for thing in self.orders}, super().kept()

    def _found(self, one: int, other: int) -> bytes | None:
        pair = open_pair(self.keys[one], self.profile(one), self.keys[other], self.profile(other))
        return None if pair is None else packed(pair)

    def found(self) -> Iterator[OpenPair]:
        """The pairs in the order in which they stand."""
        pairs = [
            (self.orders[one], self.orders[other], pair)
            for one, found in self.pairs.items()
            for other, pair in found.items()
            if self.orders[one] < self.orders[other]
        ]
        return (unpacked(pair) for _, _, pair in sorted(pairs))


class OpenPairs:
    """What may be one thing and is not."""

    def __init__(self, kept: Sequence[Any] = ()) -> None:
        self._rows: dict[str, tuple[tuple[str, int, int], ...]]
        self._rows, pools = kept or ({}, [()] * len(TYPES))
        self._pools = [_Named(pool) for pool in pools]

    def kept(self) -> tuple[Any, ...]:
        """What another process can begin with."""
        return self._rows, [pool.kept() for pool in self._pools]

    def change(self, documents: Iterable[str], outlines: Mapping[str, Outline], keys: Mapping[Place, str]) -> list[OpenPair]:
        """The pairs, now that some documents are new or others, or the things they name have other ``keys``, or they are gone and have no
        outline."""
        had = {document: self._rows.pop(document, ()) for document in documents}
        rows: dict[str, list[tuple[str, int, int]]] = {document: [] for document in had if document in outlines}
        for number, pool in enumerate(self._pools):
            gone = [(thing, (document, name)) for document, row in had.items() for name, at, thing in row if at == number]
            new = []
            for document in sorted(rows):
                for profile in profiles_in((outlines[document],), TYPES[number], keys):
                    key = keys[profile.places[0]]
                    thing = pool.numbered(_digest(key, profile.names))
                    pool.keys[thing] = key
                    new.append((thing, profile))
                    rows[document].append((profile.places[0][1], number, thing))
            pool.change(gone, new)
            pool.forget()
        self._rows.update((document, tuple(row)) for document, row in rows.items())
        return surest(pair for pool in self._pools for pair in pool.found())


def _digest(key: str, names: Collection[tuple[str, str]]) -> bytes:
    said = repr((key, tuple(names)))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()
