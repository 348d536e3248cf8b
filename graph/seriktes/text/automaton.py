"""The automata that pymorphy3's dictionary is made of, walked in one loop: its own ask several functions for each letter.

Loaded with the first Russian word. The format is dawg_python's (``units.py``): a unit is a number that tells which letter leads to it, and
where the units behind it lie.
"""

from __future__ import annotations

from binascii import a2b_base64
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from dawg_python.wrapper import Dictionary

from seriktes.records import Kept

#: The lowest bits of a unit are the letter that leads to it; with the highest bit, none does.
_LETTER = 1 << 31 | 0xFF
_ENDS = 1 << 8
_FAR = 1 << 9
_BEGIN = 0
#: Where so many first letters of words lead is kept: half the way for most words.
_LETTERS_KEPT = 4
#: Letters that may stand for others, as UTF-8: «е» for «ё».
Replaced = Mapping[bytes, Sequence[tuple[bytes, str]]]
#: What was spelled, and the unit where that led to.
_Reached = tuple[str, int]


class Walked(Dictionary):  # type: ignore[misc]
    """The units of another automaton, followed faster."""

    def __init__(self, of: Dictionary) -> None:
        self._units = of._units

    def has_value(self, index: int) -> bool:
        """Whether a key ends at a unit."""
        return bool(self._units[index] & _ENDS)

    def follow_char(self, label: int, index: int) -> int | None:
        """The unit behind a letter (a byte); None where there is none."""
        return self.follow_bytes((label,), index)

    def follow_bytes(self, s: Sequence[int], index: int) -> int | None:
        """The unit behind a run of letters; None where there is none."""
        units = self._units
        for label in s:
            unit = units[index]
            index ^= (unit >> 10) << ((unit & _FAR) >> 6) ^ label
            if units[index] & _LETTER != label:
                return None
        return index


class _Words:
    """The automaton of words: what pymorphy3 asks it, answered faster. ``replaced``: letters that may stand for others."""

    def __init__(self, automaton: Any, replaced: Replaced) -> None:
        automaton.dct = self._walked = Walked(automaton.dct)
        self._end = automaton._payload_separator
        self._replaced = {letter.decode(): others for letter, others in replaced.items()}
        self._guide, self._unpack = automaton.guide._units, automaton._struct.unpack
        #: Forms of one kind end in one unit, so few different lists of values are kept for many words.
        self._values: Kept[int, tuple[Any, ...]] = Kept(self._values_at, 20_000)
        #: Where beginnings of words lead, and what they are spelled there.
        self._begun: Kept[str, tuple[_Reached, ...]] = Kept(lambda letters: tuple(self._behind(letters, (("", _BEGIN),))), 5_000)
        automaton.similar_items = lambda key, _: self._items(key) if self._begun[key[:_LETTERS_KEPT]] else []
        automaton.similar_keys = lambda key, _: [word for word, _ in self._similar(key)]

    def _items(self, key: str) -> list[tuple[str, tuple[Any, ...]]]:
        return [(word, self._values[last]) for word, last in self._similar(key)]

    def _similar(self, key: str) -> list[_Reached]:
        """The words that a key may be, itself first, with where their values begin."""
        follow, end = self._walked.follow_bytes, self._end
        reached = self._behind(key[_LETTERS_KEPT:], self._begun[key[:_LETTERS_KEPT]])
        found = [(word, last) for word, index in reached if (last := follow(end, index))]
        if len(found) > 1:  # by the first letter that is another one, then by the next
            found.sort(key=lambda item: [place for place, letter in enumerate(item[0]) if letter != key[place]])
        return found

    def _behind(self, letters: str, reached: Sequence[_Reached]) -> Sequence[_Reached]:
        """Where the letters, or those they may stand for, lead from any of some units."""
        follow, done = self._walked.follow_bytes, 0
        for place, letter in enumerate(letters):
            if not reached:
                break
            if letter in self._replaced:
                if done < place:
                    reached = _led(follow, letters[done:place], reached)
                done = place + 1
                ways = (letter.encode(), letter), *self._replaced[letter]
                reached = [
                    (word + text, last) for word, index in reached for other, text in ways if (last := follow(other, index))
                ]
        return _led(follow, letters[done:], reached) if reached and done < len(letters) else reached

    def _values_at(self, index: int) -> tuple[Any, ...]:
        """All values behind a unit: each is written in as many letters. ``guide`` has the first letter behind a unit, and the next one
        beside it.
        """
        units, guide = self._walked._units, self._guide
        found, written = [], bytearray()
        waiting: list[tuple[int, int, int]] = []
        while True:
            unit, label = units[index], guide[2 * index]
            base = index ^ (unit >> 10) << ((unit & _FAR) >> 6)
            if not label:
                found.append(self._unpack(a2b_base64(written)))
                if not waiting:
                    return tuple(found)
                base, size, label = waiting.pop()
                del written[size:]
            index = base ^ label
            if beside := guide[2 * index + 1]:
                waiting.append((base, len(written), beside))
            written.append(label)


def _led(follow: Callable[[bytes, int], int | None], letters: str, reached: Sequence[_Reached]) -> list[_Reached]:
    """Where the same letters lead from any of some units."""
    steps = letters.encode()
    return [(word + letters, last) for word, index in reached if (last := follow(steps, index))]


def quickened(analyzer: Any) -> Any:
    """The same analyzer of pymorphy3, whose automata are walked faster, unless they are compiled ones."""
    likely = analyzer.prob_estimator.p_t_given_w
    if type(likely.dct) is not Dictionary:
        return analyzer
    for automaton in (analyzer.dictionary.words, *analyzer.dictionary.prediction_suffixes_dawgs):
        _Words(automaton, analyzer.char_substitutes)
    walked = likely.dct = Walked(likely.dct)

    begun: Kept[str, int | None] = Kept(lambda letters: walked.follow_bytes(letters.encode(), _BEGIN), 5_000)

    @lru_cache(maxsize=100)
    def of_word(word: str) -> int | None:
        index = begun[word[:_LETTERS_KEPT]]
        return None if index is None else walked.follow_bytes(f"{word[_LETTERS_KEPT:]}:".encode(), index)

    def prob(word: str, tag: object) -> float:
        """How likely a reading of a word has the tag; 0 where that was not counted."""
        first = of_word(word)
        index = None if first is None else walked.follow_bytes(str(tag).encode(), first)
        known = index is not None and walked.has_value(index)
        return float(walked.value(index) / likely.MULTIPLIER) if known else 0.0

    likely.prob = prob
    return analyzer
