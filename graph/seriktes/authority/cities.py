"""Which country a city of the world is in: the home of a place no list of ours knows, or of a body named after its city.

The table (GeoNames) finds no names: half the towns of the world are called like a person or a word.
"""

from __future__ import annotations

from functools import cache, lru_cache

from seriktes.model import Language
from seriktes.records import Kept
from seriktes.resources import ONTOLOGY, read_text
from seriktes.text import kazakh, russian
from seriktes.text.endings import russian_key, russian_key_anew
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
    found = _home(key)
    if found is None and language == "kk":
        found = _home(fold(kazakh.nominative(name)))
    if found is None and language == "ru" and " " not in name and russian.part_of_speech(name) != "ADJF":
        found = home_of_city_stem(russian_key(key))
    return found


def _home(key: str) -> str | None:
    return _begun_by[key[:_BEGINNING]].get(key)


@lru_cache(maxsize=20_000)
def home_of_city_stem(stem: str) -> str | None:
    """The country of a city by the stem of its Russian name («белосток», of «белостокский»); None where two countries share it."""
    if len(stem) < _SHORTEST:
        return None
    cities = _begun_by[stem[:_BEGINNING]].items()
    homes = {home for name, home in cities if not name.isascii() and " " not in name and russian_key_anew(name) == stem}
    return homes.pop() if len(homes) == 1 else None


def _beginning_with(letters: str) -> dict[str, str]:
    """The country by the folded name, of the cities whose names begin so: they stand together, as the table is sorted."""
    table = _table()
    start, end = (_place_of(f"\n{letters}{last}", table) for last in ("", chr(0x10FFFF)))
    return dict([line.rsplit(",", 1) for line in table[start:end].split("\n") if line])


#: Only what texts ask for is taken out of the table: most beginnings never are.
_begun_by = Kept(_beginning_with)


def _place_of(line: str, table: str) -> int:
    """Where in the sorted table the first line stands that is not before this one; both with the end of the line before them."""
    low, high = 0, len(table)
    while low < high:
        middle = table.rfind("\n", 0, (low + high) // 2 + 1)
        end = table.find("\n", middle + 1)
        end = len(table) if end < 0 else end
        if table[middle:end] < line:
            low = end
        else:
            high = middle
    return low


@cache
def _table() -> str:
    """All lines behind the header, each with the end of the line before it: «\\nname,country»."""
    text = read_text(ONTOLOGY, "names/cities.csv").rstrip("\n")
    return text[text.index("\n") :]
