"""The authority lists as records: what the project knows by name before it reads a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from seriktes.errors import DataError
from seriktes.model import EntityType, Language
from seriktes.resources import ONTOLOGY, csv_rows, list_files, taking_in

LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
FOLDER = "authority"
_COLUMNS = frozenset({"key", "kind", "country", "kk", "ru", "en", "short_kk", "short_ru", "short_en", "parent"})
PLACE_KINDS = frozenset({"country", "region", "settlement", "venue", "macroregion"})
ORGANIZATION_KINDS = frozenset(
    {
        "government",
        "parliament",
        "diplomatic_mission",
        "intergovernmental",
        "ngo",
        "foundation",
        "association",
        "education_research",
        "political_party",
        "company",
        "media",
        "other",
    }
)


_NO_SHORTS: dict[Language, tuple[str, ...]] = {"kk": (), "ru": (), "en": ()}


@dataclass(frozen=True, slots=True)
class Record:
    """One institution or place: full names and short forms by language, the preferred one first."""

    key: str
    type: EntityType
    kind: str
    country: str | None
    names: Mapping[Language, tuple[str, ...]]
    shorts: Mapping[Language, tuple[str, ...]]
    parent: str | None = None

    def name(self, language: Language) -> str | None:
        """The preferred full name in a language, if the list has one."""
        listed = self.names.get(language, ())
        return listed[0] if listed else None

    @property
    def name_en(self) -> str | None:
        """The preferred English name."""
        return self.name("en")


@dataclass(frozen=True)
class Authority:
    """All records by key, and the country adjectives («қазақстандық», «британский») by language and lower-case word."""

    records: Mapping[str, Record]
    demonyms: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Record:
        return self.records[key]

    def get(self, key: str | None) -> Record | None:
        """The record of a key; None for an unknown one."""
        return self.records.get(key) if key else None

    def country_of(self, key: str) -> str | None:
        """The country of a record, or of the nearest parent that has one."""
        seen: set[str] = set()
        record = self.records.get(key)
        while record is not None and record.key not in seen:
            if record.country:
                return record.country
            seen.add(record.key)
            record = self.records.get(record.parent or "")
        return None


def _parts(cell: str | None) -> tuple[str, ...]:
    if not cell:
        return ()
    if "|" not in cell:
        return (bare,) if (bare := cell.strip()) else ()
    return tuple(dict.fromkeys([bare for part in cell.split("|") if (bare := part.strip())]))


def _record(row: Mapping[str, str], where: str) -> Record:
    kind = (row["kind"] or "").strip()
    if not row["key"]:
        raise DataError(f"{where}: a record without a key")
    if kind not in PLACE_KINDS and kind not in ORGANIZATION_KINDS:
        raise DataError(f"{where}: {row['key']} is of no known kind ({kind or 'none'})")
    country = (row["country"] or "").strip() or None
    if country is not None and not (country.isupper() and country.isalpha() and len(country) in (2, 3)):
        raise DataError(f"{where}: {row['key']} has no country code but {country!r}")
    names: dict[Language, tuple[str, ...]] = {"kk": _parts(row["kk"]), "ru": _parts(row["ru"]), "en": _parts(row["en"])}
    shorts = _NO_SHORTS
    if row["short_kk"] or row["short_ru"] or row["short_en"]:
        shorts = {"kk": _parts(row["short_kk"]), "ru": _parts(row["short_ru"]), "en": _parts(row["short_en"])}
    if not any(names.values()) and not any(shorts.values()):
        raise DataError(f"{where}: {row['key']} has no name")
    kind_type: EntityType = "Place" if kind in PLACE_KINDS else "Organization"
    return Record(row["key"].strip(), kind_type, kind, country, names, shorts, (row["parent"] or "").strip() or None)


def _read(name: str) -> Iterator[tuple[str, Record]]:
    for number, row in enumerate(csv_rows(ONTOLOGY, name), start=2):
        where = f"{name}:{number}"
        if not row.keys() >= _COLUMNS:
            raise DataError(f"{where}: no column {', '.join(sorted(_COLUMNS - row.keys()))}")
        if None in row or None in row.values():
            raise DataError(f"{where}: {len(row)} columns do not fit the header (a comma without quotes?)")
        yield where, _record(row, where)


@cache
@taking_in()
def load_authority() -> Authority:
    """All authority records of the package.

    Raises DataError, naming file and row, for a record without key, name or known kind and for a key given twice.
    """
    records: dict[str, Record] = {}
    for name in list_files(ONTOLOGY, FOLDER, ".csv"):
        if name.endswith("demonyms.csv"):
            continue
        for where, record in _read(name):
            if record.key in records:
                raise DataError(f"{where}: the key {record.key} is given twice")
            records[record.key] = record
    return Authority(records, _demonyms())


@cache
def _demonyms() -> Mapping[Language, Mapping[str, str]]:
    result: dict[Language, dict[str, str]] = {language: {} for language in LANGUAGES}
    for name in list_files(ONTOLOGY, FOLDER, "demonyms.csv"):
        for row in csv_rows(ONTOLOGY, name):
            country = row.get("country") or ""
            for language in LANGUAGES:
                for word in _parts(row.get(f"{language}_adjectives")):
                    result[language].setdefault(word.lower(), country)
    return result
