"""The process that has read a build and splits into workers. It is alone in having the graph, and has one thread.

Run as ``python -m seriktes.serve.zygote FOLDER-OR-SERVER DESCRIPTOR TIMEOUT MEMORY ROWS``. Over the socket of that descriptor it
says that it is ready, or why not; then it takes commands: ``f`` fork a worker (answered by its process id and its
socket), ``k`` kill one, ``s`` put one behind the others, ``n`` let it wait for all of them, ``w`` wholly. When the socket closes, all its processes end.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import socket
import struct
import sys
import time

from seriktes.errors import SeriktesError
from seriktes.processes.apart import alarm, confine
from seriktes.serve.service import Service
from seriktes.serve.source import source_of
from seriktes.serve.wire import frame, plain, read_frame

COMMAND = struct.Struct(">cQ")
READY = struct.Struct(">Q")
_BEHIND, _PATIENT = 10, 19


def main(where: str, descriptor: str, timeout: str, memory: str, rows: str) -> None:
    """Read the build, say so, and serve commands until the web process is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=int(descriptor))
    try:
        service = Service(source_of(where).load(), float(timeout), int(rows))
        service.warm()
        said = {"build": service.snapshot.build}
    except SeriktesError as error:
        said = {"error": str(error)}
    told = json.dumps(said).encode("ascii")
    control.sendall(READY.pack(len(told)) + told)
    if "error" not in said:
        gc.freeze()  # so that counting references does not copy the pages all workers share
        _obey(control, service, float(timeout), int(memory))


def _obey(control: socket.socket, service: Service, timeout: float, memory: int) -> None:
    children: set[int] = set()
    while True:
        ready, _, _ = select.select([control], [], [], 1.0)
        _reap(children)
        if not ready:
            continue
        command = control.recv(COMMAND.size, socket.MSG_WAITALL)
        if len(command) < COMMAND.size:
            break
        what, child = COMMAND.unpack(command)
        if what == b"f":
            children.add(_fork(control, service, timeout, memory))
        elif child in children:  # a number that is no child of ours any more may be anybody's
            with contextlib.suppress(ProcessLookupError, PermissionError):
                if what == b"k":
                    os.kill(child, signal.SIGKILL)
                elif what == b"s":
                    os.setpriority(os.PRIO_PROCESS, child, _BEHIND)
                else:
                    _wait_for_others(child, wholly=what == b"w")
    for child in children:
        os.kill(child, signal.SIGKILL)


def _wait_for_others(child: int, wholly: bool) -> None:
    """Give a process the lowest priority; ``wholly``: let it run only when nothing else wants to, where the system can do that."""
    os.setpriority(os.PRIO_PROCESS, child, _PATIENT)
    if wholly and hasattr(os, "SCHED_IDLE"):
        os.sched_setscheduler(child, os.SCHED_IDLE, os.sched_param(0))


def _reap(children: set[int]) -> None:
    with contextlib.suppress(ChildProcessError):
        while True:
            child, _ = os.waitpid(-1, os.WNOHANG)
            if child == 0:
                return
            children.discard(child)


def _fork(control: socket.socket, service: Service, timeout: float, memory: int) -> int:
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        try:
            control.close()
            ours.close()
            _work(theirs, service, timeout, memory)
        finally:
            os._exit(0)
    theirs.close()
    socket.send_fds(control, [READY.pack(child)], [ours.fileno()])
    ours.close()
    return child


def _work(connection: socket.socket, service: Service, timeout: float, memory: int) -> None:
    """A worker's life: one question after the other, each with the alarm set, until the other side hangs up."""
    confine(memory)
    with connection.makefile("rb") as incoming:
        while True:
            message = read_frame(incoming.read)
            if message is None:
                return
            alarm(timeout)
            try:
                reply = service.reply(message[0])
            except MemoryError:
                reply = plain(503, "the query needed too much memory; narrow it")
            except Exception as error:  # whatever it is, the client is told in words and the worker goes on
                reply = plain(500, f"an error of seriktes itself ({type(error).__name__}); please report it")
            alarm(0)
            connection.sendall(frame({**reply.header(), "used": time.process_time()}, reply.body))


if __name__ == "__main__":
    main(*sys.argv[1:])
