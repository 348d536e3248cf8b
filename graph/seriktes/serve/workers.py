"""The processes of one build: the one that has read it, and the workers it splits into."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import sys
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seriktes.errors import DataError
from seriktes.serve.source import Source
from seriktes.serve.wire import SIZES, Reply
from seriktes.serve.zygote import COMMAND, READY

_TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
#: So many idle workers are enough while questions are being answered; new ones are made when there is time.
_AT_HAND = 8
_LATER = 0.05


#: Where the system tells what a process has used: to the nanosecond where it counts so, else in ticks of a hundredth of a second.
_CLOCK = "schedstat" if Path("/proc/self/schedstat").exists() else "stat"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one question may take: seconds, bytes beyond the graph, rows; and how many are answered at once.

    ``first`` questions begin side by side, ``short`` ones go on, ``long`` ones beside them, and ``waiting`` ones stand in line.
    """

    seconds: float = 10.0
    memory: int = 500_000_000
    rows: int = 10_000
    first: int = 4
    short: int = 32
    long: int = 8
    waiting: int = 1000


class Worker:
    """A process that answers; ``ask`` fails with IncompleteReadError or OSError when it has died."""

    def __init__(self, number: int, connection: socket.socket) -> None:
        self.number = number
        self._connection = connection
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._stat: int | None = None
        #: Seconds of processor time it had used when it last answered, as it said itself.
        self.used = 0.0

    async def ask(self, message: bytes) -> Reply:
        """Send a question and wait for its answer."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(sock=self._connection)
        reader, writer = self._streams
        writer.write(message)
        await writer.drain()
        head, body = SIZES.unpack(await reader.readexactly(SIZES.size))
        header = json.loads(await reader.readexactly(head))
        self.used = float(header["used"])
        return Reply(header["status"], header["media"], await reader.readexactly(body), header["keep"], header["headers"])

    def processor_time(self) -> float | None:
        """Seconds of processor time used so far; None where the system does not say."""
        try:
            if self._stat is None:  # opened once: each look is then one call
                self._stat = os.open(f"/proc/{self.number}/{_CLOCK}", os.O_RDONLY)
            told = os.pread(self._stat, 4096, 0)
        except OSError:
            return None
        if _CLOCK == "schedstat":
            return int(told.split()[0]) / 1e9
        fields = told.rpartition(b")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK

    def close(self) -> None:
        """Hang up."""
        if self._stat is not None:
            os.close(self._stat)
            self._stat = None
        if self._streams is not None:
            self._streams[1].close()
        else:
            self._connection.close()


class Generation:
    """All processes of one build."""

    def __init__(self, build: str, process: subprocess.Popen[bytes], control: socket.socket) -> None:
        self.build = build
        self._process = process
        self._control = control
        self._lock = asyncio.Lock()
        self._idle: deque[Worker] = deque()
        self._alive = 0
        self._wanted = asyncio.Event()
        self._filler: asyncio.Task[None] | None = None
        #: Questions that are being answered, and those among them that are not long.
        self.busy = self.pressing = 0
        self.retired = False

    @classmethod
    async def start(cls, source: Source, limits: Limits) -> Generation:
        """Read the build in a new process. Raises DataError when it cannot be read."""
        ours, theirs = socket.socketpair()
        numbers = (theirs.fileno(), limits.seconds, limits.memory, limits.rows)
        process = subprocess.Popen(
            [sys.executable, "-m", "seriktes.serve.zygote", str(source), *map(str, numbers)],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        theirs.close()
        said = await asyncio.to_thread(_listen, ours)
        if "build" not in said:
            ours.close()
            await asyncio.to_thread(process.wait)
            raise DataError(said.get("error") or f"{source}: the process that reads the graph ended; is there enough memory?")
        generation = cls(str(said["build"]), process, ours)
        generation._idle.append(await generation._new())
        generation._filler = asyncio.create_task(generation._fill(limits.short))
        return generation

    async def _fill(self, wanted: int) -> None:
        """Keep so many workers at hand: making one takes longer than most answers."""
        while not self.retired:
            self._wanted.clear()
            try:
                while self._alive < wanted and not self.retired:
                    if self.pressing and len(self._idle) >= _AT_HAND:
                        await asyncio.sleep(_LATER)
                    else:
                        self._idle.append(await self._new())
            except OSError:
                return  # each question will say that the graph cannot be asked
            await self._wanted.wait()

    async def _new(self) -> Worker:
        async with self._lock:
            worker = await asyncio.to_thread(self._fork)
        self._alive += 1
        return worker

    async def worker(self) -> Worker:
        """An idle worker, the last one used first, or a new one."""
        return self._idle.pop() if self._idle else await self._new()

    def _fork(self) -> Worker:
        self._control.sendall(COMMAND.pack(b"f", 0))
        data, descriptors, _, _ = socket.recv_fds(self._control, READY.size, 1)
        if len(data) < READY.size or not descriptors:
            raise ConnectionError("the process that reads the graph is gone")
        return Worker(READY.unpack(data)[0], socket.socket(fileno=descriptors[0]))

    @property
    def gone(self) -> bool:
        """Whether the process that has read the build has ended by itself."""
        return self._process.poll() is not None

    def tell(self, command: bytes, worker: Worker) -> None:
        """Have a worker killed (``k``), put behind the others (``s``), or made to wait for all of them (``n``; ``w`` wholly)."""
        with contextlib.suppress(OSError):
            self._control.sendall(COMMAND.pack(command, worker.number))

    def give_back(self, worker: Worker, sound: bool) -> None:
        """A worker that can be asked again, or one that cannot."""
        if sound and not self.retired:
            self._idle.append(worker)
            return
        worker.close()
        self._alive -= 1
        self._wanted.set()

    async def close(self) -> None:
        """End all processes."""
        self.retired = True
        if self._filler is not None:
            self._wanted.set()
            await self._filler
        self._control.close()
        for worker in self._idle:
            worker.close()
        await asyncio.to_thread(self._process.wait)


def _listen(control: socket.socket) -> dict[str, Any]:
    size = control.recv(READY.size, socket.MSG_WAITALL)
    if len(size) < READY.size:
        return {}
    return dict(json.loads(control.recv(READY.unpack(size)[0], socket.MSG_WAITALL)))
