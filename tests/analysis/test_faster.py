"""igraph gives the answers of networkx, exact and sampled, to the last digit that is written."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from seriktes.analysis.backends import dependencies, distances, igraph_is_there, nearness, networkx_alone
from seriktes.analysis.standing import betweenness, closeness

GRAPHS = {
    "two communities": nx.relabel_nodes(nx.barbell_graph(12, 3), str),
    "pieces": nx.relabel_nodes(nx.disjoint_union_all([nx.path_graph(9), nx.cycle_graph(7), nx.empty_graph(3)]), str),
    "hubs": nx.relabel_nodes(nx.barabasi_albert_graph(160, 2, seed=3), str),
    "alone": nx.Graph({"a": []}),
    "nothing": nx.Graph(),
}


@pytest.fixture(params=GRAPHS)
def graph(request: pytest.FixtureRequest) -> nx.Graph:
    return GRAPHS[request.param]


@pytest.fixture(autouse=True)
def _igraph() -> None:
    pytest.importorskip("igraph", reason="pip install 'seriktes[fast]'")


def test_networkx_can_be_had_alone() -> None:
    assert igraph_is_there()
    with networkx_alone():
        assert not igraph_is_there()
    assert igraph_is_there()


def test_sums_over_chains_and_distances_are_the_same(graph: nx.Graph) -> None:
    drawn = random.Random(1).sample(list(graph), min(5, len(graph)))
    there = dependencies(graph), dependencies(graph, drawn), distances(graph, drawn), nearness(graph)
    with networkx_alone():
        assert (dependencies(graph), dependencies(graph, drawn), distances(graph, drawn), nearness(graph)) == there


@pytest.mark.parametrize("exact", [10**9, 0])
def test_measures_are_the_same(graph: nx.Graph, exact: int) -> None:
    there = betweenness(graph, 4, exact), closeness(graph, 4, exact)
    with networkx_alone():
        assert (betweenness(graph, 4, exact), closeness(graph, 4, exact)) == there


def test_exact_measures_are_those_of_networkx() -> None:
    graph = GRAPHS["hubs"]
    wanted, near = nx.betweenness_centrality(graph), nx.closeness_centrality(graph, wf_improved=False)
    assert {n: v for n, (v, _) in betweenness(graph).items()} == pytest.approx(wanted)
    assert {n: v for n, (v, _) in closeness(graph).items()} == pytest.approx(near)


def test_an_estimate_lies_about_the_true_value_as_its_error_says() -> None:
    graph = GRAPHS["hubs"]
    true = nx.betweenness_centrality(graph)
    hub = max(true, key=true.__getitem__)
    found = [betweenness(graph, seed, exact=0)[hub] for seed in range(0, 100, 5)]
    mean = sum(value for value, _ in found) / len(found)
    error = sum(error or 0.0 for _, error in found) / len(found)
    assert abs(mean - true[hub]) < 3 * error / len(found) ** 0.5
    assert 0 < error < true[hub]


@pytest.mark.parametrize(("prompt", "loaded"), [("", False), ("import sys; sys.ps1 = ''; ", True)], ids=["a program", "a prompt"])
def test_only_who_sits_at_a_prompt_waits_for_what_igraph_draws_with(tmp_path: Path, prompt: str, loaded: bool) -> None:
    (tmp_path / "matplotlib.py").write_text("print('was loaded')\nraise ImportError", encoding="utf-8")
    ask = "import networkx as nx; from seriktes.analysis.backends import dependencies; print(dependencies(nx.path_graph('ABC')))"
    told = subprocess.run(
        [sys.executable, "-c", prompt + ask], env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert told.stdout.endswith("{'A': 0.0, 'B': 2.0, 'C': 0.0}\n") and ("was loaded" in told.stdout) == loaded
