"""Build ontology/authority/countries.csv from CLDR (through Babel) and tools/country_names.csv.

The hand-kept table carries official long forms, common variants and acronyms; its names stand
first, so that the first name of a cell is the preferred one. A territory without a row there
gets its CLDR names alone.

Usage: python tools/build_countries.py
"""

from __future__ import annotations

import csv
import re
import unicodedata
from pathlib import Path

from babel import Locale

ROOT = Path(__file__).resolve().parent.parent
HAND = ROOT / "tools" / "country_names.csv"
TARGET = ROOT / "ontology" / "authority" / "countries.csv"
LANGUAGES = ("kk", "ru", "en")
SHORTS = tuple(f"short_{language}" for language in LANGUAGES)
COLUMNS = ("key", "kind", "country", *LANGUAGES, *SHORTS, "parent", "source")

# CLDR territories that are no ISO 3166-1 country: unions, islands without a code, test locales.
NO_COUNTRY = frozenset(("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"))
# CLDR names better left out: a common word («Того» opens Russian sentences), a name that is
# another place's, or a label that no text uses.
UNWANTED = frozenset(
    {
        ("TG", "Того"),
        ("CG", "Конго - Браззавиль"),
        ("CD", "Конго - Киншаса"),
        ("FM", "Микронезия"),
        ("FM", "Micronesia"),
        ("ZA", "Оңтүстік Африка"),
        ("SH", "Остров Св. Елены"),
        ("UM", "Внешние малые острова"),
        ("VG", "Виргинские острова"),
        ("VI", "Виргинские острова"),
    }
)


def slug(name: str) -> str:
    """English name as a kebab-case key: "Côte d’Ivoire" -> "cote-divoire"."""
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’.]", "", plain)).strip("-")


def plain_cldr(name: str) -> str:
    """CLDR display name as a text would write it: no brackets, no abbreviation, a capital."""
    name = re.sub(r"\s*\([^)]*\)| АӘА$| SAR China$", "", name).replace(" & ", " and ")
    name = re.sub(r"\bо-в(а?)\b", r"остров\1", name)
    return name[:1].upper() + name[1:]


def read_hand() -> dict[str, dict[str, str]]:
    """Hand-kept rows by ISO code."""
    with HAND.open(encoding="utf-8", newline="") as lines:
        return {row["country"]: row for row in csv.DictReader(lines)}


def merge(code: str, hand: str, cldr: str) -> str:
    """Hand-kept names, then the CLDR one where it is new and wanted."""
    names = [name for name in hand.split("|") if name]
    if cldr not in names and (code, cldr) not in UNWANTED:
        names.append(cldr)
    return "|".join(names)


def territories(language: str) -> dict[str, str]:
    """Plain CLDR names of the countries and territories by ISO code."""
    return {
        str(code): plain_cldr(str(name))
        for code, name in Locale(language).territories.items()
        if str(code).isalpha() and code not in NO_COUNTRY
    }


def build() -> list[dict[str, str]]:
    """All rows, sorted by key."""
    hand = read_hand()
    names = {language: territories(language) for language in LANGUAGES}
    rows = []
    for code in names["en"]:
        own = hand.get(code, {})
        row = {"kind": "country", "country": code, "parent": ""}
        for language in LANGUAGES:
            row[language] = merge(code, own.get(language, ""), names[language][code])
        for column in SHORTS:
            row[column] = own.get(column, "")
        row["key"] = slug(row["en"].split("|")[0])
        row["source"] = "CLDR|hand" if own else "CLDR"
        rows.append(row)
    return sorted(rows, key=lambda row: row["key"])


def main() -> None:
    """Write the authority list."""
    rows = build()
    with TARGET.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} countries -> {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
