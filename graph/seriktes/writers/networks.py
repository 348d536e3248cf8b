"""The network as GraphML and as GEXF at once: what both tell of a thing is worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import networkx as nx

from seriktes.analysis.layout import Places
from seriktes.writers.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, edge_values, known, node_values
from seriktes.writers.gexf import GEXF_END, gexf_between, gexf_edge, gexf_head, gexf_node
from seriktes.writers.graphml import GRAPHML_END, graphml_edge, graphml_head, graphml_node

GRAPHML, GEXF = "network.graphml", "network.gexf"


def write_networks(
    network: nx.MultiDiGraph, links: Iterable[tuple[str, str, dict[str, Any]]], places: Places, folder: Path
) -> None:
    """Write both files into a folder; ``links`` are the edges as :func:`~seriktes.analysis.network.edges_in_order` gives them.

    The same bytes as by :func:`~seriktes.writers.graphml.graphml` and :func:`~seriktes.writers.gexf.gexf`.
    """
    with (
        (folder / GRAPHML).open("w", encoding="utf-8", newline="\n") as one,
        (folder / GEXF).open("w", encoding="utf-8", newline="\n") as other,
    ):
        one.write(graphml_head(network))
        other.write(gexf_head(network))
        for node in sorted(network):
            data = network.nodes[node]
            values = known(NODE_ATTRIBUTES, node_values(data, places.get(node)))
            one.write(graphml_node(node, values))
            other.write(gexf_node(node, data, values))
        other.write(gexf_between(network))
        for source, target, data in links:
            values = known(EDGE_ATTRIBUTES, edge_values(network, source, target, data))
            one.write(graphml_edge(data["id"], source, target, values))
            other.write(gexf_edge(network, source, target, data, values))
        one.write(GRAPHML_END)
        other.write(GEXF_END)
