"""Networks in columns: what pictures of very many things ask of a network, without an object for each node and edge.

Nodes are numbers, from 0 on in the order of their ids; edges are rows of arrays, in the order of
:func:`~seriktes.analysis.network.edges_in_order`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from seriktes.analysis import standing
from seriktes.analysis.backends import as_igraph, igraph_is_there
from seriktes.analysis.kinds import EDGE_KINDS

Numbers = NDArray[np.int64]
Chosen = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Flat:
    """All edges of a network: the numbers of their ends, of their kinds in :data:`~seriktes.analysis.kinds.EDGE_KINDS`, their
    weights; and of each node the number of its type in ``types``.
    """

    sources: Numbers
    targets: Numbers
    kinds: Numbers
    weights: Floats
    of_type: Numbers
    types: tuple[str, ...]

    @classmethod
    def of(cls, network: nx.MultiDiGraph, links: Sequence[tuple[str, str, Mapping[str, Any]]], number: Mapping[str, int]) -> Flat:
        """The columns of a network; ``links`` are its edges in order, ``number`` is that of each node."""
        kind = {name: place for place, name in enumerate(EDGE_KINDS)}
        typed: Mapping[str, str] = dict(network.nodes(data="type"))
        types = tuple(sorted(set(typed.values())))
        type_number = {name: place for place, name in enumerate(types)}
        return cls(
            np.array([number[source] for source, _, _ in links], np.int64),
            np.array([number[target] for _, target, _ in links], np.int64),
            np.array([kind[data["kind"]] for _, _, data in links], np.int64),
            np.array([data["weight"] for _, _, data in links], np.float64),
            np.array([type_number[typed[node]] for node in number], np.int64),
            types,
        )

    def of_kinds(self, kinds: Collection[str]) -> Chosen:
        """The edges of some kinds."""
        return np.isin(self.kinds, [EDGE_KINDS.index(kind) for kind in kinds])

    def typed(self, types: Collection[str]) -> Chosen:
        """The nodes of some types."""
        return np.isin(self.of_type, [place for place, name in enumerate(self.types) if name in types])

    def between(self, kinds: Collection[str], types: Collection[str]) -> Chosen:
        """The edges of some kinds between nodes of some types."""
        typed = self.typed(types)
        return self.of_kinds(kinds) & typed[self.sources] & typed[self.targets]

    def touched(self, chosen: Chosen) -> Numbers:
        """The nodes at the ends of some edges, in order."""
        found = np.zeros(len(self.of_type), np.bool_)
        found[self.sources[chosen]] = found[self.targets[chosen]] = True
        return np.flatnonzero(found)

    def ties(self, chosen: Chosen, nodes: Numbers) -> Ties:
        """Who is tied to whom by some edges, which all lie between ``nodes``, in their order."""
        place = np.full(len(self.of_type), -1, np.int64)
        place[nodes] = np.arange(len(nodes))
        one, other = place[self.sources[chosen]], place[self.targets[chosen]]
        apart = one != other
        low, high = np.minimum(one, other)[apart], np.maximum(one, other)[apart]
        size = max(1, len(nodes))
        pairs, which = np.unique(low * size + high, return_inverse=True)
        weights = np.bincount(which, self.weights[chosen][apart], len(pairs)).astype(np.float64)
        return Ties(len(nodes), pairs // size, pairs % size, weights)


@dataclass(frozen=True)
class Ties:
    """A simple graph of nodes 0 to ``size`` - 1: each pair once, the lower number in ``low``, sorted, with its weight."""

    size: int
    low: Numbers
    high: Numbers
    weights: Floats

    def degree(self) -> Numbers:
        """How many others each is tied to."""
        return np.bincount(self.low, minlength=self.size) + np.bincount(self.high, minlength=self.size)

    def measured(self, sources: int) -> dict[str, list[float]]:
        """Degree, strength, betweenness and core of each node, as :mod:`~seriktes.analysis.standing` has them; betweenness of a large
        one by chains from so many ``sources``.
        """
        if not igraph_is_there():
            graph = self._as_networkx()
            between = [value for value, _ in standing.betweenness(graph, sources=sources).values()]
            core = list(standing.core(graph).values())
        else:
            made = as_igraph(self.size, np.column_stack([self.low, self.high]).tolist())

            def chains(chosen: Sequence[int] | None) -> list[float]:
                return [round(2 * value, 9) for value in made.betweenness(directed=False, sources=chosen)]

            found = standing.betweenness_by(range(self.size), len(self.low), chains, sources=sources)
            between, core = [value for value, _ in found], made.coreness()
        weight = np.bincount(self.low, self.weights, self.size) + np.bincount(self.high, self.weights, self.size)
        return {"degree": self.degree().tolist(), "strength": weight.tolist(), "betweenness": between, "core": core}

    def _as_networkx(self) -> nx.Graph:
        graph = nx.Graph()
        graph.add_nodes_from(range(self.size))
        graph.add_edges_from(zip(self.low.tolist(), self.high.tolist(), strict=True))
        return graph
