"""GraphML that Gephi opens as it is: labels, colours, places, sizes, unique edge ids, one type an attribute."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import networkx as nx

from seriktes.analysis.boxes import node_size
from seriktes.analysis.kinds import GROUP_COLOURS
from seriktes.analysis.layout import Places
from seriktes.analysis.network import Evidence, edges_in_order
from seriktes.writers.files import clean, write_whole

#: Attribute names and their one type each, in the order of the file.
NODE_ATTRIBUTES: Mapping[str, str] = {
    "label": "string",
    "type": "string",
    "kind": "string",
    "country": "string",
    "group": "string",
    "name_kk": "string",
    "name_ru": "string",
    "name_en": "string",
    "start": "string",
    "end": "string",
    "documents": "string",
    "degree": "int",
    "size": "double",
    "r": "int",
    "g": "int",
    "b": "int",
    "x": "double",
    "y": "double",
}
EDGE_ATTRIBUTES: Mapping[str, str] = {
    "label": "string",
    "kind": "string",
    "weight": "double",
    "mutual": "boolean",
    "via": "string",
    "confidence": "double",
    "documents": "string",
    "sentence": "string",
    "sentences": "int",
}

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def graphml(network: nx.MultiDiGraph, places: Places | None = None) -> str:
    """The network as GraphML text; with ``places`` (pixels, y downwards) Gephi shows it as the pages do.

    Gephi and networkx read one direction for a whole file: ``undirected`` where all edges are mutual (the
    partnership network), else ``directed``, with ``mutual`` saying which edges read both ways. What is not known is
    left out, never written as an empty word. Same network, same bytes.
    """
    mutual = all(data["mutual"] for _, _, data in network.edges(data=True))
    lines = [_HEAD]
    lines += _keys("node", NODE_ATTRIBUTES)
    lines += _keys("edge", EDGE_ATTRIBUTES)
    lines.append(f'  <graph id="seriktes" edgedefault="{"undirected" if mutual else "directed"}">\n')
    for node in sorted(network):
        values = _node_values(network.nodes[node], (places or {}).get(node))
        lines += [f"    <node id={_quoted(node)}>\n", *_data("n", NODE_ATTRIBUTES, values), "    </node>\n"]
    for source, target, data in edges_in_order(network):
        lines += [
            f"    <edge id={_quoted(data['id'])} source={_quoted(source)} target={_quoted(target)}>\n",
            *_data("e", EDGE_ATTRIBUTES, _edge_values(data)),
            "    </edge>\n",
        ]
    lines.append("  </graph>\n</graphml>\n")
    return "".join(lines)


def write_graphml(network: nx.MultiDiGraph, path: Path, places: Places | None = None) -> None:
    """Write the GraphML file, whole or not at all. Raises OutputError."""
    write_whole(path, graphml(network, places))


def _keys(domain: str, attributes: Mapping[str, str]) -> Iterable[str]:
    for name, kind in attributes.items():
        yield f'  <key id="{domain[0]}_{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'


def _data(domain: str, attributes: Mapping[str, str], values: Mapping[str, Any]) -> Iterable[str]:
    for name, kind in attributes.items():
        value = values.get(name)
        if value is not None and value != "":
            yield f'      <data key="{domain}_{name}">{_text(value, kind)}</data>\n'


def _text(value: Any, kind: str) -> str:
    if kind == "boolean":
        return "true" if value else "false"
    if kind == "int":
        return str(int(value))
    if kind == "double":
        return repr(round(float(value), 6))
    return escape(clean(str(value)))


def _quoted(value: str) -> str:
    return quoteattr(clean(value))


def _node_values(data: Mapping[str, Any], place: tuple[int, int] | None) -> dict[str, Any]:
    red, green, blue = GROUP_COLOURS[data["group"]]
    values = dict(data) | {
        "documents": ";".join(data["documents"]),
        "size": 2 * node_size(data["degree"]),
        "r": red,
        "g": green,
        "b": blue,
    }
    if place:
        values |= {"x": place[0], "y": -place[1]}  # Gephi's y runs upwards
    return values


def _excerpt(quote: str) -> str:
    """The quote on one line, its first 300 characters; the tables have it whole."""
    line = " ".join(clean(quote).split())
    return line if len(line) <= 300 else line[:299] + "…"


def _edge_values(data: Mapping[str, Any]) -> dict[str, Any]:
    evidence: tuple[Evidence, ...] = data["evidence"]
    return dict(data) | {
        "label": data["label"] or data["kind"],
        "documents": ";".join(sorted({item.document for item in evidence})),
        "sentence": _excerpt(evidence[0].quote) if evidence else None,
        "sentences": len(evidence),
    }
