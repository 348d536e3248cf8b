"""Where every node stands in each picture, worked out beforehand: pages and Gephi files open with the same view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import networkx as nx
import numpy as np

from seriktes.analysis.boxes import Box, Point, label_box
from seriktes.analysis.columns import place_in_columns, place_two_mode
from seriktes.analysis.flat import Chosen, Flat, Numbers
from seriktes.analysis.force import place_by_force
from seriktes.analysis.kinds import PARTNER_KINDS, EdgeKind
from seriktes.analysis.large import place_large, place_numbers
from seriktes.analysis.network import partnership_network, select

View = Literal["partners", "people", "agreements", "everything"]
VIEWS: tuple[View, ...] = ("partners", "people", "agreements", "everything")
Places = Mapping[str, tuple[int, int]]

#: Pictures of more nodes have no room for every name, and are placed by the shape of the whole.
MOST_NAMED = 1200
#: More bodies than this are placed by attraction; columns would grow too high.
_MOST_IN_COLUMNS = 90
_PEOPLE_KINDS: tuple[EdgeKind, ...] = ("participation", "part-of")
_PEOPLE_TYPES = ("Person", "Organization", "Place", "Event")
_AGREEMENT_KINDS: tuple[EdgeKind, ...] = ("party", "signatory", "concluded-at", "covers")
_ALL_TYPES = (*_PEOPLE_TYPES, "Agreement", "Project")


def view_network(network: nx.MultiDiGraph, view: View) -> nx.MultiDiGraph:
    """The part of a network that a view shows: partners; people and events; agreements; everything but lone nodes.

    The last is the network itself, seen without these: it is not to be changed.
    """
    if view == "partners":
        return partnership_network(network)
    if view == "everything":
        lone = {node for node, degree in network.degree() if not degree}
        return nx.subgraph_view(network, filter_node=lambda node: node not in lone) if lone else network
    if view == "people":
        events = {node for node, kind in network.nodes(data="type") if kind == "Event"}
        part = select(network, _PEOPLE_KINDS, _PEOPLE_TYPES)
        part.remove_edges_from(
            [(a, b, key) for a, b, key, kind in part.edges(keys=True, data="kind") if kind == "part-of" and not {a, b} <= events]
        )
        part.remove_nodes_from([node for node, degree in list(part.degree()) if not degree])
        return part
    return select(network, _AGREEMENT_KINDS, _ALL_TYPES)


def edges_of_view(flat: Flat, view: View) -> Chosen:
    """The edges of :func:`view_network`, of a network in columns."""
    if view == "partners":
        return flat.between(PARTNER_KINDS, ("Organization", "Place"))
    if view == "everything":
        return np.ones(len(flat.sources), np.bool_)
    if view == "people":
        events = flat.typed(("Event",))
        within = ~flat.of_kinds(("part-of",)) | (events[flat.sources] & events[flat.targets])
        return flat.between(_PEOPLE_KINDS, _PEOPLE_TYPES) & within
    return flat.between(_AGREEMENT_KINDS, _ALL_TYPES)


def place_flat(flat: Flat, chosen: Chosen, nodes: Numbers) -> Numbers:
    """Places of the nodes of some edges as :func:`place` has them of more than :data:`MOST_NAMED`: a row of x and y for each."""
    ties = flat.ties(chosen & ~flat.of_kinds(("co-participation",)), nodes)
    return np.round(place_numbers(ties.size, ties.low, ties.high)).astype(np.int64)


def _with_room_for_ties(part: nx.MultiDiGraph, boxes: Mapping[str, Box]) -> dict[str, Box]:
    """Boxes higher where a pair has several edges: they are bent apart, and each has its name."""
    most = {
        node: max(
            part.number_of_edges(node, other) + part.number_of_edges(other, node)
            for other in {*part.successors(node), *part.predecessors(node)}
        )
        for node in part
    }
    return {
        node: box._replace(above=box.above + 20 * (most[node] - 1), below=box.below + 8 * (most[node] - 1))
        for node, box in boxes.items()
    }


def layout(network: nx.MultiDiGraph, view: View) -> dict[str, tuple[int, int]]:
    """Places of the nodes of one view, in whole pixels around (0, 0), y downwards."""
    return place(view_network(network, view), view)


def place(part: nx.MultiDiGraph, view: View) -> dict[str, tuple[int, int]]:
    """Places of the nodes of a part of a network, drawn as a view.

    Co-participation edges do not pull: who spoke at one event is near the others through the event.
    """
    places: Mapping[str, Point]
    if view in ("partners", "agreements") and len(part) <= _MOST_IN_COLUMNS:
        boxes = {node: label_box(data) for node, data in part.nodes(data=True)}
        places = place_in_columns(part, _with_room_for_ties(part, boxes)) if view == "partners" else place_two_mode(part, boxes)
    else:
        pulling = nx.MultiDiGraph() if len(part) <= MOST_NAMED else nx.Graph()
        pulling.add_nodes_from(part.nodes(data=True))
        pulling.add_edges_from((a, b) for a, b, kind in part.edges(data="kind") if kind != "co-participation" and a != b)
        if len(part) > MOST_NAMED:
            places = place_large(pulling)
        else:
            places = place_by_force(pulling, {node: label_box(data, True) for node, data in part.nodes(data=True)})
    return {node: (round(x), round(y)) for node, (x, y) in places.items()}
