"""Ordinals before an event's type word: «XI», «14-ші», "14th", "second"."""

from __future__ import annotations

import re

from seriktes.mentions.happening_words import words
from seriktes.mentions.lines import Line

_ROMAN = re.compile(r"[IVXLХІ]{1,6}")
_NUMBERED = re.compile(r"\d{1,3}-?(?:ші|шы|й|я|е|го|ый|ая)")
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def is_number(line: Line, place: int) -> bool:
    """Whether an ordinal in figures stands at a place, in one token."""
    return bool(_ROMAN.fullmatch(line.tokens[place].text) or _NUMBERED.fullmatch(line.words[place]))


def ordinal_start(line: Line, place: int) -> int | None:
    """Where an ordinal that ends at a place begins: «XI», «14-ші», "14th" (which is two tokens)."""
    if place < 0:
        return None
    if is_number(line, place):
        return place
    word = line.words[place]
    if line.language == "en" and word in words("en", "events.ordinals") and not word.endswith("ing"):
        return place
    cut = line.words[place] in _SUFFIXES and line.word(place - 1).isdigit()
    return place - 1 if cut and line.tokens[place - 1].end == line.tokens[place].start else None
