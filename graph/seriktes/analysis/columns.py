"""Places in columns: partners by country group, Kazakhstan in the middle; or agreements with their parties on both sides.

Labels run across, so partners stand beside one another and memoranda have the room between the columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import cos, pi, sin

import networkx as nx

from seriktes.analysis.boxes import Box, Point, settle
from seriktes.analysis.kinds import COUNTRY_GROUPS, CountryGroup
from seriktes.analysis.measures import simple

COLUMN_GAP = 246.0
ROW_GAP = 38.0
GROUP_GAP = 66.0
_LEFT: tuple[CountryGroup, ...] = ("uk", "international")
_RIGHT: tuple[CountryGroup, ...] = ("central-asia", "russia", "other")
_SWEEPS = 24
#: Each sweep draws the picture together by this factor; the gaps keep the rows apart.
_CALL_HOME = 0.8
#: A column with more rows is folded: its nodes stand by turns to the left and right of its line.
_MOST_ROWS = 16


def place_in_columns(network: nx.MultiDiGraph, boxes: Mapping[str, Box]) -> dict[str, Point]:
    """A place for every node: x by its country group, y near its partners, no two in a column too close."""
    graph = simple(network)
    side = {node: _side(data["group"]) for node, data in network.nodes(data=True)}
    groups = {node: COUNTRY_GROUPS.index(data["group"]) for node, data in network.nodes(data=True)}
    return _settled(graph, _columns(graph, side), side, groups, boxes)


def place_two_mode(network: nx.MultiDiGraph, boxes: Mapping[str, Box]) -> dict[str, Point]:
    """A place for every node of a network of agreements: they in the middle, parties of one on either side of it.

    What an agreement is about and where it was concluded stand to the right of the parties. Parties alternate along the
    chains that agreements make, beginning with the one of most agreements, so that few edges cross.
    """
    graph = simple(network)
    kinds = dict(network.nodes(data="type"))
    bodies = graph.subgraph(node for node in graph if kinds[node] not in ("Event", "Project"))
    column = {node: 2 for node in graph if node not in bodies}
    order = sorted(bodies, key=lambda node: (kinds[node] == "Agreement", -bodies.degree(node), node))
    for first in order:
        for node in [first, *(other for _, other in nx.bfs_edges(bodies, first, sort_neighbors=sorted))]:
            if node in column:
                continue
            beyond = [column[party] for deal in bodies[node] for party in bodies[deal] if party in column and party != node]
            column[node] = 0 if kinds[node] == "Agreement" else 1 if beyond.count(-1) > beyond.count(1) else -1
    columns: dict[int, list[str]] = defaultdict(list)
    for node in sorted(graph):
        columns[column[node]].append(node)
    return _settled(graph, columns, column, dict.fromkeys(graph, 0), boxes)


def _settled(
    graph: nx.Graph,
    columns: Mapping[int, list[str]],
    side: Mapping[str, int],
    groups: Mapping[str, int],
    boxes: Mapping[str, Box],
) -> dict[str, Point]:
    """Heights found by sweeps over the columns until each node is near those it is tied to, groups kept together."""
    heights = _start(graph, groups, side)
    for _ in range(_SWEEPS):
        for column in sorted(columns, key=lambda number: (abs(number), number)):
            _sweep(columns[column], graph, heights, groups, boxes)
    middle = (min(heights.values(), default=0.0) + max(heights.values(), default=0.0)) / 2
    places: dict[str, Point] = {}
    for number, members in columns.items():
        ordered = sorted(members, key=lambda node: (heights[node], node))
        for row, node in enumerate(ordered):
            places[node] = (number * COLUMN_GAP + _stagger(node, row, ordered, graph), heights[node] - middle)
    return places


def _side(group: str) -> int:
    return -1 if group in _LEFT else 1 if group in _RIGHT else 0


def _columns(graph: nx.Graph, side: Mapping[str, int]) -> dict[int, list[str]]:
    """Column number to nodes: -2 and 2 are abroad; at home, those with partners abroad stand towards them."""
    columns: dict[int, list[str]] = defaultdict(list)
    for node in sorted(graph):
        abroad = sum(side[other] for other in graph[node])
        home = (abroad > 0) - (abroad < 0)
        columns[2 * side[node] if side[node] else home].append(node)
    return dict(columns)


def _start(graph: nx.Graph, groups: Mapping[str, int], side: Mapping[str, int]) -> dict[str, float]:
    """First heights: component after component, those with partners in the same groups near one another."""
    heights: dict[str, float] = {}
    components = sorted(
        (sorted(members) for members in nx.connected_components(graph)),
        key=lambda members: (_abroad(members, groups, side), -len(members), members),
    )
    below = 0.0
    for members in components:
        for row, node in enumerate(sorted(members, key=lambda name: (-graph.degree(name), name))):
            heights[node] = below + 40.0 * row
        below += 40.0 * len(members) + 80
    return heights


def _abroad(members: Sequence[str], groups: Mapping[str, int], side: Mapping[str, int]) -> float:
    """Where a component belongs from top to bottom: by the order of its members' groups within their columns."""
    order = {group: place / max(1, len(column) - 1) for column in (_LEFT, _RIGHT) for place, group in enumerate(column)}
    ranks = [order.get(COUNTRY_GROUPS[groups[node]], 0.5) for node in members if side[node]]
    return sum(ranks) / len(ranks) if ranks else 0.5


def _sweep(
    members: list[str], graph: nx.Graph, heights: dict[str, float], groups: Mapping[str, int], boxes: Mapping[str, Box]
) -> None:
    """Move the nodes of one column to the mean height of their partners, groups kept together."""

    def wish(node: str) -> float:
        others = [heights[other] for other in graph[node]]
        return _CALL_HOME * (sum(others) + 0.5 * heights[node]) / (len(others) + 0.5)

    wishes = {node: wish(node) for node in members}
    by_group: dict[int, list[float]] = defaultdict(list)
    for node in members:
        by_group[groups[node]].append(wishes[node])
    order = {group: sum(values) / len(values) for group, values in by_group.items()}
    members.sort(key=lambda node: (order[groups[node]], groups[node], wishes[node], node))
    gaps = [0.0]
    for upper, lower in pairwise(members):
        apart = ROW_GAP if groups[upper] == groups[lower] else GROUP_GAP
        fold = 0.5 if len(members) > _MOST_ROWS else 1.0
        gaps.append((boxes[upper].below + boxes[lower].above + apart) * fold)
    for node, height in zip(members, settle([wishes[node] for node in members], gaps), strict=True):
        heights[node] = height


def _stagger(node: str, row: int, ordered: Sequence[str], graph: nx.Graph) -> float:
    """A step aside for nodes tied to others of their own column, so that their edges do not lie on one line."""
    turn = -1.0 if row % 2 else 1.0
    tied = sum(1 for other in graph[node] if other in ordered)
    if len(ordered) > _MOST_ROWS:
        return turn * COLUMN_GAP * 0.4
    return turn * 34.0 if tied > 1 else 0.0


def place_around(graph: nx.Graph) -> dict[str, tuple[int, int]]:
    """The strongest in the middle, the others on ellipses around it in the order given, at most fourteen on the first.

    >>> place_around(nx.Graph([("KZ", "RU")]))
    {'KZ': (0, 0), 'RU': (0, -150)}
    """
    rest = list(graph)
    if not rest:
        return {}
    middle = max(rest, key=lambda node: (graph.degree(node, weight="weight"), -rest.index(node)))
    rest.remove(middle)
    places, ring = {middle: (0, 0)}, 1
    while rest:
        now, rest = rest[: 14 * ring], rest[14 * ring :]
        for place, node in enumerate(now):
            angle = 2 * pi * place / len(now) - pi / 2
            places[node] = (round(210 * ring * cos(angle)), round(150 * ring * sin(angle)))
        ring += 1
    return places
