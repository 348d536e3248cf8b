"""Pairs to clusters: the surest first, and never two that anything inside the two clusters forbids to be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

Forbids = Callable[[int, int], bool]


class Apart(Protocol):
    """Whether two clusters, each named by its lowest member, must stay two; it is told which become one."""

    def between(self, one: int, other: int) -> bool:
        """Whether anything in the one forbids it to be one with the other."""

    def join(self, low: int, high: int) -> None:
        """The second is part of the first from now on."""


class PairByPair:
    """The same asked of each two of their members."""

    def __init__(self, size: int, forbids: Forbids) -> None:
        self._forbids, self._members = forbids, [[i] for i in range(size)]

    def between(self, one: int, other: int) -> bool:
        """Whether anything in the one forbids it to be one with the other."""
        return any(self._forbids(i, j) for i in self._members[one] for j in self._members[other])

    def join(self, low: int, high: int) -> None:
        """The second is part of the first from now on."""
        self._members[low] += self._members[high]


@dataclass(frozen=True, slots=True)
class Edge:
    """Two things that may be one, by their numbers, and how much speaks for it."""

    score: float
    left: int
    right: int


def cluster(
    size: int, edges: Iterable[Edge], forbids: Forbids | Apart, joined: Iterable[tuple[int, int]] = ()
) -> list[list[int]]:
    """The clusters of things 0 … size-1. ``joined`` pairs are one beforehand (a person said so).

    Edges are taken by score, ties by number, so the order they come in never matters.
    """
    forbidden = PairByPair(size, forbids) if callable(forbids) else forbids
    parent = list(range(size))
    members: dict[int, list[int]] = {i: [i] for i in range(size)}
    apart: dict[int, set[int]] = {}  # clusters that were found to be two stay two, whatever joins either

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def join(a: int, b: int) -> None:
        low, high = sorted((find(a), find(b)))
        if low != high:
            parent[high] = low
            members[low] += members.pop(high)
            forbidden.join(low, high)
            for other in apart.pop(high, ()):
                apart[other].discard(high)
                part(low, other)

    def part(a: int, b: int) -> None:
        apart.setdefault(a, set()).add(b)
        apart.setdefault(b, set()).add(a)

    for a, b in sorted(joined):
        join(a, b)
    for edge in sorted(edges, key=lambda e: (-e.score, e.left, e.right)):
        a, b = find(edge.left), find(edge.right)
        if a == b or b in apart.get(a, ()):
            continue
        if forbidden.between(a, b):
            part(a, b)
        else:
            join(a, b)
    return [sorted(group) for _, group in sorted(members.items())]


def without_rivals(
    edges: Sequence[Edge], forbids: Forbids, margin: float = 0.05, named: Container[int] = frozenset()
) -> list[Edge]:
    """The edges without those of a thing that fits two others equally well which cannot be one: better none.

    ``named`` are things known by several names: two that each bear one of these are no rivals.
    """
    by_node: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for edge in edges:
        by_node[edge.left].append((edge.score, edge.right))
        by_node[edge.right].append((edge.score, edge.left))
    torn: dict[int, float] = {}
    for node, found in by_node.items():
        if node in named:
            continue
        found.sort(key=lambda f: (-f[0], f[1]))
        best, first = found[0]
        rivals = [other for score, other in found[1:8] if score >= best - margin and forbids(first, other)]
        if rivals:
            torn[node] = best - margin
    return [e for e in edges if not (e.score >= torn.get(e.left, 99.0) or e.score >= torn.get(e.right, 99.0))]


def united(clusters: Sequence[Sequence[int]], pairs: Iterable[tuple[int, int]], forbids: Forbids) -> list[list[int]]:
    """The clusters with those of each pair made one, in the order of the pairs, unless members of the two forbid it."""
    groups = {number: list(members) for number, members in enumerate(clusters)}
    home = {member: number for number, members in groups.items() for member in members}
    for one, other in pairs:
        ours, theirs = home[one], home[other]
        if ours == theirs or any(forbids(a, b) for a in groups[ours] for b in groups[theirs]):
            continue
        for member in groups[theirs]:
            home[member] = ours
        groups[ours] += groups.pop(theirs)
    return sorted(sorted(group) for group in groups.values())
