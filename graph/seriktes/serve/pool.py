"""Workers and their limits, seen from the web process: who is asked, how long, and what happens past the limit.

A worker answers one question at a time. Past the wall-time limit it is killed and another one takes its place. A
question that has used more than a moment of processor time counts as long: it goes on at the lowest priority, and only
so many long ones go on at once, so that short questions are answered while hostile ones run.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seriktes.errors import DataError
from seriktes.serve.snapshot import stamp
from seriktes.serve.wire import SIZES, Reply, frame, plain
from seriktes.serve.zygote import COMMAND, READY

#: Seconds between two looks at the folder for a new build.
_LOOK = 0.5
#: Seconds between two looks at a question that is being answered.
_WATCH = 0.05
#: Seconds of processor time after which a question is a long one.
_MOMENT = 0.1
_TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(frozen=True, slots=True)
class Limits:
    """What one question may take: seconds, bytes beyond the graph, rows; and how many are answered at once.

    ``short`` questions run side by side, ``long`` ones beside them, and ``waiting`` ones stand in line.
    """

    seconds: float = 10.0
    memory: int = 1_000_000_000
    rows: int = 10_000
    short: int = 8
    long: int = 4
    waiting: int = 1000


class _Worker:
    """A process that answers; ``ask`` fails with IncompleteReadError or OSError when it has died."""

    def __init__(self, number: int, connection: socket.socket) -> None:
        self.number = number
        self._connection = connection
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, message: bytes) -> Reply:
        """Send a question and wait for its answer."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(sock=self._connection)
        reader, writer = self._streams
        writer.write(message)
        await writer.drain()
        head, body = SIZES.unpack(await reader.readexactly(SIZES.size))
        header = json.loads(await reader.readexactly(head))
        return Reply(header["status"], header["media"], await reader.readexactly(body), header["keep"], header["headers"])

    def processor_time(self) -> float | None:
        """Seconds of processor time used so far; None where the system does not say."""
        try:
            fields = Path(f"/proc/{self.number}/stat").read_bytes().rpartition(b")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / _TICK

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
        else:
            self._connection.close()


class _Generation:
    """All processes of one build."""

    def __init__(self, build: str, process: subprocess.Popen[bytes], control: socket.socket) -> None:
        self.build = build
        self._process = process
        self._control = control
        self._lock = asyncio.Lock()
        self._idle: deque[_Worker] = deque()
        self.busy = 0
        self.retired = False

    @classmethod
    async def start(cls, folder: Path, limits: Limits) -> _Generation:
        """Read the build in a new process. Raises DataError when it cannot be read."""
        ours, theirs = socket.socketpair()
        numbers = (theirs.fileno(), limits.seconds, limits.memory, limits.rows)
        process = subprocess.Popen(
            [sys.executable, "-m", "seriktes.serve.zygote", str(folder), *map(str, numbers)],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        theirs.close()
        said = await asyncio.to_thread(_listen, ours)
        if "build" not in said:
            ours.close()
            await asyncio.to_thread(process.wait)
            raise DataError(said.get("error") or f"{folder}: the process that reads the graph ended; is there enough memory?")
        return cls(str(said["build"]), process, ours)

    async def worker(self) -> _Worker:
        """An idle worker, or a new one."""
        if self._idle:
            return self._idle.popleft()
        async with self._lock:
            return await asyncio.to_thread(self._fork)

    def _fork(self) -> _Worker:
        self._control.sendall(COMMAND.pack(b"f", 0))
        data, descriptors, _, _ = socket.recv_fds(self._control, READY.size, 1)
        if len(data) < READY.size or not descriptors:
            raise ConnectionError("the process that reads the graph is gone")
        return _Worker(READY.unpack(data)[0], socket.socket(fileno=descriptors[0]))

    def tell(self, command: bytes, worker: _Worker) -> None:
        """Have a worker killed (``k``) or made to wait for others (``n``)."""
        with contextlib.suppress(OSError):
            self._control.sendall(COMMAND.pack(command, worker.number))

    def give_back(self, worker: _Worker) -> None:
        """A worker that can be asked again."""
        if self.retired:
            worker.close()
        else:
            self._idle.append(worker)

    async def close(self) -> None:
        """End all processes."""
        self.retired = True
        self._control.close()
        for worker in self._idle:
            worker.close()
        await asyncio.to_thread(self._process.wait)


def _listen(control: socket.socket) -> dict[str, Any]:
    size = control.recv(READY.size, socket.MSG_WAITALL)
    if len(size) < READY.size:
        return {}
    return dict(json.loads(control.recv(READY.unpack(size)[0], socket.MSG_WAITALL)))


class Pool:
    """Asks workers of the newest build; ``start`` and ``close`` belong around it."""

    def __init__(self, folder: Path, limits: Limits | None = None) -> None:
        self.folder = folder
        self.limits = limits or Limits()
        self._room = asyncio.Semaphore(self.limits.short)
        self._waiting = 0
        self._long = 0
        self._generation: _Generation | None = None
        self._seen: tuple[int, ...] | None = None
        self._watcher: asyncio.Task[None] | None = None
        self._closing: set[asyncio.Task[None]] = set()

    @property
    def build(self) -> str:
        """The name of the build that is served."""
        return self._generation.build if self._generation else ""

    async def start(self) -> None:
        """Read the build, unless that is done. Raises DataError when there is none."""
        if self._generation is not None:
            return
        self._seen = stamp(self.folder)
        self._generation = await _Generation.start(self.folder, self.limits)
        self._watcher = asyncio.create_task(self._watch())

    async def close(self) -> None:
        """End everything."""
        if self._watcher:
            self._watcher.cancel()
        if self._generation:
            await self._generation.close()
        await asyncio.gather(*self._closing, return_exceptions=True)

    async def _watch(self) -> None:
        """Serve a new build as soon as it is whole; until then, and if it is broken, the one before."""
        while True:
            await asyncio.sleep(_LOOK)
            now = stamp(self.folder)
            if now is None or now == self._seen:
                continue
            self._seen = now
            try:
                generation = await _Generation.start(self.folder, self.limits)
            except DataError as error:
                print(f"seriktes: {error}; the build before is still served", file=sys.stderr, flush=True)
                continue
            before, self._generation = self._generation, generation
            if before is not None:
                self._closing.add(asyncio.create_task(_retire(before, self.limits.seconds)))

    async def ask(self, question: Mapping[str, Any]) -> tuple[str, Reply]:
        """The name of the build that answers, and its answer: 504 past the time, 503 where there is no room or no memory."""
        if self._waiting >= self.limits.waiting:
            return self.build, plain(503, "too many questions are waiting; try again", Retry_After="1")
        self._waiting += 1
        try:
            await asyncio.wait_for(self._room.acquire(), self.limits.seconds)
        except TimeoutError:
            return self.build, plain(503, "too many long questions are being answered; try again", Retry_After="2")
        finally:
            self._waiting -= 1
        generation = self._generation
        if generation is None:
            self._room.release()
            return "", plain(503, "no graph is being served")
        generation.busy += 1
        run = _Run(self, generation)
        try:
            return generation.build, await run.answer(frame(question))
        finally:
            generation.busy -= 1
            run.leave()


class _Run:
    """One question on its way through a worker."""

    def __init__(self, pool: Pool, generation: _Generation) -> None:
        self._pool = pool
        self._generation = generation
        self._worker: _Worker | None = None
        self._long = False
        self._answered = False

    async def answer(self, message: bytes) -> Reply:
        try:
            self._worker = await self._generation.worker()
        except OSError:
            return plain(503, "the graph cannot be asked just now; try again", Retry_After="2")
        asked = asyncio.ensure_future(self._worker.ask(message))
        try:
            refused = await self._watched(asked, self._worker)
            if refused is not None:
                return refused
            reply = asked.result()
            self._answered = True
            return reply
        except (asyncio.IncompleteReadError, OSError):
            memory = self._pool.limits.memory // 1_000_000
            return plain(503, f"the query needed more than {memory} MB of memory, or broke the engine; narrow it")
        finally:
            asked.cancel()

    async def _watched(self, asked: asyncio.Future[Reply], worker: _Worker) -> Reply | None:
        """Wait for the answer; a reply in its place when it must not go on."""
        limits = self._pool.limits
        clock = asyncio.get_running_loop().time
        begun, used = clock(), None
        while not asked.done():
            left = begun + limits.seconds - clock()
            if left <= 0:
                return plain(504, f"the query took longer than {limits.seconds:g} s; narrow it")
            await asyncio.wait({asked}, timeout=min(_WATCH, left))
            if asked.done() or self._long:
                continue
            now = worker.processor_time()
            used = now if used is None else used
            spent = clock() - begun if now is None or used is None else now - used + _WATCH
            if spent > _MOMENT and not self._become_long(worker):
                return plain(503, "too many long queries are being answered; try again", Retry_After="2")
        return None

    def _become_long(self, worker: _Worker) -> bool:
        if self._pool._long >= self._pool.limits.long:
            return False
        self._long = True
        self._pool._long += 1
        self._pool._room.release()
        self._generation.tell(b"n", worker)
        return True

    def leave(self) -> None:
        """Make room; a worker that gave no answer is killed, one that answered at low priority is sent home."""
        if self._long:
            self._pool._long -= 1
        else:
            self._pool._room.release()
        if self._worker is None:
            return
        if not self._answered:
            self._generation.tell(b"k", self._worker)
        if self._answered and not self._long:
            self._generation.give_back(self._worker)
        else:
            self._worker.close()


async def _retire(generation: _Generation, seconds: float) -> None:
    """Let a build that has been replaced answer what it was asked, then end its processes."""
    generation.retired = True
    for _ in range(int(seconds / _WATCH) + 1):
        if not generation.busy:
            break
        await asyncio.sleep(_WATCH)
    await generation.close()
