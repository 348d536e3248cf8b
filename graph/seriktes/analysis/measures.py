"""Who stands where in the partnership network: plain tables, each measure with an example a person can count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from seriktes.analysis import standing

#: Nodes times edges up to which betweenness is exact here: some seconds without igraph. Chains in all of a large network would take
#: time that grows with its square.
_EXACT = 1_000_000


@dataclass(frozen=True, slots=True)
class Standing:
    """One body's row: ``partners`` it has, ``ties`` (edges) to them, and its ``betweenness``."""

    node: str
    label: str
    country: str | None
    partners: int
    ties: int
    betweenness: float


def simple(network: nx.MultiDiGraph) -> nx.Graph:
    """The network with parallel edges and directions put together: who is tied to whom at all."""
    graph = nx.Graph()
    graph.add_nodes_from(network.nodes)
    graph.add_edges_from((a, b) for a, b in network.edges() if a != b)
    return graph


def partners(network: nx.MultiDiGraph) -> dict[str, int]:
    """How many different bodies each is tied to: deg(v) = |{u : v and u share an edge}|.

    A is tied to B by a memorandum and by a joint project, and to C by a memorandum: A has 2 partners.

    >>> network = nx.MultiDiGraph([("A", "B"), ("A", "B"), ("A", "C")])
    >>> partners(network)
    {'A': 2, 'B': 1, 'C': 1}
    """
    return dict(simple(network).degree())


def betweenness(network: nx.MultiDiGraph) -> dict[str, float]:
    """The share of shortest chains between two others that lead through each body (Freeman 1977).

    g(v) = Σ σ(s,t|v) / σ(s,t) over pairs s, t other than v, divided by the number of such pairs,
    (n-1)(n-2)/2: σ counts the shortest chains from s to t, σ(s,t|v) those through v. Parallel edges count once.
    In the chain A - B - C - D the pairs A,C and A,D pass B, of the three pairs without B (A,C; A,D; C,D): 2/3.
    Of a large network it is estimated, see :func:`seriktes.analysis.standing.betweenness`.

    >>> betweenness(nx.MultiDiGraph([("A", "B"), ("B", "C"), ("C", "D")]))
    {'A': 0.0, 'B': 0.6667, 'C': 0.6667, 'D': 0.0}
    """
    return {node: round(value, 4) for node, (value, _) in standing.betweenness(simple(network), exact=_EXACT).items()}


def standings(partnership: nx.MultiDiGraph) -> list[Standing]:
    """The bodies of a partnership network, most partners first, then highest betweenness, then by label."""
    degree, between = partners(partnership), betweenness(partnership)
    rows: Iterable[Standing] = (
        Standing(node, data["label"], data["country"], degree[node], partnership.degree(node), between[node])
        for node, data in partnership.nodes(data=True)
    )
    return sorted(rows, key=lambda row: (-row.partners, -row.betweenness, row.label, row.node))
