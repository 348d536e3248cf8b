"""Who reads the documents: this process, several processes of this machine, or the workers of a Dask cluster.

All run one function over chunks of files, in any order; what comes out is the same.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import connection
from pathlib import Path

from seriktes.errors import SeriktesError
from seriktes.keeping.extractor import extractor_version
from seriktes.keeping.packed import pack, unpack
from seriktes.model import Annotation
from seriktes.pipeline import MANNER, Manner, Skipped, try_to_annotate
from seriktes.pipeline import read_path as documents_of
from seriktes.processes.collecting import collect_seldom, collected
from seriktes.processes.readers import readers

#: A file and what it gave: annotations and documents that were left out, packed by :func:`packed`.
Read = tuple[str, bytes]
Chunk = Sequence[str]
Engine = Callable[[Sequence[Chunk], Manner], Iterator[list[Read]]]

#: A chunk is sent to a worker whole, and kept when it comes back: large enough to cost nothing, small enough to lose little.
CHUNK_FILES, CHUNK_BYTES = 50, 100_000
#: No chunk is a larger part of what is left: towards the end they become small, so that no process reads on while the others are done.
_PART = 16
_SKIPPED = b'["",'
_DIED = "the process that read it died, perhaps for lack of memory; split the document"


class EngineError(SeriktesError):
    """The processes that read the documents cannot be had."""


def read_path(path: str, manner: Manner = MANNER) -> bytes:
    """Read and annotate the documents of one file; the result as :func:`found_in` takes it."""
    found = [each if isinstance(each, Skipped) else try_to_annotate(each) for each in documents_of(Path(path), manner)]
    return b"\n".join(_line(each, path) for each in found or [Skipped(path, "holds no document; look into the file")])


def _line(found: Annotation | Skipped, path: str | None = None) -> bytes:
    """One thing that was found. Of a name that begins with ``path`` only the rest is told: the file may be moved."""
    if isinstance(found, Annotation):
        return pack(found)
    inside = path is not None and found.file.startswith(path)
    told = found.file[len(path) :] if path is not None and inside else found.file
    return json.dumps(["", inside, told, found.reason, found.harmless], separators=(",", ":")).encode("ascii")


def found_in(data: bytes, path: str) -> Iterator[Annotation | Skipped]:
    """What :func:`read_path` found in a file that is now at ``path``, one by one. Raises DataError for other bytes."""
    for line in data.split(b"\n"):
        if line.startswith(_SKIPPED):
            _, inside, file, reason, harmless = json.loads(line)
            yield Skipped(path + file if inside else file, reason, harmless)
        else:
            yield unpack(line)


def read_chunk(paths: Chunk, manner: Manner = MANNER) -> list[Read]:
    """Read and annotate some files."""
    return [(path, read_path(path, manner)) for path in paths]


def chunks_of(files: Sequence[tuple[str, int]]) -> list[list[str]]:
    """Files with their sizes in bytes as chunks of at most 50 files or about 100 kB, smaller and smaller ones at the end."""
    chunks: list[list[str]] = []
    room, places, left = 0, 0, sum(size for _, size in files)
    for number, (path, size) in enumerate(files):
        if room < size or places == 0:
            chunks.append([])
            room, places = min(CHUNK_BYTES, left // _PART), min(CHUNK_FILES, 1 + (len(files) - number) // _PART)
        chunks[-1].append(path)
        room -= size
        left -= size
        places -= 1
    return chunks


def here(chunks: Sequence[Chunk], manner: Manner = MANNER) -> Iterator[list[Read]]:
    """Read in this process, file by file."""
    for chunk in chunks:
        for path in chunk:
            with collected():
                found = read_path(path, manner)
            yield [(path, found)]


@dataclass(frozen=True, slots=True)
class Processes:
    """Read in several processes of this machine; one that dies costs only the file that killed it."""

    jobs: int

    def __call__(self, chunks: Sequence[Chunk], manner: Manner = MANNER) -> Iterator[list[Read]]:
        """What the files give, in the order in which they are done."""
        lost: list[str] = []
        yield from self._run(chunks, lost, manner)
        for path in lost:  # one by one: whichever kills its process is named, the others are read after all
            dead: list[str] = []
            yield from self._run([[path]], dead, manner)
            for file in dead:
                yield [(file, _line(Skipped(file, _DIED), file))]

    def _run(self, chunks: Sequence[Chunk], lost: list[str], manner: Manner) -> Iterator[list[Read]]:
        with ProcessPoolExecutor(min(self.jobs, len(chunks)), readers(), _begin_reading) as pool:
            waiting: dict[Future[list[Read]], Chunk] = {pool.submit(read_chunk, chunk, manner): chunk for chunk in chunks}
            for done in as_completed(list(waiting)):
                chunk = waiting.pop(done)  # what it gave is held by nobody but who takes it
                try:
                    yield done.result()
                except BrokenProcessPool:
                    lost += chunk


def _begin_reading() -> None:
    """What a process does before it reads."""
    collect_seldom()
    _die_with_parent()


def _die_with_parent() -> None:
    """A build that is killed leaves no process behind."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    sentinel = parent.sentinel

    def watch() -> None:
        connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Read on the workers of a Dask cluster, which must see the same files and run the same seriktes.

    Needs ``pip install "seriktes[cluster]"``. A worker that dies is replaced by the others.
    """

    address: str

    def __call__(self, chunks: Sequence[Chunk], manner: Manner = MANNER) -> Iterator[list[Read]]:
        """Raises EngineError when there is no such cluster, or its workers read otherwise than this process."""
        try:
            from distributed import Client
            from distributed import as_completed as as_they_come
        except ImportError as error:
            raise EngineError('--dask needs a library more: pip install "seriktes[cluster]"') from error
        try:
            client = Client(self.address, timeout="10s", set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise EngineError(
                f"{self.address}: no Dask scheduler answers there ({error}); start one with: dask scheduler"
            ) from error
        with client, client.as_current():
            _check_workers(client, self.address)
            tasks = [client.submit(read_chunk, [str(Path(p).absolute()) for p in chunk], manner, pure=False) for chunk in chunks]
            given = {str(Path(p).absolute()): p for chunk in chunks for p in chunk}
            for task in as_they_come(tasks):
                yield [(given[path], found) for path, found in task.result()]
                task.release()


def _check_workers(client: object, address: str) -> None:
    versions = set(client.run(extractor_version).values())  # type: ignore[attr-defined]
    if not versions:
        raise EngineError(f"{address}: the scheduler has no workers; start one with: dask worker {address}")
    if versions != {extractor_version()}:
        raise EngineError(f"{address}: its workers run another version of seriktes or of its libraries; install the same there")


def engine_for(jobs: int = 1, dask: str | None = None) -> Engine:
    """The engine for the options of the command line."""
    if dask:
        return Cluster(dask)
    return Processes(jobs) if jobs > 1 and sys.platform != "emscripten" else here
