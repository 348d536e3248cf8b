"""Measures of standing, held against networkx's own and against graphs small enough to count."""

from __future__ import annotations

import doctest
import importlib
from math import isclose

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seriktes.analysis import standing
from seriktes.analysis.brokerage import brokerage
from seriktes.analysis.ties import projection

MODULES = ("tables", "ties", "standing", "brokerage", "chance", "groups", "mixing", "sureness")


@st.composite
def graphs(draw: st.DrawFn) -> nx.Graph:
    """Graphs of up to nine bodies with weights of ties."""
    size = draw(st.integers(2, 9))
    graph = nx.Graph()
    for a in range(size):
        for b in range(a):
            if draw(st.booleans()):
                graph.add_edge(f"n{a}", f"n{b}", weight=float(draw(st.integers(1, 4))))
    return graph


@pytest.mark.parametrize("name", MODULES)
def test_every_example_of_a_docstring_counts_right(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"seriktes.analysis.{name}"))
    assert result.attempted and not result.failed


@settings(deadline=None, max_examples=60)
@given(graphs())
def test_constraint_and_effective_size_are_those_of_networkx(graph: nx.Graph) -> None:
    theirs = nx.constraint(graph, weight="weight")
    assert all(isclose(value, theirs[node]) for node, value in standing.constraint(graph).items())
    theirs = nx.effective_size(graph)
    assert all(isclose(value, theirs[node]) for node, value in standing.effective_size(graph).items())


@settings(deadline=None, max_examples=30)
@given(graphs())
def test_pagerank_is_the_walk_of_the_google_matrix(graph: nx.Graph) -> None:
    if not graph:
        return
    step = nx.google_matrix(graph, alpha=0.85, weight="weight")
    rank = standing.pagerank(graph)
    row = [rank[node] for node in graph]
    after = [sum(row[i] * step[i, j] for i in range(len(row))) for j in range(len(row))]
    assert isclose(sum(row), 1.0) and all(isclose(a, b, abs_tol=1e-8) for a, b in zip(row, after, strict=True))


@settings(deadline=None, max_examples=40)
@given(graphs(), st.permutations(range(9)))
def test_other_names_change_nothing(graph: nx.Graph, order: list[int]) -> None:
    names = {f"n{number}": f"m{order[number]}" for number in range(9)}
    other = nx.Graph()
    other.add_nodes_from(sorted(names[node] for node in graph))
    other.add_edges_from((names[a], names[b], data) for a, b, data in graph.edges(data=True))
    for measure in (standing.degree, standing.strength, standing.core, standing.constraint, standing.pagerank):
        one, two = measure(graph), measure(other)
        assert all(isclose(one[node], two[names[node]], abs_tol=1e-9) for node in graph), measure.__name__
    for measure in (standing.betweenness, standing.closeness):
        one, two = measure(graph), measure(other)
        assert all(isclose(one[node][0], two[names[node]][0], abs_tol=1e-9) for node in graph), measure.__name__


def test_a_sample_is_near_the_exact_value_and_says_how_near() -> None:
    graph = nx.barabasi_albert_graph(160, 3, seed=1)
    for measure in (standing.betweenness, standing.closeness):
        exact, sampled = measure(graph), measure(graph, seed=3, exact=0)
        assert all(error is None for _, error in exact.values())
        errors = [error for _, error in sampled.values()]
        assert all(error is not None for error in errors)
        near = sum(abs(sampled[node][0] - exact[node][0]) <= 3 * (sampled[node][1] or 0) + 0.002 for node in graph)
        assert near >= 0.9 * len(graph), measure.__name__
        assert measure(graph, seed=3, exact=0) == sampled


def test_closeness_looks_at_its_own_component_only() -> None:
    graph = nx.Graph(["AB", "CD", "DE"])
    assert {node: value for node, (value, _) in standing.closeness(graph).items()} == {
        "A": 1.0, "B": 1.0, "C": 2 / 3, "D": 1.0, "E": 2 / 3,
    }  # fmt: skip


def test_eigenvector_is_told_of_the_largest_component_only() -> None:
    found = standing.eigenvector(nx.Graph(["AB", "BC", "CA", "XY"]))
    assert found["X"] is None and isclose(found["A"] or 0, found["C"] or 0)


ROLES = {
    ("kz", "kz", "kz"): "coordinator",
    ("gb", "kz", "gb"): "itinerant",
    ("gb", "kz", "kz"): "gatekeeper",
    ("kz", "kz", "gb"): "representative",
    ("gb", "kz", "ru"): "liaison",
}


@pytest.mark.parametrize(("groups", "role"), ROLES.items())
def test_each_role_by_one_directed_chain(groups: tuple[str, str, str], role: str) -> None:
    counted = brokerage(nx.DiGraph([("a", "b"), ("b", "c")]), dict(zip("abc", groups, strict=True)))
    assert {name for name, n in counted["b"].items() if n} == {role} and counted["b"][role] == 1  # type: ignore[index]
    assert not any(counted["a"].values()) and not any(counted["c"].values())


def test_a_direct_tie_leaves_nothing_to_broker() -> None:
    closed = nx.DiGraph([("a", "b"), ("b", "c"), ("a", "c")])
    assert not any(brokerage(closed, dict.fromkeys("abc", "kz"))["b"].values())


@settings(deadline=None, max_examples=60)
@given(
    st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1), st.lists(st.sampled_from("xyz"), min_size=7, max_size=7)
)
def test_brokerage_equals_counting_pair_by_pair(arcs: set[tuple[int, int]], letters: list[str]) -> None:
    from seriktes.analysis.brokerage import role_of

    graph = nx.DiGraph((a, b) for a, b in arcs if a != b)
    groups = dict(enumerate(letters))
    slow = {node: dict.fromkeys(brokerage(nx.DiGraph(), {}), 0) for node in graph}
    for node in graph:
        for a in graph.pred[node]:
            for c in graph.succ[node]:
                if a != c and not graph.has_edge(a, c):
                    role = role_of(groups[a], groups[node], groups[c])
                    slow[node][role] = slow[node].get(role, 0) + 1
    fast = {node: {role: n for role, n in roles.items() if n} for node, roles in brokerage(graph, groups).items()}
    assert fast == slow


def test_newman_weights_of_the_southern_women() -> None:
    women = nx.davis_southern_women_graph()
    theirs = nx.bipartite.collaboration_weighted_projected_graph(women, women.graph["top"])
    pair = projection(women)["Evelyn Jefferson"]["Laura Mandeville"]
    assert pair["shared"] == 6 and isclose(pair["weight"], theirs["Evelyn Jefferson"]["Laura Mandeville"]["weight"])
    # counted by hand: the events they share had 3, 3, 6, 8, 8 and 14 guests
    assert isclose(pair["weight"], 1 / 2 + 1 / 2 + 1 / 5 + 1 / 7 + 1 / 7 + 1 / 13)


class _Entry:
    """A backend that is installed and cannot be loaded, as one made for another networkx."""

    name = "parallel"

    def load(self) -> object:
        raise ImportError("made for another networkx")


def test_a_broken_backend_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    from seriktes.analysis import backends

    monkeypatch.setattr(backends, "entry_points", lambda group: [_Entry()])
    backends.installed.cache_clear()
    try:
        assert backends.installed() == ()
        graph = nx.path_graph(500)  # 250 bodies before the middle one, 249 after it
        assert round(standing.betweenness(graph)[250][0], 9) == round(250 * 249 / (499 * 498 / 2), 9)
    finally:
        backends.installed.cache_clear()
