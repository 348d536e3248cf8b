"""When Python looks for objects that refer to one another in a circle: records do not, and looking through all of them is an eighth of a build."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: New objects beyond those let go of before they are looked through.
_MANY = 200_000


@contextmanager
def uncollected() -> Iterator[None]:
    """Within it nothing is looked for, but where something within it is ``collected``."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@contextmanager
def collected(settled: bool = False) -> Iterator[None]:
    """Within it circles are looked for, though seldom: foreign parsers and networks leave some.

    With ``settled`` never among what is there already, which has to last anyway.
    """
    enabled, thresholds = gc.isenabled(), gc.get_threshold()
    if settled:
        gc.freeze()
    gc.set_threshold(_MANY, 20, 20)
    gc.enable()
    try:
        yield
    finally:
        if not enabled:
            gc.disable()
        gc.set_threshold(*thresholds)
        if settled:
            gc.unfreeze()


def collect_seldom() -> None:
    """From now on circles are looked for seldom, and never among what is there already: for a process that begins as a copy of one that
    has loaded much, and shares with it what it does not touch.
    """
    gc.freeze()
    gc.set_threshold(_MANY, 20, 20)
