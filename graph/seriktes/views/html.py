"""The network as one HTML page: pyvis holds the picture, the project's own template shows it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx
from pyvis.network import Network

from seriktes.analysis.boxes import CROWDED_LINES, CROWDED_WIDTH, LINE_HEIGHT, LINE_WIDTH, MOST_LINES, node_size
from seriktes.analysis.claims import LANGUAGES, Source
from seriktes.analysis.kinds import COUNTRY_GROUPS, EDGE_KINDS, PARTNER_KINDS
from seriktes.analysis.layout import VIEWS, layout, view_network
from seriktes.analysis.network import Evidence, edges_in_order
from seriktes.model import ENTITY_TYPES
from seriktes.views.page import country_names, environment, strings

#: What vis-network is told: places stand, nothing moves by itself, edges are straight but where they are parallel.
OPTIONS: Mapping[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "tooltipDelay": 1_000_000,
        "zoomSpeed": 0.7,
        "keyboard": {"enabled": False},
    },
    "nodes": {"borderWidth": 2, "shape": "dot", "chosen": False, "shapeProperties": {"interpolation": False}},
    "edges": {"smooth": False, "chosen": False, "arrowStrikethrough": False, "selectionWidth": 0, "hoverWidth": 0},
}


def render_network(network: nx.MultiDiGraph, documents_meta: Iterable[Source]) -> str:
    """The page of a network: one file, no request to anywhere, safe to open whatever the names hold.

    ``documents_meta`` says for each document its file, language, date and publisher. Same network, same page.
    """
    picture = Network(directed=True)
    documents = {source.id: number for number, source in enumerate(sorted(documents_meta, key=lambda s: s.id))}
    number = {node: position for position, node in enumerate(sorted(network))}
    quotes = _Quotes(documents)
    picture.nodes = _nodes(network, number, documents)
    picture.edges = [_edge(number, quotes, *edge) for edge in edges_in_order(network)]
    picture.set_options(json.dumps(OPTIONS))
    picture.templateEnv = environment()
    picture.templateEnv.globals["facts"] = {
        "documents": [[s.file, s.language, s.published, s.publisher] for s in sorted(documents_meta, key=lambda s: s.id)],
        "quotes": quotes.rows,
        "strings": strings(),
        "languages": LANGUAGES,
        "views": VIEWS,
        "kinds": EDGE_KINDS,
        "partnerKinds": PARTNER_KINDS,
        "types": ENTITY_TYPES,
        "groups": COUNTRY_GROUPS,
        "countries": country_names({code for _, code in network.nodes(data="country") if code}),
        "label": {
            "height": LINE_HEIGHT,
            "width": LINE_WIDTH,
            "lines": MOST_LINES,
            "crowdedWidth": CROWDED_WIDTH,
            "crowdedLines": CROWDED_LINES,
        },
    }
    page: str = picture.generate_html()
    return page


def _nodes(network: nx.MultiDiGraph, number: Mapping[str, int], documents: Mapping[str, int]) -> list[dict[str, Any]]:
    """Nodes in order of their ids: what vis-network draws, and what the panel tells."""
    places = {view: layout(network, view) for view in VIEWS}
    degrees = {view: dict(view_network(network, view).nodes(data="degree")) for view in VIEWS}
    nodes = []
    for node in sorted(network):
        data = network.nodes[node]
        entry = {
            "id": number[node],
            "key": node,
            "type": data["type"],
            "kind": data["kind"],
            "country": data["country"],
            "group": data["group"],
            "names": [data[f"name_{language}"] for language in LANGUAGES],
            "at": [places[view].get(node) for view in VIEWS],
            "sizes": [node_size(degrees[view][node]) if node in degrees[view] else 0 for view in VIEWS],
            "documents": [documents[name] for name in data["documents"] if name in documents],
        }
        if data.get("start"):
            entry |= {"start": data["start"], "end": data["end"]}
        nodes.append(entry)
    return nodes


class _Quotes:
    """The sentences of all edges, each stored once: ``rows`` of document number, start, end, words."""

    def __init__(self, documents: Mapping[str, int]) -> None:
        self.rows: list[tuple[int, int, int, str]] = []
        self._documents = documents
        self._known: dict[tuple[str, int, int], int] = {}

    def place(self, item: Evidence) -> int:
        """The row of an evidence's sentences."""
        key = (item.document, item.start, item.end)
        if key not in self._known:
            self._known[key] = len(self.rows)
            self.rows.append((self._documents.get(item.document, -1), item.start, item.end, item.quote))
        return self._known[key]


def _edge(number: Mapping[str, int], quotes: _Quotes, source: str, target: str, data: Mapping[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": data["id"],
        "from": number[source],
        "to": number[target],
        "kind": data["kind"],
        "evidence": [_proof(quotes, source, target, item) for item in data["evidence"]],
    }
    if data["via"] in number:
        entry["via"] = number[data["via"]]
    if data["label"]:
        entry["label"] = data["label"]
    if data["weight"] != 1:
        entry["weight"] = round(data["weight"], 4)
    return entry


def _proof(quotes: _Quotes, source: str, target: str, item: Evidence) -> Sequence[Any]:
    """Quote, note, confidence, and where in the quote the names stand: 0 the source's, 1 the target's, 2 others."""
    marks: list[tuple[int, int, int]] = []
    for mark in sorted(item.marks, key=lambda m: (m.node not in (source, target), m.start - m.end, m.start)):
        start, end = mark.start - item.start, mark.end - item.start
        if 0 <= start < end <= len(item.quote) and all(end <= other[0] or other[1] <= start for other in marks):
            marks.append((start, end, 0 if mark.node == source else 1 if mark.node == target else 2))
    return (quotes.place(item), item.note, round(item.confidence, 3), sorted(marks))
