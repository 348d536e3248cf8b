"""Files of the build that lies in a folder and that the next one would write again, byte for byte: they stay where they are.

A note beside the cache says what such a file was made of, and by which version of the program. It counts only for the build it was
written with, whose manifest has the hash of the file, and only as long as the file has that hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from seriktes.keeping.cache import FOLDER
from seriktes.keeping.moving import MANIFEST
from seriktes.keeping.rows import Rows
from seriktes.keeping.seen import Seen

FILE = "files.json"


class Standing:
    """The files that stay, of builds of one ``version`` of the program; with ``fresh`` none does. ``files`` has the size and the
    SHA-256 of each.
    """

    def __init__(self, out: Path, version: str, fresh: bool = False) -> None:
        self._out, self._version, self._fresh = out, version, fresh
        self._rows: list[Rows] = []
        self._before, self._listed = ({}, {}) if fresh else _noted(out, version)
        self._made_of: dict[str, str] = {}
        self.seen = Seen(out, "results", fresh)
        self.files: dict[str, tuple[int, str]] = {}

    def stays(self, name: str, made_of: str) -> bool:
        """Whether a file of the build before was made of the same, and is as it was written. What it is made of is noted
        for the next build anyway.
        """
        self._made_of[name] = made_of
        if self._before.get(name) != made_of:
            return False
        path = self._out / name
        try:
            size, digest = (0, "") if path.is_symlink() else self.seen.looked_at(path)
        except OSError:
            return False
        if digest != self._listed.get(name):
            return False
        self.files[name] = size, digest
        return True

    def rows(self, made_of: Sequence[bytes]) -> Rows:
        """The rows of large files, of which those that are in the build before are taken from there, see :class:`Rows`."""
        self._rows.append(Rows(made_of, self._out, self._version, self._fresh))
        return self._rows[-1]

    def write(self) -> None:
        """Note what the files of the build that lies in the folder now were made of. Without room for it, it is left out."""
        file = self._out / FOLDER / FILE
        with suppress(OSError):
            file.unlink(missing_ok=True)  # names of files may name people; whoever was redacted must not stay in an old note
            manifest = (self._out / MANIFEST).read_bytes()
            listed = json.loads(manifest)["files"]
            for rows in self._rows:
                rows.note(listed)
            for name, digest in listed.items():
                self.seen.note(self._out / name, digest)
            self.seen.write()
            told = hashlib.sha256(manifest).hexdigest()
            note = {"version": self._version, "manifest": told, "made_of": self._made_of}
            new = file.with_suffix(".new")
            new.write_text(json.dumps(note, separators=(",", ":")), encoding="ascii")
            new.replace(file)


def _noted(out: Path, version: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """What the files of the build in a folder were made of, and their hashes."""
    try:
        note = json.loads((out / FOLDER / FILE).read_bytes())
        if note["version"] == version and note["manifest"] == _digest(out / MANIFEST):
            return dict(note["made_of"]), dict(json.loads((out / MANIFEST).read_bytes())["files"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return {}, {}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
