"""A finished build comes into its folder whole: before one instant readers see the old one, after it the new one.

Files are made in a folder beside their places. A journal, written in one step, says that they are the build from now on; then
each is moved to its place. Whoever reads while the journal stands looks into the folder first. A move that was
interrupted is finished by the next build.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from seriktes.errors import OutputError

LOCK = ".lock"
JOURNAL = ".journal"
MANIFEST = "manifest.json"
#: Folders whose names begin so are of a build that goes on; the next takes away what a killed one left.
MAKING = ".making-"


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Only one build at a time writes into a folder; the second is told who holds it."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = (out / LOCK).open("a+", encoding="ascii")
    except OSError as error:
        raise _unwritable(out, error, "choose another folder with --out") from error
    with lock:
        _lock(lock.fileno(), out)
        try:
            lock.seek(0)
            lock.truncate()
            lock.write(str(os.getpid()))
            lock.flush()
        except OSError as error:
            raise _unwritable(out, error, "free some space or choose another folder") from error
        yield  # the file stays: taking it away would let two builds hold two locks of one name


def _unwritable(out: Path, error: OSError, cure: str) -> OutputError:
    return OutputError(f"{out}: cannot be written ({error.strerror}); {cure}")


def _lock(descriptor: int, out: Path) -> None:
    try:
        import fcntl
    except ImportError:  # no such locks on this system
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = (out / LOCK).read_text(encoding="ascii") or "unknown"
        raise OutputError(
            f"{out}: another build (process {holder}) is writing there; wait for it or choose another folder"
        ) from error


def holder(out: Path) -> int | None:
    """The process that builds into a folder now; None when there is none, or when this system cannot tell."""
    try:
        import fcntl

        with (out / LOCK).open("r", encoding="ascii") as lock:
            try:
                fcntl.flock(lock.fileno(), fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                return int(lock.read() or 0) or None
    except (ImportError, OSError, ValueError):
        pass
    return None


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """A folder for the files of a new build; what is in it at the end, and only then, is moved in."""
    try:
        finish(out)
        clear(out)
        stage = Path(tempfile.mkdtemp(prefix=MAKING, dir=out))
    except OSError as error:
        raise _unwritable(out, error, "free some space or choose another folder") from error
    try:
        yield stage
        move_in(stage, out)
    except OSError as error:
        raise _unwritable(out, error, "free some space or choose another folder") from error
    finally:
        if staged(out) != stage:
            shutil.rmtree(stage, ignore_errors=True)


def clear(out: Path) -> None:
    """Take away what a killed build left unfinished."""
    for stale in out.glob(f"{MAKING}*"):
        shutil.rmtree(stale, ignore_errors=True)


def move_in(stage: Path, out: Path) -> None:
    """Make the finished files the build of a folder."""
    made = {path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file()}
    stale = sorted(_files_of(out / MANIFEST) - made - _files_of(stage / MANIFEST))  # what the new one lists may stay where it is
    for name in ("graph.nq", MANIFEST):
        _settle(stage / name)
    note = out / f"{JOURNAL}.new"
    try:
        note.write_text(json.dumps({"stage": stage.name, "stale": stale}), encoding="utf-8")
        _settle(note)
        note.replace(out / JOURNAL)
    except OSError:
        note.unlink(missing_ok=True)
        raise
    finish(out)


def finish(out: Path) -> None:
    """Move what a journal names to its places, the manifest last, and take away what only the build before had."""
    entry = _journal(out)
    if entry is None:
        return
    stage, stale = entry
    names = [path.relative_to(stage) for path in sorted(stage.rglob("*")) if path.is_file()]
    for name in sorted(names, key=lambda n: str(n) == MANIFEST):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (stage / name).replace(out / name)
    for gone in stale:
        with suppress(FileNotFoundError):
            (out / gone).unlink()
    (out / JOURNAL).unlink()
    shutil.rmtree(stage, ignore_errors=True)


def looked_at(path: Path) -> tuple[int, str]:
    """The size of a file and its SHA-256, as a manifest has it."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return stream.tell(), digest


def staged(out: Path) -> Path | None:
    """The folder where files of the build still lie that are not at their places yet; None when all are."""
    entry = _journal(out)
    return entry[0] if entry else None


def _journal(out: Path) -> tuple[Path, list[str]] | None:
    try:
        entry = json.loads((out / JOURNAL).read_text(encoding="utf-8"))
        stage, stale = entry["stage"], entry["stale"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not stage.startswith(MAKING) or "/" in stage:
        return None
    return out / stage, [name for name in stale if _is_inside(name)]


def _files_of(manifest: Path) -> set[str]:
    """The files the build before made, by its manifest; nothing outside the folder."""
    try:
        listed = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {name for name in listed if _is_inside(name)}


def _is_inside(name: object) -> bool:
    return isinstance(name, str) and not name.startswith("/") and ".." not in Path(name).parts


def _settle(path: Path) -> None:
    """Have the disk hold a file before it is counted on; the others are held to their hashes when they are read."""
    if path.exists():
        with path.open("rb") as stream:
            os.fsync(stream.fileno())
