"""What every network file tells of a node and of an edge: the same names and one type each, whatever the format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import networkx as nx

from seriktes.analysis.boxes import node_size
from seriktes.analysis.kinds import GROUP_COLOURS
from seriktes.analysis.network import Evidence
from seriktes.analysis.spans import Span, edge_span, node_span
from seriktes.writers.files import clean

Told = bool | int | float | str
#: Attribute names and their one type each, in the order of the files.
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
    "start": "string",
    "end": "string",
    "confidence": "double",
    "documents": "string",
    "sentence": "string",
    "sentences": "int",
}
#: Of the attributes of a node the words that it has itself.
_WORDS = tuple(name for name, kind in NODE_ATTRIBUTES.items() if kind == "string" and name != "documents")


def node_values(data: Mapping[str, Any], place: tuple[int, int] | None) -> dict[str, Any]:
    """The values of a node by the names of :data:`NODE_ATTRIBUTES`; what is not known is None or missing.

    ``place`` is in pixels, y downwards; ``x`` and ``y`` run as in Gephi, y upwards.
    """
    red, green, blue = GROUP_COLOURS[data["group"]]
    values = dict(data) | {
        "documents": ";".join(data["documents"]),
        "size": 2 * node_size(data["degree"]),
        "r": red,
        "g": green,
        "b": blue,
    }
    if place:
        values |= {"x": place[0], "y": -place[1]}
    return values


def node_told(data: Mapping[str, Any], place: tuple[int, int] | None) -> dict[str, Told]:
    """What is known of a node, as :func:`known` tells it of :func:`node_values`."""
    values: dict[str, Told] = {name: clean(data[name]) for name in _WORDS if data.get(name)}
    red, green, blue = GROUP_COLOURS[data["group"]]
    if data["documents"]:
        values["documents"] = clean(";".join(data["documents"]))
    values |= {"degree": data["degree"], "size": round(float(2 * node_size(data["degree"])), 6), "r": red, "g": green, "b": blue}
    if place:
        values |= {"x": float(place[0]), "y": float(-place[1])}
    return {name: value for name, value in values.items() if value != ""} if "" in values.values() else values


def edge_values(network: nx.MultiDiGraph, source: str, target: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an edge by the names of :data:`EDGE_ATTRIBUTES`; ``sentence`` is the first that proves it."""
    evidence: tuple[Evidence, ...] = data["evidence"]
    span = edge_span(network, source, target, data)
    return dict(data) | {
        "label": data["label"] or data["kind"],
        "start": span.start if span else None,
        "end": span.end if span else None,
        "documents": _documents(evidence),
        "sentence": _excerpt(evidence[0].quote) if evidence else None,
        "sentences": len(evidence),
    }


class Edges:
    """What is known of the edges of one network, as :func:`known` tells it of :func:`edge_values`: each in a fifth of the time.

    When its nodes were is worked out once, so the network must stay as it is meanwhile.
    """

    def __init__(self, network: nx.MultiDiGraph) -> None:
        self._spans = {node: span for node, data in network.nodes(data=True) if (span := node_span(data))}

    def span(self, source: str, target: str, data: Mapping[str, Any]) -> Span | None:
        """When an edge was, as :func:`~seriktes.analysis.spans.edge_span` tells it."""
        spans = self._spans
        return spans.get(data["via"]) or spans.get(source) or spans.get(target)

    def told(self, source: str, target: str, data: Mapping[str, Any]) -> dict[str, Told]:
        """The values of an edge that are known, each in its one type, in the order of :data:`EDGE_ATTRIBUTES`."""
        evidence: tuple[Evidence, ...] = data["evidence"]
        span = self.span(source, target, data)
        values: dict[str, Told] = {
            "label": clean(data["label"] or data["kind"]),
            "kind": data["kind"],
            "weight": round(float(data["weight"]), 6),
            "mutual": bool(data["mutual"]),
        }
        if data["via"]:
            values["via"] = clean(data["via"])
        if span:
            values["start"] = span.start
            if span.end:
                values["end"] = span.end
        values["confidence"] = round(float(data["confidence"]), 6)
        if evidence:
            values["documents"] = clean(_documents(evidence))
            values["sentence"] = _excerpt(evidence[0].quote)
        values["sentences"] = len(evidence)
        return {name: value for name, value in values.items() if value != ""} if "" in values.values() else values


def typed(value: Any, kind: str) -> Told:
    """A value in its one type; numbers as JSON has them, words without what no XML can hold.

    >>> typed(1, "double"), typed("2", "int"), typed("Ас\\x00тана", "string")
    (1.0, 2, 'Астана')
    """
    return _TYPED[kind](value)


_TYPED: Mapping[str, Callable[[Any], Told]] = {
    "boolean": bool,
    "int": int,
    "double": lambda value: round(float(value), 6),
    "string": lambda value: clean(value if type(value) is str else str(value)),
}


def known(attributes: Mapping[str, str], values: Mapping[str, Any]) -> dict[str, Told]:
    """Of the attributes those that are known, each in its one type, in order; never an empty word."""
    found: dict[str, Told] = {}
    for name, kind in attributes.items():
        value = values.get(name)
        if value is not None and value != "":
            told = _TYPED[kind](value)
            if told != "":
                found[name] = told
    return found


def mutual(network: nx.MultiDiGraph) -> bool:
    """Whether all edges read the same from both ends: programs read one direction for a whole file."""
    return all(data["mutual"] for _, _, data in network.edges(data=True))


def _documents(evidence: tuple[Evidence, ...]) -> str:
    return evidence[0].document if len(evidence) == 1 else ";".join(sorted({item.document for item in evidence}))


def one_line(text: str) -> str:
    """A text on one line, its words one space apart."""
    return text if text.isprintable() and "  " not in text and text == text.strip() else " ".join(text.split())


@lru_cache(maxsize=1 << 12)
def _excerpt(quote: str) -> str:
    """The quote on one line, its first 300 characters; the tables have it whole."""
    line = one_line(clean(quote))
    return line if len(line) <= 300 else line[:299] + "…"
