"""What every page of a network tells: its things, its links with the sentences that prove them, its documents.

Worked out once for all pages of a build; a page adds only its picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import starmap
from typing import Any

import networkx as nx

from seriktes.analysis.claims import LANGUAGES, Source
from seriktes.analysis.days import Day, day_of_edge, days_of
from seriktes.analysis.flat import Chosen, Flat, Numbers
from seriktes.analysis.layout import MOST_NAMED, Places, View, edges_of_view, place, place_flat, view_network
from seriktes.analysis.measures import Standing, standings
from seriktes.analysis.network import Evidence, edges_in_order


class Things:
    """A network with its documents, and what pages tell of both.

    ``number`` is each node's place in the pages' list; ``kept`` holds what one page worked out and others need.
    """

    def __init__(self, network: nx.MultiDiGraph, sources: Iterable[Source]) -> None:
        self.network = network
        self.sources = sorted(sources, key=lambda source: source.id)
        self.number = {node: place for place, node in enumerate(sorted(network))}
        self.published = {source.id: source.published for source in self.sources}
        self._parts: dict[View, nx.MultiDiGraph] = {}
        self._places: dict[View, Places] = {}
        self.kept: dict[str, Any] = {}
        self._documents = {source.id: place for place, source in enumerate(self.sources)}

    @cached_property
    def days(self) -> Mapping[str, Day]:
        """When each event, agreement and project was."""
        return days_of(self.network, self.published)

    @cached_property
    def standings(self) -> list[Standing]:
        """Who stands where among the partners."""
        return standings(self.part("partners"))

    @cached_property
    def flat(self) -> Flat:
        """The network in columns."""
        return Flat.of(self.network, self.links, self.number)

    def drawn(self, view: View) -> tuple[Chosen, Numbers]:
        """The links that a view shows, and the numbers of the nodes that they touch."""
        chosen = edges_of_view(self.flat, view)
        return chosen, self.flat.touched(chosen)

    def places(self, view: View) -> Places:
        """Where the nodes of a view stand, worked out once."""
        if view not in self._places:
            chosen, nodes = self.drawn(view)
            if len(nodes) > MOST_NAMED:
                names = list(self.number)
                rows = place_flat(self.flat, chosen, nodes).tolist()
                self._places[view] = {names[node]: (x, y) for node, (x, y) in zip(nodes.tolist(), rows, strict=True)}
            else:
                self._places[view] = place(self.part(view), view)
        return self._places[view]

    def know(self, view: View, places: Places) -> None:
        """Where the nodes of a view stand, if that was worked out elsewhere."""
        self._places[view] = places

    def part(self, view: View) -> nx.MultiDiGraph:
        """The part of the network that a view shows. Only that of the partners, which others ask for too, is kept beside the last."""
        if view not in self._parts:
            self._parts = {kept: part for kept, part in self._parts.items() if kept == "partners"}
            self._parts[view] = view_network(self.network, view)
        return self._parts[view]

    def forget_pages(self) -> None:
        """Forget what only pages need."""
        self._parts = {}
        for name in [name for name in self.kept if name.startswith("embedded ")]:
            del self.kept[name]

    @cached_property
    def links(self) -> list[tuple[str, str, dict[str, Any]]]:
        """All edges in the order of the pages' list."""
        return edges_in_order(self.network)

    @property
    def told(self) -> dict[str, Any]:
        """``nodes``, ``edges`` and ``documents``, each an iterator of plain values for JSON."""
        return {
            "nodes": map(self._node, self.number),
            "edges": starmap(self._edge, self.links),
            "documents": ([s.file, s.language, s.published, s.publisher] for s in self.sources),
        }

    @property
    def proofs(self) -> dict[str, Any]:
        """``quotes``, and for each edge of :attr:`told` its ``evidence``; apart, since large pages read them when first asked.

        Both are iterators; the second is to be asked when the first has given all.
        """
        rows: dict[int, int] = {}
        evidence = ([_proof(rows, source, target, item) for item in data["evidence"]] for source, target, data in self.links)
        return {"quotes": self._quotes(rows), "evidence": evidence}

    def _quotes(self, rows: dict[int, int]) -> Iterator[tuple[int, int, int, str]]:
        """The sentences of all edges, each once: document number, start, end, words. The row that each evidence has among them is
        added to ``rows``, by the identity of the evidence.
        """
        known: dict[tuple[str, int, int], int] = {}
        for _, _, data in self.links:
            for item in data["evidence"]:
                if id(item) not in rows:
                    before = len(known)
                    rows[id(item)] = known.setdefault((item.document, item.start, item.end), before)
                    if len(known) > before:
                        yield self._documents.get(item.document, -1), item.start, item.end, item.quote

    def _node(self, node: str) -> dict[str, Any]:
        data = self.network.nodes[node]
        entry = {
            "key": node,
            "type": data["type"],
            "kind": data["kind"],
            "country": data["country"],
            "group": data["group"],
            "names": [data[f"name_{language}"] for language in LANGUAGES],
            "documents": [self._documents[name] for name in data["documents"] if name in self._documents],
        }
        if day := self.days.get(node):
            entry |= {"start": day.start, "end": day.end, "how": day.how}
        return entry

    def _edge(self, source: str, target: str, data: Mapping[str, Any]) -> dict[str, Any]:
        entry: dict[str, Any] = {
            "id": data["id"],
            "from": self.number[source],
            "to": self.number[target],
            "kind": data["kind"],
            "sure": round(data["confidence"], 3) if data["evidence"] else 0,
        }
        if data["via"] in self.number:
            entry["via"] = self.number[data["via"]]
        if data["label"] and "via" not in entry:
            entry["label"] = data["label"]
        if day := day_of_edge(source, target, data, self.days, self.published):
            entry["day"] = day
        return entry


def _proof(rows: Mapping[int, int], source: str, target: str, item: Evidence) -> Sequence[Any]:
    """Quote, note, confidence, and where in the quote the names stand: 0 the source's, 1 the target's, 2 others."""
    return (rows[id(item)], item.note, round(item.confidence, 3), marks_in(item, source, target))


def marks_in(item: Evidence, source: str, target: str) -> list[tuple[int, int, int]]:
    """Where names stand in a quote as (start, end, whose), in order and apart: 0 the source's, 1 the target's, 2 others."""
    begun, end = item.start, item.start
    for mark in item.marks:  # most stand apart, in their order
        if not end <= mark.start < mark.end:
            return _apart(item, source, target)
        end = mark.end
    if end - begun > len(item.quote):
        return _apart(item, source, target)
    return [(m.start - begun, m.end - begun, 0 if m.node == source else 1 if m.node == target else 2) for m in item.marks]


def _apart(item: Evidence, source: str, target: str) -> list[tuple[int, int, int]]:
    """Of names that overlap those of the two ends, then the longer."""
    marks: list[tuple[int, int, int]] = []
    for mark in sorted(item.marks, key=lambda m: (m.node not in (source, target), m.start - m.end, m.start)):
        start, end = mark.start - item.start, mark.end - item.start
        if 0 <= start < end <= len(item.quote) and all(end <= other[0] or other[1] <= start for other in marks):
            marks.append((start, end, 0 if mark.node == source else 1 if mark.node == target else 2))
    return sorted(marks)
