"""A faster backend of networkx where one is installed: the same functions, the same answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import entry_points

import networkx as nx

#: Backends whose exact algorithms give networkx's own numbers, the faster first: nx-cugraph, nx-parallel.
BACKENDS = ("cugraph", "parallel")
#: Nodes times edges from which handing over is worth its start.
_WORTH = 200_000


@cache
def installed() -> tuple[str, ...]:
    """Those of :data:`BACKENDS` that are there and can be loaded; a broken one is as good as none."""
    found = []
    for entry in entry_points(group="networkx.backends"):
        try:
            entry.load()
        except Exception:
            continue
        found.append(entry.name)
    return tuple(name for name in BACKENDS if name in found)


@contextmanager
def fast(graph: nx.Graph) -> Iterator[None]:
    """Within it networkx hands exact algorithms to a faster backend where the graph is large enough.

    Never for sampled ones: another backend draws other samples.
    """
    names = installed() if graph.number_of_nodes() * graph.number_of_edges() >= _WORTH else ()
    if not names or not hasattr(nx, "config"):
        yield
        return
    with nx.config(backend_priority=list(names)):
        yield
