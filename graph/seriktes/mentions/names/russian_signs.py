"""At which words of a Russian sentence patterns begin, told of the word alone: few words are worth a closer look."""

from __future__ import annotations

from functools import cache

from seriktes.mentions.lists import key_of, lists_of, place_words
from seriktes.mentions.names.reading import Reading, shape_of
from seriktes.records import Kept
from seriktes.text.endings import russian_key
from seriktes.text.scripts import fold


def body_places(reading: Reading) -> list[int]:
    """Where type words of bodies, short names of ministries and abbreviations stand, and the nouns of type words of two."""
    return _places(reading, _of_body)


def venue_places(reading: Reading) -> list[int]:
    """Where the nouns of houses, squares and parks stand."""
    return _places(reading, _of_venue)


def region_places(reading: Reading) -> list[int]:
    """Where the nouns of regions, settlements and venues stand, and their one-letter abbreviations."""
    return _places(reading, _of_region)


def _places(reading: Reading, sign: Kept[str, bool]) -> list[int]:
    return [place for place, word in enumerate(reading.words) if sign[word.text]]


def _tells_body(word: str) -> bool:
    shape, lists = shape_of(word), lists_of("ru")
    if shape == "acronym" and word in lists.abbreviations:
        return True
    if shape not in ("title", "lower", "caps"):
        return False
    key = key_of(word, "ru")
    return lists.head(word) is not None or lists.is_ministry(word) or key in _nouns_of_two()


@cache
def _nouns_of_two() -> frozenset[str]:
    """The last words of type words of several."""
    return frozenset(two.rpartition(" ")[2] for two in lists_of("ru").compounds)


def _tells_venue(word: str) -> bool:
    key, groups = russian_key(fold(word)), ("venue_quoted", "venue_latin", "venue_of")
    return shape_of(word) in ("lower", "title") and any(key in place_words("ru", group) for group in groups)


def _tells_region(word: str) -> bool:
    key, groups = key_of(word, "ru"), ("inside", "outside", "venue")
    return shape_of(word) in ("lower", "title") and (
        word in ("г", "с", "п") or any(key in place_words("ru", group) for group in groups)
    )


_of_body, _of_venue, _of_region = (Kept(tell, 20_000) for tell in (_tells_body, _tells_venue, _tells_region))
