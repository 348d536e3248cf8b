"""What is more than chance: the figures that the R package ``backbone`` publishes, and exact counts of another kind."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import comb, isclose

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seriktes.analysis.backbone import backbone
from seriktes.analysis.chance import Sdsm, benjamini_hochberg, bicm, disparity, holm, hypergeometric_tail
from seriktes.analysis.ties import left_side


@pytest.fixture(scope="module")
def women() -> nx.Graph:
    return nx.davis_southern_women_graph()


def test_the_probabilities_that_backbone_publishes_for_its_example() -> None:
    # rows of 1, 1, 2 and columns of 1, 1, 2; zpneal/backbone, inst/tinytest/test_backbone.R, bicm()
    p = bicm([1, 1, 2], [1, 1, 2])
    assert {(r, c): round(p[r][c], 3) for r in p for c in p[r]} == {
        (1, 1): 0.216, (1, 2): 0.568, (2, 1): 0.568, (2, 2): 0.863,
    }  # fmt: skip


def test_the_hypergeometric_p_values_that_backbone_publishes() -> None:
    # M = (1,0,1,1), (0,1,0,0), (1,0,0,1); backbone 2.0, tests/testthat, fixedrow()
    assert [round(hypergeometric_tail(x, a, b, 4), 3) for x, a, b in ((0, 3, 1), (2, 3, 2), (0, 1, 2))] == [1, 0.5, 1]


def test_sdsm_is_near_the_approximation_that_backbone_publishes() -> None:
    # the same M; sdsm() of that version approximates the Poisson binomial: .549 for rows 1 and 3, which share two
    assert abs(Sdsm([3, 1, 2], [2, 1, 1, 2]).tail(2, 3, 2) - 0.549) < 0.01


def test_the_disparity_filter_that_backbone_publishes() -> None:
    # three equal ties: .444 (backbone 2.0, tests/testthat, disparity()); its multi-scale example keeps a tree
    assert round(disparity(1, 3, 3), 3) == 0.444
    weights = {("a", leaf): 10.0 for leaf in "bcde"} | {("a", "f"): 75.0} | {("f", leaf): 100.0 for leaf in "ghij"}
    weights |= dict.fromkeys(combinations("bcde", 2), 1.0) | dict.fromkeys(combinations("ghij", 2), 10.0)
    graph = nx.Graph()
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in weights.items())
    strengths = dict(graph.degree(weight="weight"))
    kept = [
        (a, b)
        for a, b, weight in graph.edges(data="weight")
        if min(disparity(weight, strengths[end], graph.degree(end)) for end in (a, b)) < 0.05
    ]
    assert nx.is_tree(nx.Graph(kept)) and len(kept) == 9


def test_the_empty_backbone_that_is_published_of_the_southern_women(women: nx.Graph) -> None:
    # backbone 1.3, vignette: sdsm(davis), alpha = 0.1, Bonferroni: no edge is left
    pairs = backbone(women)
    tests = comb(18, 2)
    assert min(pair.p_sdsm for pair in pairs) * tests > 0.1
    assert not any(pair.holm <= 0.1 for pair in pairs)


def test_the_configuration_of_the_southern_women_keeps_all_degrees(women: nx.Graph) -> None:
    left = left_side(women)
    right = [node for node in women if node not in set(left)]
    p = bicm([women.degree(node) for node in left], [women.degree(node) for node in right])
    for node in left:
        assert isclose(sum(p[women.degree(node)][women.degree(k)] for k in right), women.degree(node), abs_tol=1e-6)
    for k in right:
        assert isclose(sum(p[women.degree(node)][women.degree(k)] for node in left), women.degree(k), abs_tol=1e-6)


def test_sdsm_of_the_southern_women_equals_exact_fractions(women: nx.Graph) -> None:
    left = left_side(women)
    right = [node for node in women if node not in set(left)]
    p = bicm([women.degree(node) for node in left], [women.degree(node) for node in right])
    pairs = backbone(women)
    for pair in pairs:
        chances = [Fraction(1)]
        for k in right:
            both = Fraction(p[women.degree(pair.a)][women.degree(k)]) * Fraction(p[women.degree(pair.b)][women.degree(k)])
            after = [Fraction(0)] * (len(chances) + 1)
            for x, chance in enumerate(chances):
                after[x] += chance * (1 - both)
                after[x + 1] += chance * both
            chances = after
        assert isclose(pair.p_sdsm, float(sum(chances[pair.shared :])), rel_tol=1e-9)


def test_hypergeometric_of_the_southern_women_equals_counting_all_choices(women: nx.Graph) -> None:
    # Olivia and Flora went to two events each and met at both: of 91 ways to choose 2 of 14, one
    pair = next(pair for pair in backbone(women) if {pair.a, pair.b} == {"Olivia Carleton", "Flora Price"})
    ways = [set(choice) for choice in combinations(range(14), 2)]
    assert isclose(pair.p_hypergeometric, sum(len({0, 1} & way) >= 2 for way in ways) / len(ways)) and len(ways) == 91


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 9), st.data())
def test_hypergeometric_equals_counting(events: int, data: st.DataObject) -> None:
    a, b = data.draw(st.integers(0, events)), data.draw(st.integers(0, events))
    shared = data.draw(st.integers(0, min(a, b)))
    ways = [len(set(range(a)) & set(choice)) for choice in combinations(range(events), b)]
    assert isclose(hypergeometric_tail(shared, a, b, events), sum(x >= shared for x in ways) / len(ways))


@settings(deadline=None, max_examples=40)
@given(st.integers(2, 5), st.integers(2, 5), st.data())
def test_probabilities_keep_degrees_whatever_is_sure(rows: int, columns: int, data: st.DataObject) -> None:
    cells = data.draw(st.lists(st.lists(st.booleans(), min_size=columns, max_size=columns), min_size=rows, max_size=rows))
    left, right = [sum(row) for row in cells], [sum(row[k] for row in cells) for k in range(columns)]
    p = bicm(left, right)
    assert all(0 <= p[r][c] <= 1 for r, c in product(left, right))
    assert all(isclose(sum(p[r][c] for c in right), r, abs_tol=1e-3) for r in left)
    assert all(isclose(sum(p[r][c] for r in left), c, abs_tol=1e-3) for c in right)


def test_the_far_tail_keeps_its_digits() -> None:
    # each of 400 events is shared with p = 1/10 · 1/10; all forty of a body's events are shared by chance once in 10^26
    model = Sdsm([40] * 20, [2] * 400)
    exact = sum(comb(400, x) * Fraction(1, 100) ** x * Fraction(99, 100) ** (400 - x) for x in range(40, 401))
    assert exact < 1e-26 and isclose(model.tail(40, 40, 40), float(exact), rel_tol=1e-6)
    assert model.tail(0, 40, 40) == 1.0 and model.tail(1, 40, 40) < 1.0


def test_corrections_count_tests_that_are_not_listed() -> None:
    assert holm([0.01, 0.02], tests=10) == [0.1, 0.18]
    assert [round(value, 6) for value in benjamini_hochberg([0.01, 0.02], tests=10)] == [0.1, 0.1]
    assert holm([], 3) == benjamini_hochberg([], 3) == []


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_corrected_values_are_ordered_as_they_were_and_never_smaller(values: list[float]) -> None:
    for corrected in (holm(values), benjamini_hochberg(values)):
        assert all(0 <= v <= c <= 1 or isclose(v, c) for v, c in zip(values, corrected, strict=True))
        assert [c for _, c in sorted(zip(values, corrected, strict=True))] == sorted(corrected)
