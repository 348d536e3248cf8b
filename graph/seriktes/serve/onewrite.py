"""An answer leaves in one piece: what is written in one turn of the loop is sent by one call of the system.

uvicorn writes the head of an answer and its body apart. Each write is a call of the system and a packet that wakes the
client, which for answers of a few hundred bytes costs more than making them.
"""

from __future__ import annotations

import asyncio
from typing import Any


class OneWrite(asyncio.Transport):
    """A transport around another one that gathers writes until the loop's next turn."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self._transport = transport
        self._loop = loop
        self._gathered: list[bytes] = []

    def write(self, data: Any) -> None:
        """Keep some bytes for the next turn; nothing is kept for a connection that is closing."""
        if self._transport.is_closing():
            return
        if not self._gathered:
            self._loop.call_soon(self._send)
        self._gathered.append(bytes(data))

    def _send(self) -> None:
        if self._gathered:
            data = b"".join(self._gathered)
            self._gathered.clear()
            self._transport.write(data)

    def close(self) -> None:
        """Send what was gathered, and close when it is taken."""
        self._send()
        self._transport.close()

    def abort(self) -> None:
        """Close at once; what was gathered is lost."""
        self._gathered.clear()
        self._transport.abort()

    def get_write_buffer_size(self) -> int:
        """Bytes that wait for the client, those gathered among them."""
        return self._transport.get_write_buffer_size() + sum(map(len, self._gathered))

    def is_closing(self) -> bool:
        """Whether it is being closed."""
        return self._transport.is_closing()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        """What the transport knows of its connection."""
        return self._transport.get_extra_info(name, default)

    def pause_reading(self) -> None:
        """Take no more from the client."""
        self._transport.pause_reading()

    def resume_reading(self) -> None:
        """Take from the client again."""
        self._transport.resume_reading()

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        """When the client counts as slow, in bytes that wait."""
        self._transport.set_write_buffer_limits(high, low)
