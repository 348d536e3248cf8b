"""The process that parsers run in: what holds whatever a parser does, and what is believed of what it says."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from seriktes.documents import read_files
from seriktes.documents.extracted import Begun, Extracted, Refused, from_bytes, to_bytes
from seriktes.documents.limits import LIMITS
from seriktes.errors import DocumentError, LimitError
from seriktes.model import Document
from seriktes.processes.apart import can_fork, stream_apart

Make = Callable[..., bytes]


def troubles(path: Path) -> list[str]:
    return [str(found) for found in read_files(path) if isinstance(found, DocumentError)]


def texts(path: Path) -> list[str]:
    return [found.text for found in read_files(path) if isinstance(found, Document)]


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.skipif(not can_fork(), reason="this system cannot split processes")
class TestTheParsingProcess:
    """What holds whatever a parser does."""

    def test_it_is_ended_when_it_computes_too_long(self) -> None:
        def endless() -> list[bytes]:
            while True:
                pass

        with pytest.raises(LimitError, match="memory or time"):
            list(stream_apart(endless, 0.2, 30, LIMITS.memory, 1000))

    def test_it_is_ended_when_it_waits_too_long(self) -> None:
        import time

        with pytest.raises(LimitError, match="not read within"):
            list(stream_apart(lambda: time.sleep(30) or [], 5, 0.2, LIMITS.memory, 1000))

    def test_it_has_no_more_memory_than_allowed(self) -> None:
        def greedy() -> list[bytes]:
            try:
                return [bytes(100_000_000)[:1]]
            except MemoryError:
                return [b"refused"]

        assert list(stream_apart(greedy, 5, 30, 50_000_000, 1000)) == [b"refused"]

    def test_it_cannot_send_more_than_allowed(self) -> None:
        with pytest.raises(LimitError, match="at once"):
            list(stream_apart(lambda: [bytes(2_000_000)], 5, 30, LIMITS.memory, 1_000_000))

    def test_it_opens_no_file_and_no_connection(self) -> None:
        def opens() -> list[bytes]:
            answers = []
            for attempt in (
                lambda: Path("/etc/passwd").read_bytes(),
                lambda: socket.create_connection(("127.0.0.1", 1), timeout=1),
            ):
                try:
                    attempt()
                    answers.append(b"opened")
                except OSError as error:
                    answers.append(os.strerror(error.errno or 0).encode())
            return answers

        assert list(stream_apart(opens, 5, 30, LIMITS.memory, 1000)) == [b"Too many open files"] * 2

    def test_a_part_that_ends_it_costs_only_itself(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_zip: Make, kazakh: str
    ) -> None:
        from seriktes.documents import foreign

        def dies(data: bytes, name: str, limits: object) -> Extracted:
            os._exit(1)

        monkeypatch.setitem(foreign._SINGLE, "html", dies)
        files = {
            "a.txt": kazakh.encode(),
            "b.html": b"<html>",
            "c.txt": (kazakh + " Үш.").encode(),
            "d.html": b"<html>",
            "e.txt": (kazakh + " Бес.").encode(),
        }
        path = write(tmp_path / "pack.zip", make_zip(files))
        assert texts(path) == [kazakh, kazakh + " Үш.", kazakh + " Бес."]
        assert [t.partition(":")[0].rpartition("#")[2] for t in troubles(path)] == ["b.html", "d.html"]


@pytest.mark.parametrize(
    "answer", [b"", b"[]", b'["e",{}]', b'["x",{"name":""}]', b'["r",{"name":1,"trouble":"","cure":""}]', b"\xff"]
)
def test_nonsense_from_the_parsing_process_is_refused(answer: bytes) -> None:
    with pytest.raises(DocumentError, match="nonsense"):
        from_bytes(answer)


@pytest.mark.parametrize(
    "found", [Begun("a"), Refused("a", "b", "c", True), Extracted("a", "мәтін\ud800", "html", "0", warnings=("w",))]
)
def test_findings_travel_whole(found: Begun | Refused | Extracted) -> None:
    assert from_bytes(to_bytes(found)) == found
