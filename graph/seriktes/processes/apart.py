"""A piece of work in a process of its own, with limits of time and memory and without a way out.

Oxigraph cannot be stopped while it evaluates, so whoever asks it waits beside: after the limit the process is killed
and nothing of it is left behind.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import pickle
import select
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from seriktes.errors import LimitError

MEMORY = 1_000_000_000
_CHUNK = 1 << 20
#: Seconds after which the kernel ends a child whose parent is gone, beyond the limit that the parent holds.
_GRACE = 2


def can_fork() -> bool:
    """Whether this system has processes that can be split and limited (not Windows)."""
    return hasattr(os, "fork")


def confine(memory: int) -> None:
    """Limit this process for good: ``memory`` more bytes than it has now, no new file or socket, no core file, silence.

    The number of descriptors is capped at those now open, so that opening a socket fails whatever the engine tries.
    """
    import resource

    faulthandler.disable()  # lack of memory ends the process by design, and is told by the parent
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    os.close(silence)
    held = _address_space() + memory
    resource.setrlimit(resource.RLIMIT_AS, (held, held))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    lowest = os.dup(2)  # the lowest free number: from it on, nothing can be opened
    os.close(lowest)
    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest, lowest))


def _address_space() -> int:
    """Bytes of address space in use; 0 where the system does not say, which makes the limit stricter."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def alarm(seconds: float) -> None:
    """Let the kernel end this process some time after the limit, should nobody else do it; 0 takes it back."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(int(seconds) + _GRACE if seconds else 0)


def run_apart(work: Callable[[], Any], timeout: float, memory: int = MEMORY) -> Any:
    """What ``work`` gives, or the error it raises, from a child process.

    Raises LimitError when it takes longer than ``timeout`` seconds, and when the child dies, which is what lack of
    memory does to it. Without ``fork`` the work is done here, and only limits it checks itself hold.
    """
    if not can_fork():
        return work()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work_and_leave(work, writing, timeout, memory)
    os.close(writing)
    try:
        data = _read(reading, time.monotonic() + timeout)
    finally:
        os.close(reading)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if data is None:
        raise LimitError(f"the query took longer than {timeout:g} s; narrow it or raise the limit")
    if not data:
        raise LimitError(f"the query needed more than {memory // 1_000_000} MB of memory; narrow it")
    done, value = pickle.loads(data)
    if not done:
        raise value
    return value


def _work_and_leave(work: Callable[[], Any], writing: int, timeout: float, memory: int) -> None:
    """The child's whole life; it never returns."""
    try:
        alarm(timeout)
        confine(memory)
        try:
            answer = pickle.dumps((True, work()))
        except Exception as error:
            answer = pickle.dumps((False, error.with_traceback(None)))
        while answer:
            answer = answer[os.write(writing, answer[:_CHUNK]) :]
    finally:
        os._exit(0)


def _read(reading: int, deadline: float) -> bytes | None:
    """All that comes until the end; None when the deadline comes first."""
    parts: list[bytes] = []
    while True:
        ready, _, _ = select.select([reading], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return None
        part = os.read(reading, _CHUNK)
        if not part:
            return b"".join(parts)
        parts.append(part)


def stream_apart(
    work: Callable[[], Iterable[bytes]], processor: float, wait: float, memory: int, largest: int
) -> Iterator[bytes]:
    """The messages that ``work`` gives, one by one, from a child process.

    Between two messages the child may use ``processor`` seconds of processor time and ``wait`` seconds in all; each message
    may have ``largest`` bytes. Raises LimitError past one of these, and when the child dies. Without ``fork`` the work is
    done here, and only limits it checks itself hold.
    """
    if not can_fork():
        yield from work()
        return
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _stream_and_leave(work, writing, processor, memory)
    os.close(writing)
    try:
        while True:
            size = int.from_bytes(_exactly(reading, 8, wait))
            if size > largest:
                raise LimitError(f"it gives more than {largest // 1_000_000} MB at once")
            if size == 0:
                return
            yield _exactly(reading, size, wait)
    finally:
        os.close(reading)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _stream_and_leave(work: Callable[[], Iterable[bytes]], writing: int, processor: float, memory: int) -> None:
    """The child's whole life; it never returns. A message of no bytes is the end."""
    try:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, processor)
        confine(memory)
        for message in work():
            _send(writing, len(message).to_bytes(8) + message)
            signal.setitimer(signal.ITIMER_PROF, processor)
        _send(writing, bytes(8))
    finally:
        os._exit(0)


def _send(writing: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(writing, view[:_CHUNK]) :]


def _exactly(reading: int, size: int, wait: float) -> bytes:
    """So many bytes. Raises LimitError when they do not come in time, or never will."""
    data = bytearray()
    deadline = time.monotonic() + wait
    while len(data) < size:
        ready, _, _ = select.select([reading], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise LimitError(f"it was not read within {wait:g} s")
        part = os.read(reading, min(_CHUNK, size - len(data)))
        if not part:
            raise LimitError("it takes more memory or time than a document may")
        data += part
    return bytes(data)
