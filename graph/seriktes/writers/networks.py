"""The network as GraphML and as GEXF at once: what both tell of a thing is worked out once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import networkx as nx

from seriktes.analysis.layout import Places
from seriktes.keeping.rows import Rows
from seriktes.writers.attributes import Edges, node_told
from seriktes.writers.gexf import GEXF_END, gexf_between, gexf_edge, gexf_head, gexf_node
from seriktes.writers.graphml import GRAPHML_END, graphml_edge, graphml_head, graphml_node
from seriktes.writers.tables import Link

GRAPHML, GEXF = "network.graphml", "network.gexf"


def write_networks(network: nx.MultiDiGraph, links: Sequence[Link], places: Places, folder: Path, rows: Rows) -> None:
    """Write both files into a folder; ``links`` are the edges as :func:`~seriktes.analysis.network.edges_in_order` gives them, each a
    row of ``rows``. OSError where there is no room.

    The same bytes as by :func:`~seriktes.writers.graphml.graphml` and :func:`~seriktes.writers.gexf.gexf`.
    """
    edges = Edges(network)

    def head() -> Iterator[tuple[str, str]]:
        yield graphml_head(network), gexf_head(network)
        for node in sorted(network):
            data = network.nodes[node]
            values = node_told(data, places.get(node))
            yield graphml_node(node, values), gexf_node(node, data, values)
        yield "", gexf_between(network)

    def row(number: int) -> tuple[str, str]:
        source, target, data = links[number]
        values = edges.told(source, target, data)
        return graphml_edge(data["id"], source, target, values), gexf_edge(source, target, data, values)

    rows.write(folder, (GRAPHML, GEXF), head(), row, (GRAPHML_END, GEXF_END))
