"""«Накануне» as the day before the report («накануне в Оше прошла …»), and as the eve of something («накануне форума»)."""

from __future__ import annotations

import re

from seriktes.text import russian

_WORD = "накануне"
_TOLD = re.compile(rf"\b{_WORD}\s+(?=(\w+))")
#: What follows where it says when, and not what it is the eve of.
_FOLLOWING = frozenset(("PREP", "VERB", "INFN"))


def is_day_before(word: str, following: str) -> bool:
    """Whether a word in small letters is «накануне» and the word behind it no genitive that it belongs to."""
    return word == _WORD and russian.part_of_speech(following or _WORD) in _FOLLOWING


def without_day_before(row: str) -> str:
    """The words of a sentence in small letters, without each «накануне» that tells a day."""
    if _WORD not in row:
        return row
    return _TOLD.sub(lambda match: "" if is_day_before(_WORD, match[1]) else match[0], row)
