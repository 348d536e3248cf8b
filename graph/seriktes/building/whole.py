"""The files of one build, as it wrote them, whatever happens in the folder meanwhile."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from seriktes.errors import DataError
from seriktes.keeping.moving import MANIFEST, staged

GRAPH = "graph.nq"
#: While a reader reads, one build after the other could come in; this many seconds it tries to read one whole.
PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Whole:
    """Files of one build by name. ``id`` names the build, ``documents`` are those of its manifest."""

    id: str
    files: Mapping[str, bytes]
    documents: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read_whole(folder: Path, wanted: Callable[[str], bool], patience: float = PATIENCE) -> Whole:
    """The graph of a built folder, and those of its files that are ``wanted``, each as its build wrote it.

    A folder without a manifest holds a graph from elsewhere, which is taken as it is. Raises DataError when there is no
    graph, and when a file is not what the build wrote: a flipped byte must not give a silently wrong answer.
    """
    deadline = time.monotonic() + patience
    while True:
        before = _state(folder)
        try:
            return _read(folder, wanted)
        except DataError:
            if _state(folder) == before or time.monotonic() > deadline:
                raise


def read_graph(folder: Path) -> bytes:
    """The N-Quads of a built folder. Raises DataError as ``read_whole``."""
    return read_whole(folder, lambda name: False).files[GRAPH]


def _state(folder: Path) -> tuple[Path | None, bytes | None]:
    """What changes when another build comes in."""
    stage = staged(folder)
    return stage, _bytes(folder, stage, MANIFEST)


def _read(folder: Path, wanted: Callable[[str], bool]) -> Whole:
    stage = staged(folder)
    manifest, graph = _bytes(folder, stage, MANIFEST), _bytes(folder, stage, GRAPH)
    if graph is None:
        raise DataError(f"{folder}: holds no graph; make one with: seriktes build --out {folder}")
    if manifest is None:
        return Whole(hashlib.sha256(graph).hexdigest()[:16], {GRAPH: graph})
    listed, documents = _listed(folder, manifest)
    files = {GRAPH: _checked(folder, GRAPH, graph, listed.get(GRAPH))}
    for name, digest in sorted(listed.items()):
        if name != GRAPH and wanted(name) and ".." not in Path(name).parts:
            files[name] = _checked(folder, name, _bytes(folder, stage, name), digest)
    return Whole(hashlib.sha256(manifest).hexdigest()[:16], files, documents)


def _listed(folder: Path, manifest: bytes) -> tuple[dict[str, str], dict[str, Mapping[str, str]]]:
    try:
        data: Any = json.loads(manifest)
        return dict(data["files"]), dict(data.get("documents", {}))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{folder / MANIFEST}: is no manifest of a build; run seriktes build again") from error


def _checked(folder: Path, name: str, data: bytes | None, digest: str | None) -> bytes:
    if data is None or hashlib.sha256(data).hexdigest() != digest:
        raise DataError(f"{folder / name}: is not the file the build wrote; run seriktes build again")
    return data


def _bytes(folder: Path, stage: Path | None, name: str) -> bytes | None:
    """A file of the build, wherever it lies: first where files wait to be moved from."""
    for place in (*([stage / name] if stage else []), folder / name):
        try:
            return place.read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise DataError(f"{place}: cannot be read ({error.strerror}); check the folder") from error
    return None
