"""The judgement file: where it is looked for, and its text."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from seriktes.documents import JUDGEMENTS, STDIN
from seriktes.errors import DataError
from seriktes.judgements.lines import read_statements
from seriktes.judgements.statements import Statement

#: A larger file was not written by people: about 20,000 judgements.
LARGEST = 2_000_000


def read_file(path: Path) -> tuple[Statement, ...]:
    """The judgements of a file. Raises DataError when it cannot be read, and for each line that is none."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise DataError(f"{path}: is larger than {LARGEST // 1_000_000} MB; is it a file of judgements?")
        text = data.decode("utf-8")
    except OSError as error:
        raise DataError(f"{path}: the judgements cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    return read_statements(text, str(path))


def default_file(paths: Iterable[Path], out: Path | None = None) -> Path | None:
    """The file ``judgements.txt`` beside the documents or in the folder of the results; None where there is none.

    Raises DataError when there are several.
    """
    folders = [path if path.is_dir() else path.parent for path in paths if str(path) != STDIN]
    found = {
        (folder / JUDGEMENTS).resolve(): folder / JUDGEMENTS
        for folder in [*folders, *([out] if out else [])]
        if os.path.lexists(folder / JUDGEMENTS)  # a link that leads nowhere is told, not passed over
    }
    if len(found) > 1:
        raise DataError(f"there are several judgement files ({', '.join(sorted(map(str, found)))}); choose one with --judgements")
    return next(iter(found.values()), None)
