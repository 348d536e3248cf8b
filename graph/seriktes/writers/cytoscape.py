"""The network as Cytoscape JSON: for Cytoscape, Cytoscape.js and ``networkx.cytoscape_graph``."""

from __future__ import annotations

import json
from typing import Any

import networkx as nx

from seriktes.analysis.layout import Places
from seriktes.analysis.network import edges_in_order
from seriktes.writers.attributes import Edges, node_told

#: The place is told beside the data.
_PLACED = ("x", "y")


def cytoscape(network: nx.MultiDiGraph, places: Places | None = None) -> str:
    """The network as Cytoscape JSON text; ``name`` and ``label`` are what is shown, ``interaction`` is the edge kind.

    Positions are in pixels, y downwards, as Cytoscape has them. Same network, same bytes.
    """
    edges = Edges(network)
    told = {
        "data": {"name": "seriktes"},
        "directed": True,
        "multigraph": True,
        "elements": {
            "nodes": [_node(node, network, (places or {}).get(node)) for node in sorted(network)],
            "edges": [_edge(edges, source, target, data) for source, target, data in edges_in_order(network)],
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _node(node: str, network: nx.MultiDiGraph, place: tuple[int, int] | None) -> dict[str, Any]:
    data = network.nodes[node]
    values = node_told(data, place)
    told = {name: value for name, value in values.items() if name not in _PLACED}
    entry: dict[str, Any] = {"data": {"id": node, "value": node, "name": values.get("label", node), **told}}
    return entry | ({"position": {"x": place[0], "y": place[1]}} if place else {})


def _edge(edges: Edges, source: str, target: str, data: dict[str, Any]) -> dict[str, Any]:
    values = edges.told(source, target, data)
    ends = {"id": data["id"], "key": data["id"], "source": source, "target": target}
    return {"data": {**ends, "name": values["label"], "interaction": data["kind"], **values}}
