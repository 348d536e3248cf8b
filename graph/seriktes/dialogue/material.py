"""What is reviewed and explained: a built graph read back, or documents read anew, with the judgements in force."""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from seriktes.building.built import is_build, read_build
from seriktes.documents import JUDGEMENTS
from seriktes.errors import DataError
from seriktes.judgements.file import default_file, read_file
from seriktes.judgements.judge import judge
from seriktes.judgements.lines import read_statements
from seriktes.judgements.statements import Statement
from seriktes.judgements.things import Things
from seriktes.keeping.runlog import documents_folder
from seriktes.pipeline import Progress, annotate_each, read_all
from seriktes.redaction import redactions_for
from seriktes.writers.files import write_whole


@dataclass(frozen=True, slots=True)
class Material:
    """Resolved annotations and the judgements in force.

    ``file`` is where further judgements go (None where a build does not tell which it used), ``aliases`` are other keys
    of things with the key they lead to, ``left_out`` the documents that could not be read.
    """

    things: Things
    statements: tuple[Statement, ...]
    file: Path | None
    aliases: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def read_material(paths: Sequence[Path], judgements: Path | None = None, progress: Progress | None = None) -> Material:
    """A built folder read back, or documents read anew with the judgements beside them.

    ``judgements`` is the file for them, which need not be there yet. Raises DataError for paths that hold neither.
    """
    if len(paths) == 1 and is_build(paths[0]):
        return _built(paths[0], judgements)
    file = judgements or default_file(paths)
    given = read_file(file) if file and os.path.lexists(file) else ()
    statements = redactions_for(paths).spared(given)
    documents, skipped = read_all(paths, distinct=True)
    if not documents:
        if paths[0].is_file() and skipped:
            raise DataError(f"{skipped[0].file}: {skipped[0].reason}")
        raise DataError(
            f"{paths[0]}: holds neither a built graph nor documents; make a graph with: seriktes build --out {paths[0]}"
        )
    annotations, failed = annotate_each(documents, progress)
    judged = judge(annotations, statements, str(file))
    beside = paths[0] if paths[0].is_dir() else paths[0].parent
    left = tuple(f"{s.file}: {s.reason}" for s in (*skipped, *failed) if not s.harmless)
    aliases = {old: key for old, (_, key) in judged.aliases.items()}
    return Material(Things(judged.annotations), statements, file or beside / JUDGEMENTS, aliases, left)


def _built(folder: Path, judgements: Path | None) -> Material:
    things = Things(read_build(folder))
    aliases = {row["Old id"]: row["Id"] for row in _rows(folder / "aliases.csv")}
    beside = documents_folder(folder)
    file = judgements or default_file([beside] if beside else (), folder)
    if file is not None and os.path.lexists(file):
        return Material(things, read_file(file), file, aliases)
    table = folder / "judgements.csv"
    lines = [row["Judgement"] for row in _rows(table) if row["Applied"] == "yes"]
    further = file or (None if table.is_file() else (beside or folder) / JUDGEMENTS)
    return Material(things, read_statements("\n".join(lines), str(table)), further, aliases)


def bring_beside(folder: Path) -> tuple[Path, Path] | None:
    """Move the judgements of a results folder, which may be thrown away, beside the documents; from where to where.

    None where there is nothing to move, or no one place to move it to. Raises DataError when other judgements lie there,
    OutputError when that folder cannot be written.
    """
    beside = documents_folder(folder) if is_build(folder) else None
    old = folder / JUDGEMENTS
    if beside is None or not old.is_file() or old.is_symlink() or beside.resolve() == folder.resolve():
        return None
    new = beside / JUDGEMENTS
    if not os.path.lexists(new):
        write_whole(new, old.read_bytes())
    elif not new.is_file() or new.read_bytes() != old.read_bytes():
        default_file([beside], folder)  # says that there are several
        return None
    old.unlink()
    return old, new


def judgements_of(folder: Path) -> Path:
    """The file that answers about a results folder, or a folder of documents, are written to."""
    beside = documents_folder(folder)
    return default_file([beside] if beside else (), folder) or (beside or folder) / JUDGEMENTS


def _rows(table: Path) -> list[dict[str, str]]:
    """The rows of a table of the build; none where the build has no such table."""
    if not table.is_file():
        return []
    with table.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
