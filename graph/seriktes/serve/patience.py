"""How long the server waits for a client: for its request to come, and for its answer to be taken.

uvicorn bounds only how long a kept connection is silent. Whoever sends a request byte by byte, or takes no byte of an answer,
would hold a connection for ever; a few hundred such clients are all that a server has (CVE-2007-6750, "slowloris").
Neither does it bound the line and headers of a request, which are kept until they are whole.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from seriktes.serve.onewrite import OneWrite

#: Seconds for a request to come whole, from its first byte or from the connection.
WHOLE = 15.0
#: Seconds in which a client has to take some of a waiting answer, and how many bytes are some.
TAKING = 15.0
_SOME = 16 * 1024
#: Bytes of a request's line and headers.
LONGEST_HEAD = 128 * 1024


def _refusal(status: bytes, reason: bytes) -> bytes:
    return b"HTTP/1.1 %s\r\ncontent-type: text/plain; charset=utf-8\r\nconnection: close\r\ncontent-length: %d\r\n\r\n%s" % (
        status,
        len(reason),
        reason,
    )


_TOO_SLOW = _refusal(b"408 Request Timeout", b"the request did not come in time\n")
_TOO_LONG = _refusal(b"431 Request Header Fields Too Large", b"the line and headers of the request are too long\n")


class PatientProtocol(HttpToolsProtocol):
    """A connection that is cut when its client is too slow; where all are taken, the one that has waited longest makes room."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.coming: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None
        self._left = 0
        #: What of a request is still to come, and how much of a head that is not whole has come.
        self._in_head = self._in_body = False
        self._head = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client is there: its time begins."""
        super().connection_made(OneWrite(transport, self.loop))
        transport.set_write_buffer_limits(high=0)  # each byte that waits counts as not taken
        if self.limit_concurrency is not None and len(self.connections) >= self.limit_concurrency:
            self._make_room()
        self._in_head = True
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Some bytes came."""
        if not self._in_body:
            self._in_head = True
        self._head += len(data)
        super().data_received(data)
        if self._in_head and self._head > LONGEST_HEAD and not self.transport.is_closing():
            self._refuse(_TOO_LONG)
        self._watch()

    def on_headers_complete(self) -> None:
        """The head of a request is whole."""
        self._in_head, self._in_body, self._head = False, True, 0
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """A request is whole; what the client sends now is the next one."""
        self._in_body = False
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """An answer is written: a kept connection waits for the next request."""
        super().on_response_complete()
        self._in_head = self._in_head or not self._in_body
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone, and with it what was waited for."""
        super().connection_lost(exc)
        for timer in (self.coming, self._taking):
            if timer is not None:
                timer.cancel()
        self.coming = self._taking = None

    def pause_writing(self) -> None:
        """The client takes its answer more slowly than it is written."""
        super().pause_writing()
        self._left = self.transport.get_write_buffer_size()
        self._taking = self._taking or self.loop.call_later(TAKING, self._has_taken)

    def resume_writing(self) -> None:
        """The client has taken nearly all."""
        super().resume_writing()
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None

    def _watch(self) -> None:
        """Wait while a request is on its way; not while it is answered."""
        if not (self._in_head or self._in_body) or self.transport.is_closing():
            if self.coming is not None:
                self.coming.cancel()
                self.coming = None
        elif self.coming is None:
            self.coming = self.loop.call_later(WHOLE, self._give_up)

    def _give_up(self) -> None:
        if self._in_head and (self.cycle is None or self.cycle.response_complete):
            self._refuse(_TOO_SLOW)
        self.transport.close()

    def _refuse(self, answer: bytes) -> None:
        if not self.transport.is_closing():
            self.transport.write(answer)
            self.transport.close()

    def _has_taken(self) -> None:
        left = self.transport.get_write_buffer_size()
        if self._left - left < _SOME:
            self.transport.abort()
        else:
            self._left = left
            self._taking = self.loop.call_later(TAKING, self._has_taken)

    def _make_room(self) -> None:
        """Cut the connection whose request has been longest on its way: an honest one comes in one piece."""
        waiting = [
            other for other in self.connections if isinstance(other, PatientProtocol) and other is not self and other.coming
        ]
        if waiting:
            oldest = min(waiting, key=lambda other: other.coming.when() if other.coming else 0.0)
            self.connections.discard(oldest)
            oldest.transport.abort()
