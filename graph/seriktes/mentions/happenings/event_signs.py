"""Signs of an event beside its type word: an ordinal before it, a verb that says it takes place."""

from __future__ import annotations

import re

from seriktes.mentions.happening_words import key_of, listed, words
from seriktes.mentions.happenings.lines import Line

_ROMAN = re.compile(r"[IVXLХІ]{1,6}")
_NUMBERED = re.compile(r"\d{1,3}-?(?:ші|шы|й|я|е|го|ый|ая)")
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def is_number(line: Line, place: int) -> bool:
    """Whether a word is a Roman or a written ordinal: «XI», «14-ші»."""
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


def is_held(line: Line, place: int) -> bool:
    """Whether a word says that an event takes place: өтті, состоялся, held."""
    word, held = line.words[place], words(line.language, "events.held")
    if line.language == "kk":
        return word.startswith(listed("kk", "events.held"))
    return (key_of(word, "ru") if line.language == "ru" else word) in held
