"""Places: whole, the same each time, no two names over one another in the view of partners."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import combinations

import networkx as nx
import pytest
from seriktes.analysis.boxes import Box, label_box, overlap, settle, spread
from seriktes.analysis.claims import Reading
from seriktes.analysis.large import place_large
from seriktes.analysis.layout import VIEWS, layout, view_network
from seriktes.analysis.network import build_network


@pytest.mark.parametrize("view", VIEWS)
def test_every_node_of_a_view_has_a_place_of_its_own(reading: Reading, view) -> None:
    network = build_network(reading.claims, reading.nodes)
    places = layout(network, view)
    assert set(places) == set(view_network(network, view))
    assert len(set(places.values())) == len(places)
    assert places == layout(network, view)


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_to_place(view) -> None:
    assert layout(nx.MultiDiGraph(), view) == {}


def test_partners_of_the_gold_do_not_overlap(gold: Reading) -> None:
    network = build_network(gold.claims, gold.nodes)
    places = layout(network, "partners")
    boxes = {node: label_box(data) for node, data in view_network(network, "partners").nodes(data=True)}
    touching = [(a, b) for a, b in combinations(places, 2) if min(overlap(places[a], boxes[a], places[b], boxes[b])) > 1]
    assert not touching


def test_spread_leaves_no_overlap() -> None:
    chance = random.Random(1)
    places = {str(k): (chance.uniform(0, 500), chance.uniform(0, 300)) for k in range(40)}
    boxes = dict.fromkeys(places, Box(50, 10, 30))
    moved = spread(places, boxes, 2000)
    assert all(min(overlap(moved[a], boxes[a], moved[b], boxes[b])) <= 0.01 for a, b in combinations(moved, 2))


@pytest.mark.parametrize("engine", ["our own", "igraph"])
def test_large_networks_keep_groups_together(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if engine == "igraph":
        pytest.importorskip("igraph", reason="pip install 'seriktes[fast]'")
    else:
        monkeypatch.setattr("seriktes.analysis.large.igraph_is_there", lambda: False)
    graph = nx.disjoint_union_all([nx.complete_graph(30)] * 20)
    graph.add_edges_from((30 * k, 30 * k + 30) for k in range(18))  # all in a chain but the last, which stands alone
    graph = nx.relabel_nodes(graph, {node: f"n{node:04}" for node in graph})
    places = place_large(graph)
    assert set(places) == set(graph) and len(set(places.values())) > 0.99 * len(graph)
    assert places == place_large(graph)

    def apart(pairs):
        found = [abs(complex(*places[a]) - complex(*places[b])) for a, b in pairs]
        return sum(found) / len(found)

    assert apart(graph.edges) * 3 < apart(combinations(sorted(graph)[::7], 2))


def test_settle_keeps_order_and_gaps() -> None:
    placed = settle([5, 5, 5, 100], [0, 10, 10, 10])
    assert placed == [-5, 5, 15, 100]


def test_places_do_not_hang_on_the_hash_seed(tmp_path) -> None:
    script = (
        "import networkx as nx\nfrom seriktes.analysis.layout import layout\n"
        "from seriktes.analysis.claims import Claim, Node\nfrom seriktes.analysis.network import build_network\n"
        "names = [f'n{k}' for k in range(40)]\n"
        "nodes = [Node(n, 'Organization', country=['KZ','RU','GB'][k % 3]) for k, n in enumerate(names)]\n"
        "claims = [Claim('cooperation', {'a': names[k], 'b': names[k * 7 % 40]}, 'd', 'd', k, k + 1, 'x')"
        " for k in range(40)]\n"
        "net = build_network(claims, nodes)\nprint(layout(net, 'partners'), layout(net, 'everything'))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in "012"
    }
    assert len(printed) == 1
