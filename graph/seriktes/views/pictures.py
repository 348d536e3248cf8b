"""What each page draws: which things and links, where they stand, how they measure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx as nx
import numpy as np
from markupsafe import Markup

from seriktes.analysis import standing
from seriktes.analysis.columns import place_around
from seriktes.analysis.days import DATED_TYPES
from seriktes.analysis.flat import Chosen, Numbers, Ties
from seriktes.analysis.kinds import COUNTRY_GROUPS, PARTNER_KINDS, country_group
from seriktes.analysis.layout import View
from seriktes.views.matrix import heat_map
from seriktes.views.things import Things
from seriktes.views.timeline import timeline

#: The pages in the order of their links.
KINDS = ("partners", "people", "agreements", "countries", "timeline", "network")
#: By which a reader may size nodes, each of :mod:`seriktes.analysis.standing`.
MEASURES = ("degree", "strength", "betweenness", "core")
#: From so many nodes the betweenness of a large picture is looked at: enough for the size of a dot.
_SOURCES = 15
#: What ties things to what stands in time.
_IN_TIME = ("participation", "party", "signatory", "concluded-at", "part-of", "implements", "covers")


@dataclass(frozen=True)
class Picture:
    """What a page draws. ``nodes`` and ``edges`` are what pyvis holds; ``measures`` has a list of values for ``nodes``.

    ``more`` are things and links that only this picture has (countries and what ties them), told like those of
    :class:`~seriktes.views.things.Things` and numbered after them; ``drawing`` is an SVG beside the network or in its place.
    """

    kind: str
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    measures: Mapping[str, list[float]] = field(default_factory=dict)
    more: Mapping[str, list[dict[str, Any]]] = field(default_factory=lambda: {"nodes": [], "edges": []})
    drawing: Markup = field(default_factory=Markup)


def picture(things: Things, kind: str) -> Picture:
    """The picture of one of :data:`KINDS`, worked out once."""
    if kind not in things.kept:
        things.kept[kind] = _PICTURES.get(kind, _network)(things, kind)
    found: Picture = things.kept[kind]
    return found


def _network(things: Things, kind: str) -> Picture:
    view: View = "everything" if kind == "network" else kind  # type: ignore[assignment]
    chosen, numbers = things.drawn(view)
    places, names = things.places(view), list(things.number)
    nodes = [{"id": number, "x": x, "y": y} for number in numbers.tolist() for x, y in (places[names[number]],)]
    tied = chosen & ~things.flat.of_kinds(("co-participation",))
    return Picture(kind, nodes, _drawn(things, chosen), _measures(things.flat.ties(tied, numbers), np.arange(len(numbers))))


def _drawn(things: Things, chosen: Chosen) -> list[dict[str, Any]]:
    """Some links as the picture holds them."""
    flat, places = things.flat, np.flatnonzero(chosen)
    rows = zip(places.tolist(), flat.sources[places].tolist(), flat.targets[places].tolist(), strict=True)
    return [{"id": place, "from": source, "to": target} for place, source, target in rows]


def _measures(ties: Ties, order: Numbers) -> dict[str, list[float]]:
    """The measures of some nodes of a graph, in their order; betweenness of a large one is sampled."""
    found = ties.measured(_SOURCES)
    return {name: [round(found[name][place], 4) for place in order.tolist()] for name in MEASURES}


def measured(graph: nx.Graph, order: list[str]) -> dict[str, list[float]]:
    """The measures of the nodes of a graph, in an order."""
    between = {node: value for node, (value, _) in standing.betweenness(graph, sources=_SOURCES).items()}
    columns: tuple[Mapping[str, float], ...] = (standing.degree(graph), standing.strength(graph), between, standing.core(graph))
    return {name: [round(column.get(node, 0), 4) for node in order] for name, column in zip(MEASURES, columns, strict=True)}


def _countries(things: Things, kind: str) -> Picture:
    """Countries as nodes, tied by the partnerships of their bodies; each tie tells the links it is made of."""
    part = things.part("partners")
    country = {node: data["country"] or "?" for node, data in part.nodes(data=True)}
    links: dict[tuple[str, str, str], list[int]] = {}
    ids = {data["id"] for _, _, data in part.edges(data=True)}
    for place, (source, target, data) in enumerate(things.links):
        if data["id"] in ids:
            a, b = sorted((country[source], country[target]))
            links.setdefault((a, b, data["kind"]), []).append(place)
    codes = sorted(set(country.values()), key=lambda code: (COUNTRY_GROUPS.index(country_group(code)), code == "?", code))
    number = {code: len(things.number) + place for place, code in enumerate(codes)}
    graph = nx.Graph()
    graph.add_nodes_from(codes)
    for (a, b, _), members in links.items():
        if a != b:
            graph.add_edge(a, b, weight=graph.get_edge_data(a, b, {"weight": 0.0})["weight"] + float(len(members)))
    places = place_around(graph)
    nodes = [
        {"key": f"country:{code}", "type": "Place", "kind": "country", "country": code, "group": country_group(code),
         "names": [None, None, None], "documents": [], "members": [things.number[n] for n in sorted(country) if country[n] == code]}
        for code in codes
    ]  # fmt: skip
    edges = [
        {"id": f"{a}-{b}-{kind}", "from": number[a], "to": number[b], "kind": kind, "sure": 1, "parts": members}
        for (a, b, kind), members in sorted(links.items(), key=lambda item: (PARTNER_KINDS.index(item[0][2]), item[0]))
    ]  # fmt: skip
    return Picture(
        kind,
        [{"id": number[code], "x": places[code][0], "y": places[code][1]} for code in codes],
        [{"id": len(things.links) + place, "from": e["from"], "to": e["to"]} for place, e in enumerate(edges)],
        measured(graph, codes),
        {"nodes": nodes, "edges": edges},
        heat_map(codes, links, number),
    )


def _timeline(things: Things, kind: str) -> Picture:
    """Events, agreements and projects in time, the best attended where they are many."""
    flat = things.flat
    chosen, dated = flat.of_kinds(_IN_TIME), flat.typed(DATED_TYPES)
    touched = flat.touched(chosen)
    lone = np.setdiff1d(np.flatnonzero(dated), touched)
    nodes = np.concatenate([touched, lone])
    ties = flat.ties(chosen, nodes)
    order = np.argsort(nodes, kind="stable")
    order = order[dated[nodes[order]]]
    weight = dict(zip(nodes[order].tolist(), ties.degree()[order].tolist(), strict=True))
    names = list(things.number)
    return Picture(
        kind,
        [{"id": number} for number in weight],
        _drawn(things, chosen & (dated[flat.sources] | dated[flat.targets])),
        _measures(ties, order),
        drawing=timeline(things, {names[number]: degree for number, degree in weight.items()}),
    )


_PICTURES: Mapping[str, Callable[[Things, str], Picture]] = {"countries": _countries, "timeline": _timeline}
