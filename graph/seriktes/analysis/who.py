"""Tables of who: standing of bodies and countries, brokers, ego networks."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from seriktes.analysis import standing
from seriktes.analysis.brokerage import ROLES, brokerage
from seriktes.analysis.kinds import COUNTRY_GROUPS
from seriktes.analysis.subject import NO_WEIGHT, Subject
from seriktes.analysis.tables import Row, Table, by_place
from seriktes.analysis.ties import country_ties

_MEASURES = (
    "Partners", "Strength", "Betweenness", "Betweenness error", "Closeness", "Closeness error", "Component", "PageRank",
    "Eigenvector", "Core", "Constraint", "Effective size",
)  # fmt: skip
_SHOWN = ("Group", "Partners", "Strength", "Betweenness", "Closeness", "PageRank", "Core", "Constraint")


def who(subject: Subject) -> list[Table]:
    """Where each body stands: degree, strength, betweenness, closeness, PageRank, eigenvector, core, constraint."""
    graph, own = subject.ties, list(subject.kinds)
    rows = []
    for node, values in _standing(graph, subject.seed).items():
        data = graph.nodes[node]
        kinds = [sum(tie["kinds"].get(kind, 0) for tie in graph[node].values()) for kind in own]
        rows.append((node, data["label"], data["kind"], data["country"], data["group"], *values, *kinds))
    columns = ("Id", "Label", "Kind", "Country", "Group", *_MEASURES, *(f"Edges: {kind}" for kind in own))
    title = "Who stands where among those tied"
    note = _sampled(rows, columns)
    return [
        Table("who", title, columns, by_place(rows, -6, -8, 2, 1), subject.edges, _weighed(subject), note, ("Label", *_SHOWN))
    ]


def countries(subject: Subject) -> list[Table]:
    """The same for countries, tied by the edges between their bodies."""
    graph = country_ties(subject.part)
    rows = [
        (node, graph.nodes[node]["group"], *values) for node, values in _standing(graph, subject.seed).items()
    ]  # a country's label is its code
    title = "Which countries stand where among those tied by their bodies"
    note = "Bodies of no known country are left out, and edges inside a country."
    ordered, columns = by_place(rows, -3, -4, 1), ("Country", "Group", *_MEASURES)
    return [Table("countries", title, columns, ordered, subject.edges, _weighed(subject), note, ("Country", *_SHOWN))]


def _weighed(subject: Subject) -> str:
    return f"strength, PageRank, constraint: {subject.weight}; all others: {NO_WEIGHT}"


def _standing(graph: nx.Graph, seed: int) -> dict[str, Row]:
    """The measures of each node in the order of :data:`_MEASURES`."""
    between, close = standing.betweenness(graph, seed), standing.closeness(graph, seed)
    sizes = {node: len(part) for part in standing.components(graph) for node in part}
    plain = (standing.degree(graph), standing.strength(graph))
    later = (sizes, standing.pagerank(graph), standing.eigenvector(graph), standing.core(graph), standing.constraint(graph))
    effective = standing.effective_size(graph)
    return {
        node: (
            *(column[node] for column in plain),
            *between[node],
            *close[node],
            *(column[node] for column in later),
            effective[node],
        )
        for node in graph
    }


def _sampled(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """What to say of estimates: the largest standard error of each, and that they are estimates."""
    told = []
    for place, column in enumerate(columns):
        errors = [cell for row in rows if isinstance(cell := row[place], float)] if column.endswith(" error") else []
        if errors:
            told.append(
                f"{column.removesuffix(' error')} is estimated from a sample; the largest standard error is {max(errors):.4f}."
            )
    return " ".join(told) or "All values are exact."


def brokers(subject: Subject) -> list[Table]:
    """Who stands between which groups of countries, by the five roles."""
    graph = subject.ties
    counted = brokerage(graph, dict(graph.nodes(data="group")))
    rows = [
        (node, graph.nodes[node]["label"], graph.nodes[node]["group"], *(roles[role] for role in ROLES), sum(roles.values()))
        for node, roles in counted.items()
    ]
    columns = ("Id", "Label", "Group", *(role.capitalize() for role in ROLES), "Total")
    note = f"Groups: {', '.join(COUNTRY_GROUPS)}; pairs are ordered, so one between two without a tie counts twice."
    title = "Who stands between whom: roles of Gould and Fernandez"
    return [Table("brokers", title, columns, by_place(rows, -9, -8, 2, 1), subject.edges, NO_WEIGHT, note, columns[1:])]


def egos(subject: Subject) -> list[Table]:
    """What each body's own surroundings are: its partners, the ties among them, their groups."""
    graph, triangles = subject.ties, nx.triangles(subject.ties)
    rows = []
    for node in graph:
        n, among = graph.degree(node), triangles[node]
        groups = [graph.nodes[other]["group"] for other in graph[node]]
        density = 2 * among / (n * (n - 1)) if n > 1 else None
        rows.append((node, graph.nodes[node]["label"], n, among, density, *(groups.count(group) for group in COUNTRY_GROUPS)))
    columns = ("Id", "Label", "Partners", "Ties among them", "Density", *(f"Partners: {group}" for group in COUNTRY_GROUPS))
    title = "Ego networks: with whom each body is tied, and whether those are tied"
    note = "Density is the share of the pairs of partners that are tied."
    return [Table("egos", title, columns, by_place(rows, -3, 2, 1), subject.edges, NO_WEIGHT, note, columns[1:5])]
