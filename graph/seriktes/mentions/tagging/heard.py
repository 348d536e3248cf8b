"""What a word tells the first layer of a network, worked out once a word: two thirds of all products."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]
#: So many rows are made at once: always a multiple of eight, so that a row is the same to the last bit whatever it is made with.
_AT_ONCE, _EIGHT = 256, 8


class Heard:
    """A row of numbers for each word, kept for those words that are heard most.

    ``weigh`` makes the rows of some words; ``width`` is how long a row is, ``most`` how many are kept. Number 0 is silence: zeros.
    """

    def __init__(self, weigh: Callable[[Sequence[str]], Floats], width: int, most: int) -> None:
        self._weigh, self._most = weigh, most
        self._numbers: dict[str, int] = {}
        self._table: Floats = np.empty((most, width), np.float32)  # what is not filled costs no memory
        self._table[0] = 0
        self._counts = np.zeros(most, np.intp)

    def numbers(self, words: Sequence[str]) -> Ints:
        """The numbers of the words' rows, until the next words are asked for."""
        new = set(words).difference(self._numbers)
        if new and len(self._numbers) + len(new) >= len(self._table):
            self._forget(set(words))
            new = set(words).difference(self._numbers)
        self._learn(list(new))
        numbers = np.fromiter(map(self._numbers.__getitem__, words), np.intp, len(words))
        self._counts += np.bincount(numbers, minlength=len(self._counts))
        return numbers

    def rows(self, numbers: Ints) -> Floats:
        """The rows themselves."""
        rows: Floats = self._table[numbers]
        return rows

    def _learn(self, words: Sequence[str]) -> None:
        """The rows of new words, in blocks filled up with the last of them."""
        for begin in range(0, len(words), _AT_ONCE):
            chosen = words[begin : begin + _AT_ONCE]
            filled = [*chosen, *[chosen[-1]] * (-len(chosen) % _EIGHT)]
            first = len(self._numbers) + 1
            self._table[first : first + len(chosen)] = self._weigh(filled)[: len(chosen)]
            self._numbers.update(zip(chosen, range(first, first + len(chosen)), strict=True))

    def _forget(self, needed: set[str]) -> None:
        """Keep the half of the words that was heard most, and make room for all that are ``needed``."""
        known = sorted(self._numbers, key=lambda word: -self._counts[self._numbers[word]])[: self._most // 2]
        places = np.sort([self._numbers[word] for word in known])
        for begin in range(0, len(places), _AT_ONCE):  # rows move up within the table, which stays where it is
            chosen = places[begin : begin + _AT_ONCE]
            self._table[begin + 1 : begin + 1 + len(chosen)] = self._table[chosen]
        self._counts[1 : len(places) + 1] = self._counts[places] // 2
        self._counts[len(places) + 1 :] = 0
        self._numbers = {word: number for number, word in enumerate(sorted(known, key=self._numbers.__getitem__), start=1)}
        missing = len(known) + len(needed) + 1 - len(self._table)
        if missing > 0:
            self._table = np.concatenate((self._table, np.zeros((missing, self._table.shape[1]), np.float32)))
            self._counts = np.concatenate((self._counts, np.zeros(missing, np.intp)))
