"""Measures, by networks small enough to count."""

from __future__ import annotations

import networkx as nx
from seriktes.analysis.claims import Reading
from seriktes.analysis.measures import betweenness, partners, standings
from seriktes.analysis.network import build_network, partnership_network


def test_parallel_edges_are_one_partner() -> None:
    assert partners(nx.MultiDiGraph([("A", "B"), ("B", "A"), ("A", "C")])) == {"A": 2, "B": 1, "C": 1}


def test_the_middle_of_a_star_is_on_every_chain() -> None:
    assert betweenness(nx.MultiDiGraph([("A", "M"), ("B", "M"), ("M", "C")]))["M"] == 1.0


def test_standings_of_the_made_up_documents(reading: Reading) -> None:
    rows = standings(partnership_network(build_network(reading.claims, reading.nodes)))
    assert [(row.node, row.partners, row.ties) for row in rows] == [("bridge", 2, 3), ("akbota", 2, 3), ("ministry", 2, 2)]


def test_the_assembly_has_most_partners_in_the_gold(gold: Reading) -> None:
    first = standings(partnership_network(build_network(gold.claims, gold.nodes)))[0]
    assert (first.node, first.partners) == ("assembly-of-people-of-kazakhstan", 4)
