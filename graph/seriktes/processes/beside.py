"""Work that goes on beside a process, in others that are split off from it and never outlive it.

What they need is there already, since they begin as copies; what they give comes back through pipes.
"""

from __future__ import annotations

import functools
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from typing import IO, Any, TypeVar

from seriktes.errors import LimitError
from seriktes.processes.apart import can_fork

#: No process here has as many files open.
_MOST_FILES = 1 << 16
_Item = TypeVar("_Item")
_Found = TypeVar("_Found")


@contextmanager
def beside(work: Callable[[], _Found], split: bool = True) -> Iterator[Callable[[], _Found]]:
    """Work that goes on in a process of its own, while this one can do something else; what is given waits for what ``work``
    gives, or raises the error it raises. At the end, and when this process dies, the other is gone.

    Without ``fork``, or unless ``split``, the work is done here and now.
    """
    if not (split and can_fork()):
        value = work()
        yield lambda: value
        return
    with _split_off(lambda: iter((work(),))) as answers:
        told = functools.cache(lambda: _answer(answers))
        yield lambda: _given(told())


@contextmanager
def spread(work: Callable[[_Item], _Found], items: Sequence[_Item], processes: int) -> Iterator[Iterator[_Found]]:
    """What ``work`` gives for each item, in their order, worked out in so many processes of their own. Where it raises an error,
    that is raised in its place. None gets ahead by more than one item of what is taken from it.

    With one process, or without ``fork``, each item is worked out here, when it is asked for.
    """
    if processes < 2 or not can_fork():
        yield map(work, items)
        return
    with ExitStack() as stack:
        shares = (partial(map, work, items[first::processes]) for first in range(processes))
        others = [stack.enter_context(_split_off(share)) for share in shares]
        yield (_given(_answer(others[place % processes])) for place in range(len(items)))


@contextmanager
def _split_off(work: Callable[[], Iterator[_Found]]) -> Iterator[IO[bytes]]:
    """What ``work`` gives, one by one, each as :func:`_answer` reads it, from a process that is gone at the end."""
    reading, writing = os.pipe()
    alive, held = os.pipe()
    child = os.fork()
    if child == 0:
        _live(work, writing, alive)
    os.close(writing)
    os.close(alive)
    try:
        with os.fdopen(reading, "rb") as answers:
            yield answers
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(held)


def _answer(answers: IO[bytes]) -> tuple[bool, Any]:
    """Whether the next piece of work came to its end, and what it gives or what stopped it."""
    try:
        done, value = pickle.load(answers)
    except (EOFError, pickle.UnpicklingError):
        return False, LimitError(
            "a process of this build died, perhaps for lack of memory; free some, or build fewer documents at a time"
        )
    return done, value


def _given(answer: tuple[bool, Any]) -> Any:
    done, value = answer
    if not done:
        raise value
    return value


def _live(work: Callable[[], Iterator[_Found]], writing: int, alive: int) -> None:
    """The other process's whole life. Files of the first are closed, so that its locks are gone when it is; its death ends this."""
    try:
        lowest = min(writing, alive)
        os.closerange(3, lowest)
        os.closerange(lowest + 1, max(writing, alive))
        os.closerange(max(writing, alive) + 1, _MOST_FILES)
        threading.Thread(target=lambda: (os.read(alive, 1), os._exit(1)), daemon=True).start()
        with os.fdopen(writing, "wb") as stream:
            try:
                for value in work():
                    pickle.dump((True, value), stream, pickle.HIGHEST_PROTOCOL)
                    stream.flush()
            except Exception as error:
                pickle.dump((False, error.with_traceback(None)), stream)
    finally:
        os._exit(0)
