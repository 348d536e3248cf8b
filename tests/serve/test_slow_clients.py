"""Clients that are slow on purpose, against the real server process: they are cut, and everybody else goes on."""

from __future__ import annotations

import contextlib
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

#: The command itself, with less patience and fewer connections, so that the test need not wait.
_SERVE = """
import sys
from seriktes.serve import listen, patience
patience.WHOLE, patience.TAKING, listen._CONNECTIONS = 1.0, 0.5, 30
from seriktes.cli import main
sys.argv = ["seriktes", "serve", *sys.argv[1:]]
main()
"""
HEAD = b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nhost: localhost\r\n"
POST = b"POST /sparql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/sparql-query\r\ncontent-length: 90\r\n\r\nASK"
NOWHERE = b"POST /nothing HTTP/1.1\r\nhost: localhost\r\ncontent-length: 90\r\n\r\nx"
PICTURE = b"GET /network.html HTTP/1.1\r\nhost: localhost\r\n\r\n"


@pytest.fixture(scope="module")
def port(folder: Path, serving: Callable[..., Any]) -> Iterator[int]:
    pytest.importorskip("uvicorn", reason="the extra [serve] is not installed")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        free = int(probe.getsockname()[1])
    command = [sys.executable, "-c", _SERVE, str(folder), "--port", str(free)]
    with serving(command, free):
        yield free


def connect(port: int, buffer: int = 0) -> socket.socket:
    client = socket.socket()
    if buffer:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    client.settimeout(10)
    client.connect(("127.0.0.1", port))
    return client


def given_up(port: int, client: socket.socket) -> bool:
    """Whether the server ends its side of a connection within some time, as the system's table of connections tells."""
    ours, until = client.getsockname()[1], time.monotonic() + 30
    while time.monotonic() < until:
        rows = [line.split()[1:4] for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
        if not any(
            local.endswith(f":{port:04X}") and far.endswith(f":{ours:04X}") and state == "01" for local, far, state in rows
        ):
            return True
        time.sleep(0.05)
    return False


def asked(port: int) -> bool:
    """Whether an honest request is answered."""
    with urlopen(f"http://127.0.0.1:{port}/sparql?query=ASK%7B%7D", timeout=5) as answer:
        return b"true" in answer.read()


def drip(client: socket.socket, byte: bytes, port: int) -> bytes:
    """What a client is told that goes on sending a byte now and then; honest requests are answered meanwhile."""
    said = b""
    client.settimeout(0.1)
    for _ in range(100):
        assert asked(port)
        with contextlib.suppress(TimeoutError):
            try:
                client.sendall(byte)
                piece = client.recv(4096)
            except ConnectionError:
                return said
            if not piece:
                return said
            said += piece
    raise AssertionError("never cut")


@pytest.mark.parametrize(
    ("begun", "byte", "told"),
    [
        (b"", b"\n", b" 408 "),
        (b"GET /", b"x", b" 408 "),
        (HEAD, b"x", b" 408 "),
        (POST, b"x", b""),
        (NOWHERE, b"x", b" 404 "),
    ],
    ids=["nothing", "first-line", "headers", "body", "body-nobody-reads"],
)
def test_a_request_that_does_not_come_whole_is_cut(port: int, begun: bytes, byte: bytes, told: bytes) -> None:
    with connect(port) as slow:
        slow.sendall(begun)
        said = drip(slow, byte, port)
    assert told in said and said.count(b"HTTP/1.1") <= 1


def test_a_second_request_of_a_kept_connection_has_no_more_time(port: int) -> None:
    with connect(port) as slow:
        slow.sendall(HEAD + b"\r\n")
        assert b" 200 " in slow.recv(4096)
        slow.sendall(HEAD)
        assert b" 408 " in drip(slow, b"x", port)


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="connections are looked up as Linux lists them")
def test_an_answer_that_nobody_takes_is_given_up(port: int) -> None:
    with urlopen(f"http://127.0.0.1:{port}/network.html") as picture:
        size = len(picture.read())
    with connect(port, buffer=2048) as lazy:
        lazy.sendall(PICTURE * 16)
        assert given_up(port, lazy), "the server waits for ever"
        assert asked(port)
        taken = 0
        with contextlib.suppress(ConnectionError):
            while piece := lazy.recv(65536):
                taken += len(piece)
        assert taken < 12 * size, "what the system holds already came, the rest was given up"


def test_where_all_connections_are_taken_by_slow_ones_an_honest_request_is_answered(port: int) -> None:
    with contextlib.ExitStack() as open_:
        slow = [open_.enter_context(connect(port)) for _ in range(60)]
        for client in slow:
            with contextlib.suppress(ConnectionError):
                client.sendall(HEAD)
        assert all(asked(port) for _ in range(20))


def test_a_head_that_is_too_long_is_refused(port: int) -> None:
    with connect(port) as greedy:
        with contextlib.suppress(ConnectionError):
            greedy.sendall(b"GET / HTTP/1.1\r\nhost: x\r\nx: " + b"y" * 200_000)
        with contextlib.suppress(ConnectionError):
            assert b" 431 " in greedy.recv(4096)
    assert asked(port)


def test_an_answer_leaves_in_one_piece(port: int) -> None:
    with connect(port) as client:
        client.sendall(HEAD + b"\r\n")
        first = client.recv(65536)
    assert first.startswith(b"HTTP/1.1 200 ") and b"true" in first.partition(b"\r\n\r\n")[2]


def test_requests_sent_one_behind_the_other_are_answered_in_turn(port: int) -> None:
    yes, no = (HEAD.replace(b"ASK%7B%7D", query) + b"\r\n" for query in (b"ASK%7B%7D", b"ASK%7B%3Curn:x%3E%20?p%20?o%7D"))
    with connect(port) as client:
        client.sendall(yes + no + yes)
        said = b""
        while said.count(b"boolean") < 3:
            said += client.recv(65536)
    assert [part.lstrip(b'": ')[:4] for part in said.split(b"boolean")[1:]] == [b"true", b"fals", b"true"]
