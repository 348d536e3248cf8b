"""Files to what they say, each read only once: what an earlier build kept is taken from there."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from seriktes.building.engines import Engine, Read, chunks_of, found_in, here, read_path
from seriktes.documents import STDIN
from seriktes.documents.reprints import fold_reprints
from seriktes.errors import DataError
from seriktes.keeping.cache import Cache, key_of
from seriktes.keeping.laid import Laid
from seriktes.model import Annotation, Document
from seriktes.pipeline import MANNER, Chosen, Manner, Progress, Skipped, blacked_out, files_under, reprinted

#: Read results are kept at least so often (seconds); more often would cost more than it saves.
_EVERY = 1.0


@dataclass(frozen=True, slots=True)
class Gathered:
    """What all files say, sorted by document; what was left out; how many files were read and how many were known.

    Of each annotation, ``readings`` has a digest of what was read of its file.
    """

    annotations: Laid
    readings: tuple[bytes, ...]
    skipped: tuple[Skipped, ...]
    read: int
    known: int


def gather(
    paths: Iterable[Path],
    cache: Cache,
    folder: Path,
    engine: Engine = here,
    progress: Progress | None = None,
    manner: Manner = MANNER,
) -> Gathered:
    """What the documents under the paths say: one document for each id and each text, reprints behind the fullest.

    What is read goes into the cache as it comes, so that a run that is killed goes on where it stopped; for the steps to come it is
    laid down in ``folder``. The cache must be one of this ``manner``.
    """
    files, skipped = files_under(paths)
    keys = {str(path): _key(path) for path in files}
    new = [path for path, key in keys.items() if key is None or not cache.has(key)]
    laid = Laid(folder / "read")
    #: What is read now is looked at while the others are still being read.
    fresh = {
        path: _looked_at(path, data, manner, laid) for path, data in _kept(_read(new, engine, progress, manner), keys, cache)
    }
    chosen = Chosen(True, skipped)
    taken: dict[str, tuple[int, bytes]] = {}
    for path, key in keys.items():
        digest, told = fresh.pop(path) if path in fresh else _looked_at(path, cache.get(key) if key else None, manner, laid)
        for found in told:
            if isinstance(found, Skipped):
                skipped.append(found)
            elif chosen.offer(found[1], path):
                taken[found[1].id] = found[0], digest
    folded = fold_reprints([chosen.documents[name] for name in sorted(taken)])
    numbers = [_with_copies(laid, taken[d.id][0], d) for d in folded.documents]
    left_out = blacked_out([*skipped, *reprinted(folded)], manner.redactions)
    readings = tuple(taken[d.id][1] for d in folded.documents)
    return Gathered(laid.in_order(numbers), readings, tuple(left_out), len(new), len(keys) - len(new))


def _with_copies(laid: Laid, number: int, document: Document) -> int:
    """The number of an annotation whose document has the copies of this one."""
    if not document.copies:
        return number
    annotation = laid[number]
    return laid.add(replace(annotation, document=replace(annotation.document, copies=document.copies)))


def _key(path: Path) -> bytes | None:
    """What the reading of a file depends on beside the reader: its name and its bytes; None where they cannot be had."""
    if str(path) == STDIN:
        return None
    try:
        with path.open("rb") as stream:
            if not path.is_file():
                return None
            return key_of("read", os.fsencode(path.name), hashlib.file_digest(stream, "sha256").digest())
    except OSError:
        return None


def _read(new: list[str], engine: Engine, progress: Progress | None, manner: Manner) -> Iterator[list[Read]]:
    """Read files with an engine, standard input in this process; tells how far it is."""
    standard = [path for path in new if path == STDIN]
    chunks = chunks_of([(path, _size(path)) for path in new if path != STDIN])
    done = 0
    if progress is not None and new:
        progress(0, len(new), new[0])
    for results in (*([here([standard], manner)] if standard else []), *([engine(chunks, manner)] if chunks else [])):
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


#: What was found, and where it is laid: of an annotation its document alone stays, without its sentences.
_Seen = tuple[int, Document]


def _looked_at(path: str, packed: bytes | None, manner: Manner, laid: Laid) -> tuple[bytes, list[_Seen | Skipped]]:
    """A digest of what was read of a file, and what it says."""
    digest = hashlib.sha256(packed or os.urandom(32)).digest()  # what is read again now is like nothing before
    return digest, [
        found if isinstance(found, Skipped) else (laid.add(found), replace(found.document, sentences=()))
        for found in _known(path, packed, manner)
    ]


def _known(path: str, data: bytes | None, manner: Manner) -> list[Annotation | Skipped]:
    """What a file says; one whose kept reading turns out to be broken is read again."""
    try:
        if data is not None:
            return list(found_in(data, path))
    except DataError:
        pass
    return list(found_in(read_path(path, manner), path))
