"""A file that was looked at before is not read again, and one that may be another is."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from seriktes.keeping import seen
from seriktes.keeping.cache import FOLDER
from seriktes.keeping.moving import looked_at
from seriktes.keeping.seen import Seen


def written(file: Path, text: str, ago: float = 60.0) -> None:
    """Write a file as if it had been written so many seconds ago."""
    file.write_text(text)
    then = time.time_ns() - int(ago * 1e9)
    os.utime(file, ns=(then, then))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose bytes are read."""
    names: list[str] = []
    monkeypatch.setattr(seen, "looked_at", lambda path: names.append(path.name) or looked_at(path))
    return names


def looks(out: Path, *files: Path, fresh: bool = False) -> list[tuple[int, str]]:
    (out / FOLDER).mkdir(exist_ok=True)
    files_seen = Seen(out, "documents", fresh)
    found = [files_seen.looked_at(file) for file in files]
    files_seen.write()
    return found


def test_what_lies_there_as_it_was_is_read_once(tmp_path: Path, read: list[str]) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    written(one, "eins")
    written(other, "zwei")
    first = looks(tmp_path, one, other)
    assert looks(tmp_path, one, other) == first == [looked_at(one), looked_at(other)] and read == ["one", "other"]
    assert looks(tmp_path, one, fresh=True) == first[:1] and read[2:] == ["one"]
    (tmp_path / FOLDER / "documents.note").write_bytes(b"?")
    assert looks(tmp_path, one) == first[:1] and read[3:] == ["one"]


def test_one_of_the_same_size_and_day_is_told_apart(tmp_path: Path, read: list[str]) -> None:
    file, times = tmp_path / "file", []
    written(file, "eins")
    for text in ("eins", "zwei", "drei"):
        looks(tmp_path, file)
        times.append(file.stat().st_mtime_ns)
        if text == "drei":  # another file comes into its place, with its times
            (new := tmp_path / "new").write_text(text)
            new.replace(file)
        else:
            file.write_text(text)
        os.utime(file, ns=(times[0], times[0]))
        assert looks(tmp_path, file) == [looked_at(file)]
    assert len(set(times)) == 1 and len(read) >= 4


def test_what_was_written_a_moment_ago_does_not_count(tmp_path: Path, read: list[str]) -> None:
    file = tmp_path / "file"
    written(file, "eins", ago=0.5)
    looks(tmp_path, file)
    looks(tmp_path, file)
    assert read == ["file", "file"]
    results = Seen(tmp_path, "results")
    results.note(file, "a digest")
    written(file, "zwei")
    results.note(file, looked_at(file)[1])
    results.write()
    assert Seen(tmp_path, "results").looked_at(file) == looked_at(file) and read == ["file", "file"]


def test_no_path_is_written_down(tmp_path: Path) -> None:
    file = tmp_path / "asel-omarova.txt"
    written(file, "eins")
    looks(tmp_path, file)
    assert b"asel" not in (tmp_path / FOLDER / "documents.note").read_bytes()
