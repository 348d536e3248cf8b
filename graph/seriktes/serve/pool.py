"""Workers and their limits, seen from the web process: who is asked, how long, and what happens past the limit.

A worker answers one question at a time. Past the wall-time limit it is killed and another one takes its place. Few
questions begin side by side, since most are answered before they are looked at once, and soonest one after the other; one that
is not makes room for the next to begin, and goes on behind those that do. A question that has used more than a moment of processor time counts as long: it goes on at the lowest priority, and only
so many long ones go on at once; when there is no room for one more, the one that has burnt by far the most is ended, so
that short questions, and those of some tenths of a second, are answered while hostile ones run.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from seriktes.errors import DataError
from seriktes.serve.source import Folder, Source
from seriktes.serve.wire import Reply, frame, plain
from seriktes.serve.workers import Generation, Limits, Worker

#: Seconds between two looks at a question that is being answered.
_WATCH = 0.02
#: Seconds of processor time after which a question goes on behind others, and after which it is a long one.
_BRIEF, _MOMENT = 0.005, 0.03
#: More long ones than these are a crowd, and get only what nobody else wants; a few must end on a busy machine too.
_FEW = 2
#: So many more seconds than a newcomer a long question must have used to be ended for it.
_AHEAD = 1.0
_CROWDED = "too many long queries are being answered; try again"


class Pool:
    """Asks workers of the newest build; ``start`` and ``close`` belong around it."""

    def __init__(self, where: Path | Source, limits: Limits | None = None) -> None:
        self.source: Source = Folder(where) if isinstance(where, Path) else where
        self.limits = limits or Limits()
        self.beginning = asyncio.Semaphore(self.limits.first)
        self.room = asyncio.Semaphore(self.limits.short)
        self._waiting = 0
        self.long_runs: set[_Run] = set()
        self._generation: Generation | None = None
        self._seen: tuple[object, ...] | None = None
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
        self._seen = await asyncio.to_thread(self.source.stamp)
        self._generation = await Generation.start(self.source, self.limits)
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
            await asyncio.sleep(self.source.every)
            now = await asyncio.to_thread(self.source.stamp)
            gone = self._generation is not None and self._generation.gone
            if now is None or (now == self._seen and not gone):
                continue
            self._seen = now
            try:
                generation = await Generation.start(self.source, self.limits)
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
            if self.beginning.locked():
                await asyncio.wait_for(self.beginning.acquire(), self.limits.seconds)
            else:
                await self.beginning.acquire()
        except TimeoutError:
            return self.build, plain(503, _CROWDED, Retry_After="2")
        finally:
            self._waiting -= 1
        generation = self._generation
        if generation is None:
            self.beginning.release()
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

    def __init__(self, pool: Pool, generation: Generation) -> None:
        self._pool = pool
        self._generation = generation
        self._worker: Worker | None = None
        self._long = self._behind = False
        #: Where it holds a place: among those that begin, or those that go on; nowhere when it is long.
        self._place: asyncio.Semaphore | None = pool.beginning
        generation.pressing += 1
        self._ended = False
        self._answered = False
        self.spent = 0.0

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

    async def _watched(self, asked: asyncio.Future[Reply], worker: Worker) -> Reply | None:
        """Wait for the answer; a reply in its place when it must not go on."""
        limits = self._pool.limits
        clock = asyncio.get_running_loop().time
        begun, before = clock(), worker.used
        while not asked.done():
            left = begun + limits.seconds - clock()
            if left <= 0:
                return plain(504, f"the query took longer than {limits.seconds:g} s; narrow it")
            await asyncio.wait({asked}, timeout=min(_WATCH, left))
            if asked.done():
                break
            now = worker.processor_time()
            self.spent = clock() - begun if now is None else now - before
            await self._go_on(worker)
            if self._ended or (self.spent > _MOMENT and not self._long and not self._become_long(worker)):
                return plain(503, _CROWDED, Retry_After="2")
        return None

    async def _go_on(self, worker: Worker) -> None:
        """Let another question begin, when there is room for this one among those that go on, behind those that begin."""
        if self._place is not self._pool.beginning or self._pool.room.locked():
            return
        await self._pool.room.acquire()
        self._hold(self._pool.room)
        if self.spent > _BRIEF:
            self._behind = True
            self._generation.tell(b"s", worker)

    def _hold(self, place: asyncio.Semaphore | None) -> None:
        if self._place is not None:
            self._place.release()
            self._generation.pressing -= place is None
        self._place = place

    def _become_long(self, worker: Worker) -> bool:
        running = self._pool.long_runs
        if len(running) >= self._pool.limits.long:
            heaviest = max(running, key=lambda run: run.spent)
            if heaviest.spent < self.spent + _AHEAD:
                return False
            heaviest.end()
        self._long = True
        running.add(self)
        self._hold(None)
        self._generation.tell(b"w" if len(running) > _FEW else b"n", worker)
        return True

    def end(self) -> None:
        """Make room for another one at the next look."""
        self._ended = True
        self._pool.long_runs.discard(self)

    def leave(self) -> None:
        """Make room; a worker that gave no answer is killed, one that answered at low priority is sent home."""
        if self._long:
            self._pool.long_runs.discard(self)
        self._hold(None)
        if self._worker is None:
            return
        if not self._answered:
            self._generation.tell(b"k", self._worker)
        self._generation.give_back(self._worker, sound=self._answered and not self._long and not self._behind)


async def _retire(generation: Generation, seconds: float) -> None:
    """Let a build that has been replaced answer what it was asked, then end its processes."""
    generation.retired = True
    for _ in range(int(seconds / _WATCH) + 1):
        if not generation.busy:
            break
        await asyncio.sleep(_WATCH)
    await generation.close()
