"""What all addresses share: bodies with a limit, answers with their headers."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from seriktes.serve.pool import Pool
from seriktes.serve.protocol import LONGEST_BODY, ProtocolError
from seriktes.serve.wire import Reply

#: Seconds a client has to send the body of a request.
_BODY_PATIENCE = 10.0
#: Anybody's page may ask, since nothing is secret and nothing changes.
OPEN = {"access-control-allow-origin": "*"}
PREFLIGHT = {
    "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-headers": "accept, content-type",
    "access-control-max-age": "86400",
    "allow": "GET, HEAD, POST, OPTIONS",
}


async def body_of(request: Request) -> bytes:
    """The body. Raises ProtocolError when it is too long, or too long in coming."""
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(_BODY_PATIENCE):
            async for part in request.stream():
                size += len(part)
                if size > LONGEST_BODY:
                    raise ProtocolError(413, f"the body is longer than {LONGEST_BODY} bytes")
                parts.append(part)
    except TimeoutError as error:
        raise ProtocolError(408, "the body did not come in time") from error
    except ClientDisconnect as error:
        raise ProtocolError(400, "the body broke off") from error
    return b"".join(parts)


def base_of(request: Request) -> str:
    """Where the service is, as the client wrote it; without a slash at the end."""
    return f"{request.url.scheme}://{request.url.netloc}"


async def answered(request: Request, question: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    """A worker's answer; or, for a client that has it already, only that it still holds."""
    pool: Pool = request.app.state.pool
    if request.method in ("GET", "HEAD") and request.headers.get("if-none-match"):
        tag = _tag(pool.build, request)
        if tag in (part.strip().removeprefix("W/") for part in request.headers["if-none-match"].split(",")):
            return Response(status_code=304, headers=_kept(tag) | dict(headers or {}))
    build, reply = await pool.ask(question)
    more = dict(headers or {})
    if reply.keep and reply.status == 200 and request.method in ("GET", "HEAD"):
        more |= _kept(_tag(build, request))
    else:
        more["cache-control"] = "no-store"
    return sent(reply, more)


def _kept(tag: str) -> dict[str, str]:
    return {"etag": tag, "cache-control": "no-cache", "vary": "Accept, Accept-Language"}


def _tag(build: str, request: Request) -> str:
    """The build's name, and what in the request decides on the form of the answer."""
    parts = [str(request.url), *(request.headers.get(name, "") for name in ("accept", "accept-language"))]
    return f'"{build}-{hashlib.sha256(chr(0).join(parts).encode("utf-8", "replace")).hexdigest()[:12]}"'


def sent(reply: Reply, headers: Mapping[str, str] | None = None) -> Response:
    """A reply as a response."""
    return Response(reply.body, reply.status, {"content-type": reply.media, **reply.headers, **(headers or {})})
