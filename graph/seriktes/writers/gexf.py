"""GEXF 1.3 that Gephi opens as it is: dynamic where dates are known, parallel edges by kind, colours, places, sizes.

The format: https://gexf.net (CC BY 4.0). Written here and not by networkx, whose writer knows 1.2draft, stamps today's date
and writes control characters that nothing reads back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import quoteattr

import networkx as nx

from seriktes.analysis.layout import Places
from seriktes.analysis.network import edges_in_order
from seriktes.analysis.spans import Span, node_span
from seriktes.writers.attributes import (
    EDGE_ATTRIBUTES,
    NODE_ATTRIBUTES,
    Edges,
    Told,
    mutual,
    node_told,
    one_line,
)
from seriktes.writers.files import clean

#: Told by elements of their own, not among the values.
_TOLD = frozenset({"label", "start", "end", "size", "r", "g", "b", "x", "y", "weight"})
_TYPES = {"int": "integer"}
#: What :func:`quoteattr` changes; most values hold none of it.
_MARKED = re.compile('[&<>"\n\r\t]').search
#: Words of so many letters are hardly ever those of another edge.
_LONG = 80
#: How the line of a value begins.
_OPENED = {
    name: f'          <attvalue for="{name}" value=' for name in ("date", *NODE_ATTRIBUTES, *EDGE_ATTRIBUTES) if name not in _TOLD
}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n'
    "  <meta>\n    <creator>seriktes</creator>\n    <description>Who partners with whom, with proof</description>\n  </meta>\n"
)
GEXF_END = "    </edges>\n  </graph>\n</gexf>\n"
Value = Told


def gexf(network: nx.MultiDiGraph, places: Places | None = None) -> str:
    """The network as GEXF 1.3 text; with ``places`` (pixels, y downwards) Gephi shows it as the pages do.

    One direction for the whole file, as in :func:`~seriktes.writers.graphml.graphml`. Events and projects last from their
    first to their last day, agreements go on from theirs, and so do the edges through them; what has no date is always
    there. ``date`` keeps a thing's date as the texts tell it. Same network, same bytes.
    """
    return "".join(gexf_lines(network, places))


def gexf_lines(network: nx.MultiDiGraph, places: Places | None = None) -> Iterator[str]:
    """The same in pieces, which need not be held at once."""
    yield gexf_head(network)
    for node in sorted(network):
        data, place = network.nodes[node], (places or {}).get(node)
        yield gexf_node(node, data, node_told(data, place))
    yield gexf_between(network)
    edges = Edges(network)
    for source, target, data in edges_in_order(network):
        yield gexf_edge(source, target, data, edges.told(source, target, data))
    yield GEXF_END


def gexf_head(network: nx.MultiDiGraph) -> str:
    """What stands before the nodes."""
    direction = "undirected" if mutual(network) else "directed"
    lines = [_HEAD, f'  <graph mode="dynamic" timeformat="date" defaultedgetype="{direction}" idtype="string">\n']
    lines += [*_declared("node", {**NODE_ATTRIBUTES, "date": "string"}), *_declared("edge", EDGE_ATTRIBUTES)]
    return "".join([*lines, f'    <nodes count="{len(network)}">\n'])


def gexf_between(network: nx.MultiDiGraph) -> str:
    """What stands between nodes and edges."""
    return f'    </nodes>\n    <edges count="{network.number_of_edges()}">\n'


def gexf_edge(source: str, target: str, data: Mapping[str, Any], values: Mapping[str, Value]) -> str:
    """An edge of the network with what is known of it."""
    told = {"id": data["id"], "source": source, "target": target, "label": values["label"], "weight": values["weight"]}
    told["kind"] = data["kind"]
    told |= {name: values[name] for name in ("start", "end") if name in values}
    return f"      <edge{_attributes(told)}>\n{_values(values)}      </edge>\n"


def gexf_node(node: str, data: Mapping[str, Any], values: Mapping[str, Value]) -> str:
    """A node of the network with what is known of it."""
    told = {"id": node, "label": values.get("label", node), **_lasting(node_span(data))}
    start, end = data.get("start"), data.get("end")
    if start:
        values = {**values, "date": clean(start if end in (None, start) else f"{start}/{end}")}
    lines = [f"      <node{_attributes(told)}>\n", _values(values)]
    lines.append(f'        <viz:color r="{values["r"]}" g="{values["g"]}" b="{values["b"]}"/>\n')
    if "x" in values:
        lines.append(f'        <viz:position x="{values["x"]}" y="{values["y"]}" z="0.0"/>\n')
    return "".join([*lines, f'        <viz:size value="{values["size"]}"/>\n      </node>\n'])


def _lasting(span: Span | None) -> dict[str, Value]:
    if span is None:
        return {}
    return {"start": span.start, "end": span.end} if span.end else {"start": span.start}


def _declared(of: str, attributes: Mapping[str, str]) -> Iterable[str]:
    yield f'    <attributes class="{of}" mode="static">\n'
    for name, kind in attributes.items():
        if name not in _TOLD:
            yield f'      <attribute id="{name}" title="{name}" type="{_TYPES.get(kind, kind)}"/>\n'
    yield "    </attributes>\n"


def _values(values: Mapping[str, Value]) -> str:
    lines = [f"{_OPENED[name]}{_quoted(value)}/>\n" for name, value in values.items() if name in _OPENED]
    return "".join(["        <attvalues>\n", *lines, "        </attvalues>\n"])


def _attributes(told: Mapping[str, Value]) -> str:
    """Attributes with their values on one line: a line break in one would be read as a blank anyway."""
    return "".join([f" {name}={_quoted(value)}" for name, value in told.items()])


def _quoted(value: Value) -> str:
    if type(value) is str:
        return _quoted_text(value) if len(value) < _LONG else _quoted_words(value)
    return f'"{("true" if value else "false") if isinstance(value, bool) else repr(value)}"'


def _quoted_words(value: str) -> str:
    """Words as a value of an attribute."""
    text = one_line(clean(value))
    return quoteattr(text) if _MARKED(text) else f'"{text}"'


#: The same of names and labels, most of which stand behind edge after edge.
_quoted_text = lru_cache(maxsize=1 << 14)(_quoted_words)
