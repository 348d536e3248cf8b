"""What a word tells the first layer of a network, worked out once a word: two thirds of all products."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]
#: What a network sees of a word: the numbers of the word in its list, and of its shape. Words it does not know look alike.
Seen = tuple[int, int]
#: So many rows are made at once: always a multiple of eight, so that a row is the same to the last bit whatever it is made with.
_AT_ONCE, _EIGHT = 256, 8
#: So many words are known by their letters.
_WORDS = 20_000


class Heard:
    """A row of numbers for each word, kept for those that are heard most.

    ``see`` tells what a network sees of a word, ``weigh`` makes the rows of some of what it sees; ``width`` is how long a row is, ``most``
    how many are kept. Number 0 is silence: zeros.
    """

    def __init__(self, see: Callable[[str], Seen], weigh: Callable[[Sequence[Seen]], Floats], width: int, most: int) -> None:
        self._see, self._weigh, self._most = see, weigh, most
        self._of_words: dict[str, int] = {}
        self._numbers: dict[Seen, int] = {}
        self._table: Floats = np.empty((most, width), np.float32)  # what is not filled costs no memory
        self._table[0] = 0
        self._counts = np.zeros(most, np.intp)

    def numbers(self, words: Sequence[str]) -> Ints:
        """The numbers of the words' rows, until the next words are asked for."""
        different = set(words)
        if len(self._of_words) + len(different) > _WORDS:
            self._of_words.clear()
        if unknown := different.difference(self._of_words):
            seen = {word: self._see(word) for word in unknown}
            new = set(seen.values()).difference(self._numbers)
            if len(self._numbers) + len(new) >= len(self._table):
                self._forget(len(different))
                seen = {word: self._see(word) for word in different}
                new = set(seen.values()).difference(self._numbers)
            self._learn(list(new))
            self._of_words.update((word, self._numbers[own]) for word, own in seen.items())
        numbers = np.fromiter(map(self._of_words.__getitem__, words), np.intp, len(words))
        self._counts += np.bincount(numbers, minlength=len(self._counts))
        return numbers

    def rows(self, numbers: Ints) -> Floats:
        """The rows themselves."""
        rows: Floats = self._table[numbers]
        return rows

    def _learn(self, seen: Sequence[Seen]) -> None:
        """New rows, in blocks filled up with the last of them."""
        for begin in range(0, len(seen), _AT_ONCE):
            chosen = seen[begin : begin + _AT_ONCE]
            filled = [*chosen, *[chosen[-1]] * (-len(chosen) % _EIGHT)]
            first = len(self._numbers) + 1
            self._table[first : first + len(chosen)] = self._weigh(filled)[: len(chosen)]
            self._numbers.update(zip(chosen, range(first, first + len(chosen)), strict=True))

    def _forget(self, needed: int) -> None:
        """Keep the half that was heard most, and make room for as many rows as are ``needed``."""
        known = sorted(self._numbers, key=lambda seen: -self._counts[self._numbers[seen]])[: self._most // 2]
        known.sort(key=self._numbers.__getitem__)
        places = np.array([self._numbers[seen] for seen in known], np.intp)
        for begin in range(0, len(places), _AT_ONCE):  # rows move up within the table, which stays where it is
            chosen = places[begin : begin + _AT_ONCE]
            self._table[begin + 1 : begin + 1 + len(chosen)] = self._table[chosen]
        self._counts[1 : len(places) + 1] = self._counts[places] // 2
        self._counts[len(places) + 1 :] = 0
        self._numbers = {seen: number for number, seen in enumerate(known, start=1)}
        self._of_words.clear()
        missing = len(known) + needed + 1 - len(self._table)
        if missing > 0:
            self._table = np.concatenate((self._table, np.zeros((missing, self._table.shape[1]), np.float32)))
            self._counts = np.concatenate((self._counts, np.zeros(missing, np.intp)))
