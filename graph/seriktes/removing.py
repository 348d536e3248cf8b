"""The redaction list of a folder: names put on it, and the files that still name somebody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from seriktes.documents.files import REDACTIONS
from seriktes.errors import DataError
from seriktes.redaction import read_names
from seriktes.writers.files import write_whole


def add_names(folder: Path, names: Sequence[str]) -> int:
    """Put names on the list of a folder, which only its owner may read; returns how many were not on it.

    Raises DataError for what is no name, OutputError when the list cannot be written.
    """
    for name in names:
        if "\n" in name or "#" in name or not read_names([name]).people:
            raise DataError(f"{name!r} is no name to redact; write given name and surname")
    path = folder / REDACTIONS
    try:
        known = path.read_text(encoding="utf-8-sig").splitlines() if path.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read ({error}); save it as UTF-8") from error
    new = [name for name in dict.fromkeys(names) if name not in known]
    if new:
        write_whole(path, "\n".join([*known, *new]) + "\n")
        path.chmod(0o600)
    return len(new)


def still_named(folder: Path, names: Sequence[str]) -> list[Path]:
    """The files of a folder, but for the list itself, whose name or content names one of these people."""
    gone = read_names(names)
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name not in (REDACTIONS, ".lock")):
        text = path.read_bytes().decode("utf-8", "replace")
        if gone.names(text) or gone.names(path.name):
            found.append(path)
    return found
