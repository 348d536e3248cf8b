"""Russian words in their possible readings: which case, number and part of speech a form may be."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from seriktes.text import russian

#: Short names of cases and pymorphy's.
CASES = {"gen": ("gent", "gen2"), "dat": ("datv",), "loc": ("loct", "loc2"), "ins": ("ablt",)}


@lru_cache(maxsize=50_000)
def readings_of(word: str) -> tuple[tuple[str, str, str, str], ...]:
    """Part of speech, case, number and gender of the likelier readings of a word."""
    found: list[tuple[str, str, str, str]] = []
    for p in russian.parses(word):
        tag: Any = p.tag
        if p.score > 0.015 and tag.POS in ("NOUN", "ADJF", "PRTF", "NUMR", "NPRO"):
            found.append((tag.POS, tag.case or "", tag.number or "", tag.gender or ""))
    return tuple(found)


def may_be(word: str, parts: tuple[str, ...], *cases: str) -> bool:
    """Whether a word can be one of the parts of speech, in one of the cases if any are given."""
    return any(pos in parts and (not cases or case in cases) for pos, case, _, _ in readings_of(word))


def case_fits(word: str, case: str) -> bool:
    """Whether a word can stand in a case; unknown and indeclinable words can stand in any."""
    return may_be(last_part(word), ("NOUN", "ADJF", "PRTF"), *CASES[case])


def only_plural(word: str) -> bool:
    """Whether a noun can only be a plural."""
    numbers = {number for pos, _, number, _ in readings_of(word) if pos == "NOUN"}
    return numbers == {"plur"}


def last_part(word: str) -> str:
    """What stands after the last hyphen: it carries the ending."""
    return word.rsplit("-", 1)[-1] if "-" in word else word
