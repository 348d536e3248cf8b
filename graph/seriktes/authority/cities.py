"""Which country a city of the world is in: the home of a place no list of ours knows, or of a body named after its city.

The table (GeoNames) finds no names: half the towns of the world are called like a person or a word.
"""

from __future__ import annotations

import csv
import io
from functools import cache

from seriktes.model import Language
from seriktes.resources import ONTOLOGY, read_text
from seriktes.text import kazakh, russian
from seriktes.text.endings import russian_key
from seriktes.text.scripts import fold, fold_all

_SHORTEST = 4


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
        found = _by_russian_key().get(russian_key(key))
    return found


def home_of_city_stem(stem: str) -> str | None:
    """The country of a city by the stem of its Russian name («белосток», of «белостокский»)."""
    return _by_russian_key().get(stem)


@cache
def _homes() -> dict[str, str]:
    rows = csv.reader(io.StringIO(read_text(ONTOLOGY, "names/cities.csv")))
    next(rows)  # country,names
    pairs = [(name, country) for country, names in rows for name in names.split("|") if len(name) >= _SHORTEST]
    # Of cities of one name the first counts; a dictionary keeps the last.
    folded = fold_all([name for name, _ in pairs])
    return {name: country for name, (_, country) in zip(reversed(folded), reversed(pairs), strict=True)}


@cache
def _by_russian_key() -> dict[str, str]:
    """Stems that cities of two countries share tell nothing and are left out."""
    found: dict[str, str | None] = {}
    for name, country in _homes().items():
        if " " not in name and not name.isascii():
            key = russian_key(name)
            found[key] = country if found.get(key, country) == country else None
    return {key: country for key, country in found.items() if country and len(key) >= _SHORTEST}
