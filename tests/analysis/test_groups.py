"""Groups and what holds them together, between whom ties run, and how sure ranks are: networks one can count."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seriktes.analysis.analyses import ANALYSES, analyse
from seriktes.analysis.claims import Claim, Node, Reading, Source, claims_from_annotations
from seriktes.analysis.groups import articulation, bridges, communities
from seriktes.analysis.kinds import ANALYSIS_NAMES
from seriktes.analysis.subject import Subject, subject_of
from seriktes.analysis.sureness import bootstrap, decisions, supports
from seriktes.analysis.tables import Table
from seriktes.analysis.ties import country_ties, two_mode
from seriktes.model import Annotation

COUNTRIES = {"a": "KZ", "b": "KZ", "c": "UZ", "d": "GB", "e": None}
#: Who signed with whom, in which document and year: a-b twice, a-c, a-d, c-d, d-e.
SIGNED = (
    ("ab", "d1", "2020"),
    ("ab", "d2", "2021"),
    ("ac", "d2", "2021"),
    ("ad", "d3", "2021"),
    ("cd", "d3", "2021"),
    ("de", "d4", "2022"),
)


def made_up() -> Reading:
    """Five bodies, six agreements in four documents, one stated cooperation, and a meeting of three people and a body."""
    nodes = [
        Node(name, "Organization", "ngo" if name < "d" else "government", country, {"en": name.upper()})
        for name, country in COUNTRIES.items()
    ]
    claims = []
    for number, (pair, document, year) in enumerate(SIGNED):
        nodes.append(Node(f"x{number}", "Agreement", "memorandum", names={"en": f"Memorandum {number}"}))
        claims += [_claim("party", document, agent=end, agreement=f"x{number}") for end in pair]
        claims.append(replace(_claim("dated", document, subject=f"x{number}"), date_start=year, date_end=year))
    claims.append(_claim("cooperation", "d1", a="a", b="b"))
    nodes.append(Node("m", "Event", "meeting", names={"en": "Meeting"}))
    nodes += [Node(name, "Person", "person", "KZ", {"en": name.upper()}) for name in ("p", "q", "r")]
    claims += [_claim("participation", "d4", agent=end, event="m") for end in ("p", "q", "r", "a")]
    claims.append(_claim("post", "d4", person="p", organization="a"))
    sources = tuple(Source(f"d{n}", f"d{n}.txt", "en", f"{2019 + n}-05-01") for n in (1, 2, 3, 4))
    return Reading(tuple(nodes), tuple(claims), sources)


def _claim(kind: str, document: str, **arguments: str) -> Claim:
    return Claim(kind, arguments, document, f"{document}.txt", 0, 3, "one")  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def subject() -> Subject:
    return subject_of(made_up(), samples=50)


def table(subject: Subject, analysis: str, name: str) -> Table:
    return next(found for found in ANALYSES[analysis](subject) if found.name == name)


def column(found: Table, key: str, value: str) -> dict[object, object]:
    a, b = found.columns.index(key), found.columns.index(value)
    return {row[a]: row[b] for row in found.rows}


def test_partners_and_strength_counted_by_hand(subject: Subject) -> None:
    found = table(subject, "who", "who")
    assert column(found, "Id", "Partners") == {"a": 3, "d": 3, "c": 2, "b": 1, "e": 1}
    assert column(found, "Id", "Strength") == {"a": 5.0, "d": 3.0, "c": 2.0, "b": 3.0, "e": 1.0}
    assert column(found, "Id", "Edges: agreement") == {"a": 4, "d": 3, "c": 2, "b": 2, "e": 1}
    assert column(found, "Id", "Core") == {"a": 2, "d": 2, "c": 2, "b": 1, "e": 1}
    # a lies between b and each of c, d, e: three of the six pairs without it
    assert column(found, "Id", "Betweenness")["a"] == 0.5
    assert found.edges == "agreement, joint-project, co-organiser, cooperation" and "exact" in found.note


def test_one_edge_kind_alone_leaves_the_others_out() -> None:
    found = table(subject_of(made_up(), ("cooperation",)), "who", "who")
    assert column(found, "Id", "Strength") == {"a": 1.0, "b": 1.0} and found.edges == "cooperation"


def test_people_are_no_partners_but_can_be_asked_for() -> None:
    found = table(subject_of(made_up(), ("co-participation",)), "who", "who")
    # four took part, so each pair weighs 1/3
    assert column(found, "Id", "Strength") == pytest.approx(dict.fromkeys("apqr", 1.0))
    assert "1/(n-1)" in found.weight


def test_countries_are_tied_by_their_bodies(subject: Subject) -> None:
    graph = country_ties(subject.part)
    weights = {frozenset((a, b)): weight for a, b, weight in graph.edges(data="weight")}
    assert weights == {frozenset(("KZ", "UZ")): 1, frozenset(("KZ", "GB")): 1, frozenset(("UZ", "GB")): 1}


def test_edges_between_countries_are_counted_kind_by_kind(subject: Subject) -> None:
    rows = table(subject, "matrices", "by-country").rows
    assert rows == (
        ("agreement", "KZ", "KZ", 2), ("agreement", "GB", "KZ", 1), ("agreement", "GB", "UZ", 1),
        ("agreement", "GB", "not known", 1), ("agreement", "KZ", "UZ", 1), ("cooperation", "KZ", "KZ", 1),
    )  # fmt: skip
    kinds = table(subject, "matrices", "by-kind").rows
    assert ("agreement", "government", "ngo", 2) in kinds and ("agreement", "ngo", "ngo", 3) in kinds


def test_the_ei_index_counts_ties_not_edges(subject: Subject) -> None:
    found = table(subject, "mixing", "mixing")
    row = next(row for row in found.rows if row[:2] == ("agreement", "country"))
    # a-b inside; a-c, a-d, c-d across; d-e has an end of no known country
    assert row[2:6] == (3, 1, 1, 0.5)


def test_brokers_stand_between_groups(subject: Subject) -> None:
    found = table(subject, "brokers", "brokers")
    # a: between b (Kazakhstan) and c, d; d: between e (other) and a, c
    assert column(found, "Id", "Representative") == {"a": 2, "d": 0, "b": 0, "c": 0, "e": 0}
    assert column(found, "Id", "Liaison") == {"a": 0, "d": 4, "b": 0, "c": 0, "e": 0}


def test_years_are_those_of_the_agreements_else_of_the_reports(subject: Subject) -> None:
    rows = table(subject, "time", "slices").rows
    assert [row[:5] for row in rows] == [("2020", 2, 2, 1, 1), ("2021", 4, 2, 4, 3), ("2022", 2, 1, 1, 1)]
    borders = table(subject, "time", "cross-border").rows
    assert ("2021", "agreement", 4, 3, 0.75, 0) in borders and ("2022", "agreement", 0, 0, None, 1) in borders


def test_two_mode_networks_hold_both_sides(subject: Subject) -> None:
    graph = two_mode(subject.network, "people-events")
    assert sorted(graph) == ["m", "p", "q", "r"]
    assert two_mode(subject.network, "people-events", largest=2).graph["too_large"] == ("m",)
    rows = table(subject, "together", "together").rows
    assert [row[5:] for row in rows if row[0] == "people-events"] == [(1, 0.5)] * 3


def test_two_circles_with_one_tie_are_two_communities() -> None:
    graph = nx.disjoint_union(nx.complete_graph(5), nx.complete_graph(5))
    graph.add_edge(0, 5)
    found = communities(graph, seed=4)
    assert found.parts == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]] and set(found.stability.values()) == {1.0}
    assert bridges(graph) == [(0, 5, 5)] and articulation(graph) == {0: 2, 5: 2}


@settings(deadline=None, max_examples=40)
@given(st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=1))
def test_a_bridge_cuts_off_what_is_counted_after_it_is_gone(pairs: set[tuple[int, int]]) -> None:
    graph = nx.Graph((a, b) for a, b in pairs if a != b)
    for a, b, n in bridges(graph):
        cut = graph.copy()
        cut.remove_edge(a, b)
        assert n == min(len(nx.node_connected_component(cut, end)) for end in (a, b))
    for node, pieces in articulation(graph).items():
        rest = graph.subgraph(nx.node_connected_component(graph, node) - {node})
        assert pieces == nx.number_connected_components(rest)


def test_what_every_document_says_is_sure() -> None:
    reading = made_up()
    claims = tuple(replace(claim, document=f"d{n}") for claim in reading.claims for n in (1, 2, 3, 4))
    held = supports(claims, ("agreement", "cooperation"), "abcde")
    rows = bootstrap(held, [f"d{n}" for n in (1, 2, 3, 4)], samples=40)
    assert all(row.low == row.rank == row.high for row in rows)
    assert {row.node: row.first for row in rows}["a"] == 1.0
    assert not [row for row in decisions(held, [f"d{n}" for n in (1, 2, 3, 4)]) if row.what in ("fact", "document")]


def test_a_bootstrap_equals_counting_sample_by_sample() -> None:
    held, documents = supports(made_up().claims, ("agreement", "cooperation"), "abcde"), ["d1", "d2", "d3", "d4"]
    chance, seen = random.Random(5), {name: [] for name in "abcde"}
    for _ in range(60):
        drawn = set(chance.choices(documents, k=4))
        claims = [claim for claim in made_up().claims if claim.document in drawn]
        partners = Counter(end for tie in supports(claims, ("agreement", "cooperation"), "abcde").ties for end in (tie.a, tie.b))
        for name in seen:
            seen[name].append(1 + sum(partners[other] > partners[name] for other in seen))
    for row in bootstrap(held, documents, seed=5, samples=60):
        values = sorted(seen[row.node])
        assert (row.low, row.high) == (values[2], values[-3])
        assert row.first == sum(value <= 3 for value in values) / 60


def test_decisions_are_what_the_ranks_would_be_without_them() -> None:
    held = supports(made_up().claims, ("agreement", "cooperation"), "abcde")
    found = decisions(held, ["d1", "d2", "d3", "d4"])
    by_name = {(row.what, row.subject): row.effect for row in found if row.what != "fact"}
    # now a 3, d 3, c 2, b 1, e 1: ranks 1 1 3 4 4. Without d4: a 3, d 2, c 2, b 1, e 0: ranks 1 2 2 4 5, three moves
    assert by_name["document", "d4"] == 3
    # without d3: a 2, b 1, c 1, d 1, e 1: ranks 1 2 2 2 2: d 1, c 1, b 2, e 2
    assert by_name["document", "d3"] == 6
    # d1 says nothing that d2 does not, so nothing rests on it
    assert ("document", "d1") not in by_name
    # d in two documents would be two bodies: its best piece has 2 (with a and c): ranks 1 2 2 4 4 as a 3
    assert by_name["one body", "d"] == 2


@settings(deadline=None, max_examples=15)
@given(st.permutations(range(100)))
def test_the_order_of_claims_and_nodes_changes_no_table(order: list[int]) -> None:
    reading = made_up()
    mixed = Reading(_mixed(reading.nodes, order), _mixed(reading.claims, order), _mixed(reading.sources, order))
    assert list(analyse(subject_of(mixed, samples=5))) == list(analyse(subject_of(reading, samples=5)))


def _mixed(items: tuple, order: list[int]) -> tuple:
    return tuple(items[place] for place in order if place < len(items))


def test_the_order_of_documents_changes_no_table(annotations: list[Annotation]) -> None:
    forward, back = claims_from_annotations(annotations), claims_from_annotations(annotations[::-1])
    assert list(analyse(subject_of(forward, samples=5))) == list(analyse(subject_of(back, samples=5)))


def test_other_keys_change_only_the_keys(subject: Subject) -> None:
    """The letters are turned round, so that what came first by key comes last."""
    turned = str.maketrans("abcde", "zyxwv")
    reading = made_up()

    def renamed(text: str) -> str:
        return text.translate(turned) if len(text) == 1 and text in "abcde" else text

    nodes = tuple(replace(node, id=renamed(node.id)) for node in reading.nodes)
    claims = tuple(replace(c, arguments={name: renamed(v) for name, v in c.arguments.items()}) for c in reading.claims)
    other = subject_of(Reading(nodes, claims, reading.sources), samples=50)
    for analysis, name in (("who", "who"), ("brokers", "brokers"), ("egos", "egos"), ("sure", "ranks"), ("groups", "members")):
        one, two = table(subject, analysis, name), table(other, analysis, name)
        place = one.columns.index("Id")
        told = [tuple(renamed(str(cell)) if n == place else cell for n, cell in enumerate(row)) for row in one.rows]
        assert sorted(map(_rounded, told)) == sorted(map(_rounded, two.rows)), name


def _rounded(row: tuple) -> str:
    return str([round(cell, 6) if isinstance(cell, float) else cell for cell in row])


def test_an_empty_network_gives_empty_tables() -> None:
    tables = list(analyse(subject_of(Reading((), (), ()), samples=5)))
    assert len(tables) > 15 and not any(found.rows for found in tables)


def test_each_analysis_can_be_asked_for_by_name() -> None:
    assert tuple(ANALYSES) == ANALYSIS_NAMES


def test_every_table_names_its_edges_and_weights(subject: Subject) -> None:
    names = [found.name for found in analyse(subject)]
    assert len(names) == len(set(names))
    for found in analyse(subject):
        assert found.edges and found.weight and set(found.shown) <= set(found.columns), found.name
        assert all(len(row) == len(found.columns) for row in found.rows), found.name


@pytest.mark.slow
def test_the_seed_of_hashing_changes_nothing() -> None:
    code = (
        "import networkx as nx; from seriktes.analysis.groups import communities; "
        "g = nx.relabel_nodes(nx.connected_caveman_graph(6, 5), str); print(communities(g, 1))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
