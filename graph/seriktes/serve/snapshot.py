"""One build as it is served: read whole, or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seriktes.building.whole import GRAPH, read_whole
from seriktes.errors import DataError
from seriktes.keeping.moving import MANIFEST, staged
from seriktes.store import GraphStore

PICTURE = "network.html"
VOID = "void.ttl"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A build in memory: ``build`` names it, ``annotations`` are by document id.

    ``picture`` is the network page and ``void`` the description for catalogues in Turtle, if there are such."""

    build: str
    store: GraphStore
    annotations: Mapping[str, Mapping[str, Any]]
    picture: bytes | None
    void: bytes | None = None


def stamp(folder: Path) -> tuple[int, ...] | None:
    """What changes when a build is moved in: place, size and time of the manifest, else of the graph; None without a graph."""
    for name in (MANIFEST, GRAPH):
        try:
            found = (folder / name).stat()
        except OSError:
            continue
        return (found.st_ino, found.st_size, found.st_mtime_ns)
    return None


def check_readable(folder: Path) -> None:
    """Raises DataError when the folder holds no graph."""
    if staged(folder) is None and not (folder / GRAPH).exists():
        raise DataError(f"{folder}: holds no graph; make one with: seriktes build --out {folder}")


def load_snapshot(folder: Path) -> Snapshot:
    """Read a build. Raises DataError when there is none, or when its files do not fit its manifest."""
    build = read_whole(folder, lambda name: name in (PICTURE, VOID) or name.startswith("annotations/"))
    store = GraphStore.of_nquads(build.files[GRAPH], str(folder / GRAPH))
    return Snapshot(build.id, store, _annotations(build.files), build.files.get(PICTURE), build.files.get(VOID))


def _annotations(contents: Mapping[str, bytes]) -> dict[str, Mapping[str, Any]]:
    found = {}
    for name, data in contents.items():
        if name.startswith("annotations/"):
            annotation = json.loads(data)
            found[str(annotation["document"]["id"])] = annotation
    return found
