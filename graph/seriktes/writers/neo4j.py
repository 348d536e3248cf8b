"""The network as the two files ``neo4j-admin database import`` reads: types in the headers, one line a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import networkx as nx

from seriktes.analysis.layout import Places
from seriktes.analysis.network import edges_in_order
from seriktes.analysis.spans import Span, edge_span, node_span
from seriktes.writers.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, edge_values, known, node_values

_TYPES = {"double": "double", "int": "int", "boolean": "boolean"}
#: Between the parts of a list; one inside a part would be taken for another.
_LIST = ";"
_DATES = ("start", "end")


def neo4j_files(network: nx.MultiDiGraph, places: Places | None = None) -> dict[str, str]:
    """``nodes.csv`` and ``relationships.csv`` as text.

    A node's label is its type (``:LABEL``), a relationship's type its edge kind in capitals (``:TYPE``). ``start`` and
    ``end`` are whole dates; ``date`` is what the texts tell. What is not known is an empty field, which Neo4j leaves out.
    """
    nodes = [column for column in NODE_ATTRIBUTES if column not in _DATES]
    edges = [column for column in EDGE_ATTRIBUTES if column not in _DATES]
    node_head = ["key:ID", *(_typed(name, NODE_ATTRIBUTES[name]) for name in nodes), "start:date", "end:date", "date", ":LABEL"]
    edge_head = [":START_ID", ":END_ID", "id", *(_typed(name, EDGE_ATTRIBUTES[name]) for name in edges)]
    node_rows = (_node(network, node, (places or {}).get(node), nodes) for node in sorted(network))
    edge_rows = (_edge(network, *edge, edges) for edge in edges_in_order(network))
    return {
        "nodes.csv": _table(node_head, node_rows),
        "relationships.csv": _table([*edge_head, "start:date", "end:date", ":TYPE"], edge_rows),
    }


def _typed(name: str, kind: str) -> str:
    if name == "documents":
        return "documents:string[]"
    return f"{name}:{_TYPES[kind]}" if kind in _TYPES else name


def _node(network: nx.MultiDiGraph, node: str, place: tuple[int, int] | None, columns: Sequence[str]) -> list[object]:
    data = network.nodes[node]
    values = known(NODE_ATTRIBUTES, node_values(data, place) | {"documents": _listed(data["documents"])})
    date = "/".join(dict.fromkeys(filter(None, (data.get("start"), data.get("end")))))
    return [node, *(values.get(name) for name in columns), *_dates(node_span(data)), date, data["type"]]


def _edge(network: nx.MultiDiGraph, source: str, target: str, data: dict[str, object], columns: Sequence[str]) -> list[object]:
    values = edge_values(network, source, target, data)
    documents = _listed(sorted({item.document for item in values["evidence"]}))
    told = known(EDGE_ATTRIBUTES, values | {"documents": documents})
    kind = str(data["kind"]).upper().replace("-", "_")
    span = edge_span(network, source, target, data)
    return [source, target, data["id"], *(told.get(name) for name in columns), *_dates(span), kind]


def _dates(span: Span | None) -> tuple[str | None, str | None]:
    return (span.start, span.end) if span else (None, None)


def _listed(names: Iterable[str]) -> str:
    return _LIST.join(name.replace(_LIST, ",") for name in names)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """CSV of one line a row: the importer does not look for line breaks inside of quotes."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(str(value).split()) if isinstance(value, str) else repr(value)
