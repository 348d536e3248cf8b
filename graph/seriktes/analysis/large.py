"""Places for large networks: distances to a few pivots first, then attraction and repulsion over a grid.

Pivot MDS (Brandes and Pich 2007, Graph Drawing, LNCS 4372, 42-53) gives the shape of the whole in time that grows with the
edges; some rounds of Fruchterman and Reingold (1991), in which far nodes push as one for each cell of a grid, draw groups apart.
The same network gives the same picture. Where igraph is installed its rounds are taken, eight times as fast: another picture,
as good by the length of ties beside that of chance pairs (0.27 both; docs/decisions/0019).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from math import sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from seriktes.analysis.backends import drawn_by_igraph, igraph_is_there
from seriktes.analysis.boxes import Point

Floats = NDArray[np.float64]
_PIVOTS, _ROUNDS, _GRID = 24, 40, 10
#: A component of so few stands on a ring.
_FEW = 12
#: Pixels between neighbours, about; pictures are wider than high.
_EDGE, _ASPECT = 46.0, 1.6
#: For igraph's rounds: how wide they start, what they leave farther than so many deviations is drawn in, how wide the picture is.
_START, _OUT, _SPREAD = 4.0, 2.5, 0.24


def place_large(graph: nx.Graph) -> dict[str, Point]:
    """A place for every node; components side by side in rows, the largest first."""
    nodes = sorted(graph)
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    width = _EDGE * _ASPECT * sqrt(len(nodes)) * 1.1
    places: dict[str, Point] = {}
    x, y, deep = 0.0, 0.0, 0.0
    for part in parts:
        own = _component(graph, part)
        own -= own.min(axis=0)
        wide, high = own.max(axis=0) + 2 * _EDGE
        if x and x + wide > width:
            x, y, deep = 0.0, y + deep, 0.0
        for node, place in zip(part, own, strict=True):
            places[node] = (round(x + float(place[0]), 1), round(y + float(place[1]), 1))
        x, deep = x + float(wide), max(deep, float(high))
    across, down = ([place[axis] for place in places.values()] for axis in (0, 1))
    middle = (max(across) + min(across)) / 2, (max(down) + min(down)) / 2
    return {node: (px - middle[0], py - middle[1]) for node, (px, py) in places.items()}


def _component(graph: nx.Graph, nodes: Sequence[str]) -> Floats:
    number = {node: place for place, node in enumerate(nodes)}
    beside = [[number[other] for other in graph[node]] for node in nodes]
    if len(nodes) <= _FEW:
        turn = 2 * np.pi * np.arange(len(nodes)) / len(nodes)
        ring: Floats = np.column_stack([np.cos(turn), np.sin(turn)]) * _EDGE * len(nodes) / 6
        return ring
    side = _EDGE * sqrt(len(nodes))
    start = _scaled(_by_pivots(beside), side)
    apart = _drawn_by_igraph(start, beside) if igraph_is_there() else _drawn_apart(start, beside)
    places: Floats = apart * np.array([_ASPECT, 1.0])
    return places


def _drawn_by_igraph(places: Floats, beside: Sequence[Sequence[int]]) -> Floats:
    """igraph's rounds, brought to the size of ours; what they push far out is drawn nearer, in the same direction."""
    edges = [(a, b) for a, others in enumerate(beside) for b in others if a < b]
    wide = sqrt(len(places))
    made = np.array(drawn_by_igraph((places / _EDGE * _START).tolist(), edges, wide / 2))
    made = (made - made.mean(axis=0)) / (made.std(axis=0) + 1e-9)
    far = np.sqrt((made**2).sum(axis=1))[:, None] + 1e-9
    nearer = np.where(far > _OUT, _OUT + np.log1p(np.maximum(far - _OUT, 0)), far)
    drawn: Floats = made / far * nearer * (_SPREAD * _EDGE * wide)
    return drawn


def _by_pivots(beside: Sequence[Sequence[int]]) -> Floats:
    """The two directions in which the distances to the pivots differ most; each pivot is the node farthest from those before."""
    size = len(beside)
    nearest = np.full(size, size)
    pivot, columns = max(range(size), key=lambda node: (len(beside[node]), -node)), []
    for _ in range(min(_PIVOTS, size)):
        column = _distances(beside, pivot)
        columns.append(column)
        nearest = np.minimum(nearest, column)
        pivot = int(nearest.argmax())
    squared = np.array(columns, dtype=np.float64).T ** 2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1, keepdims=True) + squared.mean()
    _, vectors = np.linalg.eigh(np.einsum("ij,ik->jk", centred, centred))
    axes = vectors[:, ::-1][:, :2]
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), range(axes.shape[1])] < 0, -1, 1)
    places: Floats = np.einsum("ij,jk->ik", centred, axes)  # not @: its threads wait for busy cores
    return places if places.shape[1] == 2 else np.column_stack([places[:, 0], np.zeros(size)])


def _distances(beside: Sequence[Sequence[int]], start: int) -> NDArray[np.int64]:
    far = [-1] * len(beside)
    far[start] = 0
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in beside[node]:
            if far[other] < 0:
                far[other] = far[node] + 1
                queue.append(other)
    return np.array(far)


def _scaled(places: Floats, side: float) -> Floats:
    """The same picture on a square of a side, equal ones set a little apart along a spiral."""
    turn = np.arange(len(places)) * 2.399963
    radius = np.sqrt(np.arange(len(places)) / len(places))
    own = np.column_stack([np.cos(turn) * radius, np.sin(turn) * radius])
    spread = np.ptp(places, axis=0)
    scaled: Floats = (places - places.mean(axis=0)) / np.where(spread > 0, spread, 1.0) * side + own * side * 0.12
    return scaled


def _drawn_apart(places: Floats, beside: Sequence[Sequence[int]]) -> Floats:
    ends = np.array([(a, b) for a, others in enumerate(beside) for b in others if a < b])
    size = len(places)
    for turn in range(_ROUNDS):
        moved = _pushed(places)
        gap = places[ends[:, 0]] - places[ends[:, 1]]
        pull = gap * (np.sqrt((gap**2).sum(axis=1)) / _EDGE)[:, None]
        for axis in (0, 1):
            moved[:, axis] += np.bincount(ends[:, 1], pull[:, axis], size) - np.bincount(ends[:, 0], pull[:, axis], size)
        length = np.sqrt((moved**2).sum(axis=1))[:, None] + 1e-9
        longest = _EDGE * sqrt(sqrt(size)) * (1 - turn / _ROUNDS) * 0.6 + 1
        places = places + moved / length * np.minimum(length, longest)
    return places


def _pushed(places: Floats) -> Floats:
    """The push of all others on each: far ones by the cells of a coarse grid, near ones by the nine cells around of a fine one."""
    moved = np.zeros_like(places)
    _, middles, count = _cells(places, _GRID)
    for start in range(0, len(places), 4096):
        gap = places[start : start + 4096, None, :] - middles[None, :, :]
        push = count * _EDGE**2 / ((gap**2).sum(axis=2) + _EDGE**2)
        moved[start : start + 4096] = (gap * push[:, :, None]).sum(axis=1)
    fine = max(_GRID, int(sqrt(len(places) / 2)))
    cells, middles, count = _cells(places, fine)
    for across in (-1, 0, 1):
        for down in (-1, 0, 1):
            other = cells + np.array([across, down])
            inside = ((other >= 0) & (other < fine)).all(axis=1)
            number = np.where(inside, other[:, 0] * fine + other[:, 1], 0)
            gap = places - middles[number]
            push = np.where(inside, count[number], 0.0) * _EDGE**2 / ((gap**2).sum(axis=1) + _EDGE**2 / 16)
            moved += gap * push[:, None]
    return moved


def _cells(places: Floats, fine: int) -> tuple[NDArray[np.int64], Floats, Floats]:
    """The cell of each place on a grid, and of each cell the middle and the number of its places."""
    low, spread = places.min(axis=0), np.ptp(places, axis=0) + 1e-9
    cell = np.minimum(((places - low) / spread * fine).astype(np.int64), fine - 1)
    number = cell[:, 0] * fine + cell[:, 1]
    count = np.bincount(number, minlength=fine * fine).astype(np.float64)
    sums = [np.bincount(number, places[:, axis], fine * fine) for axis in (0, 1)]
    return cell, np.column_stack(sums) / np.maximum(count, 1)[:, None], count
