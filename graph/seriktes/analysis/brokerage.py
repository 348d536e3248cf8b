"""Who stands between which groups: the brokerage roles of Gould and Fernandez."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal, get_args

import networkx as nx

Role = Literal["coordinator", "itinerant", "gatekeeper", "representative", "liaison"]
ROLES: tuple[Role, ...] = get_args(Role)


def role_of(first: str, broker: str, last: str) -> Role:
    """The role of a broker between two, by the groups of the three.

    >>> role_of("kazakhstan", "kazakhstan", "uk"), role_of("uk", "kazakhstan", "kazakhstan")
    ('representative', 'gatekeeper')
    """
    if first == broker == last:
        return "coordinator"
    if first == last:
        return "itinerant"
    if broker == last:
        return "gatekeeper"
    return "representative" if first == broker else "liaison"


def brokerage(graph: nx.Graph | nx.DiGraph, groups: Mapping[str, str]) -> dict[str, dict[Role, int]]:
    """How often each body stands between two that are not tied: by role (Gould and Fernandez 1989, Sociological Methodology 19).

    b(v) counts the ordered pairs (a, c) with a → v → c and no a → c: as coordinator where all three are of one group,
    itinerant where a and c are of one and v is not, gatekeeper where v and c are, representative where a and v are, liaison
    where all differ. A tie without direction counts both ways, so there gatekeeper equals representative and the others are
    even. B of Kazakhstan between A of Kazakhstan and C of the UK is once representative (A, C), once gatekeeper (C, A).

    >>> roles = brokerage(nx.Graph(["AB", "BC"]), {"A": "kazakhstan", "B": "kazakhstan", "C": "uk"})
    >>> {role: n for role, n in roles["B"].items() if n}
    {'gatekeeper': 1, 'representative': 1}
    """
    before = graph.pred if graph.is_directed() else graph.adj
    return {node: _roles(graph, node, before[node], groups) for node in graph}


def _roles(graph: nx.Graph, node: str, before: Mapping[str, object], groups: Mapping[str, str]) -> dict[Role, int]:
    """All pairs by their groups, less those that are one body or tied: so hubs cost triangles, not pairs."""
    after = graph.adj[node]
    sources, targets = Counter(groups[a] for a in before if a != node), Counter(groups[c] for c in after if c != node)
    pairs = Counter({(g, h): n * m for g, n in sources.items() for h, m in targets.items()})
    for a in before:
        if a == node:
            continue
        reached = graph.adj[a]
        small, large = (reached, after) if len(reached) <= len(after) else (after, reached)
        for c in small:
            if c in large and c not in (a, node):
                pairs[groups[a], groups[c]] -= 1
        if a in after:
            pairs[groups[a], groups[a]] -= 1
    counted = dict.fromkeys(ROLES, 0)
    for (first, last), n in pairs.items():
        counted[role_of(first, groups[node], last)] += n
    return counted
