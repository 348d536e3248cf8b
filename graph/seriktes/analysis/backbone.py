"""Which pairs are together more than chance: the backbone of a two-mode network."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import networkx as nx

from seriktes.analysis.chance import Sdsm, benjamini_hochberg, disparity, holm, hypergeometric_tail
from seriktes.analysis.ties import left_side, projection

#: Largest share of false finds among the pairs that are kept.
ALPHA = 0.05


class Pair(NamedTuple):
    """Two of the left side that share something: how much, and how rare that is by each model.

    ``expected`` and ``p_sdsm`` are of the stochastic degree sequence model, ``holm`` and ``bh`` its p-values corrected for
    all n(n-1)/2 pairs; ``weight`` is Newman's, and ``p_disparity`` the disparity filter on it (the rarer of both ends).
    """

    a: str
    b: str
    shared: int
    expected: float
    weight: float
    p_sdsm: float
    holm: float
    bh: float
    p_hypergeometric: float
    p_disparity: float

    @property
    def kept(self) -> bool:
        """Whether the pair is in the backbone: at most five in a hundred of those kept are by chance."""
        return self.bh <= ALPHA


def backbone(graph: nx.Graph) -> list[Pair]:
    """All pairs of a two-mode network that share something, the rarest by chance first.

    Pairs that share nothing have p = 1 and are counted as tests.
    """
    left, projected = left_side(graph), projection(graph)
    degrees = {node: graph.degree(node) for node in graph}
    right = [degrees[node] for node in graph if graph.nodes[node]["bipartite"] == 1]
    model, strengths = Sdsm([degrees[node] for node in left], right), dict(projected.degree(weight="weight"))
    expected, tail, hyper = cache(model.mean), cache(model.tail), cache(hypergeometric_tail)
    edges = sorted((min(a, b), max(a, b), data) for a, b, data in projected.edges(data=True))
    p = [tail(data["shared"], *sorted((degrees[a], degrees[b]))) for a, b, data in edges]
    tests = len(left) * (len(left) - 1) // 2
    found = []
    for (a, b, data), value, strict, mild in zip(edges, p, holm(p, tests), benjamini_hochberg(p, tests), strict=True):
        low, high = sorted((degrees[a], degrees[b]))
        filtered = min(disparity(data["weight"], strengths[end], projected.degree(end)) for end in (a, b))
        chance = hyper(data["shared"], low, high, len(right))
        mean = expected(low, high)
        found.append(Pair(a, b, data["shared"], mean, data["weight"], value, strict, mild, chance, filtered))
    return sorted(found, key=lambda pair: (pair.p_sdsm, -pair.shared, pair.a, pair.b))
