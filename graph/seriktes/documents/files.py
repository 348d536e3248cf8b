"""Which files are documents: found in folders, checked by name, kind and size, and opened without following anything odd."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from seriktes.documents.formats import stem_of, suffix_of
from seriktes.errors import DocumentError
from seriktes.text.terminal import unseen

LONGEST_NAME = 200
STDIN = "-"
#: What people decided about the documents of a folder; never a document itself, unless it is named as one.
JUDGEMENTS = "judgements.txt"
#: The people who must not appear in any result, one name a line; never a document itself.
REDACTIONS = "redactions.txt"
#: The folder that extracted texts are stored in, beside the results.
TEXTS = "texts"
_KINDS = "text, HTML, PDF, DOCX, zip, RSS, Atom or WARC files (.txt, .html, .pdf …)"


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """All documents under the given files and folders, sorted within each folder.

    Raises DocumentError for a path that does not exist and for a folder without documents.
    """
    for path in paths:
        if path.is_dir():
            found = [p for p in _candidates(path) if p.is_file() and not _leads_out(p, path)]
            if not found:
                raise DocumentError(str(path), "holds no document", f"put {_KINDS} there")
            yield from found
        elif str(path) == STDIN or path.exists():
            yield path
        elif str(path).startswith(("http:/", "https:/")):
            raise DocumentError(str(path), "is an address", "nothing is fetched here: save the page and give its file")
        else:
            raise DocumentError(str(path), "does not exist", "check the path")


def left_aside(folder: Path) -> Iterator[DocumentError]:
    """What bears the name of a document in a folder and is none: links out of it, pipes, devices."""
    if not folder.is_dir():
        return
    for path in _candidates(folder):
        if _plain(path):
            continue
        if path.is_symlink() and _leads_out(path, folder):
            yield DocumentError(shown(path), "is a link to something outside of the folder", "copy the file there")
        elif not path.exists():
            yield DocumentError(shown(path), "is a link that leads nowhere", "copy the file there")
        elif not path.is_file() and not path.is_dir():
            yield DocumentError(shown(path), "is not a regular file", "give a text file or a folder")


def _candidates(folder: Path) -> list[Path]:
    """What bears the name of a document in a folder and below, without results of earlier builds, in order."""
    found = []
    for root, folders, files in os.walk(folder):
        here = Path(root)
        if "manifest.json" in files and _is_build(here / "manifest.json"):
            folders.clear()
            continue
        names = [name for name in (*folders, *files) if suffix_of(name) and name not in (JUDGEMENTS, REDACTIONS)]
        if here.name == TEXTS:  # texts that seriktes extract stored beside their annotations
            names = [name for name in names if not (here.parent / f"{Path(name).stem}.json").exists()]
        found += [here / name for name in names]
    return sorted(found, key=lambda path: path.parts)


def _plain(path: Path) -> bool:
    """Whether a path is a file or a folder itself, not a link to one."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def _is_build(manifest: Path) -> bool:
    """Whether a folder holds results of an earlier build, which are no documents."""
    try:
        return '"program": "seriktes' in manifest.read_text(encoding="utf-8", errors="replace")[:200]
    except OSError:
        return False


def _leads_out(path: Path, folder: Path) -> bool:
    try:
        return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())
    except OSError:  # links in a ring
        return True


def shown(path: Path) -> str:
    """A path as it can be told, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def open_file(path: Path) -> BinaryIO:
    """The file, opened for reading. Raises DocumentError for what cannot be a document by its name or kind."""
    named = shown(path)
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DocumentError(named, "has a name that is not UTF-8", "rename the file") from error
    if len(stem_of(path.name).encode()) > LONGEST_NAME:
        raise DocumentError(f"{named[:80]}…", f"has a name of more than {LONGEST_NAME} bytes", "rename the file")
    if any(ord(c) < 32 for c in path.name) or unseen(path.name):
        raise DocumentError(named.encode("unicode_escape").decode(), "has a control character in its name", "rename the file")
    try:
        # A pipe put in place of the file between a look and the opening would hold the batch for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise DocumentError(named, f"cannot be read ({error.strerror})", "check the file and its permissions") from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise DocumentError(named, "is not a regular file", "give a text file or a folder")
    return os.fdopen(descriptor, "rb")
