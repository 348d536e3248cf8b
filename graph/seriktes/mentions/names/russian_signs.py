"""At which words of a Russian sentence patterns begin, told of the word alone: few words are worth a closer look."""

from __future__ import annotations

from functools import cache

from seriktes.mentions.lists import key_of, lists_of, place_words
from seriktes.mentions.names.reading import Reading, shape_of
from seriktes.records import Kept

#: What a word may begin; added up where it may begin several.
_BODY, _VENUE, _REGION = 1, 2, 4


def body_places(reading: Reading) -> list[int]:
    """Where type words of bodies, short names of ministries and abbreviations stand, and the nouns of type words of two."""
    return _places(reading, _BODY)


def venue_places(reading: Reading) -> list[int]:
    """Where the nouns of houses, squares and parks stand."""
    return _places(reading, _VENUE)


def region_places(reading: Reading) -> list[int]:
    """Where the nouns of regions, settlements and venues stand, and their one-letter abbreviations."""
    return _places(reading, _REGION)


def _places(reading: Reading, sign: int) -> list[int]:
    return [place for place, word in enumerate(reading.words) if _signs[word.text] & sign]


def _signs_of(word: str) -> int:
    shape, lists = shape_of(word), lists_of("ru")
    if shape == "acronym":
        return _BODY if word in lists.abbreviations else 0
    if shape not in ("title", "lower", "caps"):
        return 0
    key = key_of(word, "ru")
    signs = 0 if shape == "caps" else _signs_of_nouns().get(key, 0)
    if shape != "caps" and word in ("г", "с", "п"):
        signs |= _REGION
    if lists.head(word) is not None or lists.is_ministry(word) or key in _nouns_of_two():
        signs |= _BODY
    return signs


@cache
def _nouns_of_two() -> frozenset[str]:
    """The last words of type words of several."""
    return frozenset(two.rpartition(" ")[2] for two in lists_of("ru").compounds)


@cache
def _signs_of_nouns() -> dict[str, int]:
    """What the nouns of venues, regions and settlements begin, by their keys."""
    signs: dict[str, int] = {}
    for sign, groups in ((_VENUE, ("venue_quoted", "venue_latin", "venue_of")), (_REGION, ("inside", "outside", "venue"))):
        for key in frozenset[str]().union(*(place_words("ru", group) for group in groups)):
            signs[key] = signs.get(key, 0) | sign
    return signs


_signs = Kept(_signs_of)
