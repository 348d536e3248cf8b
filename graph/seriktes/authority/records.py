"""The authority lists as records: what the project knows by name before it reads a document.

A start takes in the rows and looks whether they are right; a record is made of its row when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Literal

from seriktes.errors import DataError
from seriktes.model import EntityType, Language
from seriktes.records import record
from seriktes.resources import ONTOLOGY, csv_rows, csv_table, list_files, taking_in

LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
FOLDER = "authority"
Column = Literal["kk", "ru", "en", "short_kk", "short_ru", "short_en"]
SHORT: dict[Language, Column] = {"kk": "short_kk", "ru": "short_ru", "en": "short_en"}
_COLUMNS = ("key", "kind", "country", "kk", "ru", "en", "short_kk", "short_ru", "short_en", "parent")
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


KINDS = PLACE_KINDS | ORGANIZATION_KINDS

_TYPES: dict[str, EntityType] = {
    **dict.fromkeys(PLACE_KINDS, "Place"),
    **dict.fromkeys(ORGANIZATION_KINDS, "Organization"),
}
#: The short forms of a record that has none.
NO_SHORTS: dict[Language, tuple[str, ...]] = {"kk": (), "ru": (), "en": ()}


@record(frozen=True, slots=True)
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


class Listed(Mapping[str, Record]):
    """The records by their keys, in the order of the lists."""

    def __init__(self, rows: Mapping[str, Sequence[str]]) -> None:
        """``rows`` are the cells of the records by key, in the order of ``_COLUMNS``."""
        self._rows = rows
        self._made: dict[str, Record] = {}

    def __getitem__(self, key: str) -> Record:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = _record(self._rows[key], key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def of_kinds(self, kinds: Container[str]) -> Iterator[Record]:
        """The records of some kinds."""
        return (self[key] for key, row in self._rows.items() if row[1] in kinds)

    def cells(self, kinds: Container[str], *columns: Column) -> Iterator[tuple[str, str]]:
        """Keys of the records of some kinds, with what stands in the columns, cell by cell: names between bars; without the empty ones."""
        places = [_COLUMNS.index(column) for column in columns]
        for key, row in self._rows.items():
            if row[1] in kinds:
                for place in places:
                    if row[place]:
                        yield key, row[place]

    def names_of(self, key: str, *columns: Column) -> Iterator[str]:
        """The names of a record that stand in some columns, without making the record."""
        row = self._rows[key]
        return chain.from_iterable(_parts(row[_COLUMNS.index(column)]) for column in columns)

    def kind_of(self, key: str) -> str:
        """The kind of a record, without making it."""
        return self._rows[key][1]


@record(frozen=True)
class Authority:
    """All records by key, and the country adjectives («қазақстандық», «британский») by language and lower-case word."""

    records: Listed
    demonyms: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Record:
        return self.records[key]

    def get(self, key: str | None) -> Record | None:
        """The record of a key; None for an unknown one."""
        return self.records[key] if key and key in self.records else None

    def country_of(self, key: str) -> str | None:
        """The country of a record, or of the nearest parent that has one."""
        seen: set[str] = set()
        record = self.get(key)
        while record is not None and record.key not in seen:
            if record.country:
                return record.country
            seen.add(record.key)
            record = self.get(record.parent)
        return None


def _parts(cell: str | None) -> tuple[str, ...]:
    if not cell:
        return ()
    if "|" not in cell:
        return (bare,) if (bare := cell.strip()) else ()
    return tuple(dict.fromkeys([bare for part in cell.split("|") if (bare := part.strip())]))


def _record(row: Sequence[str], where: str) -> Record:
    """The record of a row, whose cells stand in the order of ``_COLUMNS``."""
    key, kind, country, kk, ru, en, short_kk, short_ru, short_en, parent = row
    country = country.strip()
    if not key:
        raise DataError(f"{where}: a record without a key")
    kind_type = _TYPES.get(kind)
    if kind_type is None:
        raise DataError(f"{where}: {key} is of no known kind ({kind or 'none'})")
    if not _is_code(country):
        raise DataError(f"{where}: {key} has no country code but {country!r}")
    names: dict[Language, tuple[str, ...]] = {"kk": _parts(kk), "ru": _parts(ru), "en": _parts(en)}
    shorts = NO_SHORTS
    if short_kk or short_ru or short_en:
        shorts = {"kk": _parts(short_kk), "ru": _parts(short_ru), "en": _parts(short_en)}
    if not any(names.values()) and not any(shorts.values()):
        raise DataError(f"{where}: {key} has no name")
    return Record(key, kind_type, kind, country or None, names, shorts, parent.strip() or None)


def _read(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Where the rows of a list stand, and their cells in the order of ``_COLUMNS``, without blanks in key and kind."""
    header, rows = csv_table(ONTOLOGY, name)
    if missing := sorted(set(_COLUMNS).difference(header)):
        raise DataError(f"{name}:2: no column {', '.join(missing)}")
    cells = itemgetter(*map(header.index, _COLUMNS))
    for number, row in enumerate(rows, start=2):
        if len(row) != len(header):
            raise DataError(f"{name}:{number}: {len(row)} columns do not fit the header (a comma without quotes?)")
        key, kind, *others = cells(row)
        yield f"{name}:{number}", (key.strip(), kind.strip(), *others)


def _is_right(row: Sequence[str]) -> bool:
    """Whether a record can be made of a row; what is wrong with one that is not, :func:`_record` says."""
    return bool(row[0]) and row[1] in _TYPES and _is_code(row[2].strip()) and bool("".join(row[3:9]).strip(" |"))


def _is_code(country: str) -> bool:
    return not country or (country.isupper() and country.isalpha() and len(country) in (2, 3))


@cache
@taking_in()
def load_authority() -> Authority:
    """All authority records of the package.

    Raises DataError, naming file and row, for a record without key, name or known kind and for a key given twice.
    """
    rows: dict[str, tuple[str, ...]] = {}
    for name in list_files(ONTOLOGY, FOLDER, ".csv"):
        if name.endswith("demonyms.csv"):
            continue
        for where, row in _read(name):
            if not _is_right(row):
                _record(row, where)
            if row[0] in rows:
                raise DataError(f"{where}: the key {row[0]} is given twice")
            rows[row[0]] = row
    return Authority(Listed(rows), _demonyms())


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
