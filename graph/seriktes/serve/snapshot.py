"""One build as it is served: read whole, or not at all."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seriktes.errors import DataError
from seriktes.store import GraphStore

MANIFEST = "manifest.json"
GRAPH = "graph.nq"
PICTURE = "network.html"
#: A build renames its files within a fraction of a second; so long is waited for the end of it.
PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A build in memory: ``build`` names it, ``annotations`` are by document id, ``picture`` is the network page if there is one."""

    build: str
    store: GraphStore
    annotations: Mapping[str, Mapping[str, Any]]
    picture: bytes | None


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
    if not (folder / GRAPH).exists():
        raise DataError(f"{folder}: holds no graph; make one with: seriktes build --out {folder}")


def load_snapshot(folder: Path, patience: float = PATIENCE) -> Snapshot:
    """Read a build. Raises DataError when there is none, or when its files do not fit its manifest for long."""
    deadline = time.monotonic() + patience
    while True:
        files = _read_whole(folder)
        if files is not None:
            build, contents = files
            return Snapshot(build, GraphStore.of_nquads(contents[GRAPH]), _annotations(contents), contents.get(PICTURE))
        if time.monotonic() > deadline:
            raise DataError(f"{folder}: the files are not those its manifest names; run seriktes build again")
        time.sleep(0.1)


def _read_whole(folder: Path) -> tuple[str, dict[str, bytes]] | None:
    """The build's name and the files that are served; None while another build is being moved in."""
    check_readable(folder)
    try:
        manifest = (folder / MANIFEST).read_bytes()
    except FileNotFoundError:
        graph = (folder / GRAPH).read_bytes()
        return hashlib.sha256(graph).hexdigest()[:16], {GRAPH: graph}
    contents = {}
    try:
        for name, digest in sorted(json.loads(manifest)["files"].items()):
            if name in (GRAPH, PICTURE) or (name.startswith("annotations/") and ".." not in name):
                contents[name] = (folder / name).read_bytes()
                if hashlib.sha256(contents[name]).hexdigest() != digest:
                    return None
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise DataError(f"{folder / MANIFEST}: is no manifest of a build; run seriktes build again") from error
    if GRAPH not in contents or (folder / MANIFEST).read_bytes() != manifest:
        return None
    return hashlib.sha256(manifest).hexdigest()[:16], contents


def _annotations(contents: Mapping[str, bytes]) -> dict[str, Mapping[str, Any]]:
    found = {}
    for name, data in contents.items():
        if name.startswith("annotations/"):
            annotation = json.loads(data)
            found[str(annotation["document"]["id"])] = annotation
    return found
