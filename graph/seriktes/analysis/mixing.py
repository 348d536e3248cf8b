"""Between whom: matrices of ties by country and kind, how far groups keep to themselves, and both over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import isnan

import networkx as nx

from seriktes.analysis.network import edges_in_order


def matrix(network: nx.MultiDiGraph, kind: str, attribute: str) -> Counter[tuple[str | None, str | None]]:
    """How many edges of a kind run between bodies of each two values of an attribute, in either direction.

    The value that is not known is None and comes last. Two agreements between KZ and GB, one inside KZ:

    >>> network = nx.MultiDiGraph()
    >>> for node, country in zip("ABC", ("KZ", "GB", "KZ")):
    ...     network.add_node(node, type="Organization", country=country)
    >>> for a, b, via in (("A", "B", "x"), ("A", "B", "y"), ("A", "C", "z")):
    ...     _ = network.add_edge(a, b, kind="agreement", weight=1.0, via=via)
    >>> sorted(matrix(network, "agreement", "country").items())
    [(('GB', 'KZ'), 2), (('KZ', 'KZ'), 1)]
    """
    found: Counter[tuple[str | None, str | None]] = Counter()
    for source, target, of in network.edges(data="kind"):
        if of == kind and source != target:
            first, second = sorted(
                (network.nodes[end][attribute] for end in (source, target)), key=lambda value: (value is None, value or "")
            )
            found[first, second] += 1
    return found


def external_internal(graph: nx.Graph, groups: Mapping[str, str | None]) -> tuple[int, int, int]:
    """Ties between groups, ties inside one, and ties with an end of no known group."""
    external = internal = unknown = 0
    for a, b in graph.edges():
        if groups[a] is None or groups[b] is None:
            unknown += 1
        elif groups[a] == groups[b]:
            internal += 1
        else:
            external += 1
    return external, internal, unknown


def ei_index(external: int, internal: int) -> float | None:
    """(E - I) / (E + I): 1 where all ties leave the group, -1 where none does (Krackhardt and Stern 1988).

    Social Psychology Quarterly 51, 123-140. Three ties across and one inside: (3 - 1) / 4. None without ties.

    >>> ei_index(3, 1)
    0.5
    """
    return (external - internal) / (external + internal) if external + internal else None


def assortativity(graph: nx.Graph, groups: Mapping[str, str | None]) -> float | None:
    """How much more like is tied to like than chance has it, by what each group has of tie ends (Newman 2003).

    r = (Σ e(i,i) - Σ a(i)²) / (1 - Σ a(i)²), Phys. Rev. E 67, 026126: 1 where only like is tied, 0 by chance. Ties with an
    end of no known group are left out; None where all are of one group. Two pairs, each of its own group: 1.

    >>> assortativity(nx.Graph(["AB", "CD"]), {"A": "uk", "B": "uk", "C": "russia", "D": "russia"})
    1.0
    """
    known = nx.Graph((a, b) for a, b in graph.edges() if groups[a] is not None and groups[b] is not None)
    if not known.number_of_edges():
        return None
    nx.set_node_attributes(known, {node: groups[node] for node in known}, "of")
    if len({group for _, group in known.nodes(data="of")}) == 1:
        return None
    value = float(nx.attribute_assortativity_coefficient(known, "of"))
    return None if isnan(value) else value


def degree_assortativity(graph: nx.Graph) -> float | None:
    """Whether the well tied are tied to the well tied: the correlation of the degrees at the ends of ties (Newman 2002).

    Phys. Rev. Lett. 89, 208701. In a star the middle has only leaves: -1. None where all degrees are one.

    >>> round(degree_assortativity(nx.star_graph(3)), 6)
    -1.0
    """
    if len({k for _, k in graph.degree() if k}) < 2:
        return None
    value = float(nx.degree_assortativity_coefficient(graph))
    return None if isnan(value) else value


def year_of(network: nx.MultiDiGraph, data: Mapping[str, object], published: Mapping[str, str | None]) -> str | None:
    """The year of an edge: of the agreement, event or project between its ends, else of the first report that proves it."""
    via = str(data["via"])
    start = network.nodes[via].get("start") if via in network else None
    if start:
        return str(start)[:4]
    evidence = data["evidence"]
    days = sorted(day for item in evidence if (day := published.get(item.document)))  # type: ignore[attr-defined]
    return days[0][:4] if days else None


def slices(
    network: nx.MultiDiGraph, part: nx.MultiDiGraph, published: Mapping[str, str | None]
) -> dict[str | None, nx.MultiDiGraph]:
    """The edges of a part of a network year by year, each a network of its own; those of no known year under None, last."""
    years: dict[str | None, nx.MultiDiGraph] = {}
    found = [(year_of(network, data, published), source, target, data) for source, target, data in edges_in_order(part)]
    for year, source, target, data in sorted(found, key=lambda item: (item[0] is None, item[0] or "")):
        own = years.setdefault(year, nx.MultiDiGraph())
        for end in (source, target):
            own.add_node(end, **network.nodes[end])
        own.add_edge(source, target, key=data.get("id"), **data)
    return years
