"""What is analysed, and how: the network of a reading, the edge kinds, how many samples, from which seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from seriktes.analysis.claims import Claim, Reading
from seriktes.analysis.kinds import PARTNER_KINDS
from seriktes.analysis.network import build_network, select
from seriktes.analysis.tables import told_kinds
from seriktes.analysis.ties import ties_of, types_of

#: What to say of weights where there are none.
NO_WEIGHT = "none: each tie counts once"


@dataclass(frozen=True)
class Subject:
    """A network with its claims and the days its documents were published; and what the user asked for."""

    network: nx.MultiDiGraph
    claims: tuple[Claim, ...]
    published: Mapping[str, str | None]
    kinds: tuple[str, ...] = PARTNER_KINDS
    seed: int = 0
    samples: int = 200

    @cached_property
    def ties(self) -> nx.Graph:
        """Who is tied to whom by the kinds asked for."""
        return ties_of(self.part)

    @cached_property
    def part(self) -> nx.MultiDiGraph:
        """The edges of the kinds asked for."""
        return select(self.network, self.kinds, types_of(self.kinds))

    @property
    def edges(self) -> str:
        """The kinds asked for, in words."""
        return told_kinds(self.kinds)

    @property
    def weight(self) -> str:
        """What an edge of these kinds weighs, in words."""
        return "1 an edge" + ("; co-participation 1/(n-1)" if "co-participation" in self.kinds else "")

    def label(self, node: str) -> str:
        """A node's name."""
        return str(self.network.nodes[node]["label"])


def subject_of(reading: Reading, kinds: tuple[str, ...] = PARTNER_KINDS, seed: int = 0, samples: int = 200) -> Subject:
    """The subject of a reading; :func:`~seriktes.analysis.network.build_network` makes the network."""
    published = {source.id: source.published for source in reading.sources}
    return Subject(build_network(reading.claims, reading.nodes), reading.claims, published, kinds, seed, samples)
