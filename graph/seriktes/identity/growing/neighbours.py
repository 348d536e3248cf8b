"""Blocks of things, as :mod:`~seriktes.identity.blocks` makes them, where some things are others than before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from seriktes.identity.blocks import LARGEST, WINDOW
from seriktes.identity.growing.postings import Postings, mark_of


def recounted(before: Mapping[str, int], counts: Mapping[str, int], words: Postings) -> set[int]:
    """The things whose rarest words may be others, since some words stand in more or fewer of them than ``before``.

    Two words change places only where what they were counted before and are counted now overlaps.
    """
    ranges = {word: (min(n, counts.get(word, 0)), max(n, counts.get(word, 0))) for word, n in before.items()}
    rare = [mark_of(word) for word, (least, _) in ranges.items() if least <= LARGEST]
    common = {word: bounds for word, bounds in ranges.items() if bounds[0] > LARGEST}
    found = {thing for things in words.having(rare).values() for thing in things}
    if not common:
        return found
    lowest, highest = min(least for least, _ in common.values()), max(most for _, most in common.values())
    bounded = [(word, n, n) for word, n in counts.items() if lowest <= n <= highest and word not in ranges]
    bounded += [(word, *bounds) for word, bounds in ranges.items()]
    for word, (least, most) in common.items():
        rivals = [mark_of(other) for other, low, high in bounded if other != word and low <= most and high >= least]
        if rivals:
            having = set(words.having([mark_of(word)]).get(mark_of(word), ()))
            found |= {thing for things in words.having(rivals).values() for thing in things if thing in having}
    return found


class Blocks:
    """Which things stand in which blocks. ``marks`` has for each by what it stands where in a large one; who changes it says so."""

    def __init__(self, postings: Postings, marks: Mapping[int, tuple[Any, Any]]) -> None:
        self.postings, self._marks = postings, marks
        self._keys: dict[int, set[int]] = {}
        self._held: dict[int, list[int]] = {}
        self._where: dict[int, dict[int, int]] = {}

    def change(
        self,
        changed: set[int],
        gone: set[int],
        keys: Mapping[int, set[int]],
        before: Mapping[int, tuple[Any, Any]],
    ) -> tuple[set[int], set[int]]:
        """Some things have changed or are gone, and those that may stand in other blocks have these ``keys``; ``before`` are the
        marks of those that had others.

        Returns the things to be paired anew: those that changed or stand in other blocks, and those whose neighbours are others.
        """
        had = self.postings.marks_of(keys.keys() | gone)
        moved = changed | {thing for thing, own in keys.items() if had[thing] != own}
        touched = set[int]()
        for thing in moved | gone:
            now = keys.get(thing, set())
            touched |= had[thing] | now if thing in changed or thing in gone else had[thing] ^ now
        old = self.postings.having(touched)
        self.postings.change(moved | gone, [(thing, keys[thing]) for thing in moved])
        new = self.postings.having(touched)
        shaken = set[int]()
        for block in touched:
            ours, theirs = old.get(block, []), new.get(block, [])
            if len(ours) > LARGEST or len(theirs) > LARGEST:
                shaken |= _otherwise(self._placed(ours, before), self._placed(theirs, {}), moved)
        self._keys = {thing: keys[thing] for thing in moved}
        self._keys.update(self.postings.marks_of(shaken))
        self._hold({key for own in self._keys.values() for key in own})
        return moved, shaken

    def _placed(self, things: list[int], before: Mapping[int, tuple[Any, Any]]) -> list[int]:
        """The things of a block; of a large one in the order of their names."""
        if len(things) <= LARGEST:
            return things
        marks = self._marks
        return sorted(things, key=lambda thing: before[thing] if thing in before else marks[thing])

    def _hold(self, keys: Collection[int]) -> None:
        for key, things in self.postings.having(keys).items():
            if len(things) > 1:
                self._held[key] = self._placed(things, {})
                if len(things) > LARGEST:
                    self._where[key] = {thing: place for place, thing in enumerate(self._held[key])}

    def near(self, thing: int) -> set[int]:
        """The things that one of those to be paired anew is compared with."""
        found = set[int]()
        for key in self._keys[thing]:
            held = self._held.get(key)
            if held is not None:
                where = self._where.get(key)
                found.update(held if where is None else _window(held, where[thing]))
        found.discard(thing)
        return found

    def forget(self) -> None:
        """Let go of what was looked at."""
        self._keys, self._held, self._where = {}, {}, {}


def _window(things: list[int], place: int) -> list[int]:
    return things[max(0, place - WINDOW) : place + 1 + WINDOW]


def _otherwise(old: list[int], new: list[int], moved: set[int]) -> set[int]:
    """The things of both that are near others than before."""
    sides = []
    for things in (old, new):
        large = len(things) > LARGEST
        sides.append({thing: _window(things, place) if large else things for place, thing in enumerate(things)})
    before, now = sides
    return {thing for thing, near in now.items() if thing not in moved and thing in before and before[thing] != near}
