"""Which country a city of the world is in: the home of a place no list of ours knows, or of a body named after its city.

The table (GeoNames) finds no names: half the towns of the world are called like a person or a word.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from seriktes.model import Language
from seriktes.resources import ONTOLOGY, read_text, taking_in
from seriktes.text import kazakh, russian
from seriktes.text.endings import russian_key
from seriktes.text.scripts import fold

_SHORTEST = 4
#: A stem and its name share so many letters at least.
_BEGINNING = 3


def home_of_city(name: str, language: Language) -> str | None:
    """ISO 3166-1 alpha-2 code of the country of a city, by its name in any case; None for what is no listed city.

    >>> home_of_city("Белостоке", "ru"), home_of_city("Рәшт", "kk"), home_of_city("Gütersloh", "en"), home_of_city("Nowhere", "en")
    ('PL', 'IR', 'DE', None)
    """
    if len(name) < _SHORTEST:
        return None
    key = fold(name)
    found = _homes().get(key)
    if found is None and language == "kk":
        found = _homes().get(fold(kazakh.nominative(name)))
    if found is None and language == "ru" and " " not in name and russian.part_of_speech(name) != "ADJF":
        found = home_of_city_stem(russian_key(key))
    return found


@lru_cache(maxsize=20_000)
def home_of_city_stem(stem: str) -> str | None:
    """The country of a city by the stem of its Russian name («белосток», of «белостокский»); None where two countries share it."""
    if len(stem) < _SHORTEST:
        return None
    homes = {_homes()[name] for name in _by_beginning().get(stem[:_BEGINNING], ()) if russian_key(name) == stem}
    return homes.pop() if len(homes) == 1 else None


@cache
@taking_in()
def _homes() -> dict[str, str]:
    """The country by the folded name, as the table has them; of cities of one name the first counts."""
    homes: dict[str, str] = {}
    for line in read_text(ONTOLOGY, "names/cities.csv").splitlines()[1:]:
        country, _, names = line.partition(",")
        for name in names.split("|"):
            homes.setdefault(name, country)
    return homes


@cache
def _by_beginning() -> dict[str, list[str]]:
    """The Cyrillic names of one word by their first letters: stems are cut of those alone that are asked for."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in _homes():
        if not name.isascii() and " " not in name:
            found[name[:_BEGINNING]].append(name)
    return found
