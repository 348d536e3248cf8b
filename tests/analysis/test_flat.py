"""A network in columns tells what the network itself tells."""

from __future__ import annotations

import random

import networkx as nx
import numpy as np
import pytest
from seriktes.analysis import standing
from seriktes.analysis.backends import networkx_alone
from seriktes.analysis.claims import Claim, Node
from seriktes.analysis.flat import Flat
from seriktes.analysis.large import place_large, place_numbers
from seriktes.analysis.layout import MOST_NAMED, VIEWS, edges_of_view, place, place_flat, view_network
from seriktes.analysis.network import build_network, edges_in_order
from seriktes.analysis.ties import ties_of


def a_network(seed: int, bodies: int = 30) -> nx.MultiDiGraph:
    """Bodies that meet, sign and belong to one another by chance; one at least stands alone."""
    chance = random.Random(seed)
    nodes = [Node(f"b{n:04}", chance.choice(("Organization", "Person", "Place"))) for n in range(bodies)]
    nodes += [Node(f"{kind[0]}{n:04}", kind) for kind in ("Event", "Agreement", "Project") for n in range(bodies // 3)]  # type: ignore[arg-type]
    nodes.append(Node("lone", "Organization"))
    claims = []
    for kind, source, target, letters in (
        ("participation", "agent", "event", "bE"),
        ("party", "agent", "agreement", "bA"),
        ("implements", "agent", "project", "bP"),
        ("part_of", "part", "whole", "EE"),
        ("part_of", "part", "whole", "bb"),
        ("cooperation", "a", "b", "bb"),
        ("concluded_at", "agreement", "event", "AE"),
    ):
        for _ in range(bodies):
            one, other = (chance.choice([node.id for node in nodes if node.id[0] == letter]) for letter in letters)
            claims.append(Claim(kind, {source: one, target: other}, "d", "d", 0, 1, "."))  # type: ignore[arg-type]
    return build_network(claims, nodes)


def columns(network: nx.MultiDiGraph) -> tuple[Flat, list[str]]:
    names = sorted(network)
    return Flat.of(network, edges_in_order(network), {name: place for place, name in enumerate(names)}), names


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("seed", range(4))
def test_a_view_has_the_same_edges_and_nodes(seed: int, view) -> None:
    network = a_network(seed)
    flat, names = columns(network)
    part, chosen = view_network(network, view), edges_of_view(flat, view)
    links = edges_in_order(network)
    assert {links[k][2]["id"] for k in np.flatnonzero(chosen)} == {data["id"] for *_, data in part.edges(data=True)}
    assert [names[node] for node in flat.touched(chosen)] == sorted(part) and len(part) < len(network)


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize(("seed", "bodies"), [(1, 30), (2, 700)])
def test_ties_and_their_measures_are_the_same(seed: int, bodies: int, alone: bool) -> None:
    if not alone:
        pytest.importorskip("igraph", reason="pip install 'seriktes[fast]'")
    network = a_network(seed, bodies)
    flat, names = columns(network)
    graph = ties_of(network, but=("co-participation",))
    chosen = ~flat.of_kinds(("co-participation",))
    ties = flat.ties(chosen, np.arange(len(names)))
    pairs = {(names[a], names[b]): weight for a, b, weight in zip(ties.low, ties.high, ties.weights, strict=True)}
    assert pairs == {(min(a, b), max(a, b)): weight for a, b, weight in graph.edges(data="weight")}
    with networkx_alone():
        wanted = {
            "degree": standing.degree(graph),
            "strength": standing.strength(graph),
            "betweenness": {node: value for node, (value, _) in standing.betweenness(graph, sources=10).items()},
            "core": standing.core(graph),
        }
        found = ties.measured(sources=10)
    if not alone:
        found = ties.measured(sources=10)
    for name, values in wanted.items():
        assert found[name] == pytest.approx([values[node] for node in names]), name


def test_places_are_those_of_the_network() -> None:
    network = a_network(3, 1000)
    flat, names = columns(network)
    chosen = edges_of_view(flat, "everything")
    nodes, places = flat.touched(chosen), place(view_network(network, "everything"), "everything")
    assert len(nodes) > MOST_NAMED
    rows = place_flat(flat, chosen, nodes).tolist()
    assert {names[node]: tuple(row) for node, row in zip(nodes, rows, strict=True)} == places


def test_components_stand_apart_and_alone_nodes_have_places() -> None:
    graph = nx.Graph([("a", "b"), ("c", "d"), ("d", "e")])
    graph.add_node("f")
    assert len(set(place_large(graph).values())) == 6
    empty = np.array([], np.int64)
    assert place_numbers(0, empty, empty).shape == (0, 2)
    chain = np.arange(99)
    assert len({tuple(row) for row in place_numbers(100, chain, chain + 1).tolist()}) == 100
