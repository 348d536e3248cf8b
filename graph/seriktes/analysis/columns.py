"""Places for the partnership picture: columns by country group, Kazakhstan in the middle, partners to its sides.

Labels run across, so partners stand beside one another and memoranda have the room between the columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

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
    columns = _columns(graph, side)
    groups = {node: COUNTRY_GROUPS.index(data["group"]) for node, data in network.nodes(data=True)}
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
    ranks = [order[COUNTRY_GROUPS[groups[node]]] for node in members if side[node]]
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
