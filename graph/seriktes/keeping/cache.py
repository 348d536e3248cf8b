"""What is kept from build to build: results by what they were made from, in one SQLite file that survives a kill.

It holds nothing that could not be made again. An entry that is not what was put in is dropped, a broken file is begun anew,
and all is forgotten when another version of the program comes to it.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from seriktes.errors import OutputError

FOLDER = ".cache"
FILE = "results.sqlite"
#: Folders in it whose names begin so hold what one step of a build that goes on leaves to the next.
BETWEEN = "between-"
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Kept by seriktes to build faster; may be deleted at any time.\n"
_TABLES = (
    "CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT)",
    "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, sum INTEGER, data BLOB)",
    "CREATE TABLE IF NOT EXISTS beside (key BLOB PRIMARY KEY, sum INTEGER, data BLOB)",
)
#: Below this many bytes nothing is gained by compressing.
_SMALL = 200


def key_of(*parts: str | bytes) -> bytes:
    """The key of what was made from some texts or bytes, in their order."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data) + data)
    return digest.digest()


class Cache:
    """Bytes by key. Only one process writes at a time: whoever holds the folder's lock."""

    def __init__(self, connection: sqlite3.Connection, place: str) -> None:
        self._connection, self._place = connection, place
        self._used: set[bytes] = set()

    def get(self, key: bytes) -> bytes | None:
        """What was kept under a key, if it is still what was put in."""
        data = self._data("SELECT sum, data FROM kept WHERE key = ?", key)
        if data is not None:
            self._used.add(key)
        return data

    def beside(self, key: bytes) -> bytes | None:
        """What was put beside the results under a key, if it is still that."""
        return self._data("SELECT sum, data FROM beside WHERE key = ?", key)

    def _data(self, query: str, key: bytes) -> bytes | None:
        try:
            row = self._connection.execute(query, (key,)).fetchone()
            if row is None or zlib.crc32(row[1]) != row[0]:
                return None
            return zlib.decompress(row[1][1:]) if row[1][:1] == b"z" else bytes(row[1][1:])
        except (sqlite3.DatabaseError, zlib.error):
            return None

    def which(self, keys: Iterable[bytes]) -> set[bytes]:
        """Those of some keys under which something was kept, whole or not."""
        asked = set(keys)
        self._used |= asked
        try:
            return asked.intersection(key for (key,) in self._connection.execute("SELECT key FROM kept"))
        except sqlite3.DatabaseError:
            return set()

    def put(self, entries: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep some results; when this returns they survive a kill. Raises OutputError when they cannot be written."""
        rows = []
        for key, data in entries:
            self._used.add(key)
            rows.append(_row(key, data))
        with self._writing():
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def put_beside(self, key: bytes, data: bytes) -> None:
        """Put something beside the results, in the place of all that stood there. Raises OutputError when it cannot be written."""
        with self._writing():
            self._connection.execute("DELETE FROM beside")
            self._connection.execute("INSERT INTO beside VALUES (?, ?, ?)", _row(key, data, packed=False))  # digests do not pack

    def forget_unused(self) -> None:
        """Drop what this process neither asked for nor put in: of documents that are gone or were changed."""
        with self._writing():
            keys = [key for (key,) in self._connection.execute("SELECT key FROM kept")]
            self._connection.executemany("DELETE FROM kept WHERE key = ?", [(key,) for key in keys if key not in self._used])

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT COUNT(*) FROM kept").fetchone()[0])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._connection:
                yield
        except sqlite3.Error as error:
            raise OutputError(f"{self._place}: cannot be written ({error}); free some space or delete it") from error


def _row(key: bytes, data: bytes, packed: bool = True) -> tuple[bytes, int, bytes]:
    stored = b"z" + zlib.compress(data, 1) if packed and len(data) > _SMALL else b"-" + data
    return key, zlib.crc32(stored), stored


@contextmanager
def open_cache(out: Path | None, version: str, fresh: bool = False) -> Iterator[Cache]:
    """The cache of a results folder, emptied where another version of the program filled it, or with ``fresh``.

    Without a folder, one in memory. Raises OutputError when it can be neither opened nor begun anew.
    """
    if out is None:
        with closing(_opened(":memory:", version)) as connection:
            yield Cache(connection, "memory")
        return
    folder = out / FOLDER
    file = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "CACHEDIR.TAG").write_text(_TAG, encoding="ascii")
        if fresh:
            _remove(file)
        try:
            connection = _opened(str(file), version)
        except sqlite3.DatabaseError:
            _remove(file)
            connection = _opened(str(file), version)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(f"{file}: cannot be written ({error}); free some space or choose another folder") from error
    with closing(connection):
        yield Cache(connection, str(file))


def clear_between(out: Path) -> None:
    """Take away what the steps of a killed build left to one another: it holds texts. Only for whoever holds the folder's lock."""
    for stale in (out / FOLDER).glob(f"{BETWEEN}*"):
        shutil.rmtree(stale, ignore_errors=True)


def _opened(name: str, version: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")  # what is forgotten, or redacted, is gone from the file too
        with connection:
            for table in _TABLES:
                connection.execute(table)
            found = connection.execute("SELECT value FROM about WHERE name = 'version'").fetchone()
            if found != (version,):
                connection.execute("DELETE FROM kept")
                connection.execute("DELETE FROM beside")
                connection.execute("INSERT OR REPLACE INTO about VALUES ('version', ?)", (version,))
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _remove(file: Path) -> None:
    for name in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
        name.unlink(missing_ok=True)
