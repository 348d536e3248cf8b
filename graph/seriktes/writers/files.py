"""Writing a file whole or not at all, and text that every reader of the file can take."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from seriktes.errors import OutputError

#: Not allowed in XML 1.0 and of no use in a table: control characters but tab, line feed and carriage return, halves of
#: surrogate pairs, and the two non-characters.
_FORBIDDEN = {
    code: None
    for code in (*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
    if code not in (0x9, 0xA, 0xD)
}


def clean(text: str) -> str:
    r"""The text without characters that no XML file may hold.

    >>> clean("Ас\x00тана\ud800")
    'Астана'
    """
    return text.translate(_FORBIDDEN)


def write_whole(path: Path, text: str) -> None:
    """Write a UTF-8 file by way of a temporary neighbour, so that ``path`` is never half written.

    A file that is there keeps its permissions; a link is replaced, never followed. Raises OutputError, with the old file
    as it was, when that cannot be done and for a file that nobody may write.
    """
    try:
        mode = path.stat().st_mode & 0o777 if path.is_file() and not path.is_symlink() else 0o644
        if not mode & 0o222:
            raise OutputError(f"{path}: is read-only; make it writable or name another file")
        data = text.encode("utf-8")
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); check the folder") from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); free some space") from error
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Wait until no other process holds a folder, and hold it; on systems without such locks, do not wait.

    Raises OutputError for a folder that cannot be opened.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be opened ({error.strerror}); check the folder") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
