"""Files to what they say, each read only once: what an earlier build kept is taken from there."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from seriktes.cache import Cache, key_of
from seriktes.documents import LARGEST, STDIN
from seriktes.engines import Engine, Read, chunks_of, found_in, here, read_path
from seriktes.errors import DataError
from seriktes.model import Annotation
from seriktes.pipeline import Chosen, Progress, Skipped, files_under

#: Read results are kept at least so often (seconds); more often would cost more than it saves.
_EVERY = 1.0


@dataclass(frozen=True, slots=True)
class Gathered:
    """What all files say, sorted by document; what was left out; how many files were read and how many were known."""

    annotations: tuple[Annotation, ...]
    skipped: tuple[Skipped, ...]
    read: int
    known: int


def gather(paths: Iterable[Path], cache: Cache, engine: Engine = here, progress: Progress | None = None) -> Gathered:
    """What the documents under the paths say: one document for each id and each text.

    What is read goes into the cache as it comes, so that a run that is killed goes on where it stopped.
    """
    files, skipped = files_under(paths)
    keys = {str(path): _key(path) for path in files}
    new = [path for path, key in keys.items() if key is None or not cache.has(key)]
    alone: dict[str, bytes] = {}
    for path, data in _kept(_read(new, engine, progress), keys, cache):
        if keys[path] is None:
            alone[path] = data
    chosen = Chosen(True, skipped)
    annotations: dict[str, Annotation] = {}
    for path, key in keys.items():
        for found in _known(path, alone.get(path) if key is None else cache.get(key)):
            if isinstance(found, Skipped):
                skipped.append(found)
            elif chosen.offer(found.document, path):
                annotations[found.document.id] = found
    ordered = tuple(annotations[name] for name in sorted(annotations))
    return Gathered(ordered, tuple(skipped), len(new), len(keys) - len(new))


def _key(path: Path) -> bytes | None:
    """What the reading of a file depends on beside the reader: its name and its bytes; None where they cannot be had."""
    if str(path) == STDIN:
        return None
    try:
        with path.open("rb") as stream:
            if not path.is_file() or os.fstat(stream.fileno()).st_size > LARGEST:
                return None
            return key_of("read", os.fsencode(path.name), hashlib.file_digest(stream, "sha256").digest())
    except OSError:
        return None


def _read(new: list[str], engine: Engine, progress: Progress | None) -> Iterator[list[Read]]:
    """Read files with an engine, standard input in this process; tells how far it is."""
    standard = [path for path in new if path == STDIN]
    chunks = chunks_of([(path, _size(path)) for path in new if path != STDIN])
    done = 0
    if progress is not None and new:
        progress(0, len(new), new[0])
    for results in (*([here([standard])] if standard else []), *([engine(chunks)] if chunks else [])):
        for read in results:
            done += len(read)
            if progress is not None and read:
                progress(done, len(new), read[-1][0] if done < len(new) else "resolving identities")
            yield read


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def _kept(results: Iterable[list[Read]], keys: Mapping[str, bytes | None], cache: Cache) -> Iterator[Read]:
    """The same results, kept from time to time and at the end."""
    waiting: list[tuple[bytes, bytes]] = []
    last = time.monotonic()
    for read in results:
        waiting += [(key, data) for path, data in read if (key := keys[path]) is not None]
        if time.monotonic() - last > _EVERY:
            cache.put(waiting)
            waiting.clear()
            last = time.monotonic()
        yield from read
    cache.put(waiting)


def _known(path: str, data: bytes | None) -> list[Annotation | Skipped]:
    """What a file says; one whose kept reading turns out to be broken is read again."""
    try:
        if data is not None:
            return list(found_in(data, path))
    except DataError:
        pass
    return list(found_in(read_path(path), path))
