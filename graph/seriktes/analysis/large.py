"""Places for large networks: distances to a few pivots first, then attraction and repulsion over a grid.

Pivot MDS (Brandes and Pich 2007, Graph Drawing, LNCS 4372, 42-53) gives the shape of the whole in time that grows with the
edges; some rounds of Fruchterman and Reingold (1991), in which far nodes push as one for each cell of a grid, draw groups apart.
The same network gives the same picture. Where igraph is installed its rounds are taken, eight times as fast: another picture,
as good by the length of ties beside that of chance pairs (0.27 both; docs/decisions/0019).
"""

from __future__ import annotations

from math import sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from seriktes.analysis.backends import drawn_by_igraph, igraph_is_there
from seriktes.analysis.boxes import Point

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]
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
    number = {node: place for place, node in enumerate(nodes)}
    ends = sorted({(min(number[a], number[b]), max(number[a], number[b])) for a, b in graph.edges if a != b})
    low, high = np.array(ends, np.int64).reshape(-1, 2).T
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, place_numbers(len(nodes), low, high), strict=True)}


def place_numbers(size: int, low: Numbers, high: Numbers) -> Floats:
    """The same for nodes 0 to ``size`` - 1, each pair that is tied once, the lower number in ``low``, sorted: a row of x and y for
    each.
    """
    parts = _components(size, low, high)
    width = _EDGE * _ASPECT * sqrt(size) * 1.1
    places = np.zeros((size, 2))
    x, y, deep = 0.0, 0.0, 0.0
    within, part_of = np.zeros(size, np.int64), np.zeros(size, np.int64)
    for number, part in enumerate(parts):
        within[part], part_of[part] = np.arange(len(part)), number
    order = np.argsort(part_of[low], kind="stable")
    starts = np.searchsorted(part_of[low][order], np.arange(len(parts) + 1))
    for number, part in enumerate(parts):
        own_ties = order[starts[number] : starts[number + 1]]
        own = _component(len(part), within[low[own_ties]], within[high[own_ties]])
        own -= own.min(axis=0)
        wide, high_ = own.max(axis=0) + 2 * _EDGE
        if x and x + wide > width:
            x, y, deep = 0.0, y + deep, 0.0
        places[part] = np.round(np.array([x, y]) + own, 1)
        x, deep = x + float(wide), max(deep, float(high_))
    if size:
        places -= (places.max(axis=0) + places.min(axis=0)) / 2
    return places


def _components(size: int, low: Numbers, high: Numbers) -> list[Numbers]:
    """The nodes of each component, the largest first, then by their lowest number."""
    lowest = np.arange(size)
    while True:  # each takes the lowest number that it, or what it points at, is tied to
        least = np.minimum(lowest[low], lowest[high])
        found = lowest.copy()
        for ends in (low, high, lowest[low], lowest[high]):
            np.minimum.at(found, ends, least)
        found = found[found]
        if (found == lowest).all():
            break
        lowest = found
    order = np.argsort(lowest, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(lowest[order])) + 1) if size else []
    return sorted(parts, key=lambda part: (-len(part), int(part[0])))


def _component(size: int, low: Numbers, high: Numbers) -> Floats:
    if size <= _FEW:
        turn = 2 * np.pi * np.arange(size) / size
        ring: Floats = np.column_stack([np.cos(turn), np.sin(turn)]) * _EDGE * size / 6
        return ring
    start = _scaled(_by_pivots(size, low, high), _EDGE * sqrt(size))
    ends = np.column_stack([low, high])
    apart = _drawn_by_igraph(start, ends) if igraph_is_there() else _drawn_apart(start, ends)
    places: Floats = apart * np.array([_ASPECT, 1.0])
    return places


def _drawn_by_igraph(places: Floats, ends: Numbers) -> Floats:
    """igraph's rounds, brought to the size of ours; what they push far out is drawn nearer, in the same direction."""
    wide = sqrt(len(places))
    made = np.array(drawn_by_igraph((places / _EDGE * _START).tolist(), ends.tolist(), wide / 2))
    made = (made - made.mean(axis=0)) / (made.std(axis=0) + 1e-9)
    far = np.sqrt((made**2).sum(axis=1))[:, None] + 1e-9
    nearer = np.where(far > _OUT, _OUT + np.log1p(np.maximum(far - _OUT, 0)), far)
    drawn: Floats = made / far * nearer * (_SPREAD * _EDGE * wide)
    return drawn


def _by_pivots(size: int, low: Numbers, high: Numbers) -> Floats:
    """The two directions in which the distances to the pivots differ most; each pivot is the node farthest from those before."""
    ends = np.concatenate([low, high])
    beside = np.concatenate([high, low])[np.argsort(ends, kind="stable")]
    starts = np.concatenate([[0], np.bincount(ends, minlength=size).cumsum()])
    nearest = np.full(size, size)
    pivot, columns = int(np.diff(starts).argmax()), []
    for _ in range(min(_PIVOTS, size)):
        column = _distances(starts, beside, pivot)
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


def _distances(starts: Numbers, beside: Numbers, first: int) -> Numbers:
    """How many ties lie between a node and each other; ``beside`` from ``starts[n]`` on are those that n is tied to."""
    far = np.full(len(starts) - 1, -1)
    far[first] = 0
    reached, steps = np.array([first]), 0
    while len(reached):
        steps += 1
        counts = starts[reached + 1] - starts[reached]
        rows = np.repeat(starts[reached] - np.concatenate([[0], counts.cumsum()[:-1]]), counts) + np.arange(counts.sum())
        others = beside[rows]
        far[others[far[others] < 0]] = steps
        reached = np.flatnonzero(far == steps)
    return far


def _scaled(places: Floats, side: float) -> Floats:
    """The same picture on a square of a side, equal ones set a little apart along a spiral."""
    turn = np.arange(len(places)) * 2.399963
    radius = np.sqrt(np.arange(len(places)) / len(places))
    own = np.column_stack([np.cos(turn) * radius, np.sin(turn) * radius])
    spread = np.ptp(places, axis=0)
    scaled: Floats = (places - places.mean(axis=0)) / np.where(spread > 0, spread, 1.0) * side + own * side * 0.12
    return scaled


def _drawn_apart(places: Floats, ends: Numbers) -> Floats:
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
