"""Spellings that no rule of letters joins: English surnames written by ear, and the round vowels of Kazakh names in Russian."""

from __future__ import annotations

from functools import cache

from seriktes.identity.data import word_data
from seriktes.identity.names import skeleton

#: Vowels that Kazakh writes by sound and Russian by habit: «Өмірзақ», «Умирзак»; «Жүсіпбек», «Жусупбек».
_ROUND, _ROUNDED_LATER = frozenset("ou"), frozenset("iu")
_VOWELS = frozenset("aeiou")
_SHORTEST = 5


@cache
def _table() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """Skeletons of surnames to the lines they stand in: as English writes them, and by ear."""
    found: tuple[dict[str, set[int]], dict[str, set[int]]] = ({}, {})
    for number, line in enumerate(word_data("surnames")["spelled"]):
        for words, side in zip(found, line.split(">"), strict=True):
            for word in side.split():
                words.setdefault(skeleton(word), set()).add(number)
    written, by_ear = ({word: frozenset(lines) for word, lines in side.items()} for side in found)
    return written, by_ear


def lines_of(surname: str) -> frozenset[int]:
    """The listed surnames that a skeleton may be."""
    written, by_ear = _table()
    return written.get(surname, frozenset()) | by_ear.get(surname, frozenset())


def spelled_by_ear(left: str, right: str) -> bool:
    """Whether one is an English surname and the other how it is heard; two English spellings are two names.

    >>> spelled_by_ear(skeleton("White"), skeleton("Уайт")), spelled_by_ear(skeleton("Reed"), skeleton("Reid"))
    (True, False)
    """
    written, by_ear = _table()
    nobody: frozenset[int] = frozenset()
    return any(written.get(a, nobody) & by_ear.get(b, nobody) for a, b in ((left, right), (right, left)))


def only_rounded(left: str, right: str) -> bool:
    """Whether two skeletons of one length differ in nothing but round vowels; "i" is round behind another round vowel alone.

    >>> only_rounded(skeleton("Өмірзақ"), skeleton("Умирзак")), only_rounded(skeleton("Жүсіпбек"), skeleton("Жусупбек"))
    (True, True)
    >>> only_rounded(skeleton("Марат"), skeleton("Мурат")), only_rounded(skeleton("Исаков"), skeleton("Усаков"))
    (False, False)
    """
    if len(left) != len(right) or len(left) < _SHORTEST:
        return False
    return all(a == b or _rounded(frozenset((a, b)), left[:place]) for place, (a, b) in enumerate(zip(left, right, strict=True)))


def _rounded(differing: frozenset[str], before: str) -> bool:
    vowel = next((letter for letter in reversed(before) if letter in _VOWELS), "")
    return differing == _ROUND or (differing == _ROUNDED_LATER and vowel in _ROUND)
