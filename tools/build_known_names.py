"""Build ontology/names/known.csv: places of the world and bodies in the news, in three languages, that only the taggers read.

Cities come from CLDR (through Babel: the exemplar cities of the time zones); rivers, seas, lands, more cities, companies, papers
and parties from tools/known_names.csv, kept by hand. A name here is a hint to the taggers, not an authority record.

Usage: python tools/build_known_names.py
"""

from __future__ import annotations

import csv
from pathlib import Path

from babel import Locale

ROOT = Path(__file__).resolve().parent.parent
HAND = ROOT / "tools" / "known_names.csv"
TARGET = ROOT / "ontology" / "names" / "known.csv"
LANGUAGES = ("kk", "ru", "en")


def cities(language: str) -> dict[str, str]:
    """Time zone -> its exemplar city; where CLDR has none in English, the zone's own last part is the name."""
    zones = Locale(language).time_zones
    named = {zone: str(names["city"]) for zone, names in zones.items() if names.get("city")}
    if language == "en":
        everywhere = Locale("ru").time_zones
        named = {z: named.get(z, z.rsplit("/", 1)[-1].replace("_", " ")) for z in everywhere if "/" in z}
    return {zone: name for zone, name in named.items() if not zone.startswith(("Etc/", "Antarctica/"))}


def main() -> None:
    """Write the list, sorted, each name once a language."""
    rows = {(language, name, "place", "CLDR") for language in LANGUAGES for name in cities(language).values()}
    with HAND.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows |= {(language, row[language], row["class"], "hand") for language in LANGUAGES if row[language]}
    known: dict[tuple[str, str, str], str] = {}
    for language, name, kind, source in sorted(rows):
        known.setdefault((language, name, kind), source)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("language", "name", "class", "source"))
        writer.writerows((*key, source) for key, source in sorted(known.items()))


if __name__ == "__main__":
    main()
