"""What a results folder holds: the build, whether it is whole, what is kept for the next one, and how the last run ended."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from seriktes.building.whole import Whole, read_whole
from seriktes.errors import DataError
from seriktes.keeping.cache import FILE, FOLDER
from seriktes.keeping.moving import holder
from seriktes.keeping.runlog import read_log
from seriktes.text.plurals import english


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a results folder.

    ``build`` names the build (None: there is none), ``trouble`` says why it is not whole, ``documents`` counts its documents,
    ``files`` its files and ``bytes`` their size. ``kept`` counts the files whose reading is kept, in ``kept_bytes``.
    ``last`` is how the last run ended: ``finished``, ``failed``, ``interrupted``, ``running`` or None; ``at`` when it began.
    """

    build: str | None
    trouble: str | None
    documents: int
    files: int
    bytes: int
    kept: int
    kept_bytes: int
    last: str | None
    at: str | None
    seconds: float | None

    def as_dict(self) -> dict[str, Any]:
        """The fields by name."""
        return asdict(self)

    def lines(self) -> list[str]:
        """The state in words."""
        if self.trouble:
            built = f"build: not whole: {self.trouble}"
        elif self.build is None:
            built = "build: none"
        else:
            built = f"build: {self.build}, {english(self.documents, 'document')}, {english(self.files, 'file')}, {self.bytes / 1e6:.1f} MB, whole"
        kept = f"kept: the reading of {english(self.kept, 'file')}, {self.kept_bytes / 1e6:.1f} MB"
        took = f", after {self.seconds:.1f} s" if self.seconds is not None else ""
        last = f"last run: {self.last}{took} (begun {self.at})" if self.last else "last run: unknown"
        return [built, kept, last]


def status_of(folder: Path) -> Status:
    """The state of a folder. Raises DataError when it is no results folder at all."""
    if not folder.is_dir():
        raise DataError(f"{folder}: is no folder; make a graph with: seriktes build --out {folder}")
    trouble, whole = None, None
    try:
        whole = read_whole(folder, lambda name: True)
    except DataError as error:
        trouble = None if "holds no graph" in str(error) else str(error)
    kept, kept_bytes = _kept(folder / FOLDER / FILE)
    last, at, seconds = _last(folder)
    if whole is None and trouble is None and last is None and not kept:
        raise DataError(f"{folder}: holds no graph; make one with: seriktes build --out {folder}")
    return Status(
        whole.id if whole else None,
        trouble,
        len(whole.documents) if whole else 0,
        len(whole.files) if whole else 0,
        _size(whole),
        kept,
        kept_bytes,
        last,
        at,
        seconds,
    )


def _size(whole: Whole | None) -> int:
    return sum(len(data) for data in whole.files.values()) if whole else 0


def _kept(file: Path) -> tuple[int, int]:
    """How many results the cache keeps, and its size in bytes."""
    if not file.exists():
        return 0, 0
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            size = sum(part.stat().st_size for part in file.parent.glob(f"{FILE}*"))
            return int(connection.execute("SELECT COUNT(*) FROM kept").fetchone()[0]), size
    except (sqlite3.Error, OSError):
        return 0, 0


def _last(folder: Path) -> tuple[str | None, str | None, float | None]:
    """How the last run ended, when it began, and how long it took."""
    lines = read_log(folder)
    begun = max((number for number, line in enumerate(lines) if line["event"] == "begun"), default=None)
    if begun is None:
        return None, None, None
    end = next((line for line in lines[begun:] if line["event"] in ("finished", "failed")), None)
    at = str(lines[begun].get("at"))
    if end is not None:
        return str(end["event"]), at, end.get("seconds")
    return ("running" if holder(folder) else "interrupted"), at, None
