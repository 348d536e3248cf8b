"""One request to a SPARQL server: with a deadline, a limit on the answer, and errors in one line without secrets.

Who one is comes from the environment: ``SERIKTES_STORE_USER`` and ``SERIKTES_STORE_PASSWORD``, or ``SERIKTES_STORE_TOKEN``.
It is sent to no other host than the one named (redirects are not followed), and never in the clear to another machine.
"""

from __future__ import annotations

import base64
import contextlib
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPMessage, HTTPResponse
from ipaddress import ip_address
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from seriktes import __version__
from seriktes.errors import LimitError, QueryError, StoreError

USER, PASSWORD, TOKEN = "SERIKTES_STORE_USER", "SERIKTES_STORE_PASSWORD", "SERIKTES_STORE_TOKEN"
_CHUNK = 1 << 16
_TOO_BUSY = frozenset({408, 429, 503, 504})


class _Stay(HTTPRedirectHandler):
    """Follows nothing: what is sent here is meant for this host."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        return None


_opener = build_opener(_Stay)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds a request may take in all, and bytes its answer may have; None for no limit of bytes."""

    seconds: float
    size: int | None = None


@dataclass(slots=True)
class Answer:
    """What came back: its media type, and its bytes, read as they are asked for until a limit ends it."""

    media: str
    _response: HTTPResponse
    _url: str
    _limits: Limits
    _deadline: float
    _taken: int = field(default=0)

    def read(self, size: int = -1) -> bytes:
        """The next bytes, all that is left without ``size``. Raises LimitError past a limit, StoreError when it breaks off."""
        if size < 0:
            return b"".join(iter(lambda: self.read(_CHUNK), b""))
        if time.monotonic() > self._deadline:
            raise LimitError(f"{self._url}: no whole answer within {self._limits.seconds:g} s; narrow the query")
        try:
            part = self._response.read1(size)  # what is there: read() would wait for all of it
        except TimeoutError as error:
            raise LimitError(f"{self._url}: no whole answer within {self._limits.seconds:g} s; narrow the query") from error
        except (HTTPException, OSError) as error:
            raise StoreError(f"{self._url}: the answer broke off ({_why(error)}); try again") from error
        if not part and self._response.length:
            raise StoreError(f"{self._url}: the answer broke off ({self._response.length} bytes are missing); try again")
        self._taken += len(part)
        if self._limits.size is not None and self._taken > self._limits.size:
            raise LimitError(f"{self._url}: the answer has more than {self._limits.size // 1_000_000} MB; narrow the query")
        return part


def check_address(url: str) -> str:
    """The address, unless nobody may be asked there. Raises StoreError that says what to write instead."""
    parts = urlsplit(url)
    if parts.username is not None or parts.password is not None:
        shown = f"{parts.scheme}://{parts.hostname}"
        raise StoreError(f"{shown}: a name and a password do not belong into the address; set {USER} and {PASSWORD}")
    try:
        sound = parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1)
    except ValueError:
        sound = False
    if not sound or any(letter.isspace() or not letter.isprintable() for letter in url):
        raise StoreError(f"{url}: is no address of a SPARQL server; write it as http://localhost:7878")
    if _credentials() and parts.scheme == "http" and not _is_here(parts.hostname or ""):
        raise StoreError(f"{url}: the password would travel in the clear; use https")
    return url


@contextlib.contextmanager
def asked(method: str, url: str, limits: Limits, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Iterator[Answer]:
    """The answer to a request.

    Raises QueryError when the server finds the text wrong, LimitError past a limit here or there, StoreError when it
    cannot be reached or refuses.
    """
    check_address(url)
    deadline = time.monotonic() + limits.seconds
    request = Request(url, body if method in ("POST", "PUT") else None, method=method)
    for name, value in {"User-Agent": f"seriktes/{__version__}", **_credentials(), **(headers or {})}.items():
        request.add_unredirected_header(name, value)
    try:
        with _opener.open(request, timeout=limits.seconds) as response:
            media = (response.headers.get("content-type") or "").partition(";")[0].strip().lower()
            yield Answer(media, response, url, limits, deadline)
    except HTTPError as error:
        raise _refusal(error, url) from None
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise LimitError(f"{url}: no answer within {limits.seconds:g} s; narrow the query or try again") from error
        raise StoreError(f"{url}: cannot be reached ({_why(error.reason)}); is the server running?") from error
    except TimeoutError as error:
        raise LimitError(f"{url}: no answer within {limits.seconds:g} s; narrow the query or try again") from error
    except (HTTPException, OSError) as error:
        raise StoreError(f"{url}: does not speak HTTP as it should ({_why(error)}); is this a SPARQL server?") from error


def _refusal(error: HTTPError, url: str) -> QueryError | LimitError | StoreError:
    with contextlib.suppress(OSError, HTTPException):
        said = " ".join(error.read(2000).decode("utf-8", "replace").split())[:300]
    said = "" if "said" not in locals() or said.startswith("<") else said
    if error.code in (301, 302, 303, 307, 308):
        return StoreError(f"{url}: sends on to {error.headers.get('location', 'elsewhere')}; give that address if you trust it")
    if error.code in (401, 403):
        return StoreError(f"{url}: refuses ({error.code}); set {USER} and {PASSWORD}, or {TOKEN}")
    if error.code == 400:
        return QueryError(f"the server finds the query wrong: {said or 'it does not say why'}")
    if error.code in _TOO_BUSY:
        return LimitError(f"{url}: has given up ({error.code}{': ' + said if said else ''}); narrow the query or try again")
    return StoreError(f"{url}: answers {error.code}{': ' + said if said else ''}; is this the right address?")


def _credentials() -> dict[str, str]:
    token, user = os.environ.get(TOKEN), os.environ.get(USER)
    if token:
        return {"Authorization": f"Bearer {token}"}
    if user:
        pair = f"{user}:{os.environ.get(PASSWORD, '')}".encode()
        return {"Authorization": f"Basic {base64.b64encode(pair).decode('ascii')}"}
    return {}


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _why(error: object) -> str:
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(text).split())[:200]
