"""Tables of between whom: countries and kinds, how far groups keep to themselves, and both over time."""

from __future__ import annotations

import networkx as nx

from seriktes.analysis.mixing import (
    assortativity,
    degree_assortativity,
    ei_index,
    external_internal,
    matrix,
    slices,
)
from seriktes.analysis.standing import components
from seriktes.analysis.subject import NO_WEIGHT, Subject
from seriktes.analysis.tables import Row, Table, by_place
from seriktes.analysis.ties import ties, ties_of

_UNKNOWN = "not known"
_EDGE = "1 an edge"


def matrices(subject: Subject) -> list[Table]:
    """Edges between each two countries and each two kinds of bodies, one edge kind apart from the other."""
    return [
        _matrix(subject, "by-country", "Edges between countries", "country"),
        _matrix(subject, "by-kind", "Edges between kinds of bodies", "kind"),
    ]


def _matrix(subject: Subject, name: str, title: str, attribute: str) -> Table:
    rows: list[Row] = [
        (kind, first or _UNKNOWN, second or _UNKNOWN, n)
        for kind in subject.kinds
        for (first, second), n in matrix(subject.part, kind, attribute).items()
    ]
    ordered = sorted(by_place(rows, -4, 2, 3), key=lambda row: subject.kinds.index(str(row[0])))
    return Table(name, title, ("Edges", "From", "To", "Number"), tuple(ordered), subject.edges, _EDGE, "Either direction.")


def mixing(subject: Subject) -> list[Table]:
    """E-I index and assortativity of each edge kind by group of countries, country and kind of body."""
    rows: list[Row] = []
    names = [*((kind,) for kind in subject.kinds), *([subject.kinds] if len(subject.kinds) > 1 else [])]
    for kinds in names:
        graph = ties(subject.part, kinds)
        if not graph.number_of_edges():
            continue
        like = degree_assortativity(graph)
        for attribute in ("group", "country", "kind"):
            rows.append((" + ".join(kinds), attribute, *_mixed(graph, attribute), like))
    columns = ("Edges", "By", "External", "Internal", "Not known", "E-I index", "Assortativity", "Degree assortativity")
    note = "A group of countries is never unknown: bodies of no known country are «other»."
    return [Table("mixing", "Whether like is tied to like", columns, tuple(rows), subject.edges, NO_WEIGHT, note)]


def _mixed(graph: nx.Graph, attribute: str) -> Row:
    groups = dict(graph.nodes(data=attribute))
    external, internal, unknown = external_internal(graph, groups)
    return external, internal, unknown, ei_index(external, internal), assortativity(graph, groups)


def time(subject: Subject) -> list[Table]:
    """Each year's network, and the share of its edges that cross a border."""
    parts = slices(subject.network, subject.part, subject.published)
    return [_slices(subject, parts), _borders(subject, parts)]


def _slices(subject: Subject, parts: dict[str | None, nx.MultiDiGraph]) -> Table:
    known_bodies, known_ties = set[str](), set[frozenset[str]]()
    rows: list[Row] = []
    for year, part in parts.items():
        graph = ties_of(part)
        bodies, pairs = set(graph), {frozenset(pair) for pair in graph.edges()}
        largest = max((len(piece) for piece in components(graph)), default=0)
        new = (len(bodies - known_bodies), len(pairs - known_ties)) if year else (None, None)
        rows.append((year or _UNKNOWN, len(bodies), new[0], len(pairs), new[1], part.number_of_edges(), largest))
        known_bodies, known_ties = known_bodies | bodies, known_ties | pairs
    columns = ("Year", "Bodies", "New bodies", "Ties", "New ties", "Number of edges", "Largest component")
    note = "An edge's year is that of its agreement, event or project, else of the first report that proves it."
    return Table("slices", "Year by year", columns, tuple(rows), subject.edges, NO_WEIGHT, note)


def _borders(subject: Subject, parts: dict[str | None, nx.MultiDiGraph]) -> Table:
    rows: list[Row] = []
    for year, part in parts.items():
        for kind in subject.kinds:
            counted = matrix(part, kind, "country")
            known = {pair: n for pair, n in counted.items() if None not in pair}
            across = sum(n for (a, b), n in known.items() if a != b)
            total = sum(known.values())
            if counted:
                unknown = sum(counted.values()) - total
                rows.append((year or _UNKNOWN, kind, total, across, across / total if total else None, unknown))
    columns = ("Year", "Edges", "Number", "Across a border", "Share", "Country not known")
    note = "The share is of the edges whose two ends have a known country."
    return Table("cross-border", "Edges across borders, year by year", columns, tuple(rows), subject.edges, _EDGE, note)
