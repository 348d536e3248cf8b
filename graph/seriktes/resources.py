"""The one door to the data that ships with the package: ontology, authority lists, names, seeds."""

from __future__ import annotations

import csv
import gc
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path
from sys import intern
from tomllib import loads
from typing import Any

from seriktes.errors import DataError

ONTOLOGY = "seriktes.ontology"
SEEDS = "seriktes.seeds"


@contextmanager
def taking_in() -> Iterator[None]:
    """Python's search for garbage waits while lists are taken in, which are none: a tenth of a start went into looking them through.

    Also a decorator of what takes in a list.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def resource(package: str, name: str) -> Traversable:
    """A file or folder of a data package, e.g. ``resource(ONTOLOGY, "queries")``."""
    found = files(package)
    for part in name.split("/"):
        found = found / part
    return found


def read_text(package: str, name: str) -> str:
    """The text of a data file. Raises DataError when it is not there."""
    try:
        return resource(package, name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataError(f"{name}: no such data file in {package}; reinstall seriktes") from error


@cache
def read_csv(package: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV data file, header names to values; kept."""
    return csv_rows(package, name)


def csv_rows(package: str, name: str) -> tuple[dict[str, str], ...]:
    """The same rows for one who makes something of them once, and need not keep them."""
    header, rows = csv_table(package, name)
    if all(len(row) == len(header) for row in rows):
        return tuple(dict(zip(header, row, strict=False)) for row in rows)
    return tuple(csv.DictReader(io.StringIO(read_text(package, name))))  # it marks what is missing or too much


def csv_cells(package: str, name: str, *columns: str) -> Iterator[tuple[str, ...]]:
    """What stands in some columns of a CSV data file, row by row, for those who ask for a list more than once.

    Raises DataError for a column that is not there.
    """
    kept = _columns(package, name)
    if missing := sorted(set(columns).difference(kept)):
        raise DataError(f"{name}:1: no column {', '.join(missing)}")
    return zip(*(kept[column] for column in columns), strict=True)


@cache
def _columns(package: str, name: str) -> dict[str, tuple[str, ...]]:
    """The cells by column, equal ones as one string: a list as rows would take ten times the memory."""
    header, rows = csv_table(package, name)
    if wrong := next((number for number, row in enumerate(rows, start=2) if len(row) != len(header)), None):
        raise DataError(f"{name}:{wrong}: its columns do not fit the header (a comma without quotes?)")
    columns = zip(*rows, strict=True) if rows else ((),) * len(header)
    return {column: tuple(map(intern, cells)) for column, cells in zip(header, columns, strict=True)}


def csv_table(package: str, name: str) -> tuple[list[str], list[list[str]]]:
    """The header of a CSV data file and its rows as lists of cells, of whatever length; empty lines are left out."""
    header, *rows = [row for row in csv.reader(io.StringIO(read_text(package, name))) if row] or [[]]
    return header, rows


class Tables(Mapping[str, Any]):
    """The tables of a TOML data file by the first part of their names, each parsed when it is first asked for.

    A file of three languages is three times as long as a text needs. Headers of tables begin a line and hold only small letters, «_» and dots.
    """

    def __init__(self, package: str, name: str) -> None:
        begin, *rest = _TABLE.split(read_text(package, name))
        if begin.strip() and loads(begin):
            raise DataError(f"{name}: values outside of tables")
        self._parsed: dict[str, Any] = {}
        self._parts: dict[str, list[str]] = {}
        for header, body in zip(rest[::2], rest[1::2], strict=True):
            self._parts.setdefault(header.strip("[]").partition(".")[0], []).append(header + body)

    def __getitem__(self, name: str) -> Any:
        if name not in self._parsed:
            self._parsed[name] = loads("".join(self._parts[name]))[name]
        return self._parsed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


_TABLE = re.compile(r"^(\[[a-z_.]+\])(?=\s*(?:#.*)?$)", re.MULTILINE)


def list_files(package: str, folder: str, suffix: str) -> list[str]:
    """Names of the files of a data folder with a suffix, sorted: ``["authority/countries.csv", …]``."""
    return sorted(f"{folder}/{item.name}" for item in resource(package, folder).iterdir() if item.name.endswith(suffix))


def seed_documents() -> list[Path]:
    """Paths of the shipped seed documents, sorted by name."""
    with as_file(files(SEEDS)) as folder:
        return sorted((folder / "documents").glob("*.txt"))
