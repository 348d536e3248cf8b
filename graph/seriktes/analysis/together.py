"""Tables of two-mode networks: who went where, who is together, and which pairs are together more than chance."""

from __future__ import annotations

import networkx as nx

from seriktes.analysis.backbone import ALPHA, backbone
from seriktes.analysis.groups import articulation, bridges, communities
from seriktes.analysis.subject import NO_WEIGHT, Subject
from seriktes.analysis.tables import Row, Table, by_place, told_p
from seriktes.analysis.ties import MODES, left_side, projection, two_mode

_NEWMAN = "Newman: Σ 1/(n-1) over what two share"


def links(subject: Subject) -> list[Table]:
    """The two-mode networks as they are: one row for each link of people and bodies to events and bodies."""
    return [_links(subject, mode) for mode in MODES]


def _links(subject: Subject, mode: str) -> Table:
    graph = two_mode(subject.network, mode)
    rows = [
        (left, subject.label(left), right, subject.label(right), graph.edges[left, right]["role"], graph.degree(right))
        for left in left_side(graph)
        for right in sorted(graph[left])
    ]
    columns = ("Id", "Label", "With id", "With", "How", "Joined by")
    title, ordered = f"Two-mode network: {mode}", by_place(rows, 2, 1, 4, 3)
    return Table(mode, title, columns, ordered, MODES[mode][2], "none", _large(graph), ("Label", "With", "How", "Joined by"))


def _large(graph: nx.Graph) -> str:
    large = graph.graph["too_large"]
    return f"Left out as too large: {', '.join(large)}." if large else ""


def together(subject: Subject) -> list[Table]:
    """Who is together how often, and which pairs are so more than chance would have it."""
    rows: list[Row] = []
    notes = []
    for mode in MODES:
        graph = two_mode(subject.network, mode)
        notes.append(_large(graph))
        for a, b, data in projection(graph).edges(data=True):
            first, second = sorted((a, b))
            rows.append((mode, first, subject.label(first), second, subject.label(second), data["shared"], data["weight"]))
    columns = ("Mode", "A id", "A", "B id", "B", "Shared", "Newman weight")
    title, note = "Who is together: projections of the two-mode networks", " ".join(filter(None, notes))
    ordered, shown = by_place(rows, 1, -7, 3, 5, 2, 4), ("Mode", "A", "B", "Shared", "Newman weight")
    return [Table("together", title, columns, ordered, _two_mode_kinds(), _NEWMAN, note, shown)]


def more_than_chance(subject: Subject) -> list[Table]:
    """The backbone of each two-mode network, with corrected p-values."""
    rows: list[Row] = []
    notes = []
    for mode in MODES:
        graph = two_mode(subject.network, mode)
        notes.append(_large(graph))
        for pair in backbone(graph):
            rare = (pair.p_sdsm, pair.holm, pair.bh, pair.p_hypergeometric, pair.p_disparity)
            names = (mode, pair.a, subject.label(pair.a), pair.b, subject.label(pair.b), pair.shared, round(pair.expected, 4))
            rows.append((*names, *map(told_p, rare), "yes" if pair.kept else "no"))
    columns = (
        "Mode", "A id", "A", "B id", "B", "Shared", "Expected", "p SDSM", "p Holm", "p Benjamini-Hochberg", "p hypergeometric",
        "p disparity", "Kept",
    )  # fmt: skip
    note = f"Kept: p Benjamini-Hochberg of the SDSM ≤ {ALPHA}. " + " ".join(filter(None, notes))
    weight = f"none; the disparity filter: {_NEWMAN}"
    title = "Which pairs are together more than chance"
    shown = ("Mode", "A", "B", "Shared", "Expected", "p SDSM", "p Benjamini-Hochberg", "Kept")
    return [Table("backbone", title, columns, tuple(rows), _two_mode_kinds(), weight, note.strip(), shown)]


def _two_mode_kinds() -> str:
    return ", ".join(sorted({kind for _, _, kind in MODES.values()}))


def company(subject: Subject) -> list[Table]:
    """Communities with their stability, and the ties and bodies that hold the network together."""
    graph = subject.ties
    found = communities(graph, subject.seed)
    groups: list[Row] = []
    members: list[Row] = []
    for number, part in enumerate(found.parts, start=1):
        first = sorted(part, key=lambda node: (-graph.degree(node), subject.label(node), node))[:5]
        stable = sum(found.stability[node] for node in part) / len(part)
        inside = graph.subgraph(part).number_of_edges()
        outside = sum(graph.degree(node) for node in part) - 2 * inside
        groups.append((number, len(part), stable, inside, outside, "; ".join(map(subject.label, first))))
        members += [(number, node, subject.label(node), graph.nodes[node]["group"], found.stability[node]) for node in part]
    note = f"Louvain, best of {found.runs} runs, modularity {found.modularity:.4f}; stability 1: the same company in all runs."
    cut = [(a, subject.label(a), b, subject.label(b), n) for a, b, n in bridges(graph)]
    hold = [(node, subject.label(node), graph.degree(node), pieces) for node, pieces in articulation(graph).items()]
    of_members = ("Group", "Id", "Label", "Countries", "Stability")
    of_groups = ("Group", "Bodies", "Stability", "Ties inside", "Ties outside", "First members")
    return [
        Table("groups", "Communities", of_groups, tuple(groups), subject.edges, subject.weight, note),
        Table("members", "Who is in which community", of_members, by_place(members, 1, 3, 2), subject.edges, subject.weight, "",
              ("Group", "Label", "Countries", "Stability")),
        Table("bridges", "Ties whose loss cuts the network", ("A id", "A", "B id", "B", "Cuts off"),
              by_place(cut, -5, 2, 4, 1, 3), subject.edges, NO_WEIGHT, "", ("A", "B", "Cuts off")),
        Table("articulation", "Bodies whose loss cuts the network", ("Id", "Label", "Partners", "Pieces"),
              by_place(hold, -4, -3, 2, 1), subject.edges, NO_WEIGHT, "", ("Label", "Partners", "Pieces")),
    ]  # fmt: skip
