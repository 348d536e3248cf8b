"""Faster machinery where it is installed: backends of networkx, and igraph; the same functions, the same answers."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from math import isnan
from typing import Any

import networkx as nx

#: Backends whose exact algorithms give networkx's own numbers, the faster first: nx-cugraph, nx-parallel.
BACKENDS = ("cugraph", "parallel")
#: Nodes times edges from which handing over is worth its start.
_WORTH = 200_000
#: What igraph loads, where it is installed, to draw with.
_DRAWING = ("matplotlib", "plotly", "cairo", "cairocffi")
#: Rounds of igraph's places; more change little.
_ROUNDS = 60


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


_alone: list[bool] = []


@contextmanager
def networkx_alone() -> Iterator[None]:
    """Within it igraph is not used: for tests and benchmarks that hold one against the other."""
    _alone.append(True)
    try:
        yield
    finally:
        _alone.pop()


def igraph_is_there() -> bool:
    """Whether igraph (``pip install "seriktes[fast]"``) does the heavy measures."""
    return not _alone and find_spec("igraph") is not None


def dependencies(graph: nx.Graph, sources: Sequence[str] | None = None) -> dict[str, float]:
    """How much of the shortest chains from some nodes to all others leads through each: Σ_s Σ_t σ(s,t|v)/σ(s,t).

    Without ``sources`` from all. Each tie counts once (Brandes 2001, J. Mathematical Sociology 25, 163-177).

    >>> dependencies(nx.path_graph("ABC"), ["A"])
    {'A': 0.0, 'B': 1.0, 'C': 0.0}
    """
    if igraph_is_there() and len(graph):
        places = {node: place for place, node in enumerate(graph)}
        chosen = None if sources is None else [places[source] for source in sources]
        values = _as_igraph(graph, places).betweenness(directed=False, sources=chosen)
        return {node: round(2 * value, 9) for node, value in zip(graph, values, strict=True)}
    if sources is None:
        with fast(graph):
            found = nx.betweenness_centrality(graph, normalized=False)
    else:
        found = nx.betweenness_centrality_subset(graph, sources, list(graph), normalized=False)
    return {node: round(2 * found[node], 9) for node in graph}


def distances(graph: nx.Graph, sources: Sequence[str]) -> list[dict[str, int]]:
    """From each of some nodes the number of steps to every node it reaches, in the graph's order.

    >>> distances(nx.path_graph("ABC"), ["A"])
    [{'A': 0, 'B': 1, 'C': 2}]
    """
    if igraph_is_there() and sources:
        places = {node: place for place, node in enumerate(graph)}
        rows = _as_igraph(graph, places).distances(source=[places[source] for source in sources])
        return [{node: int(steps) for node, steps in zip(graph, row, strict=True) if steps != float("inf")} for row in rows]
    found = (nx.single_source_shortest_path_length(graph, source) for source in sources)
    return [{node: steps[node] for node in graph if node in steps} for steps in found]


def nearness(graph: nx.Graph) -> dict[str, float]:
    """(n-1) / Σ d(v,u) over the n that v reaches, itself included; 0 where it reaches none.

    >>> nearness(nx.path_graph("ABC"))["B"]
    1.0
    """
    if igraph_is_there() and len(graph):
        values = _as_igraph(graph, {node: place for place, node in enumerate(graph)}).closeness(normalized=True)
        return {node: 0.0 if isnan(value) else value for node, value in zip(graph, values, strict=True)}
    with fast(graph):
        return dict(nx.closeness_centrality(graph, wf_improved=False))


def drawn_by_igraph(places: Sequence[Sequence[float]], edges: Sequence[Sequence[int]], step: float) -> list[list[float]]:
    """Places after rounds of Fruchterman and Reingold (1991) over a grid, from given ones in lengths of an edge.

    ``step`` is how far a node moves at most in the first round. The same places each time, by the same version of igraph.
    """
    igraph = _igraph()
    graph = igraph.Graph(n=len(places), edges=edges)
    igraph.set_random_number_generator(random.Random(1))  # where two nodes stand in one place, chance parts them
    try:
        made = graph.layout_fruchterman_reingold(seed=places, niter=_ROUNDS, start_temp=step, grid="grid")
    finally:
        igraph.set_random_number_generator(random)
    return [list(place) for place in made.coords]


def _igraph() -> Any:
    """The library without what it would draw with: that takes a second and more to load, and nothing is drawn by it here.

    Who sits at a prompt, or has loaded one of the drawing libraries, may want to draw, and gets all of it.
    """
    prompt = hasattr(sys, "ps1") or getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)() is not None
    drawing = [] if prompt or "igraph" in sys.modules else [name for name in _DRAWING if name not in sys.modules]
    if len(drawing) < len(_DRAWING):
        drawing = []
    sys.modules.update(dict.fromkeys(drawing))  # type: ignore[arg-type]  # an import of None fails, and igraph goes on without
    try:
        import igraph
    finally:
        for name in drawing:
            del sys.modules[name]
    return igraph


def _as_igraph(graph: nx.Graph, places: dict[str, int]) -> Any:
    return as_igraph(len(graph), [(places[a], places[b]) for a, b in graph.edges()])


def as_igraph(size: int, edges: Sequence[Sequence[int]]) -> Any:
    """A graph of so many nodes as igraph has them; only where :func:`igraph_is_there`."""
    return _igraph().Graph(n=size, edges=edges)
