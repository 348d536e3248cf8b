"""A faster backend of networkx where one is installed: the same functions, the same answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import networkx as nx

#: Backends whose exact algorithms give networkx's own numbers, the faster first: nx-cugraph, nx-parallel.
BACKENDS = ("cugraph", "parallel")


def installed() -> tuple[str, ...]:
    """Those of :data:`BACKENDS` that networkx finds."""
    found = getattr(nx.config, "backends", {}) if hasattr(nx, "config") else {}
    return tuple(name for name in BACKENDS if name in found)


@contextmanager
def fast() -> Iterator[None]:
    """Within it networkx hands exact algorithms to a faster backend; never sampled ones, which draw other samples there."""
    names = installed()
    if not names:
        yield
        return
    with nx.config(backend_priority=list(names)):
        yield
