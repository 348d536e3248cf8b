"""Where nothing changed since the build that lies there, nothing is made: a note says what that build was made of.

The note counts only while every file of the build is as it was written, and is left out of what depends on anything else.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from seriktes.keeping.cache import FOLDER
from seriktes.keeping.moving import MANIFEST, looked_at, staged
from seriktes.keeping.program import program

FILE = "build.json"
#: Libraries that have a part in what is written after reading.
_LIBRARIES = ("igraph", "jinja2", "networkx", "numpy", "pyoxigraph", "pyvis", "rapidfuzz")


def state_of(*made_of: object) -> str:
    """A digest of all that decides what a build writes: this program with its libraries, and what it is made of."""
    libraries = [(name, _version(name)) for name in _LIBRARIES]
    said = repr((program(), platform.python_version(), libraries, made_of))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def noted(out: Path, state: str) -> Mapping[str, Any] | None:
    """What was told of the build that lies in a folder, if it is of this state and each of its files is as it was written."""
    try:
        note = json.loads((out / FOLDER / FILE).read_bytes())
        manifest = (out / MANIFEST).read_bytes()
        if note["state"] != state or note["manifest"] != hashlib.sha256(manifest).hexdigest() or staged(out) is not None:
            return None
        if all(
            (out / name).is_file() and looked_at(out / name)[1] == digest
            for name, digest in json.loads(manifest)["files"].items()
        ):
            told: Mapping[str, Any] = note["told"]
            return told
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return None


def note(out: Path, state: str, told: Mapping[str, Any]) -> None:
    """Note what the build that lies in a folder is made of, and what was told of it. Without room for it, it is left out."""
    file = out / FOLDER / FILE
    with suppress(OSError):
        file.unlink(missing_ok=True)  # what is told may name people; whoever was redacted must not stay in an old note
        manifest = hashlib.sha256((out / MANIFEST).read_bytes()).hexdigest()
        new = file.with_suffix(".new")
        new.write_text(json.dumps({"state": state, "manifest": manifest, "told": told}), encoding="ascii")
        new.replace(file)


def parts_of(documents: Iterable[tuple[str, bytes, object]]) -> list[tuple[str, str, str]]:
    """Documents as :func:`state_of` takes them: of each its id, a digest of what was read, and what else is told of it."""
    return [(name, reading.hex(), repr(more)) for name, reading, more in documents]
