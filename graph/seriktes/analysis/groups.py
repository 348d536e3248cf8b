"""Groups: communities and how stable they are, and the ties and bodies that hold the network together."""

from __future__ import annotations

from statistics import fmean
from typing import NamedTuple

import networkx as nx

#: Edges looked at by all runs together; a larger network gets fewer runs, at least three.
_WORK = 300_000


class Communities(NamedTuple):
    """The best partition of some runs: ``parts`` by size, its ``modularity``, and how alike the ``runs`` are.

    ``stability`` is for each body the mean over the other runs of |A ∩ B| / |A ∪ B|, A its community here and B there
    (Jaccard): 1 where each run finds the same company.
    """

    parts: list[list[str]]
    modularity: float
    runs: int
    stability: dict[str, float]


def communities(graph: nx.Graph, seed: int = 0, runs: int = 10) -> Communities:
    """Bodies more tied among themselves than chance would have it: Louvain (Blondel et al. 2008, J. Stat. Mech. P10008).

    Greatest Q = Σ_c (L(c)/m - (k(c)/2m)²), L(c) the weight inside c, k(c) the strength of its bodies, m all weight (Newman
    and Girvan 2004, Phys. Rev. E 69, 026113). Louvain depends on chance, so it runs from several seeds and the best is kept.
    Two triangles joined by one tie: Q = 2 (3/7 - (7/14)²) = 5/14.

    >>> found = communities(nx.Graph(["AB", "BC", "CA", "CD", "DE", "EF", "FD"]))
    >>> found.parts, round(found.modularity, 4), found.stability["A"]
    ([['A', 'B', 'C'], ['D', 'E', 'F']], 0.3571, 1.0)
    """
    if not graph.number_of_edges():
        return Communities([[node] for node in graph], 0.0, 0, dict.fromkeys(graph, 1.0))
    names = list(graph)
    # Numbers, not names: sets of names would be walked in an order that differs from run to run.
    plain = nx.convert_node_labels_to_integers(graph)
    runs = max(min(runs, 3), min(runs, _WORK // graph.number_of_edges()))
    found = [nx.community.louvain_communities(plain, weight="weight", seed=seed + number) for number in range(runs)]
    qualities = [round(nx.community.modularity(plain, parts, weight="weight"), 9) for parts in found]
    best = qualities.index(max(qualities))
    parts = sorted((sorted(part) for part in found[best]), key=lambda part: (-len(part), part))
    alike = _stability(parts, [run for number, run in enumerate(found) if number != best])
    named = [[names[node] for node in part] for part in parts]
    return Communities(named, qualities[best], runs, {names[node]: value for node, value in alike.items()})


def _stability(parts: list[list[int]], others: list[list[set[int]]]) -> dict[int, float]:
    company = [{node: part for part in run for node in part} for run in others]
    found = {}
    for part in parts:
        own = set(part)
        seen: dict[tuple[int, ...], float] = {}
        for node in part:
            theirs = [run[node] for run in company]
            key = tuple(map(id, theirs))
            if key not in seen:
                seen[key] = fmean(len(own & other) / len(own | other) for other in theirs) if theirs else 1.0
            found[node] = seen[key]
    return found


def bridges(graph: nx.Graph) -> list[tuple[str, str, int]]:
    """Ties whose loss cuts the network, with how many bodies are cut off: the smaller side (Tarjan 1974).

    Information Processing Letters 2, 160-161. In A - B - C - D, B - C cuts off two.

    >>> bridges(nx.path_graph("ABCD"))
    [('B', 'C', 2), ('A', 'B', 1), ('C', 'D', 1)]
    """
    cut = [(min(a, b), max(a, b)) for a, b in nx.bridges(graph)]
    whole = graph.copy()
    whole.remove_edges_from(cut)
    piece_of = {node: number for number, part in enumerate(nx.connected_components(whole)) for node in part}
    sizes = dict.fromkeys(piece_of.values(), 0)
    for piece in piece_of.values():
        sizes[piece] += 1
    tree = nx.Graph((piece_of[a], piece_of[b]) for a, b in cut)
    below: dict[frozenset[int], int] = {}
    for part in list(nx.connected_components(tree)):
        root = min(part)
        order = list(nx.dfs_postorder_nodes(tree, root))
        above = dict(nx.dfs_predecessors(tree, root))
        total, held = sum(sizes[piece] for piece in part), {piece: sizes[piece] for piece in part}
        for piece in order:
            if piece in above:
                held[above[piece]] += held[piece]
                below[frozenset((piece, above[piece]))] = min(held[piece], total - held[piece])
    found = [(a, b, below[frozenset((piece_of[a], piece_of[b]))]) for a, b in cut]
    return sorted(found, key=lambda bridge: (-bridge[2], bridge[0], bridge[1]))


def articulation(graph: nx.Graph) -> dict[str, int]:
    """Bodies whose loss cuts the network, with the number of pieces their component falls into (Tarjan 1972).

    SIAM J. Computing 1, 146-160. The middle of a star of three leaves three pieces.

    >>> articulation(nx.star_graph("MABC"))
    {'M': 3}
    """
    pieces = dict.fromkeys(graph, 0)
    for part in nx.biconnected_components(graph):
        for node in part:
            pieces[node] += 1
    return {node: n for node, n in pieces.items() if n > 1}
