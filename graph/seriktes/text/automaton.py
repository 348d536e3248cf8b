"""The automata that pymorphy3's dictionary is made of, walked in one loop: its own ask several functions for each letter.

Loaded with the first Russian word. The format is dawg_python's (``units.py``): a unit is a number that tells which letter leads to it, and
where the units behind it lie.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from dawg_python.wrapper import Dictionary

from seriktes.records import Kept

#: The lowest bits of a unit are the letter that leads to it; with the highest bit, none does.
_LETTER = 1 << 31 | 0xFF
_ENDS = 1 << 8
_FAR = 1 << 9
_BEGIN = 0
#: Letters that may stand for others, as UTF-8: «е» for «ё».
Replaced = Mapping[bytes, Sequence[tuple[bytes, str]]]


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
        #: Forms of one kind end in one unit, so few different lists of values are kept for many words.
        self._values: Kept[int, list[Any]] = Kept(automaton._value_for_index, 20_000)
        automaton.similar_items = lambda key, _: [(word, self._values[last]) for word, last in self._similar("", key, _BEGIN)]
        automaton.similar_keys = lambda key, _: [word for word, _ in self._similar("", key, _BEGIN)]

    def _similar(self, before: str, key: str, index: int) -> list[tuple[str, int]]:
        """The words that a key may be, itself first, with where their values begin; its first letters, ``before``, led to a unit."""
        found: list[tuple[str, int]] = []
        follow, first = self._walked.follow_bytes, len(before)
        done = first
        for place in range(first, len(key)):
            if key[place] not in self._replaced:
                continue
            reached = follow(key[done:place].encode(), index)
            if reached is None:
                return found
            index, done = reached, place
            for other, text in self._replaced[key[place]]:
                if behind := follow(other, index):
                    found += self._similar(before + key[first:place] + text, key, behind)
        last = follow(key[done:].encode() + self._end, index)
        return [(before + key[first:], last), *found] if last else found


def quickened(analyzer: Any) -> Any:
    """The same analyzer of pymorphy3, whose automata are walked faster, unless they are compiled ones."""
    likely = analyzer.prob_estimator.p_t_given_w
    if type(likely.dct) is not Dictionary:
        return analyzer
    for automaton in (analyzer.dictionary.words, *analyzer.dictionary.prediction_suffixes_dawgs):
        _Words(automaton, analyzer.char_substitutes)
    walked = likely.dct = Walked(likely.dct)

    @lru_cache(maxsize=100)
    def of_word(word: str) -> int | None:
        return walked.follow_bytes(f"{word}:".encode(), _BEGIN)

    def prob(word: str, tag: object) -> float:
        """How likely a reading of a word has the tag; 0 where that was not counted."""
        begun = of_word(word)
        index = None if begun is None else walked.follow_bytes(str(tag).encode(), begun)
        known = index is not None and walked.has_value(index)
        return float(walked.value(index) / likely.MULTIPLIER) if known else 0.0

    likely.prob = prob
    return analyzer
