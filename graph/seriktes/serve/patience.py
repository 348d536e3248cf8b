"""How long the server waits for a client: for its request to come, and for its answer to be taken.

uvicorn bounds only how long a kept connection is silent. Whoever sends a request byte by byte, or takes no byte of an answer,
would hold a connection for ever; a few hundred such clients are all that a server has (CVE-2007-6750, "slowloris").
"""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

#: Seconds for a request to come whole, from its first byte or from the connection.
WHOLE = 15.0
#: Seconds in which a client has to take some of a waiting answer, and how many bytes are some.
TAKING = 15.0
_SOME = 16 * 1024
_COMING = (h11.IDLE, h11.SEND_BODY)
_REASON = b"the request did not come in time\n"
_TOO_SLOW = (
    b"HTTP/1.1 408 Request Timeout\r\ncontent-type: text/plain; charset=utf-8\r\nconnection: close\r\n"
    b"content-length: %d\r\n\r\n%s" % (len(_REASON), _REASON)
)


class PatientProtocol(H11Protocol):
    """A connection that is cut when its client is too slow; where all are taken, the one that has waited longest makes room."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.coming: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None
        self._left = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client is there: its time begins."""
        super().connection_made(transport)
        transport.set_write_buffer_limits(high=0)  # each byte that waits counts as not taken
        if self.limit_concurrency is not None and len(self.connections) >= self.limit_concurrency:
            self._make_room()
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Some bytes came."""
        super().data_received(data)
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
        if self.conn.their_state not in _COMING or self.transport.is_closing():
            if self.coming is not None:
                self.coming.cancel()
                self.coming = None
        elif self.coming is None:
            self.coming = self.loop.call_later(WHOLE, self._give_up)

    def _give_up(self) -> None:
        if self.conn.our_state is h11.IDLE and not self.transport.is_closing():
            self.transport.write(_TOO_SLOW)
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
