"""GraphML that Gephi opens as it is: labels, colours, places, sizes, unique edge ids, one type an attribute."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import networkx as nx

from seriktes.analysis.layout import Places
from seriktes.analysis.network import edges_in_order
from seriktes.writers.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, edge_values, known, mutual, node_values
from seriktes.writers.files import clean, write_whole

#: Characters that no NMTOKEN of XML 1.0 has, and what looks like one told by its code.
_REFUSED = re.compile(
    "[^-.0-9:A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0180-\u01c3\u01cd-\u01f0"
    "\u0386-\u038a\u038e-\u03a1\u03a3-\u03ce\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e-\u0481\u0490-\u04c4\u04d0-\u04eb\u04ee-\u04f5]"
)
_ESCAPE = re.compile("_(x[0-9A-F]{4,6}_)")
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
    left out, never written as an empty word. Ids are those of the network; a character that the format's own schema
    refuses in one (a space, a bracket) stands as ``_x0020_``. Same network, same bytes.
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
        yield f"    <node id={_id(node)}>\n"
        yield from _data("n", NODE_ATTRIBUTES, values)
        yield "    </node>\n"
    for source, target, data in edges_in_order(network):
        yield f"    <edge id={_id(data['id'])} source={_id(source)} target={_id(target)}>\n"
        yield from _data("e", EDGE_ATTRIBUTES, _values(network, source, target, data))
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


def _values(network: nx.MultiDiGraph, source: str, target: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an edge; the node it goes through by the id that stands in the file."""
    values = edge_values(network, source, target, data)
    return values | {"via": token(values["via"])} if values.get("via") else values


def _id(value: str) -> str:
    return quoteattr(token(value))


def token(value: str) -> str:
    """An id as GraphML's schema has them (NMTOKEN: letters, digits and ``.-_:``), other characters by their code.

    >>> token("kz-акт.1"), token("a <b>"), token("a_x0020_b")
    ('kz-акт.1', 'a_x0020__x003C_b_x003E_', 'a_x005F_x0020_b')
    """
    escaped = _ESCAPE.sub(r"_x005F_\1", clean(value))
    return _REFUSED.sub(lambda found: f"_x{ord(found[0]):04X}_", escaped) or "_"
