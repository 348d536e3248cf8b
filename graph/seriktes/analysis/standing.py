"""Who: where each body stands among its ties. Each measure with its formula, its source and an example to count."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from math import sqrt
from statistics import fmean
from typing import TypeVar

import networkx as nx

from seriktes.analysis.backends import dependencies, distances, nearness

#: Betweenness and closeness look from every node while nodes times edges stay below this; above it from a sample of nodes.
EXACT = 2_000_000
_SOURCES, _BATCHES, _PIVOTS = 50, 5, 40
#: A measure and its standard error, which is None where it is exact.
Measured = tuple[float, float | None]
_Node = TypeVar("_Node")


def degree(graph: nx.Graph) -> dict[str, int]:
    """How many bodies each is tied to: k(v) = |N(v)| (Freeman 1979, Social Networks 1, 215-239).

    >>> degree(nx.Graph(["AB", "AC"]))
    {'A': 2, 'B': 1, 'C': 1}
    """
    return dict(graph.degree())


def strength(graph: nx.Graph) -> dict[str, float]:
    """The weights of a body's ties together: s(v) = Σ w(v,u) (Barrat et al. 2004, PNAS 101, 3747-3752).

    A signed twice with B and once with C: 3.

    >>> graph = nx.Graph()
    >>> graph.add_weighted_edges_from([("A", "B", 2.0), ("A", "C", 1.0)])
    >>> strength(graph)
    {'A': 3.0, 'B': 2.0, 'C': 1.0}
    """
    return {node: float(value) for node, value in graph.degree(weight="weight")}


def betweenness(graph: nx.Graph, seed: int = 0, exact: int = EXACT, sources: int = _SOURCES) -> dict[str, Measured]:
    """The share of shortest chains between two others that lead through each body (Freeman 1977, Sociometry 40, 35-41).

    g(v) = Σ σ(s,t|v)/σ(s,t) over pairs without v, divided by (n-1)(n-2)/2; each tie counts once. In A - B - C - D, B lies
    on A,C and A,D of the three pairs without it: 2/3. Above ``exact`` (nodes times edges) chains are followed from ``sources`` nodes
    drawn by chance (Brandes and Pich 2007, Int. J. Bifurcation and Chaos 17, 2303-2318), in five batches; the error is the
    standard error of their mean.

    >>> [round(value, 3) for value, _ in betweenness(nx.path_graph(4)).values()]
    [0.0, 0.667, 0.667, 0.0]
    """
    names = list(graph)

    def chains(chosen: Sequence[str] | None) -> list[float]:
        return list(dependencies(graph, chosen).values())

    return dict(zip(names, betweenness_by(names, graph.number_of_edges(), chains, seed, exact, sources), strict=True))


def betweenness_by(
    nodes: Sequence[_Node],
    edges: int,
    chains: Callable[[Sequence[_Node] | None], list[float]],
    seed: int = 0,
    exact: int = EXACT,
    sources: int = _SOURCES,
) -> list[Measured]:
    """The same of some nodes in their order, between which there are so many ``edges``; ``chains`` gives how much of the shortest chains
    from some of them, or from all, leads through each, as :func:`~seriktes.analysis.backends.dependencies` has it.
    """
    count = len(nodes)
    pairs = (count - 1) * (count - 2)
    if count * edges <= exact or count <= sources:
        return [(value / pairs if pairs else 0.0, None) for value in chains(None)]
    size = sources // _BATCHES
    drawn = [chains(random.Random(seed + number).sample(nodes, size)) for number in range(_BATCHES)]
    return [_mean([value * count / size / pairs for value in values]) for values in zip(*drawn, strict=True)]


def closeness(graph: nx.Graph, seed: int = 0, exact: int = EXACT) -> dict[str, Measured]:
    """How near a body is to the others of its component: c(v) = (n-1) / Σ d(v,u) (Freeman 1979).

    n counts the component only, so bodies of different components are not compared by it. In A - B - C, A is 1 and 2 away
    from the others: 2/3. Above ``exact`` the distances to 40 nodes drawn by chance stand for all (Eppstein and Wang 2004,
    J. Graph Algorithms and Applications 8, 39-45); the error is the standard error by their spread.

    >>> [round(value, 3) for value, _ in closeness(nx.path_graph(3)).values()]
    [0.667, 1.0, 0.667]
    """
    found: dict[str, Measured] = {}
    for part in components(graph):
        sub = graph.subgraph(part).copy()  # a copy: a view asks its filter at every step
        if len(part) * sub.number_of_edges() <= exact or len(part) <= _PIVOTS:
            found.update((node, (value, None)) for node, value in nearness(sub).items())
        else:
            found.update(_sampled_closeness(sub, part, seed))
    return {node: found[node] for node in graph}


def _sampled_closeness(graph: nx.Graph, nodes: list[str], seed: int) -> dict[str, Measured]:
    steps: dict[str, list[int]] = {node: [] for node in nodes}
    pivots = random.Random(seed).sample(nodes, _PIVOTS)
    for pivot, reached in zip(pivots, distances(graph, pivots), strict=True):
        for node, distance in reached.items():
            if node != pivot:
                steps[node].append(distance)
    found: dict[str, Measured] = {}
    for node, values in steps.items():
        mean, error = _mean([float(value) for value in values])
        found[node] = (1 / mean, (error or 0.0) / mean**2)
    return found


def _mean(values: list[float]) -> Measured:
    mean = fmean(values)
    return mean, sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1) / len(values))


def components(graph: nx.Graph) -> list[list[str]]:
    """The components, the largest first, each in the graph's order."""
    order = {node: place for place, node in enumerate(graph)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph)]
    return sorted(parts, key=lambda part: (-len(part), order[part[0]]))


def pagerank(graph: nx.Graph, damping: float = 0.85, tolerance: float = 1e-9) -> dict[str, float]:
    """The share of time a walker spends at each body who follows ties by weight and sometimes starts anew.

    r(v) = (1-d)/n + d Σ r(u) w(u,v)/s(u) over those tied to v, d = 0.85 (Brin and Page 1998, Computer Networks 30, 107-117).
    networkx asks for scipy here, which this package does not need otherwise. Two bodies tied to each other: 1/2 each.

    >>> pagerank(nx.Graph(["AB"]))
    {'A': 0.5, 'B': 0.5}
    """
    n, weights = len(graph), strength(graph)
    ties = {node: [(other, data.get("weight", 1.0)) for other, data in graph[node].items()] for node in graph}
    rank = dict.fromkeys(graph, 1 / n) if n else {}
    for _ in range(1000):
        loose = sum(rank[node] for node in graph if not weights[node])
        new = dict.fromkeys(graph, (1 - damping + damping * loose) / n) if n else {}
        for node in graph:
            share = damping * rank[node] / weights[node] if weights[node] else 0.0
            for other, weight in ties[node]:
                new[other] += share * weight
        moved = sum(abs(new[node] - rank[node]) for node in graph)
        rank = new
        if moved < tolerance:
            break
    return rank


def eigenvector(graph: nx.Graph) -> dict[str, float | None]:
    """Tied to the well tied: λ x(v) = Σ x(u) over those tied to v (Bonacich 1972, J. Mathematical Sociology 2, 113-120).

    Taken on the largest component, where it is unique up to its length (here 1); None elsewhere. In a triangle all have 1/√3.

    >>> [round(value or 0, 3) for value in eigenvector(nx.complete_graph(3)).values()]
    [0.577, 0.577, 0.577]
    """
    found: dict[str, float | None] = dict.fromkeys(graph)
    for part in components(graph)[:1]:
        try:
            found.update(nx.eigenvector_centrality(graph.subgraph(part).copy(), max_iter=2000))
        except nx.PowerIterationFailedConvergence:
            break
    return found


def core(graph: nx.Graph) -> dict[str, int]:
    """The largest k such that the body is one of a set in which all have at least k ties to each other (Seidman 1983).

    Social Networks 5, 269-287. A triangle with one more body tied to a corner: the triangle has 2, the other 1.

    >>> core(nx.Graph(["AB", "BC", "CA", "CD"]))
    {'A': 2, 'B': 2, 'C': 2, 'D': 1}
    """
    return dict(nx.core_number(graph))


def constraint(graph: nx.Graph) -> dict[str, float]:
    """How far a body's ties all lead to the same others: Burt's constraint (Burt 1992, Structural Holes, ch. 2).

    c(v) = Σ_j (p(v,j) + Σ_q p(v,q) p(q,j))², p(a,b) = w(a,b)/s(a), over those tied to v; q is tied to both. The middle of
    B - A - C: (1/2)² + (1/2)² = 1/2; an end, whose one tie is all it has: 1. The same numbers as ``networkx.constraint``,
    in time that grows with the triangles.

    >>> constraint(nx.Graph(["AB", "AC"]))
    {'A': 0.5, 'B': 1.0, 'C': 1.0}
    """
    weights = strength(graph)
    shares: dict[str, Mapping[str, float]] = {
        node: {other: data.get("weight", 1.0) / weights[node] for other, data in graph[node].items()} for node in graph
    }
    found = {}
    for node, own in shares.items():
        total = 0.0
        for other, share in own.items():
            around = own if len(own) <= len(shares[other]) else shares[other]
            total += (share + sum(own[q] * shares[q][other] for q in around if q in own and q in shares[other])) ** 2
        found[node] = total
    return found


def effective_size(graph: nx.Graph) -> dict[str, float]:
    """How many of a body's ties do not repeat each other: n - 2t/n, t being the ties among its n (Burt 1992; Borgatti 1997).

    Connections 20, 35-38; each tie counts once. A is tied to B, C and D, of whom B and C are tied: 3 - 2/3.

    >>> round(effective_size(nx.Graph(["AB", "AC", "AD", "BC"]))["A"], 3)
    2.333
    """
    triangles = nx.triangles(graph)
    return {node: k - 2 * triangles[node] / k if k else 0.0 for node, k in graph.degree()}
