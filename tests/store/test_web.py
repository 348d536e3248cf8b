"""How servers are spoken to: secrets stay here, and whatever comes back ends in one line."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from seriktes.errors import LimitError, QueryError, StoreError
from seriktes.store.remote import RemoteStore
from seriktes.store.web import PASSWORD, TOKEN, USER, Limits, asked, check_address

SECRET = "open-sesame"


class _Odd(BaseHTTPRequestHandler):
    """A server that answers each path in its own wrong way."""

    seen: list[str | None]

    def do_POST(self) -> None:
        self.seen.append(self.headers.get("authorization"))
        if self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(50):
                time.sleep(0.1)
                try:
                    self.wfile.write(b"x")
                except OSError:
                    return
        elif self.path == "/on":
            self.send_response(302)
            self.send_header("location", "http://127.0.0.1:1/elsewhere")
            self.end_headers()
        elif self.path == "/large":
            self._say(200, b"x" * 10_000)
        elif self.path == "/text":
            self._say(200, b"hello")
        elif self.path == "/broken":
            self._say(200, b'{"head": {', "application/sparql-results+json")
        elif self.path == "/short":
            self.send_response(200)
            self.send_header("content-length", "1000")
            self.end_headers()
        else:
            self._say(int(self.path[1:]), b"line one\nline two " + b"y" * 5000)

    def _say(self, status: int, body: bytes, media: str = "text/plain") -> None:
        self.send_response(status)
        self.send_header("content-type", media)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said: object) -> None:
        """Nothing."""


@pytest.fixture
def odd() -> Iterator[str]:
    _Odd.seen = []
    with ThreadingHTTPServer(("127.0.0.1", 0), _Odd) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def read(url: str, limits: Limits | None = None) -> bytes:
    with asked("POST", url, limits or Limits(5, 1000), b"x") as answer:
        return answer.read()


@pytest.mark.parametrize(
    ("path", "error", "said"),
    [
        ("400", QueryError, "line one line two"),
        ("401", StoreError, USER),
        ("403", StoreError, USER),
        ("404", StoreError, "right address"),
        ("500", StoreError, "answers 500"),
        ("503", LimitError, "given up"),
        ("on", StoreError, "sends on to http://127.0.0.1:1/elsewhere"),
        ("large", LimitError, "more than"),
        ("short", StoreError, "broke off"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(odd: str, path: str, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said) as found:
        read(f"{odd}/{path}")
    assert "\n" not in str(found.value) and len(str(found.value)) < 500


def test_an_answer_that_drips_is_given_up_in_time(odd: str) -> None:
    begun = time.monotonic()
    with pytest.raises(LimitError, match=r"0\.5 s"):
        read(f"{odd}/slow", Limits(0.5))
    assert time.monotonic() - begun < 4


@pytest.mark.parametrize("path", ["text", "broken"])
def test_what_is_no_answer_of_sparql_is_told(odd: str, path: str) -> None:
    with pytest.raises(StoreError, match=r"is this a SPARQL server|not well formed"):
        RemoteStore(f"query={odd}/{path}").query("ASK {}")


def test_a_password_goes_with_the_request_and_into_no_message(odd: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "aliya")
    monkeypatch.setenv(PASSWORD, SECRET)
    for path in ("401", "500", "on"):
        with pytest.raises(StoreError) as found:
            read(f"{odd}/{path}")
        assert SECRET not in str(found.value)
    assert set(_Odd.seen) == {"Basic YWxpeWE6b3Blbi1zZXNhbWU="}
    monkeypatch.setenv(TOKEN, SECRET)
    read(f"{odd}/text")
    assert _Odd.seen[-1] == f"Bearer {SECRET}"


def test_a_password_never_leaves_this_machine_in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "aliya")
    with pytest.raises(StoreError, match="in the clear"):
        check_address("http://graph.example.org/sparql")
    check_address("https://graph.example.org/sparql")
    check_address("http://localhost:7878")


@pytest.mark.parametrize(
    "address", ["", "graph", "ftp://host/", "file:///etc/passwd", "http://", "http://host:99999/", "http://a b/", "http://h/\nx"]
)
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(StoreError, match="no address"):
        check_address(address)


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(StoreError, match=PASSWORD) as found:
        check_address(f"https://aliya:{SECRET}@graph.example.org/")
    assert SECRET not in str(found.value)
