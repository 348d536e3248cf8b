"""How processes that read begin: split off from one that has loaded all that reading needs, where the system can."""

from __future__ import annotations

import multiprocessing
from multiprocessing.context import BaseContext

from seriktes.processes.threads import with_one_thread

#: Importing it loads all that.
_LOADED = ["seriktes.building.ready"]


def readers() -> BaseContext:
    """Where processes that read come from. Each uses one thread: there are as many of them as the user wants cores used."""
    with_one_thread()
    method = "forkserver" if _can_split() else "spawn"
    context = multiprocessing.get_context(method)
    context.set_forkserver_preload(_LOADED)
    return context


def load_ahead() -> None:
    """Begin to load what reading needs, in the process that readers are split off from, while this one does something else."""
    if _can_split():
        from multiprocessing import forkserver

        readers()
        forkserver.ensure_running()


def _can_split() -> bool:
    return "forkserver" in multiprocessing.get_all_start_methods()
