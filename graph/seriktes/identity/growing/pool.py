"""Profiles of one type, those that are one beyond doubt joined, and what was found of pairs of them: kept from build to build.

What is found of a pair depends on the two alone, and which pairs are looked at on how often each word stands in the names of all.
So where entities come and go, only what they are joined to, what their words make rarer or more common, and their
neighbours in large blocks are looked at again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from seriktes.identity.blocks import keys_in_blocks, words_in
from seriktes.identity.growing.neighbours import Blocks, recounted
from seriktes.identity.growing.packing import packed, said_of, unpacked
from seriktes.identity.growing.postings import Postings, mark_of
from seriktes.identity.profiles import Place, Profile, merged

#: Where a thing stands among the others: by its first place, those that stand in no document behind them.
Order = tuple[bool, Place]


class Changes(NamedTuple):
    """Of the things of a pool, those that came or are others now, those that are gone, and those whose pairs are others."""

    changed: set[int]
    gone: set[int]
    stirred: set[int]


class Pool:
    """Things by number, each one or several entities that are one beyond doubt."""

    def __init__(self, kept: Sequence[Any] = ()) -> None:
        if not kept:
            kept = ({}, {}, {}, {}, {}, (b"", b""), (b"", b""), {}, 0)
        self._signed: dict[bytes, int]
        self._merged: dict[int, bytes]
        self._members: dict[int, bytes]
        self._counts: dict[str, int]
        self.pairs: dict[int, dict[int, Any]]
        self._next: int
        self._signed, self._merged, self._members, marks, self._counts, words, blocks, self.pairs, self._next = kept
        self.orders: dict[int, Order] = {thing: order for thing, (_, order) in marks.items()}
        self._marks: dict[int, tuple[Any, Order]] = marks
        self._words, self._blocks = Postings(*words), Blocks(Postings(*blocks), self._marks)
        self._known: dict[int, Profile] = {}

    def kept(self) -> tuple[Any, ...]:
        """What another process can begin with."""
        words, blocks = self._words.kept(), self._blocks.postings.kept()
        return self._signed, self._merged, self._members, self._marks, self._counts, words, blocks, self.pairs, self._next

    def profile(self, thing: int) -> Profile:
        """All that is known of a thing."""
        found = self._known.get(thing)
        if found is None:
            found = self._known[thing] = unpacked(self._merged[thing])
        return found

    def numbered(self, signature: bytes) -> int:
        """The thing of all entities with a signature, which may be new."""
        thing = self._signed.setdefault(signature, self._next)
        self._next += thing == self._next
        return thing

    def forget(self) -> None:
        """Let go of what was looked at."""
        self._known.clear()

    def change(self, gone: Iterable[tuple[int, Place]], new: Iterable[tuple[int, Profile]]) -> Changes:
        """Entities leave the things they were joined to, and come to others."""
        opened: dict[int, dict[Place, Profile]] = {}

        def of(thing: int) -> dict[Place, Profile]:
            if thing not in opened:
                opened[thing] = {p.places[0]: p for p in self._entities(thing)}
            return opened[thing]

        for thing, place in gone:
            del of(thing)[place]
        for thing, profile in new:
            of(thing)[profile.places[0]] = profile
        for thing in self._touched(opened):
            of(thing)
        if not opened:
            return Changes(set(), set(), set())
        return self._changed({thing: list(found.values()) for thing, found in opened.items()})

    def _entities(self, thing: int) -> list[Profile]:
        if thing in self._members:
            found: list[Profile] = unpacked(self._members[thing])
            return found
        return [unpacked(self._merged[thing])] if thing in self._merged else []

    def _touched(self, opened: dict[int, dict[Place, Profile]]) -> Collection[int]:
        """The other things that may not be what they were, since some have other entities."""
        return ()

    def _final(self, thing: int, entities: Sequence[Profile]) -> Profile | None:
        """What a thing is by its entities; None where it is nothing."""
        return merged(entities) if entities else None

    def _found(self, one: int, other: int) -> Any:
        """What is found of a pair, the first of which stands before the second; None for nothing."""
        raise NotImplementedError

    def _changed(self, opened: dict[int, list[Profile]]) -> Changes:
        changed, gone = set[int](), set[int]()
        counted, marks_before = Counter[str](), dict[int, tuple[Any, Order]]()
        packing: dict[int, Profile] = {}
        for thing, entities in opened.items():
            before = self.profile(thing) if thing in self._merged else None
            final = self._final(thing, entities)
            if before is not None and final is not None and said_of(before) == said_of(final):
                continue
            if before is not None:
                counted.subtract(words_in(before))
                marks_before[thing] = self._marks.pop(thing)
                del self.orders[thing], self._known[thing]
                self._members.pop(thing, None)
            if final is None:
                self._merged.pop(thing, None)
                gone.add(thing)
                continue
            counted.update(words_in(final))
            changed.add(thing)
            self._known[thing] = packing[thing] = final
            single = len(entities) == 1 and final is entities[0]
            order = final.places[0][0] == "", final.places[0]
            self._marks[thing], self.orders[thing] = (final.names, order), order
            if not single:
                self._members[thing] = packed(sorted(entities, key=lambda p: p.places))
        for thing, final in packing.items():
            self._merged[thing] = packed(final)
        self._forget_signatures(gone)
        return self._paired(changed, gone, {word: n for word, n in counted.items() if n}, marks_before)

    def _forget_signatures(self, gone: set[int]) -> None:
        if gone:
            self._signed = {signature: thing for signature, thing in self._signed.items() if thing not in gone}

    def _paired(
        self, changed: set[int], gone: set[int], counted: dict[str, int], marks_before: dict[int, tuple[Any, Order]]
    ) -> Changes:
        before = {word: self._counts.get(word, 0) for word in counted}
        for word, more in counted.items():
            self._counts[word] = before[word] + more
            if not self._counts[word]:
                del self._counts[word]
        said = [(thing, {mark_of(word) for word in words_in(self.profile(thing))}) for thing in changed]
        self._words.change(changed | gone, said)
        asked = recounted(before, self._counts, self._words) | changed
        keys = {thing: {mark_of(key) for key in keys_in_blocks(self.profile(thing), self._counts)} for thing in asked}
        moved, shaken = self._blocks.change(changed, gone, keys, marks_before)
        stirred = self._without(changed | gone)
        looked_at = moved | shaken
        for thing in looked_at - changed:
            near = self._blocks.near(thing)
            for other in [other for other in self.pairs.get(thing, ()) if other not in near]:
                self._forget(thing, other)
                stirred |= {thing, other}
        for thing, other in self._to_compare(looked_at, changed):
            one, two = (thing, other) if self.orders[thing] < self.orders[other] else (other, thing)
            if two in self.pairs.get(one, ()) and not {one, two} & changed:
                continue
            found = self._found(one, two)
            if found is not None:
                self.pairs.setdefault(one, {})[two] = self.pairs.setdefault(two, {})[one] = found
                stirred |= {one, two}
        self._blocks.forget()
        return Changes(changed, gone, stirred - gone)

    def _to_compare(self, looked_at: set[int], changed: set[int]) -> Iterator[tuple[int, int]]:
        for thing in looked_at:
            for other in self._blocks.near(thing):
                if other not in looked_at or thing < other:
                    yield thing, other

    def _without(self, things: set[int]) -> set[int]:
        """Forget what was found of some things; returns those that it was found with."""
        others = set[int]()
        for thing in things:
            for other in list(self.pairs.get(thing, ())):
                self._forget(thing, other)
                others.add(other)
        return others

    def _forget(self, one: int, other: int) -> None:
        for a, b in ((one, other), (other, one)):
            del self.pairs[a][b]
            if not self.pairs[a]:
                del self.pairs[a]
