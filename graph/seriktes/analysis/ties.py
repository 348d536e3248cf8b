"""The simple graphs that measures are taken on: ties between bodies, between countries, and two-mode networks."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from seriktes.analysis.kinds import PARTNER_KINDS, EdgeKind
from seriktes.analysis.network import LARGEST_EVENT, edges_in_order, select

#: Each two-mode network: types of its two sides, and the edge kind that joins them.
MODES: dict[str, tuple[tuple[str, ...], tuple[str, ...], EdgeKind]] = {
    "people-events": (("Person",), ("Event",), "participation"),
    "organisations-events": (("Organization", "Place"), ("Event",), "participation"),
    "people-organisations": (("Person",), ("Organization",), "affiliation"),
}


def types_of(kinds: Sequence[str]) -> tuple[str, ...]:
    """The types of things that ties of these kinds are counted between: partners are bodies and states, never people."""
    return ("Organization", "Place") if set(kinds) <= set(PARTNER_KINDS) else ("Person", "Organization", "Place")


def ties(network: nx.MultiDiGraph, kinds: Sequence[str] = PARTNER_KINDS) -> nx.Graph:
    """Who is tied to whom by some kinds of edges: a Graph with one tie for each pair, in the network's order.

    A tie has ``weight``, the sum of the weights of its edges (1 each; a co-participation 1/(n-1), see
    :func:`~seriktes.analysis.network.build_network`), ``count``, the number of edges, and ``kinds``, that number by kind.
    Two agreements and a joint project between A and B make one tie of weight 3.

    >>> network = nx.MultiDiGraph()
    >>> network.add_nodes_from("AB", type="Organization")
    >>> for via in "xyz":
    ...     _ = network.add_edge("A", "B", kind="agreement", weight=1.0, via=via)
    >>> ties(network)["A"]["B"]
    {'weight': 3.0, 'count': 3, 'kinds': {'agreement': 3}}
    """
    return ties_of(select(network, kinds, types_of(kinds)))


def ties_of(part: nx.MultiDiGraph, but: Sequence[str] = ()) -> nx.Graph:
    """The ties by all edges of a network, but those of some kinds, see :func:`ties`."""
    graph = nx.Graph()
    graph.add_nodes_from(part.nodes(data=True))
    for source, target, data in edges_in_order(part):
        if source != target and data["kind"] not in but:
            _add(graph, source, target, data["kind"], data["weight"])
    return graph


def country_ties(part: nx.MultiDiGraph) -> nx.Graph:
    """Which countries are tied by the edges of a network between their bodies; bodies of no known country are left out.

    The graph is like that of :func:`ties`; a node is an ISO 3166-1 code and has ``label`` and ``group``. Edges inside a
    country are no tie.
    """
    graph = nx.Graph()
    for _, data in sorted(part.nodes(data=True)):
        if data["country"]:
            graph.add_node(data["country"], label=data["country"], country=data["country"], group=data["group"], kind="country")
    for source, target, data in edges_in_order(part):
        a, b = part.nodes[source]["country"], part.nodes[target]["country"]
        if a and b and a != b:
            _add(graph, min(a, b), max(a, b), data["kind"], data["weight"])
    return nx.subgraph_view(graph, filter_node=lambda node: graph.degree(node) > 0).copy()


def two_mode(network: nx.MultiDiGraph, mode: str, largest: int = LARGEST_EVENT) -> nx.Graph:
    """A two-mode network of :data:`MODES`: nodes have ``bipartite`` 0 (left) or 1 (right), and an edge joins the two sides.

    What joins more than ``largest`` is left out, and named in ``graph.graph["too_large"]``: n of them make n(n-1)/2 pairs.
    """
    left, right, kind = MODES[mode]
    graph, types = nx.Graph(), dict(network.nodes(data="type"))
    edges = [edge for edge in network.edges(data=True) if edge[2]["kind"] == kind]
    for source, target, data in sorted(edges, key=lambda edge: (edge[0], edge[1], edge[2]["via"])):
        if types[source] in left and types[target] in right:
            graph.add_node(source, bipartite=0, **network.nodes[source])
            graph.add_node(target, bipartite=1, **network.nodes[target])
            graph.add_edge(source, target, role=data.get("label", ""))
    large = sorted(node for node, side in graph.nodes(data="bipartite") if side == 1 and graph.degree(node) > largest)
    graph.remove_nodes_from(large)
    graph.remove_nodes_from([node for node in list(graph) if graph.degree(node) == 0])
    graph.graph["too_large"] = tuple(large)
    return graph


def left_side(graph: nx.Graph) -> list[str]:
    """The left nodes of a two-mode network, sorted."""
    return sorted(node for node, side in graph.nodes(data="bipartite") if side == 0)


def projection(graph: nx.Graph) -> nx.Graph:
    """The left side of a two-mode network, tied by what they share, with Newman's weights.

    w(a,b) = Σ 1/(n(k)-1) over the k that a and b share, n(k) being how many share k (Newman 2001, Phys. Rev. E 64, 016132):
    a small meeting ties more than a large one. ``shared`` counts the k. A and B meet with C (n=3) and alone (n=2):
    1/2 + 1/1.

    >>> meetings = nx.Graph([("A", 1), ("B", 1), ("C", 1), ("A", 2), ("B", 2)])
    >>> nx.set_node_attributes(meetings, {node: int(isinstance(node, int)) for node in meetings}, "bipartite")
    >>> projection(meetings)["A"]["B"]
    {'weight': 1.5, 'shared': 2}
    """
    projected = nx.bipartite.collaboration_weighted_projected_graph(graph, left_side(graph))
    for a, b, data in projected.edges(data=True):
        data["shared"] = len(graph[a].keys() & graph[b].keys())
    return projected


def ego(graph: nx.Graph, node: str) -> nx.Graph:
    """A body, those tied to it, and the ties among them: as many of the last as there are triangles at the body.

    >>> ego(nx.path_graph("ABCD"), "B").edges()
    EdgeView([('A', 'B'), ('B', 'C')])
    """
    return nx.ego_graph(graph, node)


def _add(graph: nx.Graph, a: str, b: str, kind: str, weight: float) -> None:
    tie = graph.get_edge_data(a, b) or {"weight": 0.0, "count": 0, "kinds": {}}
    tie["weight"] += weight
    tie["count"] += 1
    tie["kinds"][kind] = tie["kinds"].get(kind, 0) + 1
    graph.add_edge(a, b, **tie)
