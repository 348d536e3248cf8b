"""Places for pictures with hubs (events, and those who took part): hubs by attraction, their guests around them.

Plain floating-point arithmetic only, from a fixed start: the same network gives the same picture on every machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import ceil, cos, pi, sin, sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from seriktes.analysis.boxes import Box, Point, spread
from seriktes.analysis.kinds import COUNTRY_GROUPS
from seriktes.analysis.measures import simple

Floats = NDArray[np.float64]
#: Pictures are wider than high, as screens are.
_ASPECT = 1.75
_GOLDEN = pi * (3 - sqrt(5))
#: Hubs beyond this number are set on a spiral; attraction among all would take too long.
_MOST_ATTRACTED = 220
_ROUNDS = 90
_EDGE = 150.0
_SLACK = 0.9
#: A name's cell, in pixels, and how many cells there are for each name: room to stay near one's hub.
_CELL = (152.0, 54.0)
_CELLS_EACH = 1.22
_MOST_CELLS = 1500


def place_by_force(network: nx.MultiDiGraph, boxes: Mapping[str, Box]) -> dict[str, Point]:
    """A place for every node: hubs first, then those with a single tie on rings around theirs, then room for labels."""
    graph = simple(network)
    guests = _guests(graph)
    seated = {guest for members in guests.values() for guest in members}
    hubs = [node for node in graph if node not in seated]
    groups = {node: COUNTRY_GROUPS.index(data["group"]) for node, data in network.nodes(data=True)}
    centres = _spiral(graph.subgraph(hubs), groups)
    if len(hubs) <= _MOST_ATTRACTED:
        room = {hub: _room(len(guests.get(hub, ())), boxes[hub]) for hub in hubs}
        centres = spread(_shrunk(_attract(graph.subgraph(hubs), centres, guests), room), room, 200)
    places = dict(centres)
    for hub in hubs:
        ring = sorted(guests.get(hub, ()), key=lambda node: (network.nodes[node]["type"], groups[node], node))
        places |= _ring(ring, centres[hub])
    if len(places) > _MOST_CELLS:
        return places
    return to_cells(places, {node: graph.degree(node) for node in graph})


def _guests(graph: nx.Graph) -> dict[str, list[str]]:
    """Nodes with a single tie, by the node they are tied to; of a lone pair the second is the guest."""
    guests: dict[str, list[str]] = defaultdict(list)
    for node in sorted(graph):
        if graph.degree(node) == 1:
            (hub,) = graph[node]
            if graph.degree(hub) > 1 or hub < node:
                guests[hub].append(node)
    return dict(guests)


def _spiral(graph: nx.Graph, groups: Mapping[str, int]) -> dict[str, Point]:
    """A first place for each hub, on a spiral from the centre: neighbours follow one another, groups stay together."""
    order: list[str] = []
    seen: set[str] = set()
    for first in sorted(graph, key=lambda node: (-graph.degree(node), groups[node], node)):
        queue = [first]
        while queue:
            node = queue.pop(0)
            if node not in seen:
                seen.add(node)
                order.append(node)
                queue += sorted(graph[node], key=lambda other: (groups[other], other))
    return {
        node: (_ASPECT * 120 * sqrt(k) * round(cos(k * _GOLDEN), 6), 120 * sqrt(k) * round(sin(k * _GOLDEN), 6))
        for k, node in enumerate(order)
    }


def _attract(graph: nx.Graph, start: Mapping[str, Point], guests: Mapping[str, Sequence[str]]) -> dict[str, Point]:
    """Fruchterman and Reingold (1991): ties pull, all push, the steps grow shorter; a hub with guests pushes more."""
    nodes = list(start)
    number = {node: k for k, node in enumerate(nodes)}
    x, y = [start[node][0] / _ASPECT for node in nodes], [start[node][1] for node in nodes]
    mass = [1 + 0.55 * sqrt(len(guests.get(node, ()))) for node in nodes]
    pushes = np.tril(np.outer(_EDGE * _EDGE * np.array(mass), mass), -1)
    pushes += pushes.T
    ties = [(number[a], number[b]) for a, b in sorted(graph.edges)]
    for turn in range(_ROUNDS):
        dx, dy = _pushed_apart(np.array(x), np.array(y), pushes)
        for i, j in ties:
            across, down = x[i] - x[j], y[i] - y[j]
            pull = sqrt(across * across + down * down) / (_EDGE * sqrt(mass[i] * mass[j]))
            dx[i] -= across * pull
            dx[j] += across * pull
            dy[i] -= down * pull
            dy[j] += down * pull
        longest = 160.0 * (1 - turn / _ROUNDS) + 2
        for k in range(len(nodes)):
            length = sqrt(dx[k] * dx[k] + dy[k] * dy[k]) or 1.0
            step = min(length, longest) / length
            x[k] += dx[k] * step
            y[k] += dy[k] * step
    return {node: (_ASPECT * x[k], y[k]) for k, node in enumerate(nodes)}


def _pushed_apart(x: Floats, y: Floats, pushes: Floats) -> tuple[list[float], list[float]]:
    """How far each is moved by the middle, which pulls a little, and by all others, added one after the other in their order:
    sums in another order would differ in their last digits from machine to machine.
    """
    across, down = x[:, None] - x, y[:, None] - y
    push = pushes / (across * across + down * down + 1.0)
    moved = (np.cumsum(np.column_stack([-0.05 * own, gap * push]), axis=1)[:, -1] for own, gap in ((x, across), (y, down)))
    dx, dy = (values.tolist() for values in moved)
    return dx, dy


def _shrunk(places: Mapping[str, Point], room: Mapping[str, Box]) -> dict[str, Point]:
    """The same picture in the shape of a screen, its area about what its boxes need."""
    if len(places) < 2:
        return dict(places)
    across, down = ([place[axis] for place in places.values()] for axis in (0, 1))
    needed = sum(2 * box.half * (box.above + box.below) for box in room.values())
    high = sqrt(needed * _SLACK / _ASPECT)
    wider = _ASPECT * high / (max(across) - min(across) + 1)
    higher = high / (max(down) - min(down) + 1)
    return {node: (x * wider, y * higher) for node, (x, y) in places.items()}


def to_cells(places: Mapping[str, Point], weight: Mapping[str, int]) -> dict[str, Point]:
    """Each node in a cell of its own near its place, as in a wall of bricks, so that every name has room.

    The heaviest choose first; the wall has the shape of a screen, and every other row is moved by half a cell.
    """
    if not places:
        return {}
    rows = max(1, ceil(sqrt(len(places) * _CELLS_EACH * _CELL[0] / (_CELL[1] * _ASPECT))))
    columns = max(1, ceil(len(places) * _CELLS_EACH / rows))
    cells = [
        ((column + (row % 2) / 2 - (columns - 0.5) / 2) * _CELL[0], (row - (rows - 1) / 2) * _CELL[1])
        for row in range(rows)
        for column in range(columns)
    ]
    wide, high = (max(abs(place[axis]) for place in places.values()) or 1.0 for axis in (0, 1))
    stretch = columns * _CELL[0] / 2 / wide, rows * _CELL[1] / 2 / high
    found: dict[str, Point] = {}
    across, down = np.array(cells).T.copy()
    for node in sorted(places, key=lambda name: (-weight[name], name)):
        x, y = places[node][0] * stretch[0], places[node][1] * stretch[1]
        nearest = int(((across - x) ** 2 + (down - y) ** 2 * 2.2).argmin())
        found[node] = cells[nearest]
        across[nearest] = np.inf  # taken
    # A small step aside, each its own, so that edges do not lie one on another along the rows.
    return {
        node: (x + 22 * (k * 0.618 % 1 - 0.5), y + 13 * (k * 0.382 % 1 - 0.5)) for k, (node, (x, y)) in enumerate(found.items())
    }


def _room(guests: int, box: Box) -> Box:
    """The room a hub needs with its guests around it."""
    if not guests:
        return box
    across = 120 + 26 * sqrt(guests)
    down = 46 + 22 * sqrt(guests)
    return Box(max(box.half, across), max(box.above, down), max(box.below, down))


def _ring(guests: Sequence[str], centre: Point) -> dict[str, Point]:
    """Places of guests on rings around their hub, up to ten on the first, more on each further one."""
    places: dict[str, Point] = {}
    rest, ring = list(guests), 0
    while rest:
        now, rest = rest[: 10 + 8 * ring], rest[10 + 8 * ring :]
        across, down = 165.0 + 150 * ring, 88.0 + 76 * ring
        for k, guest in enumerate(now):
            angle = 2 * pi * (k + 0.5 * (ring + 1)) / len(now) - pi / 2
            places[guest] = (centre[0] + across * round(cos(angle), 6), centre[1] + down * round(sin(angle), 6))
        ring += 1
    return places
