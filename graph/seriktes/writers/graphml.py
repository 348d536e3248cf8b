"""GraphML that Gephi opens as it is: labels, colours, places, sizes, unique edge ids, one type an attribute."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import networkx as nx

from seriktes.analysis.layout import Places
from seriktes.analysis.network import edges_in_order
from seriktes.writers.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Edges, Told, mutual, node_told
from seriktes.writers.files import clean, write_whole

#: Characters that no NMTOKEN of XML 1.0 has, and what looks like one told by its code.
_REFUSED = re.compile(
    "[^-.0-9:A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0180-\u01c3\u01cd-\u01f0"
    "\u0386-\u038a\u038e-\u03a1\u03a3-\u03ce\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e-\u0481\u0490-\u04c4\u04d0-\u04eb\u04ee-\u04f5]"
)
_ESCAPE = re.compile("_(x[0-9A-F]{4,6}_)")
#: What :func:`escape` changes; most values hold none of it.
_MARKED = re.compile("[&<>]").search
#: How the line of a value of an edge begins, and of a node.
_OPENED = {name: f'      <data key="e_{name}">' for name in EDGE_ATTRIBUTES}
_OPENED_OF_NODES = {name: f'      <data key="n_{name}">' for name in NODE_ATTRIBUTES}
GRAPHML_END = "  </graph>\n</graphml>\n"
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
    yield graphml_head(network)
    for node in sorted(network):
        yield graphml_node(node, node_told(network.nodes[node], (places or {}).get(node)))
    edges = Edges(network)
    for source, target, data in edges_in_order(network):
        yield graphml_edge(data["id"], source, target, edges.told(source, target, data))
    yield GRAPHML_END


def graphml_head(network: nx.MultiDiGraph) -> str:
    """What stands before the nodes."""
    direction = "undirected" if mutual(network) else "directed"
    keys = (*_keys("node", NODE_ATTRIBUTES), *_keys("edge", EDGE_ATTRIBUTES))
    return f'{_HEAD}{"".join(keys)}  <graph id="seriktes" edgedefault="{direction}">\n'


def graphml_node(node: str, values: Mapping[str, Told]) -> str:
    """A node with what is known of it."""
    lines = [f"{_OPENED_OF_NODES[name]}{_text(value)}</data>\n" for name, value in values.items()]
    return f"    <node id={_id(node)}>\n{''.join(lines)}    </node>\n"


def graphml_edge(name: str, source: str, target: str, values: Mapping[str, Told]) -> str:
    """An edge with what is known of it; the node it goes through by the id that stands in the file.

    A line for each value, as nodes have them, in one piece: a large network has more edges than anything else.
    """
    plain = f'"{name}"' if name.isascii() and name.isalnum() else _id(name)
    lines = [f"    <edge id={plain} source={_id(source)} target={_id(target)}>\n"]
    for key, value in values.items():
        told = token(value) if key == "via" else value
        lines.append(f"{_OPENED[key]}{_text(told)}</data>\n")
    lines.append("    </edge>\n")
    return "".join(lines)


def write_graphml(network: nx.MultiDiGraph, path: Path, places: Places | None = None) -> None:
    """Write the GraphML file, whole or not at all. Raises OutputError."""
    write_whole(path, graphml_lines(network, places))


def _keys(domain: str, attributes: Mapping[str, str]) -> Iterable[str]:
    for name, kind in attributes.items():
        yield f'  <key id="{domain[0]}_{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'


def _text(value: Told) -> str:
    if type(value) is str:
        return escape(value) if _MARKED(value) else value
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


@lru_cache(maxsize=1 << 14)
def _id(value: str) -> str:
    return quoteattr(token(value))


@lru_cache(maxsize=1 << 15)
def token(value: str) -> str:
    """An id as GraphML's schema has them (NMTOKEN: letters, digits and ``.-_:``), other characters by their code.

    >>> token("kz-акт.1"), token("a <b>"), token("a_x0020_b")
    ('kz-акт.1', 'a_x0020__x003C_b_x003E_', 'a_x005F_x0020_b')
    """
    escaped = _ESCAPE.sub(r"_x005F_\1", clean(value))
    return _REFUSED.sub(lambda found: f"_x{ord(found[0]):04X}_", escaped) or "_"
