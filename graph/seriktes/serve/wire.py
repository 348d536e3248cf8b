"""How the web process and its workers talk: a header as JSON and a body, each with its length before it."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

#: Lengths of header and body in bytes.
SIZES = struct.Struct(">IQ")


@dataclass(frozen=True, slots=True)
class Reply:
    """A worker's answer, ready to be sent: ``keep`` says whether the same question has the same answer until the next build."""

    status: int
    media: str
    body: bytes
    keep: bool = True
    headers: Mapping[str, str] = field(default_factory=dict)

    def header(self) -> dict[str, Any]:
        """All but the body."""
        return {"status": self.status, "media": self.media, "keep": self.keep, "headers": dict(self.headers)}


def frame(header: Mapping[str, Any], body: bytes = b"") -> bytes:
    """A message as bytes."""
    head = json.dumps(header).encode("ascii")
    return SIZES.pack(len(head), len(body)) + head + body


def read_frame(read: Callable[[int], bytes]) -> tuple[dict[str, Any], bytes] | None:
    """The next message, read by a function that gives exactly so many bytes, or fewer at the end; None at the end."""
    sizes = read(SIZES.size)
    if len(sizes) < SIZES.size:
        return None
    head, body = SIZES.unpack(sizes)
    data = read(head + body)
    return (json.loads(data[:head]), data[head:]) if len(data) == head + body else None


def plain(status: int, text: str, **headers: str) -> Reply:
    """A short answer in words; used for what went wrong, so nobody keeps it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, "text/plain; charset=utf-8", f"{text}\n".encode("utf-8", "replace"), keep=False, headers=named)
