"""The shortest chains of claims between two things: how they are connected, claim by claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from seriktes.analysis.claims import Claim, claim_order

#: Of very many shortest chains only so many are looked at.
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Step:
    """From one thing to the next by the claims that connect the two, the surest first."""

    source: str
    target: str
    claims: tuple[Claim, ...]


def shortest_chains(
    claims: Iterable[Claim], source: str, target: str, avoid: Iterable[str] = (), most: int = 3
) -> list[tuple[Step, ...]]:
    """The shortest chains between two things, those of the surest claims first; none where nothing connects them.

    Things in ``avoid`` are no step between the two (a country connects everything in it).
    """
    barred = set(avoid) - {source, target}
    between: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=claim_order):
        ends = sorted(set(claim.arguments.values()))
        if len(ends) == 2 and not barred.intersection(ends):
            between[ends[0], ends[1]].append(claim)
    graph = nx.Graph(sorted(between))
    if source not in graph or target not in graph or not nx.has_path(graph, source, target):
        return []
    found = islice(nx.all_shortest_paths(graph, source, target), _LOOKED_AT)
    chains = [tuple(_step(between, a, b) for a, b in pairwise(nodes)) for nodes in found]
    return sorted(chains, key=_order)[:most]


def _step(between: dict[tuple[str, str], list[Claim]], a: str, b: str) -> Step:
    claims = between[min(a, b), max(a, b)]
    return Step(a, b, tuple(sorted(claims, key=lambda claim: (-claim.confidence, claim_order(claim)))))


def _order(chain: Sequence[Step]) -> tuple[float, tuple[str, ...]]:
    """The chain whose weakest step is surest comes first; of equals the first by name."""
    return -min(step.claims[0].confidence for step in chain), tuple(step.target for step in chain)
