"""Which program this is: a digest of all that comes with it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from seriktes.resources import ONTOLOGY


@cache
def program() -> str:
    """A digest of all files of the program, lists, pages and models among them: what one version made, another does not take over."""
    digest = hashlib.sha256()
    for name, file in sorted(program_files()):
        digest.update(f"{name} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def program_files() -> list[tuple[str, Traversable]]:
    """All files that come with the program, with their names."""
    return _files(files("seriktes"), "") + _files(files(ONTOLOGY), "ontology/")


def _files(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for item in folder.iterdir():
        if item.is_dir():
            found += _files(item, f"{prefix}{item.name}/") if item.name != "__pycache__" else []
        else:
            found.append((prefix + item.name, item))
    return found
