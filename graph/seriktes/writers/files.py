"""Writing a file whole or not at all, and text that every reader of the file can take."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from seriktes.errors import OutputError

#: Not allowed in XML 1.0 and of no use in a table: control characters but tab, line feed and carriage return, halves of
#: surrogate pairs, and the two non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


def clean(text: str) -> str:
    r"""The text without characters that no XML file may hold.

    >>> clean("Ас\x00тана\ud800")
    'Астана'
    """
    return text if text.isprintable() else _FORBIDDEN.sub("", text)


def write_whole(path: Path, text: str | bytes | Iterable[str]) -> None:
    """Write a UTF-8 file, of one text or of pieces that are made as they are written, by way of a temporary neighbour, so that ``path`` is never half written.

    A file that is there keeps its permissions; a link is replaced, never followed. Raises OutputError, with the old file
    as it was, when that cannot be done and for a file that nobody may write.
    """
    write_all({path: text})


def write_all(files: Mapping[Path, str | bytes | Iterable[str]]) -> None:
    """Write several files, each as :func:`write_whole` does: none is moved to its place before all are written.

    Raises OutputError, with all old files as they were, when one of them cannot be written.
    """
    with ExitStack() as beside:
        ready = [(beside.enter_context(_neighbour(path, text)), path) for path, text in files.items()]
        for name, path in ready:
            with _told(path, "check the folder"):
                name.replace(path)


@contextmanager
def _neighbour(path: Path, text: str | bytes | Iterable[str]) -> Iterator[Path]:
    """A finished file beside a path, to be moved there; what is left of it is taken away."""
    with _told(path, "check the folder"):
        mode = path.stat().st_mode & 0o777 if path.is_file() and not path.is_symlink() else 0o644
        if not mode & 0o222:
            raise OutputError(f"{path}: is read-only; make it writable or name another file")
        if path.is_dir():
            raise OutputError(f"{path}: is a folder; name a file")
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with _told(path, "free some space"), os.fdopen(handle, "wb") as stream:
            if isinstance(text, bytes):
                stream.write(text)
            else:
                stream.writelines(piece.encode("utf-8") for piece in ([text] if isinstance(text, str) else text))
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode)
        yield Path(name)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


@contextmanager
def _told(path: Path, cure: str) -> Iterator[None]:
    """Trouble with a file as one line that says which, why and what to do."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); {cure}") from error


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
