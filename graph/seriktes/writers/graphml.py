"""GraphML that Gephi opens as it is: labels, colours, places, sizes, unique edge ids, one type an attribute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import networkx as nx

from seriktes.analysis.layout import Places
from seriktes.analysis.network import edges_in_order
from seriktes.writers.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, edge_values, known, mutual, node_values
from seriktes.writers.files import clean, write_whole

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
    return "".join(graphml_lines(network, places))


def graphml_lines(network: nx.MultiDiGraph, places: Places | None = None) -> Iterator[str]:
    """The same in pieces, which need not be held at once."""
    yield _HEAD
    yield from _keys("node", NODE_ATTRIBUTES)
    yield from _keys("edge", EDGE_ATTRIBUTES)
    yield f'  <graph id="seriktes" edgedefault="{"undirected" if mutual(network) else "directed"}">\n'
    for node in sorted(network):
        values = node_values(network.nodes[node], (places or {}).get(node))
        yield f"    <node id={_quoted(node)}>\n"
        yield from _data("n", NODE_ATTRIBUTES, values)
        yield "    </node>\n"
    for source, target, data in edges_in_order(network):
        yield f"    <edge id={_quoted(data['id'])} source={_quoted(source)} target={_quoted(target)}>\n"
        yield from _data("e", EDGE_ATTRIBUTES, edge_values(network, source, target, data))
        yield "    </edge>\n"
    yield "  </graph>\n</graphml>\n"


def write_graphml(network: nx.MultiDiGraph, path: Path, places: Places | None = None) -> None:
    """Write the GraphML file, whole or not at all. Raises OutputError."""
    write_whole(path, graphml_lines(network, places))


def _keys(domain: str, attributes: Mapping[str, str]) -> Iterable[str]:
    for name, kind in attributes.items():
        yield f'  <key id="{domain[0]}_{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'


def _data(domain: str, attributes: Mapping[str, str], values: Mapping[str, Any]) -> Iterable[str]:
    for name, value in known(attributes, values).items():
        yield f'      <data key="{domain}_{name}">{_text(value)}</data>\n'


def _text(value: bool | int | float | str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return escape(value) if isinstance(value, str) else repr(value)


def _quoted(value: str) -> str:
    return quoteattr(clean(value))
